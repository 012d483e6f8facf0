"""Where everything on the board of teams stands: brackets, cards, and the lines within a card; x right, y down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, Literal, NamedTuple

from orgmodel.diagram.board import Block, BoardCard
from orgmodel.diagram.board_groups import BoardGroup
from orgmodel.diagram.board_sizes import SCREEN, BoardSizes
from orgmodel.diagram.shapes import Rect
from orgmodel.model import LayerId, TeamId
from orgmodel.model.value import changed, value

BAR: Final = SCREEN.bar
LISTED: Final = 12
"""So many rows of a layer are listed; more are one line that opens them all."""

Bars = Literal["both", "rows", "operations", "none"]
BAR_COUNT: Final[Mapping[Bars, int]] = {"both": 2, "rows": 1, "operations": 1, "none": 0}

LineKind = Literal["layer", "folded", "row", "part", "more", "slot", "others", "empty"]
BlockKey = tuple[TeamId, LayerId | None]


class CardLine(NamedTuple):
    """A line of a card, `y` from its top: the head of a layer, one that is folded, a row by its place, how many more.

    A `part` stands for the rows of one service, by the first of them. A `slot` is where something in hand would land;
    `others` stands for layers that have no line of their own; `empty` says that the team carries nothing.
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
    """How cards are shown: which bars, what is folded, and how many lines (1 or 2) a name takes at a width.

    Of a long layer so many rows are `listed`; of very many layers `most_layers` have a line of their own, None all.
    """

    title_lines: Callable[[str, int], int]
    bars: Bars = "both"
    folding: Folding = UNFOLDED
    sizes: BoardSizes = SCREEN
    listed: int = LISTED
    most_layers: int | None = None

    def head_of(self, card: BoardCard, width: int) -> int:
        return self.sizes.head + self.sizes.title_line * self.title_lines(card.team.name, width)

    def bars_top(self, card: BoardCard, width: int) -> int:
        return self.head_of(card, width)

    def lines_top(self, card: BoardCard, width: int) -> int:
        count = BAR_COUNT[self.bars]
        return self.head_of(card, width) + (count * self.sizes.bar + self.sizes.bars_pad if count else 0)


def card_lines(card: BoardCard, look: Look, width: int, slot: Slot | None = None) -> tuple[CardLine, ...]:
    """The lines under the bars of a card, from the top; with a slot where that is to be shown."""
    return tuple(_lines(card, look, look.lines_top(card, width) + look.sizes.lead, slot))


def card_height(card: BoardCard, look: Look, width: int) -> int:
    """The same as the end of its last line and the room below it."""
    sizes = look.sizes
    height = look.lines_top(card, width) + sizes.lead + sizes.pad
    if not card.blocks:
        return height + sizes.line
    blocks = card.blocks[: look.most_layers]
    for block in blocks:
        key = (card.team.id, block.layer)
        height += sizes.folded
        if look.folding.is_open(key, is_own=block.is_own):
            height += sizes.line * len(_within(card, block, look, None))
            height += sizes.apart if block is not card.blocks[-1] else 0
    return height + (sizes.folded if len(blocks) < len(card.blocks) else 0)


def _lines(card: BoardCard, look: Look, y: int, slot: Slot | None) -> Iterator[CardLine]:
    sizes = look.sizes
    if not card.blocks and not slot:
        yield CardLine("empty", y, sizes.line)
        return
    pending = slot
    for block in card.blocks[: look.most_layers]:
        here = slot if slot and slot.layer == block.layer else None
        pending = None if here else pending
        is_open = look.folding.is_open((card.team.id, block.layer), is_own=block.is_own)
        yield CardLine("layer" if is_open else "folded", y, sizes.folded, block.layer)
        y += sizes.folded
        for kind, place in _within(card, block, look, here) if is_open else _landing(here):
            yield CardLine(kind, y, sizes.line, block.layer, place)
            y += sizes.line
        y += sizes.apart if is_open else 0
    if look.most_layers is not None and len(card.blocks) > look.most_layers:
        yield CardLine("others", y, sizes.folded)
        y += sizes.folded
    if pending:
        yield CardLine("slot", y, sizes.line, pending.layer, pending.place)


