"""A name, a link or a number typed where it will stand in a lens: of what is new, or another one of what is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class FieldInPlace(QLineEdit):
    """Enter, or the focus going elsewhere, takes what was typed; Esc and an empty field take nothing.

    Where it `may_clear`, an emptied field is taken as well. `parent` gets the keyboard back.
    """

    entered = Signal()
    """Something was taken by Enter: there may be another one to type."""

    def __init__(
        self, title: str, text: str, done: Callable[[str], object], parent: QWidget, *, may_clear: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._home = parent
        self._done: Callable[[str], object] | None = done
        self._may_clear = may_clear
        self.setPlaceholderText(title)
        self.setAccessibleName(title)

    def open_at(self, place: QRect) -> None:
        # The style sheet of the application gives every field its own height; this one has the height of its line.
        self.setStyleSheet(
            f"QLineEdit, QLineEdit:focus {{ min-height: {place.height() - 4}px; max-height: {place.height() - 4}px; }}"
        )
        self.setGeometry(place)
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()  # and not handed on to the lens, where the key opens what was just named
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.finish()

    def _enter(self) -> None:
        is_name = bool(self.text().strip())
        self.finish()
        if is_name:
            self.entered.emit()

    def finish(self) -> None:
        text = self.text().strip()
        self._close(text if text or self._may_clear else None)

    def cancel(self) -> None:
        self._close(None)

    def _close(self, text: str | None) -> None:
        done, self._done = self._done, None
        if done is None:
            return
        if self.hasFocus():
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()
        if text is not None:
            done(text)
