"""A table of things in lines of one height: calm, walked by the arrow keys, its columns sharing the width."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from ui.painted_lines import Index, PaintedLines
from ui.theme import Theme

PAD: Final = 8


class RowTable(QTableView):
    """`shares` are the parts of the width that the columns have, together 1."""

    def __init__(self, cells: PaintedLines, height: int, shares: tuple[float, ...]) -> None:
        super().__init__()
        self._cells, self._shares = cells, shares
        cells.setParent(self)
        self.setItemDelegate(cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.apply_theme(cells.theme)

    def apply_theme(self, theme: Theme) -> None:
        self._cells.theme = theme
        self.setStyleSheet(
            f"QTableView {{ background: {theme.paper}; outline: 0; border: 2px solid transparent; }}"
            f"QTableView:focus {{ border-color: {theme.accent}; }}"
            f"QHeaderView {{ background: {theme.paper}; }}"
            f"QHeaderView::section {{ background: {theme.paper}; color: {theme.ink}; border: 0; padding: 0 {PAD}px;"
            f" border-bottom: 1px solid {theme.line2}; font-size: 12px; font-weight: 600; height: 28px; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, int(self.viewport().width() * share))


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
    """The tint of the line in hand, with a bar at its left end, and the hairline beneath every line."""
    rect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.accent_tint))
        if index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
