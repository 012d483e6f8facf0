"""The week by keyboard: arrows go between lanes and windows, and move the moment, or what is in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from orgmodel.diagram.week_blocks import Block
from orgmodel.model.value import changed
from ui.oncall.gestures import HOUR, QUARTER
from ui.oncall.hand import ON_MOMENT, hand_on
from ui.translation import marked

if TYPE_CHECKING:
    from ui.oncall.strip import WeekStrip

KEY_HINT: Final = marked(
    "Arrows to go, [ ] to move the moment, Alt+arrows to move a window, Shift+arrows to end it, F2 to write it"
)
_SIDE: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_MOMENT: Final = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}
_DAY: Final = 24 * HOUR


def press(strip: WeekStrip, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """What a key does that is not the shortcut of an action; False where it does nothing."""
    has_ctrl, has_shift, has_alt = (
        bool(modifiers & each)
        for each in (
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.AltModifier,
        )
    )
    if key == Qt.Key.Key_Escape:
        _escape(strip)
    elif key in _MOMENT:
        _move_moment(strip, _MOMENT[key] * HOUR)
    elif key in _DOWN and not has_alt:
        _step_lane(strip, _DOWN[key])
    elif key in _SIDE:
        _side(strip, _SIDE[key], ctrl=has_ctrl, shift=has_shift, alt=has_alt)
    elif key == Qt.Key.Key_Home:
        strip.take(ON_MOMENT)
    elif key == Qt.Key.Key_Space:
        _turn_alone(strip)
    else:
        return False
    return True


def _side(strip: WeekStrip, step: int, *, ctrl: bool, shift: bool, alt: bool) -> None:
    if strip.hand.team is None:
        _move_moment(strip, step * (_DAY if ctrl else QUARTER if shift else HOUR))
    elif alt and strip.hand.is_window:
        by = step * (QUARTER if shift else HOUR)
        strip.windows.shift(strip.hand, by, by)
    elif shift and strip.hand.is_window:
        by = step * HOUR
        strip.windows.shift(strip.hand, by if ctrl else 0, 0 if ctrl else by)
    elif not (alt or shift):
        _step_window(strip, step)


def _escape(strip: WeekStrip) -> None:
    if strip.mouse.cancel():
        return
    if strip.hand.is_window:
        strip.take(changed(strip.hand, held=None, rotation=None, alone=False))
    elif strip.hand.team is not None:
        strip.take(ON_MOMENT)
    else:
        strip.escaped.emit()


def _move_moment(strip: WeekStrip, by: int) -> None:
    axis = strip.plan.axis
    strip.move_moment(axis.snapped(strip.state.instant + by, QUARTER))


def _step_lane(strip: WeekStrip, step: int) -> None:
    """The lane so many further; above the first is the moment line."""
    lanes, row = strip.plan.lanes, strip.row
    if not lanes:
        return
    place = lanes.index(row) + step if row in lanes else 0 if step > 0 else -1
    if place < 0:
        strip.take(ON_MOMENT)
        strip.verticalScrollBar().setValue(0)
        return
    found = lanes[min(place, len(lanes) - 1)]
    lane = strip.state.lane_at(found)
    if lane:
        strip.take(hand_on(lane))


def _step_window(strip: WeekStrip, step: int) -> None:
    """The next shift of the lane; from the lane itself that at the moment, or the one after it."""
    row = strip.row
    blocks = sorted(strip.state.content_at(row).blocks, key=_by_start) if row is not None else []
    if row is None or not blocks:
        return
    if strip.hand.is_window:
        stretches = [(each.rotation, each.held) for each in blocks]
        own = [place for place, each in enumerate(stretches) if each == (strip.hand.rotation, strip.hand.held)]
        place = (own[-1] if step > 0 else own[0]) + step if own else 0
    else:
        after = [place for place, each in enumerate(blocks) if each.end > strip.state.instant]
        place = after[0] if after else len(blocks) - 1
    strip.take_block(row, blocks[place % len(blocks)], alone=strip.hand.alone)


def _by_start(block: Block) -> tuple[int, int]:
    return block.start, block.track


def _turn_alone(strip: WeekStrip) -> None:
    """Whether an edit is about the window of one day, or of all days in a row that are alike."""
    if strip.hand.is_window:
        strip.take(changed(strip.hand, alone=not strip.hand.alone))
