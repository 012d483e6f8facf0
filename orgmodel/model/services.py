"""What is run: services, and how much hangs on each."""

from __future__ import annotations

from typing import Literal

from orgmodel.model.identifiers import ServiceId, Subject, TeamId, subject
from orgmodel.model.value import value

Complexity = Literal["simple", "complicated", "complex"]


@value
class NotApplicable:
    """A row of the reference matrix, by its id there, that this service does without."""

    row: str
    reason: str | None = None


@value
class Service:
    """Something that users or other services rely on; criticality runs from 1, the highest, to 4."""

    id: ServiceId
    name: str
    team: TeamId | None = None
    criticality: int | None = None
    complexity: Complexity | None = None
    user_facing: bool | None = None
    depends_on: tuple[ServiceId, ...] = ()
    matrix: str | None = None
    not_applicable: tuple[NotApplicable, ...] = ()

    @property
    def subject(self) -> Subject:
        return subject("service", self.id)
