"""Names that were too long for their places, whole; only where there are any."""

from __future__ import annotations

import re
from typing import Final

from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, air, said
from orgmodel.pdf.pages.columns import in_columns
from orgmodel.pdf.pages.table import Cell, Column, Row
from orgmodel.pdf.style import INK2, Sheet
from orgmodel.sentences import listed

SECTION_NAME: Final = "Index of names"
CUT_SAID: Final = "Names that end in “…” elsewhere stand here whole."
_MOST_CODES: Final = 21
_OVER_TABLE: Final = 2.0
_BESIDE: Final = 2
_KIND: Final = 22.0
_DIGITS: Final = re.compile(r"(\d+)")


def index_blocks(matter: Matter, sheet: Sheet) -> list[Block]:
    """The index without its title and what that says; nothing where no name was cut and every character was drawn."""
    names = matter.names
    if not names.cut and not names.missing:
        return []
    columns = (Column("Name"), Column("What it names", _KIND))
    cut = sorted(names.cut.items(), key=lambda each: (_in_order(each[0]), each[0]))
    rows = [Row((name, Cell(kind, colour=INK2))) for name, kind in cut]
    missing = [said(_missing_said(matter), sheet), air(_OVER_TABLE)] if names.missing else []
    return [*missing, *in_columns(columns, rows, sheet.measure, _BESIDE)]


def _in_order(name: str) -> tuple[tuple[str, int], ...]:
    """`Team 2` before `Team 10`, capitals beside small letters."""
    parts = _DIGITS.split(name.casefold())
    return tuple((text, int(number or 0)) for text, number in zip(parts[::2], [*parts[1::2], "0"], strict=True))


def _missing_said(matter: Matter) -> str:
    codes = listed([f"[{ord(character):04X}]" for character in matter.names.missing], _MOST_CODES)
    return f"No font here draws these characters, so their codes are printed: {codes}."
