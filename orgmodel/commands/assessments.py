"""Edits of how the organisation rated itself; the day and the questionnaire of an assessment are `ChangeField`."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.allowed import check_field
from orgmodel.commands.relations import check_new, check_ratings
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Assessment, Organization, Rating
from orgmodel.model.value import changed, value


@value
class AddAssessment:
    """One more rating of a questionnaire, before the place `at` (from 0) or at the end."""

    assessment: Assessment
    at: int | None = None

    def label(self, document: Document) -> str:
        name = _questionnaire_name(document.organization, self.assessment.questionnaire)
        return f"Add assessment {self.assessment.id} of {name}"

    def apply(self, document: Document) -> Document:
        organization, assessment = document.organization, self.assessment
        names.check_new_id(assessment.id, {other.id for other in organization.assessments}, "assessment")
        check_new(organization, assessment)
        check_ratings(organization, assessment)
        assessments = names.placed(organization.assessments, assessment, self.at)
        return document.with_organization(organization.copy_with(assessments=assessments))


@value
class RemoveAssessment:
    """Take an assessment away, with its ratings."""

    assessment: str

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Remove assessment {self.assessment}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        assessment = _assessment(organization, self.assessment)
        left = names.kept(organization.assessments, lambda other: other is not assessment)
        after = document.with_organization(organization.copy_with(assessments=left))
        return names.without_subjects(after, frozenset({assessment.subject}))


@value
class RateQuestion:
    """Rate one activity, with its evidence and what is to be done; None takes the rating away: it is not rated."""

    assessment: str
    activity: str
    rating: Rating | None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        if self.rating is None:
            return f"Clear the rating of {self.activity} in {self.assessment}"
        return f"Rate {self.activity} in {self.assessment}: {self.rating.rating}"

    def apply(self, document: Document) -> Document:
        assessment = _assessment(document.organization, self.assessment)
        ratings = names.with_pair(assessment.ratings, self.activity, self.rating)
        check_field(Assessment, "ratings", ((self.activity, self.rating),) if self.rating else ())
        return _with(document, assessment, changed(assessment, ratings=ratings))


@value
class SetPrintedTotal:
    """What a source printed as the total of a section, for comparison with the sum; None takes it away."""

    assessment: str
    section: str
    total: float | None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        if self.total is None:
            return f"Clear the printed total of {self.section} in {self.assessment}"
        return f"Note the printed total of {self.section} in {self.assessment}: {self.total}"

    def apply(self, document: Document) -> Document:
        assessment = _assessment(document.organization, self.assessment)
        totals = names.with_pair(assessment.printed_totals, self.section, self.total)
        check_field(Assessment, "printed_totals", ((self.section, self.total),) if self.total is not None else ())
        return _with(document, assessment, changed(assessment, printed_totals=totals))


def _assessment(organization: Organization, identifier: str) -> Assessment:
    found = next((each for each in organization.assessments if each.id == identifier), None)
    if found is None:
        raise CommandRefused(f"There is no assessment “{identifier}” any more.")
    return found


def _with(document: Document, before: Assessment, after: Assessment) -> Document:
    organization = document.organization
    check_ratings(organization, after)
    assessments = names.mapped(organization.assessments, lambda each: after if each is before else each)
    return document.with_organization(organization.copy_with(assessments=assessments))


def _questionnaire_name(organization: Organization, questionnaire: str) -> str:
    return next((held.name for held in organization.questionnaires if held.id == questionnaire), questionnaire)
