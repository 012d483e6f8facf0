"""One line of a table that is edited in place, and the names of its columns above all of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from ui.inspector.fields import SaidField, TableField
from ui.inspector.hand import LineHand
from ui.inspector.held import held
from ui.inspector.making import as_editor, editor_for
from ui.pieces import words
from ui.theme import Theme
from ui.translation import tr


class Line(QWidget):
    """One value, a cell for each of its fields; that in hand has a bar at its left."""

    def __init__(self, table: TableField, hand: LineHand) -> None:
        super().__init__()
        self.hand = hand
        self.is_in_hand = False
        self.cells: dict[str, QWidget] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 1)
        row.setSpacing(0)
        for cell, share in zip(table.columns, table.shares, strict=True):
            made = editor_for(cell, hand)
            made.setProperty("flat", True)
            made.setMinimumWidth(20)
            self.cells[cell.field] = made
            row.addWidget(made, share)

    def is_marked(self) -> bool:
        """Whether it is to be seen which line is in hand: the keyboard is in the table, or the line has details."""
        table = self.parentWidget()
        focused = QApplication.focusWidget()
        has_details = bool(self.hand.table.details)
        return has_details or (table is not None and focused is not None and table.isAncestorOf(focused))

    def fill(self, value: Any) -> None:
        """Show a value; None is one that is about to be added."""
        for path, cell in self.cells.items():
            if not as_editor(cell).is_in_hand():
                as_editor(cell).fill(None if value is None else held(value, path))

    def name_cells(self, columns: tuple[str, ...], called: str) -> None:
        """Say what each cell is of, for whoever hears it."""
        for label, cell in zip(columns, self.cells.values(), strict=True):
            if not isinstance(cell, QLabel) and cell.focusPolicy() != Qt.FocusPolicy.NoFocus:
                cell.setAccessibleName(f"{label}, {called}")

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.hand.theme
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
        if self.is_in_hand and self.is_marked():
            left = self.width() - 3 if self.isRightToLeft() else 0
            painter.fillRect(left, 0, 3, self.height() - 1, QColor(theme.accent))


def head_of(field: TableField, theme: Theme) -> QWidget:
    """The names of the columns."""
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(4, 0, 0, 2)
    row.setSpacing(0)
    for cell, share in zip(field.columns, field.shares, strict=True):
        label = words(tr(cell.label), theme.ink2, 12)
        label.setMinimumWidth(20)
        label.setIndent(4 if isinstance(cell, SaidField) else 6)
        row.addWidget(label, share)
    return head