def _within(card: BoardCard, block: Block, look: Look, slot: Slot | None) -> list[tuple[LineKind, int]]:
    """What stands in an open layer: its rows, or its services where the rows are too many; a slot; how many more."""
    whole = (card.team.id, block.layer) in look.folding.whole
    kind: LineKind = "row"
    places = block.places
    if block.parts and len(places) > look.listed + 1 and not whole:
        kind, places = "part", tuple(part[0] for part in block.parts)
    cut = len(places) > look.listed + 1
    shown = places[: look.listed] if cut and not whole else places
    lines: list[tuple[LineKind, int]] = [(kind, place) for place in shown]
    if slot:
        lines.insert(sum(place <= slot.place for _, place in lines), ("slot", slot.place))
    return [*lines, ("more", -1)] if cut else lines


def _landing(slot: Slot | None) -> list[tuple[LineKind, int]]:
    return [("slot", slot.place)] if slot else []


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
        made: CardPlace = changed(
            self, rect=self.rect._replace(height=lines[-1].y + lines[-1].height + self.look.sizes.pad)
        )
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


def columns_in(width: float, sizes: BoardSizes = SCREEN) -> int:
    """How many cards stand side by side."""
    return max(1, int((width - 2 * sizes.margin + sizes.gap) // (sizes.narrowest + sizes.gap)))


def card_width_in(width: float, sizes: BoardSizes = SCREEN) -> int:
    """How wide each of the cards is that stand side by side."""
    room = (width - 2 * sizes.margin + sizes.gap) / columns_in(width, sizes) - sizes.gap
    return int(min(sizes.card_width, max(sizes.narrowest, room)))


def lay_out(groups: Iterable[BoardGroup], cards: Mapping[TeamId, BoardCard], look: Look, width: float) -> BoardLayout:
    """Groups from left to right, each on the line before it where all of it fits there, else on lines of its own."""
    flow, sizes = _Flow(look, width), look.sizes
    held = tuple(groups)
    for number, group in enumerate(held):
        flow.add(number, [cards[team] for team in group.teams])
    flow.end_line()
    new = Rect(sizes.margin, flow.y, flow.card_width, sizes.new_card)
    if flow.last_free is not None:
        new = flow.last_free
    height = round(max(flow.y + (0 if flow.last_free else sizes.new_card + sizes.below), new.bottom + sizes.below))
    right = max([width, *(place.rect.right + sizes.margin for place in flow.cards)])
    return BoardLayout(held, tuple(flow.cards), tuple(flow.brackets), new, round(right), height, flow.card_width)


class _Flow:
    """The lines filled so far."""

    def __init__(self, look: Look, width: float) -> None:
        self.look, self.sizes = look, look.sizes
        self.columns = columns_in(width, look.sizes)
        self.card_width = card_width_in(width, look.sizes)
        self.cards: list[CardPlace] = []
        self.brackets: list[Bracket] = []
        self.last_free: Rect | None = None
        self.y = look.sizes.top
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
        top = self.y + self.sizes.bracket
        self.last_free = None
        if self._column < self.columns:
            self.last_free = Rect(self._x(self._column), top, self.card_width, self.sizes.new_card)
        self.y = top + self._highest + self.sizes.below
        self._column = self._highest = 0

    def _put(self, group: int, cards: list[BoardCard], *, is_first: bool) -> None:
        left, top = self._x(self._column), self.y + self.sizes.bracket
        for card in cards:
            height = card_height(card, self.look, self.card_width)
            rect = Rect(self._x(self._column), top, self.card_width, height)
            self.cards.append(CardPlace(card, rect, group, self.look))
            self._highest = max(self._highest, height)
            self._column += 1
        right = self._x(self._column) - self.sizes.gap
        self.brackets.append(Bracket(group, Rect(left, self.y, right - left, self.sizes.bracket), is_first))

    def _x(self, column: int) -> int:
        return self.sizes.margin + column * (self.card_width + self.sizes.gap)


def _holds(rect: Rect, x: float, y: float) -> bool:
    return rect.x <= x < rect.right and rect.y <= y < rect.bottom
