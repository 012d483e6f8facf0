"""What the rules read out of assessments: questionnaires, sums of sections, and the ratings that hold today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from orgmodel.model import ORGANIZATION, Assessment, Organization, Questionnaire, Score, Section, Subject
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


def latest_assessments(organization: Organization) -> Mapping[str, Assessment]:
    """The last assessment by each questionnaire: older ones spoke of an organisation that has changed since."""
    latest: dict[str, Assessment] = {}
    for assessment in sorted(organization.assessments, key=lambda each: (each.date, each.id)):
        latest[assessment.questionnaire] = assessment
    return latest


def scores_of(assessment: Assessment) -> dict[str, int]:
    """The ratings that are numbers, by activity."""
    return {name: held.rating for name, held in assessment.ratings if isinstance(held.rating, int)}


class LatestRatings:
    """What the last assessments say of activities as rows name them: `bt-sre-maturity/4`."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._latest = latest_assessments(organization)
        self._ratings: Mapping[str, Score] = {
            f"{name}/{activity}": held.rating
            for name, assessment in self._latest.items()
            for activity, held in assessment.ratings
        }

    def score(self, named: str) -> Score:
        return self._ratings.get(named, "unknown")

    def lacking(self, named: str) -> Subject:
        """What would have to rate it: the assessment, or the organisation where there is none by its questionnaire."""
        assessment = self._latest.get(named.partition("/")[0])
        return assessment.subject if assessment else ORGANIZATION

    def text(self, named: str) -> str:
        """The words of an activity without their full stop; its name where nobody knows them."""
        name, _, activity = named.partition("/")
        assessment = self._latest.get(name)
        questionnaire = assessment and questionnaire_of(self._organization, assessment)
        held = questionnaire.activities if questionnaire else ()
        return next((each.text.removesuffix(".") for each in held if each.id == activity), named)
