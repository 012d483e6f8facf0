"""What is done to the rotation in hand: its form beside the week, a copy, another one, hours at the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from orgmodel.commands import AddRotation, RemoveRotation
from orgmodel.model import RotationId, Subject, subject_parts
from ui.oncall import edits
from ui.session import Session

if TYPE_CHECKING:
    from ui.oncall.lens import OnCallLens

_OF_ONE_TEAM = ("team", "rotation", "person")
_HOURS_DRAWN = 8 * 60


class RotationEdits(QObject):
    """Those of one lens."""

    def __init__(self, session: Session, lens: OnCallLens) -> None:
        super().__init__(lens)
        self._session, self._lens, self._form, self._strip = session, lens, lens.form, lens.strip

    def add(self, level: int = 1) -> None:
        """One more for the selected team, or that of the selected rotation or person; where none is, ask whose."""
        team, zone = self._lens.team(), self._lens.state.zone.key
        if self._session.selection and subject_parts(self._session.selection[0])[0] not in _OF_ONE_TEAM:
            team = None  # a row or a layer concerns teams too, but which of them is meant nobody said
        if team is None or team not in self._session.organization.team_by_id:
            self._form.show()
            self._form.ask_team(zone)
            return
        rotation = edits.new_rotation(self._session.organization, team, zone, level)
        if self._session.execute(AddRotation(rotation)):
            self.open(rotation.id)

    def open(self, rotation: RotationId) -> None:
        """Show the form of one beside the week, and type in it."""
        self._session.select(Subject(f"rotation:{rotation}"))
        self._form.show()
        self._form.show_rotation(rotation)

    def follow(self) -> None:
        """The form that is open shows the rotation that is in hand now; it closes where the lane in hand has none."""
        lane = self._lens.state.lane_at(self._strip.row)
        if self._form.isHidden() or self._form.rotation is None or lane is None:
            return
        held = self._strip.rotation_in_hand()
        if held is not None:
            self._form.follow(held.id)
        elif all(each.id != self._form.rotation for each in lane.rotations):
            self.close()

    def close(self) -> None:
        focus = self._lens.focusWidget()
        had_focus = focus is not None and self._form.isAncestorOf(focus)
        self._form.hide()
        if had_focus:
            self._strip.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self) -> None:
        rotation = self._strip.rotation_in_hand()
        if rotation:
            self.open(rotation.id)

    def remove(self) -> None:
        rotation = self._strip.rotation_in_hand()
        if rotation:
            self._session.execute(RemoveRotation(rotation.id))

    def duplicate(self) -> None:
        rotation = self._strip.rotation_in_hand()
        if rotation:
            command, copy = edits.copied(self._session.organization, rotation)
            if self._session.execute(command):
                self.open(copy)

    def add_hours(self) -> None:
        """Eight hours from the moment on for the lane in hand: what a drag across the empty lane does."""
        state = self._lens.state
        lane, axis = state.lane_at(self._strip.row), state.plan.axis
        if lane:
            start = axis.snapped(min(state.instant, axis.end - _HOURS_DRAWN), 60)
            self._strip.windows.draw(lane, start, start + _HOURS_DRAWN)
