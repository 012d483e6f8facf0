"""The strip at the right edge: the whole matrix, every row in it that needs a look, and what part is on screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT
from ui.matrix.row_findings import RowMark
from ui.theme import Theme
from ui.translation import tr

STRIP_WIDTH: Final = 16
_ERROR: Final = (10, 4)
_WARNING: Final = (5, 2)
_EVIDENCE: Final = (3, 4)


class OverviewStrip(QWidget):
    """Marks at their place in the whole; a click or a drag goes there. It stands in for the vertical scroll bar."""

    asked_for = Signal(float)
    """A place in the whole matrix, from 0 at its top to 1."""

    def __init__(self, bar: QScrollBar, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self.theme = theme
        self._marks: dict[int, RowMark] = {}
        self._evidence: list[int] = []
        self._whole = 1
        self._share = 1.0
        self.head = HEADER_HEIGHT
        """How far down the lines begin."""
        self.setFixedWidth(STRIP_WIDTH)
        self.setAccessibleName(tr("Overview"))
        bar.valueChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(STRIP_WIDTH, 120)

    def show_marks(self, marks: dict[int, RowMark], lines: int, room: int) -> None:
        """Place the marks, given by line; `room` is how many pixels of all lines are on screen."""
        self._marks = marks
        self._whole = max(lines * LINE_HEIGHT, room, 1)
        self._share = room / self._whole
        self.update()

    def show_mark(self, line: int, mark: RowMark | None) -> None:
        """Set or take away the mark of one line."""
        if self._marks.get(line) != mark:
            if mark:
                self._marks[line] = mark
            else:
                self._marks.pop(line, None)
            self.update()

    def show_evidence(self, lines: list[int]) -> None:
        """Mark at the left edge the lines that the finding in hand points at: some may be off screen."""
        if lines != self._evidence:
            self._evidence = lines
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._ask(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._bar.event(event)

    def _ask(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.asked_for.emit((event.position().y() - self.head) / self._room)

    @property
    def _room(self) -> int:
        return max(1, self.height() - self.head)

    def _draw(self, painter: QPainter) -> None:
        theme, width, room = self.theme, self.width(), self._room
        painter.fillRect(0, 0, width, self.head, QColor(theme.paper))
        painter.fillRect(0, self.head - 1, width, 1, QColor(theme.control))
        painter.fillRect(0, self.head, width, room, QColor(theme.chrome))
        painter.fillRect(0, self.head, 1, room, QColor(theme.line))
        self._draw_thumb(painter)
        # Errors last: they lie over warnings at the same height.
        for mark, (wide, high), colour in (("warning", _WARNING, theme.warning), ("error", _ERROR, theme.error)):
            for line, found in self._marks.items():
                if found == mark:
                    painter.fillRect(width - 3 - wide, self._y(line, high), wide, high, QColor(colour))
        wide, high = _EVIDENCE
        for line in self._evidence:
            painter.fillRect(1, self._y(line, high), wide, high, QColor(theme.accent))

    def _y(self, line: int, high: int) -> int:
        """Where a mark so high of a line begins."""
        y = self.head + (line + 0.5) * LINE_HEIGHT / self._whole * self._room - high / 2
        return round(min(max(y, self.head), self.head + self._room - high))

    def _draw_thumb(self, painter: QPainter) -> None:
        if self._share >= 1:
            return
        span = self._bar.maximum() + self._bar.pageStep()
        high = max(24.0, self._share * (self._room - 4))
        top = self.head + 2 + self._bar.value() / max(1, span) * (self._room - 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(self.theme.line2)
        colour.setAlphaF(0.55)
        painter.setBrush(colour)
        top = min(top, self.head + self._room - 2 - high)
        painter.drawRoundedRect(QRectF(self.width() - 14, top, 12, high), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
