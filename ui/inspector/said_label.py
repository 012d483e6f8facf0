"""A cell of a table that is told and not changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.inspector.fields import SaidField
from ui.inspector.hand import Hand
from ui.plain_text import as_tip
from ui.texts import SMALL, two_lines, width_of, write


class SaidLabel(QWidget):
    """Two lines at most, the second cut with “…”; the tip says all of it."""

    told = Signal(str)
    """As of editors; there is nothing to refuse here."""

    def __init__(self, field: SaidField, hand: Hand) -> None:
        super().__init__()
        self.field, self.hand = field, hand
        self.value: Any = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def fill(self, value: Any) -> None:
        self.value = "" if value is None else str(value)
        self.setToolTip(as_tip(self.value))
        self.setAccessibleName(self.value)
        self.updateGeometry()
        self.update()

    def is_in_hand(self) -> bool:
        return False

    def commit(self) -> None:
        """Nothing is ever begun here."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 24 if width_of(self.value, SMALL) <= width - 8 else 36

    def sizeHint(self) -> QSize:
        return QSize(60, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(20, 24)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, lines = QPainter(self), two_lines(self.value, SMALL, self.width() - 8)
        for place, said in enumerate(lines):
            middle = self.height() / 2 + (place - (len(lines) - 1) / 2) * 16
            left = self.width() - 4 - width_of(said, SMALL) if self.isRightToLeft() else 4
            write(painter, (left, middle), said, SMALL, self.hand.theme.ink)
