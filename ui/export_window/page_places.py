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


def placed(sizes: Sequence[Size], zoom: float, room: int) -> Places:
    """All pages at a zoom, 1.0 being 100 %, each in the middle of a room so many pixels wide, or of the widest."""
    scale = zoom * FULL
    measures = [(max(1, round(width * scale)), max(1, round(height * scale))) for width, height in sizes]
    whole = max([room, *(width + 2 * MARGIN for width, _ in measures)])
    boxes: list[Box] = []
    top = MARGIN
    for width, height in measures:
        boxes.append(Box((whole - width) // 2, top, width, height))
        top += height + MARGIN
    return Places(tuple(boxes), tuple(box.top for box in boxes), whole, top if boxes else 0)


def zoom_to_fit(fit: Fit, sizes: Sequence[Size], width: int, height: int) -> float:
    """The zoom at which the widest page is as wide as the room, or every page is whole in it."""
    if not sizes:
        return 1.0
    across = (width - 2 * MARGIN) / (max(size[0] for size in sizes) * FULL)
    down = (height - 2 * MARGIN) / (max(size[1] for size in sizes) * FULL)
    return bounded(across if fit == "width" else min(across, down))


def bounded(zoom: float) -> float:
    return min(LARGEST, max(SMALLEST, zoom))


def step_of(zoom: float, step: int) -> float:
    """One step larger or smaller; 0 is 100 %."""
    return bounded(zoom * STEP**step) if step else 1.0
