"""How often straight lines between cards cross: what tells a good layout from a bad one (Purchase 1997)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from orgmodel.model import TeamId

Spot = tuple[float, float]


def crossings(spots: Mapping[TeamId, Spot], ways: Iterable[tuple[TeamId, TeamId]]) -> int:
    """Pairs of lines that cross between their ends; lines that share a card meet there, which does not count."""
    lines = [(spots[a], spots[b], a, b) for a, b in ways if a in spots and b in spots and a != b]
    return sum(
        len({a, b, c, d}) == 4 and _cross(start, end, other, beyond)
        for (start, end, a, b), (other, beyond, c, d) in combinations(lines, 2)
    )


def _cross(start: Spot, end: Spot, other: Spot, beyond: Spot) -> bool:
    return (
        _side(start, end, other) * _side(start, end, beyond) < 0
        and _side(other, beyond, start) * _side(other, beyond, end) < 0
    )


def _side(start: Spot, end: Spot, point: Spot) -> float:
    """Positive where the point is on the one side of a line, negative on the other."""
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])
