"""The right side: which page it is and how large, the pages, and below them what they could not show."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from ui.chips import Chip
from ui.empty_state import EmptyState
from ui.export_window.page_places import Fit
from ui.export_window.pages import Pages
from ui.icons import icon
from ui.ink_line import InkLine, Words
from ui.marks import draw_mark
from ui.pieces import Glyph, said
from ui.style import wear
from ui.theme import Theme
from ui.translation import plural, tr

_NARROW: Final = 420
_ZOOM_KEYS: Final = ((1, "Ctrl++; Ctrl+="), (-1, "Ctrl+-"), (0, "Ctrl+0"))


class Preview(QWidget):
    """Says *Composing…* in the place of the page number while other pages are made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.pages = Pages(theme)
        self.empty = EmptyState(theme)
        self.where = InkLine(theme, 13)
        self.fits: dict[Fit, Chip] = {"width": Chip(theme, tr("Fit width")), "page": Chip(theme, tr("Whole page"))}
        self.fits["width"].short_text, self.fits["page"].short_text = tr("Width"), tr("Page")
        self.smaller, self.larger = _button(tr("Smaller"), "Ctrl+-"), _button(tr("Larger"), "Ctrl++")
        self.percent = QLabel()
        self.again = QPushButton(tr("Compose again"))
        """Stands beside the status of pages that were given up."""
        self.problem = said()
        self._mark = "warning"
        self._glyph = Glyph(QSize(16, 18), self._draw_mark)
        self._status = ""
        self._lay_out()
        self._connect()

    @property
    def status(self) -> str:
        """What is said in the place of the page number; nothing while the pages are those that were wanted."""
        return self._status

    def show_paper(self, data: bytes, sizes: tuple[tuple[float, float], ...]) -> None:
        self._status = ""
        self.again.hide()
        self._stack.setCurrentWidget(self.pages)
        self.pages.show_paper(data, sizes)

    def say_stale(self, status: str, *, is_over: bool = False) -> None:
        """The pages on screen are those of before: dimmed, and why; where it is over, others can be asked for again."""
        self._status = status
        self.again.setVisible(is_over)
        self._stack.setCurrentWidget(self.pages)
        self.pages.dim(is_on=True)
        self._show_where()

    def show_empty(self, title: str, hint: str) -> None:
        self._status = title
        self.again.hide()
        self.empty.say(title, hint)
        self._stack.setCurrentWidget(self.empty)
        self._show_where()

    def say_problem(self, sentence: str, *, is_error: bool = False) -> None:
        """A line below the pages; none where there is nothing to say."""
        self._mark = "error" if is_error else "warning"
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)
        self._problem_line.setVisible(bool(sentence))
        self._glyph.update()

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.pages.apply_theme(theme)
        self.empty.apply_theme(theme)
        self.where.apply_theme(theme)
        for chip in self.fits.values():
            chip.theme = theme
        self.smaller.setIcon(icon("minus", theme.ink))
        self.larger.setIcon(icon("plus", theme.ink))
        self.percent.setStyleSheet(f"color: {theme.ink2}; font-size: 12px")

    # The frame

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        self.where.setMinimumWidth(60)
        head.addWidget(self.where, 1)
        head.addWidget(self.again)
        wear(self.again, "link")
        self.again.setAutoDefault(False)
        self.again.hide()
        for chip in self.fits.values():
            head.addWidget(chip)
        head.addWidget(self.smaller)
        head.addWidget(self.percent)
        head.addWidget(self.larger)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.percent.setMinimumWidth(38)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self.empty)
        self._problem_line = QWidget()
        line = QHBoxLayout(self._problem_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.problem, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(holder, 1)
        column.addWidget(self._problem_line)
        self._problem_line.hide()

    def _connect(self) -> None:
        self.pages.moved.connect(self._show_where)
        for fit, chip in self.fits.items():
            chip.clicked.connect(partial(self._fit, fit))
        self.smaller.clicked.connect(partial(self.pages.step_zoom, -1))
        self.larger.clicked.connect(partial(self.pages.step_zoom, 1))

    def zoom_actions(self) -> list[QAction]:
        """Larger, smaller and 100 % by the keys that the lenses have, wherever the keyboard is."""
        return [_action(self, keys, partial(self.pages.step_zoom, step)) for step, keys in _ZOOM_KEYS]

    def minimumSizeHint(self) -> QSize:
        """As the head is with its short words."""
        return QSize(300, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for chip in self.fits.values():
            chip.set_short(short=self._is_narrow)
        self._show_where()

    def _fit(self, fit: Fit, *_: object) -> None:
        self.pages.show_fit(fit)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < _NARROW

    def _show_where(self) -> None:
        pages = self.pages
        self.where.show_pieces(Words(self._status or self._place(), "ink", "medium"))
        self.percent.setText(f"{round(100 * pages.zoom)} %")
        for fit, chip in self.fits.items():
            chip.setChecked(pages.fit == fit)

    def _place(self) -> str:
        """Which page it is: never cut, so said in less where there is little room."""
        page, count = self.pages.page + 1, len(self.pages.sizes)
        if count <= 1:
            return plural(1, "One page", "{count} pages") if count else ""
        words = tr("{number} of {count}") if self._is_narrow else tr("Page {number} of {count}")
        return words.format(number=f"{page:,}", count=f"{count:,}")

    def _draw_mark(self, painter: QPainter, rect: QRectF) -> None:
        draw_mark(painter, rect.adjusted(0, 2, 0, 0), self._mark, self.theme)


def _button(name: str, key: str) -> QToolButton:
    made = QToolButton()
    wear(made, "icon")
    made.setIconSize(QSize(16, 16))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(name)
    made.setToolTip(f"{name} ({key})")
    return made


def _action(parent: QWidget, keys: str, act: Callable[[], None]) -> QAction:
    made = QAction(parent)
    made.setShortcuts(QKeySequence.listFromString(keys))
    made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    made.triggered.connect(lambda *_: act())
    return made
