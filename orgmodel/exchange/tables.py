"""The matrix as tables: the rows of one service and one layer together, in the order of the organisation."""

from __future__ import annotations

from orgmodel.model import Layer, Organization, Responsibility, Service, TeamId
from orgmodel.model.value import value


@value
class MatrixTable:
    """Rows that stand together; without a service they belong to the organisation as a whole."""

    service: Service | None
    layer: Layer | None
    rows: tuple[Responsibility, ...]


def matrix_tables(organization: Organization) -> tuple[MatrixTable, ...]:
    """Every row once: services in their order, the organisation's own rows last, each by layer from the top."""
    services: tuple[Service | None, ...] = (*organization.services, None)
    layers: tuple[Layer | None, ...] = (*organization.layers, None)
    grouped: dict[tuple[Service | None, Layer | None], list[Responsibility]] = {}
    for row in organization.responsibilities:
        service = organization.service_by_id.get(row.service) if row.service else None
        layer = organization.layer_by_id.get(row.layer) if row.layer else None
        grouped.setdefault((service, layer), []).append(row)
    return tuple(
        MatrixTable(service, layer, tuple(grouped[service, layer]))
        for service in services
        for layer in layers
        if (service, layer) in grouped
    )


def teams_of(tables: tuple[MatrixTable, ...], organization: Organization) -> tuple[TeamId, ...]:
    """The teams that have a letter in one of the tables, in the order of the organisation; last those not defined."""
    lettered = dict.fromkeys(team for table in tables for row in table.rows for team in row.raci)
    defined = tuple(team.id for team in organization.teams if team.id in lettered)
    return (*defined, *(team for team in lettered if team not in organization.team_by_id))
