"""A radar of ratings as geometry: rings 1 to 5 around 0, 0, a spoke for each rating, y down; nothing of a medium.

What is not rated has a spoke and no point: no line and no ground passes over it as if somebody had rated it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt
from typing import Final, Literal, NamedTuple

from orgmodel.diagram.shapes import Point
from orgmodel.model.value import value

RINGS: Final = 5
LEAST_RATINGS: Final = 3
MOST_SPOKES: Final = 40
"""Fewer ratings make no shape, and more spokes cannot be told apart."""

_UPRIGHT: Final = 0.12
"""So near to the top and the bottom, a label is centred over its spoke."""
_STAYS: Final = 1e6
"""What it weighs that a label at the top or the bottom is not pushed aside by others."""

Align = Literal["left", "right", "centre"]


class Spoke(NamedTuple):
    """A rating's direction: where its line ends, where its point is (None if it has none), and its label.

    `label` is the middle of the label's upper edge, or the end of that edge which is nearer to the spoke.
    """

    end: Point
    at: Point | None
    label: Point
    align: Align


@value
class Radar:
    """`rings` from the innermost; `grounds` are triangles between ratings side by side, `lines` join those.

    `links` go from rating to rating over what is not rated, to be drawn dashed.
    """

    radius: float
    rings: tuple[tuple[Point, ...], ...]
    spokes: tuple[Spoke, ...]
    grounds: tuple[tuple[Point, Point, Point], ...]
    lines: tuple[tuple[Point, Point], ...]
    links: tuple[tuple[Point, Point], ...]
    top: float
    bottom: float
    """From where to where the rings and the labels reach."""


def has_radar(scores: Sequence[float | None]) -> bool:
    return len(scores) <= MOST_SPOKES and sum(score is not None for score in scores) >= LEAST_RATINGS


def radar_of(scores: Sequence[float | None], radius: float, label_height: float, gap: float) -> Radar:
    """The radar of ratings from 1 to 5, None where there is none, clockwise from the top.

    Labels keep a gap from the rings, and stand clear of each other. Raises `ValueError` where `has_radar` says no.
    """
    if not has_radar(scores):
        raise ValueError("a radar needs three ratings, and at most forty spokes")
    ways = [(sin(2 * pi * place / len(scores)), -cos(2 * pi * place / len(scores))) for place in range(len(scores))]
    points = [
        None if score is None else _on(way, radius * min(max(score, 0), RINGS) / RINGS)
        for way, score in zip(ways, scores, strict=True)
    ]
    rings = tuple(tuple(_on(way, radius * ring / RINGS) for way in ways) for ring in range(1, RINGS + 1))
    labels = _labels(ways, radius + gap, label_height)
    spokes = tuple(
        Spoke(_on(way, radius), point, label, _align(way))
        for way, point, label in zip(ways, points, labels, strict=True)
    )
    lines, links = _joined(points)
    return Radar(
        radius,
        rings,
        spokes,
        tuple((Point(0, 0), start, end) for start, end in lines),
        lines,
        links,
        min(-radius, *(label.y for label in labels)),
        max(radius, *(label.y + label_height for label in labels)),
    )


def _on(way: tuple[float, float], distance: float) -> Point:
    return Point(way[0] * distance, way[1] * distance)


def _joined(points: Sequence[Point | None]) -> tuple[tuple[tuple[Point, Point], ...], tuple[tuple[Point, Point], ...]]:
    """The pairs of ratings that follow each other round the radar: side by side, and over what is not rated."""
    rated = [(place, point) for place, point in enumerate(points) if point is not None]
    lines: list[tuple[Point, Point]] = []
    links: list[tuple[Point, Point]] = []
    for (place, point), (later, after) in zip(rated, [*rated[1:], rated[0]], strict=True):
        (lines if (place + 1) % len(points) == later else links).append((point, after))
    return tuple(lines), tuple(links)


def _align(way: tuple[float, float]) -> Align:
    if abs(way[0]) < _UPRIGHT:
        return "centre"
    return "left" if way[0] > 0 else "right"


def _labels(ways: Sequence[tuple[float, float]], distance: float, height: float) -> list[Point]:
    """Each label beside the end of its spoke, moved up or down as little as it takes to have its own place."""
    wanted = [_on(way, distance).y - height / 2 + way[1] * height / 2 for way in ways]
    found: list[Point] = [Point(0, y) for y in wanted]
    for side in (1, -1):
        beside = [place for place, way in enumerate(ways) if way[0] * side >= _UPRIGHT]
        middle = [place for place, way in enumerate(ways) if abs(way[0]) < _UPRIGHT]
        order = sorted((*beside, *middle), key=lambda place: (wanted[place], ways[place][1]))
        weights = [1.0 if place in beside else _STAYS for place in order]
        for place, y in zip(order, spaced([wanted[place] for place in order], weights, height), strict=True):
            if place in beside:
                found[place] = Point(side * _clear(abs(ways[place][0]) * distance, distance, y, height), y)
    return found


def _clear(own: float, distance: float, y: float, height: float) -> float:
    """How far out a label has to begin so that it does not reach into the rings."""
    nearest = 0.0 if y < 0 < y + height else min(abs(y), abs(y + height))
    return sqrt(distance**2 - nearest**2) if nearest < distance else own


def spaced(wanted: Sequence[float], weights: Sequence[float], distance: float) -> list[float]:
    """Places in the same order, each at least a distance after the one before and as near as can be to what is wanted.

    The weighted squares of the moves are least (isotonic regression by pooling neighbours that violate the order).
    """
    pools: list[tuple[float, float, int]] = []
    for place, (y, weight) in enumerate(zip(wanted, weights, strict=True)):
        pools.append((y - place * distance, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean, heavy, count), (other, light, more) = pools[-2:]
            pools[-2:] = [((mean * heavy + other * light) / (heavy + light), heavy + light, count + more)]
    levels = [mean for mean, _, count in pools for _ in range(count)]
    return [level + place * distance for place, level in enumerate(levels)]
