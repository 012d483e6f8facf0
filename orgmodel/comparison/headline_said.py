"""The headline of a comparison as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.comparison.difference import Comparison
from orgmodel.comparison.headline import Headline, headline_of
from orgmodel.model import Team
from orgmodel.sentences import capital, counted, day, few, listed


def headline_said(comparison: Comparison) -> str:
    """`11 responsibilities change hands, three gaps close and one opens. …`; `Nothing changes.`"""
    return " ".join(headline_sentences(comparison))


def headline_sentences(comparison: Comparison) -> tuple[str, ...]:
    """The same one by one, the most telling first, for where there is room for some."""
    if comparison.is_same:
        return ("Nothing changes.",)
    headline = headline_of(comparison)
    told = (*_rows(headline), *_teams(headline), *_people(headline), *_findings(comparison))
    return told or (_only(comparison),)


def since(comparison: Comparison) -> str:
    """How the baseline is named: `version 0.9 of 3 March 2026`, else by its day or its name, where that is another."""
    before, after = comparison.before.organization, comparison.after.organization
    of = f" of {day(before.effective)}" if before.effective else ""
    if before.version and before.version != after.version:
        return f"version {before.version}{of}"
    if of:
        return f"the state{of}"
    return f"“{before.name}”" if before.name != after.name else "the baseline"


def _rows(headline: Headline) -> Iterator[str]:
    told = (
        (len(headline.hands), "responsibility changes hands", "responsibilities change hands"),
        (len(headline.closed), "gap closes", "gaps close"),
        (len(headline.opened), "gap opens", "gaps open"),
        (headline.rows_added, "row is added", "rows are added"),
        (headline.rows_removed, "row is removed", "rows are removed"),
    )
    parts = [few(number, one, several) for number, one, several in told if number]
    if parts:
        yield capital(f"{listed(parts)}.")


def _teams(headline: Headline) -> Iterator[str]:
    for teams, one, several in (
        (headline.teams_added, "is a new team", "are new teams"),
        (headline.teams_removed, "is no team any more", "are no teams any more"),
    ):
        if teams:
            yield f"{_names(teams)} {one if len(teams) == 1 else several}."


def _names(teams: tuple[Team, ...]) -> str:
    return listed([team.name for team in teams], most=3)


def _people(headline: Headline) -> Iterator[str]:
    before, after = headline.people_before, headline.people_after
    if before.said != after.said:
        yield f"People: {before.said} before, {after.said} after."


def _findings(comparison: Comparison) -> Iterator[str]:
    changes = comparison.findings
    told = ((len(changes.fixed), "fixed"), (len(changes.new), "new"))
    parts = [f"{counted(number, 'finding')} {'is' if number == 1 else 'are'} {word}" for number, word in told if number]
    if parts:
        yield capital(f"{listed(parts)}.")
    if changes.unassessed:
        yield f"{counted(len(changes.unassessed), 'finding')} can no longer be assessed."


def _only(comparison: Comparison) -> str:
    """Where nobody's work changes."""
    number = len(comparison.differences)
    return f"{capital(few(number, 'thing'))} {'changes' if number == 1 else 'change'}, and nobody's responsibilities."
