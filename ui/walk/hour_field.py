"""An hour of the day that is typed: `3`, `03:15`, `315`; Up and Down go on by an hour."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_HOUR: Final = re.compile(r"(\d{1,2})(?:[:.h ]?([0-5]\d))?", re.ASCII)
_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


def hour_from(text: str) -> time | None:
    """None where the text is no hour of the day."""
    found = _HOUR.fullmatch(text.strip())
    if found is None or int(found[1]) > 23:
        return None
    return time(int(found[1]), int(found[2] or 0))


class HourField(QLineEdit):
    """What is no hour is put back when the field is left."""

    changed = Signal()

    def __init__(self, hour: time) -> None:
        super().__init__()
        self.hour = hour
        self.setAccessibleName("Hour")
        self.setToolTip("An hour of the day, as 03:00; Up and Down go on by one")
        self.setMaxLength(5)
        self._put_back()
        self.textEdited.connect(self._take)
        self.editingFinished.connect(self._put_back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._set(self.hour.replace(hour=(self.hour.hour + step) % 24))
            self._put_back()

    def show_hour(self, hour: time) -> None:
        self.hour = hour
        self._put_back()

    def _take(self, typed: str) -> None:
        found = hour_from(typed)
        if found:
            self._set(found)

    def _set(self, hour: time) -> None:
        if hour != self.hour:
            self.hour = hour
            self.changed.emit()

    def _put_back(self) -> None:
        self.setText(f"{self.hour:%H:%M}")
