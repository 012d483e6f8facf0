"""A bold sentence and what to do, in a dashed frame: how an empty place speaks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import Theme, font


class EmptyState(QWidget):
    """Says one thing, and perhaps offers one action: `pressed` is emitted when it is taken."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.title, self.hint, self.action = QLabel(self), QLabel(self), QPushButton(self)
        self.title.setFont(font(13, "semibold"))
        self.hint.setFont(font(12))
        for label in (self.title, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.action.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(4)
        column.addStretch()
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addSpacing(8)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()
        self.apply_theme(theme)

    def say(self, title: str, hint: str, action: str = "") -> None:
        self.title.setText(title)
        self.hint.setText(hint)
        self.action.setText(action)
        self.action.setVisible(bool(action))

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.title.setStyleSheet(f"color: {theme.ink}")
        self.hint.setStyleSheet(f"color: {theme.ink2}")
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        self.paint_frame(QPainter(self))

    def paint_frame(self, painter: QPainter) -> None:
        pen = QPen(QColor(self.theme.control), 1)
        pen.setDashPattern([4, 3])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(12.5, 12.5, -12.5, -12.5), 6, 6)
