"""GAP004: what a service lacks of the reference matrix that it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Final, NamedTuple

from orgmodel.catalogue import matrix
from orgmodel.commands import ChangeField, Command, MarkNotApplicable
from orgmodel.errors import NotFound
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import AreaId, LayerId, Responsibility, RowId, Service, ServiceId, Subject, id_from_name
from orgmodel.model.value import value
from orgmodel.rules.fixes import as_one
from orgmodel.rules.gaps.rows_made import made_up
from orgmodel.rules.overlaps.likeness import same_name
from orgmodel.rules.rule import Found, Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import SUPPORT_CHAIN
from orgmodel.sentences import capital, few, listed

Cell = tuple[LayerId, AreaId]
"""A place of the matrix: what one area is in one layer."""


@value
class Hole:
    """What a service lacks: rows of its matrix, and places that are empty although none of their rows is missing.

    `moved` are the rows of those places, which stand elsewhere. `unsaid` are rows that do not say their layer or area,
    by what they do not say: whether a place is empty is unknown for want of it.
    """

    applicable: int
    missing: tuple[Responsibility, ...]
    empty: tuple[Cell, ...]
    moved: tuple[tuple[Cell, RowFacts], ...]
    unsaid: tuple[tuple[str, Subject], ...]


class _Needed(NamedTuple):
    """What a matrix asks of a service: rows, and the places that they fill, with those of each."""

    rows: tuple[Responsibility, ...]
    cells: tuple[tuple[Cell, tuple[Responsibility, ...]], ...]


class _Standing(NamedTuple):
    """What a service has: rows, and in which layers they are of which areas."""

    rows: list[RowFacts]
    areas: dict[LayerId | None, set[AreaId | None]]


_NOTHING: Final = _Standing([], {})


@rule("GAP004", "hole-against-the-matrix", "warning", SUPPORT_CHAIN, reads=("in_place", "in_area", "namesakes"))
def hole_against_the_matrix(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        A service was made from a reference matrix and lacks some of its rows; or it has the rows of one area of a
        layer, but has put all of them elsewhere, so that nothing is left there.

    Why it hurts
        The matrix lists what has to be done for a service of that kind. What is left out of the table is done by
        nobody in particular, and nobody sees the gap, because there is no row to be empty.

    An example that fails
        teams:
          - {id: checkout, name: Checkout Team, kind: application}
        services:
          - {id: checkout-api, name: Checkout API, team: checkout, matrix: support-chain}
        responsibilities:
          - {id: application-code, name: Application Code, service: checkout-api, raci: {checkout: A}}

    An example that passes
        teams:
          - {id: checkout, name: Checkout Team, kind: application}
        services:
          - {id: checkout-api, name: Checkout API, team: checkout}
        responsibilities:
          - {id: application-code, name: Application Code, service: checkout-api, raci: {checkout: A}}

    How to put it right
        Add the missing rows, or list them under not_applicable of the service, each with the reason why it does
        without.

    Limits
        Said only of a service that names a matrix. A row counts as there by its name, or by the id that it is given
        when the service is made from the matrix; a row of that name for the whole organisation counts too. Layers and
        areas that the organisation does not have are not asked for. Not assessed where no such matrix is known, and
        where it hangs on rows that do not say their layer or area.
    """
    services = [service for service in graph.organization.services if service.matrix]
    if not services:
        return
    standing = _standing(graph)
    for service in services:
        needed = _needed(service.matrix or "", frozenset(each.row for each in service.not_applicable))
        if needed is None:
            yield not_assessed(service.subject, f"reference matrix “{service.matrix}”")
            continue
        hole = _hole(graph, service, needed, standing.get(service.id, _NOTHING))
        if hole.missing or hole.empty:
            yield _found(graph, service, hole)
        else:
            by_input: dict[str, list[Subject]] = {}
            for unknown, row in hole.unsaid:
                by_input.setdefault(unknown, []).append(row)
            for unknown, lacking in by_input.items():
                yield not_assessed(service.subject, unknown, *lacking)


@lru_cache(maxsize=64)
def _needed(name: str, without: frozenset[str]) -> _Needed | None:
    """What a service needs that does without some rows of a matrix; None where there is no such matrix."""
    try:
        rows = tuple(row for row in matrix(name).rows if row.id not in without)
    except NotFound:
        return None
    cells: dict[Cell, list[Responsibility]] = {}
    for row in rows:
        if row.layer and row.area:
            cells.setdefault((row.layer, row.area), []).append(row)
    return _Needed(rows, tuple((cell, tuple(held)) for cell, held in cells.items()))


def _standing(graph: OrgGraph) -> Mapping[ServiceId | None, _Standing]:
    standing: dict[ServiceId | None, _Standing] = {}
    for (service, layer), places in graph.in_place.items():
        rows = graph.rows_at(places)
        held = standing.setdefault(service, _Standing([], {}))
        held.rows.extend(rows)
        held.areas[layer] = {row.row.area for row in rows}
    return standing


