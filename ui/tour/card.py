"""The card that says one step of the tour, and the line around the place it points at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.announcing import announce
from ui.style import Look, wear
from ui.theme import Theme, font
from ui.translation import tr

WIDTH: Final = 320
_AWAY: Final = 12


class TourCard(QFrame):
    """Never in the way of the keyboard: it gets it when somebody goes there, and Esc in it leaves the tour."""

    went_back = Signal()
    went_on = Signal()
    left = Signal()
    """Somebody does not want to go on with the tour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour-card")
        self.setFixedWidth(WIDTH)
        self.count, self.title, self.text, self.done = QLabel(), QLabel(), QLabel(), QLabel()
        for label, pixels in ((self.count, 12), (self.done, 12), (self.text, 13)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(pixels))
            label.setWordWrap(label is not self.count)
        self.title.setFont(font(15, "semibold"))
        self.leave_button = _button(tr("Leave"), "quiet")
        self.back_button, self.next_button = _button(tr("Back")), _button(tr("Next"), "primary")
        self.leave_button.clicked.connect(self.left)
        self.back_button.clicked.connect(self.went_back)
        self.next_button.clicked.connect(self.went_on)
        self._lay_out()
        self.apply_theme(theme)

    def say(self, title: str, text: str, *, count: str, done: str = "") -> None:
        """`count` is like `2 of 5`; `done` names the step that was done just now."""
        self.title.setText(title)
        self.text.setText(text)
        self.count.setText(count)
        self.done.setText(tr("✓ Done: {step}", step=done) if done else "")
        self.done.setVisible(bool(done))
        step = f"{tr('Tour')}, {count}: {title}." if count else f"{title}."
        spoken = " ".join(part for part in (self.done.text(), step, text) if part)
        self.setAccessibleName(spoken)
        self.adjustSize()
        announce(self, spoken)

    def offer(self, *, back: bool, is_last: bool) -> None:
        """Which way one can go from here."""
        self.back_button.setEnabled(back)
        self.leave_button.setHidden(is_last)
        self.next_button.setText(tr("Close") if is_last else tr("Next"))

    def apply_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"#tour-card {{ background: {theme.paper}; border: 1px solid {theme.control}; border-radius: 6px; }}"
            f"#tour-card QLabel {{ color: {theme.ink}; background: transparent; }}"
        )
        self.count.setStyleSheet(f"color: {theme.ink3}")
        self.done.setStyleSheet(f"color: {theme.ink2}")

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(WIDTH, layout.totalHeightForWidth(WIDTH) if layout else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        foot.setSpacing(4)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.done)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(foot)


class Outline(QWidget):
    """A line in the accent around a place, through which the mouse goes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


def card_place(room: QRect, size: QSize, pointed: QRect) -> QRect:
    """The corner of the room in which a card hides least of what it points at; the lower and the right one first."""
    within = room.adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
    places = [QRect(0, 0, size.width(), size.height()) for _ in range(4)]
    places[0].moveBottomRight(within.bottomRight())
    places[1].moveBottomLeft(within.bottomLeft())
    places[2].moveTopRight(within.topRight())
    places[3].moveTopLeft(within.topLeft())
    return min(places, key=lambda place: _area(place.intersected(pointed)))


def _area(place: QRect) -> int:
    return max(0, place.width()) * max(0, place.height())


def _button(text: str, look: Look | None = None) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    if look:
        wear(made, look)
    return made
