"""Edits of the services as such: add one with its rows, put elsewhere, remove with its rows."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.relations import check_new
from orgmodel.commands.rows import with_rows, without_rows
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Escalation, Responsibility, Service, ServiceId
from orgmodel.model.value import changed, value


@value
class AddService:
    """One more service, before the place `at` (from 0) or last, with the rows that come with it, which stand last."""

    service: Service
    rows: tuple[Responsibility, ...] = ()
    at: int | None = None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        rows = len(self.rows)
        return f"Add service {self.service.name}" + (f" with {rows} row{'s' * (rows != 1)}" if rows else "")

    def apply(self, document: Document) -> Document:
        organization, service = document.organization, self.service
        names.check_new_id(service.id, organization.service_by_id, "service")
        names.check_name(service.name, "service")
        check_new(organization, service)
        services = names.placed(organization.services, service, self.at)
        return with_rows(document.with_organization(organization.copy_with(services=services)), self.rows, None)


@value
class MoveService:
    """Put a service at another place among the services, from 0: its rows go there."""

    service: ServiceId
    at: int

    def label(self, document: Document) -> str:
        service = document.organization.service_by_id.get(self.service)
        return f"Move {service.name if service else self.service}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        service = organization.service_by_id.get(self.service)
        if service is None:
            raise CommandRefused(f"There is no service “{self.service}” any more.")
        services = names.moved(organization.services, service, self.at)
        return document.with_organization(organization.copy_with(services=services))


@value
class RemoveService:
    """Take a service away, with its rows and with the escalations that are for it alone."""

    service: ServiceId

    def label(self, document: Document) -> str:
        service = document.organization.service_by_id.get(self.service)
        rows = sum(row.service == self.service for row in document.organization.responsibilities)
        name = service.name if service else self.service
        return f"Remove service {name}" + (f" with {rows} row{'s' * (rows != 1)}" if rows else "")

    def apply(self, document: Document) -> Document:
        organization = document.organization
        service = organization.service_by_id.get(self.service)
        if service is None:
            raise CommandRefused(f"There is no service “{self.service}” any more.")

        def stays(other: ServiceId) -> bool:
            return other != self.service

        def only_here(escalation: Escalation) -> bool:
            return escalation.services == (self.service,)

        after = without_rows(
            document, frozenset(row.id for row in organization.responsibilities if row.service == self.service)
        )
        after = after.with_organization(
            after.organization.copy_with(
                services=names.mapped(
                    names.kept(organization.services, lambda other: stays(other.id)),
                    lambda other: changed(other, depends_on=names.kept(other.depends_on, stays)),
                ),
                escalations=names.mapped(
                    names.kept(organization.escalations, lambda each: not only_here(each)),
                    lambda each: changed(each, services=names.kept(each.services, stays)),
                ),
            )
        )
        left = {each.subject for each in after.organization.escalations}
        lost = {each.subject for each in organization.escalations} - left
        return names.without_subjects(after, frozenset({service.subject, *lost}))
