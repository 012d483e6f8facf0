"""The button that looks like a field: pressing it opens the palette."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.icons import pixmap
from ui.texts import BODY, Style, cut, width_of, write
from ui.theme import Theme
from ui.translation import tr

WIDTH: Final = 252
_NARROW: Final = 34
_KEY: Final[Style] = (11, "regular")


class GoToButton(QAbstractButton):
    """252 wide where there is room for that; its words are cut before the icon is."""

    def __init__(self, action: QAction, theme: Theme) -> None:
        super().__init__()
        self._theme, self._key = theme, action.shortcut().toString().replace("+", " ")
        self._is_narrow = False
        self.setText(tr("Go to a team, row or action"))
        self.setAccessibleName(self.text())
        self.setToolTip(f"{self.text()} ({action.shortcut().toString()})")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.updateGeometry()
            self.update()

    def narrow_width(self) -> int:
        return _NARROW

    def least_width(self) -> int:
        """With so much room it says at least half of its words, and its key."""
        return int(width_of(self.text(), BODY) / 2 + 58 + width_of(self._key, _KEY))

    def sizeHint(self) -> QSize:
        return QSize(_NARROW if self._is_narrow else WIDTH, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROW, 32)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        theme, middle = self._theme, self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.hover if self.underMouse() else theme.paper))
        edge = QPen(QColor(theme.accent), 2) if self.hasFocus() else QPen(QColor(theme.control), 1)
        painter.setPen(edge)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 2.5, -1.5, -2.5), 4, 4)
        painter.drawPixmap(9, int(middle) - 8, pixmap("search", theme.ink2, 16, self.devicePixelRatioF()))
        if self._is_narrow:
            return
        key = width_of(self._key, _KEY)
        room = int(self.width() - 33 - key - 24)
        if room >= width_of(self.text(), BODY) / 2:
            write(painter, (33, middle), cut(self.text(), BODY, room)[0], BODY, theme.ink3)
            self._draw_key(painter, self.width() - 14 - key, key, middle)

    def _draw_key(self, painter: QPainter, left: float, width: float, middle: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.line2), 1))
        painter.drawRoundedRect(QRectF(left - 4.5, middle - 7.5, width + 8, 15), 3, 3)
        write(painter, (left, middle), self._key, _KEY, self._theme.ink3)
