"""The titles of the parts of a section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.pages.block import CONTINUED, Block
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import HEAD_RULE, INK, INK2, LEAD, SECTION, SMALL, Sheet
from orgmodel.pdf.type.typesetting import fitted, width_of, wrapped

_BESIDE: Final = 5.0
_OVER_HEADING: Final = 5.0
_UNDER_HEADING: Final = 1.4

Aside = Callable[[Folio], tuple[str, str]]
"""What stands at the right of a heading once pages have numbers, and the key that it leads to; "" for nothing."""


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
    lines = wrapped(text, SECTION, sheet.measure) or ("",)  # a name of blanks alone has a line too
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
