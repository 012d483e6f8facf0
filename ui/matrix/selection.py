"""The cells that are selected together: blocks of rows and columns, kept by what they are of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from orgmodel.model import RowId, TeamId
from orgmodel.model.value import changed, value
from ui.matrix.columns import ColumnKey, Fact, team_of
from ui.matrix.navigation import HEAD_LINE, Place
from ui.matrix.state import MatrixState

Whole = Literal["", "rows", "columns"]
"""Whether what is selected reaches over whole rows, over whole columns, or over neither."""


@value
class Block:
    """Every cell in which one of the rows meets one of the columns."""

    rows: frozenset[RowId]
    columns: frozenset[ColumnKey]


@value
class CellSelection:
    """Blocks that may lie over each other; the last one grows from the anchor. No block: only the cell in hand."""

    blocks: tuple[Block, ...] = ()
    anchor: tuple[RowId | None, ColumnKey] | None = None
    whole: Whole = ""

    @property
    def rows(self) -> frozenset[RowId]:
        return frozenset().union(*(block.rows for block in self.blocks))

    @property
    def columns(self) -> frozenset[ColumnKey]:
        return frozenset().union(*(block.columns for block in self.blocks))

    def columns_of(self, row: RowId) -> frozenset[ColumnKey]:
        """The columns in which cells of a row are selected."""
        found = [block.columns for block in self.blocks if row in block.rows]
        return found[0] if len(found) == 1 else frozenset().union(*found)

    @property
    def count(self) -> int:
        """How many cells there are, names among them."""
        if len(self.blocks) == 1:
            return len(self.blocks[0].rows) * len(self.blocks[0].columns)
        return sum(len(self.columns_of(row)) for row in self.rows)

    def without_missing(self, state: MatrixState) -> CellSelection:
        """What of it is still there, after rows and columns may have gone."""
        if not self.blocks:
            return self
        columns = frozenset(state.columns.place_of_key)
        left = tuple(
            Block(frozenset(filter(state.place_of.__contains__, block.rows)), block.columns & columns)
            for block in self.blocks
        )
        return changed(self, blocks=tuple(block for block in left if block.rows and block.columns))


NO_CELLS: Final = CellSelection()


def anchor_at(state: MatrixState, place: Place) -> tuple[RowId | None, ColumnKey]:
    row = state.row_on(place.line) if place.line != HEAD_LINE else None
    return row.id if row else None, state.columns.key_at(place.column)


def extended(state: MatrixState, chosen: CellSelection, start: Place, end: Place) -> CellSelection:
    """The last block, from the anchor, else from `start`, to `end`; group lines between them are passed over."""
    anchor = chosen.anchor or anchor_at(state, start)
    row, key = anchor
    column = state.columns.place_of_key.get(key, start.column)
    place = state.place_of.get(row) if row is not None else None
    line = state.layout.line_for(place) if place is not None else None
    block = _block(state, Place(start.line if line is None else line, column), end, chosen.whole)
    return CellSelection((*chosen.blocks[:-1], block), anchor, chosen.whole)


def added(state: MatrixState, chosen: CellSelection, hand: Place | None, place: Place, whole: Whole) -> CellSelection:
    """With one more cell, row or column, which the next block grows from; what was in hand alone stays selected."""
    blocks = chosen.blocks
    if not blocks and hand and hand.line != HEAD_LINE and state.row_on(hand.line):
        blocks = (_block(state, hand, hand, ""),)
    return CellSelection((*blocks, _block(state, place, place, whole)), anchor_at(state, place), whole)


def begun(state: MatrixState, place: Place, whole: Whole) -> CellSelection:
    """A whole row or column, which grows from there."""
    return CellSelection((_block(state, place, place, whole),), anchor_at(state, place), whole)


def everything(state: MatrixState, hand: Place) -> CellSelection:
    """Every letter that there is room for: all teams on all rows that are shown."""
    rows = frozenset(state.row(place).id for place in state.layout.lines if place >= 0)
    teams = frozenset(state.columns.keys[: len(state.columns.teams)])
    return CellSelection((Block(rows, teams),), anchor_at(state, hand), "")


def _block(state: MatrixState, one: Place, other: Place, whole: Whole) -> Block:
    lines = state.layout.lines
    top, bottom = sorted((max(0, one.line), max(0, other.line)))
    left, right = sorted((one.column, other.column))
    places = lines if whole == "columns" else lines[top : bottom + 1]
    rows = state.organization.responsibilities
    keys = (
        state.columns.place_of_key
        if whole == "rows"
        else (state.columns.key_at(column) for column in range(left, right + 1))
    )
    return Block(frozenset([rows[place].id for place in places if place >= 0]), frozenset(keys))


def selected_letters(state: MatrixState, chosen: CellSelection) -> Iterator[tuple[RowId, TeamId]]:
    """The selected cells of teams, line by line from the left."""
    teams = [(state.columns.keys[place], column.team) for place, column in enumerate(state.columns.teams)]
    for row in rows_in_order(state, chosen):
        columns = chosen.columns_of(row)
        yield from ((row, team) for key, team in teams if key in columns)


def selected_teams(state: MatrixState, chosen: CellSelection) -> list[TeamId]:
    """The teams in whose columns anything is selected, from the left."""
    return [team for key in state.columns.keys if key in chosen.columns and (team := team_of(key)) is not None]


def selected_facts(state: MatrixState, chosen: CellSelection) -> tuple[Fact, ...]:
    columns = chosen.columns
    return tuple(fact for place, fact in enumerate(state.columns.facts, len(state.columns.teams))
                 if state.columns.keys[place] in columns)  # fmt: skip


def rows_in_order(state: MatrixState, chosen: CellSelection) -> list[RowId]:
    """The rows in which anything is selected, as they stand on screen, then those that are folded or filtered away."""
    wanted = chosen.rows
    rows = state.organization.responsibilities
    shown = [rows[place].id for place in state.layout.lines if place >= 0 and rows[place].id in wanted]
    if len(shown) == len(wanted):
        return shown
    seen = set(shown)
    return [*shown, *(row.id for row in rows if row.id in wanted and row.id not in seen)]
