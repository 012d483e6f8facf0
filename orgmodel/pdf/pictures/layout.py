"""The organisation layout as a chart by itself: every card with all that it carries, on one board."""

from __future__ import annotations

from math import log
from typing import Final

from orgmodel.diagram.board import BoardCard
from orgmodel.diagram.board_groups import BoardGroup
from orgmodel.diagram.board_pages import BoardPage
from orgmodel.diagram.board_places import BoardLayout, Look, lay_out
from orgmodel.diagram.board_sizes import PAPER as SIZES
from orgmodel.model import TeamId
from orgmodel.model.value import changed
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.pictures.chart import Drawn, sentence
from orgmodel.pdf.sections.layout.cards import UNIT, Board, Frame, worst_of
from orgmodel.pdf.sections.layout.gaps import Gaps, draw_gaps, gaps_of, whole_height
from orgmodel.pdf.sections.layout.layout import SECTION_NAME, draw_board, lead_of, look_of, shown

EMPTY: Final = "No teams yet. The file names no team."
_ALL: Final = 1_000_000
_MOST_COLUMNS: Final = 80
_SHAPE: Final = 1.5
"""As wide as high, the nearest that whole columns of cards come to it."""


def layout_chart(matter: Matter) -> Drawn:
    made, held = shown(matter)
    if not made:
        return sentence(SECTION_NAME, EMPTY)
    board_layout = _best(matter, made, held)
    board = Board(matter, max(card.carried for card in made.values()), worst_of(matter.report.findings))
    right = max(place.rect.right for place in board_layout.cards) * UNIT
    low = max(place.rect.bottom for place in board_layout.cards) * UNIT
    gaps = _gaps(matter, board_layout)
    over = whole_height(gaps)
    whole = BoardPage(0.0, board_layout.cards, board_layout.brackets)
    folio = Folio(1, {})

    def draw(pen: Pen, top: float) -> None:
        if gaps:
            draw_gaps(pen, gaps, Frame(pen.sheet.left, top, right, gaps.height), folio)
        draw_board(pen, board, board_layout, whole, top=top + over, folio=folio)

    count = sum(not card.missing for card in made.values())
    return Drawn(SECTION_NAME, lead_of(matter, board_layout, count), right, low + over, draw)


def _best(matter: Matter, made: dict[TeamId, BoardCard], held: tuple[BoardGroup, ...]) -> BoardLayout:
    """With so many columns as make the board look like a page that lies."""
    look = changed(look_of(matter, made, SIZES.card_width), listed=_ALL)
    boards = [_board(made, held, look, count) for count in range(1, min(len(made), _MOST_COLUMNS) + 1)]
    return min(boards, key=lambda board: abs(log(_width(board) / board.height / _SHAPE)))


def _board(made: dict[TeamId, BoardCard], held: tuple[BoardGroup, ...], look: Look, columns: int) -> BoardLayout:
    return lay_out(held, made, look, columns * (SIZES.card_width + SIZES.gap) - SIZES.gap)


def _width(board: BoardLayout) -> float:
    return max(place.rect.right for place in board.cards)


def _gaps(matter: Matter, board: BoardLayout) -> Gaps | None:
    """All the gaps, in as many columns as the cards below them."""
    columns = round((_width(board) + SIZES.gap) / (board.card_width + SIZES.gap))
    return gaps_of(matter, columns, board.card_width * UNIT, SIZES.gap * UNIT, most_lines=_ALL)
