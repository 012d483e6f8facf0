"""The start screen: how to begin at the left, recent files and samples at the right, four steps below."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
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

from ui.actions import ACTIONS
from ui.settings import Recent
from ui.start.arrow_keys import place_beside
from ui.start.buttons import ActionButton, RecentButton, SampleButton, StartButton
from ui.start.samples import read_sample, sample_names
from ui.start.surroundings import FirstSteps, Mark
from ui.style import wear
from ui.theme import Theme, font
from ui.translation import marked, tr

LEFT, RIGHT, BETWEEN = 400, 704, 80
SHOWN_RECENTS: Final = 4
_TWO_COLUMNS: Final = 900
_BEGINNINGS: Final = (
    (
        "new-reference",
        marked("New from the reference matrix"),
        marked("43 responsibilities in four layers; put in your teams"),
    ),
    ("open", marked("Open…"), marked("A model file, *.yaml")),
    ("new-empty", marked("Start empty"), marked("No rows, no teams")),
    ("tour", marked("Take the tour"), marked("Five steps in a copy of a sample, left at any time")),
)


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
        self.beginnings: list[StartButton] = []
        self.recents = QVBoxLayout()
        self.samples = QGridLayout()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.mark, self.steps = Mark(theme, LEFT), FirstSteps(theme)
        self._sheet = QWidget()
        self._lay_out(self._sheet)
        self.setWidget(self._sheet)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._sheet.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusProxy(self.beginnings[0])

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Two columns side by side, or one under the other where the window is narrow."""
        is_wide = width >= _TWO_COLUMNS
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._between.changeSize(
            *((BETWEEN, 0) if is_wide else (0, 32)), QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum
        )
        for button in self.beginnings:
            button.setMaximumWidth(LEFT if is_wide else RIGHT)
        self._top.changeSize(0, 84 if is_wide else 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        self._columns.invalidate()
        self._sheet.updateGeometry()

    def _lay_out(self, sheet: QWidget) -> None:
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._between = QSpacerItem(BETWEEN, 0, QSizePolicy.Policy.Maximum)
        self._top = QSpacerItem(0, 84, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        columns.setSpacing(0)
        columns.addLayout(self._left())
        columns.addSpacerItem(self._between)
        right = QWidget()
        right.setMaximumWidth(RIGHT)
        right.setLayout(self._right())
        columns.addWidget(right, 1)
        inner = QWidget()
        inner.setMaximumWidth(LEFT + BETWEEN + RIGHT)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(0)
        column.addSpacerItem(self._top)
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
        lead = QLabel(tr("Who supports what,\nfrom the first alert to the fix."))
        lead.setFont(font(20))
        column.addWidget(lead)
        column.addSpacing(32)
        actions = {row.id: row for row in ACTIONS}
        for action, title, remark in _BEGINNINGS:
            row = actions[action]
            button = ActionButton(self._theme, row.icon, tr(title), tr(remark), row.shortcut)
            button.clicked.connect(partial(self.action_chosen.emit, action))
            button.setObjectName("choice")
            button.setMaximumWidth(LEFT)
            self.beginnings.append(button)
            column.addWidget(self._led_by_arrows(button))
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        self._clear = QPushButton(tr("Clear"))
        wear(self._clear, "link")
        self._clear.setAccessibleName(tr("Clear the recent files"))
        self._clear.clicked.connect(self.recents_cleared)
        self._clear.hide()
        self._recent_head = _head(tr("Recent"), self._clear)
        self._samples_head = _head(tr("Samples"), _caption(tr("opened as a copy")))
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
            self.recents.addWidget(self._led_by_arrows(button))
        if not recents:
            self.recents.addWidget(_caption(tr("No files yet."), 44))
        elif len(recents) > SHOWN_RECENTS:
            self.recents.addWidget(
                _caption(tr("{count} more in File > Open Recent", count=len(recents) - SHOWN_RECENTS), 24)
            )
        self._clear.setVisible(bool(recents))

    def _offer_samples(self, names: tuple[str, ...]) -> None:
        self._samples_head.setVisible(bool(names))
        waiting = []
        for place, name in enumerate(names):
            button = SampleButton(self._theme, name)
            button.clicked.connect(partial(self._choose_sample, button))
            self.samples.addWidget(self._led_by_arrows(button), place // 2, place % 2)
            waiting.append(button)
        self._read_next(waiting)

    def _led_by_arrows(self, button: StartButton) -> StartButton:
        button.arrow_pressed.connect(partial(self._go_from, button))
        return button

    def _go_from(self, button: StartButton, key: int) -> None:
        """On to the button that lies that way; nowhere from the last one."""
        others = [each for each in self.findChildren(StartButton) if each is not button and each.isVisible()]
        places = {each: QRect(each.mapTo(self._sheet, QPoint()), each.size()) for each in (button, *others)}
        found = place_beside(places[button], key, (places[each] for each in others))
        for each in others:
            if places[each] is found:
                each.setFocus(Qt.FocusReason.TabFocusReason)
                self.ensureWidgetVisible(each)

    def _read_next(self, waiting: list[SampleButton]) -> None:
        if waiting:
            waiting[0].show_sample(read_sample(waiting[0].file))
            QTimer.singleShot(0, self, partial(self._read_next, waiting[1:]))

    def _choose_sample(self, button: SampleButton) -> None:
        if button.sample:
            self.sample_chosen.emit(button.sample.file, button.sample.text)


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
