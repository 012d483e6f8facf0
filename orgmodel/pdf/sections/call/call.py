"""Whom to call: the paths of pages, each told once for a service, and for every responsibility its owner and path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from orgmodel.model import Responsibility
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, air, height_of, said
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.columns import in_columns
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.pages.headings import heading, titled
from orgmodel.pdf.pages.table import Cell, Row, table_blocks
from orgmodel.pdf.sections.call.desk import Desk
from orgmodel.pdf.sections.call.lead import lead_said, note_said
from orgmodel.pdf.style import BODY_BOLD, Sheet
from orgmodel.pdf.type.typesetting import Names

SECTION_NAME: Final = "Who do I call"
_EMPTY: Final = "No responsibilities yet, so there is nothing to be called for."
_OVER_ROWS: Final = 4.0
_SPARE: Final = 2.5
"""How much nearer to the foot this section may come: its marks are explained in one line."""
_OVER_NOTE: Final = 1.0
_WIDEST_PAGE: Final = "page 1,000"
"""What the page of the chain takes at most before pages have numbers."""


def call(matter: Matter) -> list[Leaf]:
    sheet = matter.sheet
    if not matter.organization.responsibilities:
        return flowed(SECTION_NAME, "call", sheet, "", [], empty=_EMPTY)
    desk = Desk(matter)
    blocks: list[Block] = [_note(desk, matter)]
    teams = list(desk.team_rows())
    if teams:
        blocks += [heading("Who is there", sheet), *table_blocks(desk.team_columns, teams, names=matter.names)]
    for key, title, rows in _services(matter):
        matter.names.note(title)
        service = [*_service(desk, rows, key, sheet, matter.names)]
        blocks += titled(title, sheet, service, key=key, level=1, aside=desk.pages(rows))
    return flowed(SECTION_NAME, "call", sheet, lead_said(matter, desk.fates()), blocks, spare=_SPARE)


def _note(desk: Desk, matter: Matter) -> Block:
    """What the words mean, with the page of the chain where that is printed."""
    sheet, has_chain = matter.sheet, "chain" in matter.order.printed
    height = said(note_said(desk.zone, _WIDEST_PAGE if has_chain else ""), sheet).height

    def draw(pen: Pen, top: float, folio: Folio) -> None:
        page = folio.page_of.get("chain")
        said(note_said(desk.zone, f"page {page}" if page else ""), sheet).draw(pen, top, folio)

    return Block(height + _OVER_NOTE, lambda pen, top, folio: draw(pen, top + _OVER_NOTE, folio))


def _service(desk: Desk, rows: list[Responsibility], key: str, sheet: Sheet, names: Names) -> Iterator[Block]:
    """The routes that most pages of a service take come first; the responsibilities stand by name.

    All of it is on one page where a page can hold it: whoever looks for one thing at night turns no leaf.
    """
    route_of = {row.id: desk.route(row) for row in rows}
    routes = [route for route, _ in Counter(route_of.values()).most_common()]
    number_of = {route: number for number, route in enumerate(routes, start=1)}
    table = [Row((Cell(str(number), BODY_BOLD), *route)) for route, number in number_of.items()]
    first, *others = table_blocks(desk.route_columns, table, names=names)
    columns = desk.columns_of(rows)
    told = [desk.row(row, number_of[route_of[row.id]], key, columns) for row in rows]
    below = in_columns(columns, told, sheet.measure, desk.beside, names=names)
    yield first._replace(holds=height_of(others) + _OVER_ROWS + height_of(below))
    yield from others
    yield air(_OVER_ROWS)
    yield from below


def _services(matter: Matter) -> Iterator[tuple[str, str, list[Responsibility]]]:
    """The services by name with their rows by name, a key and a title for each; rows of none come last."""
    organization = matter.organization
    rows_of: dict[str | None, list[Responsibility]] = {}
    for row in organization.responsibilities:
        rows_of.setdefault(row.service, []).append(row)
    names: dict[str, str] = {service.id: service.name for service in organization.services}
    titles: dict[str | None, str] = {
        each: names.get(each, each) if each else "The organisation as a whole" for each in rows_of
    }
    if list(rows_of) == [None]:
        titles[None] = "Every responsibility"
    for each in sorted(rows_of, key=lambda each: (each is None, titles[each].casefold(), each or "")):
        rows = sorted(rows_of[each], key=lambda row: (row.name.casefold(), row.id))
        yield f"call:{each or ''}", titles[each], rows
