"""Edits of the rotations as such; one field of a rotation is `ChangeField`."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.relations import check_new
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Rotation, RotationId
from orgmodel.model.value import value


@value
class AddRotation:
    """One more rotation of a team, before the place `at` (from 0) or at the end."""

    rotation: Rotation
    at: int | None = None

    def label(self, document: Document) -> str:
        return f"Add rotation for {document.organization.team_name(self.rotation.team)}"

    def apply(self, document: Document) -> Document:
        organization, rotation = document.organization, self.rotation
        names.check_new_id(rotation.id, {other.id for other in organization.rotations}, "rotation")
        check_new(organization, rotation)
        rotations = names.placed(organization.rotations, rotation, self.at)
        return document.with_organization(organization.copy_with(rotations=rotations))


@value
class MoveRotation:
    """Put a rotation at another place among the rotations, from 0."""

    rotation: RotationId
    at: int

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Move rotation {self.rotation}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        found = next((other for other in organization.rotations if other.id == self.rotation), None)
        if found is None:
            raise CommandRefused(f"There is no rotation “{self.rotation}” any more.")
        rotations = names.moved(organization.rotations, found, self.at)
        return document.with_organization(organization.copy_with(rotations=rotations))


@value
class RemoveRotation:
    """Take a rotation away."""

    rotation: RotationId

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Remove rotation {self.rotation}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        gone = frozenset(other.subject for other in organization.rotations if other.id == self.rotation)
        if not gone:
            raise CommandRefused(f"There is no rotation “{self.rotation}” any more.")
        left = names.kept(organization.rotations, lambda other: other.id != self.rotation)
        return names.without_subjects(document.with_organization(organization.copy_with(rotations=left)), gone)
