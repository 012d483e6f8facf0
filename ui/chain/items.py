"""The things on the canvas: each holds its plain shape and how it is shown, and paints itself."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from orgmodel.diagram.shapes import Arrow, Card, NobodyCard, Rect
from orgmodel.diagram.signs import ENTRY
from orgmodel.model import Subject, TeamId
from ui.chain import line_painting, painting
from ui.chain.words import card_sentence
from ui.plain_text import as_tip
from ui.theme import Theme
from ui.translation import tr

DIMMED: Final = 0.2
_MARGIN: Final = 9.0
_REACH: Final = 14.0
"""How far tips, cuts and grips reach from the line."""
_NEAR: Final = 12.0
"""How near to a line a click still means it."""


class CardItem(QGraphicsItem):
    """A card that can be taken, dropped on, and pulled an escalation out of; each kind paints itself."""

    def __init__(self, subject: Subject, theme: Theme) -> None:
        super().__init__()
        self.subject = subject
        self.theme = theme
        self.size = Rect(0, 0, 0, 0)
        self.is_selected = False
        self.is_current = False
        self.is_target = False
        self.has_handle = False
        self.is_placed = False
        """Whether somebody put it where it is."""
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(2)

    @property
    def team(self) -> TeamId | None:
        """The team of the card; None for the alert and for nobody."""
        return None

    @property
    def name(self) -> str:
        return ""

    @property
    def sentence(self) -> str:
        return self.name

    @property
    def rect(self) -> QRectF:
        """Where it is on the canvas, without borders and handles."""
        return QRectF(self.pos().x(), self.pos().y(), self.size.width, self.size.height)

    @property
    def handle(self) -> QPointF:
        """The middle of its handle on the canvas."""
        return self.pos() + QPointF(self.size.width + 0.5, self.size.height / 2)

    def set_look(
        self, *, selected: bool = False, current: bool = False, target: bool = False, handle: bool = False
    ) -> None:
        look = (selected, current, target, handle)
        if look != (self.is_selected, self.is_current, self.is_target, self.has_handle):
            self.is_selected, self.is_current, self.is_target, self.has_handle = look
            self.update()

    def mark_placed(self, *, placed: bool) -> None:
        if placed != self.is_placed:
            self.is_placed = placed
            self.update()

    def shift(self, by: QPointF) -> None:
        """Draw it so far from where it stands, while it is on its way there."""
        self.setTransform(QTransform.fromTranslate(by.x(), by.y()))

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def show_at(self, rect: Rect) -> None:
        if rect[2:] != self.size[2:]:
            self.prepareGeometryChange()
        self.size = rect
        self.setPos(rect.x, rect.y)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.size.width, self.size.height).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def shape(self) -> QPainterPath:
        outline = QPainterPath()
        outline.addRect(QRectF(0, 0, self.size.width, self.size.height))
        return outline

    def paint_marks(self, painter: QPainter) -> None:
        """Over the card: the rings of what is selected and in hand, and the handle."""
        area = QRectF(0, 0, self.size.width, self.size.height)
        if self.is_placed:
            painting.paint_pin(painter, painting.pin_at(area.width(), area.height(), self.subject == ENTRY), self.theme)
        if self.is_selected or self.is_target:
            painting.paint_ring(painter, area.adjusted(1, 1, -1, -1), self.theme, self.corner - 1)
        if self.is_current and not self.is_selected:
            painting.paint_ring(painter, area.adjusted(-7, -7, 7, 7), self.theme, self.corner + 6)
        if self.has_handle:
            painting.paint_handle(painter, QPointF(self.size.width + 0.5, self.size.height / 2), self.theme)

    @property
    def corner(self) -> float:
        return 6.0


class TeamItem(CardItem):
    """A team's card."""

    def __init__(self, card: Card, theme: Theme) -> None:
        super().__init__(card.subject, theme)
        self.card = card
        self.most = 0
        self.second_line = ""

    @property
    def team(self) -> TeamId | None:
        return self.card.team.id

    @property
    def name(self) -> str:
        return self.card.team.name

    @property
    def sentence(self) -> str:
        return card_sentence(self.card)

    def show_card(self, card: Card, most: int) -> None:
        if (card, most) != (self.card, self.most) or not self.size.width:
            self.card, self.most = card, most
            self.setToolTip(as_tip(card_sentence(card)))
            self.update()
        self.show_at(card.rect)

    def say(self, second_line: str) -> None:
        """What a drop would do, in place of the second line, while the card is dragged."""
        if second_line != self.second_line:
            self.second_line = second_line
            self.update()

    def paint(self, painter: QPainter, _: QStyleOptionGraphicsItem, __: QWidget | None = None) -> None:
        painting.paint_card(painter, self.card, self.most, self.theme, second_line=self.second_line)
        self.paint_marks(painter)


class NobodyItem(CardItem):
    """The rows of a layer that nobody does."""

    def __init__(self, subject: Subject, card: NobodyCard, theme: Theme) -> None:
        super().__init__(subject, theme)
        self.card = card
        self.place = 0
        """Of the row that the card names."""

    @property
    def name(self) -> str:
        return tr("Nobody")

    def name_row(self, row: str | None) -> None:
        """Name the row that somebody looks at; the first where it is none of these."""
        rows = [str(each) for each in self.card.rows]
        place = rows.index(row) if row in rows else 0
        if place != self.place:
            self.place = place
            self.update()

    @property
    def sentence(self) -> str:
        return f"Nobody does {', '.join(f'“{name}”' for name in self.card.names)}."

    def show_card(self, card: NobodyCard) -> None:
        if card != self.card or not self.size.width:
            self.card, self.place = card, 0
            self.setToolTip(as_tip(self.sentence))
            self.update()
        self.show_at(card.rect)

    def paint(self, painter: QPainter, _: QStyleOptionGraphicsItem, __: QWidget | None = None) -> None:
        painting.paint_nobody(painter, self.card, self.place, self.theme)
        self.paint_marks(painter)


class EntryItem(CardItem):
    """The alert: where every page enters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(ENTRY, theme)
        self.setToolTip(tr("Every page enters here. Drag its handle to the team that hears it first."))

    @property
    def name(self) -> str:
        return tr("Alert")

    @property
    def corner(self) -> float:
        return self.size.height / 2

    def paint(self, painter: QPainter, _: QStyleOptionGraphicsItem, __: QWidget | None = None) -> None:
        painting.paint_entry(painter, self.size.width, self.size.height, self.theme)
        self.paint_marks(painter)


class ArrowItem(QGraphicsItem):
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

    def set_strength(self, strength: float) -> None:
        self.setOpacity(strength)
        self.words.setOpacity(strength)

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
            line_painting.paint_arrow(
                painter, self.arrow, self._drawn, self.theme, strong=self.is_strong, selected=self.is_selected
            )
        if self.is_selected and self.arrow.escalation:
            for end in self.grips:
                line_painting.paint_grip(painter, end, self.theme)

    def _is_on(self, part: QRectF) -> bool:
        """Whether any piece of the line lies there: round about it there is much where it is not."""
        return any(part.intersects(piece) for piece in self._pieces)

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
