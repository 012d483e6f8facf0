"""Where everything on the board of teams stands: brackets, cards, and the lines within a card; x right, y down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, Literal, NamedTuple

from orgmodel.diagram.board import BoardCard
from orgmodel.diagram.board_groups import BoardGroup
from orgmodel.diagram.shapes import Rect
from orgmodel.model import LayerId, TeamId
from orgmodel.model.value import changed, value

CARD_WIDTH: Final = 263
NARROWEST: Final = 248
"""A card gives up so much of its width where that makes room for one more beside it."""
GAP: Final = 13
MARGIN: Final = 16
BRACKET: Final = 30
"""Room for the bracket and its words above a line of cards."""
BELOW: Final = 24

HEAD: Final = 85
TITLE_LINE: Final = 20
BAR: Final = 39
BARS_PAD: Final = 13
LINE: Final = 26
FOLDED: Final = 28
PAD: Final = 8
APART: Final = 6
"""Room between the rows of a layer and what stands below them."""
LISTED: Final = 12
"""So many rows of a layer are listed; more are one line that opens them all."""
NEW_CARD: Final = 64

Bars = Literal["both", "rows", "operations", "none"]
BAR_COUNT: Final[Mapping[Bars, int]] = {"both": 2, "rows": 1, "operations": 1, "none": 0}

LineKind = Literal["layer", "folded", "row", "more", "slot", "empty"]
BlockKey = tuple[TeamId, LayerId | None]


class CardLine(NamedTuple):
    """A line of a card, `y` from its top: the head of a layer, one that is folded, a row by its place, how many more.

    A `slot` is where something in hand would land; `empty` says that the team carries nothing.
    """

    kind: LineKind
    y: int
    height: int
    layer: LayerId | None = None
    place: int = -1


@value
class Folding:
    """Layers that are not as they are at first: the own one listed, the others folded, long ones cut."""

    flipped: frozenset[BlockKey] = frozenset()
    whole: frozenset[BlockKey] = frozenset()

    def is_open(self, key: BlockKey, *, is_own: bool) -> bool:
        return is_own != (key in self.flipped)

    def turned(self, key: BlockKey) -> Folding:
        return changed(self, flipped=self.flipped ^ {key})

    def with_whole(self, key: BlockKey) -> Folding:
        return changed(self, whole=self.whole ^ {key})


UNFOLDED: Final = Folding()


class Slot(NamedTuple):
    """Where a row in hand would land: in the list of its layer, before the rows behind it in the file."""

    layer: LayerId | None
    place: int


@value
class Look:
    """How cards are shown: which bars, what is folded, and how many lines (1 or 2) a name takes at a width."""

    title_lines: Callable[[str, int], int]
    bars: Bars = "both"
    folding: Folding = UNFOLDED

    def head_of(self, card: BoardCard, width: int) -> int:
        return HEAD + TITLE_LINE * self.title_lines(card.team.name, width)

    def bars_top(self, card: BoardCard, width: int) -> int:
        return self.head_of(card, width)

    def lines_top(self, card: BoardCard, width: int) -> int:
        count = BAR_COUNT[self.bars]
        return self.head_of(card, width) + (count * BAR + BARS_PAD if count else 0)


def card_lines(card: BoardCard, look: Look, width: int, slot: Slot | None = None) -> tuple[CardLine, ...]:
    """The lines under the bars of a card, from the top; with a slot where that is to be shown."""
    return tuple(_lines(card, look, look.lines_top(card, width) + 4, slot))


def card_height(card: BoardCard, look: Look, width: int) -> int:
    """The same as the end of its last line and the room below it."""
    height = look.lines_top(card, width) + 4 + PAD
    if not card.blocks:
        return height + LINE
    for block in card.blocks:
        key = (card.team.id, block.layer)
        height += FOLDED
        if look.folding.is_open(key, is_own=block.is_own):
            height += LINE * _listed(len(block.places), whole=key in look.folding.whole)
            height += APART if block is not card.blocks[-1] else 0
    return height


def _listed(rows: int, *, whole: bool) -> int:
    """How many lines rows take: all of them, or the first few and one that says how many more there are."""
    if rows <= LISTED + 1:
        return rows
    return rows + 1 if whole else LISTED + 1


def _lines(card: BoardCard, look: Look, y: int, slot: Slot | None) -> Iterator[CardLine]:
    pending = slot
    if not card.blocks and not slot:
        yield CardLine("empty", y, LINE)
        return
    for block in card.blocks:
        key = (card.team.id, block.layer)
        is_open = look.folding.is_open(key, is_own=block.is_own)
        yield CardLine("layer" if is_open else "folded", y, FOLDED, block.layer)
        y += FOLDED
        here = pending if pending and pending.layer == block.layer else None
        if is_open:
            shown = _listed(len(block.places), whole=key in look.folding.whole)
            cut = shown != len(block.places)
            for place in block.places[: shown - 1 if cut else shown]:
                if here and place > here.place:
                    yield CardLine("slot", y, LINE, block.layer, here.place)
                    y, here, pending = y + LINE, None, None
                yield CardLine("row", y, LINE, block.layer, place)
                y += LINE
            if here:
                yield CardLine("slot", y, LINE, block.layer, here.place)
                y, here, pending = y + LINE, None, None
            if cut:
                yield CardLine("more", y, LINE, block.layer)
                y += LINE
            y += APART
        elif here:
            yield CardLine("slot", y, LINE, block.layer, here.place)
            y, pending = y + LINE, None
    if pending:
        yield CardLine("slot", y, LINE, pending.layer, pending.place)


@value(indexed=True)
class CardPlace:
    """A card on the board and the group that it stands in."""

    card: BoardCard
    rect: Rect
    group: int
    look: Look

    @cached_property
    def lines(self) -> tuple[CardLine, ...]:
        return card_lines(self.card, self.look, round(self.rect.width))

    @property
    def team(self) -> TeamId:
        return self.card.team.id

    def with_slot(self, slot: Slot) -> CardPlace:
        """The card while something in hand would land on it, one line higher."""
        lines = card_lines(self.card, self.look, round(self.rect.width), slot)
        made: CardPlace = changed(self, rect=self.rect._replace(height=lines[-1].y + lines[-1].height + PAD))
        made.__dict__["lines"] = lines
        return made

    def line_at(self, y: float) -> CardLine | None:
        """The line at a height of the board; None for the head and the bars."""
        within = y - self.rect.y
        return next((line for line in self.lines if line.y <= within < line.y + line.height), None)


class Bracket(NamedTuple):
    """The line over cards of one group that stand side by side; `is_first` is the one with the words."""

    group: int
    rect: Rect
    is_first: bool


@value(indexed=True)
class BoardLayout:
    """All cards and brackets; `new_team` is the place to add a team at."""

    groups: tuple[BoardGroup, ...]
    cards: tuple[CardPlace, ...]
    brackets: tuple[Bracket, ...]
    new_team: Rect
    width: int
    height: int
    card_width: int

    @cached_property
    def place_of(self) -> Mapping[TeamId, CardPlace]:
        return {place.team: place for place in self.cards}

    def within(self, area: Rect) -> Iterator[CardPlace]:
        """The cards that an area shows a part of."""
        return (place for place in self.cards if place.rect.overlaps(area))

    def card_at(self, x: float, y: float) -> CardPlace | None:
        return next((place for place in self.cards if _holds(place.rect, x, y)), None)

    def bracket_at(self, x: float, y: float) -> Bracket | None:
        return next((bracket for bracket in self.brackets if _holds(bracket.rect, x, y)), None)


def columns_in(width: float) -> int:
    """How many cards stand side by side."""
    return max(1, int((width - 2 * MARGIN + GAP) // (NARROWEST + GAP)))


def lay_out(groups: Iterable[BoardGroup], cards: Mapping[TeamId, BoardCard], look: Look, width: float) -> BoardLayout:
    """Groups from left to right, each on the line before it where all of it fits there, else on lines of its own."""
    flow = _Flow(look, columns_in(width), width)
    held = tuple(groups)
    for number, group in enumerate(held):
        flow.add(number, [cards[team] for team in group.teams])
    flow.end_line()
    new = Rect(MARGIN, flow.y, flow.card_width, NEW_CARD)
    if flow.last_free is not None:
        new = flow.last_free
    height = round(max(flow.y + (0 if flow.last_free else NEW_CARD + BELOW), new.bottom + BELOW))
    right = max([width, *(place.rect.right + MARGIN for place in flow.cards)])
    return BoardLayout(held, tuple(flow.cards), tuple(flow.brackets), new, round(right), height, flow.card_width)


class _Flow:
    """The lines filled so far."""

    def __init__(self, look: Look, columns: int, width: float) -> None:
        self.look, self.columns = look, columns
        room = (width - 2 * MARGIN + GAP) / columns - GAP
        self.card_width = int(min(CARD_WIDTH, max(NARROWEST, room)))
        self.cards: list[CardPlace] = []
        self.brackets: list[Bracket] = []
        self.last_free: Rect | None = None
        self.y = 8
        self._column = 0
        self._highest = 0

    def add(self, group: int, cards: list[BoardCard]) -> None:
        if self._column and self._column + len(cards) > self.columns:
            self.end_line()
        for start in range(0, len(cards), self.columns):
            if start:
                self.end_line()
            self._put(group, cards[start : start + self.columns], is_first=not start)

    def end_line(self) -> None:
        if not self._column:
            return
        top = self.y + BRACKET
        self.last_free = None
        if self._column < self.columns:
            self.last_free = Rect(self._x(self._column), top, self.card_width, NEW_CARD)
        self.y = top + self._highest + BELOW
        self._column = self._highest = 0

    def _put(self, group: int, cards: list[BoardCard], *, is_first: bool) -> None:
        left, top = self._x(self._column), self.y + BRACKET
        for card in cards:
            height = card_height(card, self.look, self.card_width)
            rect = Rect(self._x(self._column), top, self.card_width, height)
            self.cards.append(CardPlace(card, rect, group, self.look))
            self._highest = max(self._highest, height)
            self._column += 1
        right = self._x(self._column) - GAP
        self.brackets.append(Bracket(group, Rect(left, self.y, right - left, BRACKET), is_first))

    def _x(self, column: int) -> int:
        return MARGIN + column * (self.card_width + GAP)


def _holds(rect: Rect, x: float, y: float) -> bool:
    return rect.x <= x < rect.right and rect.y <= y < rect.bottom
