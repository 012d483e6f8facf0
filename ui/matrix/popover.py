"""A second A: move, share or leave, asked at the cell where it happened."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from ui.texts import BODY, SMALL, STRONG, Style, cut, width_of, write
from ui.theme import Theme
from ui.translation import marked, tr

Choice = Literal["move", "share", "leave"]

WIDTH: Final = 324
_NOTCH: Final = 7
_TITLE: Final = 34
_LINE: Final = 30
HEIGHT: Final = _NOTCH + _TITLE + 3 * _LINE + 2

QUESTION: Final = marked("A second A. Who answers for this row?")
_KEY_STYLE: Final[Style] = (11, "regular")
_CHOICES: Final[tuple[tuple[Choice, str, Qt.Key], ...]] = (
    ("move", marked("Move"), Qt.Key.Key_M),
    ("share", marked("Share"), Qt.Key.Key_S),
    ("leave", marked("Leave"), Qt.Key.Key_L),
)
_PASSING: Final = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
"""The focus comes back from these: the question stays open."""


class SecondOwnerPopover(QWidget):
    """Three lines under the cell; Esc takes the second A back, and a click or Tab elsewhere leaves both."""

    chosen = Signal(str)
    """A `Choice`; emitted once, or never."""
    cancelled = Signal()

    def __init__(self, theme: Theme, consequences: tuple[str, str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._consequences = consequences
        self._current = 0
        self._notch_x = WIDTH / 2
        self._is_above = False
        self._is_open = True
        self.setFixedSize(WIDTH, HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr(QUESTION))
        self._select(0)

    def point_at(self, cell: QRect, room: QRect) -> None:
        """Stand under a cell, or above it where there is no room, pointing at it; the left edges meet."""
        self._is_above = cell.bottom() + HEIGHT > room.bottom() and cell.top() - HEIGHT > room.top()
        left = max(room.left() + 4, min(cell.left(), room.right() - WIDTH - 4))
        self._notch_x = max(16, min(cell.center().x() - left, WIDTH - 16))
        self.move(left, cell.top() - HEIGHT if self._is_above else cell.bottom())
        self.update()

    def choose(self, choice: Choice) -> None:
        if self._is_open:
            self._is_open = False
            self.chosen.emit(choice)

    def cancel(self) -> None:
        if self._is_open:
            self._is_open = False
            self.cancelled.emit()

    def dismiss(self) -> None:
        """Close without an answer: what was asked about is gone."""
        self._is_open = False
        self.hide()
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Its letters are answers here, whatever they are shortcuts for elsewhere.
            event.accept()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._press(Qt.Key(event.key()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _PASSING:
            self.choose("leave")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place is not None:
            self.choose(_CHOICES[place][0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place is not None:
            self._select(place)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _press(self, key: Qt.Key) -> None:
        letters = {key: choice for choice, _, key in _CHOICES}
        if key in letters:
            self.choose(letters[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(_CHOICES[self._current][0])
        elif key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._select((self._current + (1 if key == Qt.Key.Key_Down else -1)) % 3)

    def _select(self, place: int) -> None:
        self._current = place
        self.setAccessibleDescription(f"{tr(_CHOICES[place][1])}: {self._consequences[place]}")
        self.update()

    @property
    def _body(self) -> QRectF:
        return QRectF(0.5, 0.5 + (0 if self._is_above else _NOTCH), WIDTH - 1, HEIGHT - _NOTCH - 1)

    def _line_top(self, place: int) -> float:
        return self._body.top() + _TITLE + 0.5 + place * _LINE

    def _place_at(self, point: QPointF) -> int | None:
        place = int((point.y() - self._line_top(0)) // _LINE)
        return place if 0 <= place < 3 else None

    def _draw(self, painter: QPainter) -> None:
        theme, body = self._theme, self._body
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(body, 6, 6)
        painter.fillPath(outline.united(self._notch()), QColor(theme.paper))
        painter.save()
        painter.setClipPath(outline)
        write(painter, (13, body.top() + _TITLE / 2), tr(QUESTION), STRONG, theme.ink)
        painter.fillRect(QRectF(0, self._line_top(0) - 1, WIDTH, 1), QColor(theme.line))
        for place in range(3):
            self._draw_line(painter, place)
        painter.restore()
        painter.strokePath(outline.united(self._notch()), QPen(QColor(theme.control), 1))

    def _notch(self) -> QPainterPath:
        """The triangle that points at the cell, overlapping the body so that the two become one outline."""
        edge = self._body.bottom() if self._is_above else self._body.top()
        towards = _NOTCH - 0.5 if self._is_above else 0.5 - _NOTCH
        inside = -1 if self._is_above else 1
        path = QPainterPath()
        x = self._notch_x
        path.addPolygon(
            QPolygonF([QPointF(x - 8, edge + inside), QPointF(x, edge + towards), QPointF(x + 8, edge + inside)])
        )
        path.closeSubpath()
        return path

    def _draw_line(self, painter: QPainter, place: int) -> None:
        theme, top = self._theme, self._line_top(place)
        _, word, _ = _CHOICES[place]
        middle = top + _LINE / 2
        if place == self._current:
            painter.fillRect(QRectF(0, top, WIDTH, _LINE), QColor(theme.accent_tint))
        key = QRectF(8.5, middle - 8, 20, 16)
        painter.setPen(QPen(QColor(theme.line2), 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(key, 3, 3)
        letter = word[0]
        write(painter, (key.center().x() - width_of(letter, _KEY_STYLE) / 2, middle), letter, _KEY_STYLE, theme.ink)
        write(painter, (36, middle), word, (BODY[0], "semibold"), theme.ink)
        said, _ = cut(self._consequences[place], SMALL, WIDTH - 84 - 12)
        write(painter, (84, middle), said, SMALL, theme.ink2)
