"""What the matrix says where it shows no row: how to begin, or that the filter hides them all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.empty_state import EmptyState
from ui.matrix.state import MatrixState
from ui.theme import Theme
from ui.translation import tr


class MatrixEmptiness(EmptyState):
    """`pressed` is what helps most: rows from a reference matrix, or no filter."""

    row_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.row = self.second
        self.second_pressed.connect(self.row_wanted)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def say_why(self, state: MatrixState) -> None:
        is_new = not state.organization.responsibilities
        if is_new:
            self.say(
                tr("No rows yet."),
                tr("A row is one thing that somebody has to do. A reference matrix brings 43 that most services have."),
                tr("Add service from matrix…"),
                tr("Row…"),
            )
        else:
            hidden = tr("{count} are hidden.", count=f"{state.hidden:,}") if state.hidden != 1 else tr("1 is hidden.")
            self.say(tr("No row matches."), hidden, tr("Clear filter"))
