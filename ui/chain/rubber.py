"""What a gesture draws while it lasts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui import icons
from ui.chain.words import STRONG
from ui.texts import width_of, write
from ui.theme import Theme

_NOTE_HEIGHT = 24.0


class RubberItem(QGraphicsItem):
    """The line that is pulled out of a card, why it may not end there, and the place that a dragged card came from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setZValue(5)
        self._ends: tuple[QPointF, QPointF] | None = None
        self._place: QRectF | None = None
        self.note = ""

    def show_line(self, start: QPointF, end: QPointF, note: str = "") -> None:
        """A `note` says why nothing can be dropped here."""
        self.prepareGeometryChange()
        self._ends, self.note = (start, end), note
        self.update()

    def show_place(self, rect: QRectF) -> None:
        self.prepareGeometryChange()
        self._place = rect
        self.setZValue(0)
        self.update()

    def boundingRect(self) -> QRectF:
        area = QRectF()
        if self._ends:
            area = QRectF(*self._ends).normalized().adjusted(-1, -1, 1, 1)
        if self._place:
            area = area.united(self._place)
        if self.note:
            area = area.united(self._pad())
        return area.adjusted(-10, -10, 10, 10)

    def _pad(self) -> QRectF:
        """Where the note stands: below the pointer, to the right."""
        end = self._ends[1] if self._ends else QPointF()
        return QRectF(end.x() + 12, end.y() + 14, width_of(self.note, STRONG) + 38, _NOTE_HEIGHT)

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
        if self.note:
            self._draw_note(painter, self._pad())

    def _draw_note(self, painter: QPainter, pad: QRectF) -> None:
        painter.setPen(QPen(QColor(self.theme.control), 1))
        painter.setBrush(QColor(self.theme.paper))
        painter.drawRoundedRect(pad, 4, 4)
        sign = icons.pixmap("ban", self.theme.ink, 14, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(pad.left() + 8, pad.center().y() - 7), sign)
        write(painter, (pad.left() + 28, pad.center().y()), self.note, STRONG, self.theme.ink)
