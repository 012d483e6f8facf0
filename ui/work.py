"""Something that takes its time: what is done, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


class Work(QObject):
    """Made by whoever does it, shown by whoever has room for it; `stop` is None where it cannot be stopped."""

    moved = Signal()
    """Its words or its share is another."""
    ended = Signal()
    """It is through, or stopped."""

    def __init__(self, words: str, stop: Callable[[], None] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words, self._stop = words, stop
        self.share: float | None = None
        """How much of it is done, from 0 to 1; None where nobody knows."""
        self.is_over = False

    @property
    def can_stop(self) -> bool:
        return self._stop is not None

    def go_on(self, words: str, share: float) -> None:
        """Say what is done now, and how much of all is done before it."""
        self.words, self.share = words, share
        self.moved.emit()

    def stop(self) -> None:
        """Somebody wants it stopped."""
        if self._stop and not self.is_over:
            self._stop()
            self.end()

    def end(self) -> None:
        """It is through; saying so twice does no harm."""
        if not self.is_over:
            self.is_over = True
            self.ended.emit()
            self.deleteLater()


def hold_still(work: Work, held: Iterable[QWidget | QAction], focused: QWidget | None) -> None:
    """Disable these until some work is over, then give the keyboard back."""
    for each in held:
        each.setEnabled(False)
        work.ended.connect(partial(each.setEnabled, True))
    if focused:
        work.ended.connect(focused.setFocus)
