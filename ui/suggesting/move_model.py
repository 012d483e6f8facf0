"""The moves of a plan as a table model, and which of them are taken."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from orgmodel.model import RowId
from ui.plain_text import as_tip
from ui.suggesting.moves import MoveLine

Index = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole
HEADS: Final = ("Row", "Now", "Suggested", "Why")


class Moves(QAbstractTableModel):
    """The lines, and which of them are taken: all of them to begin with."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[MoveLine, ...] = ()
        self._left: set[RowId] = set()

    @property
    def taken(self) -> tuple[RowId, ...]:
        return tuple(line.row for line in self.lines if line.row not in self._left)

    def show(self, lines: tuple[MoveLine, ...]) -> None:
        """What was unticked before stays so while it is there."""
        self.beginResetModel()
        self.lines = lines
        self._left &= {line.row for line in lines}
        self.endResetModel()

    def tick_all(self, *, wanted: bool) -> None:
        self._left = set() if wanted else {line.row for line in self.lines}
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(HEADS) - 1))
        self.ticked.emit()

    def is_taken(self, index: Index) -> bool:
        return self.lines[index.row()].row not in self._left

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_head = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADS[section] if is_head else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (line.name, line.now, line.team, line.why)[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if self.is_taken(index) else Qt.CheckState.Unchecked
        return as_tip(line.whole) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, given: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        row = self.lines[index.row()].row
        if Qt.CheckState(given) == Qt.CheckState.Checked:
            self._left.discard(row)
        else:
            self._left.add(row)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(HEADS) - 1))
        self.ticked.emit()
        return True


def toggle(model: QAbstractItemModel, index: Index) -> None:
    """Take a move that is left, leave one that is taken."""
    is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    model.setData(index, Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
