"""A block of the matrix as text for a spreadsheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from orgmodel.model import Organization, RowId, TeamId
from orgmodel.spreadsheet.cells import tab_separated
from orgmodel.spreadsheet.named import folded


def copied(
    organization: Organization, rows: Sequence[RowId], teams: Sequence[TeamId], *, with_names: bool = False
) -> str:
    """The letters of some rows and teams, tab-separated; `with_names` with the teams above and the rows before them.

    A column of services stands before the rows where one of their names is that of another row too. What is not there
    any more is left out.
    """
    there = [organization.row_by_id[row] for row in rows if row in organization.row_by_id]
    lines = [[row.raci.get(team, "") for team in teams] for row in there]
    if not with_names:
        return tab_separated(lines)
    names = [[row.name] for row in there]
    head = ["Responsibility", *(organization.team_name(team) for team in teams)]
    alike = Counter(folded(row.name) for row in organization.responsibilities)
    if any(alike[folded(row.name)] > 1 for row in there):
        services = {service.id: service.name for service in organization.services}
        names = [[services.get(row.service, "") if row.service else "", row.name] for row in there]
        head = ["Service", *head]
    return tab_separated([head, *([*name, *line] for name, line in zip(names, lines, strict=True))])
