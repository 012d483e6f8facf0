"""What is drawn once and put down as a pixmap from then on."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui import icons
from ui.theme import Theme


class HeldPixmaps:
    """Those of one theme, with `ratio` device pixels to a pixel; all are let go when they become more than `most`."""

    def __init__(self, theme: Theme, ratio: float, most: int) -> None:
        self.theme, self.ratio, self._most = theme, ratio, most
        self._held: dict[Hashable, QPixmap] = {}

    def held_icon(self, name: str, colour: str, size: int) -> QPixmap:
        key = ("icon", name, colour, size)
        found = self._held.get(key)
        if found is None:
            found = self._held[key] = icons.pixmap(name, colour, size, self.ratio)
        return found

    def made(self, key: Hashable, width: int, height: int, draw: Callable[[QPainter], None]) -> QPixmap:
        """Draw it, in pixels before the ratio, and hold it by its key."""
        if len(self._held) > self._most:
            self._held.clear()
        made = QPixmap(QSize(round(width * self.ratio), round(height * self.ratio)))
        made.setDevicePixelRatio(self.ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
        painter.end()
        self._held[key] = made
        return made
