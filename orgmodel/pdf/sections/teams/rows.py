"""What a team answers for, helps with, is asked on and told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final, NamedTuple

from orgmodel.model import KIND_NAMES, Letters, Organization, Responsibility, ServiceId, Team, TeamId, TeamKind
from orgmodel.pdf.drawing.marks import CELL_WIDTH, draw_kind, draw_letters, draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.sections.teams.flow import GUTTER, Cell, Corner, Folded, Listing, Piece, Single
from orgmodel.pdf.sections.teams.running import running
from orgmodel.pdf.style import BODY, BODY_BOLD, ERROR, HAIRLINE, INK2, LINE, SMALL, SMALL_BOLD, Type
from orgmodel.pdf.type.typesetting import ELLIPSIS, Part, flowed, width_of
from orgmodel.sentences import counted

_ROW: Final = 5.6
_SECOND: Final = 3.5
_NAME_X: Final = CELL_WIDTH + 1.8
_ICON: Final = 2.8
_ICONS: Final = 2 * _ICON + 0.9
_WIDEST_SIDE: Final = 40.0
_LEAST_SIDE: Final = 28.5
_GLYPH: Final = 3.4
_BESIDE: Final = 1.8
_LOOSE_END: Final = re.compile(r"\s*(\s(and|of|for|the)|&|,)$")
"""Where a cut name would end in a word that joins."""
_SUBHEAD: Final = 5.8
_LEAST_NAME: Final = 26.0


class Held(NamedTuple):
    """The rows of a team by what its letters are, in the order of the file."""

    answers: list[Responsibility]
    helps: list[Responsibility]
    asked: list[Responsibility]
    told: list[Responsibility]


def held_rows(organization: Organization) -> Mapping[TeamId, Held]:
    """What each team has, in one pass over the rows; row by row in the order of services."""
    order = {service.id: place for place, service in enumerate(organization.services)}
    last = len(order)
    rows = sorted(organization.responsibilities, key=lambda row: order.get(row.service, last) if row.service else last)
    held: dict[TeamId, Held] = {}
    for row in rows:
        for team, letters in row.raci.items():
            found = held.setdefault(team, Held([], [], [], []))
            found[_PLACES[letters]].append(row)
    return held


_PLACES: Final[Mapping[Letters, int]] = {"A": 0, "AR": 0, "R": 1, "C": 2, "I": 3}
NOTHING: Final = Held([], [], [], [])


def row_pieces(matter: Matter, team: Team, held: Held, measure: float) -> Iterator[Piece]:
    """The lists of rows, and the names of those on which the team has only a word."""
    wide = (measure - GUTTER) / 2
    answers = _cells(matter, team, held.answers, wide, says_owner=False)
    if answers:
        note = counted(len(held.answers), "responsibility", "responsibilities")
        yield Folded(Listing("Answers for", note, tuple(answers)))
    else:
        yield _nothing("Answers for", "No responsibility is in its hands alone.", measure)
    helps = _cells(matter, team, held.helps, wide, says_owner=True)
    if helps:
        yield Folded(Listing("Helps with", _helping(matter, team, held.helps), tuple(helps)))
    else:
        yield _nothing("Helps with", "No work of another team.", measure)
    words = [
        cell
        for label, rows in (("Is asked on", held.asked), ("Is told of", held.told))
        for cell in running(matter, f"{label} {len(rows):,}", rows, measure)
    ]
    if words:
        yield Single(Listing("", "", tuple(words), "P"))


def _helping(matter: Matter, team: Team, rows: list[Responsibility]) -> str:
    others = sum(any(owner != team.id for owner in matter.owners(row)) for row in rows)
    if others == len(rows):
        return f"{others:,} that another team answers for"
    every = counted(len(rows), "responsibility", "responsibilities")
    return f"{every}, {others:,} that another team answers for" if others else every


def _nothing(title: str, said: str, measure: float) -> Piece:
    return Single(Listing(title, "", (sentence(said, measure),), "P"))


def sentence(said: str, wide: float, colour: str = INK2) -> Cell:
    """Words that stand where a list has no entries."""
    lines = flowed([Part(said, BODY, colour)], wide)

    def draw(pen: Pen, at: Corner, _: Folio) -> None:
        for number, line in enumerate(lines):
            pen.words(at.x, at.y + 1.2 + BODY.rise + number * BODY.leading, line)

    return Cell(1.2 + len(lines) * BODY.leading, draw)


class _Row(NamedTuple):
    """A row in print: its letters, its name in lines, what is wrong, and what stands at its right."""

    row: Responsibility
    kind: TeamKind
    letters: Letters
    name: tuple[str, ...]
    style: Type
    remark: str
    side: str
    owner: TeamId | None
    is_shared: bool
    wide: float
    side_width: float

    @property
    def height(self) -> float:
        return _ROW + _SECOND * (len(self.name) - 1)


def _cells(matter: Matter, team: Team, rows: list[Responsibility], wide: float, *, says_owner: bool) -> list[Cell]:
    """A line for each row, under the name of its service where they are of several."""
    services = list(dict.fromkeys(row.service for row in rows))
    sides = [_side(matter, team, row, says_owner=says_owner) for row in rows]
    glyph = _GLYPH + 1.2 if says_owner else 0.0
    widest = max((width_of(said, SMALL) for said, _ in sides), default=0.0) + glyph + 0.4
    side = min(widest, _side_width(rows, wide))
    cells: list[Cell] = []
    under: Cell | None = None
    for place, (row, (said, owner)) in enumerate(zip(rows, sides, strict=True)):
        if len(services) > 1 and (not place or rows[place - 1].service != row.service):
            under = _subhead(matter, row.service, wide)
            cells.append(under)
        printed = _printed(matter, team, row, (said, owner), (wide, side))
        cells.append(Cell(printed.height, partial(_draw_row, matter, printed), under))
    return cells


def _side_width(rows: list[Responsibility], wide: float) -> float:
    """How much room there is beside the longest name on one line, or the least where that one is too long."""
    long = max((width_of(row.name, BODY) + _icons(row) for row in rows), default=0.0)
    return min(max(wide - _NAME_X - _BESIDE - long - 0.2, _LEAST_SIDE), _WIDEST_SIDE)


def _icons(row: Responsibility) -> float:
    return _ICONS + _BESIDE if row.paged else _ICON + _BESIDE if row.runbook else 0.0


def _side(matter: Matter, team: Team, row: Responsibility, *, says_owner: bool) -> tuple[str, TeamId | None]:
    """What stands at the right of a row: its area, or who answers for it."""
    organization = matter.organization
    if not says_owner:
        area = organization.area_by_id.get(row.area) if row.area else None
        return (area.name if area else ""), None
    owners = [owner for owner in matter.owners(row) if owner != team.id]
    if owners:
        return organization.team_name(owners[0]), owners[0]
    return ("only this team" if team.id in matter.owners(row) else "nobody answers"), None


def _printed(
    matter: Matter, team: Team, row: Responsibility, side: tuple[str, TeamId | None], widths: tuple[float, float]
) -> _Row:
    letters = row.raci[team.id]
    is_shared = "A" in letters and matter.verdict(row) == "several answer"
    owners = len(matter.owners(row))
    remark = ("two owners" if owners == 2 else f"{owners} owners") if is_shared else ""
    style = BODY_BOLD if remark else BODY
    wide, side_width = widths
    room = max(wide - _NAME_X - side_width - _icons(row) - _BESIDE, _LEAST_NAME)
    if remark:
        room = max(room - width_of(remark, BODY_BOLD) - 1.6, _LEAST_NAME)
    said, owner = side
    glyph = _GLYPH + 1.2 if owner else 0.0
    if owner:
        said = _short_name(matter, owner, side_width - glyph)
    shown = "".join(matter.names.fit(said, "team" if owner else "area", SMALL, side_width - glyph, 1)) if said else ""
    shown = _at_word(shown, said)
    name = matter.names.fit(row.name, "responsibility", style, room, 2) or ("",)  # a name of blanks has no line
    return _Row(row, team.kind, letters, name, style, remark, shown, owner, is_shared, wide, side_width)


def _at_word(shown: str, whole: str) -> str:
    """A cut text that ends with a whole word, and one that does not join."""
    stem = shown.removesuffix(ELLIPSIS)
    if stem == shown or not whole.startswith(stem):
        return shown
    if whole[len(stem)] != " " and " " in stem:
        stem = stem.rpartition(" ")[0]
    return _LOOSE_END.sub("", stem) + ELLIPSIS


def _short_name(matter: Matter, team: TeamId, room: float) -> str:
    """A team's name; without its kind, which its shape says, where it is too long and no other team is called so."""
    whole = matter.organization.team_name(team)
    if width_of(whole, SMALL) <= room:
        return whole
    short = whole.removesuffix(KIND_NAMES[matter.kind_of(team)]).strip()
    others = {each.name for each in matter.organization.teams if each.id != team}
    return whole if not short or any(other.startswith(short) for other in others) else short


