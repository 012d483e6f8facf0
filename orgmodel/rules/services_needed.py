"""What of other services hangs on a row: known only where the row is all there is of its service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import Service, ServiceId


def services_leaning_on(graph: OrgGraph, row: RowFacts) -> Sequence[Service]:
    """The services that depend on the row's service, where it is the only row of that.

    A rule about rows that says it reads `in_place`.
    """
    service = row.row.service
    if service is None or service not in by_what_they_need(graph):
        return ()
    rows: Mapping[ServiceId | None, int] = graph.remembered("rows of services", lambda: _rows_of_services(graph))
    return by_what_they_need(graph)[service] if rows[service] == 1 else ()


def by_what_they_need(graph: OrgGraph) -> Mapping[ServiceId, list[Service]]:
    """The services that depend on each service."""

    def made() -> dict[ServiceId, list[Service]]:
        needing: dict[ServiceId, list[Service]] = {}
        for service in graph.organization.services:
            for needed in dict.fromkeys(service.depends_on):
                needing.setdefault(needed, []).append(service)
        return needing

    return graph.remembered("services by what they need", made)


def _rows_of_services(graph: OrgGraph) -> dict[ServiceId | None, int]:
    counts: dict[ServiceId | None, int] = {}
    for (service, _), places in graph.in_place.items():
        counts[service] = counts.get(service, 0) + len(places)
    return counts
