"""What a sentence calls a row, so that of a hundred rows named “Database” it is clear which is meant."""

from __future__ import annotations

from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import name_of, subject


def said_of(graph: OrgGraph, row: RowFacts) -> str:
    """`“Database”`; where another row of the file has that name, `“Database” of Checkout API`.

    A rule about rows that says it reads `namesakes`: whether a name is shared is no matter of one row.
    """
    return f"“{row.name}”{whose(graph, row)}"


def whose(graph: OrgGraph, row: RowFacts) -> str:
    """` of Checkout API` where another row has the same name, else nothing."""
    if len(graph.namesakes.get(row.name, ())) < 2:
        return ""
    service = row.row.service
    return f" of {name_of(graph.organization, subject('service', service)) if service else 'the whole organisation'}"
