"""What the mouse does on the week, each as an object: it moves, and then it is finished or cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from orgmodel.coverage import zone_of
from orgmodel.coverage.spans import Stretch
from orgmodel.diagram.week_axis import ahead
from orgmodel.diagram.week_blocks import Block
from orgmodel.diagram.week_lanes import Lane
from orgmodel.errors import CommandRefused
from orgmodel.model import Rotation
from ui.oncall import edits
from ui.oncall.hand import Hand

if TYPE_CHECKING:
    from ui.oncall.strip import WeekStrip

HOUR: Final = 60
QUARTER: Final = 15


class Gesture(Protocol):
    """`instant` is where the pointer is; `step` are the minutes to which it snaps."""

    def move(self, instant: int, step: int) -> None: ...

    def finish(self) -> None: ...

    def cancel(self) -> None:
        """Everything back to what it was."""


class DragMoment:
    """The moment line follows the pointer, and stays where it is let go."""

    def __init__(self, strip: WeekStrip) -> None:
        self.strip, self.home = strip, strip.state.instant

    def move(self, instant: int, step: int) -> None:
        self.strip.move_moment(self.strip.plan.axis.snapped(instant, QUARTER if step < HOUR else 30))

    def finish(self) -> None:
        pass

    def cancel(self) -> None:
        self.strip.move_moment(self.home)


class DrawWindow:
    """From where the button went down to where it is: hours that the lane gets."""

    def __init__(self, strip: WeekStrip, row: int, lane: Lane, instant: int) -> None:
        self.strip, self.row, self.lane, self.from_ = strip, row, lane, instant
        self.when: tuple[int, int] | None = None

    def move(self, instant: int, step: int) -> None:
        axis = self.strip.plan.axis
        first, second = (axis.snapped(each, step) for each in sorted((self.from_, instant)))
        if first == second:
            second = min(first + step, axis.end)
        self.when = (first, second)
        self.strip.windows.preview_drawn(self.row, self.lane, first, second)

    def finish(self) -> None:
        when = self.when
        self.cancel()
        if when:
            self.strip.windows.draw(self.lane, *when)

    def cancel(self) -> None:
        self.strip.show_preview(None)


class ShiftWindows:
    """Pull an edge of windows, or push them along; `start` and `end` say which of their ends follow the pointer."""

    def __init__(
        self, strip: WeekStrip, row: int, block: Block, hand: Hand, instant: int, *, start: bool, end: bool
    ) -> None:
        self.strip, self.row, self.block, self.hand, self.from_ = strip, row, block, hand, instant
        self.start, self.end = start, end
        self.by: tuple[int, int] = (0, 0)

    def move(self, instant: int, step: int) -> None:
        rotation = self._rotation()
        if rotation is None:
            return
        by = self._minutes(rotation, instant - self.from_, step)
        self.by = (by if self.start else 0, by if self.end else 0)
        self.strip.windows.preview_shifted(self.row, self.hand, *self.by)

    def finish(self) -> None:
        by = self.by
        self.cancel()
        self.strip.windows.shift(self.hand, *by)

    def cancel(self) -> None:
        self.strip.show_preview(None)

    def _rotation(self) -> Rotation | None:
        return edits.rotation_named(self.strip.session.organization, self.block.rotation)

    def _minutes(self, rotation: Rotation, dragged: int, step: int) -> int:
        """How far the end that is held goes on the rotation's clock, so that the strip's clock shows whole steps."""
        axis = self.strip.plan.axis
        held = self.block.end if self.end and not self.start else self.block.start
        aim = axis.snapped(held + dragged, step)
        zone = zone_of(self.strip.session.organization, rotation)
        local: list[int] = [each + ahead(zone, axis.monday, each) for each in (held, aim)]
        return local[1] - local[0]


def why_refused(rotation: Rotation, held: tuple[Stretch, ...], text: str) -> str:
    """Why a text cannot stand for some windows of a rotation; nothing where it can."""
    try:
        edits.rewritten(rotation, held, text)
    except CommandRefused as refusal:
        return str(refusal)
    return ""
