"""How the cells of a move look: a box and the row, who has it now, who is to have it, and why."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QRect,
    QRectF,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.marks import draw_kind, draw_letters, draw_mark
from ui.painted_lines import Index, PaintedLines
from ui.row_table import PAD, draw_ground
from ui.suggesting.move_model import LINE, Moves, toggle
from ui.suggesting.moves import MoveLine
from ui.texts import BODY, SMALL, SMALL_STRONG, STRONG, cut, two_lines, write
from ui.theme import Theme
from ui.tick_box import draw_box

BOX_WIDTH: Final = 34
"""Where a click at the left of a line ticks it."""


class MoveCells(PaintedLines):
    """Two lines in each cell; a move that is not taken is in fainter ink."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self._paint)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on the box ticks it."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if index.column() or event.position().x() > option.rect.left() + BOX_WIDTH:
            return False
        toggle(model, index)
        return True

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
        draw_ground(painter, option, index, theme)
        paint = (self._paint_row, self._paint_now, self._paint_team, self._paint_why)[index.column()]
        model = index.model()
        is_taken = isinstance(model, Moves) and model.is_taken(index)
        paint(painter, option.rect, index.data(LINE), is_taken=is_taken)

    def _paint_row(self, painter: QPainter, rect: QRect, line: MoveLine, *, is_taken: bool) -> None:
        theme = self.theme
        draw_box(painter, rect.left() + 12, rect.center().y() + 0.5, theme, is_on=is_taken)
        left = rect.left() + 36
        room = rect.right() - PAD - left
        write(painter, (left, rect.top() + 14), cut(line.name, STRONG, room)[0], STRONG, self._ink(is_taken=is_taken))
        write(painter, (left, rect.top() + 31), cut(line.place, SMALL, room)[0], SMALL, theme.ink3)

    def _paint_now(self, painter: QPainter, rect: QRect, line: MoveLine, *, is_taken: bool) -> None:
        left = rect.left() + PAD
        if line.is_nobody:
            draw_mark(painter, QRectF(left, rect.center().y() - 7, 14, 14), "nobody", self.theme)
            write(painter, (left + 20, rect.center().y()), line.now, SMALL_STRONG, self.theme.error)
        else:
            self._write_lines(painter, rect, line.now, self._ink(is_taken=is_taken))

    def _paint_team(self, painter: QPainter, rect: QRect, line: MoveLine, *, is_taken: bool) -> None:
        painter.setOpacity(1.0 if is_taken else 0.55)
        middle = rect.center().y() + 0.5
        draw_kind(painter, QRectF(rect.left() + PAD, middle - 10, 20, 20), line.kind, self.theme)
        cell = QRectF(rect.right() - PAD - 26, middle - 9, 26, 18)
        draw_letters(painter, cell, line.letters, line.kind, self.theme, small=True)
        left = rect.left() + PAD + 28
        lines = two_lines(line.team, BODY, round(cell.left() - 8 - left))
        for number, said in enumerate(lines):
            write(painter, (left, middle + (number - (len(lines) - 1) / 2) * 17), said, BODY, self.theme.ink)

    def _paint_why(self, painter: QPainter, rect: QRect, line: MoveLine, *, is_taken: bool) -> None:
        self._write_lines(painter, rect, line.why, self.theme.ink2 if is_taken else self.theme.ink3)

    def _write_lines(self, painter: QPainter, rect: QRect, text: str, ink: str) -> None:
        lines = two_lines(text, SMALL, rect.width() - 2 * PAD)
        for number, said in enumerate(lines):
            middle = rect.center().y() + 0.5 + (number - (len(lines) - 1) / 2) * 16
            write(painter, (rect.left() + PAD, middle), said, SMALL, ink)

    def _ink(self, *, is_taken: bool) -> str:
        return self.theme.ink if is_taken else self.theme.ink3
