"""How the lines below the week are painted: who has it, a share against its limit, a load as its sum."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.marks import draw_kind, draw_mark
from ui.oncall.foot_content import LoadLine, ShareLine
from ui.oncall.moment import Holder
from ui.painted_lines import Index
from ui.texts import BODY, SMALL, Style, cut, width_of, write
from ui.theme import Theme

LINE: Final = 26
TWO_LINES: Final = 44
"""What is said beside a name stands below it where there is no room for both."""
_THING: Final = Qt.ItemDataRole.UserRole
_GLYPH: Final = 18
_BAR: Final = 10
_FIGURE: Final = 64
_SUM: Final = 252
"""What a sum takes at most, so that the name gets the rest."""
_SAID: Final = 124
"""What is said of who has a page takes mostly no more."""
_SMALL_BOLD: Final[Style] = (12, "semibold")


def holder_height(name: str, width: float) -> int:
    room = width - min(_SAID, width * 0.56) - 38
    return LINE if width_of(name, BODY) <= room else TWO_LINES


def load_height(name: str, width: float) -> int:
    return LINE if width_of(name, BODY) <= _load_share(width) - 38 else TWO_LINES


def _load_share(width: float) -> int:
    return round(max(width * 0.36, width - _SUM))


def draw_holder(painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
    """The team, and at the right who of it has a page."""
    _ground(painter, option, theme)
    paint_holder(painter, QRectF(option.rect), index.data(_THING), theme)
    _foot(painter, option, theme)


def paint_holder(painter: QPainter, rect: QRectF, held: Holder, theme: Theme) -> None:
    is_tall = rect.height() > LINE
    middle = rect.top() + 31 if is_tall else rect.center().y()
    style = _SMALL_BOLD if held.tone == "nobody" else SMALL
    colour = theme.error if held.tone == "nobody" else theme.ink if held.tone == "there" else theme.ink2
    room = rect.width() - 58 - (0 if is_tall else width_of(held.name, BODY))
    said, width = cut(held.said, style, round(room))
    x = rect.right() - 4 - width
    write(painter, (x, middle), said, style, colour)
    if held.tone in ("nobody", "unknown"):
        mark = "error" if held.tone == "nobody" else "not-assessed"
        draw_mark(painter, QRectF(x - 20, middle - 7, 14, 14), mark, theme)
        x -= 20
    _team(painter, rect, held, round((rect.right() if is_tall else x) - rect.left() - 34), theme)


def draw_share(painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
    """The name, where they sit, a bar to one scale with the limit as a tick, and the figure."""
    _ground(painter, option, theme)
    paint_share(painter, QRectF(option.rect), index.data(_THING), theme)
    _foot(painter, option, theme)


def paint_share(painter: QPainter, rect: QRectF, line: ShareLine, theme: Theme) -> None:
    middle, width = rect.center().y(), rect.width()
    name_room = round(width * 0.36)
    aside_room = round(width * 0.19)
    write(painter, (rect.left() + 4, middle), cut(line.name, BODY, name_room - 8)[0], BODY, theme.ink)
    aside = cut(line.aside, SMALL, aside_room - 8)[0]
    write(painter, (rect.left() + name_room, middle), aside, SMALL, theme.ink2)
    left = rect.left() + name_room + aside_room
    place = QRectF(left, middle - _BAR / 2, rect.right() - _FIGURE - left, _BAR)
    _bar(painter, place, line, theme)
    style = SMALL if line.percent is None else _SMALL_BOLD
    colour = theme.ink2 if line.percent is None else theme.error if line.is_above else theme.ink
    write(painter, (rect.right() - 4 - width_of(line.figure, style), middle), line.figure, style, colour)


def _bar(painter: QPainter, place: QRectF, line: ShareLine, theme: Theme) -> None:
    whole = max(line.limit * 1.6, line.percent or 0, 1)
    if line.percent is None:
        pen = QPen(QColor(theme.ink3), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        return
    painter.fillRect(QRectF(place.left(), place.center().y() - 0.5, place.width(), 1), QColor(theme.line2))
    long = place.width() * line.percent / whole
    painter.fillRect(QRectF(place.left(), place.top(), long, place.height()), QColor(theme.kinds[line.kind]))
    x = round(place.left() + place.width() * line.limit / whole)
    painter.fillRect(QRectF(x - 1, place.top() - 2, 2, place.height() + 4), QColor(theme.ink))
    painter.fillRect(QRectF(x - 4, place.top() - 3, 8, 2), QColor(theme.ink))


def draw_load(painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
    """The team, and the sum of its pages in words."""
    _ground(painter, option, theme)
    paint_load(painter, QRectF(option.rect), index.data(_THING), theme)
    _foot(painter, option, theme)


def paint_load(painter: QPainter, rect: QRectF, line: LoadLine, theme: Theme) -> None:
    is_tall = rect.height() > LINE
    middle, share = (rect.top() + 31, 28) if is_tall else (rect.center().y(), _load_share(rect.width()))
    _team(painter, rect, line, round(rect.width()) - 34 if is_tall else share - 34, theme)
    x, end = rect.left() + share, rect.right() - 4
    if not line.words:
        draw_mark(painter, QRectF(x, middle - 7, 14, 14), "not-assessed", theme)
        said = cut(line.sentence.removeprefix(f"{line.name}: "), SMALL, round(end - x - 20))[0]
        write(painter, (x + 20, middle), said, SMALL, theme.ink2)
    for words, is_figure in line.words:
        style = _SMALL_BOLD if is_figure else SMALL
        shown, width = cut(words, style, max(round(end - x) + 1, 0))
        write(painter, (x, middle), shown, style, theme.ink)
        x += width
        if shown != words:
            break


def _team(painter: QPainter, rect: QRectF, held: Holder | LoadLine, room: int, theme: Theme) -> None:
    middle = rect.top() + LINE / 2
    draw_kind(painter, QRectF(rect.left() + 2, middle - _GLYPH / 2, _GLYPH, _GLYPH), held.kind, theme)
    write(painter, (rect.left() + 28, middle), cut(held.name, BODY, room)[0], BODY, theme.ink)


def _ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(option.rect, QColor(theme.accent_tint))
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(theme.hover))


def _foot(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    rect = option.rect
    painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
