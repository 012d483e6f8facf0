"""The window that walks a page: a row, an hour, who is away; and beneath them the way that the page takes."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QVBoxLayout,
)

from orgmodel.coverage import zones_in_use, zones_to_offer
from orgmodel.model import DAY_NAMES, Organization, RowId, TeamId, subject, subject_parts
from orgmodel.model.value import value
from orgmodel.trace import Walk, trace
from ui.empty_state import EmptyState
from ui.inquiry import Inquiry, Question
from ui.marks import draw_mark
from ui.picker import Picker
from ui.pieces import Glyph, said
from ui.plain_text import as_menu_text
from ui.row_names import has_same_names, row_names
from ui.session import Session
from ui.style import wear
from ui.theme import Theme
from ui.walk.away import AwayChip
from ui.walk.hour import USUAL_DAY, USUAL_HOUR, moment_of
from ui.walk.hour_field import HourField
from ui.walk.stations import Station, stations_of
from ui.walk.strip import CARD, MARGIN, StationStrip

SIZE: Final = QSize(1012, 344)
_WIDTHS: Final = ((96, 124), (64, 68), (84, 196), (110, 180))
"""Of the fields for day, hour, time zone and who is away: at least, and at most."""
HINT: Final = "Left and Right step through it, Enter shows the team, a right click takes it away."


@value
class Asked:
    """A walk to be worked out."""

    organization: Organization
    row: RowId
    weekday: int | None
    hour: time
    zone: str
    today: date
    away: tuple[TeamId, ...]

    @property
    def moment(self) -> datetime | None:
        return moment_of(self.weekday, self.hour, self.zone, self.today)


def walk(asked: Asked) -> Walk:
    return trace(asked.organization, asked.row, asked.moment, asked.away)


class WalkWindow(Inquiry):
    """Follows the selection while a row is selected."""

    def __init__(self, session: Session, theme: Theme) -> None:
        question = Question(self.request, walk, self.show_answer, self.show_failure)
        super().__init__(session, theme, "Walk a page", question)
        self.row = Picker("Row", theme, typed=True)
        self.day = Picker("Day", theme)
        self.hour = HourField(USUAL_HOUR)
        self.zone = Picker("Time zone", theme, typed=True)
        self.away = AwayChip(theme)
        self.strip = StationStrip(theme)
        self.statement, self.more = said("statement"), said()
        self.mark = Glyph(QSize(20, 20), self._draw_mark)
        self.empty = EmptyState(theme)
        self.walk: Walk | None = None
        self._offered: Organization | None = None
        self._lay_out()
        self._offer_hours()
        self._connect()

    # The frame

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(self._fields())
        column.addLayout(self._said())
        self._area = area = QScrollArea()
        area.setWidget(self.strip)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(CARD.height() + 2 * MARGIN + 14)
        area.viewport().setAutoFillBackground(False)
        self.strip.setAutoFillBackground(False)
        column.addWidget(area)
        column.addWidget(self.empty, 1)
        self.empty.hide()
        column.addStretch()
        column.addLayout(self.foot(QLabel(HINT)))
        self.resize_within(SIZE.width(), SIZE.height())

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        fields = (("Row", self.row), ("Day", self.day), ("Hour", self.hour), ("Time zone", self.zone))
        for place, (name, field) in enumerate((*fields, ("Who is away", self.away))):
            label = QLabel(name)
            wear(label, "caption")
            label.setBuddy(field)
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 20)
        for field, (least, most) in zip((self.day, self.hour, self.zone, self.away), _WIDTHS, strict=True):
            field.setMinimumWidth(least)
            field.setMaximumWidth(most)
        self.row.setMinimumWidth(148)
        grid.setColumnStretch(0, 1)
        return grid

    def _said(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.statement)
        column.addWidget(self.more)
        row.addLayout(column, 1)
        return row

    def _offer_hours(self) -> None:
        organization = self.session.organization
        zones = zones_to_offer(organization)
        self.day.offer(((None, "Any hour"), *enumerate(DAY_NAMES)), USUAL_DAY)
        self.zone.offer(zip(zones, zones, strict=True), next(iter(zones_in_use(organization)), "UTC"))

    def _connect(self) -> None:
        for picker in (self.row, self.day, self.zone):
            picker.picked.connect(self.ask)
        self.hour.changed.connect(self.ask)
        self.away.changed.connect(self.ask)
        self.strip.stepped.connect(self._say)
        self.strip.chosen.connect(self._show_team)
        self.strip.menu_wanted.connect(self._show_menu)
        self.session.selection_changed.connect(self._follow_selection)

    # What is asked

    def take_up_selection(self) -> None:
        self._offer()
        self._take_row()
        self._take_moment()
        self.ask()

    def refresh(self) -> None:
        self._offer()
        super().refresh()

    def request(self) -> Asked | None:
        for field in (self.hour, self.zone):
            field.setEnabled(self.day.value is not None)
        if self.row.value is None:
            return None
        return Asked(
            self.session.organization,
            self.row.value,
            self.day.value,
            self.hour.hour,
            self.zone.value or "UTC",
            self.session.today,
            self.away.ticked,
        )

    def show_answer(self, request: Asked, answer: Walk) -> None:
        self.walk = answer
        self.strip.show_stations(stations_of(request.organization, answer))
        self._show_walk(is_there=True)
        self._say()

    def show_failure(self, sentence: str) -> None:
        self.walk = None
        self.empty.say(sentence, "")
        self._show_walk(is_there=False)

    def show_nothing(self) -> None:
        self.walk = None
        self.empty.say("No rows yet.", "A page is for a row: add one in the matrix, with Ctrl+Shift+R.")
        self._show_walk(is_there=False)

    def apply_theme(self, theme: Theme) -> None:
        for themed in (self.row, self.day, self.zone, self.strip):
            themed.theme = theme
        self.away.apply_theme(theme)
        self.empty.apply_theme(theme)
        super().apply_theme(theme)

    def _offer(self) -> None:
        before, organization = self._offered, self.session.organization
        self._offered = organization
        if before is None or not has_same_names(before, organization):
            self.row.offer(row_names(organization), self.row.value)
            if self.row.value is None:
                self._take_row()
        if before is None or before.teams is not organization.teams:
            self.away.offer(organization)

    def _take_row(self) -> None:
        """The selected row; where none is, the one that is walked already, else the first that is paged."""
        selected = [
            RowId(name) for kind, name in map(subject_parts, self.session.selection) if kind == "responsibility"
        ]
        rows = self.session.organization.row_by_id
        found = next((row for row in selected if row in rows), None) or self.row.value
        if found is None:
            paged = (row.id for row in rows.values() if row.paged)
            found = next(paged, None) or next(iter(rows), None)
        self.row.show_value(found)

    def _take_moment(self) -> None:
        """The minute that the week on screen is looked at; where none is, what the fields say already."""
        moment = self.session.moment
        if moment:
            self.day.show_value(moment.weekday())
            self.hour.show_hour(moment.time())
            self.zone.show_value(str(moment.tzinfo))

    def _follow_selection(self) -> None:
        if not self.isVisible():
            return
        before = self.row.value
        self._take_row()
        if self.row.value != before:
            self.ask()

    # What is said

    def _show_walk(self, *, is_there: bool) -> None:
        for widget in (self._area, self.statement, self.more, self.mark):
            widget.setVisible(is_there)
        self.empty.setVisible(not is_there)

    def _say(self) -> None:
        station = self.strip.current
        if station is None:
            return
        self.statement.setText(station.statement)
        self.more.setText(station.more)
        self.mark.update()
        card = self.strip.card(self.strip.place)
        self._area.ensureVisible(round(card.center().x()), 0, round(card.width() / 2) + MARGIN, 0)

    def _draw_mark(self, painter: QPainter, rect: QRectF) -> None:
        draw_mark(painter, rect, self.mark_name, self.theme)

    @property
    def mark_name(self) -> str:
        """The mark before what is said: whether the page is heard where it is."""
        station = self.strip.current
        if station and station.is_end and self.strip.stations[-1].state == "never":
            return "error"
        return {"heard": "agreed", "nobody": "error", "alert": "siren"}.get(
            station.state if station else "", "not-assessed"
        )

    def _show_team(self, station: Station) -> None:
        if station.team:
            named = subject("team", station.team)
            self.session.select(named)
            self.shown.emit(named)

    def _show_menu(self, station: Station, place: QPoint) -> None:
        if station.team:
            menu = self.menu_of(station)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def menu_of(self, station: Station) -> QMenu:
        """What can be done with a team on the way."""
        menu = QMenu(self)
        team = station.team
        if team:
            name = as_menu_text(station.name)
            is_away = team in self.away.ticked
            words = f"{name} is back" if is_away else f"{name} is away"
            menu.addAction(words, partial(self.away.tick, team, is_on=not is_away))
            menu.addAction(f"Show {name}", partial(self._show_team, station))
        return menu
