"""The strip above the week, 40 high: which chain, which week, on which clocks, who is away, and one more rotation."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from orgmodel.coverage import zones_to_offer
from orgmodel.model import Organization, Team, TeamId
from ui import icons
from ui.chips import ChoiceChip
from ui.filter_field import FilterField
from ui.fitting_row import FittingRow
from ui.oncall.sentences import week_title
from ui.oncall.state import OnCallState
from ui.oncall.zone_chip import ZoneChip
from ui.style import wear
from ui.theme import Theme, font
from ui.tick_chip import TickChip, TickWords
from ui.translation import tr

STRIP_HEIGHT = 40
_ROOMY = 860


class OnCallTools(QWidget):
    """Emits what is chosen; the lens does it."""

    stepped = Signal(int)
    """So many weeks on; 0 is the week of today."""
    zone_chosen = Signal(str)
    service_chosen = Signal(object)
    away_changed = Signal()
    words_changed = Signal(str)
    rotation_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: dict[TeamId, str] = {}
        self._teams: tuple[Team, ...] = ()
        self.services = ChoiceChip(theme, tr("All services"), self)
        self.services.setToolTip(tr("Show the chain of one service"))
        self.back = self._arrow(tr("Week before"), -1)
        self.week = QLabel(self)
        self.week.setFont(font(13, "semibold"))
        self.on = self._arrow(tr("Week after"), 1)
        self.today = QPushButton(tr("Today"), self)
        self.today.setToolTip(tr("Show the week of today (T)"))
        wear(self.today, "quiet")
        self.today.clicked.connect(lambda: self.stepped.emit(0))
        self.zone = ZoneChip(theme, self)
        self.zone.chosen.connect(self.zone_chosen)
        self.away = TickChip(
            theme, "user-round",
            TickWords(tr("Who is away"), tr("Teams that can be away"), tr("Find a team"), self._away_said),
        )  # fmt: skip
        self.away.changed.connect(self.away_changed)
        self.field = FilterField(theme, tr("Find a team or person"), tr("Show the teams with these words"), self)
        self.field.setMaximumWidth(236)
        self.field.textChanged.connect(self.words_changed)
        self.add = QPushButton(tr("Rotation"), self)
        self.add.setIconSize(QSize(15, 15))
        self.add.setToolTip(tr("Add a rotation for the selected team (Ctrl+Shift+N)"))
        wear(self.add, "quiet")
        self.add.clicked.connect(self.rotation_wanted)
        self.services.chosen.connect(self.service_chosen)
        self.setFixedHeight(STRIP_HEIGHT)
        self._lay_out()
        self.apply_theme(theme)

    def _lay_out(self) -> None:
        line = FittingRow(self, self._theme)
        line.setContentsMargins(12, 0, 8, 1)
        line.setSpacing(8)
        line.addWidget(self.services)
        line.addWidget(self.back)
        line.addWidget(self.week)
        line.addWidget(self.on)
        line.addWidget(self.today)
        line.addWidget(self.zone)
        line.addWidget(self.away)
        line.addStretch(1)
        line.addWidget(self.field, 2)
        line.addWidget(self.add)
        line.fold(self.field, self.services, self.away, self.zone)
        self._row = line

    def _arrow(self, name: str, weeks: int) -> QToolButton:
        made = QToolButton(self)
        made.setAccessibleName(name)
        made.setToolTip(f"{name} ({'Alt+PgUp' if weeks < 0 else 'Alt+PgDown'})")
        made.setIconSize(QSize(15, 15))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        wear(made, "icon")
        made.clicked.connect(lambda: self.stepped.emit(weeks))
        return made

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for chip in (self.services, self.zone):
            chip.theme = theme
            chip.update()
        self._row.apply_theme(theme)
        self.away.apply_theme(theme)
        self.away.update()
        self.zone.apply_theme(theme)
        self.field.apply_theme(theme)
        self.back.setIcon(icons.icon("chevron-left", theme.ink, 15))
        self.on.setIcon(icons.icon("chevron-right", theme.ink, 15))
        self.add.setIcon(icons.icon("plus", theme.ink, 15))
        self.week.setStyleSheet(f"color: {theme.ink}")
        self.update()

    def show_state(self, state: OnCallState) -> None:
        self.week.setText(week_title(state))
        self.today.setVisible(not state.plan.axis.date_of(0) <= state.today <= state.plan.axis.date_of(6))
        self.zone.show_zone(state.zone.key)

    def show_choices(self, organization: Organization, away: tuple[TeamId, ...]) -> None:
        self.services.offer((service.id, service.name) for service in organization.services)
        self.services.setVisible(bool(organization.services))
        if organization.teams is not self._teams:
            self._teams = organization.teams
            teams = [team for team in organization.teams if team.status != "archived"]
            self._names = {team.id: team.name for team in teams}
            self.away.offer_things(((team.id, team.name, team.kind) for team in teams), away)
        self.zone.offer(zones_to_offer(organization))

    def _away_said(self) -> str:
        away = self.away.ticked
        if not away:
            return tr("Everybody in")
        return (
            tr("{team} is away", team=self._names[away[0]])
            if len(away) == 1
            else tr("{count} teams are away", count=len(away))
        )

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))
