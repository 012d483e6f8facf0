"""The chain by keyboard: from card to card, and what can be done with the one the keys are on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from orgmodel.diagram.signs import ENTRY
from orgmodel.model import Subject
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

    @property
    def movable(self) -> CardItem | None:
        """The card the keys are on, where it can be put elsewhere."""
        card = self.card
        return card if card and card.subject != ENTRY else None

    @property
    def can_start(self) -> bool:
        """Whether an escalation can be pulled out of what is in hand."""
        return self._card_of(self._start_of_line()) is not None

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
        view, card = self.view, self._card_of(self._start_of_line())
        if card and not view.gesture:
            if card.subject == ENTRY:
                view.current = ENTRY
            view.edits.pull_by_keys(card)

    def lead_elsewhere(self, *, moves_source: bool) -> None:
        """Take one end of the selected escalation; arrow keys then choose the card that it goes to."""
        view, arrow = self.view, self.view.selected_arrow()
        if arrow and not view.gesture:
            view.edits.lead_by_keys(arrow, moves_source=moves_source)

    def menu_point(self) -> QPoint:
        """Where the menu of what is in hand opens, in the viewport."""
        view, arrow, card = self.view, self.view.selected_arrow(), self.view.canvas.card_of(self.view.current)
        if card:
            view.ensureVisible(card.rect, 40, 40)
            return view.mapFromScene(card.rect.center())
        if arrow:
            return view.mapFromScene(arrow.words_point)
        return view.viewport().rect().center()

    def nudge(self, direction: Direction) -> None:
        """Move the card a little, as one step."""
        card = self.movable
        if card:
            dx, dy = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[direction]
            self.view.edits.place(card, card.pos() + QPointF(dx * NUDGE, dy * NUDGE))

    def next_escalation(self) -> None:
        """Select the next escalation of the card, or of the one after the selected escalation."""
        view = self.view
        chosen, start = view.selected_arrow(), self._start()
        onward = [item for item in view.canvas.arrows.values() if item.arrow.source == start and item.arrow.escalation]
        if not onward:
            return
        place = onward.index(chosen) + 1 if chosen in onward else 0
        escalation = onward[place % len(onward)].arrow.escalation
        if escalation:
            view.select_escalation(escalation)

    def step(self, direction: Direction) -> None:
        """To the next card in a direction; while a line is pulled, to the next that could hear the page."""
        view = self.view
        rects = view.canvas.rects()
        gesture = view.gesture
        if gesture is not None and gesture.ends:
            view.edits.aim(direction)
            return
        start = self._start()
        if start is None or start not in rects:
            chosen = view.session.selection[:1]
            view.current = chosen[0] if chosen and chosen[0] in rects else first_card(rects, ENTRY)
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
        if gesture is not None and gesture.ends:
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

    def _start_of_line(self) -> Subject | None:
        """What a line is pulled out of: where nothing is in hand yet and no escalation drawn, out of the alert."""
        return self._start() or (None if self.view.session.organization.escalations else ENTRY)

    def _card_of(self, subject: Subject | None) -> CardItem | None:
        card = self.view.canvas.cards.get(subject) if subject else None
        return None if isinstance(card, NobodyItem) else card
