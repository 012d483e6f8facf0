"""Cells, marks and icons drawn once for each look and put down as pixmaps from then on."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from orgmodel.model import Letters, TeamKind
from ui import marks
from ui.held_pixmaps import HeldPixmaps
from ui.matrix.layout import LINE_HEIGHT
from ui.theme import Theme, font

CELL_WIDTH: Final = 48
"""Room for the letters, 36 wide, and for the ring 3 px outside of them."""

_LETTERS: Final = QRectF(6, 3, 36, 20)
_MOST_HELD: Final = 4_000


class CellLook(NamedTuple):
    """What letters look like: *padded* ones stand on paper, on the hatching of a gap; *missing* is a ghost team's."""

    letters: Letters
    kind: TeamKind
    shared: bool = False
    padded: bool = False
    missing: bool = False


class CellPixmaps(HeldPixmaps):
    """The looks drawn so far, for one theme and one ratio of device pixels."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        super().__init__(theme, ratio, _MOST_HELD)

    def letters(self, look: CellLook) -> QPixmap:
        """The letters of one cell, 48 by 26."""
        found = self._held.get(look)
        return found or self.made(look, CELL_WIDTH, LINE_HEIGHT, lambda painter: self._letters(painter, look))

    def _letters(self, painter: QPainter, look: CellLook) -> None:
        if look.padded:
            self._pad(painter)
        if look.missing:
            self._ghost(painter, look.letters)
        else:
            marks.draw_letters(painter, _LETTERS, look.letters, look.kind, self.theme, shared=look.shared)

    def suggestion(self) -> QPixmap:
        """The “?” in a dashed ring, on the likeliest owner of a gap."""
        return self._held.get("?") or self.made("?", CELL_WIDTH, LINE_HEIGHT, self._suggestion)

    def _suggestion(self, painter: QPainter) -> None:
        self._pad(painter)
        marks.draw_letters(painter, _LETTERS, "?", "other", self.theme)

    def _pad(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.paper))
        painter.drawRoundedRect(_LETTERS, 3, 3)

    def _ghost(self, painter: QPainter, letters: Letters) -> None:
        pen = QPen(QColor(self.theme.control), 1, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_LETTERS.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(font(15, "medium"))
        painter.drawText(_LETTERS, Qt.AlignmentFlag.AlignCenter, letters)

    def hatch(self, width: int) -> QPixmap:
        """The ground of a team cell on a gap row."""
        key = ("hatch", width)
        return self._held.get(key) or self.made(
            key,
            width,
            LINE_HEIGHT,
            lambda painter: marks.draw_hatch(painter, QRectF(0, 0, width, LINE_HEIGHT), self.theme),
        )

    def mark(self, mark: str, size: int) -> QPixmap:
        key = ("mark", mark, size)
        return self._held.get(key) or self.made(
            key, size, size, lambda painter: marks.draw_mark(painter, QRectF(0, 0, size, size), mark, self.theme)
        )

    def kind(self, kind: TeamKind, size: int) -> QPixmap:
        key = ("kind", kind, size)
        return self._held.get(key) or self.made(
            key, size, size, lambda painter: marks.draw_kind(painter, QRectF(0, 0, size, size), kind, self.theme)
        )

    def icon(self, name: str, colour: str, size: int) -> QPixmap:
        return self.held_icon(name, colour, size)


def put(painter: QPainter, pixmap: QPixmap, x: float, y: float) -> None:
    """Put a pixmap down with its top left corner at a place."""
    painter.drawPixmap(QPointF(x, y), pixmap)
