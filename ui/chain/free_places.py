"""Where something that lies over the canvas covers nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize

_SIZES: Final = (QSize(480, 150), QSize(340, 150), QSize(260, 170))
"""The sizes that what is said of an empty chain is tried in."""
_STEP: Final = 20
_AROUND: Final = 8


def free_rect(area: QRect, taken: Iterable[QRect]) -> QRect | None:
    """A place that meets nothing that is there, as near to the middle at the top as can be; None where none is."""
    there = tuple(taken)
    for size in _SIZES:
        middle = area.center().x() - size.width() // 2
        xs = range(area.left() + _AROUND, area.right() - size.width() - _AROUND, _STEP)
        ys = range(area.top() + 2 * _AROUND, area.bottom() - size.height() - _AROUND, _STEP)
        places = sorted((QPoint(x, y) for y in ys for x in (middle, *xs)), key=lambda at: abs(at.x() - middle) + at.y())
        rects = (QRect(place, size) for place in places)
        free = (rect for rect in rects if not meets(rect.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND), there))
        found = next(free, None)
        if found is not None:
            return found
    return None


def meets(rect: QRect, others: Iterable[QRect]) -> bool:
    return any(rect.intersects(other) for other in others)
