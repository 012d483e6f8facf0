"""The lines of a list twin as a table model: those of a lens's table that hold some words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from orgmodel.model import Subject
from orgmodel.names_in_sentences import names_apart
from ui.lens import LensTable
from ui.plain_text import as_tip
from ui.translation import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class ListRows(QAbstractTableModel):
    """Cells are text; a cell says its column's name to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.table = LensTable((), ())
        self._words: tuple[str, ...] = ()
        self._shown: tuple[int, ...] = ()
        self._row_of: dict[Subject, int] = {}

    def show_table(self, table: LensTable) -> None:
        """Show another table; the words that lines have to hold stay."""
        self.beginResetModel()
        self.table = table
        self._sift()
        self.endResetModel()

    def find(self, words: str) -> None:
        """Show only the lines that hold each of these words, in whatever cell."""
        self.beginResetModel()
        self._words = tuple(words.casefold().split())
        self._sift()
        self.endResetModel()

    def row_of(self, subject: Subject) -> int | None:
        """Where a thing stands now; None where it has no line or its line is not shown."""
        return self._row_of.get(subject)

    def subject_at(self, row: int) -> Subject | None:
        return self.table.rows[self._shown[row]][0] if 0 <= row < len(self._shown) else None

    def next_with(self, typed: str, row: int) -> int | None:
        """The next line, from this one round, whose first cell begins with what was typed, else holds it."""
        wanted, count = typed.casefold(), len(self._shown)
        ahead = [(max(row, 0) + step) % count for step in range(count)]
        names = {place: self._cells(place)[0].casefold() for place in ahead}
        begins = (place for place in ahead if names[place].startswith(wanted))
        return next(begins, next((place for place in ahead if wanted in names[place]), None))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._said(index, role) if role in _SHOWN and index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.table.head[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def _said(self, index: Index, role: int) -> str:
        text = names_apart(self._cells(index.row())[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.table.head[index.column()]}: {text or tr('empty')}"
        return text

    def _cells(self, row: int) -> tuple[str, ...]:
        return self.table.rows[self._shown[row]][1]

    def _sift(self) -> None:
        rows = self.table.rows
        self._shown = tuple(place for place, (_, cells) in enumerate(rows) if self._holds(cells))
        self._row_of = {}
        for row, place in enumerate(self._shown):
            self._row_of.setdefault(rows[place][0], row)

    def _holds(self, cells: tuple[str, ...]) -> bool:
        if not self._words:
            return True
        text = "\n".join(cells).casefold()
        return all(word in text for word in self._words)
