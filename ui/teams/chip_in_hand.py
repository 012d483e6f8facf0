"""The thing in hand as it follows the pointer: its name, and what a drop here would do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import icons
from ui.teams.in_hand import InHand
from ui.texts import SMALL, STRONG, cut, write
from ui.theme import Theme

SIZE: Final = (256, 50)


class ChipInHand(QWidget):
    """Shown while something is in hand; the mouse goes through it."""

    def __init__(self, hand: InHand, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.lens, self.theme = parent, theme
        self._hand = hand
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(*SIZE)
        self.hide()
        hand.changed.connect(self.update)
        hand.ended.connect(self.hide)

    def show_at(self, point: QPoint) -> None:
        """Beside the pointer, within the lens."""
        room = self.lens.size()
        x = min(max(0, point.x() - SIZE[0] + 24), room.width() - SIZE[0])
        y = min(max(0, point.y() - SIZE[1] // 2), room.height() - SIZE[1])
        self.move(x, y)
        if not self.isVisible():
            self.show()
            self.raise_()

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        sign = "ban" if self._hand.is_refused else "grip-vertical"
        colour = theme.error if self._hand.is_refused else theme.ink3
        painter.drawPixmap(10, SIZE[1] // 2 - 8, icons.pixmap(sign, colour, 16, self.devicePixelRatioF()))
        room = SIZE[0] - 34 - 10
        write(painter, (34, 17), cut(self._hand.title, STRONG, room)[0], STRONG, theme.ink)
        write(painter, (34, 34), cut(self._hand.said, SMALL, room)[0], SMALL, theme.ink2)
