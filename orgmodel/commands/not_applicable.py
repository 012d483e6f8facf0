"""Say that a service does without some rows of the reference matrix that it was made from."""

from __future__ import annotations

from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import NotApplicable, ServiceId
from orgmodel.model.value import changed, value
from orgmodel.sentences import few


@value
class MarkNotApplicable:
    """A service does without rows of its matrix, given by their ids there; a row that is marked keeps its reason."""

    service: ServiceId
    rows: tuple[str, ...]
    reason: str

    def label(self, document: Document) -> str:
        service = document.organization.service_by_id.get(self.service)
        what = self.rows[0] if len(self.rows) == 1 else few(len(self.rows), "row")
        return f"Mark {what} of {service.name if service else self.service} as not applicable"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        service = organization.service_by_id.get(self.service)
        if service is None:
            raise CommandRefused(f"There is no service “{self.service}” any more.")
        if not service.matrix:
            raise CommandRefused(f"{service.name} names no reference matrix, so it lacks none of the rows of one.")
        if not self.rows or not all(row.strip() for row in self.rows):
            raise CommandRefused(f"Say which rows of its reference matrix {service.name} does without.")
        if not self.reason.strip():
            raise CommandRefused("A row that is not applicable needs a reason, for whoever reads it later.")
        marked = {each.row for each in service.not_applicable}
        new = tuple(NotApplicable(row, self.reason) for row in dict.fromkeys(self.rows) if row not in marked)
        if not new:
            return document
        after = changed(service, not_applicable=(*service.not_applicable, *new))
        services = tuple(after if each is service else each for each in organization.services)
        return document.with_organization(organization.copy_with(services=services))
