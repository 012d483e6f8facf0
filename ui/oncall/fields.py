"""A typed field of a rotation: says at once what it refuses, and gives its value when it is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.elided_line import ElidedLine
from ui.translation import tr
from ui.typed_text import TypedText

Parse = Callable[[str], Any]


class TypedField(TypedText, ElidedLine):
    """An empty one is unknown."""

    given = Signal(object)
    refused = Signal(str)
    told = Signal(str)
    """Why what is typed means nothing, or nothing where it does."""

    def __init__(self, name: str, parse: Parse, example: str = "") -> None:
        super().__init__()
        self.parse = parse
        self._written = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(tr("unknown, as in {example}", example=example) if example else tr("unknown"))
        self.textEdited.connect(self.check)
        self.editingFinished.connect(self.commit)

    @property
    def written(self) -> str:
        return self._written

    def show_text(self, text: str) -> None:
        """What the document holds; what somebody is typing is left alone."""
        is_typed_in = self.is_in_hand()
        self._written = text
        if not is_typed_in and self.text() != text:
            self.show_written()
            self.setCursorPosition(0)

    def take(self, given: Any) -> None:
        self._written = self.text()
        self.given.emit(given)

    def complain(self, sentence: str) -> None:
        self.refused.emit(sentence)

    def event(self, event: QEvent) -> bool:
        return False if self.leaves(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.put_back():
            super().keyPressEvent(event)
