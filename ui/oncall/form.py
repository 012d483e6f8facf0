"""The form of one rotation, beside the week: each field is one command; or first the question whose rotation it is."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from orgmodel.commands import AddRotation, ChangeField, RemoveRotation
from orgmodel.model import Rotation, RotationId, TeamId
from ui import icons
from ui.oncall import edits
from ui.oncall.rotation_fields import RotationFields
from ui.pieces import Said
from ui.reading_order import OWN_PART
from ui.session import Session
from ui.style import wear
from ui.theme import Theme, font
from ui.translation import tr

WIDTH: Final = 320


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
        self.setProperty(OWN_PART, True)
        self.title = Said(parent=self)
        self.fields = RotationFields(theme)
        self._close = QToolButton(self)
        self._lay_out()
        self._connect()
        self.apply_theme(theme)

    # The frame

    def _lay_out(self) -> None:
        self.title.setFont(font(15, "semibold"))
        self._close.setAccessibleName(tr("Close the form"))
        self._close.setToolTip(tr("Close the form (Esc)"))
        self._close.setIconSize(QSize(15, 15))
        wear(self._close, "small-icon")
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 6)
        head.addWidget(self.title, 1)
        head.addWidget(self._close)
        area = QScrollArea(self)
        area.setWidget(self.fields)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        self.fields.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(area, 1)

    def _connect(self) -> None:
        fields = self.fields
        for name, field in fields.typed.items():
            field.given.connect(lambda value, name=name: self._give(name, value))
            field.refused.connect(self._session.refused)
        for coverage, button in fields.named.items():
            button.clicked.connect(lambda _checked, coverage=coverage: self._give("coverage", coverage))
        fields.coverage.told.connect(lambda refusal: fields.say_hours(self._thing(), refusal))
        fields.team.picked.connect(self._pick_team)
        fields.zone.refused.connect(self._session.refused)
        fields.zone.picked.connect(lambda zone: self._give("timezone", zone))
        fields.people.changed.connect(self._tick_people)
        fields.remove.clicked.connect(self._remove)
        fields.copy.clicked.connect(self._duplicate)
        self._close.clicked.connect(self.closed)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.title.setStyleSheet(f"color: {theme.ink}")
        self._close.setIcon(icons.icon("x", theme.ink2, 15))
        self.fields.apply_theme(theme)
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
        self.fields.team.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rotation(self, identifier: RotationId) -> None:
        """Show it, with the keyboard in its hours."""
        self.rotation = identifier
        self._show_fields()
        self.fields.coverage.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, identifier: RotationId) -> None:
        """Show another one; the keyboard stays where it is."""
        if identifier != self.rotation:
            self.rotation = identifier
            self._show_fields()

    def refresh(self) -> None:
        """Show the rotation as it is now; close where it is gone."""
        if self.rotation is not None and self._thing() is None:
            self.closed.emit()
        else:
            self._show_fields()

    def _thing(self) -> Rotation | None:
        return edits.rotation_named(self._session.organization, self.rotation)

    def _show_fields(self) -> None:
        rotation = self._thing()
        self.title.setText(str(rotation.id) if rotation else tr("New rotation"))
        self.fields.show_rotation(self._session.organization, rotation)

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
        rotation = self._thing()
        team = self._session.organization.team_by_id.get(rotation.team) if rotation else None
        if rotation and team:
            self._give("members", edits.with_ticked(rotation, team, self.fields.people.ticked))

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
