"""Organisation layout: the board of teams as on screen, cut between its lines into as many pages as it needs."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from orgmodel.diagram.board import BoardCard, cards, held_rows, with_parts
from orgmodel.diagram.board_groups import BoardGroup, groups, people_words
from orgmodel.diagram.board_pages import BoardPage, fitted, pages_of
from orgmodel.diagram.board_places import BoardLayout, Bracket, Folding, Look, card_width_in, columns_in, lay_out
from orgmodel.diagram.board_sizes import PAPER as SIZES
from orgmodel.model import TeamId
from orgmodel.model.value import changed
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import CONTINUED
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.sections.layout.cards import UNIT, Board, Frame, draw_card_top, team_key, title_lines, worst_of
from orgmodel.pdf.sections.layout.gaps import Gaps, draw_gaps, gaps_of, whole_height
from orgmodel.pdf.sections.layout.rows import draw_card_rows, note_names
from orgmodel.pdf.style import CONTROL, INK2, LEAD, PAPER, SMALL, SMALL_BOLD, TITLE_WIDE, Sheet
from orgmodel.pdf.type.typesetting import fitted as lines_of
from orgmodel.pdf.type.typesetting import width_of
from orgmodel.sentences import counted

SECTION_NAME: Final = "Organisation layout"
EMPTY: Final = "No teams yet. The file names none."
_MANY_PAGES: Final = 5
_WORTH_FOLDING: Final = 0.7
"""A board of so many pages counts what teams have instead of listing it, where that takes so much of the pages."""
_ALL: Final = 1_000_000
_UNDER_TITLE: Final = 2.6
_SPARE: Final = 0.6
"""Millimetres that a card may come nearer to the foot than where two lines of legend begin."""
_BRACKET_LINE: Final = 3.1
_BRACKET_RADIUS: Final = 0.9
_WORDS_LEFT: Final = 4.0


class _Page(NamedTuple):
    """A page of the board, and the gaps that stand over it on the first one."""

    part: BoardPage
    gaps: Gaps | None
    teams: int
    is_first: bool


def layout(matter: Matter) -> list[Leaf]:
    sheet = matter.portrait if matter.order.turned == "portrait" else matter.landscape
    marks = (("layout", SECTION_NAME, 0),)
    made, held = shown(matter)
    if not made:
        return flowed(SECTION_NAME, "layout", sheet, "", [], empty=EMPTY)
    width = sheet.measure / UNIT
    wide = card_width_in(width, SIZES)
    gaps = gaps_of(matter, columns_in(width, SIZES), wide * UNIT, SIZES.gap * UNIT)
    room = sheet.bottom + _SPARE - _top(sheet)
    first = room - whole_height(gaps)
    board_layout, parts = _planned(held, made, look_of(matter, made, wide), width, (room / UNIT, first / UNIT))
    board = Board(matter, max(card.carried for card in made.values()), worst_of(matter.report.findings))
    for place in board_layout.cards:
        note_names(board, place, place.rect.width * UNIT)
    leaves = []
    for number, part in enumerate(parts):
        page = _Page(part, gaps if number == 0 else None, sum(not card.missing for card in made.values()), number == 0)
        keys = tuple(f"card:{place.team}" for place in part.cards)
        draw = partial(_draw, board, board_layout, page)
        leaves.append(Leaf(SECTION_NAME, sheet, draw, keys, marks if number == 0 else ()))
    return leaves


_Plan = tuple[BoardLayout, tuple[BoardPage, ...]]


def _planned(
    held: tuple[BoardGroup, ...], made: dict[TeamId, BoardCard], look: Look, width: float, rooms: tuple[float, float]
) -> _Plan:
    """All that pages can list; as much as on screen, or only counts, where that takes fewer pages."""

    def plan(with_look: Look) -> _Plan:
        board = fitted(lay_out(held, made, with_look, width), with_look, *rooms)
        return board, pages_of(board, *rooms)

    best = plan(changed(look, listed=_ALL))
    if len(best[1]) > 1:
        best = min(best, plan(look), key=lambda made_plan: len(made_plan[1]))
    if len(best[1]) >= _MANY_PAGES:
        folded = plan(changed(look, folding=_all_folded(made)))
        best = folded if len(folded[1]) <= _WORTH_FOLDING * len(best[1]) else best
    return best


def _all_folded(made: dict[TeamId, BoardCard]) -> Folding:
    """No layer listed, not even a team's own: what many teams have is counted, so that more of them stand together."""
    own = ((team, block.layer) for team, card in made.items() for block in card.blocks if block.is_own)
    return Folding(flipped=frozenset(own))


def shown(matter: Matter) -> tuple[dict[TeamId, BoardCard], tuple[BoardGroup, ...]]:
    """The cards and groups of the teams asked for, and of those that rows name; archived ones where they carry any."""
    organization = matter.organization
    every = cards(organization, held_rows(organization.responsibilities))
    asked = {team.id for team in matter.teams}
    is_whole = not matter.order.teams
    made = {
        team: with_parts(organization, card)
        for team, card in every.items()
        if team in asked or (is_whole and (card.missing or card.carried))
    }
    return made, groups(organization, made, "product")


