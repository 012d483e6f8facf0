"""The window that suggests owners: a plan, the findings before and after, and what nothing fits for."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model import RowId, subject
from orgmodel.sentences import capital, counted, few
from orgmodel.suggest import command_of
from ui.background import Background
from ui.before_after import LINE, BeforeAfterBars
from ui.empty_state import EmptyState
from ui.ink_line import InkLine, Words
from ui.inquiry import Inquiry, Question
from ui.pieces import said
from ui.report_counts import count_changes
from ui.session import Session
from ui.style import wear
from ui.suggesting.moves import Suggested, bars_of, left_lines, lines_of, suggest, taken_of
from ui.suggesting.table import MoveTable
from ui.theme import Theme

SIZE: Final = QSize(980, 620)
_FOOT: Final = 156


class SuggestWindow(Inquiry):
    """Nothing is changed before Apply, and that is one step of Undo."""

    def __init__(self, session: Session, theme: Theme) -> None:
        question = Question(self.request, suggest, self.show_answer, self.show_failure)
        super().__init__(session, theme, "Suggest owners", question)
        self.statement = said("statement")
        self.hint = QLabel("Space takes a move or leaves it, Enter shows the row.")
        self.counts = InkLine(theme, 13)
        self.all_or_none = QPushButton("Untick all")
        self.table = MoveTable(theme)
        self.left_heading, self.left_list = QLabel(), QListView()
        self.bars_heading, self.bars = QLabel("Rows they answer for"), BeforeAfterBars(theme)
        self.apply_button = QPushButton("Apply")
        self.empty = EmptyState(theme)
        self.suggested: Suggested | None = None
        self._trial = Background("part of a plan", _tried, self)
        self._trial.done.connect(self._show_trial)
        self._trial.failed.connect(lambda *_: self.counts.show_pieces(Words("The findings could not be counted.")))
        self._lay_out()
        self._connect()
        self.apply_theme(theme)

    # The frame

    def _lay_out(self) -> None:
        wear(self.all_or_none, "link")
        self.all_or_none.setAutoDefault(False)
        over = QHBoxLayout()
        over.addWidget(self.counts, 1)
        over.addWidget(self.all_or_none)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.statement)
        column.addLayout(over)
        column.addWidget(self.table, 1)
        column.addWidget(self._below())
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pages.addWidget(inside)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        whole.addWidget(holder, 1)
        whole.addLayout(self.foot(self.hint, self.apply_button))
        self.resize_within(SIZE.width(), SIZE.height())

    def _below(self) -> QWidget:
        """What nothing fits for, beside who carries more."""
        self.left_list.setModel(QStringListModel(self))
        self.left_list.setWordWrap(True)
        self.left_list.setSpacing(3)
        self.left_list.setFrameShape(QListView.Shape.NoFrame)
        self.left_list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.left_list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.left_list.setAccessibleName("Rows that nothing fits for")
        self._left = _titled(self.left_heading, self.left_list)
        area = QScrollArea()
        area.setWidget(self.bars)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bars_area = area
        self._right = _titled(self.bars_heading, area)
        self._beneath = below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._left, 1)
        row.addWidget(self._right, 1)
        return below

    def _connect(self) -> None:
        self.table.moves.ticked.connect(self._show_taken)
        self.table.chosen.connect(self._show_row)
        self.all_or_none.clicked.connect(self._tick_all)
        self.apply_button.clicked.connect(self.apply)

    def apply_theme(self, theme: Theme) -> None:
        self.table.apply_theme(theme)
        self.counts.apply_theme(theme)
        self.bars.theme = theme
        self.empty.apply_theme(theme)
        ground = f"background: {theme.paper}; color: {theme.ink2}; font-size: 12px; outline: 0"
        self.left_list.setStyleSheet(f"QListView {{ {ground} }}")
        self._bars_area.setStyleSheet(f"QScrollArea, BeforeAfterBars {{ background: {theme.paper} }}")
        super().apply_theme(theme)

    # What is asked and shown

    def request(self) -> tuple[Document, date]:
        if self.suggested is None:
            self.show_waiting()
        self.apply_button.setEnabled(False)
        return self.session.document, self.session.today

    def show_answer(self, _: tuple[Document, date], answer: Suggested) -> None:
        self.suggested = answer
        organization = answer.document.organization
        self.table.moves.show(lines_of(organization, answer.plan))
        left = left_lines(organization, answer.plan)
        model = self.left_list.model()
        if isinstance(model, QStringListModel):
            model.setStringList([said for _, said in left])
        self.left_heading.setText(f"Nothing fits for {few(len(left), 'row')}")
        self._left.setVisible(bool(left))
        self._right.setVisible(bool(answer.plan.burdens))
        lines = max(len(answer.plan.burdens), 2 * len(left))
        self._beneath.setFixedHeight(min(_FOOT, LINE * lines + 24 if lines else 0))
        if not answer.plan.moves and not left:
            self.empty.say("Nothing to suggest: every row has an owner.", "")
        self._show_page(is_empty=not answer.plan.moves and not left)
        self._show_taken()
        if not self.table.currentIndex().isValid() and answer.plan.moves:
            self.table.setCurrentIndex(self.table.moves.index(0, 0))
            self.table.setFocus()

    def show_waiting(self) -> None:
        self.empty.say("Looking for owners …", "Every row without one is weighed against every team.")
        self._show_page(is_empty=True)

    def show_failure(self, sentence: str) -> None:
        self.empty.say(sentence, "")
        self._show_page(is_empty=True)

    def _show_page(self, *, is_empty: bool) -> None:
        self._pages.setCurrentIndex(1 if is_empty else 0)
        self.hint.setVisible(not is_empty)
        self.apply_button.setVisible(not is_empty)

    def _show_taken(self) -> None:
        """Say what is taken, and have its findings worked out."""
        suggested = self.suggested
        if suggested is None:
            return
        taken, moves = self.table.moves.taken, len(suggested.plan.moves)
        self.statement.setText(_statement(len(taken), moves))
        self.all_or_none.setText("Untick all" if taken else "Tick all")
        self.all_or_none.setVisible(moves > 1)
        self.apply_button.setEnabled(bool(taken) and not self.is_waiting)
        self.apply_button.setText(f"Apply {few(len(taken), 'move')}" if taken else "Apply")
        self.apply_button.setToolTip("" if taken else "Tick a move first.")
        self.bars.show_bars(bars_of(suggested.document.organization, suggested.plan, taken))
        if len(taken) in (0, moves):
            self._trial.stop()
            self._show_counts(suggested.plan.after if taken else suggested.plan.before)
        else:
            self.counts.show_pieces(Words("Counting the findings …"))
            self._trial.ask((suggested, taken))

    def _show_trial(self, asked: tuple[Suggested, tuple[RowId, ...]], after: Report) -> None:
        if asked == (self.suggested, self.table.moves.taken):
            self._show_counts(after)

    def _show_counts(self, after: Report) -> None:
        if self.suggested:
            self.counts.show_pieces(*count_changes(self.suggested.plan.before, after))

    # What is done

    def apply(self) -> None:
        """Make the moves that are ticked."""
        suggested = self.suggested
        if suggested is None or suggested.document is not self.session.document:
            return
        moves = taken_of(suggested.plan, self.table.moves.taken)
        if moves:
            self.session.execute(command_of(moves))

    def _tick_all(self) -> None:
        self.table.moves.tick_all(wanted=not self.table.moves.taken)

    def _show_row(self, row: RowId) -> None:
        named = subject("responsibility", row)
        self.session.select(named)
        self.shown.emit(named)


def _tried(asked: tuple[Suggested, tuple[RowId, ...]]) -> Report:
    suggested, taken = asked
    return suggested.report_with(taken)


def _statement(taken: int, moves: int) -> str:
    if not moves:
        return "No team fits without a new error."
    if taken == moves:
        return capital(f"{few(moves, 'row gets', 'rows get')} an owner.")
    return f"{taken:,} of {counted(moves, 'row gets', 'rows get')} an owner."


def _titled(heading: QLabel, widget: QWidget) -> QWidget:
    wear(heading, "caption")
    heading.setStyleSheet("font-weight: 600")
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(heading)
    column.addWidget(widget, 1)
    return holder
