"""The lines of a list or a table, each painted by a function."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Draw = Callable[[QPainter, QStyleOptionViewItem, Index, Theme], None]


class PaintedLines(QStyledItemDelegate):
    """Calls `draw` with smooth edges, and leaves the painter as it found it."""

    def __init__(self, theme: Theme, draw: Draw, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme, self._draw = theme, draw

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, option, index, self.theme)
        painter.restore()
