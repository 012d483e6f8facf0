"""What a mouse does on the canvas, each as an object: it moves, and then it is finished or cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor

from orgmodel.commands import AddEscalation
from orgmodel.diagram.signs import ENTRY
from orgmodel.model import ALERT, Escalation, TeamId
from ui.chain.items import CardItem, TeamItem
from ui.chain.rubber import RubberItem

if TYPE_CHECKING:
    from ui.chain.view import ChainView

GRID: Final = 4
"""Places are whole multiples of this, so that cards line up and files stay short."""


class Gesture(Protocol):
    """Points are on the canvas, `at` in the viewport."""

    def move(self, point: QPointF, at: QPoint) -> None: ...

    def finish(self, point: QPointF) -> None: ...

    def cancel(self) -> None:
        """Everything back to what it was."""


class MoveCard:
    """Drag a card; it stays where it is dropped, as one step."""

    def __init__(self, view: ChainView, card: CardItem, point: QPointF) -> None:
        self.view = view
        self.card = card
        self.home = card.pos()
        self.grip = point - card.pos()
        self.ghost = RubberItem(view.theme)
        self.ghost.show_place(card.rect)
        view.scene().addItem(self.ghost)
        view.dim_lines_of(card.subject)
        card.setZValue(4)
        card.setOpacity(1.0)
        card.set_look(selected=True)
        if isinstance(card, TeamItem):
            card.say("stays where you drop it")

    def move(self, point: QPointF, at: QPoint) -> None:
        del at
        place = point - self.grip
        self.card.setPos(round(place.x() / GRID) * GRID, round(place.y() / GRID) * GRID)

    def finish(self, point: QPointF) -> None:
        self.move(point, QPoint())
        place = self.card.pos()
        self.cancel()
        if place != self.home:
            self.view.place(self.card, place)

    def cancel(self) -> None:
        self.view.scene().removeItem(self.ghost)
        self.card.setPos(self.home)
        self.card.setZValue(2)
        if isinstance(self.card, TeamItem):
            self.card.say("")
        self.view.show_looks()


class DrawEscalation:
    """Pull a line from a card's handle to the team that hears a page next; by keyboard, step to it."""

    def __init__(self, view: ChainView, source: CardItem) -> None:
        self.view = view
        self.source = source
        self.target: CardItem | None = None
        self.line = RubberItem(view.theme)
        self.line.show_line(source.handle, source.handle)
        view.scene().addItem(self.line)

    @property
    def ends(self) -> tuple[CardItem, ...]:
        """The card that the line comes from, and the one that a drop would reach."""
        return (self.source, self.target) if self.target else (self.source,)

    def move(self, point: QPointF, at: QPoint) -> None:
        del at
        self.aim(self.view.card_at(point))
        self.line.show_line(self.source.handle, point)

    def aim(self, card: CardItem | None) -> None:
        """Mark the card that a drop would reach; only teams hear pages, and none its own."""
        target = card if isinstance(card, TeamItem) and card is not self.source else None
        if target is not self.target:
            self.target = target
            self.view.show_looks()
        if target:
            self.line.show_line(self.source.handle, target.rect.center())

    def finish(self, point: QPointF) -> None:
        del point
        target = self.target
        self.cancel()
        if not isinstance(target, TeamItem) or target.team is None:
            return
        source = ALERT if self.source.subject == ENTRY else TeamId(self.source.team or "")
        escalation = Escalation(source, target.team)
        if self.view.session.execute(AddEscalation(escalation)):
            self.view.select_way(escalation)

    def cancel(self) -> None:
        self.view.scene().removeItem(self.line)
        self.view.show_looks()


class Pan:
    """Push the canvas about."""

    def __init__(self, view: ChainView, at: QPoint) -> None:
        self.view = view
        self.last = at
        self.cursor: QCursor = view.viewport().cursor()
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, point: QPointF, at: QPoint) -> None:
        del point
        step = at - self.last
        self.last = at
        for bar, by in ((self.view.horizontalScrollBar(), step.x()), (self.view.verticalScrollBar(), step.y())):
            bar.setValue(bar.value() - by)

    def finish(self, point: QPointF) -> None:
        del point
        self.cancel()

    def cancel(self) -> None:
        self.view.viewport().setCursor(self.cursor)
