"""The load of every team, measure by measure, with the sum behind each bar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedLayout,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from orgmodel.load import Load
from orgmodel.model import Organization, TeamId, subject
from orgmodel.sentences import capital
from ui.chips import Chip
from ui.empty_state import EmptyState
from ui.inquiry import Inquiry, Question
from ui.load_reading import loads_of
from ui.loads.bars import BY_HEAD, MEASURES, UNITS, UNITS_BY_HEAD, LoadBar, Measure, bars_of
from ui.loads.delegate import BAR, LoadLines
from ui.painted_lines import Index
from ui.plain_text import as_tip
from ui.session import Session
from ui.style import wear
from ui.theme import Theme

SIZE: Final = QSize(760, 620)
_MOST_LINES: Final = 12
"""The window grows for so many teams."""


class _Bars(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.bars: tuple[LoadBar, ...] = ()

    def show(self, bars: tuple[LoadBar, ...]) -> None:
        self.beginResetModel()
        self.bars = bars
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.bars)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        bar = self.bars[index.row()]
        if role == BAR:
            return bar
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return bar.sentence
        return as_tip("\n".join((bar.name, *bar.terms))) if role == Qt.ItemDataRole.ToolTipRole else None


class LoadList(QListView):
    """Lays its lines out anew as it gets wider, since sums wrap."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class LoadWindow(Inquiry):
    """Every team in one measure; a team that is selected in it is selected everywhere."""

    def __init__(self, session: Session, theme: Theme) -> None:
        question = Question(self.request, loads_of, self.show_answer, self.show_failure)
        super().__init__(session, theme, "Load", question)
        self.measure: Measure = "rows"
        self.chips = {measure: Chip(theme, name) for measure, name in MEASURES}
        self.by_head = Chip(theme, "By head")
        self.unit = QLabel()
        self.bars = _Bars(self)
        self.list = LoadList()
        self.empty = EmptyState(theme)
        self._loads: Mapping[TeamId, Load] | None = None
        self._organization: Organization | None = None
        self._lay_out()
        self._connect()
        self.apply_theme(theme)

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for chip in self.chips.values():
            self._group.addButton(chip)
            tools.addWidget(chip)
        self.chips[self.measure].setChecked(True)
        self.by_head.setChecked(True)
        tools.addSpacing(16)
        tools.addWidget(self.by_head)
        tools.addStretch()
        wear(self.unit, "caption")
        self.list.setModel(self.bars)
        self._lines = LoadLines(self.theme, self.list)
        self.list.setItemDelegate(self._lines)
        self.list.setAccessibleName("Load of each team")
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.unit)
        column.addWidget(holder, 1)
        column.addLayout(self.foot())
        self.resize_within(SIZE.width(), SIZE.height())

    def _connect(self) -> None:
        for measure, chip in self.chips.items():
            chip.clicked.connect(lambda _checked, measure=measure: self.show_measure(measure))
        self.by_head.toggled.connect(lambda _checked: self._show_bars())
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._show_team)
        self.session.selection_changed.connect(self._follow_selection)

    def show_measure(self, measure: Measure) -> None:
        self.measure = measure
        self.chips[measure].setChecked(True)
        self._show_bars()
        self._make_room()

    def apply_theme(self, theme: Theme) -> None:
        for chip in (*self.chips.values(), self.by_head):
            chip.theme = theme
        self._lines.theme = theme
        self.list.setStyleSheet(f"QListView {{ background: {theme.paper}; outline: 0; }}")
        self.empty.apply_theme(theme)
        super().apply_theme(theme)

    def request(self) -> Organization | None:
        return self.session.organization if self.session.organization.teams else None

    def show_answer(self, request: Organization, answer: Mapping[TeamId, Load]) -> None:
        is_first = self._loads is None
        self._organization, self._loads = request, answer
        self._show_bars()
        if is_first:
            self._make_room()

    def show_failure(self, sentence: str) -> None:
        self.show_nothing()
        self.empty.say(sentence, "")

    def show_nothing(self) -> None:
        self._loads = None
        self._show_bars()

    def _show_bars(self) -> None:
        shared = self.measure in BY_HEAD
        self.by_head.setEnabled(shared)
        self.by_head.setToolTip(
            "Divided by the people of the team" if shared else "These belong to the team as a whole"
        )
        is_by_head = shared and self.by_head.isChecked()
        self.unit.setText(capital((UNITS_BY_HEAD if is_by_head else UNITS)[self.measure]))
        bars: tuple[LoadBar, ...] = ()
        if self._loads and self._organization:
            bars = bars_of(self._organization, self._loads, self.measure, by_head=is_by_head)
        scrolled = self.list.verticalScrollBar().value()
        self.bars.show(bars)
        self.list.verticalScrollBar().setValue(scrolled)
        self.empty.say("No teams yet.", "A team is added in the matrix, with Ctrl+Shift+T.")
        self._pages.setCurrentWidget(self.list if bars else self.empty)
        self._follow_selection()

    def _make_room(self) -> None:
        """High enough for every team where that is not much more: no line is cut through at the lower edge."""
        option = QStyleOptionViewItem()
        lines = (self.bars.index(place) for place in range(min(len(self.bars.bars), _MOST_LINES)))
        wanted = sum(self._lines.sizeHint(option, line).height() for line in lines)
        lacking = wanted - self.list.viewport().height()
        if lacking > 0:
            self.resize_within(self.width(), self.height() + lacking)

    def _follow_selection(self) -> None:
        """Mark the selected team, and bring it into view."""
        selected = self.session.selection[:1]
        for place, bar in enumerate(self.bars.bars):
            if (subject("team", bar.team),) == selected:
                index = self.bars.index(place)
                self.list.setCurrentIndex(index)
                self.list.scrollTo(index)
                return
        self.list.clearSelection()

    def _choose(self, index: QModelIndex) -> None:
        self.session.select(subject("team", self.bars.bars[index.row()].team))

    def _show_team(self, index: QModelIndex) -> None:
        self._choose(index)
        self.shown.emit(subject("team", self.bars.bars[index.row()].team))