def _subhead(matter: Matter, service: ServiceId | None, wide: float) -> Cell:
    found = matter.organization.service_by_id.get(service) if service else None
    name = found.name if found else str(service or "Of no service")
    shown = "".join(matter.names.fit(name, "service", SMALL_BOLD, wide, 1))

    def draw(pen: Pen, at: Corner, _: Folio) -> None:
        with pen.tag("LI"):
            pen.text(at.x, at.y + _SUBHEAD - 1.5, shown, SMALL_BOLD, INK2)
        pen.rule(at.x, at.y + _SUBHEAD, at.x + wide, HAIRLINE, LINE)

    return Cell(_SUBHEAD, draw, holds=True)


def _draw_row(matter: Matter, row: _Row, pen: Pen, at: Corner, _: Folio) -> None:
    x, y = at
    middle = y + _ROW / 2
    right = x + row.wide - row.side_width
    with pen.tag("LI"):
        with pen.tag("Link"):
            draw_letters(pen, row.letters, row.kind, x + CELL_WIDTH / 2, middle, is_shared=row.is_shared)
            for number, line in enumerate(row.name):
                end = x + _NAME_X + pen.text(x + _NAME_X, middle + 1.05 + number * _SECOND, line, row.style)
            if row.remark:
                pen.used["two-owners"] = None
                base = middle + 1.05 + (len(row.name) - 1) * _SECOND
                pen.text(end + 1.6, base, row.remark, BODY_BOLD, ERROR)
            pen.link(x, y, row.wide - row.side_width - _BESIDE, row.height, f"matrix:{row.row.subject}")
        _draw_side(pen, matter, row, Corner(right, middle))
    _draw_icons(pen, row.row, right - _BESIDE, middle)
    pen.rule(x, y + row.height, x + row.wide, HAIRLINE, LINE)


def _draw_side(pen: Pen, matter: Matter, row: _Row, at: Corner) -> None:
    """What stands at the right of a row, level with the middle of it."""
    x, middle = at
    if not row.owner:
        pen.text(x, middle + 0.95, row.side, SMALL, ERROR if row.side == "nobody answers" else INK2)
        return
    with pen.tag("Link"):
        draw_kind(pen, matter.kind_of(row.owner), x, middle - _GLYPH / 2, _GLYPH)
        pen.text(x + _GLYPH + 1.2, middle + 0.95, row.side, SMALL, INK2)
        pen.link(x, middle - _ROW / 2, row.side_width, _ROW, f"team:{row.owner}")


def _draw_icons(pen: Pen, row: Responsibility, right: float, middle: float) -> None:
    """Whether the row can raise a page, and whether there is a runbook for it."""
    top = middle - _ICON / 2
    if row.runbook:
        draw_mark(pen, "book-open", right - _ICON, top, _ICON)
    elif row.paged:
        draw_mark(pen, "book-dashed", right - _ICON, top, _ICON, colour=ERROR)
    if row.paged:
        draw_mark(pen, "bell", right - 2 * _ICON - 0.9, top, _ICON)
