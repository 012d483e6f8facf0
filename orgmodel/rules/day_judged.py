"""The day that the hours of rotations are judged for."""

from __future__ import annotations

from datetime import date
from typing import Final

from orgmodel.graph import OrgGraph

_WITHOUT_A_DAY: Final = date(2026, 1, 5)


def day_judged(graph: OrgGraph) -> date:
    """The day of the analysis; for a graph that is not one of an analysis always the same, a Monday."""
    return graph.today or _WITHOUT_A_DAY
