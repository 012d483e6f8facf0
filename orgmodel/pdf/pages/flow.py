"""Blocks one below the other over as many pages as they need: no block is cut, no page is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import Final, NamedTuple, Protocol

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.style import BODY, HEAD_RULE, INK, INK2, LEAD, SECTION, SMALL, TITLE_WIDE, Sheet
from orgmodel.pdf.type.typesetting import balanced, fitted, width_of, wrapped

NOTHING: Final = "There is nothing to say here."
CONTINUED: Final = "continued"
_BESIDE: Final = 5.0
_UNDER_TITLE: Final = 3.0
_MOST_LEAD: Final = 4
_OVER_HEADING: Final = 5.0
_UNDER_HEADING: Final = 1.4
_LOW: Final = 0.25
"""A last page that is filled less is evened out with the one before."""
_LEAST_KEPT: Final = 0.45
"""As much of that one stays full."""


class Parting(Protocol):
    """Cuts a block where it may be cut; None where too little of it stands in `room`, unless no page has more."""

    def __call__(self, room: float, *, is_whole_page: bool) -> tuple[Block, Block] | None: ...


class Block(NamedTuple):
    """Something of a section that is never cut: how high it is in millimetres, and how it is drawn from its top.

    `holds` keeps it on one page with so many millimetres of what follows; `keys` can be led to; `bookmarks` are keys
    with title and level. `again` is drawn above it where it begins a page; `table` is the same for all rows of a table,
    which are one table to those who listen; what has `air` alone is left out at the top of a page. `part` gives what of
    it stands in so many millimetres, and the rest, for what may be cut after all. What `opens` a part of the section is
    where a page may end earlier than it has to, so that the last one is not nearly empty.
    """

    height: float
    draw: Callable[[Pen, float, Folio], None]
    holds: float = 0.0
    keys: tuple[str, ...] = ()
    bookmarks: tuple[tuple[str, str, int], ...] = ()
    again: Block | None = None
    table: str = ""
    is_air: bool = False
    opens: bool = False
    part: Parting | None = None


Aside = Callable[[Folio], tuple[str, str]]
"""What stands at the right of a heading once pages have numbers, and the key that it leads to; "" for nothing."""


def flowed(
    name: str,
    key: str,
    sheet: Sheet,
    lead: str,
    blocks: Sequence[Block],
    *,
    head: Block | None = None,
    empty: str = NOTHING,
    spare: float = 0.0,
) -> list[Leaf]:
    """The pages of a section: its title, and a lead beside or below it; `continued` on pages that follow.

    `head` is repeated on every page; without blocks there is one page that says `empty`; `spare` is by how many
    millimetres the section may come nearer to the foot than where two lines of legend begin.
    """
    first, later = _Title(name, lead, sheet), _Title(name, None, sheet)
    room = sheet.bottom + spare
    leaves: list[Leaf] = []
    for number, page in enumerate(_evened(blocks or [said(empty, sheet)], head, room - first.end, room - later.end)):
        title = later if number else first
        own = [] if number else [(key, name, 0)]
        marks = (*own, *(mark for block in page for mark in block.bookmarks))
        keys = tuple(key for block in page for key in block.keys)
        end = title.end + _height(page)
        leaves.append(Leaf(name, sheet, partial(_draw, title, page), keys, marks, (end, room)))
    return leaves if blocks else [leaves[0]._replace(only=empty)]


def shared(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The pages, of which those that say a sentence alone stand on the page before where it has room."""
    found: list[Leaf] = []
    for leaf in leaves:
        page = _with_sentence(found[-1], leaf) if found and leaf.only else None
        if page:
            found[-1] = page
        else:
            found.append(leaf)
    return found


def _with_sentence(before: Leaf, leaf: Leaf) -> Leaf | None:
    """The page before with the title and the sentence of one below it, at the same bookmarks."""
    sheet = before.sheet
    title = heading(leaf.section, sheet)._replace(keys=leaf.keys, bookmarks=leaf.bookmarks)
    return joined(before, [title, said(leaf.only, sheet)])


def joined(leaf: Leaf, blocks: Sequence[Block]) -> Leaf | None:
    """A page with blocks below what stands on it; None where it has no room for all of them."""
    top, bottom = leaf.free
    if top + _height(blocks) > bottom:
        return None

    def draw(pen: Pen, folio: Folio) -> None:
        leaf.draw(pen, folio)
        _draw_blocks(blocks, top, pen, folio)

    return leaf._replace(
        draw=draw,
        keys=(*leaf.keys, *(key for block in blocks for key in block.keys)),
        bookmarks=(*leaf.bookmarks, *(mark for block in blocks for mark in block.bookmarks)),
        free=(top + _height(blocks), bottom),
    )


