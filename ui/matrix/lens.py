"""The Matrix lens: the tool strip over the matrix, and what the Edit menu offers while it is on screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orgmodel.model import PHRASES, Letters, RowId, Subject, TeamId, subject_parts
from ui.matrix.layout import HEADER_HEIGHT, NAME_COLUMN, key_of
from ui.matrix.navigation import Place
from ui.matrix.sentences import KEY_HINT
from ui.matrix.tools import MatrixTools
from ui.matrix.view import MatrixView
from ui.session import Session
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.empty_state import EmptyState
    from ui.matrix.edits import MatrixEdits


class MatrixLens(QWidget):
    """Every row of the organisation, who answers for it, does it, is asked, is told; all of it edited in place."""

    name = "Matrix"
    key_hint = KEY_HINT

    opened = Signal()
    """What is selected is to be opened in the Inspector."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._empty: EmptyState | None = None
        self.tools = MatrixTools(theme, self)
        self.view = MatrixView(session, theme, self)
        self._actions = self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self._show_shape()
        self._show_hand()

    def apply_theme(self, theme: Theme) -> None:
        self.tools.apply_theme(theme)
        self.view.apply_theme(theme)
        if self._empty:
            self._empty.apply_theme(theme)

    @cached_property
    def edits(self) -> MatrixEdits:
        """What the gestures do; made with all the commands when the first of them comes."""
        from ui.matrix.edits import MatrixEdits

        return MatrixEdits(self._session, self.view)

    def actions(self) -> list[QAction]:
        """Edits of the cell in hand, then rows and teams, then the filter; their shortcuts work in the matrix only."""
        return list(self._actions)

    def show_subject(self, subject: Subject) -> None:
        """Bring a row or a team into view, whatever filters or folds are in its way, and select it."""
        if self.reveal((subject,)) and self._session.selection[:1] != (subject,):
            self._session.select(subject, team=self.view.hand.team if subject_parts(subject)[0] != "team" else None)

    def reveal(self, subjects: Iterable[Subject]) -> bool:
        """Bring the first of these that has a place here into view, whatever is in its way; False where none has."""
        return any(self._reveal(*subject_parts(subject)) for subject in subjects)

    def _reveal(self, kind: str, identifier: str) -> bool:
        state = self.view.state
        if kind == "responsibility":
            return self._reveal_row(state.place_of.get(RowId(identifier)))
        if kind == "service":
            rows = state.organization.responsibilities
            return self._reveal_row(next((at for at, row in enumerate(rows) if row.service == identifier), None))
        column = state.columns.place_of.get(TeamId(identifier)) if kind == "team" else None
        if column is None:
            return False
        across, _ = state.layout.scroll_to(self.view.port, 0, column)
        self.view.horizontalScrollBar().setValue(across)
        return True

    def _reveal_row(self, place: int | None) -> bool:
        state = self.view.state
        if place is None:
            return False
        if place not in state.layout.group_of_row:
            self.tools.clear()
        state.set_collapsed(key_of(state.row(place)), collapsed=False)
        self.view.refresh()
        self.view.reveal(Place(state.layout.line_of_row[place], self._column_kept()))
        return True

    def _column_kept(self) -> int:
        return self.view.hand.column(self.view.state) if self.view.hand.team else NAME_COLUMN

    def _connect(self) -> None:
        self.tools.filter_changed.connect(self.view.set_filter)
        self.tools.row_wanted.connect(self._edit(lambda edits: edits.add_row()))
        self.tools.team_wanted.connect(self._edit(lambda edits: edits.add_team()))
        self.tools.field.left.connect(self.view.setFocus)
        self.view.opened.connect(self.opened)
        self.view.escaped.connect(self._clear_filter)
        self.view.shape_changed.connect(self._show_shape)
        self.view.hand_changed.connect(self._show_hand)
        self.view.menu_asked.connect(self._show_menu)

    def _make_actions(self) -> tuple[QAction, ...]:
        here = Qt.ShortcutContext.WidgetShortcut
        self._on_cell = [
            *(self._letters_action(each) for each in ("A", "R", "C", "I")),
            self._action(
                "A with R: answers for it and does the work", ["Shift+R"], self._edit(lambda edits: edits.toggle_work())
            ),
            self._action("Clear letter", ["Del", "Backspace"], self._edit(lambda edits: edits.clear())),
            self._action("Remove team", ["Ctrl+Shift+Del"], self._edit(lambda edits: edits.remove_team())),
        ]
        self._on_row = [
            self._action("Rename row…", ["F2"], self._edit(lambda edits: edits.rename_row())),
            self._action("Remove row", ["Ctrl+Del"], self._edit(lambda edits: edits.remove_row())),
            self._action("Open in Inspector", ["Return", "Enter"], self.view.open_hand),
        ]
        around = [
            self._action("New row…", ["Ctrl+Shift+R"], self._edit(lambda edits: edits.add_row())),
            self._action("New team…", ["Ctrl+Shift+T"], self._edit(lambda edits: edits.add_team())),
            self._action("Filter rows", ["Ctrl+F"], self._focus_filter),
        ]
        for action in (*self._on_cell, *self._on_row):
            action.setShortcutContext(here)
            self.view.addAction(action)
        for action in around:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        return *self._on_cell, *self._on_row, *around

    def _letters_action(self, letters: Letters) -> QAction:
        return self._action(
            f"{letters}: {PHRASES[letters]}", [letters], self._edit(lambda edits: edits.set_letters(letters))
        )

    def _edit(self, gesture: Callable[[MatrixEdits], None]) -> Callable[[], None]:
        return lambda: gesture(self.edits)

    def _action(self, text: str, keys: list[str], act: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked: act())
        return action

    def _show_menu(self, point: QPoint) -> None:
        self.edits.show_menu(point)

    def _focus_filter(self) -> None:
        self.tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.field.selectAll()

    def _clear_filter(self) -> None:
        if not self.tools.filter.is_open:
            self.tools.clear()

    def _show_shape(self) -> None:
        state = self.view.state
        self.tools.show_choices(state.organization, ((column.team, column.name) for column in state.columns.teams))
        if state.layout.lines:
            if self._empty:
                self._empty.hide()
            return
        self._empty = self._empty or self._make_empty()
        if not state.organization.responsibilities:
            self._empty.say("No rows yet.", "A row is one thing that somebody has to do.", "Row…")
        else:
            hidden = f"{state.hidden:,} are hidden." if state.hidden != 1 else "1 is hidden."
            self._empty.say("No row matches.", hidden, "Clear filter")
        self._empty.show()
        self._place_empty()

    def _make_empty(self) -> EmptyState:
        from ui.empty_state import EmptyState

        made = EmptyState(self.view.theme, self.view.viewport())
        made.pressed.connect(self._mend_emptiness)
        return made

    def _show_hand(self) -> None:
        self.tools.show_troubles(self.view.state.troubles)
        has_cell, has_line = self.view.cell() is not None, self.view.shown_hand()[0] is not None
        for action in self._on_cell:
            action.setEnabled(has_cell)
        for action in self._on_row:
            action.setEnabled(has_line)

    def _mend_emptiness(self) -> None:
        if self.view.state.organization.responsibilities:
            self.tools.clear()
            self.view.setFocus()
        else:
            self.edits.add_row()

    def _place_empty(self) -> None:
        size = self.view.viewport().size()
        if self._empty:
            self._empty.setGeometry(0, HEADER_HEIGHT, size.width(), size.height() - HEADER_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_empty()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_empty()
