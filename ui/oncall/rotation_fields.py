"""The fields of a rotation, one below the other, and what stands in them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from orgmodel.coverage import minutes_a_week, zone_of, zones_to_offer
from orgmodel.diagram.week_blocks import lasting_hours
from orgmodel.model import ALWAYS, BUSINESS_HOURS, Coverage, Organization, Rotation, Team
from ui import icons
from ui.oncall.fields import TypedField
from ui.oncall.written import members_from, members_shown, pages_from
from ui.picker import Picker
from ui.style import wear
from ui.theme import Theme
from ui.tick_chip import TickChip, TickWords
from ui.translation import marked, tr
from ui.written import duration, level, shown
from ui.written_hours import hours_from

_LABEL: Final = 84
_AS_SITES: Final = marked("as its sites")
_NAMED: Final[tuple[tuple[str, Coverage], ...]] = (("24x7", ALWAYS), (marked("Business hours"), BUSINESS_HOURS))


class RotationFields(QWidget):
    """What is done in them is done by the form that they are in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.remark, self.zone_remark = QLabel(self), QLabel(self)
        self.team = Picker(tr("Team"), theme, typed=True)
        self.level = TypedField(tr("Level"), level)
        self.coverage = TypedField(tr("Hours"), hours_from, "Mon-Fri 07:00-19:00")
        self.zone = Picker(tr("Time zone"), theme, typed=True)
        self.zone.takes_whole = True
        self.members = TypedField(tr("Members"), members_from(None), "8, or names")
        self.people = TickChip(
            theme, "users-round",
            TickWords(tr("Members of the team"), tr("Who takes turns"), tr("Find a person"), self._people_said),
        )  # fmt: skip
        self.turn = TypedField(tr("Turn"), duration("d"), "7d")
        self.shift = TypedField(tr("Shift"), duration("h"), "12h")
        self.pages = TypedField(tr("Pages a day"), pages_from, "0.8")
        self.hand_up = TypedField(tr("Hand up"), duration("m"), "5m")
        self.named = {coverage: self._coverage_button(tr(name), coverage) for name, coverage in _NAMED}
        self.remove = QPushButton(tr("Remove"), self)
        self.copy = QPushButton(tr("Duplicate"), self)
        self.typed = {
            "level": self.level, "coverage": self.coverage, "members": self.members, "turn": self.turn,
            "shift": self.shift, "pages_per_day": self.pages, "hand_up": self.hand_up,
        }  # fmt: skip
        """By the field of the rotation that they give."""
        self._lay_out()

    def _lay_out(self) -> None:
        for label in (self.remark, self.zone_remark):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            wear(label, "caption")
        form = QFormLayout(self)
        form.setContentsMargins(16, 4, 16, 12)
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(0)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row(form, tr("Team"), self.team)
        self._row(form, tr("Level"), self.level)
        self._row(form, tr("Hours"), self.coverage)
        form.addRow("", _side_by_side(*self.named.values()))
        form.addRow("", self.remark)
        self._row(form, tr("Time zone"), self.zone)
        form.addRow("", self.zone_remark)
        self._row(form, tr("Members"), self.members)
        form.addRow("", _side_by_side(self.people))
        for name, field in ((tr("Turn"), self.turn), (tr("Shift"), self.shift), (tr("Pages a day"), self.pages)):
            self._row(form, name, field)
        self._row(form, tr("Hand up"), self.hand_up)
        form.addRow("", _side_by_side(self.copy, self.remove))

    @staticmethod
    def _row(form: QFormLayout, name: str, field: QWidget) -> None:
        label = QLabel(name)
        label.setFixedWidth(_LABEL)
        label.setBuddy(field)
        form.addRow(label, field)

    def _coverage_button(self, name: str, coverage: Coverage) -> QPushButton:
        made = QPushButton(name, self)
        made.setCheckable(True)
        made.setToolTip(", ".join(str(window) for window in coverage.windows))
        wear(made, "toggle")
        return made

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.team.theme = self.zone.theme = theme
        self.people.apply_theme(theme)
        self.remove.setIcon(icons.icon("trash", theme.ink, 15))
        self.copy.setIcon(icons.icon("copy", theme.ink, 15))

    def show_rotation(self, organization: Organization, rotation: Rotation | None) -> None:
        """None where it is only asked whose it is to be."""
        teams = [(team.id, team.name) for team in organization.teams if team.status != "archived"]
        self.team.offer(teams, rotation.team if rotation else None)
        for field in (
            *self.typed.values(), self.zone, self.people, self.remove, self.copy, *self.named.values(),
        ):  # fmt: skip
            field.setEnabled(rotation is not None)
        if rotation is None:
            self.remark.setText(tr("Say whose rotation it is; the rest can stay unknown."))
            self.zone_remark.setText("")
            return
        team = organization.team_by_id.get(rotation.team)
        self.members.parse = members_from(team)
        texts = {name: shown(getattr(rotation, name)) for name in self.typed}
        texts["members"] = members_shown(rotation.members, team)
        for name, text in texts.items():
            self.typed[name].show_text(text)
        for coverage, button in self.named.items():
            button.setChecked(rotation.coverage == coverage)
        self._show_zone(organization, rotation)
        self._show_people(rotation, team)
        self.say_hours(rotation, "")

    def say_hours(self, rotation: Rotation | None, refusal: str) -> None:
        """Below the hours: why they mean nothing, else how many they are."""
        minutes = minutes_a_week(rotation) if rotation else None
        hours = lasting_hours(minutes) if minutes is not None else tr("unknown hours")
        self.remark.setText(refusal or tr("{hours} a week", hours=hours))
        self.remark.setStyleSheet(f"color: {self._theme.error}" if refusal else "")

    def _show_zone(self, organization: Organization, rotation: Rotation) -> None:
        zones = zones_to_offer(organization)
        self.zone.offer(((None, tr(_AS_SITES)), *((zone, zone) for zone in zones)), rotation.timezone)
        own = zone_of(organization, rotation).key
        self.zone_remark.setText("" if rotation.timezone else tr("On the clock of {zone}", zone=own))
        self.zone_remark.setVisible(not rotation.timezone)

    def _show_people(self, rotation: Rotation, team: Team | None) -> None:
        members = team.members if team else ()
        listed = set(rotation.members) if isinstance(rotation.members, tuple) else set()
        ticked = [str(member.id) for member in members if {str(member.id), member.name} & listed]
        self.people.offer_things(((str(member.id), member.name, None) for member in members), ticked)
        self.people.setVisible(bool(members))

    def _people_said(self) -> str:
        return tr("Pick people") if not self.people.ticked else tr("{count} picked", count=len(self.people.ticked))


def _side_by_side(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder
