"""The start screen: how to begin at the left, recent files and samples at the right, four steps below."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from orgmodel.model import TeamKind
from ui.actions import ACTIONS
from ui.icons import pixmap
from ui.marks import draw_kind
from ui.settings import Recent
from ui.start.buttons import ActionButton, RecentButton, SampleButton, StartButton
from ui.start.samples import read_sample, sample_names
from ui.style import wear
from ui.theme import Theme, font

LEFT, RIGHT, BETWEEN = 400, 704, 80
SHOWN_RECENTS: Final = 4
STEPS: Final = ("Replace the teams with yours", "Assign rows: A R C I", "See the findings go", "Send the PDF")
_BEGINNINGS: Final = (
    ("new-reference", "New from the reference matrix", "43 responsibilities in four layers; put in your teams"),
    ("open", "Open…", "A model file, *.yaml"),
    ("new-empty", "Start empty", "No rows, no teams"),
)
_MARK_KINDS: Final[tuple[TeamKind, ...]] = ("application", "application-sre", "infrastructure-sre", "frontline")


class StartScreen(QScrollArea):
    """Recent files and samples are filled in after the first paint."""

    action_chosen = Signal(str)
    recent_chosen = Signal(object)
    recents_cleared = Signal()
    sample_chosen = Signal(str, str)
    """The file's name and its text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: list[StartButton] = []
        self.recents = QVBoxLayout()
        self.samples = QGridLayout()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.mark, self.steps = _Mark(theme), _Steps(theme)
        self._sheet = QWidget()
        self._lay_out(self._sheet)
        self.setWidget(self._sheet)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._sheet.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusProxy(self._buttons[0])

    def fill(self, recents: tuple[Recent, ...]) -> None:
        """Show what was open lately, then the samples one at a time, so that the window answers in between."""
        self._show_recents(recents)
        if not self.samples.count():
            self._offer_samples(sample_names())

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.mark.apply_theme(theme)
        self.steps.apply_theme(theme)
        for button in self.findChildren(StartButton):
            button.apply_theme(theme)

    def _lay_out(self, sheet: QWidget) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addLayout(self._left())
        columns.addSpacerItem(QSpacerItem(BETWEEN, 0, QSizePolicy.Policy.Maximum))
        right = QWidget()
        right.setMaximumWidth(RIGHT)
        right.setMinimumWidth(400)
        right.setLayout(self._right())
        columns.addWidget(right, 1)
        inner = QWidget()
        inner.setMaximumWidth(LEFT + BETWEEN + RIGHT)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(0)
        column.addSpacerItem(QSpacerItem(0, 84, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum))
        column.addLayout(columns)
        column.addStretch(1)
        column.addSpacing(16)
        column.addWidget(self.steps)
        across = QHBoxLayout(sheet)
        across.setContentsMargins(24, 12, 24, 0)
        across.addStretch(1)
        across.addWidget(inner, 1000)
        across.addStretch(1)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.mark)
        column.addSpacing(20)
        lead = QLabel("Who supports what,\nfrom the first alert to the fix.")
        lead.setFont(font(20))
        column.addWidget(lead)
        column.addSpacing(32)
        keys = {row.id: row.shortcut.replace("+", " ") for row in ACTIONS}
        icons = {row.id: row.icon for row in ACTIONS}
        for action, title, remark in _BEGINNINGS:
            button = ActionButton(
                self._theme, icons[action], title, remark, keys[action] if action != "new-empty" else ""
            )
            button.clicked.connect(partial(self.action_chosen.emit, action))
            button.setFixedWidth(LEFT)
            self._buttons.append(button)
            column.addWidget(button)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        self._clear = QPushButton("Clear")
        wear(self._clear, "link")
        self._clear.setAccessibleName("Clear the recent files")
        self._clear.clicked.connect(self.recents_cleared)
        self._clear.hide()
        self._recent_head = _head("Recent", self._clear)
        self._samples_head = _head("Samples", _caption("opened as a copy"))
        self.recents.setSpacing(0)
        self.samples.setSpacing(16)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._recent_head)
        column.addWidget(_Rule())
        column.addLayout(self.recents)
        column.addSpacing(24)
        column.addWidget(self._samples_head)
        column.addSpacing(4)
        column.addLayout(self.samples)
        column.addStretch(1)
        return column

    def _show_recents(self, recents: tuple[Recent, ...]) -> None:
        while item := self.recents.takeAt(0):
            shown = item.widget()
            if shown:
                shown.deleteLater()
        now = datetime.now(UTC).astimezone()
        for recent in recents[:SHOWN_RECENTS]:
            button = RecentButton(self._theme, recent, now)
            button.clicked.connect(partial(self.recent_chosen.emit, recent.path))
            self.recents.addWidget(button)
        if not recents:
            self.recents.addWidget(_caption("No files yet.", 44))
        elif len(recents) > SHOWN_RECENTS:
            self.recents.addWidget(_caption(f"{len(recents) - SHOWN_RECENTS} more in File > Open Recent", 24))
        self._clear.setVisible(bool(recents))

    def _offer_samples(self, names: tuple[str, ...]) -> None:
        self._samples_head.setVisible(bool(names))
        waiting = []
        for place, name in enumerate(names):
            button = SampleButton(self._theme, name)
            button.clicked.connect(partial(self._choose_sample, button))
            self.samples.addWidget(button, place // 2, place % 2)
            waiting.append(button)
        self._read_next(waiting)

    def _read_next(self, waiting: list[SampleButton]) -> None:
        if waiting:
            waiting[0].show_sample(read_sample(waiting[0].file))
            QTimer.singleShot(0, self, partial(self._read_next, waiting[1:]))

    def _choose_sample(self, button: SampleButton) -> None:
        if button.sample:
            self.sample_chosen.emit(button.sample.file, button.sample.text)


class _Mark(QWidget):
    """The four kinds of team and the name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(LEFT, 52)
        self.setAccessibleName("orgmodel")

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, kind in enumerate(_MARK_KINDS):
            box = QRectF(1 + 27 * (place % 2), 1 + 27 * (place // 2), 23, 23)
            draw_kind(painter, box, kind, self._theme, with_code=False)
        painter.setFont(font(32, "semibold"))
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(QRect(68, 0, 330, 52), Qt.AlignmentFlag.AlignVCenter, "orgmodel")


class _Steps(QWidget):
    """Four numbered steps from nothing to a PDF, in one line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(44)
        self.setAccessibleName("Ten minutes to a first PDF: " + "; ".join(STEPS))

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 44)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.line2))
        x = self._write(painter, 0, "Ten minutes to a first PDF", bold=True) + 40
        for number, step in enumerate(STEPS, 1):
            if number > 1:
                painter.drawPixmap(x, 24, pixmap("arrow-right", self._theme.ink3, 16, self.devicePixelRatioF()))
                x += 32
            x = self._write(painter, self._number(painter, x, number), step) + 16

    def _number(self, painter: QPainter, x: int, number: int) -> int:
        ring = QRectF(x + 0.75, 21.75, 20.5, 20.5)
        painter.setPen(QPen(QColor(self._theme.ink2), 1.5))
        painter.drawEllipse(ring)
        painter.setFont(font(12, "semibold"))
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(number))
        return x + 30

    def _write(self, painter: QPainter, x: int, text: str, *, bold: bool = False) -> int:
        face = font(13, "semibold" if bold else "regular")
        painter.setFont(face)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(QRect(x, 20, 400, 24), Qt.AlignmentFlag.AlignVCenter, text)
        return x + QFontMetrics(face).horizontalAdvance(text)


class _Rule(QWidget):
    """The line under a head."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.palette().dark())


def _head(title: str, at_right: QWidget) -> QWidget:
    head = QWidget()
    head.setFixedHeight(34)
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    label = QLabel(title)
    wear(label, "heading")
    row.addWidget(label)
    row.addStretch(1)
    row.addWidget(at_right)
    return head


def _caption(text: str, height: int = 0) -> QLabel:
    label = QLabel(text)
    wear(label, "caption")
    if height:
        label.setFixedHeight(height)
        label.setIndent(12)
    return label
