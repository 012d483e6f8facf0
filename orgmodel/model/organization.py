"""The whole organisation as one frozen value, and how to find and replace things in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final, Self

from orgmodel.model.assessments import Assessment, Questionnaire
from orgmodel.model.escalations import Escalation
from orgmodel.model.identifiers import ALERT, AreaId, LayerId, RowId, ServiceId, TeamId
from orgmodel.model.layers import REFERENCE_AREAS, REFERENCE_LAYERS, Area, Layer
from orgmodel.model.responsibilities import Responsibility
from orgmodel.model.rotations import Rotation
from orgmodel.model.services import Service
from orgmodel.model.settings import DEFAULT_SETTINGS, Settings
from orgmodel.model.teams import Team
from orgmodel.model.value import changed, value


@value(indexed=True)
class Organization:
    """Who supports what. The indexes below are computed once for each value."""

    name: str
    description: str | None = None
    owner: str | None = None
    version: str | None = None
    classification: str | None = None
    review_by: date | None = None
    based_on: str | None = None
    effective: date | None = None
    settings: Settings = DEFAULT_SETTINGS
    layers: tuple[Layer, ...] = REFERENCE_LAYERS
    areas: tuple[Area, ...] = REFERENCE_AREAS
    teams: tuple[Team, ...] = ()
    services: tuple[Service, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    @cached_property
    def team_by_id(self) -> Mapping[TeamId, Team]:
        return {team.id: team for team in self.teams}

    @cached_property
    def service_by_id(self) -> Mapping[ServiceId, Service]:
        return {service.id: service for service in self.services}

    @cached_property
    def layer_by_id(self) -> Mapping[LayerId, Layer]:
        return {layer.id: layer for layer in self.layers}

    @cached_property
    def area_by_id(self) -> Mapping[AreaId, Area]:
        return {area.id: area for area in self.areas}

    @cached_property
    def row_by_id(self) -> Mapping[RowId, Responsibility]:
        return {row.id: row for row in self.responsibilities}

    @cached_property
    def rotations_of(self) -> Mapping[TeamId, tuple[Rotation, ...]]:
        """The rotations of each team that has any, by level."""
        grouped: dict[TeamId, list[Rotation]] = {}
        for rotation in sorted(self.rotations, key=lambda rotation: rotation.level):
            grouped.setdefault(rotation.team, []).append(rotation)
        return {team: tuple(rotations) for team, rotations in grouped.items()}

    @cached_property
    def teams_there(self) -> frozenset[TeamId]:
        """The teams that can have something: neither archived nor without people."""
        return frozenset(team.id for team in self.teams if team.status != "archived" and team.people != 0)

    def team_name(self, team: TeamId) -> str:
        """The name of a team, or its id where there is no such team; “Alert” for what stands in a team's place."""
        if team == ALERT:
            return "Alert"
        found = self.team_by_id.get(team)
        return found.name if found else str(team)

    def criticality_of(self, row: Responsibility) -> int | None:
        """The criticality of the row, else of its service; None if neither is known."""
        if row.criticality is not None or row.service is None:
            return row.criticality
        service = self.service_by_id.get(row.service)
        return service.criticality if service else None

    def copy_with(self, **changes: Any) -> Self:
        """The one way to change: a copy with some fields replaced, or the very same object where nothing differs.

        What was indexed of the other fields is kept.
        """
        copy = changed(self, **changes)
        if copy is not self:
            held = self.__dict__
            copy.__dict__.update(
                {index: held[index] for index, field in _MADE_FROM.items() if index in held and field not in changes}
            )
        return copy

    def with_responsibility(self, row: Responsibility) -> Self:
        """With the row of that id replaced; the very same object where it is that row already."""
        return self.copy_with(responsibilities=_with_row(self.responsibilities, row))


_MADE_FROM: Final = {
    "team_by_id": "teams",
    "teams_there": "teams",
    "service_by_id": "services",
    "layer_by_id": "layers",
    "area_by_id": "areas",
    "row_by_id": "responsibilities",
    "rotations_of": "rotations",
}
"""Each index and the field that it is made from."""


def _with_row(rows: tuple[Responsibility, ...], new: Responsibility) -> tuple[Responsibility, ...]:
    """The rows with the one of the same id replaced; the very same tuple where it is equal."""
    for place, row in enumerate(rows):
        if row.id == new.id:
            return rows if row == new else (*rows[:place], new, *rows[place + 1 :])
    raise LookupError(new.id)
