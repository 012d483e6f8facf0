"""Lists below the week: a head over a rule, and lines that are worked out when they are first seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QGridLayout, QListView, QSizePolicy, QWidget

from ui.oncall.foot_lines import LINE
from ui.painted_lines import Index, PaintedLines
from ui.pieces import Said
from ui.plain_text import as_tip
from ui.texts import SMALL, STRONG, cut
from ui.theme import Theme, font

THING: Final = Qt.ItemDataRole.UserRole


class Lines(QAbstractListModel):
    """Lines that are worked out when they are first seen."""

    def __init__(
        self, make: Callable[[int], Any], says: Callable[[Any], str], height: Callable[[int, int], int] | None = None
    ) -> None:
        super().__init__()
        self._count, self._make, self._says, self._height = 0, make, says, height
        self.width = 0
        """Pixels across, on which the height of a line depends."""
        self._made: dict[int, Any] = {}

    def show(self, count: int) -> None:
        self._made = {}
        if count != self._count:
            self.beginResetModel()
            self._count = count
            self.endResetModel()
        elif count:
            self.dataChanged.emit(self.index(0), self.index(count - 1))

    def thing(self, place: int) -> Any:
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]

    def height(self, place: int) -> int:
        return self._height(place, self.width) if self._height else LINE

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == THING:
            return self.thing(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._says(self.thing(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self._says(self.thing(index.row())))
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self.height(index.row()))
        return None


class FootList(QListView):
    """A list without a frame; a click or Enter on a line selects what it is about everywhere."""

    chosen = Signal(object)

    def __init__(self, name: str, lines: Lines, cells: PaintedLines) -> None:
        super().__init__()
        self.lines, self.cells = lines, cells
        cells.setParent(self)
        self.setModel(lines)
        self.setItemDelegate(cells)
        self.setAccessibleName(name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(2 * LINE)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_lines(self, count: int) -> None:
        """So many; it takes no more room than they need."""
        self.lines.show(count)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(200, max(sum(map(self.lines.height, range(self.lines.rowCount()))), LINE) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        before, self.lines.width = self.lines.width, self.viewport().width()
        super().resizeEvent(event)
        if self.lines.width != before:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def _choose(self, index: Index) -> None:
        self.chosen.emit(index.data(THING))

    def apply_theme(self, theme: Theme) -> None:
        self.cells.theme = theme
        self.setStyleSheet(f"QListView {{ background: {theme.paper}; outline: 0; }}")
        self.viewport().update()


class Part(QWidget):
    """A head over a rule, perhaps a word at its right, and what is below."""

    def __init__(self, body: FootList) -> None:
        super().__init__()
        self.body = body
        self.title, self.aside, self.below = (Said(parent=self) for _ in range(3))
        self.title.setFont(font(13, "semibold"))
        self.aside.setFont(font(12))
        self.below.setFont(font(12))
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.below.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._said = self._said_below = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.aside, 0, 1)
        grid.addWidget(self.below, 1, 0, 1, 2)
        self.rule = QFrame(self)
        self.rule.setFixedHeight(1)
        grid.addWidget(self.rule, 2, 0, 1, 2)
        grid.addWidget(body, 3, 0, 1, 2)
        grid.setRowMinimumHeight(0, 28)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(0, 1)
        self.below.hide()

    def say(self, title: str, aside: str = "", below: str = "") -> None:
        self._said, self._said_below = title, below
        self.aside.setText(aside)
        self._fit()
        self.below.setAccessibleName(below)
        self.below.setToolTip(as_tip(below))
        self.below.setVisible(bool(below))

    def _fit(self) -> None:
        """As much of the title as there is room for beside the word at the right, and of what is under it."""
        aside = self.aside.sizeHint().width() + 12 if self.aside.text() else 0
        shown = cut(self._said, STRONG, max(self.width() - aside, 40))[0]
        self.title.setText(shown)
        self.title.setToolTip(as_tip(self._said) if shown != self._said else "")
        self.below.setText(cut(self._said_below, SMALL, max(self.width(), 40))[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def apply_theme(self, theme: Theme) -> None:
        self.title.setStyleSheet(f"color: {theme.ink}")
        self.aside.setStyleSheet(f"color: {theme.ink2}; font-size: 12px")
        self.below.setStyleSheet(f"color: {theme.ink2}; font-size: 12px; padding-bottom: 4px")
        self.rule.setStyleSheet(f"background: {theme.control}")
        self.body.apply_theme(theme)
