"""The moves of a plan as a table; each can be unticked with Space or a click on its box."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.row_table import RowTable
from ui.suggesting.move_cells import MoveCells
from ui.suggesting.move_model import Moves, toggle
from ui.theme import Theme

HEIGHT: Final = 44
_SHARES: Final = (0.29, 0.19, 0.22, 0.30)


class MoveTable(RowTable):
    """Arrows go from row to row, Space takes a move or leaves it, Enter shows the row."""

    chosen = Signal(object)
    """The id of a row that somebody wants to see."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(MoveCells(theme), HEIGHT, _SHARES)
        self.moves = Moves(self)
        self.setModel(self.moves)
        self.setAccessibleName("Suggested owners")
        self.doubleClicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            toggle(self.moves, self.moves.index(self.currentIndex().row(), 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.moves.lines[index.row()].row)
