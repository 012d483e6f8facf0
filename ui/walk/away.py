"""Who is away: a switch that opens the list of teams, each to be ticked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from orgmodel.model import Organization, Team, TeamId
from orgmodel.sentences import counted
from ui.chips import Chip
from ui.marks import draw_kind
from ui.theme import Theme

_FEW: Final = 12
"""So many teams are found without typing."""


class AwayChip(Chip):
    """Says who is away, and is on while anybody is."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Everybody in", ("icon", "user-round"))
        self._has_choices = True
        self._names: dict[TeamId, str] = {}
        self.away: tuple[TeamId, ...] = ()
        """In the order of the file."""
        self.list = AwayList(theme, self)
        self.list.ticked.connect(self._tick)

    def offer(self, organization: Organization) -> None:
        """The teams that can be away; who is not among them any more is not away either."""
        self._names = {team.id: team.name for team in organization.teams if team.status != "archived"}
        self.list.offer([organization.team_by_id[team] for team in self._names])
        self.show_away(self.away)

    def show_away(self, away: tuple[TeamId, ...]) -> None:
        self.away = tuple(team for team in self._names if team in set(away))
        self.list.show_ticks(self.away)
        names = [self._names[team] for team in self.away]
        word = f"{names[0]} is away" if len(names) == 1 else f"{counted(len(names), 'team')} are away"
        self.word = self.short_text = word if names else "Everybody in"
        self.setAccessibleName(f"Who is away: {self.word}")
        self.setChecked(bool(names))
        self.updateGeometry()
        self.update()

    def set_away(self, team: TeamId, *, is_away: bool) -> None:
        wanted = {*self.away, team} if is_away else {*self.away} - {team}
        if wanted != set(self.away):
            self.show_away(tuple(wanted))
            self.changed.emit()

    def nextCheckState(self) -> None:
        self.list.open_under(self)

    def _tick(self, team: TeamId, is_away: bool) -> None:  # noqa: FBT001 (as the signal brings it)
        self.set_away(team, is_away=is_away)


class AwayList(QFrame):
    """The teams with a box each; closed by Esc or a click elsewhere."""

    ticked = Signal(object, bool)
    """A team, and whether it is away now."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.theme = theme
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find a team")
        self.field.setAccessibleName("Find a team")
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.teams = QListWidget()
        self.teams.setAccessibleName("Teams that can be away")
        self.teams.setFrameShape(QFrame.Shape.NoFrame)
        self.teams.setUniformItemSizes(True)
        self.teams.setIconSize(QSize(16, 16))
        self.teams.itemChanged.connect(self._changed)
        self.teams.itemClicked.connect(self._clicked)
        self._pressed_state: Qt.CheckState | None = None
        self.teams.itemPressed.connect(self._pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.teams)
        self.apply_theme(theme)

    def offer(self, teams: list[Team]) -> None:
        self.teams.blockSignals(True)
        self.teams.clear()
        for team in teams:
            item = QListWidgetItem(_kind_icon(team, self.theme), team.name)
            item.setData(Qt.ItemDataRole.UserRole, team.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, 26))
            self.teams.addItem(item)
        self.teams.blockSignals(False)
        self.field.setVisible(len(teams) > _FEW)

    def show_ticks(self, away: tuple[TeamId, ...]) -> None:
        self.teams.blockSignals(True)
        for item in self._items():
            ticked = item.data(Qt.ItemDataRole.UserRole) in away
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.teams.blockSignals(False)

    def open_under(self, widget: QWidget) -> None:
        self.field.clear()
        lines = max(1, min(self.teams.count(), _FEW))
        self.resize(280, lines * 26 + 20 + (self.field.sizeHint().height() + 8 if self.teams.count() > _FEW else 0))
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 4)))
        self.show()
        if self.teams.currentRow() < 0:
            self.teams.setCurrentRow(0)
        (self.field if self.teams.count() > _FEW else self.teams).setFocus(Qt.FocusReason.PopupFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setStyleSheet(
            f"AwayList {{ background: {theme.paper}; border: 1px solid {theme.control}; border-radius: 6px; }}"
            f"QListWidget {{ background: {theme.paper}; outline: 0; }}"
            f"QListWidget::item:selected {{ background: {theme.accent_tint}; color: {theme.ink}; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while a name is typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.teams.setFocus()
            self.teams.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.teams.item(place) for place in range(self.teams.count())]

    def _filter(self, typed: str) -> None:
        for item in self._items():
            item.setHidden(typed.strip().casefold() not in item.text().casefold())

    def _pressed(self, item: QListWidgetItem) -> None:
        self._pressed_state = item.checkState()

    def _clicked(self, item: QListWidgetItem) -> None:
        """A click anywhere in a line ticks it; one on the box has done so already."""
        if item.checkState() == self._pressed_state:
            is_on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)

    def _changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(item.data(Qt.ItemDataRole.UserRole), item.checkState() == Qt.CheckState.Checked)


_MOVES: Final = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up})


def _kind_icon(team: Team, theme: Theme) -> QIcon:
    picture = QPixmap(32, 32)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_kind(painter, QRectF(0, 0, 16, 16), team.kind, theme)
    painter.end()
    return QIcon(picture)
