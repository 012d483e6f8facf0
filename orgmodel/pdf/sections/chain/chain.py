"""The support chain: drawn where it fits, and every escalation as a row below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from orgmodel.diagram.chain import chain_diagram, paper_measures
from orgmodel.diagram.shapes import ChainDiagram, TextRole
from orgmodel.model import Escalation, Organization, ServiceId, Subject, TeamId
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.sections.chain.drawing import LEAST_SCALE, TEXTS, draw_chain, extent, note_names
from orgmodel.pdf.sections.chain.rows import ROWS_HEAD, Row, draw_rows, fitting, missing_rows, row_of
from orgmodel.pdf.style import INK2, LEAD, POINT, SUBTITLE, TITLE_WIDE, Sheet, landscape
from orgmodel.pdf.type.typesetting import fitted, width_of
from orgmodel.sentences import capital, counted, listed

SECTION_NAME: Final = "Support chain"
_HEIGHT: Final = 112.0
MOST_ON_PAGE: Final = 12
MOST_ON_A3: Final = 20
"""With so many teams the chain is tried as one picture on the paper asked for, and on A3."""
MOST_PICTURES: Final = 24
"""So many chains of services are drawn, the most critical first; the rows below have every escalation."""


class _Picture(NamedTuple):
    """A diagram on the sheet that is large enough for it."""

    diagram: ChainDiagram
    sheet: Sheet
    scale: float
    said: str
    is_of_services: bool = False

    @property
    def escalations(self) -> list[Escalation]:
        """The escalations in the picture, in the order of the file."""
        return [arrow.escalation for arrow in self.diagram.arrows if arrow.escalation is not None]

    @property
    def height(self) -> float:
        return extent(self.diagram)[1] * POINT * self.scale


def chain(matter: Matter) -> list[Leaf]:
    marks = (("chain", SECTION_NAME, 0),)
    if not matter.organization.escalations:
        return [Leaf(SECTION_NAME, matter.landscape, _draw_empty, bookmarks=marks)]
    pictures = list(_pictures(matter))
    leaves: list[Leaf] = []
    printed: set[Subject] = set()
    for large in pictures:
        own = [row_of(matter, each, large.sheet.measure, of_service=large.is_of_services) for each in large.escalations]
        own += [] if large.is_of_services else missing_rows(matter, large.sheet.measure)
        picture, below = _with_rows(large, own)
        note_names(matter.names, picture.diagram, picture.scale)
        printed.update(row.key for row in below)
        draw = partial(_draw, matter, picture, below, is_first=not leaves)
        leaves.append(Leaf(SECTION_NAME, picture.sheet, draw))
    measure = matter.landscape.measure
    rows = [row_of(matter, each, measure) for each in matter.organization.escalations]
    rows = [row for row in (*rows, *missing_rows(matter, measure)) if row.key not in printed]
    told = _told(matter, pictures) if printed or not pictures else "Every escalation."
    while rows:
        taken, rows = fitting(rows, matter.landscape.bottom - _top(matter.landscape) - ROWS_HEAD, least=1)
        draw = partial(_draw_list, matter, taken, told, is_first=not leaves)
        leaves.append(Leaf(SECTION_NAME, matter.landscape, draw))
        told = "Further escalations, continued."
    leaves[0] = leaves[0]._replace(bookmarks=marks)
    return leaves


def _with_rows(picture: _Picture, rows: list[Row]) -> tuple[_Picture, tuple[Row, ...]]:
    """The picture, a little smaller where that lets all its rows stand below it, and the rows that do."""
    room = picture.sheet.bottom - _top(picture.sheet) - 3 - ROWS_HEAD
    scale = (room - sum(row.height for row in rows)) / picture.height * picture.scale
    if LEAST_SCALE <= scale < picture.scale:
        picture = picture._replace(scale=scale)
    return picture, fitting(rows, room - picture.height)[0]


def _told(matter: Matter, pictures: list[_Picture]) -> str:
    """What the list is of, and which chains had no picture."""
    if not pictures:
        return "Too wide to be drawn on one page; here is every escalation."
    left_out = len(_alike(matter.organization)) - len(pictures) if pictures[0].is_of_services else 0
    if left_out:
        return f"Further escalations. {counted(left_out, 'chain is', 'chains are')} not drawn; these rows have them."
    return "Further escalations."


def _pictures(matter: Matter) -> Iterator[_Picture]:
    """One picture of everything where it fits on a page, else one for each group of services with the same chain."""
    organization = matter.organization
    count = sum(team.status != "archived" for team in organization.teams)
    whole = _picture(matter, None, count) if count <= MOST_ON_A3 else None
    if whole:
        yield whole
        return
    for services in _alike(organization)[:MOST_PICTURES]:
        picture = _picture(matter, services[0], 0)
        if picture is not None:
            names = listed([organization.service_by_id[service].name for service in services], 4)
            yield picture._replace(said=f"{names}: {picture.said}", is_of_services=True)


def _picture(matter: Matter, service: ServiceId | None, count: int) -> _Picture | None:
    """On the paper that was asked for, else on A3; None where the type would become too small to read."""
    wide = landscape("A3")
    tries = ((matter.landscape, _HEIGHT), (matter.landscape, None), (wide, None))
    for sheet, most in tries if count <= MOST_ON_PAGE else tries[2:]:
        room = most or sheet.bottom - _top(sheet) - 4
        measures = paper_measures(_measured, sheet.measure / POINT, room / POINT)
        diagram = chain_diagram(
            matter.organization, matter.report, matter.document.arrangement, measures, service=service
        )
        width, height = extent(diagram)
        scale = min(1.0, sheet.measure / POINT / width, room / POINT / height)
        if scale >= LEAST_SCALE:
            return _Picture(diagram, sheet, scale, str(diagram.totals))
    return None


def _measured(role: TextRole, text: str) -> float:
    return width_of(text, TEXTS[role]) / POINT


def _alike(organization: Organization) -> list[list[ServiceId]]:
    """Services whose pages take the same escalations and end at the same teams."""
    groups: dict[object, list[ServiceId]] = {}
    doers: dict[ServiceId, set[TeamId]] = {service.id: set() for service in organization.services}
    for row in organization.responsibilities:
        if row.service in doers:
            doers[row.service].update((*row.raci.accountable, *row.raci.doers))
    for service in organization.services:
        taken = tuple(each.subject for each in organization.escalations if each.covers(None, service.id))
        groups.setdefault((taken, frozenset(doers[service.id]), service.team), []).append(service.id)
    critical = {service.id: service.criticality or 5 for service in organization.services}
    return sorted(groups.values(), key=lambda services: min(critical[service] for service in services))


def _top(sheet: Sheet) -> float:
    return sheet.top + TITLE_WIDE.leading + 3.4


def _draw_empty(pen: Pen, _: Folio) -> None:
    _draw_title(pen, "")
    pen.piece(
        "P",
        pen.sheet.left,
        _top(pen.sheet) + LEAD.rise,
        "No page goes anywhere yet. The file names no escalation.",
        LEAD,
        INK2,
    )


def _draw_title(pen: Pen, said: str, *, is_first: bool = True) -> None:
    sheet = pen.sheet
    end = sheet.left + pen.title(SECTION_NAME, TITLE_WIDE, is_first=is_first)
    base = sheet.top + TITLE_WIDE.rise
    if said:
        room = sheet.right - end - 5
        pen.piece("P", end + 5, base, "".join(fitted(said, SUBTITLE, room, 1).lines), SUBTITLE, INK2)


def _draw(matter: Matter, picture: _Picture, rows: Sequence[Row], pen: Pen, _: Folio, *, is_first: bool) -> None:
    _draw_title(pen, f"How a page travels from the first alert to the fix. {picture.said}.", is_first=is_first)
    top = _top(pen.sheet)
    box = (pen.sheet.left, top, extent(picture.diagram)[0] * POINT * picture.scale, picture.height)
    with pen.tag("Figure", alt=_in_words(picture), box=box):
        draw_chain(pen, picture.diagram, pen.sheet.left, top, picture.scale)
    if rows:
        draw_rows(matter, pen, top + picture.height + 3, rows)


def _in_words(picture: _Picture) -> str:
    """What the picture shows, for those who listen; the rows say the same of each escalation, in full."""
    diagram = picture.diagram
    escalations, lost = len(picture.escalations), sum(arrow.is_lost for arrow in diagram.arrows)
    parts = [counted(len(diagram.cards), "team"), counted(escalations, "escalation")]
    parts += [counted(lost, "way on which a page is lost", "ways on which a page is lost")] if lost else []
    parts += [f"{counted(len(each.names), 'responsibility', 'responsibilities')} of nobody" for each in diagram.nobody]
    teams = listed([card.team.name for card in diagram.cards], 12)
    return f"{capital(picture.said)}: {', '.join(parts)}. The teams: {teams}."


def _draw_list(matter: Matter, rows: Sequence[Row], said: str, pen: Pen, _: Folio, *, is_first: bool) -> None:
    _draw_title(pen, said, is_first=is_first)
    draw_rows(matter, pen, _top(pen.sheet), rows)
