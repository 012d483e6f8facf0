"""The matrix as CSV that a spreadsheet opens as it is: one line for each row, a column for each team."""

from __future__ import annotations

import csv
from io import StringIO

from orgmodel.exchange.tables import matrix_tables, teams_of
from orgmodel.model import Organization

FIXED_COLUMNS = ("Service", "Layer", "Responsibility", "Area")

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def matrix_csv(organization: Organization) -> bytes:
    """UTF-8 with a byte order mark, which is how spreadsheets know it; lines end as RFC 4180 has them.

    Every team has a column, those that are named and not defined too.
    """
    tables = matrix_tables(organization)
    teams = tuple(dict.fromkeys((*(team.id for team in organization.teams), *teams_of(tables, organization))))
    text = StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow([*FIXED_COLUMNS, *(as_data(organization.team_name(team)) for team in teams)])
    for table in tables:
        service = as_data(table.service.name) if table.service else ""
        layer = as_data(table.layer.name) if table.layer else ""
        for row in table.rows:
            area = organization.area_by_id.get(row.area) if row.area else None
            letters = [row.raci.get(team, "") for team in teams]
            lines.writerow([service, layer, as_data(row.name), as_data(area.name) if area else "", *letters])
    return text.getvalue().encode("utf-8-sig")


def as_data(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: an apostrophe before what starts like one."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
