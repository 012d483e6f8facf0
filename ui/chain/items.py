"""The things on the canvas: each holds its plain shape and how it is shown, and paints itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from orgmodel.diagram.shapes import Card, NobodyCard, Rect
from orgmodel.diagram.signs import ENTRY
from orgmodel.model import Subject, TeamId
from ui.chain import painting
from ui.chain.dimming import DimmableItem
from ui.chain.words import card_sentence
from ui.plain_text import as_tip
from ui.theme import Theme
from ui.translation import tr

_MARGIN: Final = 9.0


class CardItem(DimmableItem):
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
            painting.paint_pin(painter, painting.pin_at(area.width(), area.height()), self.theme)
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
        return tr("Nobody does {rows}.", rows=", ".join(f"“{name}”" for name in self.card.names))

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
        self.setToolTip(tr("Every page enters here. Drag from it to the team that hears it first."))

    @property
    def name(self) -> str:
        return tr("Alert")

    @property
    def corner(self) -> float:
        return self.size.height / 2

    def paint(self, painter: QPainter, _: QStyleOptionGraphicsItem, __: QWidget | None = None) -> None:
        painting.paint_entry(painter, self.size.width, self.size.height, self.theme)
        self.paint_marks(painter)
