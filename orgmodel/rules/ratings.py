"""What the rules read out of assessments: questionnaires, sums of sections, and the ratings that hold today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from orgmodel.model import Assessment, Organization, Questionnaire, Section
from orgmodel.sentences import day


class Total(NamedTuple):
    """The sum of a section, and how many of its activities are rated; `na` counts as rated and adds nothing."""

    sum: int
    rated: int
    of: int

    @classmethod
    def of_section(cls, assessment: Assessment, section: Section) -> Total:
        ratings = dict(assessment.ratings)
        held = [ratings[activity.id].rating for activity in section.activities if activity.id in ratings]
        scores = [score for score in held if isinstance(score, int)]
        return cls(sum(scores), sum(score != "unknown" for score in held), len(section.activities))


def questionnaire_of(organization: Organization, assessment: Assessment) -> Questionnaire | None:
    """The organisation's own, else the one that ships; None where nobody knows it."""
    from orgmodel.catalogue.questionnaires import NAMES, questionnaire

    name = assessment.questionnaire
    own = next((each for each in organization.questionnaires if each.id == name), None)
    return own or (questionnaire(name) if name in NAMES else None)


def title_of(questionnaire: Questionnaire, assessment: Assessment) -> str:
    """`SRE maturity report of 7 December 2020`."""
    return f"{questionnaire.name} of {day(assessment.date)}"


def text_of(organization: Organization, assessment: Assessment, activity: str) -> str:
    """The words of an activity without their full stop; its id where nobody knows them."""
    questionnaire = questionnaire_of(organization, assessment)
    held = questionnaire.activities if questionnaire else ()
    return next((each.text.removesuffix(".") for each in held if each.id == activity), f"activity {activity}")


def latest_assessments(organization: Organization) -> Mapping[str, Assessment]:
    """The last assessment by each questionnaire: older ones spoke of an organisation that has changed since."""
    latest: dict[str, Assessment] = {}
    for assessment in sorted(organization.assessments, key=lambda each: (each.date, each.id)):
        latest[assessment.questionnaire] = assessment
    return latest


def scores_of(assessment: Assessment) -> dict[str, int]:
    """The ratings that are numbers, by activity."""
    return {name: held.rating for name, held in assessment.ratings if isinstance(held.rating, int)}
