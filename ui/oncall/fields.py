"""A typed field of a rotation: says at once what it refuses, and gives its value when it is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from orgmodel.errors import CommandRefused
from ui.plain_text import as_tip

Parse = Callable[[str], Any]


class TypedField(QLineEdit):
    """Enter or leaving it gives the value, Esc puts back what was there; an empty one is unknown."""

    given = Signal(object)
    refused = Signal(str)
    remarked = Signal(str)
    """Why what is typed means nothing, or nothing where it does."""

    def __init__(self, name: str, parse: Parse, example: str = "") -> None:
        super().__init__()
        self._parse = parse
        self._shown = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(f"unknown, as in {example}" if example else "unknown")
        self.textEdited.connect(self._check)
        self.editingFinished.connect(self._commit)

    def show_text(self, text: str) -> None:
        """What the document holds; what somebody is typing is left alone."""
        is_touched = self.hasFocus() and self.text() != self._shown
        self._shown = text
        if not is_touched and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
            self._mark("")

    def read_with(self, parse: Parse) -> None:
        self._parse = parse

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._leaves(event):
            return False  # nothing is typed here, so undoing is the window's
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self._mark("")
        else:
            super().keyPressEvent(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        return undoes and self.text() == self._shown

    def _commit(self) -> None:
        if self.text() == self._shown:
            return
        try:
            value = self._parse(self.text())
        except CommandRefused as refusal:
            self._mark(str(refusal))
            self.refused.emit(str(refusal))
            return
        self._mark("")
        self._shown = self.text()
        self.given.emit(value)

    def _check(self, typed: str) -> None:
        try:
            self._parse(typed)
            self._mark("")
        except CommandRefused as refusal:
            self._mark(str(refusal))

    def _mark(self, refusal: str) -> None:
        """A red edge and the reason while the text means nothing."""
        self.setToolTip(as_tip(refusal))
        self.setAccessibleDescription(refusal)
        self.remarked.emit(refusal)
        if bool(self.property("refused")) != bool(refusal):
            self.setProperty("refused", bool(refusal))
            self.style().unpolish(self)
            self.style().polish(self)
