"""The support chain: drawn where it fits, and every escalation as a row below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from orgmodel.diagram.chain import chain_diagram, minutes_text, paper_measures
from orgmodel.diagram.shapes import ChainDiagram, TextRole
from orgmodel.model import ALERT, Escalation, Organization, ServiceId, Subject, Team, TeamId, subject
from orgmodel.pdf.book import Folio, Leaf
from orgmodel.pdf.chain_drawing import LEAST_SCALE, TEXTS, draw_chain, extent, note_names
from orgmodel.pdf.marks import draw_kind, draw_mark, draw_undefined
from orgmodel.pdf.matter import Matter, Way
from orgmodel.pdf.pen import Pen
from orgmodel.pdf.style import (
    ERROR,
    HAIRLINE,
    HEAD_RULE,
    HEADER,
    HEADER_BOLD,
    INK,
    INK2,
    INK3,
    LEAD,
    LINE,
    POINT,
    SMALL_BOLD,
    SUBTITLE,
    TITLE_WIDE,
    Sheet,
    landscape,
)
from orgmodel.pdf.typesetting import fitted, width_of
from orgmodel.sentences import counted, listed

SECTION_NAME: Final = "Support chain"
_HEIGHT: Final = 112.0
_LINE: Final = 3.6
_PADDING: Final = 2.0
_HEAD: Final = 7.4
MOST_ON_PAGE: Final = 12
MOST_ON_A3: Final = 20
"""With so many teams the chain is tried as one picture on the paper asked for, and on A3."""
MOST_PICTURES: Final = 24
"""So many chains of services are drawn, the most critical first; the rows below have every escalation."""


class _Row(NamedTuple):
    """An escalation in print, its cells in lines."""

    key: Subject
    way: Way
    source: tuple[str, ...]
    target: tuple[str, ...]
    after: str
    when: tuple[str, ...]
    covers: tuple[str, ...]
    fate: tuple[str, ...]
    is_lost: bool

    @property
    def height(self) -> float:
        most = max(len(self.source), len(self.target), len(self.when), len(self.covers), len(self.fate), 1)
        return most * _LINE + _PADDING


class _Picture(NamedTuple):
    """A diagram on the sheet that is large enough for it."""

    diagram: ChainDiagram
    sheet: Sheet
    scale: float
    said: str
    is_of_services: bool = False

    @property
    def ways(self) -> list[Escalation]:
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
        own = [_row(matter, way, large.sheet.measure, of_service=large.is_of_services) for way in large.ways]
        own += [] if large.is_of_services else _missing_rows(matter, large.sheet.measure)
        picture, below = _with_rows(large, own)
        note_names(matter.names, picture.diagram, picture.scale)
        printed.update(row.key for row in below)
        leaves.append(Leaf(SECTION_NAME, picture.sheet, partial(_draw, matter, picture, below)))
    measure = matter.landscape.measure
    rows = [_row(matter, way, measure) for way in matter.organization.escalations]
    rows = [row for row in (*rows, *_missing_rows(matter, measure)) if row.key not in printed]
    told = _told(matter, pictures) if printed or not pictures else "Every escalation."
    while rows:
        taken, rows = _fitting(rows, matter.landscape.bottom - _top(matter.landscape) - _HEAD, least=1)
        leaves.append(Leaf(SECTION_NAME, matter.landscape, partial(_draw_list, matter, taken, told)))
        told = "Further escalations, continued."
    leaves[0] = leaves[0]._replace(bookmarks=marks)
    return leaves


def _with_rows(picture: _Picture, rows: list[_Row]) -> tuple[_Picture, tuple[_Row, ...]]:
    """The picture, a little smaller where that lets all its rows stand below it, and the rows that do."""
    room = picture.sheet.bottom - _top(picture.sheet) - 3 - _HEAD
    scale = (room - sum(row.height for row in rows)) / picture.height * picture.scale
    if LEAST_SCALE <= scale < picture.scale:
        picture = picture._replace(scale=scale)
    return picture, _fitting(rows, room - picture.height)[0]


def _told(matter: Matter, pictures: list[_Picture]) -> str:
    """What the list is of, and which chains had no picture."""
    if not pictures:
        return "Too wide to be drawn on one page; here is every escalation."
    left_out = len(_alike(matter.organization)) - len(pictures) if pictures[0].is_of_services else 0
    if left_out:
        return f"Further escalations. {counted(left_out, 'chain is', 'chains are')} not drawn; these rows have them."
    return "Further escalations."


def _fitting(rows: list[_Row], room: float, least: int = 0) -> tuple[tuple[_Row, ...], list[_Row]]:
    """The rows that go into a height, and the others; a single one is not left over."""
    count = 0
    for row in rows:
        room -= row.height
        if room < 0:
            break
        count += 1
    if count < len(rows):
        count = min(count, len(rows) - 2) if len(rows) > 2 else 0
    count = max(count, least)
    return tuple(rows[:count]), rows[count:]


# pictures


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
    """Services whose pages take the same ways and end at the same teams."""
    groups: dict[object, list[ServiceId]] = {}
    doers: dict[ServiceId, set[TeamId]] = {service.id: set() for service in organization.services}
    for row in organization.responsibilities:
        if row.service in doers:
            doers[row.service].update((*row.raci.accountable, *row.raci.doers))
    for service in organization.services:
        ways = tuple(way.subject for way in organization.escalations if way.covers(None, service.id))
        groups.setdefault((ways, frozenset(doers[service.id]), service.team), []).append(service.id)
    critical = {service.id: service.criticality or 5 for service in organization.services}
    return sorted(groups.values(), key=lambda services: min(critical[service] for service in services))


# rows


def _row(matter: Matter, way: Escalation, measure: float, *, of_service: bool = False) -> _Row:
    """One escalation; on the page of a service, which services take it is not said again."""
    organization = matter.organization
    covers = [organization.layer_by_id[layer].title for layer in way.layers if layer in organization.layer_by_id]
    services = () if of_service else way.services
    covers += [organization.service_by_id[one].name for one in services if one in organization.service_by_id]
    entry = "every page enters here" if way.source == ALERT and not way.when else ""
    after = minutes_text(way.after) or ("at once" if way.source == ALERT else "unknown")
    fate, is_lost = _fate(matter, way)
    texts = (after, way.when or entry or "–", ", ".join(covers) or "every page", fate)
    return _fitted(matter, way.subject, (way.source, way.target), texts, measure, is_lost=is_lost)


def _missing_rows(matter: Matter, measure: float) -> list[_Row]:
    """Handovers that nothing in the file provides, and without which a page is lost."""
    rows = []
    for way in matter.missing_ways:
        texts = ("–", "missing: nothing hands the page on", "–", "lost: it never gets there")
        key = subject("missing", f"{way[0]}->{way[1]}")
        rows.append(_fitted(matter, key, way, texts, measure, is_lost=True))
    return rows


def _fitted(
    matter: Matter, key: Subject, way: Way, texts: tuple[str, str, str, str], measure: float, *, is_lost: bool
) -> _Row:
    names, wide = matter.names, _widths(measure)
    source, target = ("Alert" if team == ALERT else matter.organization.team_name(team) for team in way)
    after, when, covers, fate = texts
    return _Row(
        key,
        way,
        names.fit(source, "team", HEADER, wide[0] - 7, 3),
        names.fit(target, "team", HEADER, wide[1] - 7, 3),
        after,
        names.fit(when, "condition", HEADER, wide[3] - 8, 6),
        names.fit(covers, "layers and services", HEADER, wide[4] - 3, 6),
        fitted(fate, HEADER_BOLD if is_lost else HEADER, wide[5] - (6 if is_lost else 0), 4).lines,
        is_lost,
    )


def _fate(matter: Matter, way: Escalation) -> tuple[str, bool]:
    """What becomes of a page on this way, as far as it can be told."""
    if not way.carries_pages:
        return "not handed over: the team is told", False
    reason = matter.lost_ways.get((way.source, way.target))
    if reason:
        return f"lost: {reason}", True
    hours = matter.on_call(way.target)
    if hours is None:
        return "unknown: no hours are given", False
    return ("kept" if hours == "24x7" else f"kept {hours}"), False


def _widths(measure: float) -> tuple[float, float, float, float, float, float]:
    """From, to, after, when, for, the page is; in millimetres."""
    fixed = (50.0, 50.0, 18.0, 0.0, 54.0, 46.0)
    return (*fixed[:3], measure - sum(fixed), *fixed[4:])


# drawing


def _top(sheet: Sheet) -> float:
    return sheet.top + TITLE_WIDE.leading + 3.4


def _draw_empty(pen: Pen, _: Folio) -> None:
    _draw_title(pen, "")
    pen.text(
        pen.sheet.left,
        _top(pen.sheet) + LEAD.rise,
        "No page goes anywhere yet. The file names no escalation.",
        LEAD,
        INK2,
    )


def _draw_title(pen: Pen, said: str) -> None:
    sheet = pen.sheet
    base = sheet.top + TITLE_WIDE.rise
    end = sheet.left + pen.text(sheet.left, base, SECTION_NAME, TITLE_WIDE)
    if said:
        room = sheet.right - end - 5
        pen.text(end + 5, base, "".join(fitted(said, SUBTITLE, room, 1).lines), SUBTITLE, INK2)


def _draw(matter: Matter, picture: _Picture, rows: Sequence[_Row], pen: Pen, _: Folio) -> None:
    _draw_title(pen, f"How a page travels from the first alert to the fix. {picture.said}.")
    top = _top(pen.sheet)
    draw_chain(pen, picture.diagram, pen.sheet.left, top, picture.scale)
    if rows:
        _draw_rows(matter, pen, top + picture.height + 3, rows)


def _draw_list(matter: Matter, rows: Sequence[_Row], said: str, pen: Pen, _: Folio) -> None:
    _draw_title(pen, said)
    _draw_rows(matter, pen, _top(pen.sheet), rows)


def _draw_rows(matter: Matter, pen: Pen, y: float, rows: Iterable[_Row]) -> None:
    sheet = pen.sheet
    wide = _widths(sheet.measure)
    starts = [sheet.left + sum(wide[:place]) for place in range(6)]
    base = y + 3.4
    for place, word in enumerate(("From", "To", "After", "When", "For", "The page is")):
        if place == 2:
            pen.text(starts[3], base, word, SMALL_BOLD, INK, align="right")
        else:
            pen.text(starts[place] + (6 if place == 3 else 0), base, word, SMALL_BOLD)
    y += 4.7
    pen.rule(sheet.left, y, sheet.right, HEAD_RULE)
    for row in rows:
        _draw_row(matter, pen, y, row, starts)
        y += row.height
        pen.rule(sheet.left, y, sheet.right, HAIRLINE, LINE)


def _draw_row(matter: Matter, pen: Pen, y: float, row: _Row, starts: list[float]) -> None:
    teams = matter.organization.team_by_id
    base = y + _PADDING / 2 + 2.75
    if row.way[0] == ALERT:
        pen.text(starts[0], base, "Alert", HEADER_BOLD)
    else:
        _draw_team(pen, starts[0], base, teams.get(row.way[0]), row.source)
    _draw_team(pen, starts[1], base, teams.get(row.way[1]), row.target)
    known = row.after != "unknown"
    pen.text(starts[3], base, row.after, HEADER_BOLD if known else HEADER, INK if known else INK3, align="right")
    _draw_lines(pen, starts[3] + 6, base, row.when, INK)
    _draw_lines(pen, starts[4], base, row.covers, INK)
    x = starts[5]
    if row.is_lost:
        draw_mark(pen, "page-lost", x, base - 3.3, 4.4)
        for number, line in enumerate(row.fate):
            pen.text(x + 6, base + number * _LINE, line, HEADER_BOLD, ERROR)
    else:
        _draw_lines(pen, x, base, row.fate, INK2)


def _draw_team(pen: Pen, x: float, base: float, team: Team | None, lines: tuple[str, ...]) -> None:
    if team is not None:
        draw_kind(pen, team.kind, x, base - 3.2, 4.2)
    else:
        draw_undefined(pen, x, base - 3.2, 4.2)
    _draw_lines(pen, x + 6, base, lines, INK)


def _draw_lines(pen: Pen, x: float, base: float, lines: tuple[str, ...], colour: str) -> None:
    for number, line in enumerate(lines):
        pen.text(x, base + number * _LINE, line, HEADER, colour)
