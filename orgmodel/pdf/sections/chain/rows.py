"""The escalations as rows: what each hands over, when, for which work, and what becomes of the page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import permutations
from typing import Final, NamedTuple

from orgmodel.diagram.chain import minutes_text
from orgmodel.model import ALERT, Escalation, Responsibility, ServiceId, Subject, Team, TeamId, subject
from orgmodel.pdf.drawing.marks import draw_kind, draw_mark, draw_undefined
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter, Way
from orgmodel.pdf.style import ERROR, HAIRLINE, HEAD_RULE, HEADER, HEADER_BOLD, INK, INK2, INK3, LINE, SMALL_BOLD, Type
from orgmodel.pdf.type.typesetting import fitted, width_of
from orgmodel.sentences import counted

_HEADS: Final = ("From", "To", "After", "When", "For", "The page is")
_HEAD: Final = 7.4
"""The height of the rows' heading with what it stands clear of, in millimetres."""
_LINE: Final = 3.6
_PADDING: Final = 2.0
_AFTER: Final = 18.0
_GLYPH: Final = 6.0
"""Before the name of a team, and before what is said of a page that is lost."""
_GAP: Final = 4.0
_LEAST: Final = (50.0, 50.0, 30.0, 30.0, 30.0)
"""What the columns may ask for, by turns, before any of them gets more: from, to, when, for, the page is."""


class Said(NamedTuple):
    """What the row of an escalation says."""

    key: Subject
    way: Way
    source: str
    target: str
    after: str
    when: str
    covers: str
    fate: str
    is_lost: bool = False


class Row(NamedTuple):
    """An escalation in print, its cells in lines."""

    said: Said
    source: tuple[str, ...]
    target: tuple[str, ...]
    when: tuple[str, ...]
    covers: tuple[str, ...]
    fate: tuple[str, ...]

    @property
    def height(self) -> float:
        most = max(len(self.source), len(self.target), len(self.when), len(self.covers), len(self.fate), 1)
        return most * _LINE + _PADDING


