"""The table of rows that lose their owner: how its cells look, and how an owner is picked in it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem

from ui.icons import pixmap
from ui.marks import draw_kind, draw_mark
from ui.painted_lines import PaintedLines
from ui.plain_text import as_menu_text, as_tip
from ui.row_table import PAD, RowTable, draw_ground
from ui.texts import BODY, SMALL, SMALL_STRONG, STRONG, cut, write
from ui.theme import Theme
from ui.what_if.orphans import LINE, Index, Orphans, Taker

HEIGHT: Final = 40
_SHARES: Final = (0.56, 0.44)


def _draw_cell(painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
    rect = option.rect
    line, taker = index.data(LINE)
    draw_ground(painter, option, index, theme)
    if index.column() == 0:
        left, room = rect.left() + 12, rect.width() - 12 - PAD
        write(painter, (left, rect.top() + 12), cut(line.name, STRONG, room)[0], STRONG, theme.ink)
        below = cut(f"{line.place}; was with {line.was}", SMALL, room)[0]
        write(painter, (left, rect.top() + 28), below, SMALL, theme.ink3)
    else:
        _draw_taker(painter, rect, taker, theme)


def _draw_taker(painter: QPainter, rect: QRect, taker: Taker | None, theme: Theme) -> None:
    """A field to open: who has it, or nobody."""
    field = QRectF(rect).adjusted(PAD, 6, -PAD, -7)
    painter.setPen(QPen(QColor(theme.control), 1))
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(field.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    middle, left = field.center().y(), field.left() + PAD
    ratio = painter.device().devicePixelRatio()
    chevron = pixmap("chevron-down", theme.ink2, 14, ratio)
    painter.drawPixmap(round(field.right() - 20), round(middle - 7), chevron)
    room = round(field.right() - 24 - left - 22)
    if taker is None:
        draw_mark(painter, QRectF(left, middle - 7, 14, 14), "nobody", theme)
        write(painter, (left + 22, middle), "nobody", SMALL_STRONG, theme.error)
    else:
        draw_kind(painter, QRectF(left, middle - 8, 16, 16), taker.kind, theme)
        write(painter, (left + 22, middle), cut(taker.name, BODY, room)[0], BODY, theme.ink)


class OrphanTable(RowTable):
    """Arrows go from row to row; Enter, Space or a click on the field opens who could have it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(PaintedLines(theme, _draw_cell), HEIGHT, _SHARES)
        self.orphans = Orphans(self)
        self.setModel(self.orphans)
        self.setAccessibleName("Rows that lose their owner")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 1 and event.button() == Qt.MouseButton.LeftButton:
            self.open_menu(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if opens and self.currentIndex().isValid():
            self.open_menu(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def open_menu(self, place: int) -> None:
        rect = self.visualRect(self.orphans.index(place, 1))
        menu = self.menu_of(place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(QPoint(rect.left() + PAD, rect.bottom() - 4)))

    def menu_of(self, place: int) -> QMenu:
        """Nobody, then the teams that could have a row, each with its reasons as a tip."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        chosen = self.orphans.taker(place)
        nobody = menu.addAction("Nobody", partial(self.orphans.pick, place, None))
        nobody.setCheckable(True)
        nobody.setChecked(chosen is None)
        for taker in self.orphans.lines[place].takers:
            action = menu.addAction(as_menu_text(taker.name), partial(self.orphans.pick, place, taker.team))
            action.setToolTip(as_tip(taker.why))
            action.setCheckable(True)
            action.setChecked(taker == chosen)
        return menu
