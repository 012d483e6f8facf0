"""Where the window is narrow: the docks lie over the lens, one at a time, and the rail opens and closes them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
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
        docks.escaped.connect(self._leave)

    def fit(self, width: int) -> None:
        """Lay the docks over the lens, or beside it, as the width of the page asks."""
        if (width < NARROW) == self.is_on:
            self.place()
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
        layout = self._page.layout()
        if layout:
            layout.activate()  # the rail may have come or gone just now
        lens = self._split.geometry()
        width = min(WIDTH, max(lens.width(), self._docks.minimumWidth()))
        self._docks.setGeometry(lens.right() + 1 - width, lens.top(), width, lens.height())
        self._docks.raise_()

    def _leave(self) -> None:
        if self.is_on:
            for action in self._docks.open_docks():
                self._docks.open(action, wanted=False)
            self.left.emit()
