"""A block of the matrix as text for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.model import Organization, RowId, TeamId
from orgmodel.spreadsheet.cells import tab_separated


def copied(
    organization: Organization, rows: Sequence[RowId], teams: Sequence[TeamId], *, with_names: bool = False
) -> str:
    """The letters of some rows and teams, tab-separated; `with_names` with the teams above and the rows before them.

    What is not there any more is left out of the block.
    """
    there = [organization.row_by_id[row] for row in rows if row in organization.row_by_id]
    lines = [[row.raci.get(team, "") for team in teams] for row in there]
    if not with_names:
        return tab_separated(lines)
    head = ["Responsibility", *(organization.team_name(team) for team in teams)]
    return tab_separated([head, *([row.name, *line] for row, line in zip(there, lines, strict=True))])
