"""What is in hand in the matrix and what is selected with it, here and everywhere."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from orgmodel.model import Responsibility, RowId, Subject, TeamId, subject
from ui.matrix.columns import NAME_COLUMN, Fact, TeamColumn
from ui.matrix.grouping import Group
from ui.matrix.layout import HEADER_HEIGHT
from ui.matrix.navigation import HEAD_LINE, Place
from ui.matrix.selection import (
    NO_CELLS,
    Block,
    CellSelection,
    Whole,
    added,
    begun,
    everything,
    extended,
    rows_in_order,
    selected_letters,
    selected_teams,
)
from ui.matrix.surface import MatrixSurface
from ui.session import Session
from ui.theme import Theme


class ChoosingMatrix(MatrixSurface):
    """Tells what is in hand, takes other things in hand, and keeps in step with what is selected elsewhere."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._drawn: object = None
        session.selection_changed.connect(self._follow_selection)

    # What is in hand.

    def cell(self) -> tuple[Responsibility, TeamColumn] | None:
        """The row and the team of the cell in hand; None where that is a name, a fact, a group, or nothing."""
        row, (_, column) = self.row_in_hand(), self.shown_hand()
        if row is None or column is None or not 0 <= column < len(self.state.columns.teams):
            return None
        return row, self.state.columns.teams[column]

    def fact_in_hand(self) -> Fact | None:
        """The fact whose cell is in hand."""
        row, (_, column) = self.row_in_hand(), self.shown_hand()
        return None if row is None or column is None else self.state.columns.fact_at(column)

    def row_in_hand(self) -> Responsibility | None:
        line, _ = self.shown_hand()
        return self.state.row_on(line) if line is not None else None

    def group_in_hand(self) -> Group | None:
        line, _ = self.shown_hand()
        return self.state.layout.group_at(line) if line is not None else None

    def team_in_hand(self) -> TeamColumn | None:
        """The team whose column, its head included, is in hand."""
        _, column = self.shown_hand()
        teams = self.state.columns.teams
        return teams[column] if column is not None and 0 <= column < len(teams) else None

    def head_in_hand(self) -> TeamColumn | None:
        """The team whose head is in hand."""
        return self.team_in_hand() if self.shown_hand()[0] is None else None

    def rect_in_hand(self) -> QRect:
        """Where the cell in hand is in the viewport; empty where there is none."""
        line, column = self.shown_hand()
        if line is None or column is None:
            return QRect()
        return self.on_screen(QRect(*self.state.layout.cell_box(self.port, line, column)))

    # What is selected together.

    def letter_cells(self) -> list[tuple[RowId, TeamId]]:
        """The cells that letters go to: those selected together, else the one in hand."""
        if self.chosen.blocks and self.session.selection == self.told:
            return list(selected_letters(self.state, self.chosen))
        cell = self.cell()
        return [(cell[0].id, cell[1].team)] if cell else []

    def row_ids(self) -> tuple[RowId, ...]:
        """The rows in which cells are selected, else the one in hand."""
        if self.chosen.blocks and self.chosen.whole != "columns" and self.session.selection == self.told:
            return tuple(rows_in_order(self.state, self.chosen))
        row = self.row_in_hand()
        return (row.id,) if row else ()

    def team_ids(self) -> tuple[TeamId, ...]:
        """The teams in whose columns cells are selected, else the one in hand."""
        if self.chosen.blocks and self.chosen.whole != "rows" and self.session.selection == self.told:
            return tuple(selected_teams(self.state, self.chosen))
        team = self.team_in_hand()
        return (team.team,) if team else ()

    def go(self, place: Place) -> None:
        """Take a cell in hand alone, select it everywhere and bring it into view."""
        self.hand.hold(self.state, place)
        self._choose(NO_CELLS, place)

    def extend_to(self, place: Place, whole: Whole | None = None) -> None:
        """Select everything between the anchor and a place, which is in hand from now on."""
        start = self.hand.start(self.state)
        if start is None:
            return
        chosen = self.chosen if whole is None else CellSelection(self.chosen.blocks, self.chosen.anchor, whole)
        chosen = extended(self.state, chosen, start, place)
        self.hand.hold(self.state, place)
        self._choose(chosen, place)

    def add(self, place: Place, whole: Whole = "") -> None:
        """Select one more cell, row or column beside what is selected."""
        chosen = added(self.state, self.chosen, self.hand.place(self.state), place, whole)
        self.hand.hold(self.state, place)
        self._choose(chosen, place)

    def choose_whole(self, place: Place, whole: Whole) -> None:
        """Select a whole row or column."""
        self.hand.hold(self.state, place)
        self._choose(begun(self.state, place, whole), place)

    def choose_block(self, block: Block) -> None:
        """Select some rows of some columns; what is in hand stays."""
        self._choose(CellSelection((block,)), None)

    def choose_everything(self) -> None:
        start = self.hand.start(self.state)
        if start:
            self._choose(everything(self.state, start), None)

    def choose_rows(self) -> None:
        """Select the whole rows of what is in hand."""
        place = self.hand.place(self.state)
        if place and self.state.row_on(place.line):
            self.extend_to(place, "rows")

    def choose_columns(self) -> None:
        """Select the whole columns of what is in hand."""
        place = self.hand.place(self.state) or self.hand.head(self.state)
        if place and place.column != NAME_COLUMN:
            self.extend_to(place, "columns")

    def _choose(self, chosen: CellSelection, place: Place | None) -> None:
        self.chosen = chosen
        if place:
            self.reveal(place)
        subjects, cells = self._spoken()
        self.told = subjects
        is_cell = not chosen.blocks and isinstance(self.hand.thing, str)
        self.session.select(*subjects, team=self.hand.team if is_cell else None, cells=cells)
        self._show_hand()

    def _spoken(self) -> tuple[tuple[Subject, ...], int]:
        """What is selected everywhere, the one in hand first, and how many cells that are, where there are several."""
        chosen = self.chosen
        if not chosen.blocks:
            return self.hand.subjects, 0
        if chosen.whole == "columns":
            named: list[str] = [*selected_teams(self.state, chosen)]
            first: str | None = self.hand.team
            kind = "team"
        else:
            named = [*rows_in_order(self.state, chosen)]
            first, kind = self.hand.thing if isinstance(self.hand.thing, str) else None, "responsibility"
        if first in named:
            named.remove(first)
            named.insert(0, first)
        cells = 0 if chosen.whole == "rows" else chosen.count
        return tuple(subject(kind, each) for each in named), cells

    def reveal(self, place: Place) -> None:
        port = self.port
        x, y = self.state.layout.scroll_to(port, max(0, place.line), place.column)
        self.horizontalScrollBar().setValue(x)
        if place.line != HEAD_LINE:
            self.verticalScrollBar().setValue(y)

    # In step with the session.

    def _follow_selection(self) -> None:
        """Take in hand what was selected elsewhere, where the matrix shows it."""
        selection, team = self.session.selection, self.session.team
        if self.chosen.blocks and selection != self.told:
            self.chosen = NO_CELLS
        if not self.chosen.blocks and (selection[:1], team) != (self.hand.subjects[:1], self.hand.team):
            self.hand.hold_selection(selection, team)
            place = self.hand.place(self.state)
            if place and self.shown_hand()[0] is not None:
                self.reveal(place)
        self._show_hand()

    def _show_hand(self) -> None:
        line, column = self.shown_hand()
        before, self._drawn = self._drawn, (line, column, self.chosen, self.hand.thing)
        if before == self._drawn:
            return
        old = before if isinstance(before, tuple) else (None, None, NO_CELLS, None)
        if old[2] is not self.chosen:
            self.viewport().update()
        for each in (old[0], line):
            if each is not None:
                self.repaint_line(each)
        if old[1] != column or (old[0] is None) != (line is None):
            self.viewport().update(self.on_screen(QRect(0, 0, self.port.width, HEADER_HEIGHT)))
        self.hand_changed.emit()
