"""A new service with the rows of a reference matrix, each answered for by the one team that it can belong to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from orgmodel.catalogue import matrix, rows_from_matrix
from orgmodel.commands import AddService
from orgmodel.model import KIND_NAMES, AreaId, LayerId, Organization, Responsibility, RowId, Service, TeamId, TeamKind
from orgmodel.model.value import changed


def service_from_matrix(organization: Organization, service: Service, name: str) -> AddService:
    """The command that adds a service with the rows of the matrix of that name, but those it does without.

    A row is owned by the team of its layer's kind where exactly one serves: the service's own team or one that supports
    it, else the only one of that kind; where there are several, nobody owns it yet. Layers and areas that the
    organisation does not have are found by their kind or name, or left out. Raises `NotFound`.
    """
    reference = matrix(name)
    layers = {layer.id: _same(layer, organization.layers, "kind") for layer in reference.layers}
    areas = {area.id: _same(area, organization.areas, "name") for area in reference.areas}
    kinds = tuple(
        changed(layer, kind=own.kind if (own := layers[layer.id]) is not None else layer.kind)
        for layer in reference.layers
    )
    made = rows_from_matrix(
        reference,
        service.id,
        sole_owners(organization, service),
        layers=kinds,
        taken=frozenset(organization.row_by_id),
    )
    left_out = {each.row for each in service.not_applicable}
    new_id = {
        before.id: after.id
        for before, after in zip(reference.rows, made, strict=True)
        if str(before.id) not in left_out
    }
    rows = tuple(
        _placed(after, layers, areas, new_id)
        for before, after in zip(reference.rows, made, strict=True)
        if before.id in new_id
    )
    return AddService(changed(service, matrix=name), rows)


def sole_owners(organization: Organization, service: Service) -> dict[TeamKind, TeamId]:
    """The one team of each kind that serves a service; a kind of which several do is left out."""
    there = [team for team in organization.teams if team.status != "archived"]
    owners: dict[TeamKind, TeamId] = {}
    for kind in KIND_NAMES:
        all_of_kind = [team for team in there if team.kind == kind]
        near = [team for team in all_of_kind if team.id == service.team or service.team in team.supports]
        if len(near or all_of_kind) == 1:
            owners[kind] = (near or all_of_kind)[0].id
    return owners


def _same(reference: Any, own: Iterable[Any], by: str) -> Any:
    """The organisation's own thing of the same id, else the only one with the same kind or name; None for none."""
    things = tuple(own)
    alike = [thing for thing in things if thing.id == reference.id]
    alike = alike or [thing for thing in things if getattr(thing, by) == getattr(reference, by)]
    return alike[0] if len(alike) == 1 else None


def _placed(
    row: Responsibility, layers: dict[LayerId, Any], areas: dict[AreaId, Any], new_id: dict[RowId, RowId]
) -> Responsibility:
    layer = layers.get(row.layer) if row.layer else None
    area = areas.get(row.area) if row.area else None
    return changed(
        row,
        layer=layer.id if layer else None,
        area=area.id if area else None,
        depends_on=tuple(new_id[needed] for needed in row.depends_on if needed in new_id),
    )
