"""The chain by mouse: what a press, a drag, a click and a double click on the canvas mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, Qt

from orgmodel.diagram.signs import ENTRY
from ui.chain import line_painting, painting
from ui.chain.arrow_items import ArrowItem, WordsItem
from ui.chain.items import CardItem, NobodyItem, TeamItem
from ui.chain.pan import Pan

if TYPE_CHECKING:
    from ui.chain.view import ChainView

_DRAG: Final = 4
"""Pixels that the mouse may wander while its button is down, and it is a click still."""
_END: Final = 44.0
"""How near to an end of a line a drag takes that end."""
_NAME: Final = QPointF(44, 22)
"""From the corner of a card to its name: a new one is placed so that its name is where somebody asked for it."""


class LineEnd(NamedTuple):
    """The beginning of an arrow, at its source, or its end."""

    arrow: ArrowItem
    is_source: bool


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

    def hold_pan(self, *, on: bool) -> None:
        if on != self.pans:
            self.pans = on
            self.view.viewport().setCursor(Qt.CursorShape.OpenHandCursor if on else Qt.CursorShape.ArrowCursor)

    def press(self, at: QPoint, button: Qt.MouseButton) -> None:
        view, point = self.view, self.view.mapToScene(at)
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self.pans):
            view.begin_gesture(Pan(view, at))
            return
        if button != Qt.MouseButton.LeftButton:
            return
        grip = self._grip_at(point)
        source = None if grip else self._handle_at(point)
        if grip:
            self._begin_leading(grip)
        elif source:
            view.begin_gesture(view.edits.pull(source))
        else:
            self._pressed = (at, view.canvas.card_at(point))

    def press_again(self, at: QPoint, button: Qt.MouseButton) -> None:
        """A double click: words are edited where they stand, and an empty place of a band takes a new team."""
        view, point = self.view, self.view.mapToScene(at)
        if button != Qt.MouseButton.LeftButton or self._handle_at(point) or view.gesture:
            self.press(at, button)
            return
        found = self._thing_at(point)
        if isinstance(found, ArrowItem) and found.arrow.escalation:
            view.select_escalation(found.arrow.escalation)
            view.edits.edit_escalation(found)
        elif isinstance(found, TeamItem) and view.edits.team_of(found):
            view.select_card(found)
            view.edits.edit()
        elif found is None and view.diagram.bands:
            view.edits.ask_team(view.canvas.band_at(point.y()), point - _NAME)
        else:
            self.press(at, button)

    def drag(self, at: QPoint) -> None:
        view = self.view
        if self._pressed and not view.gesture and (at - self._pressed[0]).manhattanLength() >= _DRAG:
            start, card = self._pressed
            self._pressed = None
            self._begin(start, card)
        if view.gesture:
            view.gesture.move(view.mapToScene(at), at)
        else:
            self._hover(view.mapToScene(at))

    def _begin(self, start: QPoint, card: CardItem | None) -> None:
        """A drag from a point: of a card, of an end of a line, else of the canvas."""
        view, point = self.view, self.view.mapToScene(start)
        if card is not None and card.subject == ENTRY:
            # The file keeps no place of the alert's own: it stands beside the team that hears it first.
            view.begin_gesture(view.edits.pull(card))
            return
        if card is not None and not isinstance(card, NobodyItem):
            view.begin_gesture(view.edits.take(card, point))
            return
        end = self._end_at(point) if card is None else None
        if end is None or not self._begin_leading(end):
            view.begin_gesture(Pan(view, start))

    def _begin_leading(self, end: LineEnd) -> bool:
        """Whether an end can be led elsewhere: not where the line stands for an escalation that is missing."""
        gesture = self.view.edits.lead_elsewhere(end.arrow, moves_source=end.is_source)
        if gesture is not None:
            self.view.begin_gesture(gesture)
        return gesture is not None

    def release(self, at: QPoint) -> None:
        if self.view.gesture:
            self.view.finish_gesture(self.view.mapToScene(at))
        elif self._pressed:
            self._pressed = None
            self._click(at)

    def take_for_menu(self, at: QPoint) -> QPoint:
        """Select what the menu is about; the keys go to nothing where that is the empty canvas."""
        view = self.view
        self.forget_press()
        if not view.gesture:
            self._click(at)
        return at

    def forget_press(self) -> None:
        self._pressed = None

    def leave(self) -> None:
        self.hovered = None
        self.view.show_looks()

    def _click(self, at: QPoint) -> None:
        view = self.view
        found = self._thing_at(view.mapToScene(at))
        if isinstance(found, CardItem):
            view.select_card(found)
        elif found is not None and found.arrow.escalation:
            view.select_escalation(found.arrow.escalation)
        else:
            view.current = None
            view.session.select()
            view.show_looks()

    def _thing_at(self, point: QPointF) -> CardItem | ArrowItem | None:
        """The card or the arrow there; words are those of their arrow."""
        for item in self.view.canvas.items(point):
            found = item.of if isinstance(item, WordsItem) else item
            if isinstance(found, (CardItem, ArrowItem)):
                return found
        return None

    def _hover(self, point: QPointF) -> None:
        on_handle = self._handle_at(point)
        card = on_handle or self.view.canvas.card_at(point)
        if not self.pans:
            can_pull = on_handle or self._grip_at(point)
            self.view.viewport().setCursor(Qt.CursorShape.CrossCursor if can_pull else Qt.CursorShape.ArrowCursor)
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

    def _grip_at(self, point: QPointF) -> LineEnd | None:
        """The end of the selected arrow whose grip is at a point."""
        arrow = self.view.selected_arrow()
        if arrow is None or arrow.arrow.escalation is None:
            return None
        reach = line_painting.GRIP + 4
        for grip, is_source in zip(arrow.grips, (True, False), strict=True):
            if max(abs(grip.x() - point.x()), abs(grip.y() - point.y())) <= reach:
                return LineEnd(arrow, is_source)
        return None

    def _end_at(self, point: QPointF) -> LineEnd | None:
        """The end that is near on the line there."""
        found = self._thing_at(point)
        if not isinstance(found, ArrowItem) or not found.shape().contains(point):
            return None
        begins, ends = ((grip - point).manhattanLength() for grip in found.grips)
        if min(begins, ends) > _END:
            return None
        return LineEnd(found, begins < ends)
