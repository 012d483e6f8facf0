"""One page for each team, or as many as what it has fills: to read, to argue about and to sign."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from orgmodel.model import Team
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.sections.teams.chain import escalations_piece, on_call_piece
from orgmodel.pdf.sections.teams.findings import TeamFindings, findings_by_team, findings_pieces
from orgmodel.pdf.sections.teams.flow import OVER_PIECE, Piece
from orgmodel.pdf.sections.teams.head import Head, draw_head, draw_later_head, head_of
from orgmodel.pdf.sections.teams.paging import Filled, Room, pages_of
from orgmodel.pdf.sections.teams.rows import NOTHING, Held, held_rows, row_pieces
from orgmodel.pdf.style import BODY_BOLD, FRAME_RULE, HEADER, INK2, SMALL, Sheet

SECTION_NAME: Final = "Teams"
KEY: Final = "team-pages"
EMPTY: Final = "No teams yet. The file names none."
_SIGNED: Final = 29.0
"""The line to sign on is so far from the foot of the page, and its words end 24 mm from there."""
_HAND: Final = 10.0
"""Room for a hand above that line."""
_SHARES: Final = (1.0, 1.2, 1.2, 0.8)
_APART: Final = 6.0
_HEADER_ROOM: Final = 60.0


def team_pages(matter: Matter) -> list[Leaf]:
    sheet = matter.sheet
    teams = [team for team in matter.teams if team.status != "archived"]
    if not teams:
        return flowed(SECTION_NAME, KEY, sheet, "", [], empty=EMPTY)
    held, found = held_rows(matter.organization), findings_by_team(matter)
    leaves: list[Leaf] = []
    for team in teams:
        leaves += _pages(matter, team, held.get(team.id, NOTHING), found)
    first = leaves[0]
    leaves[0] = first._replace(bookmarks=((KEY, SECTION_NAME, 0), *first.bookmarks))
    return leaves


def _pages(matter: Matter, team: Team, held: Held, found: TeamFindings) -> Iterator[Leaf]:
    sheet = matter.sheet
    head = head_of(matter, team, sheet)
    pieces = list(_pieces(matter, team, held, found, sheet.measure))
    tops = head.end + OVER_PIECE, head.later_end
    pages = pages_of(pieces, sheet.measure, Room(tops, (sheet.bottom, sheet.height - _SIGNED - _HAND)))
    section = "".join(matter.names.fit(f"Team: {team.name}", "team", HEADER, _HEADER_ROOM, 1))
    for number, page in enumerate(pages):
        marks = ((str(team.subject), team.name, 1),) if number == 0 else ()
        draw = partial(_draw, _Page(head, page, number == 0, number == len(pages) - 1))
        yield Leaf(section, sheet, draw, bookmarks=marks)


def _pieces(matter: Matter, team: Team, held: Held, found: TeamFindings, measure: float) -> Iterator[Piece]:
    yield from row_pieces(matter, team, held, measure)
    yield escalations_piece(matter, team, measure)
    rotations = on_call_piece(matter, team, measure)
    if rotations is not None:
        yield rotations
    yield from findings_pieces(matter, team, found, measure)


class _Page(NamedTuple):
    """A page of a team: what is on it, and whether it is its first or its last."""

    head: Head
    filled: Filled
    is_first: bool
    is_last: bool


def _draw(page: _Page, pen: Pen, folio: Folio) -> None:
    if page.is_first:
        draw_head(page.head, pen)
    else:
        draw_later_head(page.head, pen)
    for top, part in page.filled.parts:
        part.draw(pen, top, folio)
    if page.is_last:
        _draw_signature(pen, pen.sheet)


def _draw_signature(pen: Pen, sheet: Sheet) -> None:
    """Who has read the page and agrees."""
    y = sheet.height - _SIGNED
    unit = (sheet.measure - _APART * (len(_SHARES) - 1)) / sum(_SHARES)
    x = sheet.left
    with pen.tag("P"):
        pen.text(x, y - 1.0, "Read and agreed", BODY_BOLD)
        for share, word in zip(_SHARES, ("", "Name", "Signature", "Date"), strict=True):
            if word:
                pen.rule(x, y, x + share * unit, FRAME_RULE)
                pen.text(x, y + 0.8 + SMALL.rise, word, SMALL, INK2)
            x += share * unit + _APART
