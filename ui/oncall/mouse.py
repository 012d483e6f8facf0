"""The week by mouse: what a press, a drag and a click on it mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, Qt

from orgmodel.diagram.week import Head
from orgmodel.diagram.week_blocks import Block
from orgmodel.model import subject
from ui.oncall.gestures import HOUR, QUARTER, DragMoment, DrawWindow, Gesture, ShiftWindows
from ui.oncall.hand import ON_MOMENT, Hand, hand_on
from ui.oncall.painting import moment_handle

if TYPE_CHECKING:
    from ui.oncall.strip import WeekStrip

_DRAG: Final = 4
"""Pixels that the mouse may wander while its button is down, and it is a click still."""
_EDGE: Final = 6.0
_LINE: Final = 4.0
_ALONE: Final = Qt.KeyboardModifier.ControlModifier


class Under(NamedTuple):
    """What is under a point: a row, perhaps a shift in it, and which edge of its stretch."""

    part: str
    row: int | None = None
    block: Block | None = None
    edge: str = ""


class WeekMouse:
    """Begins and moves the strip's gesture; points are in its viewport."""

    def __init__(self, strip: WeekStrip) -> None:
        self.strip = strip
        self.gesture: Gesture | None = None
        self._pressed: tuple[QPointF, Under] | None = None

    def under(self, point: QPointF) -> Under:
        strip, at = self.strip, self.strip.place_at(point)
        plan, label, reach = strip.plan, strip.plan.measures.label, _EDGE / strip.scale
        on_line = at.x() >= label and abs(at.x() - plan.x_of(strip.state.instant)) <= _LINE / strip.scale
        if at.x() >= label - reach and (at.y() < plan.measures.header or self._on_tag(point)):
            return Under("moment")
        row = plan.row_at(at.y())
        if row is None:
            found = Under("")
        elif isinstance(plan.rows[row], Head):
            found = Under("head", row)
        elif at.x() < label:
            found = Under("label", row)
        else:
            found = self._in_lane(row, at)
        return Under("moment") if on_line and not found.edge else found

    def _in_lane(self, row: int, at: QPointF) -> Under:
        """The shift at a place of a lane, and the edge of its stretch that is near enough to be held."""
        plan, reach = self.strip.plan, _EDGE / self.strip.scale
        for block in reversed(self.strip.state.content_at(row).blocks):
            rect = plan.rect_of(row, block.start, block.end, block.track)
            if not (rect.x - reach / 2 <= at.x() <= rect.right + reach / 2 and rect.y <= at.y() <= rect.bottom):
                continue
            near = min(reach, rect.width / 3)
            is_start = block.is_start and at.x() - rect.x <= near
            is_end = block.is_end and rect.right - at.x() <= near
            return Under("block", row, block, "start" if is_start else "end" if is_end else "")
        return Under("lane", row)

    def press(self, point: QPointF, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
        if button != Qt.MouseButton.LeftButton:
            return
        self.strip.windows.close()
        found = self.under(point)
        self._pressed = (point, found)
        if found.part == "moment":
            self.strip.take(ON_MOMENT)
            self.gesture = DragMoment(self.strip)
            self._move(point, modifiers)
            self._pressed = None

    def drag(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        if self._pressed and not self.gesture:
            start, found = self._pressed
            if (point - start).manhattanLength() < _DRAG:
                return
            self.gesture = self._begin(start, found, modifiers)
            self._pressed = None if self.gesture else self._pressed
        if self.gesture:
            self._move(point, modifiers)
        else:
            self._hover(point)

    def release(self, point: QPointF, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> None:
        if button != Qt.MouseButton.LeftButton:
            return
        gesture, self.gesture = self.gesture, None
        pressed, self._pressed = self._pressed, None
        if gesture:
            gesture.finish()
        elif pressed:
            self.pick(pressed[0], alone=bool(modifiers & _ALONE))
        self._hover(point)

    def double_click(self, point: QPointF) -> None:
        found = self.under(point)
        self._pressed = None
        if found.block and found.row is not None:
            self.strip.take_block(found.row, found.block)
            self.strip.windows.write()
        elif found.part in ("label", "lane"):
            self.pick(point)
            self.strip.open_hand() if found.part == "label" else self.strip.write_hand()

    def pick(self, point: QPointF, *, alone: bool = False) -> None:
        """Take in hand what is under a point, and select it everywhere."""
        found = self.under(point)
        lane = self.strip.state.lane_at(found.row)
        if found.block and found.row is not None:
            self.strip.take_block(found.row, found.block, alone=alone)
        elif lane and found.part in ("label", "lane"):
            self.strip.take(hand_on(lane))

    def cancel(self) -> bool:
        """Esc while something is dragged puts it back; False where nothing is."""
        gesture, self.gesture = self.gesture, None
        self._pressed = None
        if gesture:
            gesture.cancel()
        return gesture is not None

    def _begin(self, start: QPointF, found: Under, modifiers: Qt.KeyboardModifier) -> Gesture | None:
        strip, row = self.strip, found.row
        lane = strip.state.lane_at(row)
        if row is None or lane is None:
            return None
        instant = strip.plan.instant_at(strip.place_at(start).x())
        if found.block:
            alone = bool(modifiers & _ALONE) or self._is_alone(found.block)
            hand: Hand = hand_on(lane, found.block, alone=alone)
            strip.take(hand)
            is_whole = not found.edge
            return ShiftWindows(
                strip, row, found.block, hand, instant,
                start=is_whole or found.edge == "start", end=is_whole or found.edge == "end",
            )  # fmt: skip
        if found.part == "lane":
            strip.session.select(subject("team", lane.team))
            return DrawWindow(strip, row, lane, instant)
        return None

    def _is_alone(self, block: Block) -> bool:
        hand = self.strip.hand
        return hand.alone and (hand.rotation, hand.held) == (block.rotation, block.held)

    def _move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        if self.gesture:
            at = self.strip.place_at(point)
            step = QUARTER if modifiers & Qt.KeyboardModifier.ShiftModifier else HOUR
            self.gesture.move(self.strip.plan.instant_at(at.x()), step)

    def _hover(self, point: QPointF) -> None:
        found, port = self.under(point), self.strip.viewport()
        shapes = {"moment": Qt.CursorShape.SplitHCursor, "lane": Qt.CursorShape.CrossCursor}
        shape = shapes.get(found.part, Qt.CursorShape.ArrowCursor)
        port.setCursor(Qt.CursorShape.SizeHorCursor if found.edge else shape)
        self.strip.show_hover(found.block)

    def _on_tag(self, point: QPointF) -> bool:
        handle = moment_handle(self.strip.scene()) * self.strip.scale
        away = handle - point
        return abs(away.x()) <= 36 * self.strip.scale and abs(away.y()) <= 12 * self.strip.scale
