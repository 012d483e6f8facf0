"""What state a paper is of: a plan or not, confirmed when, given by whom on which day, and looked at again when."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import Final, NamedTuple

from orgmodel.pdf.matter import Matter
from orgmodel.sentences import capital, counted, day, spelled

FRESH: Final = "How fresh this is"
_LONGEST_NAME: Final = 48
"""The name of a file of more characters would leave a sentence no room: the head of each page begins with it."""


class Freshness(NamedTuple):
    """How many responsibilities there are, how many of them are confirmed, and the days of the first and the last."""

    rows: int
    confirmed: int
    oldest: date | None
    latest: date | None


def freshness_of(matter: Matter) -> Freshness:
    rows = matter.organization.responsibilities
    confirmed = [row.confirmed for row in rows if row.confirmed]
    days = [each.on for each in confirmed if each.on]
    return Freshness(len(rows), len(confirmed), min(days, default=None), max(days, default=None))


def freshness_said(matter: Matter) -> str:
    """The confirmations, who gave the paper when, and when it is to be reviewed: unknown where nobody says it."""
    organization = matter.organization
    by = f" by {organization.owner}" if organization.owner else ", by whom is unknown"
    review = f"Review by {day(organization.review_by)}" if organization.review_by else "When it is reviewed is unknown"
    return f"{confirmed_said(freshness_of(matter))} Given {day(matter.today)}{by}. {review}."


def plan_said(matter: Matter) -> str:
    """That a scenario is a plan, of what and from when; nothing of what is already in force or is no scenario."""
    organization = matter.organization
    effective, based_on = organization.effective, organization.based_on
    if effective and effective <= matter.today:
        return ""
    name = PurePath(based_on).name if based_on else ""
    of = f", based on {name if len(name) <= _LONGEST_NAME else 'another file'}" if based_on else ""
    if effective:
        return f"This is a plan{of}, in force from {day(effective)}."
    return f"This is a plan{of}; its first day is unknown." if based_on else ""


def confirmed_said(fresh: Freshness) -> str:
    """`205 of 212 responsibilities were confirmed by their teams, the latest on … and the oldest on …`."""
    if not fresh.rows:
        return "There is no responsibility yet that a team could confirm."
    every = counted(fresh.rows, "responsibility", "responsibilities")
    if not fresh.confirmed and fresh.rows == 1:
        return "The one responsibility was not confirmed by its team, so nobody knows how old it is."
    if not fresh.confirmed:
        return f"None of {every} was confirmed by its team, so nobody knows how old they are."
    was = "was confirmed by its team" if fresh.confirmed == 1 else "were confirmed by their teams"
    few = f"All {every}" if fresh.confirmed == fresh.rows > 1 else f"{capital(spelled(fresh.confirmed))} of {every}"
    return f"{few} {was}, {_days_said(fresh)}."


def _days_said(fresh: Freshness) -> str:
    if fresh.latest is None or fresh.oldest is None:
        return "nobody knows when"
    if fresh.latest == fresh.oldest:
        return f"on {day(fresh.latest)}"
    return f"the latest on {day(fresh.latest)}, the oldest on {day(fresh.oldest)}"
