"""The board of teams cut into pages: between lines of cards, never through one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final, NamedTuple

from orgmodel.diagram.board import BoardCard
from orgmodel.diagram.board_places import BoardLayout, Bracket, CardPlace, Look
from orgmodel.model.value import changed


class BoardPage(NamedTuple):
    """What of a board stands on a page; `top` is the height of the board at which the page begins."""

    top: float
    cards: tuple[CardPlace, ...]
    brackets: tuple[Bracket, ...]


def pages_of(layout: BoardLayout, room: float, first: float) -> tuple[BoardPage, ...]:
    """As many lines of cards on each page as its room holds, at least one; `first` is the room of the first page."""
    pages: list[BoardPage] = []
    left = first
    for top, line in groupby(layout.brackets, key=lambda bracket: bracket.rect.y):
        brackets = tuple(line)
        cards = tuple(place for place in layout.cards if place.rect.y == brackets[0].rect.bottom)
        end = max(place.rect.bottom for place in cards)
        if not pages or end - pages[-1].top > left:
            left = room if pages else first
            pages.append(BoardPage(top, cards, brackets))
        else:
            page = pages[-1]
            pages[-1] = BoardPage(page.top, (*page.cards, *cards), (*page.brackets, *brackets))
    return tuple(pages)


_LEAST_ROWS: Final = 4


def fitting(cards: Iterable[BoardCard], look: Look, width: int, room: float) -> Look:
    """The look with as many rows listed, and as many layers on lines of their own, as let any card fit in a room."""
    held, sizes = tuple(cards), look.sizes
    most = max((len(card.blocks) for card in held), default=0)
    top = max((look.lines_top(card, width) for card in held), default=0)
    left = room - top - sizes.bracket - sizes.lead - sizes.apart - sizes.pad
    layers = min(most, max(int((left - (_LEAST_ROWS + 1) * sizes.line) // sizes.folded) - 1, 1))
    left -= sizes.folded * (layers + (layers < most))
    listed = max(int(left // sizes.line) - 1, 1)
    return changed(look, listed=listed, most_layers=layers if layers < most else None)
