"""By what rows are looked up: for each index of the graph the keys that one row has in it."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.graph.backing import Place
from orgmodel.graph.row_facts import RowFacts
from orgmodel.model import AreaId, Duration, LayerId, RowId, ServiceId, TeamId


def owners(row: RowFacts) -> Iterable[TeamId]:
    return row.owners


def owners_if_critical(row: RowFacts) -> Iterable[TeamId]:
    return row.owners if row.critical else ()


def owners_by_urgency(row: RowFacts) -> Iterable[tuple[TeamId, bool | None, bool | None]]:
    """Of a row that may be critical: each owner, whether it is, and whether an alert lands there."""
    return () if row.critical is False else [(team, row.critical, row.row.paged) for team in row.owners]


def holders(row: RowFacts) -> Iterable[TeamId]:
    """The teams with A or R."""
    return (*row.accountable, *row.responsible)


def holders_by_criticality(row: RowFacts) -> Iterable[tuple[TeamId, int | None]]:
    return [(team, row.criticality) for team in holders(row)]


def place(row: RowFacts) -> Iterable[Place]:
    return ((row.row.service, row.row.layer),)


def place_if_paged(row: RowFacts) -> Iterable[Place]:
    return () if row.row.paged is False else place(row)


def accountable_in_place(row: RowFacts) -> Iterable[tuple[ServiceId | None, LayerId | None, TeamId]]:
    return [(row.row.service, row.row.layer, team) for team in row.accountable]


def name(row: RowFacts) -> Iterable[str]:
    return (row.row.name,)


def area(row: RowFacts) -> Iterable[AreaId | None]:
    return (row.row.area,)


def needed(row: RowFacts) -> Iterable[RowId]:
    return row.row.depends_on


def doers_and_effort(row: RowFacts) -> Iterable[tuple[ServiceId | None, tuple[TeamId, ...], Duration | None]]:
    return [(row.row.service, row.doers, row.row.effort)] if row.doers else ()
