"""A name or a number typed where it stands on the board: of a team that is renamed, is new, or counts its people."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class TypedField(QLineEdit):
    """Enter, or the focus going elsewhere, takes what was typed; Esc takes nothing, nor does what was not changed."""

    def __init__(self, title: str, text: str, done: Callable[[str], None], parent: QWidget, home: QWidget) -> None:
        super().__init__(text, parent)
        self._home, self._before = home, text
        self._done: Callable[[str], None] | None = done
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

    def finish(self) -> None:
        self._close(takes=self.text().strip() != self._before)

    def cancel(self) -> None:
        self._close(takes=False)

    def _close(self, *, takes: bool) -> None:
        done, self._done = self._done, None
        if done is None:
            return
        if self.hasFocus():
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()
        if takes:
            done(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()  # and not handed on to the board, where the key opens what was just named
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.finish()
