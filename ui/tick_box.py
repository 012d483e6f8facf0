"""The box of a line that can be ticked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ui.icons import pixmap
from ui.theme import Theme

BOX: Final = 16


def draw_box(painter: QPainter, left: float, middle: float, theme: Theme, *, is_on: bool) -> None:
    """The box with its left edge and its middle at a place; with a check in it where it is on."""
    box = QRectF(left, round(middle - BOX / 2), BOX, BOX)
    painter.setPen(QPen(QColor(theme.accent if is_on else theme.control), 1.5))
    painter.setBrush(QColor(theme.accent if is_on else theme.paper))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
    if is_on:
        check = pixmap("check", theme.on_accent, 12, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(box.left() + 2, box.top() + 2), check)
