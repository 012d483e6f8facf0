"""Questionnaires, and how an organisation rated itself on them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from orgmodel.model.identifiers import Subject, subject
from orgmodel.model.value import value

Score = int | Literal["na", "unknown"]


@value
class Activity:
    """One statement to rate; `low` and `high` say what a 1 and a 5 look like."""

    id: str
    text: str
    low: str | None = None
    high: str | None = None


@value
class Section:
    """Activities that are summed together."""

    id: str
    name: str
    activities: tuple[Activity, ...] = ()


@value
class Questionnaire:
    """A set of activities, each rated 1 to 5, `na` or `unknown`."""

    id: str
    name: str
    description: str | None = None
    sections: tuple[Section, ...] = ()

    @property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(activity for section in self.sections for activity in section.activities)


@value
class Rating:
    """How one activity was rated, on what evidence, and what is to be done, by whom, until when."""

    rating: Score
    evidence: str | None = None
    action: str | None = None
    owner: str | None = None
    due: date | None = None


@value
class Assessment:
    """One rating of a whole questionnaire on a day.

    `ratings` is by activity id; `printed_totals` by section id holds what a source printed, only ever compared with
    the sum. Both are pairs in the author's order.
    """

    id: str
    questionnaire: str
    date: date
    ratings: tuple[tuple[str, Rating], ...] = ()
    printed_totals: tuple[tuple[str, float], ...] = ()

    @property
    def subject(self) -> Subject:
        return subject("assessment", self.id)
