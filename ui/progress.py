"""What takes longer than a second, in the status bar: its words, how far it is, and Cancel."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.ink_line import InkLine, Words
from ui.style import wear
from ui.theme import Theme
from ui.translation import tr
from ui.work import Work

PATIENCE_MS: Final = 1000
"""Work that is through before says nothing."""
WORDS_WIDTH: Final = 320

_FITTING: Final = (
    "QPushButton { min-height: 18px; max-height: 18px; } QPushButton:focus { min-height: 16px; max-height: 16px; }"
)
"""The status bar is lower than the lines that links stand in elsewhere."""


class Progress(QWidget):
    """Shows the work that began last of all that is not through."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._works: list[Work] = []
        self.words = InkLine(theme, firm=True, widest=WORDS_WIDTH)
        self.bar = Bar(theme)
        self.cancel = QPushButton(tr("Cancel"))
        wear(self.cancel, "link")
        self.cancel.setStyleSheet(_FITTING)
        self.cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(8)
        for part in (self.words, self.bar, self.cancel):
            row.addWidget(part)
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._wait.timeout.connect(self._show)
        self.hide()

    @property
    def shown(self) -> Work | None:
        """What it shows, or will when its second is over."""
        return self._works[-1] if self._works else None

    def follow(self, work: Work) -> None:
        """Show some work, if it takes longer than a second, until it is over."""
        if work.is_over:
            return
        self._works.append(work)
        work.moved.connect(self._say)
        work.ended.connect(self._drop)
        if self.isHidden():
            self._wait.start()
        else:
            self._say()

    def apply_theme(self, theme: Theme) -> None:
        self.words.apply_theme(theme)
        self.bar.apply_theme(theme)

    def _show(self) -> None:
        self._say()
        self.setVisible(bool(self._works))

    def _say(self) -> None:
        work = self.shown
        if work is None:
            return
        others = len(self._works) - 1
        more = tr(" and {count} more", count=others) if others else ""
        self.words.show_pieces(Words(work.words + more, "ink", "medium"))
        self.bar.show_share(work.share)
        self.cancel.setVisible(work.can_stop)
        self.cancel.setAccessibleName(tr("Cancel: {work}", work=work.words))

    def _drop(self) -> None:
        self._works = [work for work in self._works if not work.is_over]
        if self._works:
            self._say()
        else:
            self._wait.stop()
            self.hide()

    def _stop(self) -> None:
        if self.shown:
            self.shown.stop()


class Bar(QWidget):
    """How much is done; nothing where nobody knows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share = theme, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_share(self, share: float | None) -> None:
        self._share = share or 0.0
        self.setVisible(share is not None)
        self.setAccessibleName(tr("{percent} % done", percent=round(100 * self._share)))
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, 6)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, share in ((self._theme.line2, 1.0), (self._theme.ink2, self._share)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * share, self.height()), 3, 3)
