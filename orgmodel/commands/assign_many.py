"""Many letters at once: one walk over the rows, however many cells are set."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.assign import AssignTeam, row_of
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Raci, RowId
from orgmodel.model.value import changed, value


@value
class AssignTeams:
    """Set many cells of the matrix as one step; where one of them is refused, none is set."""

    title: str
    cells: tuple[AssignTeam, ...]

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return self.title

    def apply(self, document: Document) -> Document:
        organization = document.organization
        after: dict[RowId, Raci] = {}
        for cell in self.cells:
            row = row_of(document, cell.row)
            if cell.letters and cell.team not in organization.team_by_id:
                raise CommandRefused(f"There is no team “{cell.team}” to assign “{row.name}” to.")
            after[cell.row] = after.get(cell.row, row.raci).with_letters(cell.team, cell.letters)
        rows = names.mapped(
            organization.responsibilities,
            lambda row: changed(row, raci=after[row.id]) if after.get(row.id, row.raci) != row.raci else row,
        )
        return document.with_organization(organization.copy_with(responsibilities=rows))
