"""What a maturity chart says: an assessment by sections, with sums and means over what is rated, and how it went on.

What does not apply and what nobody knows is counted apart, and never as 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Final

from orgmodel.model import Activity, Assessment, Organization, Questionnaire, Rating, Score
from orgmodel.model.value import value
from orgmodel.rules.assessments.ratings import questionnaire_of
from orgmodel.sentences import day

HIGHEST: Final = 5
WEAK: Final = 2
"""The rating up to which an activity wants a next step."""

_OTHERS: Final = "Not in the questionnaire"


@value
class Rated:
    """An activity with its rating, None where the assessment has none."""

    activity: Activity
    rating: Rating | None

    @property
    def score(self) -> Score:
        return self.rating.rating if self.rating else "unknown"

    @property
    def number(self) -> int | None:
        """The score where it is one, and not `na` or `unknown`."""
        return self.score if isinstance(self.score, int) else None


@value(indexed=True)
class RatedSection:
    """`printed` is what the source printed as the sum, None where it printed none."""

    id: str
    name: str
    activities: tuple[Rated, ...]
    printed: float | None = None

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        return tuple(rated.number for rated in self.activities if rated.number is not None)

    @property
    def sum(self) -> int:
        return sum(self.numbers)

    @property
    def mean(self) -> float | None:
        """Over what is rated with a number; None where nothing is."""
        return self.sum / len(self.numbers) if self.numbers else None

    @property
    def not_applicable(self) -> int:
        return sum(rated.score == "na" for rated in self.activities)

    @property
    def unknown(self) -> int:
        return sum(rated.score == "unknown" for rated in self.activities)

    @property
    def said(self) -> str:
        """`2 of 8 rated, 1 not applicable, 5 unknown`."""
        parts = [f"{len(self.numbers)} of {len(self.activities)} rated"]
        parts += [f"{self.not_applicable} not applicable"] if self.not_applicable else []
        parts += [f"{self.unknown} unknown"] if self.unknown else []
        return ", ".join(parts)


@value(indexed=True)
class Assessed:
    """An assessment with its questionnaire, None where nobody knows that one: then its ratings are one section."""

    assessment: Assessment
    questionnaire: Questionnaire | None
    sections: tuple[RatedSection, ...]

    @property
    def name(self) -> str:
        return self.questionnaire.name if self.questionnaire else self.assessment.questionnaire

    @property
    def title(self) -> str:
        """`SRE maturity report of 7 December 2020`."""
        return f"{self.name} of {day(self.assessment.date)}"

    @cached_property
    def activities(self) -> tuple[Rated, ...]:
        return tuple(rated for section in self.sections for rated in section.activities)


def assessed(organization: Organization, assessment: Assessment) -> Assessed:
    """The sections of the questionnaire in its order; ratings of what it does not hold come last."""
    questionnaire = questionnaire_of(organization, assessment)
    ratings, printed = dict(assessment.ratings), dict(assessment.printed_totals)
    sections = [
        RatedSection(
            section.id,
            section.name,
            tuple(Rated(activity, ratings.get(activity.id)) for activity in section.activities),
            printed.get(section.id),
        )
        for section in (questionnaire.sections if questionnaire else ())
    ]
    known = {rated.activity.id for section in sections for rated in section.activities}
    others = tuple(Rated(Activity(name, name), held) for name, held in assessment.ratings if name not in known)
    if others:
        sections.append(RatedSection("", _OTHERS if questionnaire else assessment.questionnaire, others))
    return Assessed(assessment, questionnaire, tuple(sections))


def by_questionnaire(organization: Organization) -> tuple[tuple[Assessed, ...], ...]:
    """All assessments, those of one questionnaire together in the order of the file, from the first to the last."""
    groups: dict[str, list[Assessment]] = {}
    for assessment in organization.assessments:
        groups.setdefault(assessment.questionnaire, []).append(assessment)
    return tuple(
        tuple(assessed(organization, each) for each in sorted(group, key=lambda each: (each.date, each.id)))
        for group in groups.values()
    )


@value
class Course:
    """How a section went on: its mean on each day, None where nothing was rated, and over how many of how many."""

    name: str
    means: tuple[float | None, ...]
    counts: tuple[tuple[int, int], ...]

    @property
    def change(self) -> float | None:
        """From the first mean that is known to the last; None where there are not two."""
        known = [mean for mean in self.means if mean is not None]
        return known[-1] - known[0] if len(known) > 1 else None


def courses_of(assessments: Iterable[Assessed]) -> tuple[tuple[date, ...], tuple[Course, ...]]:
    """The days of assessments by one questionnaire, and each section's course over them."""
    held = tuple(assessments)
    names: dict[str, str] = {section.id: section.name for each in held for section in each.sections}
    courses = []
    for identifier, name in names.items():
        sections = [next((part for part in each.sections if part.id == identifier), None) for each in held]
        means = tuple(part.mean if part else None for part in sections)
        counts = tuple((len(part.numbers), len(part.activities)) if part else (0, 0) for part in sections)
        courses.append(Course(name, means, counts))
    return tuple(each.assessment.date for each in held), tuple(courses)
