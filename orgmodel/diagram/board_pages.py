"""The board of teams cut into pages: between lines of cards, never through one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final, NamedTuple

from orgmodel.diagram.board import BoardCard
from orgmodel.diagram.board_places import BoardLayout, Bracket, CardPlace, Look, card_height
from orgmodel.model.value import changed


class BoardPage(NamedTuple):
    """What of a board stands on a page; `top` is the height of the board at which the page begins."""

    top: float
    cards: tuple[CardPlace, ...]
    brackets: tuple[Bracket, ...]


class _Line(NamedTuple):
    """Cards side by side, with their brackets."""

    brackets: tuple[Bracket, ...]
    cards: tuple[CardPlace, ...]


def _lines(layout: BoardLayout) -> list[_Line]:
    lines = [tuple(line) for _, line in groupby(layout.brackets, key=lambda bracket: bracket.rect.y)]
    cards = {top: tuple(line) for top, line in groupby(layout.cards, key=lambda place: place.rect.y)}
    return [_Line(brackets, cards[brackets[0].rect.bottom]) for brackets in lines]


def pages_of(layout: BoardLayout, room: float, first: float) -> tuple[BoardPage, ...]:
    """As many lines of cards on each page as its room holds, at least one; `first` is the room of the first page."""
    pages: list[BoardPage] = []
    for brackets, cards in _lines(layout):
        end = max(place.rect.bottom for place in cards)
        page = pages[-1] if pages else None
        if page is None or end - page.top > (room if len(pages) > 1 else first):
            pages.append(BoardPage(brackets[0].rect.y, cards, brackets))
        else:
            pages[-1] = BoardPage(page.top, (*page.cards, *cards), (*page.brackets, *brackets))
    return tuple(pages)


def fitted(layout: BoardLayout, look: Look, room: float, first: float) -> BoardLayout:
    """The board with as many rows listed on each line of cards as its page holds, if it is alone there."""
    y = float(look.sizes.top)
    held: list[CardPlace] = []
    brackets: list[Bracket] = []
    for number, line in enumerate(_lines(layout)):
        top = y + look.sizes.bracket
        own = fitting((place.card for place in line.cards), look, layout.card_width, room if number else first)
        for place in line.cards:
            height = card_height(place.card, own, layout.card_width)
            held.append(changed(place, look=own, rect=place.rect._replace(y=top, height=height)))
        brackets += [bracket._replace(rect=bracket.rect._replace(y=y)) for bracket in line.brackets]
        y = max(place.rect.bottom for place in held[-len(line.cards) :]) + look.sizes.below
    made: BoardLayout = changed(layout, cards=tuple(held), brackets=tuple(brackets), height=round(y))
    return made


_LEAST_ROWS: Final = 4


def fitting(cards: Iterable[BoardCard], look: Look, width: int, room: float) -> Look:
    """The look with as many rows listed, and as many layers on lines of their own, as let any card fit in a room.

    No more rows than the look lists anyway.
    """
    held, sizes = tuple(cards), look.sizes
    most = max((len(card.blocks) for card in held), default=0)
    top = max((look.lines_top(card, width) for card in held), default=0)
    left = room - top - sizes.bracket - sizes.lead - sizes.apart - sizes.pad
    layers = min(most, max(int((left - (_LEAST_ROWS + 1) * sizes.line) // sizes.folded) - 1, 1))
    left -= sizes.folded * (layers + (layers < most))
    listed = min(max(int(left // sizes.line) - 1, 1), look.listed)
    return changed(look, listed=listed, most_layers=layers if layers < most else None)
