"""Long work of the window's own thread, done step by step: between two steps the window lives, and Cancel is heard."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ui.work import Work

SLICE: Final = 0.05
"""Seconds of work before the window has its turn."""

Steps = Generator[tuple[str, float], None, None]
"""Before each step its words, and how much of all is done."""


class Stepwise(QObject):
    """One piece of work at a time; what is through within the first slice is through at once."""

    begun = Signal(object)
    """The `Work`, where it takes more than one slice; nobody should change what it is about until that is over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._work: Work | None = None
        self._is_told = False
        self._finish: Callable[[bool], None] = _nothing
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        return self._steps is not None

    def do(self, steps: Steps, finish: Callable[[bool], None]) -> bool:
        """Go through the steps, then call `finish` with whether all were done; False where it is busy."""
        if self.is_busy:
            return False
        self._steps, self._finish, self._is_told = steps, finish, False
        self._go_on()
        return True

    def stop(self) -> None:
        """Leave the rest undone."""
        if self.is_busy:
            self._end(is_done=False)

    def _go_on(self) -> None:
        ends, steps = perf_counter() + SLICE, self._steps
        while steps is not None:
            try:
                told = next(steps, None)
            except Exception:
                self._end(is_done=False)
                raise
            if told is None:
                self._end(is_done=True)
                return
            self._tell(*told)
            if perf_counter() > ends:
                break
        if self._work is not None and not self._is_told:
            self._is_told = True
            self.begun.emit(self._work)
        self._turn.start()

    def _tell(self, words: str, share: float) -> None:
        if self._work is None:
            self._work = Work(words, self.stop, self)
        self._work.go_on(words, share)

    def _end(self, *, is_done: bool) -> None:
        self._turn.stop()
        if self._steps:
            self._steps.close()
        work, self._work, self._steps = self._work, None, None
        finish, self._finish = self._finish, _nothing
        if work:
            work.end()
        finish(is_done)


def _nothing(_: bool) -> None:  # noqa: FBT001 (what nobody waits for ends like what somebody does)
    return
