"""The form of one rotation, beside the week: each field is one command; or first the question whose rotation it is."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from orgmodel.commands import AddRotation, ChangeField, RemoveRotation
from orgmodel.coverage import minutes_a_week, zone_of, zones_to_offer
from orgmodel.diagram.week_blocks import lasting_hours
from orgmodel.model import ALWAYS, BUSINESS_HOURS, Coverage, Rotation, RotationId, Team, TeamId
from ui import icons
from ui.oncall import edits
from ui.oncall.fields import TypedField
from ui.oncall.written import members_from, members_shown, pages_from
from ui.picker import Picker
from ui.session import Session
from ui.style import wear
from ui.theme import Theme, font
from ui.tick_chip import TickChip, TickWords
from ui.translation import marked, tr
from ui.written import duration, level, shown
from ui.written_hours import hours_from

WIDTH: Final = 320
_LABEL: Final = 84
_AS_SITES: Final = marked("as its sites")


class RotationForm(QWidget):
    """Shows one rotation by its id; closed where it goes."""

    closed = Signal()
    made = Signal(str)
    """A rotation was added for the team that somebody picked."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.rotation: RotationId | None = None
        self._zone = "UTC"
        """The clock of the strip, for a rotation of a team that is nowhere."""
        self.setFixedWidth(WIDTH)
        self.title, self.remark, self.zone_remark = QLabel(self), QLabel(self), QLabel(self)
        self.team = Picker(tr("Team"), theme, typed=True)
        self.level = TypedField(tr("Level"), level)
        self.coverage = TypedField(tr("Hours"), hours_from, "Mon-Fri 07:00-19:00")
        self.zone = Picker(tr("Time zone"), theme, typed=True)
        self.members = TypedField(tr("Members"), members_from(None), "8, or names")
        self.people = TickChip(
            theme, "users-round",
            TickWords(tr("Members of the team"), tr("Who takes turns"), tr("Find a person"), self._people_said),
        )  # fmt: skip
        self.turn = TypedField(tr("Turn"), duration("d"), "7d")
        self.shift = TypedField(tr("Shift"), duration("h"), "12h")
        self.pages = TypedField(tr("Pages a day"), pages_from, "0.8")
        self.hand_up = TypedField(tr("Hand up"), duration("m"), "5m")
        self.named = tuple(
            self._coverage_button(*each) for each in (("24x7", ALWAYS), (tr("Business hours"), BUSINESS_HOURS))
        )
        self.remove = QPushButton(tr("Remove"), self)
        self.copy = QPushButton(tr("Duplicate"), self)
        self._close = QToolButton(self)
        self._fields: QWidget = QWidget()
        self._labels: list[QLabel] = []
        self._lay_out()
        self._connect()
        self.apply_theme(theme)

    # The frame

    def _lay_out(self) -> None:
        self.title.setFont(font(15, "semibold"))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.remark, self.zone_remark):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            wear(label, "caption")
        self._close.setAccessibleName(tr("Close the form"))
        self._close.setToolTip(tr("Close the form (Esc)"))
        self._close.setIconSize(QSize(15, 15))
        wear(self._close, "small-icon")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._close)
        form = QFormLayout(self._fields)
        form.setContentsMargins(16, 4, 16, 12)
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(0)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row(form, tr("Team"), self.team)
        self._row(form, tr("Level"), self.level)
        self._row(form, tr("Hours"), self.coverage)
        form.addRow("", _side_by_side(*self.named))
        form.addRow("", self.remark)
        self._row(form, tr("Time zone"), self.zone)
        form.addRow("", self.zone_remark)
        self._row(form, tr("Members"), self.members)
        form.addRow("", _side_by_side(self.people))
        for name, field in ((tr("Turn"), self.turn), (tr("Shift"), self.shift), (tr("Pages a day"), self.pages)):
            self._row(form, name, field)
        self._row(form, tr("Hand up"), self.hand_up)
        form.addRow("", _side_by_side(self.copy, self.remove))
        area = QScrollArea(self)
        area.setWidget(self._fields)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        self._fields.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head.setContentsMargins(16, 10, 8, 6)
        column.addLayout(head)
        column.addWidget(area, 1)

    def _row(self, form: QFormLayout, name: str, field: QWidget) -> None:
        label = QLabel(name)
        label.setFixedWidth(_LABEL)
        label.setBuddy(field)
        form.addRow(label, field)
        self._labels.append(label)

    def _coverage_button(self, name: str, coverage: Coverage) -> QPushButton:
        made = QPushButton(name, self)
        made.setCheckable(True)
        made.setToolTip(", ".join(str(window) for window in coverage.windows))
        wear(made, "toggle")
        made.clicked.connect(lambda: self._give("coverage", coverage))
        return made

    def _connect(self) -> None:
        typed = {
            "level": self.level, "coverage": self.coverage, "members": self.members, "turn": self.turn,
            "shift": self.shift, "pages_per_day": self.pages, "hand_up": self.hand_up,
        }  # fmt: skip
        for name, field in typed.items():
            field.given.connect(lambda value, name=name: self._give(name, value))
            field.refused.connect(self._session.refused)
        self.coverage.remarked.connect(self._remark)
        self.team.picked.connect(self._pick_team)
        self.zone.picked.connect(lambda zone: self._give("timezone", zone))
        self.people.changed.connect(self._tick_people)
        self.remove.clicked.connect(self._remove)
        self.copy.clicked.connect(self._duplicate)
        self._close.clicked.connect(self.closed)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.title.setStyleSheet(f"color: {theme.ink}")
        self.team.theme = self.zone.theme = theme
        self.people.apply_theme(theme)
        self._close.setIcon(icons.icon("x", theme.ink2, 15))
        self.remove.setIcon(icons.icon("trash", theme.ink, 15))
        self.copy.setIcon(icons.icon("copy", theme.ink, 15))
        self.setStyleSheet(f'QLineEdit[refused="true"] {{ border-color: {theme.error}; }}')
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.chrome))
        painter.fillRect(0, 0, 1, self.height(), QColor(self._theme.line2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # What it shows

    def ask_team(self, zone: str) -> None:
        """Ask whose rotation it is to be; the rest comes when that is said."""
        self._zone, self.rotation = zone, None
        self._show_fields()
        self.team.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rotation(self, identifier: RotationId, *, focus: bool = False) -> None:
        self.rotation = identifier
        self._show_fields()
        if focus:
            self.coverage.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the rotation as it is now; close where it is gone."""
        if self.rotation is not None and self._thing() is None:
            self.closed.emit()
        else:
            self._show_fields()

    def _thing(self) -> Rotation | None:
        return edits.rotation_named(self._session.organization, self.rotation)

    def _show_fields(self) -> None:
        organization, rotation = self._session.organization, self._thing()
        teams = [(team.id, team.name) for team in organization.teams if team.status != "archived"]
        self.team.offer(teams, rotation.team if rotation else None)
        self.title.setText(str(rotation.id) if rotation else tr("New rotation"))
        for field in (
            self.level, self.coverage, self.zone, self.members, self.people, self.turn, self.shift, self.pages,
            self.hand_up, self.remove, self.copy, *self.named,
        ):  # fmt: skip
            field.setEnabled(rotation is not None)
        if rotation is None:
            self.remark.setText(tr("Say whose rotation it is; the rest can stay unknown."))
            self.zone_remark.setText("")
            return
        team = organization.team_by_id.get(rotation.team)
        self.members.read_with(members_from(team))
        for field, text in (
            (self.level, str(rotation.level)),
            (self.coverage, shown(rotation.coverage)),
            (self.members, members_shown(rotation.members, team)),
            (self.turn, shown(rotation.turn)),
            (self.shift, shown(rotation.shift)),
            (self.pages, shown(rotation.pages_per_day)),
            (self.hand_up, shown(rotation.hand_up)),
        ):
            field.show_text(text)
        for button, coverage in zip(self.named, (ALWAYS, BUSINESS_HOURS), strict=True):
            button.setChecked(rotation.coverage == coverage)
        self._show_zone(rotation)
        self._show_people(rotation, team)
        self._remark("")

    def _show_zone(self, rotation: Rotation) -> None:
        organization = self._session.organization
        self.zone.offer(
            ((None, tr(_AS_SITES)), *((zone, zone) for zone in zones_to_offer(organization))), rotation.timezone
        )
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

    def _remark(self, refusal: str) -> None:
        """Below the hours: why they mean nothing, else how many they are."""
        rotation = self._thing()
        minutes = minutes_a_week(rotation) if rotation else None
        hours = lasting_hours(minutes) if minutes is not None else tr("unknown hours")
        self.remark.setText(refusal or tr("{hours} a week", hours=hours))
        self.remark.setStyleSheet(f"color: {self._theme.error}" if refusal else "")

    # What it does

    def _give(self, field: str, value: Any) -> None:
        rotation = self._thing()
        if rotation:
            self._session.execute(ChangeField(rotation.subject, field, value))
            self._show_fields()

    def _pick_team(self, team: TeamId) -> None:
        if self.rotation is not None:
            self._give("team", team)
            return
        made = edits.new_rotation(self._session.organization, team, self._zone)
        if self._session.execute(AddRotation(made)):
            self.made.emit(made.id)

    def _tick_people(self) -> None:
        """Those that are ticked, in the order they had, the new ones last; names that are no members stay."""
        rotation = self._thing()
        team = self._session.organization.team_by_id.get(rotation.team) if rotation else None
        if rotation is None or team is None:
            return
        ticked = list(self.people.ticked)
        called = {str(member.id): {str(member.id), member.name} for member in team.members}
        before = rotation.members if isinstance(rotation.members, tuple) else ()
        known = {name for names in called.values() for name in names}
        kept = [name for name in before if name not in known or any(name in called[each] for each in ticked)]
        there = set(kept)
        new = [each for each in ticked if not called[each] & there]
        self._give("members", (*kept, *new) or None)

    def _remove(self) -> None:
        rotation = self._thing()
        if rotation:
            self._session.execute(RemoveRotation(rotation.id))

    def _duplicate(self) -> None:
        rotation = self._thing()
        if rotation is None:
            return
        command, copy = edits.copied(self._session.organization, rotation)
        if self._session.execute(command):
            self.made.emit(copy)


def _side_by_side(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder
