"""The rows that would lose their owner, and who is to have each: nobody, until somebody picks."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from orgmodel.model import Organization, RowId, TeamId, TeamKind
from orgmodel.model.value import value
from orgmodel.sentences import capital, listed
from orgmodel.what_if import Orphan
from ui.plain_text import as_tip
from ui.row_names import place_of

Index = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole
HEADS: Final = ("Row that needs a new owner", "Goes to")


@value
class Taker:
    """A team that could have the row, and why."""

    team: TeamId
    name: str
    kind: TeamKind
    why: str


@value
class OrphanLine:
    """One row as it reads, and who could have it, the best first."""

    row: RowId
    name: str
    place: str
    was: str
    takers: tuple[Taker, ...]
    said: str


def lines_of(before: Organization, after: Organization, orphans: tuple[Orphan, ...]) -> tuple[OrphanLine, ...]:
    return tuple(_line(before, after, orphan) for orphan in orphans)


def _line(before: Organization, after: Organization, orphan: Orphan) -> OrphanLine:
    row = after.row_by_id[orphan.row]
    takers = tuple(
        Taker(
            each.team,
            after.team_name(each.team),
            after.team_by_id[each.team].kind,
            capital(listed(each.reasons)) or "Has room for it",
        )
        for each in orphan.candidates
    )
    was = listed([before.team_name(team) for team in orphan.owners], most=2)
    return OrphanLine(row.id, row.name, place_of(after, row), was, takers, orphan.said)


class Orphans(QAbstractTableModel):
    """The lines, and who was picked for them; what was picked stays so while the row is there and the team can."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[OrphanLine, ...] = ()
        self._picked: dict[RowId, TeamId] = {}

    @property
    def picked(self) -> dict[RowId, TeamId]:
        return {line.row: self._picked[line.row] for line in self.lines if line.row in self._picked}

    def show(self, lines: tuple[OrphanLine, ...]) -> None:
        if lines == self.lines:
            return
        self.beginResetModel()
        self.lines = lines
        able = {(line.row, taker.team) for line in lines for taker in line.takers}
        self._picked = {row: team for row, team in self._picked.items() if (row, team) in able}
        self.endResetModel()

    def pick(self, place: int, team: TeamId | None) -> None:
        """Give a row to a team; to nobody where there is none."""
        row = self.lines[place].row
        if team is None:
            self._picked.pop(row, None)
        else:
            self._picked[row] = team
        self._tell()

    def pick_best(self) -> None:
        """Give every row to the team that most speaks for."""
        self._picked = {line.row: line.takers[0].team for line in self.lines if line.takers}
        self._tell()

    def forget(self) -> None:
        """Leave every row to nobody."""
        self._picked = {}
        self._tell()

    def taker(self, place: int) -> Taker | None:
        line = self.lines[place]
        return next((taker for taker in line.takers if taker.team == self._picked.get(line.row)), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_head = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADS[section] if is_head else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, taker = self.lines[index.row()], self.taker(index.row())
        if role == LINE:
            return line, taker
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.name if index.column() == 0 else taker.name if taker else "nobody"
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(f"{taker.name}: {taker.why}." if taker and index.column() else line.said)
        return None

    def _tell(self) -> None:
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(HEADS) - 1))
        self.changed.emit()
