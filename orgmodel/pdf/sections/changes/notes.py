"""What the headline of a comparison does not say: rows that had two owners, and teams that are called otherwise now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgmodel.comparison import Comparison, Difference, headline_of
from orgmodel.model.value import changed
from orgmodel.sentences import capital, listed, spelled
from orgmodel.verdicts import owners_of

_MOST_RENAMED: Final = 4
_OF_THE_TOOL: Final = frozenset({"based_on", "arrangement", "views"})
"""What a file says of itself or of how it is shown, which is no matter of the organisation."""


def matters(comparison: Comparison) -> Iterator[Difference]:
    """The differences that somebody who only reads the paper has to do with."""
    for each in comparison.differences:
        if each.kind == "organization" and each.fields:
            fields = tuple(field for field in each.fields if field.path[0] not in _OF_THE_TOOL)
            if fields:
                yield changed(each, fields=fields)
        elif each.kind != "view":
            yield each


def notes(comparison: Comparison) -> Iterator[str]:
    before, after = comparison.before.organization, comparison.after.organization
    hands = headline_of(comparison).hands
    halved = 0
    for row in hands:
        was, now = set(owners_of(before, before.row_by_id[row.id])), set(owners_of(after, row))
        halved += now < was
    if halved:
        of = f" of the {len(hands):,}" if halved < len(hands) else ""
        yield capital(f"{spelled(halved)}{of} had several owners before and {'keeps' if halved == 1 else 'keep'} one.")
    names = {team.id: team.name for team in before.teams}
    renamed = [
        f"{team.name} was {names[team.id]}" for team in after.teams if names.get(team.id, team.name) != team.name
    ]
    if renamed:
        yield f"Names have changed: {listed(renamed, _MOST_RENAMED)}."
