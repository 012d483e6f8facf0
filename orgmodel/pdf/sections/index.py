"""Names that were too long for their places, whole; only where there are any."""

from __future__ import annotations

from typing import Final

from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.pages.table import Cell, Column, spread, table_blocks
from orgmodel.pdf.style import INK2
from orgmodel.sentences import listed

SECTION_NAME: Final = "Index of names"
_MOST_CODES: Final = 21


def index(matter: Matter) -> list[Leaf]:
    names = matter.names
    if not names.cut and not names.missing:
        return []
    sheet = matter.portrait
    columns = spread((Column("Name"), Column("What it names", 40)), sheet.measure)
    rows = [(name, Cell(kind, colour=INK2)) for name, kind in sorted(names.cut.items())]
    return flowed(SECTION_NAME, "index", sheet, _said(matter), table_blocks(columns, rows), empty="No name was cut.")


def _said(matter: Matter) -> str:
    parts = []
    if matter.names.cut:
        parts.append("Names that end in “…” elsewhere stand here whole.")
    if matter.names.missing:
        codes = listed([f"[{ord(character):04X}]" for character in matter.names.missing], _MOST_CODES)
        parts.append(f"No font here draws these characters, so their codes are printed: {codes}.")
    return " ".join(parts)
