"""Edits of the windows in hand: drawn, pulled, pushed, removed or written, and shown on the week before they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from orgmodel.coverage.spans import Stretch
from orgmodel.diagram.week_blocks import content_of
from orgmodel.diagram.week_hours import held_of
from orgmodel.diagram.week_lanes import Lane
from orgmodel.errors import CommandRefused
from orgmodel.model import Organization, Rotation, RotationId
from orgmodel.model.value import changed
from ui.oncall import edits
from ui.oncall.hand import Hand, found_again, grasped, hand_on
from ui.oncall.scene import Preview
from ui.oncall.window_editor import WindowEditor
from ui.written_hours import hours_text

if TYPE_CHECKING:
    from ui.oncall.strip import WeekStrip


class WindowHand:
    """Each edit is one command; what it made is in hand afterwards."""

    def __init__(self, strip: WeekStrip) -> None:
        self.strip = strip
        self.editor: WindowEditor | None = None

    def grasped(self) -> tuple[Rotation, tuple[Stretch, ...]] | None:
        """The rotation of the windows in hand, and these."""
        rotation = self._named(self.strip.hand.rotation)
        which = grasped(rotation, self.strip.hand) if rotation else ()
        return (rotation, which) if rotation and which else None

    # Before the drop

    def preview_drawn(self, row: int, lane: Lane, start: int, end: int) -> None:
        strip = self.strip
        organization, axis = strip.session.organization, strip.plan.axis
        command, identifier = edits.drawn_in(organization, lane, axis, (start, end), strip.hand.rotation)
        after = command.apply(strip.session.document).organization
        rotation = edits.rotation_named(after, identifier)
        if rotation:
            said = hours_text((edits.local_of(after, rotation, axis, start, end),))
            self._preview(row, after, rotation, said, (start, end))

    def preview_shifted(self, row: int, hand: Hand, start_by: int, end_by: int) -> None:
        strip, rotation = self.strip, self._named(hand.rotation)
        which = grasped(rotation, hand) if rotation else ()
        if rotation is None or rotation.coverage is None or not which:
            return
        moved = edits.shifted(rotation, which, start_by, end_by)
        after = edits.change_hours(rotation, moved).apply(strip.session.document).organization
        places = [place for place, each in enumerate(held_of(rotation.coverage)) if each in which]
        said = hours_text(tuple(moved[place] for place in places))
        block = next((each for each in strip.state.content_at(row).blocks if each.held == hand.held), None)
        when = (block.start + start_by, block.end + end_by) if block else (strip.plan.axis.start, strip.plan.axis.end)
        self._preview(row, after, edits.rotation_named(after, rotation.id) or rotation, said, when)

    def _preview(self, row: int, after: Organization, rotation: Rotation, said: str, when: Stretch) -> None:
        strip, axis = self.strip, self.strip.plan.axis
        lane = strip.state.lane_at(row)
        if lane is None:
            return
        if any(each.id == rotation.id for each in lane.rotations):
            shown = changed(
                lane, rotations=tuple(rotation if each.id == rotation.id else each for each in lane.rotations)
            )
        else:
            shown = changed(lane, rotations=(rotation,), level=rotation.level, tracks=(0,))
        content = content_of(after, shown, axis, is_away=lane.team in strip.state.away)
        strip.show_preview(Preview(row, content, said, max(when[0], axis.start), min(when[1], axis.end)))

    # The edits

    def draw(self, lane: Lane, start: int, end: int) -> None:
        """Give a lane hours; of a level that is missing that makes a rotation."""
        session = self.strip.session
        when, chosen = (start, end), self.strip.hand.rotation
        command, identifier = edits.drawn_in(session.organization, lane, self.strip.plan.axis, when, chosen)
        if session.execute(command):
            self._hold(identifier, start)

    def shift(self, hand: Hand, start_by: int, end_by: int) -> None:
        """Start and end the windows of a hand so many minutes later, as one step."""
        rotation = self._named(hand.rotation)
        which = grasped(rotation, hand) if rotation else ()
        if rotation is None or rotation.coverage is None or hand.held is None or not which:
            return
        after = edits.shifted(rotation, which, start_by, end_by)
        wanted = after[held_of(rotation.coverage).index(hand.held)]
        if self.strip.session.execute(edits.change_hours(rotation, after)):
            self._grasp(rotation.id, wanted, alone=hand.alone)

    def remove(self) -> None:
        found = self.grasped()
        if found and self.strip.session.execute(edits.change_hours(found[0], edits.removed(*found))):
            self._grasp(found[0].id, found[1][0], alone=False)

    def write(self) -> None:
        """Write the windows in hand as text, in the place where they stand."""
        found, strip, row = self.grasped(), self.strip, self.strip.row
        block = strip.block_in_hand()
        if found is None or row is None or block is None:
            return
        strip.show_row(row)
        self.close()
        self.editor = made = WindowEditor(*found, strip.theme, strip.viewport(), strip.session.refused.emit)
        made.written.connect(self._rewrite)
        made.closed.connect(self.close)
        made.stand_at(strip.rect_on_screen(row, block).toRect(), strip.body())
        strip.is_writing = True
        made.show()
        made.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Put the field away, and the keyboard back into the week."""
        editor, self.editor = self.editor, None
        self.strip.is_writing = False
        if editor:
            had_focus = editor.hasFocus()
            editor.dismiss()
            if had_focus:
                self.strip.setFocus(Qt.FocusReason.OtherFocusReason)
            self.strip.viewport().update()

    def _rewrite(self, text: str) -> None:
        found = self.grasped()
        self.close()
        if found is None:
            return
        try:
            command = edits.rewritten(*found, text)
        except CommandRefused as refusal:
            self.strip.session.refused.emit(str(refusal))
            return
        if self.strip.session.execute(command):
            self._grasp(found[0].id, found[1][0], alone=False)

    def _named(self, identifier: RotationId | None) -> Rotation | None:
        return edits.rotation_named(self.strip.session.organization, identifier)

    def _hold(self, identifier: RotationId, instant: int) -> None:
        """Take the window of a rotation in hand that goes on at an instant, alone."""
        strip = self.strip
        row = strip.plan.lane_of_rotation.get(identifier)
        lane = strip.state.lane_at(row)
        if row is None or lane is None:
            return
        there = (each for each in strip.state.content(lane).blocks if each.start <= instant < each.end)
        block = next((each for each in there if each.rotation == identifier), None)
        strip.take(hand_on(lane, block, alone=block is not None))

    def _grasp(self, identifier: RotationId, wanted: Stretch, *, alone: bool) -> None:
        rotation = self._named(identifier)
        held = held_of(rotation.coverage) if rotation and rotation.coverage else ()
        found = found_again(held, wanted)
        rotation_held = identifier if found else None
        self.strip.take(changed(self.strip.hand, held=found, rotation=rotation_held, alone=alone and found is not None))
