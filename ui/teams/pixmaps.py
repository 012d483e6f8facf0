"""Letters, kinds, marks and icons drawn once for each size and put down as pixmaps from then on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from orgmodel.model import Letters, TeamKind
from ui import marks
from ui.held_pixmaps import HeldPixmaps
from ui.theme import Theme

LETTER_SIZE: Final = (26, 18)
_ROOM: Final = 4
"""Around small letters, for the second border of a shared A."""
_MOST_HELD: Final = 2_000


class BoardPixmaps(HeldPixmaps):
    """Pixmaps of one theme, `ratio` device pixels to each pixel of the board at 100 %: the screen's times the zoom."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        super().__init__(theme, ratio, _MOST_HELD)

    def letters(self, painter: QPainter, at: QPointF, letters: Letters, kind: TeamKind, *, shared: bool) -> None:
        """Small letters, 26 × 18, with their top left corner at a place."""
        width, height = LETTER_SIZE[0] + 2 * _ROOM, LETTER_SIZE[1] + 2 * _ROOM
        whole = QRectF(0, 0, width, height)

        def draw(made: QPainter) -> None:
            marks.draw_letters(made, whole, letters, kind, self.theme, shared=shared, small=True)

        self._put(painter, (letters, kind, shared), width, height, draw, at - QPointF(_ROOM, _ROOM))

    def kind(self, painter: QPainter, x: float, y: float, kind: TeamKind, size: int) -> None:
        def draw(made: QPainter) -> None:
            marks.draw_kind(made, QRectF(0, 0, size, size), kind, self.theme, with_code=size >= 18)

        self._put(painter, ("kind", kind, size), size, size, draw, QPointF(x, y))

    def mark(self, painter: QPainter, x: float, y: float, mark: str, size: int) -> None:
        def draw(made: QPainter) -> None:
            marks.draw_mark(made, QRectF(0, 0, size, size), mark, self.theme)

        self._put(painter, ("mark", mark, size), size, size, draw, QPointF(x, y))

    def icon(self, painter: QPainter, x: float, y: float, name: str, colour: str, size: int) -> None:  # noqa: PLR0917
        painter.drawPixmap(QPointF(x, y), self.held_icon(name, colour, size))

    def _put(  # noqa: PLR0917
        self,
        painter: QPainter,
        key: Hashable,
        width: int,
        height: int,
        draw: Callable[[QPainter], None],
        at: QPointF,
    ) -> None:
        found = self._held.get(key)
        painter.drawPixmap(at, found or self.made(key, width, height, draw))
