"""What a sentence calls a row, so that of a hundred rows named “Database” it is clear which is meant."""

from __future__ import annotations

from orgmodel.graph import OrgGraph, RowFacts


def said_of(graph: OrgGraph, row: RowFacts) -> str:
    """`“Database”`; where another row of the file has that name, `“Database” of Checkout API`.

    A rule about rows that says it reads `namesakes`: whether a name is shared is no matter of one row.
    """
    return f"“{row.name}”{whose(graph, row)}"


def whose(graph: OrgGraph, row: RowFacts) -> str:
    """` of Checkout API` where another row has the same name, else nothing."""
    if len(graph.namesakes.get(row.name, ())) < 2:
        return ""
    named = row.row.service
    service = graph.organization.service_by_id.get(named) if named else None
    return f" of {service.name if service else named or 'the whole organisation'}"
