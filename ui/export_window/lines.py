"""Lines to press: one with a box to tick, and one of several that exclude each other, with what it is below it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from ui.plain_text import as_tip
from ui.texts import BODY, SMALL, STRONG, Style, cut, width_of, write
from ui.theme import Theme
from ui.tick_box import BOX, draw_box

_PAD: Final = 6
_GAP: Final = 8
_LEFT: Final = _PAD + BOX + _GAP


class Tick(QCheckBox):
    """26 high."""

    def __init__(self, theme: Theme, text: str, tip: str = "") -> None:
        super().__init__(text)
        self.theme, self._tip = theme, tip
        self.setAccessibleName(text)
        self.setToolTip(as_tip(tip))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def disable(self, why: str) -> None:
        """Let nobody press it, and say why in its tip; with no reason given it can be pressed."""
        self.setEnabled(not why)
        self.setToolTip(as_tip(why or self._tip))

    def sizeHint(self) -> QSize:
        return QSize(round(_LEFT + width_of(self.text(), BODY) + _PAD + 2), 26)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        draw_ground(painter, self, self.theme)
        middle = self.height() / 2
        draw_box(painter, _PAD, middle, self.theme, is_on=self.isChecked())
        text = cut(self.text(), BODY, self.width() - _LEFT - 4)[0]
        write(painter, (_LEFT, middle), text, BODY, self.theme.ink)


class Option(QRadioButton):
    """36 high; `below` says in a line what it is."""

    def __init__(self, theme: Theme, text: str, below: str) -> None:
        super().__init__(text)
        self.theme, self.below = theme, below
        self.setAccessibleName(text)
        self.setAccessibleDescription(below)
        self.setToolTip(as_tip(below))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = max(width_of(self.text(), STRONG), width_of(self.below, SMALL))
        return QSize(round(_LEFT + width + _PAD + 2), 36)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEFT + 80, 36)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        draw_ground(painter, self, self.theme)
        theme, room = self.theme, self.width() - _LEFT - 4
        _draw_ring(painter, QPointF(_PAD + BOX / 2, 11.5), theme, is_on=self.isChecked())
        style: Style = STRONG if self.isChecked() else BODY
        write(painter, (_LEFT, 11), cut(self.text(), style, room)[0], style, theme.ink)
        write(painter, (_LEFT, 26), cut(self.below, SMALL, room)[0], SMALL, theme.ink2)


def draw_ground(painter: QPainter, button: QAbstractButton, theme: Theme) -> None:
    """What lies under a line: the pointer's ground, and the ring of the keyboard."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(1.0 if button.isEnabled() else 0.55)
    painter.setPen(Qt.PenStyle.NoPen)
    if button.underMouse() and button.isEnabled():
        painter.setBrush(QColor(theme.hover))
        painter.drawRoundedRect(QRectF(button.rect()), 4, 4)
    if button.hasFocus():
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 4, 4)


def _draw_ring(painter: QPainter, middle: QPointF, theme: Theme, *, is_on: bool) -> None:
    painter.setPen(QPen(QColor(theme.accent if is_on else theme.control), 1.5))
    painter.setBrush(QColor(theme.paper))
    painter.drawEllipse(middle, BOX / 2 - 0.75, BOX / 2 - 0.75)
    if is_on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(middle, 4, 4)
