"""The ring around a whole view that has the keyboard, while nothing in it is in hand that would carry a ring itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import Theme


class FocusRing(QWidget):
    """Lies over the view, and lets the mouse through."""

    def __init__(self, view: QWidget, theme: Callable[[], Theme], is_wanted: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view, self._theme, self._is_wanted = view, theme, is_wanted
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def follow(self) -> None:
        """Be seen or not, as it is wanted now; to be called when the view gets or loses the keyboard, or is resized."""
        is_seen = self._view.hasFocus() and self._is_wanted()
        if is_seen:
            self.setGeometry(self._view.rect())
        if is_seen != self.isVisible():  # else nothing of what it lies over is painted again
            self.setVisible(is_seen)
            self.raise_()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._theme().accent), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
