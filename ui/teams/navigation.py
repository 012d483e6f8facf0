"""Where an arrow key leads on the board: straight ahead rather than aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

from orgmodel.diagram.shapes import Rect

Direction = Literal["left", "right", "up", "down"]
T = TypeVar("T")


def nearest(places: Mapping[T, Rect], here: Rect, direction: Direction) -> T | None:
    """The place ahead whose top is nearest; None where there is nothing in that direction.

    Cards are of very different height: what counts is where they begin.
    """
    best, least = None, float("inf")
    for thing, there in places.items():
        across, down = there.centre.x - here.centre.x, there.y - here.y
        ahead, aside = (down, abs(across)) if direction in ("up", "down") else (across, abs(down))
        if direction in ("left", "up"):
            ahead = -ahead
        if ahead > 1 and ahead + 2 * aside < least:
            best, least = thing, ahead + 2 * aside
    return best


def at_height(tops: Iterable[float], height: float) -> int:
    """The number of the line that begins nearest to a height."""
    return min(enumerate(tops), key=lambda pair: abs(pair[1] - height), default=(0, 0.0))[0]
