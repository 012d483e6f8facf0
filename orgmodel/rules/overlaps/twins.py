"""OVR005: rows of one service and layer that look like the same row, written twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from orgmodel.commands import AssignTeam, Command, KeepOneAccountable, MergeRows
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import LayerId, RowId, Service, ServiceId
from orgmodel.rules.fixes import as_one, best_teams
from orgmodel.rules.overlaps.likeness import alike, joined, same_name
from orgmodel.rules.rule import Found, Observation, figures, found, not_assessed, service_rule
from orgmodel.rules.sources import RESPONSIBILITY_CHARTING
from orgmodel.sentences import few, listed

_OFFERED = 3


def _of_no_service(graph: OrgGraph) -> Iterator[Observation]:
    yield from _twins(graph, None)


@service_rule(
    "OVR005",
    "same-row-twice",
    "info",
    RESPONSIBILITY_CHARTING,
    also=_of_no_service,
    also_reads=("in_place", "namesakes", "owned"),
)
def same_row_twice(graph: OrgGraph, services: Iterable[Service]) -> Iterator[Observation]:
    """What it means
        Two rows of one service and layer have the same name, but for case, punctuation, spaces and plural, or names
        that share four fifths of their words.

    Why it hurts
        Each row has its own letters, so the same work can have two owners without anybody seeing it, and whoever
        changes one row believes the matter settled.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        responsibilities:
          - {id: backups, name: Database Backups, layer: environment, raci: {web-sre: A}}
          - {id: db-backup, name: Database backup, layer: environment, raci: {infra-sre: A}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        responsibilities:
          - {id: backups, name: Run Database Backups, layer: environment, raci: {web-sre: A}}
          - {id: db-backup, name: Test Database Backups, layer: environment, raci: {infra-sre: A}}

    How to put it right
        Merge them: the letters add up, and what named one names the other. Or give each a name that says what it is.

    Limits
        Names are compared, not what people mean by them. Rows that differ by a verb, a number, a single letter or a
        word for one of two sides (primary, staging, weekend) are different rows however alike the rest, and so are
        rows that other teams answer for, unless their names are the same. The share of words is ours: settings.limits
        has name_similarity (0.8). Rows of different services or layers are not compared.
        Not assessed where a row without a layer has the name of another of its service that has one.
    """
    for service in services:
        yield from _twins(graph, service.id)


def _twins(graph: OrgGraph, service: ServiceId | None) -> Iterator[Observation]:
    """Those of one service, or of the rows that have none."""
    least = graph.organization.settings.limit("name_similarity")
    for layer in (*graph.organization.layer_by_id, None):
        places = graph.in_place.get((service, layer), ())
        if len(places) > 1:
            rows = graph.rows_at(places)
            names = tuple(row.row.name for row in rows)
            for twins in graph.remembered_by_value(("alike", names, least), partial(alike, names, least)):
                for same in _of_one_party(graph, sorted((rows[at] for at in twins), key=lambda row: row.id), least):
                    yield _found(graph, (service, layer), same, least)
        if layer is None:
            yield from _without_a_layer(graph, service, graph.rows_at(places))


def _of_one_party(graph: OrgGraph, rows: Sequence[RowFacts], least: float) -> Iterator[Sequence[RowFacts]]:
    """The sets of rows that hang together by the same name, or by a like name and an owner; without one, by any."""
    owners = sorted({team for row in rows for team in row.owners})
    if all(not row.owners or len(row.owners) == len(owners) for row in rows):
        yield rows
        return
    by_name: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        by_name.setdefault(same_name(row.name), []).append(at)
    sets = list(by_name.values())
    for team in owners:
        theirs = [at for at, row in enumerate(rows) if not row.owners or team in row.owners]
        names = tuple(rows[at].row.name for at in theirs)
        twins = graph.remembered_by_value(("alike", names, least), partial(alike, names, least))
        sets += [[theirs[place] for place in places] for places in twins]
    for held in joined(sets, len(rows)):
        if len(held) > 1:
            yield [rows[at] for at in held]


def _without_a_layer(graph: OrgGraph, service: ServiceId | None, rows: Sequence[RowFacts]) -> Iterator[Observation]:
    places = (graph.in_place.get((service, layer), ()) for layer in graph.organization.layer_by_id if rows)
    in_layers = {same_name(row.name) for held in places for row in graph.rows_at(held)}
    for row in rows if in_layers else ():
        if same_name(row.name) in in_layers:
            yield not_assessed(row.subject, "layer")


def _found(
    graph: OrgGraph, where: tuple[ServiceId | None, LayerId | None], rows: Sequence[RowFacts], least: float
) -> Found:
    names = list(dict.fromkeys(f"“{row.name}”" for row in rows))
    place = _said(graph, *where)
    if len(names) == 1:
        times = "twice" if len(rows) == 2 else few(len(rows), "time")
        message = f"{names[0]} stands {times} in {place}."
    else:
        message = f"In {place} {listed(names, most=4)} look like one and the same row."
    return found(
        *(row.subject for row in rows),
        message=message,
        alike="look like another row of the same service and layer",
        advice="Merge them, or give each a name that says what it is.",
        numbers=figures(rows_alike=len(rows), least_likeness=least),
        fixes=partial(_merge, rows=tuple(row.id for row in rows)),
    )


def _said(graph: OrgGraph, service: ServiceId | None, layer: LayerId | None) -> str:
    """`Environment of Checkout API`."""
    organization = graph.organization
    known_layer = organization.layer_by_id.get(layer) if layer else None
    known_service = organization.service_by_id.get(service) if service else None
    said = [known_layer.title if known_layer else None, known_service.name if known_service else None]
    return " of ".join(filter(None, said)) or "the matrix"


def _merge(graph: OrgGraph, rows: tuple[RowId, ...]) -> Iterator[Fix]:
    """One row of all, the first by id, and one team that answers for it."""
    held = graph.rows_at(graph.place_of_row[row] for row in rows)
    stays = held[0]
    merged: list[Command] = [MergeRows(row.id, stays.id) for row in held[1:]]
    label = f"Merge {'both' if len(rows) == 2 else 'all'} into “{stays.name}”"
    accountable = {team for row in held for team in row.row.raci.accountable}
    responsible = {team for row in held for team in row.row.raci.doers}
    if len(accountable) == 1 or (not accountable and len(responsible) < 2):
        yield as_one(label, merged)
        return
    for team in best_teams(graph, stays, among=accountable or responsible)[:_OFFERED]:
        settled = KeepOneAccountable(stays.id, team) if accountable else AssignTeam(stays.id, team, "AR")
        yield as_one(f"{label}, and let {graph.name(team)} answer for it", [*merged, settled])
