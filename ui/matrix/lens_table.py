"""The matrix as text: for whoever does not see it, and for a spreadsheet."""

from __future__ import annotations

from orgmodel.model import STATE_NAMES, Organization, Responsibility
from ui.lens import LensTable
from ui.matrix.columns import Fact
from ui.matrix.header import FACT_WORDS
from ui.matrix.state import MatrixState
from ui.translation import tr


def table_of(state: MatrixState) -> LensTable:
    """Every row that is shown, folded ones too, in the order on screen, under the columns that are shown."""
    columns, organization = state.columns, state.organization
    head = (
        tr("Row"), tr("Service"), tr("Layer"),
        *(column.name for column in columns.teams), *(tr(FACT_WORDS[fact]) for fact in columns.facts),
    )  # fmt: skip
    groups = state.layout.groups
    places = [place for group in groups for place in group.rows] if groups else list(state.layout.lines)
    rows = []
    for place in places:
        row = state.row(place)
        letters = [""] * len(columns.teams)
        for team, cell in row.raci.items():
            at = columns.place_of.get(team)
            if at is not None:
                letters[at] = cell
        facts = (fact_text(organization, row, fact) for fact in columns.facts)
        rows.append((row.subject, (row.name, *_place(organization, row), *letters, *facts)))
    return LensTable(head, tuple(rows))


def _place(organization: Organization, row: Responsibility) -> tuple[str, str]:
    service = organization.service_by_id.get(row.service) if row.service else None
    layer = organization.layer_by_id.get(row.layer) if row.layer else None
    return service.name if service else "", layer.title if layer else ""


def fact_text(organization: Organization, row: Responsibility, fact: Fact) -> str:
    """What the cell of a fact says, as text."""
    area = organization.area_by_id.get(row.area) if row.area else None
    if fact == "area":
        return area.name if area else ""
    if fact == "paged":
        return {True: tr("yes"), False: tr("no"), None: tr("unknown")}[row.paged]
    if fact == "runbook":
        return row.runbook or ""
    return tr(STATE_NAMES[row.state]).partition(",")[0]