def said(text: str, sheet: Sheet, *, width: float | None = None, colour: str = INK2) -> Block:
    """A sentence, in as many lines as it needs."""
    lines = wrapped(text, BODY, width or sheet.measure)

    def draw(pen: Pen, top: float, _: Folio) -> None:
        with pen.tag("P"):
            pen.lines(sheet.left, top, lines, BODY, colour)

    return Block(max(len(lines), 1) * BODY.leading, draw)


def air(height: float) -> Block:
    """Room between blocks, which the top of a page does without."""
    return Block(height, lambda *_: None, is_air=True)


def heading(
    text: str,
    sheet: Sheet,
    *,
    key: str | None = None,
    level: int | None = None,
    holds: float = 14.0,
    aside: Aside | None = None,
) -> Block:
    """The title of a part of a section, with its air above; at a `level` it is among the bookmarks too."""
    lines = wrapped(text, SECTION, sheet.measure)
    height = _OVER_HEADING + len(lines) * SECTION.leading + _UNDER_HEADING

    def draw(pen: Pen, top: float, folio: Folio) -> None:
        with pen.tag("H2"):
            pen.lines(sheet.left, top + _OVER_HEADING, lines, SECTION, INK)
        if aside is not None:
            _draw_aside(pen, sheet, top + _OVER_HEADING, width_of(lines[-1], SECTION), aside(folio))

    marks = ((key, text, level),) if key and level is not None else ()
    keys = (key,) if key and level is None else ()
    return Block(height, draw, holds=holds, keys=keys, bookmarks=marks, opens=True)


def _draw_aside(pen: Pen, sheet: Sheet, top: float, taken: float, told: tuple[str, str]) -> None:
    """At the right of a heading, as far as it leaves room: a remark that leads to a key."""
    text, key = told
    wide = width_of(text, SMALL)
    if text and taken + _BESIDE + wide <= sheet.measure:
        with pen.tag("P"), pen.tag("Link"):
            pen.text(sheet.right, top + SECTION.rise, text, SMALL, INK2, align="right")
            pen.link(sheet.right - wide, top, wide, SECTION.leading, key)


def ruled_heading(text: str, sheet: Sheet, *, key: str | None = None, holds: float = 14.0) -> Block:
    """The same over a rule, for what is a list and no table."""
    plain = heading(text, sheet, key=key, holds=holds)

    def draw(pen: Pen, top: float, folio: Folio) -> None:
        plain.draw(pen, top, folio)
        pen.rule(sheet.left, top + plain.height, sheet.right, HEAD_RULE)

    return plain._replace(draw=draw)


def titled(
    text: str,
    sheet: Sheet,
    blocks: Sequence[Block],
    *,
    key: str | None = None,
    level: int | None = None,
    aside: Aside | None = None,
) -> list[Block]:
    """A heading over blocks, which stands above them again, with `continued`, wherever one of them begins a page."""
    if not blocks:
        return []
    again = _heading_again(text, sheet)
    repeated = [
        block._replace(again=again if block.again is None else _stacked(again, block.again)) for block in blocks[1:]
    ]
    first = blocks[0]
    opening = heading(text, sheet, key=key, level=level, holds=first.height + first.holds, aside=aside)
    return [opening, first, *repeated]


def _heading_again(text: str, sheet: Sheet) -> Block:
    line = fitted(text, SECTION, sheet.measure - width_of(f" {CONTINUED}", LEAD) - 2, 1).lines

    def draw(pen: Pen, top: float, _: Folio) -> None:
        end = sheet.left + pen.text(sheet.left, top + SECTION.rise, "".join(line), SECTION)
        pen.text(end + 2, top + SECTION.rise, CONTINUED, LEAD, INK2)

    return Block(SECTION.leading + _UNDER_HEADING, draw)


def _stacked(above: Block, below: Block) -> Block:
    """Two blocks as one."""

    def draw(pen: Pen, top: float, folio: Folio) -> None:
        with pen.aside():
            above.draw(pen, top, folio)
        below.draw(pen, top + above.height, folio)

    return Block(above.height + below.height, draw, table=below.table)


