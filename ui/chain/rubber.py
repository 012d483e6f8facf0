"""What a gesture draws while it lasts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.theme import Theme


class RubberItem(QGraphicsItem):
    """The line that is pulled out of a card, and the place that a dragged card came from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setZValue(3)
        self._ends: tuple[QPointF, QPointF] | None = None
        self._place: QRectF | None = None

    def show_line(self, start: QPointF, end: QPointF) -> None:
        self.prepareGeometryChange()
        self._ends = (start, end)
        self.update()

    def show_place(self, rect: QRectF) -> None:
        self.prepareGeometryChange()
        self._place = rect
        self.setZValue(0)
        self.update()

    def boundingRect(self) -> QRectF:
        area = QRectF()
        if self._ends:
            area = QRectF(*(self._ends[0].toTuple()), 0, 0).united(QRectF(*(self._ends[1].toTuple()), 1, 1))
        if self._place:
            area = area.united(self._place)
        return area.adjusted(-10, -10, 10, 10)

    def paint(self, painter: QPainter, _: QStyleOptionGraphicsItem, __: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._place:
            pen = QPen(QColor(self.theme.control), 1.5)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._place, 6, 6)
        if self._ends:
            pen = QPen(QColor(self.theme.accent), 2)
            pen.setDashPattern([3.5, 2])
            painter.setPen(pen)
            painter.drawLine(*self._ends)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent))
            painter.drawEllipse(self._ends[1], 4, 4)
