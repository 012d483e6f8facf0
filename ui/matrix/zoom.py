"""How large the matrix is drawn: the steps from half to double, and places in it against pixels of the screen."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF

from ui.matrix.layout import Port

FULL: Final = 1.0
FACTORS: Final = (0.5, 0.67, 0.75, 0.9, FULL, 1.1, 1.25, 1.5, 1.75, 2.0)


def stepped(factor: float, step: int) -> float:
    """One step larger (1) or smaller (-1), as far as there are any; 100 % for 0."""
    if step == 0:
        return FULL
    if step > 0:
        return next((each for each in FACTORS if each > factor), FACTORS[-1])
    return next((each for each in reversed(FACTORS) if each < factor), FACTORS[0])


def port_of(scrolled: tuple[int, int], size: tuple[int, int], factor: float) -> Port:
    """What a viewport of that size shows; a line that is cut by a pixel's part counts whole."""
    return Port(*scrolled, ceil(size[0] / factor), ceil(size[1] / factor))


def scaled(place: QRect, factor: float) -> QRect:
    """A rectangle so many times as large, and as far from the corner; outwards to whole pixels."""
    if factor == FULL:
        return place
    return QRectF(
        place.x() * factor, place.y() * factor, place.width() * factor, place.height() * factor
    ).toAlignedRect()
