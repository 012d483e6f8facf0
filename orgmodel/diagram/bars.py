"""Bars as geometry: a rating as five boxes in a row, and an amount on a scale that all share, with its limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

BOXES: Final = 5
_BEYOND: Final = 1.6
"""How far a scale reaches beyond its limit, so that what is above it can be seen."""


class RatingBox(NamedTuple):
    """One of five boxes: how far from the left it begins, its width, and how much of it is filled, from 0 to 1."""

    x: float
    width: float
    filled: float


class Bar(NamedTuple):
    """How long a bar is, None where the amount is unknown, and where the limit stands."""

    length: float | None
    tick: float


def rating_boxes(score: float | None, width: float, gap: float) -> Iterator[RatingBox]:
    """The boxes of a rating over a width; None fills none, and says nothing."""
    each = (width - gap * (BOXES - 1)) / BOXES
    for place in range(BOXES):
        yield RatingBox(place * (each + gap), each, min(max((score or 0) - place, 0.0), 1.0))


def scale_of(limit: float, amounts: Iterable[float | None]) -> float:
    """What the whole width of all bars stands for."""
    return max(limit * _BEYOND, *(amount for amount in amounts if amount is not None), 1.0)


def bar_of(amount: float | None, limit: float, scale: float, width: float) -> Bar:
    return Bar(None if amount is None else width * min(max(amount / scale, 0), 1), width * min(limit / scale, 1))
