"""A bold sentence and what to do, in a dashed frame: how an empty place speaks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.pieces import Said
from ui.theme import Theme, font

_BESIDE = 300
"""With so much room, the two buttons stand beside each other."""


class EmptyState(QWidget):
    """Says one thing, and perhaps offers what to do: `pressed` is the first button, `second_pressed` the other."""

    pressed = Signal()
    second_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.title, self.hint = Said(parent=self), Said(parent=self)
        self.action, self.second = QPushButton(self), QPushButton(self)
        self.title.setFont(font(13, "semibold"))
        self.hint.setFont(font(12))
        for label in (self.title, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.action.clicked.connect(self.pressed)
        self.second.clicked.connect(self.second_pressed)
        self._lay_out()
        for button in (self.action, self.second):
            button.hide()
        self.apply_theme(theme)

    def say(self, title: str, hint: str, action: str = "", second: str = "") -> None:
        """A sentence, what to do about it, and the words of a first and a second button; "" for none."""
        self.title.setText(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        for button, words in ((self.action, action), (self.second, second)):
            button.setText(words)
            button.setVisible(bool(words))
        self.setAccessibleName(f"{title} {hint}".strip())

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.title.setStyleSheet(f"color: {theme.ink}")
        self.hint.setStyleSheet(f"color: {theme.ink2}")
        self.update()

    def _lay_out(self) -> None:
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.action)
        buttons.addWidget(self.second)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(4)
        column.addStretch()
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def paintEvent(self, _: QPaintEvent) -> None:
        self.paint_frame(QPainter(self))

    def paint_frame(self, painter: QPainter) -> None:
        pen = QPen(QColor(self.theme.control), 1)
        pen.setDashPattern([4, 3])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(12.5, 12.5, -12.5, -12.5), 6, 6)
