"""The picker of a row's area, over its cell: typed or chosen, taken by Enter, left by Esc."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from orgmodel.model import AreaId
from ui.picker import Picker
from ui.theme import Theme
from ui.translation import tr


class AreaField(Picker):
    """Gone as soon as something is picked, or the keyboard goes elsewhere."""

    taken = Signal(object)
    """The id of the area that was picked, None for no area."""
    closed = Signal()

    def __init__(self, theme: Theme, areas: Iterable[tuple[AreaId, str]], area: AreaId | None, parent: QWidget) -> None:
        super().__init__(tr("Area"), theme)
        self.setParent(parent)
        self._is_open = True
        self.offer(((None, tr("No area")), *areas), area)
        self.picked.connect(self.taken)
        self.activated.connect(self._close)

    def open_at(self, place: QRect) -> None:
        self.setStyleSheet(
            f"QComboBox, QComboBox:focus {{ min-height: {place.height() - 4}px; max-height: {place.height() - 4}px; }}"
        )
        self.setGeometry(place)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        QTimer.singleShot(0, self, self._close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            self.hide()
            self.closed.emit()
            self.deleteLater()
