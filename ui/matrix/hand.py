"""The cell in hand: what the keys act on, kept by what it is rather than by where it stands."""

from __future__ import annotations

from orgmodel.model import RowId, Subject, TeamId, subject, subject_parts
from ui.matrix.layout import NAME_COLUMN, GroupKey
from ui.matrix.navigation import Place, first_cell
from ui.matrix.state import MatrixState


class CellInHand:
    """A row or a group, and the team whose column it is in; None for the name."""

    def __init__(self) -> None:
        self.thing: RowId | GroupKey | None = None
        self.team: TeamId | None = None

    def hold(self, state: MatrixState, place: Place) -> None:
        """Take the cell at a place; on a group's line the column is kept, to come back to it below."""
        group = state.layout.group_at(place.line)
        self.thing = group.key if group else state.row(state.layout.lines[place.line]).id
        self.team = None if place.column == NAME_COLUMN else state.columns.teams[place.column].team

    def hold_selection(self, selection: tuple[Subject, ...], team: TeamId | None) -> None:
        """Take what was selected elsewhere, where the matrix has a place for it."""
        kind, identifier = subject_parts(selection[0]) if selection else ("", "")
        if kind == "responsibility":
            self.thing, self.team = RowId(identifier), team
        elif kind == "team":
            self.thing, self.team = None, TeamId(identifier)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What is selected while this is in hand."""
        if isinstance(self.thing, GroupKey):
            service, layer = self.thing
            named = subject("layer", layer) if layer else subject("service", service) if service else None
            return (named,) if named else ()
        if self.thing is not None:
            return (subject("responsibility", self.thing),)
        return (subject("team", self.team),) if self.team else ()

    def place(self, state: MatrixState) -> Place | None:
        """Where it stands now; a row that is folded away stands at its group, one that is hidden nowhere."""
        layout = state.layout
        if isinstance(self.thing, GroupKey):
            line = layout.line_of_group.get(self.thing)
        else:
            row = state.place_of.get(self.thing) if self.thing is not None else None
            line = layout.line_for(row) if row is not None else None
        return None if line is None else Place(line, self.column(state))

    def column(self, state: MatrixState) -> int:
        return state.columns.place_of.get(self.team, NAME_COLUMN) if self.team else NAME_COLUMN

    def start(self, state: MatrixState) -> Place | None:
        """Where the keys begin: here, else at the first cell."""
        return self.place(state) or first_cell(state.layout)
