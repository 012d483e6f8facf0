"""Copies under new ids, each right after what it is a copy of. What was said, measured or agreed is not copied."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.commands import references as names
from orgmodel.commands.allowed import check_thing
from orgmodel.commands.assign import row_of
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ALERT,
    Responsibility,
    RotationId,
    RowId,
    Service,
    ServiceId,
    Team,
    TeamId,
    id_from_name,
)
from orgmodel.model.value import changed, value
from orgmodel.sentences import few


@value
class DuplicateRow:
    """A copy of a row with its letters, below it; whether it is agreed and confirmed is open again.

    `new` is the copy's id, else one like its name; `name`, unless given, is the row's with “(copy)” after it.
    """

    row: RowId
    name: str | None = None
    new: RowId | None = None

    def label(self, document: Document) -> str:
        row = document.organization.row_by_id.get(self.row)
        return f"Duplicate row {row.name if row else self.row}"

    def apply(self, document: Document) -> Document:
        organization, row = document.organization, row_of(document, self.row)
        name = _copy_name(row.name, self.name, (other.name for other in organization.responsibilities))
        identifier = self.new or RowId(id_from_name(name, set(organization.row_by_id)))
        names.check_new_id(identifier, organization.row_by_id, "row")
        names.check_name(name, "row")
        copy = changed(_open_again(row), id=identifier, name=name)
        check_thing(Responsibility(identifier, name))
        place = organization.responsibilities.index(row) + 1
        rows = names.placed(organization.responsibilities, copy, place)
        return document.with_organization(organization.copy_with(responsibilities=rows))


@value
class DuplicateTeam:
    """Another team of the same kind, size, sites and links; it has no letters, rotations, members or measured load.

    `new` is its id, else one like its name; `name`, unless given, is the team's with “(copy)” after it.
    """

    team: TeamId
    name: str | None = None
    new: TeamId | None = None

    def label(self, document: Document) -> str:
        return f"Duplicate team {document.organization.team_name(self.team)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        team = names.team_of(organization, self.team)
        name = _copy_name(team.name, self.name, (other.name for other in organization.teams))
        identifier = self.new or TeamId(id_from_name(name, {ALERT, *organization.team_by_id}))
        names.check_new_id(identifier, organization.team_by_id, "team")
        names.check_name(name, "team")
        copy = Team(
            identifier,
            name,
            team.kind,
            mission=team.mission,
            headcount=team.people,
            supports=team.supports,
            parent=team.parent,
            sites=team.sites,
            status=team.status,
        )
        check_thing(Team(identifier, name))
        place = organization.teams.index(team) + 1
        return document.with_organization(organization.copy_with(teams=names.placed(organization.teams, copy, place)))


@value
class DuplicateService:
    """A copy of a service with its rows and their letters under new ids, and with the escalations that are for it.

    Rows that depend on each other do so in the copy. `new` is its id, else one like its name; `name`, unless given, is
    the service's with “(copy)” after it.
    """

    service: ServiceId
    name: str | None = None
    new: ServiceId | None = None

    def label(self, document: Document) -> str:
        service = document.organization.service_by_id.get(self.service)
        rows = sum(row.service == self.service for row in document.organization.responsibilities)
        return f"Duplicate service {service.name if service else self.service}" + (
            f" with {few(rows, 'row')}" if rows else ""
        )

    def apply(self, document: Document) -> Document:
        organization = document.organization
        service = organization.service_by_id.get(self.service)
        if service is None:
            raise CommandRefused(f"There is no service “{self.service}” any more.")
        name = _copy_name(service.name, self.name, (other.name for other in organization.services))
        identifier = self.new or ServiceId(id_from_name(name, set(organization.service_by_id)))
        names.check_new_id(identifier, organization.service_by_id, "service")
        names.check_name(name, "service")
        check_thing(Service(identifier, name))
        copy = changed(service, id=identifier, name=name)
        after = organization.copy_with(
            services=names.placed(organization.services, copy, organization.services.index(service) + 1),
            responsibilities=_with_copies(organization.responsibilities, service.id, identifier),
            escalations=names.mapped(
                organization.escalations,
                lambda each: (
                    changed(each, services=(*each.services, identifier)) if service.id in each.services else each
                ),
            ),
        )
        return document.with_organization(after)


@value
class DuplicateRotation:
    """A copy of a rotation, below it; how many pages it gets is unknown. `new` is its id, else one like the old one."""

    rotation: RotationId
    new: RotationId | None = None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Duplicate rotation {self.rotation}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        taken = {other.id for other in organization.rotations}
        place = next((at for at, other in enumerate(organization.rotations) if other.id == self.rotation), None)
        if place is None:
            raise CommandRefused(f"There is no rotation “{self.rotation}” any more.")
        identifier = self.new or RotationId(id_from_name(self.rotation, set(taken)))
        names.check_new_id(identifier, taken, "rotation")
        copy = changed(organization.rotations[place], id=identifier, pages_per_day=None)
        rotations = names.placed(organization.rotations, copy, place + 1)
        return document.with_organization(organization.copy_with(rotations=rotations))


def _copy_name(name: str, given: str | None, taken: Iterable[str]) -> str:
    """The name that is given, else `Database (copy)`, or `Database (copy 2)` where that is taken."""
    if given is not None:
        return given
    held = set(taken)
    candidate, number = f"{name} (copy)", 2
    while candidate in held:
        candidate, number = f"{name} (copy {number})", number + 1
    return candidate


def _open_again(row: Responsibility) -> Responsibility:
    return changed(row, confirmed=None, state="open")


def _with_copies(rows: tuple[Responsibility, ...], service: ServiceId, new: ServiceId) -> tuple[Responsibility, ...]:
    """The rows, and after the last one of the service a copy of each of its own."""
    own = [row for row in rows if row.service == service]
    if not own:
        return rows
    taken: set[str] = {row.id for row in rows}
    called: dict[RowId, RowId] = {}
    for row in own:
        stem = row.id.removeprefix(f"{service}-")
        called[row.id] = RowId(id_from_name(f"{new} {stem}", taken))
        taken.add(called[row.id])
    copies = [
        changed(
            _open_again(row),
            id=called[row.id],
            service=new,
            depends_on=tuple(called.get(needed, needed) for needed in row.depends_on),
        )
        for row in own
    ]
    place = rows.index(own[-1]) + 1
    return (*rows[:place], *copies, *rows[place:])