class Rows(NamedTuple):
    """Rows under one heading, and the widths of their columns: from, to, after, when, for, the page is."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        return _HEAD + sum(row.height for row in self.rows)

    def parted(self, room: float) -> tuple[Rows, Rows]:
        """As many as go into a height, one at least, and the others; a single one is not left over."""
        count, room = 0, room - _HEAD
        for row in self.rows:
            room -= row.height
            if room < 0:
                break
            count += 1
        if count == len(self.rows) - 1:
            count -= 1
        count = max(count, 1)
        return self._replace(rows=self.rows[:count]), self._replace(rows=self.rows[count:])


def said_of(matter: Matter, escalation: Escalation, *, of_service: bool = False, idle: Collection[TeamId] = ()) -> Said:
    """One escalation; on the page of a service, which services take it is not said again.

    `idle` are teams that get its pages and do nothing for the service.
    """
    organization = matter.organization
    covers = [organization.layer_by_id[layer].title for layer in escalation.layers if layer in organization.layer_by_id]
    services = () if of_service else escalation.services
    covers += [organization.service_by_id[one].name for one in services if one in organization.service_by_id]
    enters = f"{'their pages enter' if covers else 'every page enters'} here"
    entry = enters if escalation.source == ALERT and not escalation.when else ""
    fate, is_lost = _fate(matter, escalation)
    if not is_lost and escalation.target in idle:
        fate += ", by a team without work here"
    return Said(
        escalation.subject,
        (escalation.source, escalation.target),
        organization.team_name(escalation.source),
        organization.team_name(escalation.target),
        minutes_text(escalation.after) or ("at once" if escalation.source == ALERT else "unknown"),
        escalation.when or entry or "–",
        ", ".join(covers) or "every page",
        fate,
        is_lost,
    )


def missing(matter: Matter, service: ServiceId | None = None) -> list[Said]:
    """Handovers without which a page is lost, of everything or of one service: nothing in the file provides them."""
    name = matter.organization.team_name
    there = {(each.source, each.target) for each in matter.organization.escalations}
    ways = {
        way: [row for row in rows if service is None or row.service == service]
        for way, rows in matter.missing_ways.items()
    }
    return [
        Said(
            subject("missing", f"{way[0]}->{way[1]}"),
            way,
            name(way[0]),
            name(way[1]),
            "–",
            "missing: the escalation that is there is for others"
            if way in there
            else "missing: nothing hands the page on",
            _of_whom(matter, rows) if service is None else counted(len(rows), "responsibility", "responsibilities"),
            "lost: it never gets there",
            is_lost=True,
        )
        for way, rows in ways.items()
        if rows
    ]


def _of_whom(matter: Matter, rows: Sequence[Responsibility]) -> str:
    """The services of rows, or the rows themselves where they have none."""
    services = matter.organization.service_by_id
    names = (services[row.service].name if row.service and row.service in services else row.name for row in rows)
    return ", ".join(dict.fromkeys(names))


def rows_of(matter: Matter, said: Sequence[Said], measure: float) -> Rows:
    """In columns as wide as what they say, as far as the measure allows."""
    widths = _widths(said, measure)
    source, target, _, when, covers, fate = widths
    names = matter.names
    rows = tuple(
        Row(
            each,
            names.fit(each.source, "team", HEADER, source - _GLYPH - _GAP + 0.1, 3),
            names.fit(each.target, "team", HEADER, target - _GLYPH - _GAP + 0.1, 3),
            names.fit(each.when, "condition", HEADER, when - _GLYPH - _GAP + 0.1, 6),
            names.fit(each.covers, "layers and services", HEADER, covers - _GAP + 0.1, 6),
            fitted(each.fate, _fate_type(each), fate - _glyph_of(each) + 0.1, 4).lines,
        )
        for each in said
    )
    return Rows(widths, rows)


def _widths(said: Sequence[Said], measure: float) -> tuple[float, ...]:
    wanted: tuple[float, ...] = (
        max((width_of(each.source, HEADER) for each in said), default=0) + _GLYPH + _GAP,
        max((width_of(each.target, HEADER) for each in said), default=0) + _GLYPH + _GAP,
        max((width_of(each.when, HEADER) for each in said), default=0) + _GLYPH + _GAP,
        max((width_of(each.covers, HEADER) for each in said), default=0) + _GAP,
        max((width_of(each.fate, _fate_type(each)) + _glyph_of(each) for each in said), default=0),
    )
    heads = (width_of(head, SMALL_BOLD) + _GAP for head in (*_HEADS[:2], *_HEADS[3:]))
    wanted = tuple(max(each, head) for each, head in zip(wanted, heads, strict=True))
    tries = [_shared_out(wanted, measure - _AFTER, (*first, 0, 1)) for first in permutations((2, 3, 4))]
    return min(tries, key=lambda widths: sum(_most_lines(each, widths) for each in said))


def _shared_out(wanted: Sequence[float], measure: float, order: Sequence[int]) -> tuple[float, ...]:
    """A measure over the columns that want so much of it; what is left over goes to them by turns, the rest to all."""
    given = [min(each, least) for each, least in zip(wanted, _LEAST, strict=True)]
    room = measure - sum(given)
    for place in order:
        more = min(wanted[place] - given[place], room)
        given[place] += more
        room -= more
    given = [each + room / len(given) for each in given]
    return (*given[:2], _AFTER, *given[2:])


def _most_lines(said: Said, widths: Sequence[float]) -> int:
    """The lines of the highest cell, as wide as its column, of those whose columns differ from one try to the next."""
    when, covers, fate = widths[3:]
    cells = (
        fitted(said.when, HEADER, when - _GLYPH - _GAP + 0.1, 6),
        fitted(said.covers, HEADER, covers - _GAP + 0.1, 6),
        fitted(said.fate, _fate_type(said), fate - _glyph_of(said) + 0.1, 4),
    )
    return max(len(cell.lines) for cell in cells)


def _fate_type(said: Said) -> Type:
    return HEADER_BOLD if said.is_lost else HEADER


def _glyph_of(said: Said) -> float:
    return _GLYPH if said.is_lost else 0.0


def _fate(matter: Matter, escalation: Escalation) -> tuple[str, bool]:
    """What becomes of a page that takes this escalation, as far as it can be told."""
    if not escalation.carries_pages:
        return "not handed over: the team is told", False
    reason = matter.lost_ways.get((escalation.source, escalation.target))
    if reason:
        return f"lost: {reason}", True
    hours = matter.on_call(escalation.target)
    if hours is None:
        return "unknown: no hours are given", False
    return ("kept" if hours == "24x7" else f"kept {hours} only"), False


def draw_rows(matter: Matter, pen: Pen, y: float, table: Rows) -> None:
    sheet = pen.sheet
    starts = [sheet.left + sum(table.widths[:place]) for place in range(6)]
    base = y + 3.4
    pen.open("Table")
    pen.open("TR")
    for place, word in enumerate(_HEADS):
        if place == 2:
            pen.piece("TH", starts[3], base, word, SMALL_BOLD, align="right", scope="Column")
        else:
            pen.piece("TH", starts[place] + (_GLYPH if place == 3 else 0), base, word, SMALL_BOLD, scope="Column")
    pen.close()
    y += 4.7
    pen.rule(sheet.left, y, sheet.right, HEAD_RULE)
    for row in table.rows:
        with pen.tag("TR"):
            _draw_row(matter, pen, y, row, starts)
        y += row.height
        pen.rule(sheet.left, y, sheet.right, HAIRLINE, LINE)
    pen.close()


def _draw_row(matter: Matter, pen: Pen, y: float, row: Row, starts: list[float]) -> None:
    teams, said = matter.organization.team_by_id, row.said
    base = y + _PADDING / 2 + 2.75
    with pen.tag("TH", scope="Row"):
        if said.way[0] == ALERT:
            pen.text(starts[0], base, "Alert", HEADER_BOLD)
        else:
            _draw_team(pen, starts[0], base, teams.get(said.way[0]), row.source)
    with pen.tag("TD"):
        _draw_team(pen, starts[1], base, teams.get(said.way[1]), row.target)
    known = said.after != "unknown"
    style, colour = (HEADER_BOLD, INK) if known else (HEADER, INK3)
    pen.piece("TD", starts[3], base, said.after, style, colour, align="right")
    for x, lines in ((starts[3] + _GLYPH, row.when), (starts[4], row.covers)):
        with pen.tag("TD"):
            _draw_lines(pen, x, base, lines, INK)
    x = starts[5]
    with pen.tag("TD"):
        if said.is_lost:
            draw_mark(pen, "page-lost", x, base - 3.3, 4.4)
            for number, line in enumerate(row.fate):
                pen.text(x + _GLYPH, base + number * _LINE, line, HEADER_BOLD, ERROR)
        else:
            _draw_lines(pen, x, base, row.fate, INK2)


def _draw_team(pen: Pen, x: float, base: float, team: Team | None, lines: tuple[str, ...]) -> None:
    if team is not None:
        draw_kind(pen, team.kind, x, base - 3.2, 4.2)
    else:
        draw_undefined(pen, x, base - 3.2, 4.2)
    _draw_lines(pen, x + _GLYPH, base, lines, INK)


def _draw_lines(pen: Pen, x: float, base: float, lines: tuple[str, ...], colour: str) -> None:
    for number, line in enumerate(lines):
        pen.text(x, base + number * _LINE, line, HEADER, colour)
