"""Taking in hand and dropping, by mouse over both parts of the lens and by keyboard from target to target."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal

from orgmodel.diagram.shapes import Rect
from orgmodel.model import TeamId
from ui.teams.board_view import BoardView
from ui.teams.chip_in_hand import ChipInHand
from ui.teams.in_hand import ON_NOBODY, InHand, Target
from ui.teams.keyboard import ARROWS, TAKES
from ui.teams.navigation import Direction, nearest
from ui.teams.spots import Spot, TraySpot
from ui.teams.tray_view import TrayView

_DRAG: Final = 5
"""Pixels that the mouse may wander while its button is down, and it is a click still."""
_EDGE: Final = 36
_SCROLL: Final = 18
_TICK: Final = 30


class Dragging(QObject):
    """Begins, aims and ends what is in hand; the views hand their mouse and keys on to it."""

    said = Signal(str)
    """What is in hand now and what a drop would do, for a screen reader."""

    def __init__(self, board: BoardView, tray: TrayView, hand: InHand, chip: ChipInHand) -> None:
        super().__init__(board)
        self.board, self.tray, self.hand, self.chip = board, tray, hand, chip
        self._pressed: tuple[Spot | TraySpot, QPoint] | None = None
        self._by_mouse = False
        self._last = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._scroll_at_edge)
        board.dragging = tray.dragging = self
        hand.ended.connect(self._end)
        hand.changed.connect(self._show)

    # By mouse

    def press(self, spot: Spot | TraySpot, where: QPoint) -> None:
        self.hand.put_back()
        self._pressed = (spot, where)

    def move(self, where: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Points are those of the screen: the mouse may be over either part."""
        if self._pressed and self.hand.is_empty and (where - self._pressed[1]).manhattanLength() >= _DRAG:
            spot = self._pressed[0]
            self._by_mouse = self._take(spot)
            if self._by_mouse:
                self._timer.start()
            else:
                self._pressed = None
        if self._by_mouse and not self.hand.is_empty:
            self._last = where
            self._aim_at(where, modifiers)

    def release(self, where: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        pressed, self._pressed = self._pressed, None
        if self._by_mouse and not self.hand.is_empty:
            self._aim_at(where, modifiers)
            self.hand.drop()
        elif pressed and self.hand.is_empty:
            spot = pressed[0]
            if isinstance(spot, TraySpot):
                if spot.row is None:
                    self.tray.fold(spot.section)
            else:
                self.board.click(spot, self.board.viewport().mapFromGlobal(where))

    def _aim_at(self, where: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        shares = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        self.hand.aim(self._target_at(where), shares=shares)
        lens = self.chip.lens
        self.chip.show_at(lens.mapFromGlobal(where))

    def _target_at(self, where: QPoint) -> Target | None:
        in_tray = self.tray.viewport().mapFromGlobal(where)
        if self.tray.viewport().rect().contains(in_tray):
            return ON_NOBODY if self.hand.row is not None else None
        at = self.board.viewport().mapFromGlobal(where)
        if not self.board.viewport().rect().contains(at):
            return None
        point, layout = self.board.on_board(at), self.board.state.layout
        place = layout.card_at(point.x(), point.y())
        if place is not None:
            return Target("team", place.team)
        bracket = layout.bracket_at(point.x(), point.y())
        if bracket is not None and self.hand.card is not None:
            return Target("group", group=layout.groups[bracket.group].key)
        return None

    def _scroll_at_edge(self) -> None:
        """While something is dragged to the edge of the board, more of it comes into view."""
        at, port = self.board.viewport().mapFromGlobal(self._last), self.board.viewport().rect()
        if not port.adjusted(0, -_EDGE, 0, _EDGE).contains(at):
            return
        down = self.board.verticalScrollBar()
        before = down.value()
        if at.y() < _EDGE:
            down.setValue(before - _SCROLL)
        elif at.y() > port.height() - _EDGE:
            down.setValue(before + _SCROLL)
        if down.value() != before:
            self.hand.aim(self._target_at(self._last), shares=self.hand.shares)

    # By keyboard

    def take(self, spot: Spot) -> None:
        """Take a row or a card of the board in hand: arrow keys then choose where it goes."""
        if self._take(spot):
            self._by_mouse = False
            self._place_chip()

    def take_from_tray(self, spot: TraySpot) -> None:
        if self._take(spot):
            self._by_mouse = False
            self._place_chip()

    def _take(self, spot: Spot | TraySpot) -> bool:
        hand = self.hand
        if isinstance(spot, TraySpot):
            if spot.row is None:
                return False
            hand.take_row(spot.row, None, spot.section)
        elif spot.part == "row" and spot.row is not None:
            hand.take_row(spot.row, spot.team, None)
        elif spot.part == "head" and spot.team in self.board.state.organization.team_by_id:
            hand.take_card(spot.team)
        else:
            return False
        return True

    def press_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """A key while something is in hand; all others wait until it is put down."""
        shares = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self._pressed = None
            self.hand.put_back()
        elif self._by_mouse:
            if key == Qt.Key.Key_Control:
                self.hand.aim(self.hand.target, shares=True)
        elif key in TAKES:
            self.hand.aim(self.hand.target, shares=shares)
            self.hand.drop()
        elif key in ARROWS:
            self._aim(ARROWS[key], shares=shares)
        return True

    def release_key(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Control and not self.hand.is_empty:
            self.hand.aim(self.hand.target, shares=False)

    def _aim(self, direction: Direction, *, shares: bool) -> None:
        """The next target in a direction; Nobody stands at the left of all cards."""
        targets = self._targets()
        here = self._here(targets)
        found = nearest({key: rect for key, rect in targets.items() if rect != here}, here, direction)
        if found is None and direction == "left" and self.hand.row is not None:
            found = ON_NOBODY
        if found is None:
            return
        self.hand.aim(found, shares=shares)
        if found in targets and found.where != "nobody":
            rect = targets[found]
            self.board.reveal((rect.x, rect.y, rect.width, min(rect.height, 200)))
        self._place_chip()

    def _targets(self) -> dict[Target, Rect]:
        layout = self.board.state.layout
        found = {Target("team", place.team): place.rect for place in layout.cards}
        if self.hand.card is not None:
            for bracket in layout.brackets:
                key = layout.groups[bracket.group].key
                found.setdefault(Target("group", group=key), bracket.rect)
        return found

    def _here(self, targets: dict[Target, Rect]) -> Rect:
        """Where the keys are while they aim: at the target, else where the thing was taken."""
        if self.hand.target in targets:
            return targets[self.hand.target]
        seen = self.board.on_board(QPoint(0, 0))
        at_left = Rect(-300, max(8.0, seen.y() + 30), 263, 100)
        if self.hand.target == ON_NOBODY:
            return at_left
        home: TeamId | None = self.hand.home or self.hand.card
        return targets.get(Target("team", home), at_left)

    def _place_chip(self) -> None:
        """Beside the target, or where the thing was taken from."""
        lens = self.chip.lens
        target = self.hand.target
        if target == ON_NOBODY:
            point = self.tray.viewport().mapTo(lens, QPoint(TRAY_MIDDLE, 120))
        else:
            rect = self._targets().get(target) if target else None
            place = self.board.state.layout.place_of.get(self.hand.home or self.hand.card or TeamId(""))
            rect = rect or (place.rect if place else None)
            if rect is None:
                point = self.tray.viewport().mapTo(lens, QPoint(TRAY_MIDDLE, 120))
            else:
                box = self.board.in_viewport((rect.x, rect.y, rect.width, rect.height))
                point = self.board.viewport().mapTo(lens, box.topLeft() + QPoint(round(box.width() * 0.95), -28))
        self.chip.show_at(point)

    # What changes around it

    def _show(self) -> None:
        self.board.viewport().update()
        self.tray.viewport().update()
        if not self.hand.is_empty:
            self.said.emit(self.hand.sentence)

    def _end(self) -> None:
        self._timer.stop()
        self._by_mouse = False
        self._pressed = None


TRAY_MIDDLE: Final = 230
