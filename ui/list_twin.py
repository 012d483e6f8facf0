"""A lens as a list: the same things as text, for screen readers and for whoever would rather read."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic, perf_counter
from typing import Final

from PySide6.QtCore import QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyleOptionViewItem, QVBoxLayout, QWidget

from orgmodel.model import Subject
from ui.filter_field import FilterField
from ui.lens import Lens, LensTable
from ui.list_rows import ListRows
from ui.painted_lines import Index, PaintedLines
from ui.row_table import PAD, RowTable, draw_ground
from ui.session import Session
from ui.style import wear
from ui.theme import Theme, font
from ui.translation import tr

TOOLS_HEIGHT: Final = 40
SIZES: Final = (11, 12, 13, 15, 18, 22, 28)
"""What zooming goes through, in pixels of type; the third is 100 %."""
NARROWEST: Final = 48
WIDEST: Final = 360
_MEASURED: Final = 60
"""So many rows say how wide a column is."""
_PATIENCE: Final = 4
"""After an edit it waits so many times as long as the list took last, so that keys are not held up by it."""
_TOGETHER: Final = 1.0
"""Seconds."""


class ListTwin(QWidget):
    """A lens itself, made for another one: what is a picture there is the picture of that one here too."""

    opened = Signal()
    """What is selected is to be opened in the Inspector."""
    key_hint_changed = Signal()
    """Other keys may go on with what is in hand."""

    def __init__(self, session: Session, lens: Lens, theme: Theme) -> None:
        super().__init__()
        self._session, self._lens, self._theme = session, lens, theme
        self.repeated_head = lens.repeated_head
        self.name = tr("{lens} as a list", lens=lens.name)
        self.key_hint = tr("Type to find, Enter to open, Ctrl+Shift+L for the picture")
        self.rows = ListRows()
        self.view = ListTable(theme)
        self.view.setAccessibleName(self.name)
        self.view.setModel(self.rows)
        self.tools = QWidget()
        self.field = FilterField(theme, tr("Find in the list"), tr("List what holds these words (Ctrl+F)"))
        self.count = QLabel()
        self._size = SIZES.index(13)
        self._is_following = False
        self._is_old = False
        """Whether the lens may say something else by now, which nobody looks at yet."""
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self.refresh()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.field.apply_theme(theme)
        self.view.apply_theme(theme)

    def show_subject(self, subject: Subject) -> None:
        if self.reveal((subject,)) and self._session.selection[:1] != (subject,):
            self._session.select(subject)

    def reveal(self, subjects: Iterable[Subject]) -> bool:
        """Bring the first of these that has a line into view; words that hide all of them go."""
        wanted = tuple(subjects)
        if not any(self.rows.row_of(subject) is not None for subject in wanted):
            self.field.clear()
        place = next((row for subject in wanted if (row := self.rows.row_of(subject)) is not None), None)
        if place is not None:
            self.view.scrollTo(self.rows.index(place, 0))
        return place is not None

    def actions(self) -> list[QAction]:
        return []

    def find(self) -> None:  # type: ignore[override]  # Qt's is a function that nobody needs here
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def zoom(self, step: int) -> None:
        self._size = min(max(self._size + step, 0), len(SIZES) - 1) if step else SIZES.index(13)
        self.view.set_size(SIZES[self._size])
        self._set_widths()

    @property
    def column_edges(self) -> tuple[float, ...]:
        """Those of the picture."""
        return self._lens.column_edges

    def extent(self) -> QSizeF:
        return self._lens.extent()

    def draw(self, painter: QPainter, theme: Theme) -> None:
        self._lens.draw(painter, theme)

    def table(self) -> LensTable:
        return self._lens.table()

    def refresh(self) -> None:
        """Read the lens anew; what is in hand stays in hand."""
        self._is_old = False
        began = perf_counter()
        self._is_following = True
        is_first = not self.rows.table.head
        self.rows.show_table(self._lens.table())
        if is_first:
            self._set_widths()
        self._is_following = False
        self._follow_selection()
        self._say_count()
        self._later.setInterval(int(_PATIENCE * 1000 * (perf_counter() - began)))

    def _lay_out(self) -> None:
        self.tools.setFixedHeight(TOOLS_HEIGHT)
        self.field.setFixedWidth(240)
        wear(self.count, "caption")
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        session = self._session
        session.document_changed.connect(lambda *_: self._grow_old())
        session.findings_changed.connect(lambda _: self._grow_old())
        session.selection_changed.connect(self._follow_selection)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._select())
        self.view.opened.connect(self.opened)
        self.field.textChanged.connect(self._find)
        self.field.left.connect(self.view.setFocus)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self.refresh()

    def _grow_old(self) -> None:
        """Read the lens a little later; where nobody looks at the list, once somebody does."""
        self._is_old = True
        if self.isVisible():
            self._later.start()

    def _find(self, words: str) -> None:
        self._is_following = True
        self.rows.find(words)
        self._is_following = False
        self._follow_selection()
        self._say_count()

    def _select(self) -> None:
        """Not the line that Qt puts in hand as the keyboard comes: that one is not selected."""
        chosen = self.view.selectionModel().selectedRows()
        subject = self.rows.subject_at(chosen[0].row()) if chosen else None
        if subject is not None and not self._is_following and self._session.selection[:1] != (subject,):
            self._session.select(subject)

    def _follow_selection(self) -> None:
        """The line of what is selected is the one in hand; none where it has no line here."""
        chosen = self._session.selection[:1]
        place = self.rows.row_of(chosen[0]) if chosen else None
        column = max(self.view.currentIndex().column(), 0)
        self._is_following = True
        if place is None:
            self.view.selectionModel().clear()
        elif place != self.view.currentIndex().row():
            self.view.setCurrentIndex(self.rows.index(place, column))
        self._is_following = False

    def _say_count(self) -> None:
        shown, all_of_them = self.rows.rowCount(), len(self.rows.table.rows)
        words = tr("{count:,} lines", count=shown) if shown != 1 else tr("1 line")
        self.count.setText(words if shown == all_of_them else tr("{lines} of {all:,}", lines=words, all=all_of_them))

    def _set_widths(self) -> None:
        """As wide as what the first rows say, within bounds."""
        metrics = QFontMetrics(font(SIZES[self._size], "semibold"))
        scale = SIZES[self._size] / 13
        for column, head in enumerate(self.rows.table.head):
            texts = (head, *(cells[column] for _, cells in self.rows.table.rows[:_MEASURED]))
            width = max(metrics.horizontalAdvance(text) for text in texts) + 2 * PAD + 4
            self.view.setColumnWidth(column, int(min(max(width, NARROWEST), WIDEST * scale)))


class ListTable(RowTable):
    """Letters typed in it go to the next line whose first cell holds them; its columns keep their widths."""

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        self._pixels, self._typed, self._typed_at = 13, "", 0.0
        super().__init__(PaintedLines(theme, self._draw_cell), 26, ())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(self.horizontalHeader().ResizeMode.Interactive)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def set_size(self, pixels: int) -> None:
        self._pixels = pixels
        self.verticalHeader().setDefaultSectionSize(pixels * 2)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        self._go_to(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _go_to(self, typed: str) -> None:
        """Letters typed within a second of each other belong together; the same one again goes on to the next line."""
        rows, current = self.model(), self.currentIndex()
        if not isinstance(rows, ListRows) or not rows.rowCount():
            return
        self._typed = typed if monotonic() - self._typed_at > _TOGETHER else self._typed + typed
        self._typed_at = monotonic()
        is_one = len(set(self._typed)) == 1
        wanted, start = (typed, current.row() + 1) if is_one else (self._typed, current.row())
        place = rows.next_with(wanted, start)
        if place is not None:
            self.setCurrentIndex(rows.index(place, max(current.column(), 0)))

    def _draw_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
        draw_ground(painter, option, index, theme)
        metrics = QFontMetrics(font(self._pixels))
        box = option.rect.adjusted(PAD, 0, -PAD, 0)
        text = metrics.elidedText(" ".join(str(index.data()).split()), Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font(self._pixels))
        painter.setPen(QColor(theme.ink if index.column() == 0 else theme.ink2))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
