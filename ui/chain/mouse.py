"""The chain by mouse: what a press, a drag and a click on the canvas mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt

from ui.chain import painting
from ui.chain.gestures import DrawEscalation, MoveCard, Pan
from ui.chain.items import ArrowItem, CardItem, NobodyItem, WordsItem

if TYPE_CHECKING:
    from ui.chain.view import ChainView

_DRAG: Final = 4
"""Pixels that the mouse may wander while its button is down, and it is a click still."""


class ChainMouse:
    """Begins and moves the view's gesture; points `at` are in the viewport."""

    def __init__(self, view: ChainView) -> None:
        self.view = view
        self.hovered: CardItem | None = None
        self.pans = False
        """Whether the left button pushes the canvas about, as it does while Space is held."""
        self._pressed: tuple[QPoint, CardItem | None] | None = None

    @property
    def is_pressed(self) -> bool:
        """Whether the button is down, and it is not clear yet for what."""
        return self._pressed is not None

    def press(self, at: QPoint, button: Qt.MouseButton) -> None:
        view, point = self.view, self.view.mapToScene(at)
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self.pans):
            view.gesture = Pan(view, at)
            return
        if button != Qt.MouseButton.LeftButton:
            return
        source = self._handle_at(point)
        if source:
            view.gesture = DrawEscalation(view, source)
            return
        self._pressed = (at, view.card_at(point))

    def drag(self, at: QPoint) -> None:
        view = self.view
        if self._pressed and not view.gesture and (at - self._pressed[0]).manhattanLength() >= _DRAG:
            start, card = self._pressed
            can_move = card is not None and not isinstance(card, NobodyItem)
            view.gesture = MoveCard(view, card, view.mapToScene(start)) if card and can_move else Pan(view, start)
            self._pressed = None
        if view.gesture:
            view.gesture.move(view.mapToScene(at), at)
        else:
            self._hover(view.mapToScene(at))

    def release(self, at: QPoint) -> None:
        if self.view.gesture:
            self.view.finish_gesture(self.view.mapToScene(at))
        elif self._pressed:
            self._pressed = None
            self._click(at)

    def forget_press(self) -> None:
        self._pressed = None

    def leave(self) -> None:
        self.hovered = None
        self.view.show_looks()

    def _click(self, at: QPoint) -> None:
        view = self.view
        for item in view.canvas.items(view.mapToScene(at)):
            if isinstance(item, CardItem):
                view.select_card(item)
                return
            arrow = item.of if isinstance(item, WordsItem) else item
            if isinstance(arrow, ArrowItem) and arrow.arrow.escalation:
                view.select_way(arrow.arrow.escalation)
                return
        view.current = None
        view.session.select()
        view.show_looks()

    def _hover(self, point: QPointF) -> None:
        on_handle = self._handle_at(point)
        card = on_handle or self.view.card_at(point)
        self.view.viewport().setCursor(Qt.CursorShape.CrossCursor if on_handle else Qt.CursorShape.ArrowCursor)
        if card is not self.hovered:
            self.hovered = card
            self.view.show_looks()

    def _handle_at(self, point: QPointF) -> CardItem | None:
        reach = painting.HANDLE + 4
        for card in self.view.canvas.cards.values():
            distance = card.handle - point
            if card.has_handle and max(abs(distance.x()), abs(distance.y())) <= reach:
                return card
        return None
