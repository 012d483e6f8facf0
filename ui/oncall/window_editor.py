"""A window of a rotation written as text, in the place where it stands on the strip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from orgmodel.coverage.spans import Stretch
from orgmodel.model import Rotation
from ui.oncall.gestures import why_refused
from ui.theme import Theme, font
from ui.translation import tr
from ui.written_hours import hours_text

_WIDTH: Final = 240
_REASON: Final = 340


class WindowEditor(QLineEdit):
    """Enter or leaving it writes, Esc leaves everything as it was; what means nothing has a red edge and a reason."""

    written = Signal(str)
    closed = Signal()

    def __init__(
        self,
        rotation: Rotation,
        which: tuple[Stretch, ...],
        theme: Theme,
        parent: QWidget,
        refuse: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._error = theme.error
        self.reason = QLabel(parent)
        """Below the field, why what is typed means nothing."""
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setFont(font(12))
        self.reason.setStyleSheet(
            f"QLabel {{ background: {theme.paper}; color: {theme.error}; border: 1px solid {theme.error};"
            f" border-radius: 4px; padding: 3px 8px; }}"
        )
        self.reason.setWordWrap(True)
        self.reason.hide()
        self._rotation, self._which, self._refuse = rotation, which, refuse
        self._first = hours_text(which)
        self._is_open = True
        self.setAccessibleName(tr("Hours of {rotation}", rotation=rotation.id))
        self.setPlaceholderText("Mon-Fri 09:00-17:00")
        self.setText(self._first)
        self.selectAll()
        self.textEdited.connect(self._check)

    def stand_at(self, window: QRect, room: QRect) -> None:
        """Over a window, within the room there is."""
        left = max(room.left(), min(window.left(), room.right() - _WIDTH))
        self.setGeometry(left, window.center().y() - 14, min(max(_WIDTH, window.width()), room.width()), 28)

    def dismiss(self) -> None:
        self._is_open = False
        self.hide()
        self.reason.hide()
        self.reason.deleteLater()
        self.deleteLater()

    def _check(self, typed: str) -> None:
        refusal = why_refused(self._rotation, self._which, typed)
        self.setAccessibleDescription(refusal)
        self._show_reason(refusal)
        self.setStyleSheet(f"QLineEdit {{ border: 2px solid {self._error}; }}" if refusal else "")

    def _show_reason(self, refusal: str) -> None:
        self.reason.setVisible(bool(refusal))
        parent = self.parentWidget()
        if refusal and parent:
            self.reason.setText(refusal)
            room = parent.rect()
            width = min(_REASON, room.width() - 8)
            height = self.reason.heightForWidth(width)
            left = max(4, min(self.x(), room.right() - width - 4))
            below = self.geometry().bottom() + 4
            top = below if below + height < room.bottom() else self.y() - height - 4
            self.reason.setGeometry(left, top, width, height)
            self.reason.raise_()

    def _commit(self) -> None:
        if not self._is_open:
            return
        text = self.text()
        if text.strip() == self._first:
            self.closed.emit()
        elif refusal := why_refused(self._rotation, self._which, text):
            self._refuse(refusal)
        else:
            self.written.emit(text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # its letters are text here, whatever they are shortcuts for elsewhere
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._is_open and event.reason() not in (
            Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason,
        ):  # fmt: skip
            self._leave()

    def _leave(self) -> None:
        """Write what means something; leave everything as it was otherwise."""
        if why_refused(self._rotation, self._which, self.text()):
            self.closed.emit()
        else:
            self._commit()
