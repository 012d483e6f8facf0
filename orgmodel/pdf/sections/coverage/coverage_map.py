"""Coverage of layers and areas: a field for each, with its counts and patterns; below, what nobody does and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.diagram.heat_map import layers_and_areas, services_and_layers
from orgmodel.model import Responsibility
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, height_of, said
from orgmodel.pdf.pages.book import Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.pages.headings import heading
from orgmodel.pdf.pages.table import GAP, Cell, Column, Row, spread, table_blocks
from orgmodel.pdf.sections.coverage.fields import map_blocks
from orgmodel.pdf.style import INK, INK2, Sheet
from orgmodel.pdf.type.cut_names import cut_name
from orgmodel.sentences import counted

SECTION_NAME: Final = "Coverage of layers and areas"
KEY: Final = "coverage"
_STATES: Final = {
    "nobody": "nobody does it",
    "nobody answers": "nobody answers",
    "missing owner": "owner missing",
}
_MARK: Final = 5.4
_WHOLE: Final = 110.0
"""A map that is no higher stands on one page."""
_OPEN: Final = frozenset(_STATES)


def coverage_map(matter: Matter) -> list[Leaf]:
    sheet = matter.portrait if matter.order.turned == "portrait" else matter.landscape
    organization = matter.organization
    if not organization.responsibilities:
        return flowed(SECTION_NAME, KEY, sheet, "", [], empty="No rows yet, so there is nothing to cover.")
    total = matter.total
    rows = counted(total.rows, "responsibility", "responsibilities")
    owners = f"{total.owned:,} with an owner, {total.rows - total.owned:,} without, {total.shared:,} with two or more"
    lead = f"{rows}: {owners}."
    high, low = (
        flowed(SECTION_NAME, KEY, sheet, lead, [*_maps(matter, sheet, is_low=is_low), *_open_blocks(matter, sheet)])
        for is_low in (False, True)
    )
    return low if len(low) < len(high) else high


def _maps(matter: Matter, sheet: Sheet, *, is_low: bool) -> Iterator[Block]:
    organization = matter.organization
    yield heading("Layers and areas", sheet, holds=40)
    yield from map_blocks(matter, sheet, layers_and_areas(organization), "Layer", is_low=is_low)
    if len(organization.services) > 1:
        blocks = [*map_blocks(matter, sheet, services_and_layers(organization), "Service", is_low=is_low)]
        whole = height_of(blocks)
        yield heading("Services and layers", sheet, holds=whole if whole < _WHOLE else 40)
        yield from blocks


def _open_blocks(matter: Matter, sheet: Sheet) -> Iterator[Block]:
    """What has no owner, in the order of the file, each with the page of the matrix that has it."""
    rows = [row for row in matter.organization.responsibilities if matter.verdict(row) in _OPEN]
    yield heading("What nobody does", sheet, holds=16)
    if not rows:
        yield said("Every responsibility has an owner.", sheet)
        return
    columns = [Column("Responsibility"), Column("Layer and area")]
    columns += [Column("Service", sheet.measure * 0.17)] if len(matter.organization.services) > 1 else []
    columns += [Column("Why", 32.0), Column("Matrix", 16.0, "right")]
    shown = spread(columns, sheet.measure)
    yield from table_blocks(shown, [_line(matter, row, shown) for row in rows], names=matter.names)


def _line(matter: Matter, row: Responsibility, columns: Sequence[Column]) -> Row:
    organization = matter.organization
    layer = organization.layer_by_id.get(row.layer) if row.layer else None
    area = organization.area_by_id.get(row.area) if row.area else None
    service = organization.service_by_id.get(row.service) if row.service else None
    title = layer.title if layer else row.layer or "no layer"
    said = {
        "Responsibility": (row.name, "responsibility", _MARK),
        "Layer and area": (f"{title}, {area.name if area else row.area or 'no area'}", "layer and area", 0.0),
        "Service": (service.name if service else row.service or "–", "service", 0.0),
    }
    cells = []
    for column in columns:
        if column.title in said:
            text, kind, mark = said[column.title]
            shown = cut_name(matter.names, text, kind, column.width - GAP - mark)
            cells.append(Cell(shown, colour=INK if mark else INK2))
    cells[0] = cells[0]._replace(mark="nobody")
    return Row((*cells, Cell(_STATES[matter.verdict(row)]), _page(row)))


def _page(row: Responsibility) -> Cell:
    key = f"matrix:{row.subject}"
    return Cell("–", colour=INK2, page=key, link=key)
