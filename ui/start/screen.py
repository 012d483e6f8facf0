"""The start screen: how to begin at the left, recent files and samples at the right, four steps below."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
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

from orgmodel.model import TeamKind
from ui.actions import ACTIONS
from ui.icons import pixmap
from ui.marks import draw_kind
from ui.settings import Recent
from ui.start.buttons import ActionButton, RecentButton, SampleButton, StartButton
from ui.start.samples import read_sample, sample_names
from ui.style import wear
from ui.theme import Theme, font
from ui.translation import marked, tr

LEFT, RIGHT, BETWEEN = 400, 704, 80
SHOWN_RECENTS: Final = 4
_TWO_COLUMNS: Final = 900
LEAD: Final = marked("Ten minutes to a first PDF")
STEPS: Final = (
    marked("Replace the teams with yours"),
    marked("Assign rows: A R C I"),
    marked("See the findings go"),
    marked("Send the PDF"),
)
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
        for button in self._buttons:
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
        keys = {row.id: row.shortcut.replace("+", " ") for row in ACTIONS}
        icons = {row.id: row.icon for row in ACTIONS}
        for action, title, remark in _BEGINNINGS:
            button = ActionButton(
                self._theme, icons[action], tr(title), tr(remark), keys[action] if action != "new-empty" else ""
            )
            button.clicked.connect(partial(self.action_chosen.emit, action))
            button.setObjectName("choice")
            button.setMaximumWidth(LEFT)
            self._buttons.append(button)
            column.addWidget(button)
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
            self.recents.addWidget(button)
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
    """Four numbered steps from nothing to a PDF: in one line, or in as many as the width asks for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{tr(LEAD)}: " + "; ".join(map(tr, STEPS)))

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 44)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 44 + self._places(width)[-1].y()

    def _places(self, width: int) -> list[QPoint]:
        """Where the lead and each step begin, the first at the top left; 32 from line to line."""
        places, x, y = [QPoint(0, 0)], _wide(tr(LEAD), bold=True) + 40, 0
        for number, step in enumerate(STEPS, 1):
            needed = 30 + _wide(tr(step))
            if x + needed > width and x > 0:
                x, y = 0, y + 32
            places.append(QPoint(x, y))
            x += needed + 16 + (32 if number < len(STEPS) else 0)
        return places

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.line2))
        lead, *places = self._places(self.width())
        self._write(painter, lead, tr(LEAD), bold=True)
        for number, (step, place) in enumerate(zip(STEPS, places, strict=True), 1):
            if number > 1 and place.x() > 0:
                arrow = pixmap("arrow-right", self._theme.ink3, 16, self.devicePixelRatioF())
                painter.drawPixmap(place + QPoint(-32, 24), arrow)
            self._number(painter, place, number)
            self._write(painter, place + QPoint(30, 0), tr(step))

    def _number(self, painter: QPainter, place: QPoint, number: int) -> None:
        ring = QRectF(place.x() + 0.75, place.y() + 21.75, 20.5, 20.5)
        painter.setPen(QPen(QColor(self._theme.ink2), 1.5))
        painter.drawEllipse(ring)
        painter.setFont(font(12, "semibold"))
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(number))

    def _write(self, painter: QPainter, place: QPoint, text: str, *, bold: bool = False) -> None:
        painter.setFont(font(13, "semibold" if bold else "regular"))
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(QRect(place.x(), place.y() + 20, 600, 24), Qt.AlignmentFlag.AlignVCenter, text)


def _wide(text: str, *, bold: bool = False) -> int:
    return QFontMetrics(font(13, "semibold" if bold else "regular")).horizontalAdvance(text)


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
