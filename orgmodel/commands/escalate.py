"""Edits of escalations. Two may join the same teams, so each is named by its whole value."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.allowed import check_thing
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Escalation, Organization, name_of
from orgmodel.model.value import value


@value
class AddEscalation:
    """One more escalation, at the end."""

    escalation: Escalation

    def label(self, document: Document) -> str:
        return f"Add escalation {_name(document.organization, self.escalation)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        _check(organization, self.escalation)
        return document.with_organization(
            organization.copy_with(escalations=(*organization.escalations, self.escalation))
        )


@value
class ChangeEscalation:
    """Put another one in its place: with other minutes, another condition, another team at its end."""

    escalation: Escalation
    replacement: Escalation

    def label(self, document: Document) -> str:
        return f"Change escalation {_name(document.organization, self.escalation)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        place = _place(organization, self.escalation)
        if self.replacement == self.escalation:
            return document
        _check(organization, self.replacement)
        escalations = organization.escalations
        after = document.with_organization(
            organization.copy_with(escalations=(*escalations[:place], self.replacement, *escalations[place + 1 :]))
        )
        if any(each.subject == self.escalation.subject for each in after.organization.escalations):
            return after
        return names.with_subjects_renamed(after, {self.escalation.subject: self.replacement.subject})


@value
class MoveEscalation:
    """Put an escalation at another place among them, from 0; the order says nothing, it is the author's."""

    escalation: Escalation
    at: int

    def label(self, document: Document) -> str:
        return f"Move escalation {_name(document.organization, self.escalation)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        escalations = names.put_elsewhere(organization.escalations, _place(organization, self.escalation), self.at)
        return document.with_organization(organization.copy_with(escalations=escalations))


@value
class RemoveEscalation:
    """Take one away; what was said about it goes with the last one between its teams."""

    escalation: Escalation

    def label(self, document: Document) -> str:
        return f"Remove escalation {_name(document.organization, self.escalation)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        place = _place(organization, self.escalation)
        escalations = organization.escalations
        after = document.with_organization(
            organization.copy_with(escalations=(*escalations[:place], *escalations[place + 1 :]))
        )
        return _without_lost(after, self.escalation)


def _name(organization: Organization, escalation: Escalation) -> str:
    """`Frontline Support → Web Application SRE`, from the names of the teams."""
    return name_of(organization, escalation.subject)


def _check(organization: Organization, escalation: Escalation) -> None:
    names.check_escalation(organization, escalation)
    check_thing(escalation)
    if escalation in organization.escalations:
        raise CommandRefused(f"There is the same escalation already: {_name(organization, escalation)}.")


def _place(organization: Organization, escalation: Escalation) -> int:
    if escalation not in organization.escalations:
        raise CommandRefused(f"There is no such escalation any more: {_name(organization, escalation)}.")
    return organization.escalations.index(escalation)


def _without_lost(document: Document, escalation: Escalation) -> Document:
    """Forget what was said about an escalation, once none joins the same teams."""
    if any(each.subject == escalation.subject for each in document.organization.escalations):
        return document
    return names.without_subjects(document, frozenset({escalation.subject}))
