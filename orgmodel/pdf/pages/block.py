"""What a section is made of: blocks that are drawn one below the other, as far down as a page has room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, Protocol

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import BODY, INK2, Sheet
from orgmodel.pdf.type.typesetting import wrapped

CONTINUED: Final = "continued"


class Parting(Protocol):
    """Cuts a block where it may be cut; None where too little of it stands in `room`, unless no page has more."""

    def __call__(self, room: float, *, is_whole_page: bool) -> tuple[Block, Block] | None: ...


class Block(NamedTuple):
    """Something of a section that is never cut: how high it is in millimetres, and how it is drawn from its top.

    `holds` keeps it on one page with so many millimetres of what follows; `keys` can be led to; `bookmarks` are keys
    with title and level. `again` is drawn above it where it begins a page; `table` is the same for all rows of a table,
    which are one table to those who listen; what `is_air` is left out at the top of a page. `part` gives what of
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


def height_of(blocks: Sequence[Block]) -> float:
    """Of all together, in millimetres."""
    return sum(block.height for block in blocks)
