"""A comparison in a few numbers: what changes hands, which gaps close and open, teams and people."""

from __future__ import annotations

from typing import NamedTuple

from orgmodel.comparison.difference import Comparison
from orgmodel.model import Organization, Responsibility, Team
from orgmodel.verdicts import owners_of


class People(NamedTuple):
    """How many people the teams that are there have together; of `unknown` teams nobody knows."""

    known: int
    unknown: int
    teams: int

    @property
    def said(self) -> str:
        """`41`, `at least 41`, `unknown`."""
        if not self.unknown:
            return str(self.known)
        return f"at least {self.known}" if self.known else "unknown"


class Headline(NamedTuple):
    """Rows by what became of them, teams that came and went, and people.

    `hands` went from one owner to another; `closed` had nobody who answers and have, `opened` had somebody or are new
    and have nobody. A row that is gone is in none of them but in `rows_removed`.
    """

    hands: tuple[Responsibility, ...]
    closed: tuple[Responsibility, ...]
    opened: tuple[Responsibility, ...]
    rows_added: int
    rows_removed: int
    teams_added: tuple[Team, ...]
    teams_removed: tuple[Team, ...]
    people_before: People
    people_after: People


def headline_of(comparison: Comparison) -> Headline:
    before, after = comparison.before.organization, comparison.after.organization
    hands, closed, opened = [], [], []
    for row in after.responsibilities:
        old = before.row_by_id.get(row.id)
        now = set(owners_of(after, row))
        was = set(owners_of(before, old)) if old else None
        if not now and (was or was is None):
            opened.append(row)
        elif now and was is not None and not was:
            closed.append(row)
        elif was and was != now:
            hands.append(row)
    rows = [each for each in comparison.differences if each.kind == "responsibility"]
    teams = [each for each in comparison.differences if each.kind == "team"]
    return Headline(
        tuple(hands),
        tuple(closed),
        tuple(opened),
        sum(each.before is None for each in rows),
        sum(each.after is None for each in rows),
        tuple(each.after for each in teams if each.before is None),
        tuple(each.before for each in teams if each.after is None),
        people_of(before),
        people_of(after),
    )


def people_of(organization: Organization) -> People:
    """Of the teams that are not archived."""
    counts = [team.people for team in organization.teams if team.status != "archived"]
    known = [count for count in counts if count is not None]
    return People(sum(known), len(counts) - len(known), len(counts))
