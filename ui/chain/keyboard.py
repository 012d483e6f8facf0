"""The chain by keyboard: from card to card, and what can be done with the one the keys are on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from orgmodel.diagram.signs import ENTRY
from orgmodel.model import Subject
from ui.chain.gestures import DrawEscalation
from ui.chain.items import CardItem, NobodyItem
from ui.chain.navigation import Direction, first_card, neighbour

if TYPE_CHECKING:
    from ui.chain.view import ChainView

NUDGE: Final = 24
_ARROWS: Final[dict[int, Direction]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class ChainKeys:
    """Acts on the view's current card."""

    def __init__(self, view: ChainView) -> None:
        self.view = view

    @property
    def card(self) -> CardItem | None:
        """The card the keys are on; None for none, and where nothing can be done with it."""
        return self._card_of(self.view.current)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours."""
        direction = _ARROWS.get(event.key())
        if direction and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.nudge(direction)
        elif direction:
            self.step(direction)
        elif event.key() == Qt.Key.Key_Escape:
            self.view.escape()
        else:
            return False
        return True

    def start_escalation(self) -> None:
        """Pull a line out of the card; arrow keys then choose who hears the page."""
        card = self._card_of(self._start())
        if card and not self.view.gesture:
            self.view.gesture = DrawEscalation(self.view, card)

    def nudge(self, direction: Direction) -> None:
        """Move the card a little, as one step."""
        card = self.card
        if card:
            dx, dy = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[direction]
            self.view.place(card, card.pos() + QPointF(dx * NUDGE, dy * NUDGE))

    def next_way(self) -> None:
        """Select the next escalation of the card, or of the one after the selected escalation."""
        view = self.view
        chosen, start = view.selected_arrow(), self._start()
        ways = [item for item in view.canvas.arrows.values() if item.arrow.source == start and item.arrow.escalation]
        if not ways:
            return
        place = ways.index(chosen) + 1 if chosen in ways else 0
        way = ways[place % len(ways)].arrow.escalation
        if way:
            view.select_way(way)

    def step(self, direction: Direction) -> None:
        """To the next card in a direction; while a line is pulled, to the next that could hear the page."""
        view = self.view
        rects = view.canvas.rects()
        gesture = view.gesture
        start = self._start()
        if isinstance(gesture, DrawEscalation):
            start = gesture.target.subject if gesture.target else gesture.source.subject
        if start not in rects:
            chosen = view.session.selection[:1]
            view.current = chosen[0] if chosen and chosen[0] in rects else first_card(rects, ENTRY)
        elif isinstance(gesture, DrawEscalation):
            gesture.aim(view.canvas.cards[neighbour(start, direction, rects)])
            return
        else:
            view.current = neighbour(start, direction, rects)
        if view.current:
            view.setAccessibleDescription(view.canvas.cards[view.current].sentence)
            view.ensureVisible(rects[view.current], 40, 40)
        view.show_looks()

    def enter(self) -> None:
        """Select the card, or end the line at it; on what is selected already, open it."""
        view = self.view
        gesture = view.gesture
        if isinstance(gesture, DrawEscalation):
            view.finish_gesture(QPointF())
            return
        card = view.canvas.cards.get(view.current) if view.current else None
        if card and view.session.selection[:1] != (card.subject,):
            view.select_card(card)
        elif view.session.selection:
            view.opened.emit()

    def _start(self) -> Subject | None:
        """Where the next key begins: the current card, else the one that the selected escalation comes from."""
        chosen = self.view.selected_arrow()
        return self.view.current or (chosen.arrow.source if chosen else None)

    def _card_of(self, subject: Subject | None) -> CardItem | None:
        card = self.view.canvas.cards.get(subject) if subject else None
        return None if isinstance(card, NobodyItem) else card
