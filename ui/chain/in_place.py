"""What is typed where it stands on the canvas: a name, or the minutes and the condition of an escalation."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QWidget

from ui.theme import Theme

HEIGHT = 34


class Line(NamedTuple):
    """A field to be: what it is called, what it says, how wide it is, and what it says while it is empty."""

    title: str
    text: str
    width: int
    hint: str


class InPlace(QWidget):
    """Enter takes what was typed, and so does going elsewhere; Esc takes nothing. Tab goes round its fields.

    `done` gets the texts where one was changed, and says whether they could be taken: else the fields stay open.
    """

    entered = Signal()
    """What was typed was taken by Enter: there may be another one to type."""

    def __init__(
        self, lines: tuple[Line, ...], done: Callable[[tuple[str, ...]], bool], theme: Theme, home: QWidget
    ) -> None:
        super().__init__(home)
        self._home, self._theme = home, theme
        self._before = tuple(line.text for line in lines)
        self._done: Callable[[tuple[str, ...]], bool] | None = done
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(4)
        self.fields: list[TypedLine] = []
        for place, line in enumerate(lines):
            if place:
                row.addWidget(QLabel("·", self))
            field = TypedLine(line, self)
            field.returnPressed.connect(self._enter)
            self.fields.append(field)
            row.addWidget(field)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(field.text().strip() for field in self.fields)

    def open_at(self, corner: QPoint, area: QRect) -> None:
        """Show it with its top left corner there, or as near as it fits into an area."""
        size = self.sizeHint()
        x = max(area.left(), min(corner.x(), area.right() - size.width()))
        y = max(area.top(), min(corner.y(), area.bottom() - HEIGHT))
        self.setGeometry(x, y, size.width(), HEIGHT)
        self.show()
        self.raise_()
        self.fields[0].selectAll()
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """To the next field, or the one before, round and round."""
        here = next((place for place, field in enumerate(self.fields) if field.hasFocus()), 0)
        field = self.fields[(here + by) % len(self.fields)]
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()

    def finish(self, *, is_leaving: bool = False) -> None:
        """Take what was typed; what cannot be taken stays to be mended, unless somebody is leaving."""
        done, texts = self._done, self.texts
        if done is None:
            return
        self._done = None
        if texts != self._before and not done(texts) and not is_leaving:
            self._done = done
            return
        self._close()

    def _enter(self) -> None:
        is_typed = self.texts != self._before
        self.finish()
        if is_typed and self._done is None:
            self.entered.emit()

    def cancel(self) -> None:
        self._done = None
        self._close()

    def focus_went(self) -> None:
        """The keyboard left a field: for another one, or for good."""
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            self.finish(is_leaving=True)

    def _close(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now):
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(QColor(self._theme.paper))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


class TypedLine(QLineEdit):
    """One of its fields."""

    def __init__(self, line: Line, owner: InPlace) -> None:
        super().__init__(line.text, owner)
        self._owner = owner
        self.setPlaceholderText(line.hint)
        self.setAccessibleName(line.title)
        self.setToolTip(line.title)
        self.setFixedWidth(line.width)
        self.setFrame(False)
        self.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: none; min-height: 26px; max-height: 26px; padding: 0 4px; }"
        )

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: FBT001 (Qt's)
        self._owner.step(1 if next_one else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._owner.cancel()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._owner.focus_went()
