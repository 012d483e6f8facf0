"""Where an arrow key leads from one button of the start screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def place_beside(here: QRect, key: int, places: Iterable[QRect]) -> QRect | None:
    """The nearest place that way: up and down within the column; across, level rather than aside. None at the end."""
    is_down = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    sign = -1 if key in (Qt.Key.Key_Up, Qt.Key.Key_Left) else 1
    found: list[tuple[int, int, QRect]] = []
    for place in places:
        off = place.center() - here.center()
        ahead, aside = (sign * off.y(), abs(off.x())) if is_down else (sign * off.x(), abs(off.y()))
        is_in_column = place.left() <= here.right() and here.left() <= place.right()
        if ahead > 0 and (is_in_column if is_down else not is_in_column):
            found.append((ahead + 2 * aside, place.x(), place))
    return min(found, key=lambda each: each[:2], default=(0, 0, None))[2]
