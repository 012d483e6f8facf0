"""Edits of the rotations as such; one field of a rotation is `ChangeField`."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Rotation, RotationId
from orgmodel.model.value import value


@value
class AddRotation:
    """One more rotation of a team."""

    rotation: Rotation

    def label(self, document: Document) -> str:
        return f"Add rotation for {document.organization.team_name(self.rotation.team)}"

    def apply(self, document: Document) -> Document:
        organization, rotation = document.organization, self.rotation
        names.check_new_id(rotation.id, {other.id for other in organization.rotations}, "rotation")
        names.team_of(organization, rotation.team)
        return document.with_organization(organization.copy_with(rotations=(*organization.rotations, rotation)))


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
