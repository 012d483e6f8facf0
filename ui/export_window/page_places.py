"""Where the pages lie under each other, in pixels of the screen; no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from orgmodel.model.value import value
from ui.export_window.sheet_drawing import Size

Fit = Literal["width", "page"]

MARGIN: Final = 16
"""Pixels around and between pages."""
FULL: Final = 96 / 72
"""Pixels to a point at 100 %."""
SMALLEST: Final = 0.1
LARGEST: Final = 4.0
STEP: Final = 1.25


class Box(NamedTuple):
    """The place of a page."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        return self.top + self.height


@value
class Places:
    """The boxes of all pages from the top, and the size of all of it."""

    boxes: tuple[Box, ...]
    tops: tuple[int, ...]
    width: int
    height: int

    def in_sight(self, top: int, height: int) -> range:
        """The pages of which something lies in such a stretch."""
        first = max(0, bisect_right(self.tops, top) - 1)
        if first < len(self.boxes) and self.boxes[first].bottom <= top:
            first += 1
        return range(first, max(first, bisect_left(self.tops, top + height)))

    def page_at(self, top: int, height: int) -> int:
        """The page that one reads: the one that holds the middle of what is in sight, or lies next above it."""
        middle = top + height // 2
        return max(0, bisect_right(self.tops, middle) - 1)


def placed(sizes: Sequence[Size], zooms: Sequence[float], room: int) -> Places:
    """Each page at its zoom, 1.0 being 100 %, in the middle of a room so many pixels wide, or of the widest page."""
    measures = [
        (max(1, round(width * zoom * FULL)), max(1, round(height * zoom * FULL)))
        for (width, height), zoom in zip(sizes, zooms, strict=True)
    ]
    whole = max([room, *(width + 2 * MARGIN for width, _ in measures)])
    boxes: list[Box] = []
    top = MARGIN
    for width, height in measures:
        boxes.append(Box((whole - width) // 2, top, width, height))
        top += height + MARGIN
    return Places(tuple(boxes), tuple(box.top for box in boxes), whole, top if boxes else 0)


def zooms_to_fit(fit: Fit, sizes: Sequence[Size], width: int, height: int) -> tuple[float, ...]:
    """The zoom of each page at which it is as wide as the room, or whole in it: one on larger paper is as legible."""
    across = [(width - 2 * MARGIN) / (wide * FULL) for wide, _ in sizes]
    down = [(height - 2 * MARGIN) / (high * FULL) for _, high in sizes]
    return tuple(bounded(one if fit == "width" else min(one, other)) for one, other in zip(across, down, strict=True))


def bounded(zoom: float) -> float:
    return min(LARGEST, max(SMALLEST, zoom))


def step_of(zoom: float, step: int) -> float:
    """One step larger or smaller; 0 is 100 %."""
    return bounded(zoom * STEP**step) if step else 1.0
