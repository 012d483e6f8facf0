"""A layout that puts widgets beside each other, and on another line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from orgmodel.model.value import value

Box = tuple[int, int]
"""Width and height."""


@value
class Flowed:
    """Where each of some boxes goes within a width, and how high all of them are together."""

    places: tuple[tuple[int, int, int], ...]
    """Left, top and width; a box that is wider than there is room is made narrower."""
    height: int


def flowed(boxes: tuple[Box, ...], width: int, gap: int) -> Flowed:
    """Put boxes on lines from the left, each line as high as its highest box."""
    places: list[tuple[int, int, int]] = []
    x = y = line = 0
    for wide, high in boxes:
        taken = min(wide, width)
        if x and x + taken > width:
            x, y, line = 0, y + line + gap, 0
        places.append((x, y, taken))
        x, line = x + taken + gap, max(line, high)
    return Flowed(tuple(places), y + line)


class FlowLayout(QLayout):
    """Mirrored where the language is written from the right."""

    def __init__(self, parent: QWidget, gap: int = 4) -> None:
        super().__init__(parent)
        self._held: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._held.append(item)
        self.invalidate()

    def put(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one at a place."""
        self.addWidget(widget)
        self._held.insert(place, self._held.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._held)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._held[index] if 0 <= index < len(self._held) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._held.pop(index) if 0 <= index < len(self._held) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flowed(width).height

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(120, self.geometry().width())))

    def minimumSize(self) -> QSize:
        return QSize(40, max((item.minimumSize().height() for item in self._held), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        parent = self.parentWidget()
        is_mirrored = parent is not None and parent.isRightToLeft()
        for item, (x, y, width) in zip(self._held, self._flowed(rect.width()).places, strict=True):
            left = rect.width() - x - width if is_mirrored else x
            item.setGeometry(QRect(rect.topLeft() + QPoint(left, y), QSize(width, item.sizeHint().height())))

    def _flowed(self, width: int) -> Flowed:
        hints = (item.sizeHint() for item in self._held)
        return flowed(tuple((hint.width(), hint.height()) for hint in hints), width, self._gap)
