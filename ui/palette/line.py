"""One line of the palette: picture, name, where it stands, what it is, and its keys at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from orgmodel.diagram.marks import MARKS
from ui.icons import pixmap
from ui.marks import draw_kind, draw_mark
from ui.painted_lines import Index
from ui.palette.entries import Entry
from ui.texts import BODY, SMALL, Style, cut, width_of, write
from ui.theme import Theme

HEIGHT: Final = 32
_LEFT: Final = 16
_TEXT: Final = 44
_GAP: Final = 12
_LEAST: Final = 40
"""Where something stands is said from so many pixels of room up."""
_SIDE: Final[Style] = (11, "regular")


def draw_line(painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
    """The line in hand is tinted, with a bar at its left end."""
    entry, rect = index.data(Qt.ItemDataRole.UserRole), option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.accent_tint))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
    middle = rect.top() + rect.height() / 2
    _draw_picture(painter, QRectF(rect.left() + _LEFT, middle - 8, 16, 16), entry, theme)
    right = float(rect.right() - _LEFT)
    for text, colour in ((entry.shortcut, theme.ink3), (entry.word, theme.ink2)):
        if text:
            right -= width_of(text, _SIDE)
            write(painter, (right, middle), text, _SIDE, colour)
            right -= _GAP
    _write_name(painter, QRectF(rect.left() + _TEXT, rect.top(), right - rect.left() - _TEXT, HEIGHT), entry, theme)


def _draw_picture(painter: QPainter, place: QRectF, entry: Entry, theme: Theme) -> None:
    if entry.kind:
        draw_kind(painter, place, entry.kind, theme)
    elif entry.word in MARKS:
        draw_mark(painter, place, entry.word, theme)
    elif entry.icon:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(QPointF(place.topLeft()), pixmap(entry.icon, theme.ink2, 16, ratio))


def _write_name(painter: QPainter, place: QRectF, entry: Entry, theme: Theme) -> None:
    """The name, and in what room is left where it stands."""
    left, right, middle = place.left(), place.right(), place.center().y()
    name, width = cut(" ".join(entry.name.split()), BODY, int(right - left))
    write(painter, (left, middle), name, BODY, theme.ink)
    left += width + _GAP
    if entry.place and right - left >= _LEAST:
        write(painter, (left, middle), cut(entry.place, SMALL, int(right - left))[0], SMALL, theme.ink2)