def _hole(graph: OrgGraph, service: Service, needed: _Needed, standing: _Standing) -> Hole:
    held = _held(graph, service, needed.rows, standing.rows)
    missing = tuple(row for row in needed.rows if row.id not in held)
    empty: list[Cell] = []
    moved: list[tuple[Cell, RowFacts]] = []
    unsaid: list[tuple[str, Subject]] = []
    for cell, rows in needed.cells:
        layer, area = cell
        if area in standing.areas.get(layer, ()):
            continue
        if layer not in graph.organization.layer_by_id or area not in graph.organization.area_by_id:
            continue
        there = [held[row.id] for row in rows if row.id in held]
        if len(there) < len(rows) or any(row.row.service is None for row in there):
            continue
        vague = [row for row in there if row.row.layer in (None, layer) and row.row.area in (None, area)]
        if vague:
            unsaid += [("layer" if row.row.layer is None else "area", row.subject) for row in vague]
        else:
            empty.append(cell)
            moved += [(cell, row) for row in there]
    return Hole(len(needed.rows), missing, tuple(empty), tuple(moved), tuple(unsaid))


def _held(
    graph: OrgGraph, service: Service, needed: Sequence[Responsibility], rows: Sequence[RowFacts]
) -> dict[RowId, RowFacts]:
    """The row that stands for each row of the matrix, by its id there."""
    by_name = {row.row.name: row for row in rows}
    if len(by_name) < len(rows):
        by_name = _first_by(rows, lambda row: row.name)
    held = {row.id: by_name[row.name] for row in needed if row.name in by_name}
    others = [row for row in needed if row.id not in held]
    if not others:
        return held
    by_id = {row.id: row for row in rows}
    by_sense = _first_by(rows, lambda row: same_name(row.name))
    for row in others:
        own = RowId(id_from_name(f"{service.id} {row.id}", frozenset()))
        same = by_id.get(row.id) or by_id.get(own) or by_sense.get(same_name(row.name)) or _of_all(graph, row.name)
        if same is not None:
            held[row.id] = same
    return held


def _first_by(rows: Iterable[RowFacts], key_of: Callable[[RowFacts], str]) -> dict[str, RowFacts]:
    """Of rows with the same key the first by id."""
    first: dict[str, RowFacts] = {}
    for row in rows:
        key = key_of(row)
        if key not in first or row.id < first[key].id:
            first[key] = row
    return first


def _of_all(graph: OrgGraph, name: str) -> RowFacts | None:
    """A row of that name which belongs to the organisation as a whole."""
    rows = graph.rows_at(graph.namesakes.get(name, ()))
    return min((row for row in rows if row.row.service is None), key=lambda row: row.id, default=None)


def _found(graph: OrgGraph, service: Service, hole: Hole) -> Found:
    lacks = []
    if len(hole.missing) == hole.applicable:
        lacks.append(f"has none of the {few(hole.applicable, 'row')} of its reference matrix")
    elif hole.missing:
        names = listed([f"“{row.name}”" for row in hole.missing], most=6)
        lacks.append(f"lacks {few(len(hole.missing), 'row')} of its reference matrix: {names}")
    if hole.empty:
        places = listed([_said(graph, cell) for cell in hole.empty], most=4)
        lacks.append(f"has no row in {places}, which the matrix fills")
    return found(
        service.subject,
        message=f"{service.name} {'; and it '.join(lacks)}.",
        alike="lack a part of their reference matrix",
        advice="Add what is missing, or say why the service does without it."
        if hole.missing
        else "Put a row back there, or say why the service does without those rows.",
        numbers=figures(
            rows_missing=len(hole.missing), rows_that_apply=hole.applicable, places_left_empty=len(hole.empty)
        ),
        fixes=partial(_fill, service=service, hole=hole),
    )


def _said(graph: OrgGraph, cell: Cell) -> str:
    layer, area = cell
    return f"{graph.organization.area_by_id[area].name} of {graph.organization.layer_by_id[layer].title}"


def _fill(graph: OrgGraph, service: Service, hole: Hole) -> Iterator[Fix]:
    back: list[Command] = []
    for (layer, area), row in hole.moved:
        back += [ChangeField(row.subject, "layer", layer), ChangeField(row.subject, "area", area)]
    one = len(hole.moved) == 1
    rows = f"“{hole.moved[0][1].name}”" if one else few(len(hole.moved), "row")
    also = f", and put {rows} back in {'its' if one else 'their'} place" if back else ""
    if not hole.missing:
        yield as_one(capital(also.removeprefix(", and ")), back)
        return
    number = len(hole.missing)
    what = f"“{hole.missing[0].name}”" if number == 1 else f"the {few(number, 'missing row')}"
    added = made_up(graph, service, hole.missing)
    if added:
        yield as_one(f"Add {what}{also}", [*added, *back])
    what = f"“{hole.missing[0].name}”" if number == 1 else few(number, "row")
    mark = MarkNotApplicable(service.id, tuple(row.id for row in hole.missing), "Not needed here.")
    yield as_one(f"Mark {what} as not applicable{also}", [mark, *back])
