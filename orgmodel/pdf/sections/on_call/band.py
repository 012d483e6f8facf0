"""A team's band: its name, and below it lines in one half or two, in blocks that a page may part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from orgmodel.model import Team
from orgmodel.pdf.drawing.marks import draw_kind
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import CONTINUED, Block
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import BODY_BOLD, HAIRLINE, INK2, LINE, SMALL, Sheet
from orgmodel.sentences import headcount

GUTTER: Final = 9.0
"""Between two halves, in millimetres."""
_LEFT: Final = 0.42
"""How much of the rest the left one has."""
INDENT: Final = 7.6
"""Lines under the name of a team stand so far in."""
WIDE: Final = 230.0
"""From so wide a measure on, a band has two halves."""
OVER: Final = 1.8
"""Above the first line of a half that has no name over it."""
_TEAM: Final = 7.6
_MOST_HIGH: Final = 24.0
"""Lines of a band stay together up to so high."""
_LEAST_HIGH: Final = 12.0
"""Less of a band than that does not stand alone."""
_UNDER: Final = 2.0


class Place(NamedTuple):
    """Where a line of half a band is drawn: its left edge, its top and its width."""

    x: float
    top: float
    width: float


def halves(sheet: Sheet) -> tuple[float, float]:
    """How wide the left half and the right one are; both as wide as the sheet where they stand below each other."""
    if sheet.measure <= WIDE:
        return sheet.measure, sheet.measure
    left = (sheet.measure - GUTTER) * _LEFT
    return left, sheet.measure - GUTTER - left


class Entry(NamedTuple):
    """A line of half a band."""

    height: float
    draw: Callable[[Pen, Place], None]


_Pair = tuple[Sequence[Entry], Sequence[Entry]]


class Band:
    """A team: its name, then the lines of both halves, in blocks that a page may part; its name stands again there."""

    def __init__(self, matter: Matter, team: Team, head: Block) -> None:
        self._kind = team.kind
        self._name = matter.names.fit(team.name, "team", BODY_BOLD, 90, 1)
        self._about = headcount(team.people)
        self._head = head

    def blocks(self, left: list[Entry], right: list[Entry], *, is_wide: bool) -> Iterator[Block]:
        title = Entry(_TEAM, lambda pen, place: self._draw_title(pen, place.top, self._about))
        pairs: list[_Pair] = [(part, ()) for part in _chunks([title, *left, *right])]
        if is_wide:
            pairs = list(_pairs([title, *left], [room(OVER), *right]))
        again = Block(self._head.height + _TEAM, self._draw_again)
        for place, pair in enumerate(pairs):
            is_last = place == len(pairs) - 1
            height = _height(pair) + (_UNDER if is_last else 0.0)
            draw = partial(_draw_pair, pair, is_last=is_last)
            yield Block(height, draw, again=again if place else self._head, opens=not place)

    def _draw_again(self, pen: Pen, top: float, folio: Folio) -> None:
        self._head.draw(pen, top, folio)
        self._draw_title(pen, top + self._head.height, CONTINUED)

    def _draw_title(self, pen: Pen, top: float, about: str) -> None:
        sheet = pen.sheet
        draw_kind(pen, self._kind, sheet.left, top + 1.5, 5.4)
        end = sheet.left + INDENT
        with pen.tag("H3"):
            for line in self._name:
                end += pen.text(end, top + 5.4, line, BODY_BOLD)
        with pen.tag("P"):
            pen.text(end + 3, top + 5.4, about, SMALL, INK2)


def _pairs(left: list[Entry], right: list[Entry]) -> Iterator[_Pair]:
    """The right half stands whole beside the first lines of the left one, as many as it is high."""
    first, *rest = _chunks(left, _height((right, ())))
    yield first, right
    for part in rest:
        yield part, ()


def _chunks(entries: list[Entry], first: float = 0.0) -> list[list[Entry]]:
    """The lines in parts of about the same height, none of them low; the first at least as high as asked."""
    chunks: list[list[Entry]] = [[]]
    for entry in entries:
        held = sum(each.height for each in chunks[-1])
        is_full = held >= first if len(chunks) == 1 and first else held + entry.height > _MOST_HIGH
        if chunks[-1] and is_full:
            chunks.append([])
        chunks[-1].append(entry)
    if len(chunks) > 1 and sum(each.height for each in chunks[-1]) < _LEAST_HIGH:
        last = chunks.pop()
        chunks[-1] += last
    return chunks


def _height(pair: _Pair) -> float:
    return max(sum(entry.height for entry in side) for side in pair)


def room(height: float) -> Entry:
    """A line with nothing in it."""
    return Entry(height, _draw_nothing)


def _draw_nothing(_: Pen, __: Place) -> None:
    pass


def _draw_pair(pair: _Pair, pen: Pen, top: float, _: Folio, *, is_last: bool) -> None:
    sheet, (left, right) = pen.sheet, pair
    wide, other = halves(sheet)
    for entries, x, width in ((left, sheet.left, wide), (right, sheet.right - other, other)):
        y = top
        for entry in entries:
            entry.draw(pen, Place(x, y, width))
            y += entry.height
    if is_last:
        pen.rule(sheet.left, top + _height(pair) + _UNDER - 0.6, sheet.right, HAIRLINE, LINE)
