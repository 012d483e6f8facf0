"""What a paste into the matrix would do: the text of a clipboard becomes a plan with one command."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.commands import AddRows, AddTeam, AssignTeam, Command, Together
from orgmodel.commands.assign_many import AssignTeams
from orgmodel.commands.many import RowPlace
from orgmodel.model import Letters, Organization, Responsibility, RowId, TeamId
from orgmodel.model.value import changed, value
from orgmodel.sentences import counted
from orgmodel.spreadsheet.cells import Cells, cells_in
from orgmodel.spreadsheet.letters import EMPTY, NO_LETTER, letters_of, shape_of, short
from orgmodel.spreadsheet.named import NewRows
from orgmodel.spreadsheet.plan import Left, Pasted, Taken
from orgmodel.spreadsheet.table import TableReader


def pasted(
    organization: Organization,
    text: str,
    rows: Sequence[RowId],
    teams: Sequence[TeamId],
    *,
    selected: Sequence[tuple[RowId, TeamId]] = (),
    to: RowPlace | None = None,
    add_rows: bool = True,
    add_teams: bool = True,
) -> Pasted:
    """The plan for a text; never raises, whatever the text is, and its command is not refused.

    `rows` and `teams` are those in hand and what is shown below and to the right of them, where a block of letters
    goes; one value goes to every `selected` cell. New rows stand after the row in hand, in the service and layer `to`,
    by default its own; a table may name others. Without `add_rows` or `add_teams` unknown names are left out.
    """
    cells = cells_in(text)
    plan = _plan(organization, cells, rows, teams, selected=selected, to=to, add_rows=add_rows, add_teams=add_teams)
    return changed(plan, open_quotes=cells.open_quotes)


def _plan(
    organization: Organization,
    cells: Cells,
    rows: Sequence[RowId],
    teams: Sequence[TeamId],
    *,
    selected: Sequence[tuple[RowId, TeamId]],
    to: RowPlace | None,
    add_rows: bool,
    add_teams: bool,
) -> Pasted:
    shape = shape_of(cells.lines)
    if shape == "letters":
        return _Block(organization, rows, teams, selected).plan(cells)
    if shape == "nothing":
        return Pasted("nothing")
    place, at = _place_of_new(organization, rows, to)
    if shape == "names":
        return _names(organization, cells, place, at, may_add=add_rows)
    read = TableReader(organization, cells.lines, place, may_add_rows=add_rows, may_add_teams=add_teams).read()
    plan = Pasted(
        "table", tuple(read.taken), tuple(read.left), tuple(read.rows.with_letters()), tuple(read.new_teams),
        cells.was_cut,
    )  # fmt: skip
    return _with_command(plan, at)


@value
class _Block:
    """A block of letters and where it is to go."""

    organization: Organization
    rows: Sequence[RowId]
    teams: Sequence[TeamId]
    selected: Sequence[tuple[RowId, TeamId]]

    def plan(self, cells: Cells) -> Pasted:
        taken: dict[tuple[RowId, TeamId], Taken] = {}
        left: list[Left] = []
        is_one = len(cells.lines) == 1 and len(cells.lines[0]) == 1
        rows = self.organization.row_by_id
        for number, line in enumerate(cells.lines):
            for column, cell in enumerate(line):
                letters = letters_of(cell)
                aims = self.selected if is_one and self.selected else self._aim(number, column)
                reason = None if letters or cell in EMPTY else f"“{short(cell)}” {NO_LETTER}"
                reason = reason or self._against(number, aims, letters)
                if reason is None:
                    for row, team in aims:
                        taken[row, team] = Taken(row, team, rows[row].raci.get(team), letters)
                elif cell not in EMPTY:
                    left.append(Left(number + 1, column + 1, cell, reason))
        return _with_command(Pasted("letters", tuple(taken.values()), tuple(left), was_cut=cells.was_cut), None)

    def _aim(self, line: int, column: int) -> Sequence[tuple[RowId, TeamId]]:
        is_there = line < len(self.rows) and column < len(self.teams)
        return ((self.rows[line], self.teams[column]),) if is_there else ()

    def _against(self, line: int, aims: Sequence[tuple[RowId, TeamId]], letters: Letters | None) -> str | None:
        """Why letters cannot go where they are aimed; None where they can."""
        if not aims and not (self.rows and self.teams):
            return "No cell is in hand to paste letters into: choose one first."
        if not aims:
            return "There is no row so far below." if line >= len(self.rows) else "No team stands so far to the right."
        for row, team in aims:
            if row not in self.organization.row_by_id:
                return f"There is no row “{row}” any more."
            if letters is not None and team not in self.organization.team_by_id:
                return f"There is no team “{team}” to give letters to: add it first."
        return None


def _place_of_new(
    organization: Organization, rows: Sequence[RowId], to: RowPlace | None
) -> tuple[RowPlace, int | None]:
    """Under which service and layer new rows go, and before which of all rows."""
    first = organization.row_by_id.get(rows[0]) if rows else None
    service, layer = to if to is not None else (first.service, first.layer) if first is not None else (None, None)
    place = (
        service if service in organization.service_by_id else None,
        layer if layer in organization.layer_by_id else None,
    )
    return place, None if first is None else organization.responsibilities.index(first) + 1


def _names(organization: Organization, cells: Cells, place: RowPlace, at: int | None, *, may_add: bool) -> Pasted:
    new = NewRows(organization)
    left: list[Left] = []
    for number, line in enumerate(cells.lines, 1):
        name = line[0] if line else ""
        if name in EMPTY:
            continue
        reason = new.reason_against(name, place[0], may_add=may_add)
        if reason is None:
            new.add(name, *place)
        else:
            left.append(Left(number, 1, name, reason))
    plan = Pasted("names", left=tuple(left), new_rows=tuple(new.with_letters()), was_cut=cells.was_cut)
    return _with_command(plan, at)


def _with_command(plan: Pasted, at: int | None) -> Pasted:
    new = {row.id for row in plan.new_rows}
    changed_cells = tuple(AssignTeam(cell.row, cell.team, cell.letters) for cell in plan.changes if cell.row not in new)
    parts: list[Command] = [AddTeam(team) for team in plan.new_teams]
    parts += [AddRows(plan.new_rows, at)] if plan.new_rows else []
    parts += [AssignTeams("Paste", changed_cells)] if changed_cells else []
    if not parts:
        return plan
    title = f"Paste {_what(plan.new_rows, len(plan.changes))}"
    return Pasted(
        plan.shape, plan.taken, plan.left, plan.new_rows, plan.new_teams, plan.was_cut, Together(title, tuple(parts))
    )


def _what(rows: tuple[Responsibility, ...], cells: int) -> str:
    parts = [counted(len(rows), "row")] if rows else []
    parts += [counted(cells, "cell")] if cells or not rows else []
    return " with ".join(parts)
