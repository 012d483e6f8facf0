"""Differences in the order that people ask for: first what happens to the responsibilities, then the other things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from orgmodel.comparison.difference import Comparison, Difference, FieldChange
from orgmodel.comparison.headline import headline_of
from orgmodel.comparison.words import Words, by_kind, counts, heading
from orgmodel.model import TeamId
from orgmodel.sentences import listed
from orgmodel.verdicts import owners_of

_NOBODY: Final = "nobody"


class Owners(NamedTuple):
    """Who answered for a row, and who does now: teams by the names that they have now."""

    before: str
    after: str


class Entry(NamedTuple):
    """One thing that differs, and the fields that there are to tell.

    `owners` is there for a row for which others answer now, and the letters that say no more than that are not told
    again. Of such a row nothing else need differ: a team may be gone, and the row name it still.
    """

    difference: Difference
    fields: Sequence[FieldChange] = ()
    owners: Owners | None = None


class Group(NamedTuple):
    """Entries of things to which the same happened, under `Gaps that close: 11`."""

    title: str
    entries: Sequence[Entry]


def groups_of(comparison: Comparison) -> Iterator[Group]:
    """Every difference once."""
    kinds = dict(by_kind(comparison.differences))
    yield from _of_rows(comparison, kinds.pop("responsibility", []))
    for kind, differences in kinds.items():
        yield Group(f"{heading(kind)}: {counts(differences)}", [Entry(each, each.fields) for each in differences])


def _of_rows(comparison: Comparison, differences: Sequence[Difference]) -> Iterator[Group]:
    before, after = comparison.before.organization, comparison.after.organization
    headline, words = headline_of(comparison), Words(before, after)
    kept = {each.subject: each for each in differences if each.fields}
    for title, rows in (
        ("Responsibilities that change hands", headline.hands),
        ("Gaps that close", headline.closed),
        ("Gaps that open", headline.opened),
    ):
        both = [(before.row_by_id.get(now.id), now) for now in rows]
        yield from _group(
            title,
            [
                _moved(
                    words,
                    kept.pop(now.subject, Difference("responsibility", now.subject, now.subject, was, now)),
                    owners_of(before, was),
                    owners_of(after, now),
                )
                for was, now in both
                if was is not None
            ],
        )
    yield from _group("Responsibilities that are new", [Entry(each) for each in differences if each.before is None])
    yield from _group("Responsibilities that are gone", [Entry(each) for each in differences if each.after is None])
    yield from _group("Responsibilities that keep their owner", [Entry(each, each.fields) for each in kept.values()])


def _moved(words: Words, row: Difference, before: Sequence[TeamId], after: Sequence[TeamId]) -> Entry:
    said = {(team, "A", None) for team in before} | {(team, None, "A") for team in after}
    fields = [each for each in row.fields if (each.path[-1], each.before, each.after) not in said]
    return Entry(row, fields, Owners(_named(words, before), _named(words, after)))


def _group(title: str, entries: Sequence[Entry]) -> Iterator[Group]:
    if entries:
        yield Group(f"{title}: {len(entries):,}", entries)


def _named(words: Words, teams: Sequence[TeamId]) -> str:
    return listed([words.team(team) for team in teams]) or _NOBODY
