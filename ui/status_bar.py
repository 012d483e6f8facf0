"""The foot of the window: what is selected and the keys it takes, then counts, what is agreed and what is saved."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStatusBar, QWidget

from orgmodel.findings import Report
from orgmodel.model import Organization
from ui.ink_line import InkLine, Piece, Sign, Space, Words, draw_pieces, width_of
from ui.progress import Progress
from ui.recents import when_words
from ui.selection_sentence import selection_sentence
from ui.session import Session
from ui.theme import Theme
from ui.translation import marked, tr

MESSAGE_MS: Final = 6000
NARROW: Final = 1000
"""With less room, counts stand beside their marks without a word."""

COUNTED: Final[dict[str, tuple[str, str]]] = {
    "error": (marked("error"), marked("errors")),
    "warning": (marked("warning"), marked("warnings")),
    "info": (marked("info"), marked("info")),
    "not-assessed": (marked("not assessed"), marked("not assessed")),
}
"""What is counted, and what one and several of it are called."""
NOT_ASSESSED_TIP: Final = marked("List the rules that could not judge something, and what to fill in")
_PAD: Final = 5


class StatusBar(QStatusBar):
    """A message takes the place of the selection for six seconds, or until something else is selected."""

    kind_pressed = Signal(str)
    """Somebody wants to see the findings of a kind: a severity, or `not-assessed`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self.left = InkLine(theme)
        self.right = InkLine(theme, firm=True)
        self.left.setContentsMargins(0, 0, 20, 0)
        self.progress = Progress(theme)
        self.looking = InkLine(theme, firm=True)
        self.counts = {kind: CountButton(theme, kind) for kind in COUNTED}
        self.addWidget(self.left, 1)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self.looking)
        for kind, button in self.counts.items():
            button.clicked.connect(partial(self.kind_pressed.emit, kind))
            self.addPermanentWidget(button)
        self.addPermanentWidget(self.right)
        self._standing: tuple[Piece, ...] = ()
        self._message_ends = QTimer(self)
        self._message_ends.setSingleShot(True)
        self._message_ends.setInterval(MESSAGE_MS)
        self._message_ends.timeout.connect(self._show_standing)
        self.show_nothing()

    def say(self, sentence: str) -> None:
        self.left.show_pieces(Words(" ".join(sentence.split()), "ink", "medium"))
        self._message_ends.start()

    def show_nothing(self) -> None:
        """Nothing is open."""
        self._stand(Words(tr("Nothing open")))
        self.right.show_pieces()
        self._show_counts(None)
        self.looking.hide()

    def show_selection(self, session: Session, key_hint: str) -> None:
        sentence = selection_sentence(session.document, session.selection, session.team, session.cells)
        self._stand(*sentence, Space(20), Words(key_hint, "ink3"))

    def show_state(self, session: Session, saved_at: datetime | None) -> None:
        self._show_counts(session.report)
        self.right.show_pieces(
            Space(24, ruled=True),
            *agreed_pieces(session.organization),
            Space(24, ruled=True),
            *saved_pieces(session, saved_at),
        )

    def apply_theme(self, theme: Theme) -> None:
        for line in (self.left, self.looking, self.right, self.progress):
            line.apply_theme(theme)
        for button in self.counts.values():
            button.apply_theme(theme)

    def show_not_looked(self) -> None:
        """Nobody looks for findings any more, and those that are counted are of an earlier document."""
        self.looking.show_pieces(Sign("not-assessed"), Words(tr("findings not up to date"), "ink", "medium"), Space(8))
        self.looking.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self.counts.values():
            button.set_short(short=event.size().width() < NARROW)

    def _show_counts(self, report: Report | None) -> None:
        self.looking.show_pieces(Words(tr("Looking for gaps…"), "ink3"))
        self.looking.setVisible(report is None)
        for kind, button in self.counts.items():
            button.setVisible(report is not None)
            if report:
                button.show_count(count_of(report, kind))

    def _stand(self, *pieces: Piece) -> None:
        if pieces != self._standing:
            self._standing = pieces
            self._show_standing()

    def _show_standing(self) -> None:
        self._message_ends.stop()
        self.left.show_pieces(*self._standing)


class CountButton(QAbstractButton):
    """How many findings of one kind there are, with its mark and its word; pressed, they are listed."""

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.count = 0
        self._is_short = False
        self._theme = theme
        self._pieces: tuple[Piece, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def set_short(self, *, short: bool) -> None:
        """Say the word in the tip alone, where the window is narrow."""
        if short != self._is_short:
            self._is_short = short
            self.show_count(self.count)

    def show_count(self, count: int) -> None:
        word = tr(COUNTED[self.kind][count != 1])
        self.count = count
        said = () if self._is_short else (Words(f" {word}"),)
        self._pieces = (Sign(self.kind), Words(f"{count:,}", "ink", "semibold"), *said)
        self.setText(f"{count:,} {word}")
        self.setAccessibleName(self.text())
        tip = tr("List the {findings}", findings=tr(COUNTED[self.kind][1]))
        tip = tr(NOT_ASSESSED_TIP) if self.kind == "not-assessed" else tip
        self.setToolTip(f"{self.text()}. {tip}" if self._is_short else tip)
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(width_of(piece, 12) for piece in self._pieces) + 2 * _PAD, 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.hover))
            painter.drawRoundedRect(area, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        draw_pieces(painter, self._pieces, self.rect().adjusted(_PAD, 0, -_PAD, 0), self._theme)


def count_of(report: Report, kind: str) -> int:
    """How many findings of a severity, or how many rules that could not judge something."""
    if kind == "not-assessed":
        return len({missing.code for missing in report.not_assessed})
    return sum(finding.severity == kind for finding in report.findings)


def agreed_pieces(organization: Organization) -> tuple[Piece, ...]:
    rows = organization.responsibilities
    if not rows:
        return (Words(tr("no rows yet")),)
    agreed = sum(row.state == "agreed" for row in rows)
    return Words(str(agreed), "ink", "semibold"), Words(tr(" of {rows} agreed", rows=len(rows)))


def saved_pieces(session: Session, saved_at: datetime | None) -> tuple[Piece, ...]:
    if session.path is None:
        return (Words(tr("Not saved yet")),)
    if session.is_modified:
        return (Words(tr("Unsaved changes"), "ink", "medium"),)
    if saved_at is None:
        return Sign("check", icon=True), Words(tr("Saved"))
    now = datetime.now(UTC).astimezone()
    days, time = (now.date() - saved_at.date()).days, f"{saved_at:%H:%M}"
    said = (tr("Saved {when}", when=time), tr("Saved yesterday {time}", time=time))
    later = said[days] if days in (0, 1) else tr("Saved {when}", when=when_words(saved_at, now))
    return Sign("check", icon=True), Words(later)