def look_of(matter: Matter, made: dict[TeamId, BoardCard], width: int) -> Look:
    """All heads are as high as the highest, so that bars stand beside bars."""
    lines = [sum(map(len, title_lines(matter, card, width * UNIT))) for card in made.values()]
    most = max(lines)
    return changed(Look(lambda _, __: most), sizes=SIZES)


def _top(sheet: Sheet) -> float:
    return sheet.top + TITLE_WIDE.leading + _UNDER_TITLE


def _draw_title(pen: Pen, lead: str, beside: str) -> None:
    sheet = pen.sheet
    base = sheet.top + TITLE_WIDE.rise
    end = sheet.left + pen.title(SECTION_NAME, TITLE_WIDE, is_first=lead != CONTINUED)
    room = sheet.right - end - 5 - width_of(beside, SMALL) - 4
    with pen.tag("P"):
        pen.text(end + 5, base, "".join(lines_of(lead, LEAD, room, 1).lines), LEAD, INK2)
        pen.text(sheet.right, base, beside, SMALL, INK2, align="right")


def _draw(board: Board, layout_: BoardLayout, page: _Page, pen: Pen, folio: Folio) -> None:
    sheet, matter = pen.sheet, board.matter
    shown = sum(not place.card.missing for place in page.part.cards)
    absent = len(page.part.cards) - shown
    beside = f"{shown} of {counted(page.teams, 'team')} on this page" if shown < page.teams else ""
    beside += f" and {absent} that {'is' if absent == 1 else 'are'} not there" if beside and absent else ""
    lead = lead_of(matter, layout_, page.teams) if page.is_first else CONTINUED
    _draw_title(pen, lead, beside)
    top = _top(sheet)
    if page.gaps:
        card = layout_.card_width * UNIT
        wide = page.gaps.columns * page.gaps.step - SIZES.gap * UNIT if card else sheet.measure
        draw_gaps(pen, page.gaps, Frame(sheet.left, top, wide, page.gaps.height), folio)
        top += whole_height(page.gaps)
    draw_board(pen, board, layout_, page.part, top=top, folio=folio)


def draw_board(pen: Pen, board: Board, layout_: BoardLayout, part: BoardPage, *, top: float, folio: Folio) -> None:
    """Cards under their brackets; what stands at the top of the part stands at a height of the page."""
    top -= part.top * UNIT
    for bracket in part.brackets:
        with pen.about("", layout_.groups[bracket.group].title):
            _draw_bracket(pen, board, layout_, bracket, top)
        for place in part.cards:
            if place.group == bracket.group and place.rect.y == bracket.rect.bottom:
                rect, left = place.rect, pen.sheet.left
                frame = Frame(left + rect.x * UNIT, top + rect.y * UNIT, rect.width * UNIT, rect.height * UNIT)
                pen.anchor(f"card:{place.team}", frame.top - 3)
                with pen.about(team_key(place.card), place.card.team.name):
                    draw_card_top(pen, board, place, frame)
                    draw_card_rows(pen, board, place, frame, folio)


def lead_of(matter: Matter, layout_: BoardLayout, count: int) -> str:
    teams = [place.card.team for place in layout_.cards if place.card.is_there]
    rows = counted(len(matter.organization.responsibilities), "responsibility", "responsibilities")
    return (
        f"{counted(count, 'team')}, {people_words(teams)}, {rows}: who builds and runs what, and with how many hands."
    )


def _as_much(said: str, room: float) -> str:
    """As many of the parts of a remark, from its start, as a width holds."""
    parts = said.split(", ")
    while parts and width_of(", ".join(parts), SMALL) > room:
        parts.pop()
    return ", ".join(parts)


def _draw_bracket(pen: Pen, board: Board, layout_: BoardLayout, bracket: Bracket, top: float) -> None:
    """A line over the cards of a group with its words in it; further lines of the group say so."""
    rect, group = bracket.rect, layout_.groups[bracket.group]
    left, right = pen.sheet.left + rect.x * UNIT, pen.sheet.left + rect.right * UNIT
    y, foot = top + rect.y * UNIT + _BRACKET_LINE, top + rect.bottom * UNIT - 0.4
    bend = _BRACKET_RADIUS
    pen.stroke(
        ((left, foot), (left, y + bend), (left + bend, y), (right - bend, y), (right, y + bend), (right, foot)),
        0.6,
        CONTROL,
    )
    room = right - left - 2 * _WORDS_LEFT
    title = "".join(board.matter.names.fit(group.title, "group", SMALL_BOLD, room, 1))
    wide = width_of(title, SMALL_BOLD)
    said = _as_much(group.said if bracket.is_first else CONTINUED, room - wide - 1.4)
    end = wide + (1.4 + width_of(said, SMALL) if said else 0.0)
    pen.box(left + _WORDS_LEFT - 1.2, y - 1.6, end + 2.4, 3.2, fill=PAPER)
    base = y + 0.95
    with pen.tag("H2"):
        pen.text(left + _WORDS_LEFT, base, title, SMALL_BOLD)
        pen.text(left + _WORDS_LEFT + wide + 1.4, base, said, SMALL, INK2)
