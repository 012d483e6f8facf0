"""Blocks one below the other over as many pages as they need: no block is cut, no page is empty."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Final

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.pages.block import CONTINUED, Block, height_of, said
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.headings import heading
from orgmodel.pdf.style import INK2, LEAD, TITLE_WIDE, Sheet
from orgmodel.pdf.type.typesetting import balanced, width_of

NOTHING: Final = "There is nothing to say here."
_BESIDE: Final = 5.0
_UNDER_TITLE: Final = 3.0
_MOST_LEAD: Final = 4
_LOW: Final = 0.25
"""A last page that is filled less is evened out with the one before."""
_LEAST_KEPT: Final = 0.45
"""As much of that one stays full."""


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
        end = title.end + height_of(page)
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
    if top + height_of(blocks) > bottom:
        return None

    def draw(pen: Pen, folio: Folio) -> None:
        leaf.draw(pen, folio)
        _draw_blocks(blocks, top, pen, folio)

    return leaf._replace(
        draw=draw,
        keys=(*leaf.keys, *(key for block in blocks for key in block.keys)),
        bookmarks=(*leaf.bookmarks, *(mark for block in blocks for mark in block.bookmarks)),
        free=(top + height_of(blocks), bottom),
    )


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
    if len(pages) < 2 or height_of(pages[-1]) > _LOW * later:
        return pages
    whole = room if len(pages) == 2 else later
    found = pages
    for place, block in reversed([*enumerate(pages[-2])]):
        if block.opens and _LEAST_KEPT * whole <= height_of(pages[-2][:place]):
            evened = _paged(blocks, head, room, later, block)
            if len(evened) > len(pages):
                return found
            found = evened
            if height_of(found[-1]) > _LOW * later:
                return found
    return found


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
