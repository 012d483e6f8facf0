"""Work beside the window: the latest request wins, and what came between is never looked at.

Values are frozen, so a thread may read what the window shows.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Lock, Thread, current_thread
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

SWITCH_SECONDS: Final = 0.00005
"""How long a thread may keep the interpreter while the window waits for it; Python's own 5 ms add up in a paint."""

AFTER_PAINT: Final = 8
"""Milliseconds before work begins: what is to be painted comes first, and Qt holds paints back for up to five."""


class Background(QObject):
    """One kind of work, one piece at a time; its thread ends when nothing is wanted any more.

    Whoever deletes it stops it first.
    """

    done = Signal(object, object)
    """A request and what came of it, in the thread of the window; another may be wanted by now."""
    failed = Signal(object, object)
    """A request and what its work raised, which is raised in the thread of the window as well."""
    _finished = Signal(object, object, object)
    at_work: Final[set[Thread]] = set()
    """The threads of all kinds of work that have something to do now."""

    def __init__(
        self, name: str, work: Callable[[Any], object], parent: QObject | None = None, *, gives_way: bool = False
    ) -> None:
        """What `gives_way` does not begin before all other work is done: three who share one interpreter are slow."""
        super().__init__(parent)
        self._name, self._work, self._gives_way = name, work, gives_way
        self._wanted: tuple[Any] | None = None
        self._stopped = False
        self._lock = Lock()
        self._thread: Thread | None = None
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._beginning = QTimer(self)
        self._beginning.setSingleShot(True)
        self._beginning.setInterval(AFTER_PAINT)
        self._beginning.timeout.connect(self._begin)

    def ask(self, request: object) -> None:
        """Work on this next, in place of what was asked before and is not begun."""
        with self._lock:
            self._wanted, self._stopped = (request,), False
        self._beginning.start()

    def _begin(self) -> None:
        if self._gives_way and self.at_work:
            self._beginning.start()
            return
        with self._lock:
            if self._wanted is not None and self._thread is None:
                sys.setswitchinterval(SWITCH_SECONDS)
                self._thread = Thread(target=self._run, name=self._name, daemon=True)
                self.at_work.add(self._thread)
                self._thread.start()

    def stop(self) -> Thread | None:
        """Nothing is done or said any more, but what is in hand comes to its end: in the thread, where there is one."""
        with self._lock:
            self._wanted, self._stopped = None, True
            return self._thread

    def _run(self) -> None:
        while True:
            with self._lock:
                if self._wanted is None:
                    self.at_work.discard(current_thread())
                    self._thread = None
                    return
                (request,), self._wanted = self._wanted, None
            result, failure = self._attempt(request)
            with self._lock:
                if not self._stopped:
                    self._finished.emit(request, result, failure)

    def _attempt(self, request: object) -> tuple[object, Exception | None]:
        try:
            return self._work(request), None
        except Exception as failure:  # noqa: BLE001 (raised again where the window's own surprises are met)
            return None, failure

    def _deliver(self, request: object, result: object, failure: Exception | None) -> None:
        if self._stopped:
            return
        if failure is not None:
            self.failed.emit(request, failure)
            raise failure
        self.done.emit(request, result)
