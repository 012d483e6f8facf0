"""Where the window is narrow: the docks lie over the lens, one at a time, and the rail opens and closes them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSplitter, QWidget

from ui.docks import WIDTH, DockColumn, Rail

NARROW: Final = 1000
"""A workspace of fewer pixels has no room for docks beside its lens."""


class NarrowDocks(QObject):
    """Takes the docks out of the row of lens and docks while that is narrow, and puts them back."""

    left = Signal()
    """Somebody closed the dock that lies over the lens by Esc: the keyboard goes back."""

    def __init__(self, split: QSplitter, docks: DockColumn, rail: Rail, page: QWidget) -> None:
        super().__init__(page)
        self._split, self._docks, self._rail, self._page = split, docks, rail, page
        self.is_on = False
        docks.changed.connect(self.place)
        docks.installEventFilter(self)
        page.installEventFilter(self)

    def fit(self, width: int) -> None:
        """Lay the docks over the lens, or beside it, as the width of the page asks."""
        if (width < NARROW) == self.is_on:
            return
        self.is_on = not self.is_on
        self._docks.setAutoFillBackground(self.is_on)
        self._docks.setFrameShape(QFrame.Shape.Box if self.is_on else QFrame.Shape.NoFrame)
        if self.is_on:
            self._docks.show_alone(alone=True)
            self._docks.setParent(self._page)
        else:
            self._split.addWidget(self._docks)
            self._split.setStretchFactor(1, 0)
            self._docks.show_alone(alone=False)
        self.place()

    def place(self) -> None:
        """Put the dock that is open at the right of the lens, beside the rail."""
        self._docks.setVisible(bool(self._docks.open_docks()))
        if not self.is_on:
            return
        lens = self._split.geometry()
        width = min(WIDTH, max(lens.width(), self._docks.minimumWidth()))
        self._docks.setGeometry(lens.right() + 1 - width, lens.top(), width, lens.height())
        self._docks.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.place()
        elif self.is_on and watched is self._docks and isinstance(event, QKeyEvent):
            return self._leave(event)
        return super().eventFilter(watched, event)

    def _leave(self, event: QKeyEvent) -> bool:
        """Esc that nothing in the dock has taken closes it."""
        if event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Escape:
            return False
        for action in self._docks.open_docks():
            self._docks.open(action, wanted=False)
        self.left.emit()
        return True
