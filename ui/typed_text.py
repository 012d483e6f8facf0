"""Text that is typed for a value: Enter or leaving writes it, Esc puts back what was there.

What means nothing has a red edge, and its sentence is told while it is typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from orgmodel.errors import CommandRefused
from ui.plain_text import as_tip

_LONG: Final = 20
"""What is written in more characters is a tip as well."""

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class TypedText(_Widget):
    """What a line and prose have in common; whoever has it has a text, and says what is written and where that goes."""

    parse: Callable[[str], Any]
    _refused = ""

    if TYPE_CHECKING:
        told = Signal(str)
        """Why what is typed cannot be; nothing where it can."""

        def text(self) -> str: ...
        def setText(self, text: str | None, /) -> None: ...

        @property
        def written(self) -> str:
            """What the document holds, as it is written here."""

        def take(self, given: Any) -> None:
            """Write a value that can be."""

        def complain(self, sentence: str) -> None:
            """Say to whoever left the field why nothing is written."""

    def refusal_of(self, _given: Any) -> str:
        """Why a value cannot be that means something; nothing where it can."""
        return ""

    def show_written(self) -> None:
        """Show what the document holds, whatever is typed here."""
        self.setText(self.written)
        self.mark("")

    def is_in_hand(self) -> bool:
        """Whether somebody is typing here, so that it is left alone."""
        return self.hasFocus() and self.text() != self.written

    def commit(self) -> None:
        """Write what is typed; where it means nothing say so, and leave it there."""
        if self.text() == self.written:
            self.mark("")
            return
        refused, given = self._read()
        self.mark(refused)
        if refused:
            self.complain(refused)
        else:
            self.take(given)

    def check(self) -> None:
        """Say at once what is wrong with what is typed so far."""
        self.mark("" if self.text() == self.written else self._read()[0])

    def put_back(self) -> bool:
        """Show again what is written; False where that is what is shown."""
        if self.text() == self.written:
            return False
        self.show_written()
        return True

    def leaves(self, event: QEvent) -> bool:
        """Whether a key undoes and nothing is typed here, so that undoing is the window's."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        return undoes and self.text() == self.written

    def mark(self, refused: str) -> None:
        """Red edge, and the sentence as a tip and for whoever hears it, while the text means nothing."""
        self.setToolTip(as_tip(refused or (self.written if len(self.written) > _LONG else "")))
        self.setAccessibleDescription(refused)
        if refused != self._refused:
            self._refused = refused
            self.told.emit(refused)
        if bool(self.property("refused")) != bool(refused):
            self.setProperty("refused", bool(refused))
            self.style().unpolish(self)
            self.style().polish(self)

    def _read(self) -> tuple[str, Any]:
        """Why what is typed cannot be, if so, and what it means."""
        try:
            given = self.parse(self.text())
        except CommandRefused as said:
            return str(said), None
        return self.refusal_of(given), given
