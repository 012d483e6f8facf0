"""Small pieces that sheets and windows are made of: a glyph among words, a label of plain text, a hairline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from orgmodel.model import TeamKind
from ui.marks import draw_kind
from ui.plain_text import breakable
from ui.style import Look, wear
from ui.theme import Theme, Weight, font


class Said(QLabel):
    """A label of plain text that shows names of a file as data, whatever they hold."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str, /) -> None:
        """Show a text; its names are set apart, and words that are too long for a line may be broken."""
        super().setText(breakable(text))


class Glyph(QWidget):
    """A team's kind, a letter or a mark, as a small picture among words."""

    def __init__(self, size: QSize, paint: Callable[[QPainter, QRectF], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size)
        self._paint = paint

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(self.rect()))


def kind_glyph(kind: TeamKind, size: int, theme: Theme) -> Glyph:
    return Glyph(QSize(size, size), lambda painter, rect: draw_kind(painter, rect, kind, theme))


def words(text: str, theme_colour: str, pixels: int = 13, weight: Weight = "regular") -> QLabel:
    """A label of plain text: names from a file are data, never markup."""
    label = Said(text)
    label.setFont(font(pixels, weight))
    label.setStyleSheet(f"color: {theme_colour}; font-size: {pixels}px; background: transparent")
    return label


def said(look: Look | None = None) -> QLabel:
    """A label for sentences with names of a file in them: plain, as many lines as it takes, to be copied from."""
    label = Said()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if look:
        wear(label, look)
    return label


def rule(theme: Theme) -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    line.setStyleSheet(f"background: {theme.line}")
    return line
