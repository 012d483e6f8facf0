"""Garbage is collected by the window's own thread while nothing else is going on.

Python would do it wherever the next object happens to be made: in the middle of a gesture, or in the thread of the
analysis, where none of Qt's things may die.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

from ui.background import Background

EVERY: Final = 1000
"""Milliseconds between two looks."""

MOMENT: Final = 100
"""Milliseconds from when another document is there: it is painted by then."""

MANY: Final = 5_000
"""From so many new things on it is worth while: a few milliseconds."""


class Collector(QObject):
    """Takes over from Python; what there is then is not looked at again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def take_over(self) -> None:
        """Keep what there is now; from the second time on, a moment later and without what was left by now."""
        if self._timer.isActive():
            QTimer.singleShot(MOMENT, self, self._start_anew)
        else:
            self._keep()

    def _start_anew(self) -> None:
        gc.unfreeze()
        gc.collect()
        self._keep()

    def _keep(self) -> None:
        gc.disable()
        gc.freeze()
        self._timer.start()

    def look(self) -> None:
        """Collect where much is new; not while another thread is at work, which holds what is garbage soon.

        What is alive stays until another document is open: nothing is looked at twice.
        """
        if gc.get_count()[0] >= MANY and not Background.at_work:
            gc.collect(0)
            gc.freeze()
