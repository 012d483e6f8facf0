"""The field that filters a list by words, with its icon and its key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui import icons
from ui.style import wear
from ui.theme import Theme, font

_BESIDE: Final = 44
"""The icon before the words, and what lies around it and the key."""


class FilterField(QLineEdit):
    """Words that what is listed has to hold; Esc empties it, and from an empty one goes back to the list."""

    left = Signal()

    def __init__(
        self, theme: Theme, name: str, tip: str, parent: QWidget | None = None, *, key: str = "Ctrl F"
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setMinimumWidth(120)
        self.setFixedHeight(26)
        wear(self, "filter")
        self._key = QLabel(key, self)
        wear(self._key, "key")
        self._key.setFont(font(11))
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = self.addAction(icons.icon("list-filter", theme.ink3, 15), QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self.show_key)

    def apply_theme(self, theme: Theme) -> None:
        self._icon.setIcon(icons.icon("list-filter", theme.ink3, 15))

    def show_key(self) -> None:
        """Name the shortcut while there is room for it beside the name of the field."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText()) + _BESIDE
        self._key.setVisible(not self.text() and self.width() >= words + self._key.sizeHint().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hint = self._key.sizeHint()
        self._key.setGeometry(self.width() - hint.width() - 6, (self.height() - 16) // 2, hint.width(), 16)
        self.show_key()
