"""Names that were too long for their places, whole; only where there are any."""

from __future__ import annotations

import re
from typing import Final

from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.flow import Block, said
from orgmodel.pdf.pages.table import Cell, Column, Row, spread, table_blocks
from orgmodel.pdf.style import INK2, Sheet
from orgmodel.sentences import listed

SECTION_NAME: Final = "Index of names"
_MOST_CODES: Final = 21
_DIGITS: Final = re.compile(r"(\d+)")


def index_blocks(matter: Matter, sheet: Sheet) -> list[Block]:
    """What the index says, without its title; nothing where no name was cut and every character was drawn."""
    names = matter.names
    if not names.cut and not names.missing:
        return []
    columns = spread((Column("Name"), Column("What it names", 40)), sheet.measure)
    cut = sorted(names.cut.items(), key=lambda each: (_in_order(each[0]), each[0]))
    rows = [Row((name, Cell(kind, colour=INK2))) for name, kind in cut]
    return [said(_said(matter), sheet), *table_blocks(columns, rows)]


def _in_order(name: str) -> tuple[tuple[str, int], ...]:
    """`Team 2` before `Team 10`, capitals beside small letters."""
    parts = _DIGITS.split(name.casefold())
    return tuple((text, int(number or 0)) for text, number in zip(parts[::2], [*parts[1::2], "0"], strict=True))


def _said(matter: Matter) -> str:
    parts = []
    if matter.names.cut:
        parts.append("Names that end in “…” elsewhere stand here whole.")
    if matter.names.missing:
        codes = listed([f"[{ord(character):04X}]" for character in matter.names.missing], _MOST_CODES)
        parts.append(f"No font here draws these characters, so their codes are printed: {codes}.")
    return " ".join(parts)
