"""Edits of the organisation's own questionnaires; their names and questions are `ChangeField` (`sections`)."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.relations import check_fits, check_new
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Questionnaire, Subject, subject
from orgmodel.model.value import changed, value
from orgmodel.sentences import few


@value
class AddQuestionnaire:
    """One more questionnaire, before the place `at` (from 0) or at the end.

    One with the id of a questionnaire that ships stands in its place, so it has to have what is rated of that one.
    """

    questionnaire: Questionnaire
    at: int | None = None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Add questionnaire {self.questionnaire.name}"

    def apply(self, document: Document) -> Document:
        organization, new = document.organization, self.questionnaire
        names.check_new_id(new.id, {other.id for other in organization.questionnaires}, "questionnaire")
        names.check_name(new.name, "questionnaire")
        check_new(organization, new)
        for assessment in organization.assessments:
            if assessment.questionnaire == new.id:
                check_fits(new, assessment)
        asked = {f"{new.id}/{activity.id}" for activity in new.activities}
        for row in organization.responsibilities:
            for named in row.activities:
                if named.partition("/")[0] == new.id and named not in asked:
                    raise CommandRefused(f"{new.name} lacks the activity “{named}” that “{row.name}” carries.")
        questionnaires = names.placed(organization.questionnaires, new, self.at)
        return document.with_organization(organization.copy_with(questionnaires=questionnaires))


@value
class RemoveQuestionnaire:
    """Take a questionnaire away, with its assessments and what rows carry of it."""

    questionnaire: str

    def label(self, document: Document) -> str:
        organization = document.organization
        name = next(
            (each.name for each in organization.questionnaires if each.id == self.questionnaire), self.questionnaire
        )
        rated = sum(each.questionnaire == self.questionnaire for each in organization.assessments)
        return f"Remove questionnaire {name}" + (f" with {few(rated, 'assessment')}" if rated else "")

    def apply(self, document: Document) -> Document:
        organization, gone = document.organization, self.questionnaire
        if all(each.id != gone for each in organization.questionnaires):
            raise CommandRefused(f"There is no questionnaire “{gone}” of your own any more.")
        lost: set[Subject] = {subject("questionnaire", gone)}
        lost |= {each.subject for each in organization.assessments if each.questionnaire == gone}
        after = organization.copy_with(
            questionnaires=names.kept(organization.questionnaires, lambda each: each.id != gone),
            assessments=names.kept(organization.assessments, lambda each: each.questionnaire != gone),
            responsibilities=names.mapped(
                organization.responsibilities,
                lambda row: changed(
                    row, activities=names.kept(row.activities, lambda named: named.partition("/")[0] != gone)
                ),
            ),
        )
        return names.without_subjects(document.with_organization(after), frozenset(lost))
