"""Names that were too long for their places, whole; only where there are any."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from orgmodel.pdf.book import Folio, Leaf
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pen import Pen
from orgmodel.pdf.style import BODY, HAIRLINE, INK, INK2, LEAD, LINE, SMALL, TITLE_WIDE
from orgmodel.pdf.typesetting import wrapped
from orgmodel.sentences import listed

SECTION_NAME: Final = "Index of names"
_KIND: Final = 34.0


class _Line(NamedTuple):
    text: str
    kind: str
    ends: bool


def index(matter: Matter) -> list[Leaf]:
    names = matter.names
    if not names.cut and not names.missing:
        return []
    sheet = matter.portrait
    top = sheet.top + TITLE_WIDE.leading + 12
    lines = [line for name, kind in sorted(names.cut.items()) for line in _lines(name, kind, sheet.measure - _KIND)]
    per_page = int((sheet.bottom - top) / 4.4)
    chunks = [tuple(lines[place : place + per_page]) for place in range(0, len(lines), per_page)] or [()]
    leaves = []
    for number, chunk in enumerate(chunks):
        marks = (("index", SECTION_NAME, 0),) if number == 0 else ()
        leaves.append(Leaf(SECTION_NAME, sheet, partial(_draw, top, chunk, _said(matter)), bookmarks=marks))
    return leaves


def _said(matter: Matter) -> tuple[str, ...]:
    parts = []
    if matter.names.cut:
        parts.append("Names that end in “…” elsewhere stand here whole.")
    if matter.names.missing:
        codes = listed([f"[{ord(character):04X}]" for character in matter.names.missing], 21)
        parts.append(f"No font here draws these characters, so their codes are printed: {codes}.")
    return wrapped(" ".join(parts), LEAD, matter.portrait.measure)[:2]


def _lines(name: str, kind: str, width: float) -> list[_Line]:
    broken = wrapped(name, BODY, width)
    last = len(broken) - 1
    return [_Line(text, kind if place == last else "", place == last) for place, text in enumerate(broken)]


def _draw(top: float, lines: tuple[_Line, ...], said: tuple[str, ...], pen: Pen, _: Folio) -> None:
    sheet = pen.sheet
    with pen.tag("H1"):
        y = pen.lines(sheet.left, sheet.top, [SECTION_NAME], TITLE_WIDE)
    with pen.tag("P"):
        pen.lines(sheet.left, y, said, LEAD, INK2)
    y = top
    pen.open("L")
    begins = True
    for line in lines:
        if begins:
            pen.open("LI")
        pen.text(sheet.left, y + 3.1, line.text, BODY, INK)
        pen.text(sheet.right, y + 3.1, line.kind, SMALL, INK2, align="right")
        y += 4.4
        begins = line.ends
        if line.ends:
            pen.close()
            pen.rule(sheet.left, y, sheet.right, HAIRLINE, LINE)
    if not begins:
        pen.close()
    pen.close()
