"""The Matrix lens: the tool strip over the matrix, and what the window may ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSizeF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orgmodel.model import RowId, Subject, TeamId, subject_parts
from orgmodel.model.value import changed
from ui.lens import LensTable
from ui.matrix.arranging import without_letters
from ui.matrix.columns import FROZEN_WIDTH, NAME_COLUMN
from ui.matrix.grouping import keying
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT
from ui.matrix.menu_actions import MatrixActions
from ui.matrix.navigation import Place
from ui.matrix.sentences import FACT_HINTS, GROUP_HINT, HEAD_HINT, KEY_HINT
from ui.matrix.shape import PLAIN, MatrixShape
from ui.matrix.tools import MatrixTools
from ui.matrix.view import MatrixView
from ui.session import Session
from ui.theme import Theme
from ui.translation import tr

if TYPE_CHECKING:
    from ui.matrix.edits import MatrixEdits
    from ui.matrix.emptiness import MatrixEmptiness
    from ui.matrix.scene import Drop


class MatrixLens(QWidget):
    """Every row of the organisation, who answers for it, does it, is asked, is told; all of it edited in place."""

    name = "Matrix"
    repeated_head = float(HEADER_HEIGHT)

    opened = Signal()
    """What is selected is to be opened in the Inspector."""
    key_hint_changed = Signal()
    """Other keys may go on with what is in hand."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._empty: MatrixEmptiness | None = None
        self.tools = MatrixTools(theme, self)
        self.view = MatrixView(session, theme, self)
        self.gestures = MatrixActions(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self._show_shape()
        self._show_hand()

    @property
    def key_hint(self) -> str:
        """The keys that what is in hand takes."""
        fact = self.view.fact_in_hand()
        if fact:
            return tr(FACT_HINTS[fact])
        if self.view.head_in_hand():
            return tr(HEAD_HINT)
        return tr(GROUP_HINT) if self.view.group_in_hand() else tr(KEY_HINT)

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
        """Edits of cells, then of rows, teams, services and layers, then the filter; their shortcuts work here only."""
        return self.gestures.every()

    # What the window asks of every lens.

    def find(self) -> None:  # type: ignore[override]  # Qt's own, which nobody calls, finds widgets by number
        """Put the keyboard into the filter."""
        self.tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.field.selectAll()

    def zoom(self, step: int) -> None:
        self.view.zoom(step)

    @property
    def column_edges(self) -> tuple[float, ...]:
        """Where the names end, and then each team and fact."""
        from ui.matrix.area_width import area_width

        columns = self.view.state.columns
        wide = changed(columns, area_width=area_width(self.view.state))
        return (float(FROZEN_WIDTH), *(float(wide.x_of(at) + wide.width_of(at)) for at in range(wide.last + 1)))

    def extent(self) -> QSizeF:
        return QSizeF(self.column_edges[-1], HEADER_HEIGHT + self.view.state.layout.height)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        from ui.matrix.picture import draw_all

        draw_all(painter, self.view.state, self.view.findings, theme)

    def table(self) -> LensTable:
        from ui.matrix.lens_table import table_of

        return table_of(self.view.state)

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
        return kind == "team" and self._reveal_team(TeamId(identifier))

    def _reveal_team(self, team: TeamId) -> bool:
        state = self.view.state
        if team in state.shape.hidden_teams:
            self.set_shape(changed(state.shape, hidden_teams=state.shape.hidden_teams - {team}))
        column = state.columns.place_of.get(team)
        if column is None:
            return False
        across, _ = state.layout.scroll_to(self.view.port, 0, column)
        self.view.horizontalScrollBar().setValue(across)
        return True

    def _reveal_row(self, place: int | None) -> bool:
        state = self.view.state
        if place is None:
            return False
        if state.layout.line_for(place) is None:
            self.tools.clear()
        key = keying(state.organization, state.shape.grouping)(state.row(place))
        if state.set_collapsed(key, collapsed=False):
            self.view.refresh()
        self.view.reveal(Place(state.layout.line_of_row[place], self._column_kept()))
        return True

    def _column_kept(self) -> int:
        return self.view.hand.column(self.view.state) if self.view.hand.team else NAME_COLUMN

    # How it is arranged.

    def set_shape(self, shape: MatrixShape) -> None:
        """Sort, group and hide columns; what is in hand stays in view."""
        self.view.set_shape(shape)
        place = self.view.hand.place(self.view.state)
        if place and self.view.shown_hand()[0] is not None:
            self.view.reveal(place)

    def hide_columns(self) -> None:
        """Leave out the columns of the selected teams, until every column is shown again."""
        shape = self.view.state.shape
        self.set_shape(changed(shape, hidden_teams=shape.hidden_teams | frozenset(self.view.team_ids())))

    def hide_bare(self) -> None:
        """Leave out the teams that have no letter on the rows that are shown."""
        state = self.view.state
        shown = (place for group in state.layout.groups for place in group.rows) if state.layout.groups else None
        lettered = {team for place in shown or state.layout.lines for team in state.row(place).raci}
        self.set_shape(changed(state.shape, hidden_teams=without_letters(
            tuple(state.columns.by_team.values()), lettered)))  # fmt: skip

    def show_plain(self) -> None:
        """Back to the file's order, every column and 100 %."""
        self.view.zoom(0)
        self.set_shape(PLAIN)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_everything(self) -> None:
        """The usual order, every column and every row."""
        self.tools.clear()
        self.show_plain()

    def _connect(self) -> None:
        self.tools.filter_changed.connect(self.view.set_filter)
        self.tools.row_wanted.connect(self._edit(lambda edits: edits.rows.add()))
        self.tools.team_wanted.connect(self._edit(lambda edits: edits.teams.add()))
        self.tools.field.left.connect(self.view.setFocus)
        self.tools.arrange.shape_chosen.connect(self.set_shape)
        self.tools.arrange.bare_wanted.connect(self.hide_bare)
        self.tools.plain_wanted.connect(self.show_plain)
        view = self.view
        view.opened.connect(self.opened)
        view.escaped.connect(self._clear_filter)
        view.shape_changed.connect(self._show_shape)
        view.hand_changed.connect(self._show_hand)
        view.hand_changed.connect(self.key_hint_changed)
        view.menu_asked.connect(self._show_menu)
        view.arranging_asked.connect(lambda point: self.tools.arrange.open(view.viewport().mapToGlobal(point)))
        view.changing_asked.connect(self._edit(lambda edits: edits.facts.change()))
        view.renaming_asked.connect(self._edit(lambda edits: edits.teams.rename()))
        view.rows_dropped.connect(self._drop_rows)
        view.team_dropped.connect(self._drop_team)

    def _edit(self, gesture: Callable[[MatrixEdits], object]) -> Callable[[], object]:
        """A gesture that makes the edits when it is first made."""
        return lambda: gesture(self.edits)

    def _drop_rows(self, drop: Drop) -> None:
        self.edits.rows.drop(drop)

    def _drop_team(self, drop: Drop) -> None:
        self.edits.teams.drop(drop)

    def _show_menu(self, point: QPoint) -> None:
        menu = self.gestures.menu(self.gestures.place_in_hand())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(point))

    def _clear_filter(self) -> None:
        if not self.tools.filter.is_open:
            self.tools.clear()

    def _show_shape(self) -> None:
        state = self.view.state
        every = tuple(state.columns.by_team.values())
        self.tools.arrange.show_shape(state.shape, every, self.view.zoom_factor)
        self.tools.show_choices(state.organization, ((column.team, column.name) for column in every))
        if state.layout.shown:
            if self._empty:
                self._empty.hide()
            return
        self._empty = self._empty or self._make_empty()
        self._empty.say_why(state)
        self._empty.show()
        self._place_empty()

    def _make_empty(self) -> MatrixEmptiness:
        from ui.matrix.emptiness import MatrixEmptiness

        made = MatrixEmptiness(self.view.theme, self.view.viewport())
        made.pressed.connect(self._mend_emptiness)
        made.row_wanted.connect(self._edit(lambda edits: edits.rows.add()))
        return made

    def _show_hand(self) -> None:
        self.tools.show_troubles(self.view.state.troubles)
        self.gestures.follow_hand()

    def _mend_emptiness(self) -> None:
        if self.view.state.organization.responsibilities:
            self.tools.clear()
            self.view.setFocus()
        else:
            self.edits.add_service()

    def _place_empty(self) -> None:
        size, state = self.view.viewport().size(), self.view.state
        if self._empty:
            head = round((HEADER_HEIGHT + len(state.layout.lines) * LINE_HEIGHT) * self.view.zoom_factor)
            top = min(head, size.height() // 2)
            self._empty.setGeometry(0, top, size.width(), size.height() - top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_empty()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_empty()
