"""The support chain: drawn where it fits, and every escalation as a row below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from orgmodel.diagram.chain import chain_diagram, paper_measures
from orgmodel.diagram.shapes import ChainDiagram, TextRole
from orgmodel.diagram.signs import rows_with_signs
from orgmodel.model import Escalation, ServiceId, Subject, TeamId
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.sections.chain.drawing import LEAST_SCALE, TEXTS, draw_chain, extent, note_names
from orgmodel.pdf.sections.chain.rows import Rows, draw_rows, missing, rows_of, said_of
from orgmodel.pdf.style import INK2, POINT, SUBTITLE, TITLE_WIDE, Sheet, landscape
from orgmodel.pdf.type.typesetting import fitted, width_of
from orgmodel.sentences import capital, counted, listed

SECTION_NAME: Final = "Support chain"
EMPTY: Final = "No page goes anywhere yet. The file names no escalation."
_SHARE: Final = 112 / 210
"""How much of the height of its paper a picture with rows below it takes at most."""
_ABOVE_ROWS: Final = 3.0
MOST_ON_PAGE: Final = 12
MOST_ON_A3: Final = 20
"""With so many teams the chain is tried as one picture on the paper asked for, and on A3."""
MOST_PICTURES: Final = 24
"""So many chains of services are drawn, those that lose a page first; the rows below have every escalation."""


class _Picture(NamedTuple):
    """A diagram on the sheet that is large enough for it, and the rows below it: all of its escalations, or none."""

    diagram: ChainDiagram
    sheet: Sheet
    scale: float
    said: str
    rows: Rows | None = None

    @property
    def escalations(self) -> list[Escalation]:
        """The escalations in the picture, in the order of the file."""
        return [arrow.escalation for arrow in self.diagram.arrows if arrow.escalation is not None]

    @property
    def height(self) -> float:
        return extent(self.diagram).height * POINT * self.scale


def chain(matter: Matter) -> list[Leaf]:
    marks = (("chain", SECTION_NAME, 0),)
    if not matter.organization.escalations:
        return flowed(SECTION_NAME, "chain", matter.landscape, "", [], empty=EMPTY)
    pictures = list(_pictures(matter))
    leaves: list[Leaf] = []
    printed: set[Subject] = set()
    for picture in pictures:
        note_names(matter.names, picture.diagram, picture.scale)
        printed.update(row.said.key for row in (picture.rows.rows if picture.rows else ()))
        leaves.append(Leaf(SECTION_NAME, picture.sheet, partial(_draw, matter, picture, is_first=not leaves)))
    sheet = matter.landscape
    said = [*(said_of(matter, each) for each in matter.organization.escalations), *missing(matter)]
    rest = rows_of(matter, [each for each in said if each.key not in printed], sheet.measure)
    told = _told(matter, pictures) if printed or not pictures else "Every escalation."
    while rest.rows:
        taken, rest = rest.parted(sheet.bottom - _top(sheet))
        leaves.append(Leaf(SECTION_NAME, sheet, partial(_draw_list, matter, taken, told, is_first=not leaves)))
        told = f"{told.split('.')[0]}, continued."
    leaves[0] = leaves[0]._replace(bookmarks=marks)
    return leaves


def _told(matter: Matter, pictures: list[_Picture]) -> str:
    """What the list is of, and which chains had no picture."""
    if not pictures:
        return "Too wide to be drawn on one page; here is every escalation."
    left_out = len(_alike(matter)) - len(pictures) if len(pictures) > 1 else 0
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
    for services in _alike(matter)[:MOST_PICTURES]:
        picture = _picture(matter, services[0], 0)
        if picture is not None:
            names = listed([organization.service_by_id[service].name for service in services], 4)
            yield picture._replace(said=f"{names}: {picture.said}")


def _picture(matter: Matter, service: ServiceId | None, count: int) -> _Picture | None:
    """On the paper that was asked for, else on A3; None where the type would become too small to read."""
    wide = landscape("A3")
    for sheet in (matter.landscape, wide) if count <= MOST_ON_PAGE else (wide,):
        room = sheet.bottom - _top(sheet)
        share = sheet.height * _SHARE
        picture = _drawn(matter, service, sheet, share)
        rows = _rows_below(matter, service, picture)
        for height, below in ((min(share, room - _ABOVE_ROWS - rows.height), rows), (room - 4, None)):
            picture = _drawn(matter, service, sheet, height) if height > 0 else picture._replace(scale=0.0)
            if picture.scale >= LEAST_SCALE:
                return picture._replace(rows=below)
    return None


def _drawn(matter: Matter, service: ServiceId | None, sheet: Sheet, height: float) -> _Picture:
    """A picture in a height, in millimetres; its scale may be too small to read."""
    wide, high = sheet.measure / POINT, height / POINT
    measures = paper_measures(_measured, wide, high)
    diagram = chain_diagram(matter.organization, matter.report, matter.document.arrangement, measures, service=service)
    own = extent(diagram)
    return _Picture(diagram, sheet, min(1.0, wide / own.width, high / own.height), str(diagram.totals))


def _rows_below(matter: Matter, service: ServiceId | None, picture: _Picture) -> Rows:
    idle = [card.team.id for card in picture.diagram.cards if not card.answers + card.does] if service else []
    idle = [team for team in idle if matter.kind_of(team) != "governance"]
    said = [said_of(matter, each, of_service=service is not None, idle=idle) for each in picture.escalations]
    said += missing(matter, service)
    return rows_of(matter, said, picture.sheet.measure)


def _measured(role: TextRole, text: str) -> float:
    return width_of(text, TEXTS[role]) / POINT


def _alike(matter: Matter) -> list[list[ServiceId]]:
    """Services with one and the same chain and the same signs on it; those that lose a page come first."""
    organization = matter.organization
    signed = rows_with_signs(organization, matter.report.findings)
    groups: dict[object, list[ServiceId]] = {}
    doers: dict[ServiceId, set[TeamId]] = {service.id: set() for service in organization.services}
    for row in organization.responsibilities:
        if row.service in doers:
            doers[row.service].update((*row.raci.accountable, *row.raci.doers))
    for service in organization.services:
        taken = tuple(each.subject for each in organization.escalations if each.covers(None, service.id))
        chain = taken, frozenset(doers[service.id]), service.team, signed.get(service.id)
        groups.setdefault(chain, []).append(service.id)
    critical = {service.id: service.criticality or 5 for service in organization.services}
    losing = {row.service for rows in matter.missing_ways.values() for row in rows}
    urgency = {service: (service not in losing, critical[service]) for service in critical}
    return sorted(groups.values(), key=lambda services: min(urgency[service] for service in services))


def _top(sheet: Sheet) -> float:
    return sheet.top + TITLE_WIDE.leading + 3.4


def _draw_title(pen: Pen, said: str, *, is_first: bool = True) -> None:
    sheet = pen.sheet
    end = sheet.left + pen.title(SECTION_NAME, TITLE_WIDE, is_first=is_first)
    base = sheet.top + TITLE_WIDE.rise
    if said:
        room = sheet.right - end - 5
        pen.piece("P", end + 5, base, "".join(fitted(said, SUBTITLE, room, 1).lines), SUBTITLE, INK2)


def _draw(matter: Matter, picture: _Picture, pen: Pen, _: Folio, *, is_first: bool) -> None:
    _draw_title(pen, f"How a page travels from the first alert to the fix. {picture.said}.", is_first=is_first)
    top = _top(pen.sheet)
    box = (pen.sheet.left, top, extent(picture.diagram).width * POINT * picture.scale, picture.height)
    with pen.tag("Figure", alt=_in_words(picture), box=box):
        draw_chain(pen, picture.diagram, pen.sheet.left, top, picture.scale)
    if picture.rows:
        draw_rows(matter, pen, top + picture.height + _ABOVE_ROWS, picture.rows)


def _in_words(picture: _Picture) -> str:
    """What the picture shows, for those who listen; the rows say the same of each escalation, in full."""
    diagram = picture.diagram
    escalations, lost = len(picture.escalations), sum(arrow.is_lost for arrow in diagram.arrows)
    parts = [counted(len(diagram.cards), "team"), counted(escalations, "escalation")]
    parts += [counted(lost, "way on which a page is lost", "ways on which a page is lost")] if lost else []
    parts += [f"{counted(len(each.names), 'responsibility', 'responsibilities')} of nobody" for each in diagram.nobody]
    teams = listed([card.team.name for card in diagram.cards], 12)
    return f"{capital(picture.said)}: {', '.join(parts)}. The teams: {teams}."


def _draw_list(matter: Matter, rows: Rows, said: str, pen: Pen, _: Folio, *, is_first: bool) -> None:
    _draw_title(pen, said, is_first=is_first)
    draw_rows(matter, pen, _top(pen.sheet), rows)
