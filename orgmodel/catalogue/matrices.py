"""Reference matrices: the rows that a service of some kind should have, and who owns them by default."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from orgmodel.catalogue.shipped import not_found, shipped
from orgmodel.model import (
    Area,
    Layer,
    Raci,
    Responsibility,
    RowId,
    ServiceId,
    TeamId,
    TeamKind,
    id_from_name,
)
from orgmodel.model.raci import NO_LETTERS
from orgmodel.model.value import changed, value

NAMES: Final = ("support-chain",)


@value
class ReferenceMatrix:
    """Rows without a service and without letters, in the order of their source; `id` is how a service names it.

    The kind of a layer is the kind of team that owns its rows by default.
    """

    id: str
    name: str
    description: str | None
    layers: tuple[Layer, ...]
    areas: tuple[Area, ...]
    rows: tuple[Responsibility, ...]


def matrices() -> tuple[ReferenceMatrix, ...]:
    return tuple(matrix(name) for name in NAMES)


@cache
def matrix(name: str) -> ReferenceMatrix:
    """Raises `NotFound` with the nearest name."""
    if name not in NAMES:
        raise not_found("reference matrix", name, NAMES)
    organization = shipped("matrices", name).organization
    return ReferenceMatrix(
        id=name,
        name=organization.name,
        description=organization.description,
        layers=organization.layers,
        areas=organization.areas,
        rows=organization.responsibilities,
    )


def rows_from_matrix(
    matrix: ReferenceMatrix,
    service: ServiceId,
    owners: Mapping[TeamKind, TeamId],
    *,
    layers: tuple[Layer, ...] | None = None,
    taken: frozenset[RowId] = frozenset(),
) -> tuple[Responsibility, ...]:
    """The rows for one service, each answered for by the team of its layer's kind, or by nobody where there is none.

    `layers` are the organisation's own, where their kinds differ from the matrix's. A row keeps the id that it has in
    the matrix unless that is `taken`: then the service's stands before it.
    """
    kind_of = {layer.id: layer.kind for layer in layers or matrix.layers}
    held: set[str] = set(taken)
    rows = []
    for row in matrix.rows:
        kind = kind_of.get(row.layer) if row.layer else None
        owner = owners.get(kind) if kind else None
        identifier = str(row.id) if row.id not in held else id_from_name(f"{service} {row.id}", held)
        held.add(identifier)
        rows.append(
            changed(row, id=RowId(identifier), service=service, raci=Raci({owner: "A"}) if owner else NO_LETTERS)
        )
    return tuple(rows)
