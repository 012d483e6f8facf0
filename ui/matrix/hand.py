"""The cell in hand: what the keys act on, kept by what it is rather than by where it stands."""

from __future__ import annotations

from orgmodel.model import RowId, Subject, TeamId, subject, subject_parts
from ui.matrix.columns import NAME_COLUMN, NAME_KEY, ColumnKey, team_key, team_of
from ui.matrix.grouping import GroupKey
from ui.matrix.navigation import HEAD_LINE, Place, first_cell
from ui.matrix.state import MatrixState


class CellInHand:
    """A row or a group, and the column it is in; the head of a team's column where there is no row and no group."""

    def __init__(self) -> None:
        self.thing: RowId | GroupKey | None = None
        self.key: ColumnKey = NAME_KEY

    @property
    def team(self) -> TeamId | None:
        """The team whose column it is; None for the name and the facts."""
        return team_of(self.key)

    def hold(self, state: MatrixState, place: Place) -> None:
        """Take the cell at a place; on a group's line the column is kept, to come back to it below."""
        self.key = state.columns.key_at(place.column)
        if place.line == HEAD_LINE:
            self.thing = None
            return
        group = state.layout.group_at(place.line)
        self.thing = group.key if group else state.row(state.layout.lines[place.line]).id

    def hold_selection(self, selection: tuple[Subject, ...], team: TeamId | None) -> None:
        """Take what was selected elsewhere, where the matrix has a place for it."""
        kind, identifier = subject_parts(selection[0]) if selection else ("", "")
        if kind == "responsibility":
            self.thing, self.key = RowId(identifier), team_key(team) if team else NAME_KEY
        elif kind == "team":
            self.thing, self.key = None, team_key(TeamId(identifier))

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What is selected while this is in hand."""
        if isinstance(self.thing, GroupKey):
            return self._group_subjects(self.thing)
        if self.thing is not None:
            return (subject("responsibility", self.thing),)
        return (subject("team", self.team),) if self.team else ()

    def _group_subjects(self, key: GroupKey) -> tuple[Subject, ...]:
        named = (("layer", key.layer), ("service", key.service), ("area", key.area))
        return tuple(subject(kind, identifier) for kind, identifier in named if identifier)[:1]

    def place(self, state: MatrixState) -> Place | None:
        """Where it stands now; a row that is folded away stands at its group, one that is hidden nowhere."""
        layout = state.layout
        if isinstance(self.thing, GroupKey):
            line = layout.line_of_group.get(self.thing)
        else:
            row = state.place_of.get(self.thing) if self.thing is not None else None
            line = layout.line_for(row) if row is not None else None
        return None if line is None else Place(line, self.column(state))

    def head(self, state: MatrixState) -> Place | None:
        """The place of the head of a team's column, where that is in hand."""
        column = self.column(state)
        return Place(HEAD_LINE, column) if self.thing is None and column != NAME_COLUMN else None

    def column(self, state: MatrixState) -> int:
        return state.columns.place_of_key.get(self.key, NAME_COLUMN)

    def start(self, state: MatrixState) -> Place | None:
        """Where the keys begin: here, else at the first cell."""
        return self.place(state) or self.head(state) or first_cell(state.layout)
