"""The ring around a whole view that has the keyboard, while nothing in it is in hand that would carry a ring itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
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
        view.installEventFilter(self)

    def follow(self) -> None:
        """Be seen or not, as it is wanted now."""
        self.setVisible(self._view.hasFocus() and self._is_wanted())
        if self.isVisible():
            self.setGeometry(self._view.rect())
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Resize):
            self.follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._theme().accent), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
