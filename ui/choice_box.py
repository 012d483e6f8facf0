"""A box with a list to choose from by keyboard: names with a space in them are typed through, Tab takes and goes on."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

_NOT_TYPED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_NEXT = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}


class ChoiceBox(QComboBox):
    """A space opens the list, except among the letters of a name that is being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._since_letter = QElapsedTimer()

    def let_tab_take(self, view: QAbstractItemView) -> None:
        """Tab in this open list takes what is in hand and goes to the next field."""
        view.installEventFilter(self)

    def goes_on_typing(self) -> bool:
        """Whether letters of a name came just now."""
        since = self._since_letter
        return since.isValid() and since.elapsed() < QApplication.keyboardInputInterval()

    def type_key(self, event: QKeyEvent) -> bool:
        """Whether this is a space within a name, which looks further for the name."""
        text = event.text()
        if self.isEditable() or event.modifiers() & _NOT_TYPED or not text or not text.isprintable():
            self._since_letter.invalidate()
            return False
        is_within = event.key() == Qt.Key.Key_Space and self.goes_on_typing()
        if is_within:
            self._find(text)
        if is_within or event.key() != Qt.Key.Key_Space:
            self._since_letter.start()
        return is_within

    def _find(self, text: str) -> None:
        view, before = self.view(), self.currentIndex()
        view.keyboardSearch(text)
        place = view.currentIndex().row()
        if place >= 0 and place != before:
            self.setCurrentIndex(place)
            self.activated.emit(place)

    def take_and_go(self, *, forward: bool) -> None:
        """Take what is in hand in the open list, and give the keyboard on."""
        place = self.view().currentIndex().row()
        self.hidePopup()
        if place >= 0:
            self.setCurrentIndex(place)
            self.activated.emit(place)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focusNextPrevChild(forward)

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.type_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's own)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _NEXT:
            self.take_and_go(forward=_NEXT[Qt.Key(event.key())])
            return True
        return False
