"""The escalations that a finding misses: drawn between the cards they should join, while the finding is in hand."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.chain.words import STRONG
from ui.texts import width_of, write
from ui.theme import Theme
from ui.translation import marked, tr

WORD: Final = marked("missing")
_HEAD: Final = 11.0
_PAD: Final = 5.0


class MissingEscalations(QGraphicsItem):
    """Dashed lines from card to card, each with the word; in the colour of the finding's severity."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.lines: tuple[QLineF, ...] = ()
        self.tone = "error"
        self.setZValue(1.8)
        self.hide()

    def show_between(self, pairs: tuple[tuple[QRectF, QRectF], ...], tone: str) -> None:
        """Draw one from each first card to its second one; nothing where there are none."""
        lines = tuple(_between(*pair) for pair in pairs)
        if (lines, tone) != (self.lines, self.tone):
            self.prepareGeometryChange()
            self.lines, self.tone = lines, tone
            self.setToolTip(tr("An escalation that is missing here") if lines else "")
            self.setVisible(bool(lines))
            self.update()

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def boundingRect(self) -> QRectF:
        area = QRectF()
        for line in self.lines:
            area = area.united(QRectF(line.p1(), line.p2()).normalized())
        return area.adjusted(-40, -20, 40, 20)

    def paint(self, painter: QPainter, _: QStyleOptionGraphicsItem, __: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self.lines:
            self._draw(painter, line)

    def _draw(self, painter: QPainter, line: QLineF) -> None:
        colour = QColor(getattr(self.theme, self.tone))
        pen = QPen(colour, 2)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(_head(line))
        word = tr(WORD)
        width = width_of(word, STRONG)
        pad = QRectF(0, 0, width + 2 * _PAD, 20)
        pad.moveCenter(line.center())
        painter.setBrush(QColor(self.theme.paper))
        painter.drawRoundedRect(pad, 3, 3)
        write(painter, (pad.left() + _PAD, pad.center().y()), word, STRONG, colour.name())


def _between(source: QRectF, target: QRectF) -> QLineF:
    """From edge to edge on the line that joins the middles."""
    middle = QLineF(source.center(), target.center())
    return QLineF(_edge(source, middle.p2()), _edge(target, middle.p1()))


def _edge(card: QRectF, towards: QPointF) -> QPointF:
    """Where the line from the middle of a card to a point outside leaves it."""
    offset = towards - card.center()
    shares = [
        side / abs(part) for side, part in ((card.width() / 2, offset.x()), (card.height() / 2, offset.y())) if part
    ]
    return card.center() + offset * min((*shares, 1.0))


def _head(line: QLineF) -> QPolygonF:
    angle = math.atan2(line.dy(), line.dx())
    sides = (angle + 2.6, angle - 2.6)
    return QPolygonF([line.p2(), *(line.p2() + QPointF(math.cos(side), math.sin(side)) * _HEAD for side in sides)])
