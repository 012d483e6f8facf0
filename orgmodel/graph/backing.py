"""Who could stand in for whom: the critical rows of each layer and service, by the teams that own them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from orgmodel.graph.row_facts import RowFacts
from orgmodel.model import LayerId, ServiceId, TeamId

Place = tuple[ServiceId | None, LayerId | None]
"""The service and the layer of a row."""


class Bundle(NamedTuple):
    """Critical rows of one owner in one layer and service, by their places; one team could take them over together.

    `able` are the teams that could: each does some of the rows, is asked about one, or owns another row of that layer
    and service. `is_urgent` where a row is of criticality 1.
    """

    service: ServiceId | None
    layer: LayerId | None
    owner: TeamId
    able: tuple[TeamId, ...]
    is_urgent: bool
    rows: tuple[int, ...]


def bundles_of(
    place: Place, rows: Iterable[tuple[int, RowFacts]], standing_in: Mapping[TeamId, object]
) -> tuple[Bundle, ...]:
    """The bundles of one layer and service, of whose rows each has its place in the list; by owner.

    `standing_in` are the teams that can stand in at all, in the order in which they are named. Rows with several owners
    or none are in no bundle; rows without a layer share it with none.
    """
    service, layer = place
    beside: set[TeamId] = set()
    held: dict[TeamId, list[tuple[int, RowFacts]]] = {}
    for number, row in rows:
        if layer is not None:
            beside.update(row.owners)
        if row.critical and len(row.owners) == 1:
            held.setdefault(row.owners[0], []).append((number, row))
    bundles = []
    for owner in sorted(held):
        near = {team for _, row in held[owner] for team, letters in row.row.raci.items() if letters != "I"} | beside
        able = tuple(team for team in standing_in if team in near and team != owner) if near else ()
        urgent = any(row.criticality == 1 for _, row in held[owner])
        bundles.append(Bundle(service, layer, owner, able, urgent, tuple(number for number, _ in held[owner])))
    return tuple(bundles)