class _Title:
    """A section's name with its lead beside it, or below where that is too long; None on the pages that follow.

    `end` is where content starts.
    """

    def __init__(self, name: str, lead: str | None, sheet: Sheet) -> None:
        self.name, self.is_first = name, lead is not None
        self.lead = lead = CONTINUED if lead is None else lead
        self.start = sheet.left + width_of(name, TITLE_WIDE) + _BESIDE
        self.is_beside = self.start + width_of(lead, LEAD) <= sheet.right
        self.lines = () if self.is_beside else balanced(lead, LEAD, sheet.measure)[:_MOST_LEAD]
        self.end = sheet.top + TITLE_WIDE.leading + _UNDER_TITLE + len(self.lines) * LEAD.leading

    def draw(self, pen: Pen) -> None:
        sheet = pen.sheet
        base = sheet.top + TITLE_WIDE.rise
        pen.title(self.name, TITLE_WIDE, is_first=self.is_first)
        if not self.is_first:
            pen.text(self.start, base, self.lead, LEAD, INK2)
        elif self.lead:
            with pen.tag("P"):
                if self.is_beside:
                    pen.text(self.start, base, self.lead, LEAD, INK2)
                pen.lines(sheet.left, sheet.top + TITLE_WIDE.leading + 1, self.lines, LEAD, INK2)


def _evened(blocks: Sequence[Block], head: Block | None, room: float, later: float) -> list[tuple[Block, ...]]:
    """The blocks by pages; where hardly anything is left for the last, it begins with parts of the one before."""
    pages = _paged(blocks, head, room, later)
    if len(pages) < 2 or _height(pages[-1]) > _LOW * later:
        return pages
    whole = room if len(pages) == 2 else later
    found = pages
    for place, block in reversed([*enumerate(pages[-2])]):
        if block.opens and _LEAST_KEPT * whole <= _height(pages[-2][:place]):
            evened = _paged(blocks, head, room, later, block)
            if len(evened) > len(pages):
                return found
            found = evened
            if _height(found[-1]) > _LOW * later:
                return found
    return found


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks)


def _paged(
    blocks: Sequence[Block], head: Block | None, room: float, later: float, first: Block | None = None
) -> list[tuple[Block, ...]]:
    """The blocks by pages, `room` high the first and `later` the others, each with what is repeated on it.

    `first` begins a page whatever room there is before it.
    """
    pages: list[list[Block]] = []
    left = -1.0
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        if pages and (cut := _cut(block, left)):
            block, rest = cut
            waiting.append(rest)
        is_full = block is first or block.height + _held(block, waiting, left - block.height) > left
        if not pages or (is_full and any(not each.is_air for each in pages[-1])):
            if block.is_air:
                left = -1.0 if pages else left
                continue
            repeated = [each for each in (head, block.again) if each is not None]
            left = (later if pages else room) - sum(each.height for each in repeated)
            pages.append(repeated)
            if cut := _cut(block, left, is_whole_page=True):
                block, rest = cut
                waiting.append(rest)
        pages[-1].append(block)
        left -= block.height
    return [tuple(page) for page in pages]


def _held(block: Block, waiting: Sequence[Block], room: float) -> float:
    """How much of what follows a block stands on one page with it; a title that holds some, with what it opens."""
    if not (block.opens and block.holds and waiting):
        return block.holds
    begins = waiting[-1]
    cut = _cut(begins, room)
    return max(block.holds, cut[0].height if cut else begins.height + begins.holds)


def _cut(block: Block, room: float, *, is_whole_page: bool = False) -> tuple[Block, Block] | None:
    """What of a block stands in the room that it is too high for, and the rest, which has the same above it."""
    cut = block.part(room, is_whole_page=is_whole_page) if block.part and block.height > room else None
    return cut and (cut[0]._replace(again=block.again), cut[1]._replace(again=block.again))


def _draw(title: _Title, page: tuple[Block, ...], pen: Pen, folio: Folio) -> None:
    title.draw(pen)
    _draw_blocks(page, title.end, pen, folio)


def _draw_blocks(blocks: Sequence[Block], top: float, pen: Pen, folio: Folio) -> None:
    for table, run in groupby(blocks, key=lambda block: block.table):
        if table:
            pen.open("Table")
        for block in run:
            for key in block.keys:
                pen.anchor(key, max(top - 3, 0))
            block.draw(pen, top, folio)
            top += block.height
        if table:
            pen.close()
