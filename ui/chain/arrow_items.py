"""The arrows on the canvas, and what is said beside them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from orgmodel.diagram.shapes import Arrow
from ui.chain import line_painting
from ui.chain.dimming import DimmableItem
from ui.plain_text import as_tip
from ui.theme import Theme

_REACH: Final = 14.0
"""How far tips, cuts and grips reach from the line."""
_NEAR: Final = 12.0
"""How near to a line a click still means it."""


class ArrowItem(DimmableItem):
    """The line of an escalation; `words` lie above all lines."""

    def __init__(self, arrow: Arrow, theme: Theme, corner: float) -> None:
        super().__init__()
        self.arrow = arrow
        self.theme = theme
        self.corner = corner
        self.behind = QColor(theme.paper)
        self.is_strong = False
        self.is_selected = False
        self.setZValue(1)
        self.words = WordsItem(self)
        self._area = QRectF()
        self._pieces: list[QRectF] = []
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._shape = QPainterPath()

    def show_arrow(self, arrow: Arrow, behind: QColor, tip: str) -> None:
        if arrow == self.arrow and behind == self.behind and not self._area.isNull():
            return
        self.prepareGeometryChange()
        self.arrow, self.behind = arrow, behind
        self._drawn = line_painting.ArrowShape(arrow, self.corner)
        pieces = [QRectF(QPointF(*one), QPointF(*other)).normalized() for one, other in pairwise(arrow.points)]
        self._pieces = [piece.adjusted(-_REACH, -_REACH, _REACH, _REACH) for piece in pieces]
        self._area = QRectF()
        for piece in self._pieces:
            self._area = self._area.united(piece)
        self._shape = QPainterPath()
        self._shape.setFillRule(Qt.FillRule.WindingFill)
        for piece in pieces:
            self._shape.addRect(piece.adjusted(-_NEAR / 2, -_NEAR / 2, _NEAR / 2, _NEAR / 2))
        self.setToolTip(as_tip(tip))
        self.words.show_words()
        self.update()

    def fade(self, share: float) -> None:
        super().fade(share)
        self.words.setOpacity(share)

    def set_look(self, *, strong: bool, selected: bool) -> None:
        if (strong, selected) != (self.is_strong, self.is_selected):
            self.is_strong, self.is_selected = strong, selected
            # Its grips lie on the cards that it joins.
            self.setZValue(2.5 if selected else 1.5 if strong else 1)
            self.update()

    def apply_theme(self, theme: Theme, behind: QColor) -> None:
        self.theme, self.behind = theme, behind
        self.update()
        self.words.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def shape(self) -> QPainterPath:
        return self._shape

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, __: QWidget | None = None) -> None:
        if option.exposedRect.intersects(self._area) and self._is_on(option.exposedRect):
            opacity = painter.opacity()
            painter.setOpacity(1.0)
            line_painting.paint_arrow(
                painter,
                self.arrow,
                self._drawn,
                self.theme,
                strong=self.is_strong,
                selected=self.is_selected,
                strength=round(opacity, 1),
            )
            painter.setOpacity(opacity)
        if self.is_selected and self.arrow.escalation:
            for end in self.grips:
                line_painting.paint_grip(painter, end, self.theme)

    def _is_on(self, part: QRectF) -> bool:
        """Whether any piece of the line lies there: round about it there is much where it is not."""
        return any(part.intersects(piece) for piece in self._pieces)

    @property
    def words_area(self) -> QRectF:
        """Where its words are; empty where it says none."""
        return self.words.boundingRect()

    @property
    def words_point(self) -> QPointF:
        """Where its words begin, else a corner of its line."""
        words = self.arrow.label or self.arrow.loss
        return QPointF(*words.rect[:2]) if words else QPointF(*self.arrow.points[len(self.arrow.points) // 2])

    @property
    def grips(self) -> tuple[QPointF, QPointF]:
        """Where its beginning and its end can be taken, to be led elsewhere."""
        return QPointF(*self.arrow.points[0]), QPointF(*self.arrow.points[-1])


class WordsItem(QGraphicsItem):
    """What an arrow says, above every line; a part of its arrow, so that both are dimmed alike."""

    def __init__(self, arrow: ArrowItem) -> None:
        super().__init__()
        self.of = arrow
        self.setZValue(1.7)
        self._area = QRectF()

    def show_words(self) -> None:
        area = QRectF()
        for words in (self.of.arrow.label, self.of.arrow.loss):
            if words:
                area = area.united(QRectF(*words.rect).adjusted(-4, -2, 4, 2))
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        self.setToolTip(self.of.toolTip())
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, _: QStyleOptionGraphicsItem, __: QWidget | None = None) -> None:
        if self.of.arrow.label:
            line_painting.paint_label(painter, self.of.arrow.label, self.of.theme, self.of.behind)
        if self.of.arrow.loss:
            line_painting.paint_loss(painter, self.of.arrow.loss, self.of.theme, self.of.behind)
