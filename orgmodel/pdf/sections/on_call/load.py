"""Each team's band: at the left everybody's share of time on call with the limit, at the right its load and its sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.diagram.bars import scale_of
from orgmodel.graph import OrgGraph
from orgmodel.load import Part, loads
from orgmodel.pdf.drawing.marks import SAID, draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, air
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.sections.on_call.band import INDENT, OVER, WIDE, Band, Entry, Place, halves, room
from orgmodel.pdf.sections.on_call.share_bars import Scale, share_entries
from orgmodel.pdf.sections.on_call.shares import share_lines
from orgmodel.pdf.style import HEAD_RULE, INK2, SECTION, SMALL, SMALL_BOLD, Sheet
from orgmodel.pdf.type.typesetting import balanced, width_of
from orgmodel.sentences import capital, listed

_ROW: Final = 4.2
_BASE: Final = 3.2
_PART: Final = 34.0


def load_blocks(matter: Matter, sheet: Sheet) -> Iterator[Block]:
    """The head, and a band for each team; the head stands again on every page."""
    if not matter.teams:
        return
    every = share_lines(matter)
    limit = matter.organization.settings.limit("on_call_share")
    whole = scale_of(limit, (line.percent for lines in every.values() for line in lines))
    scale = Scale(limit, matter.organization.settings.limit("on_call_share_error"), whole)
    carried = loads(OrgGraph(matter.organization))
    is_wide, (_, half) = sheet.measure > WIDE, halves(sheet)
    head = _head(f"limit {limit:g} %", sheet, is_wide=is_wide)
    bands: list[Block] = []
    for team in matter.teams:
        left = list(share_entries(matter, every[team.id], scale, sheet))
        load = carried.get(team.id)
        right = _part_entries(load.parts, half, 0.0 if is_wide else INDENT) if load else []
        bands += Band(matter, team, head).blocks(left, right if is_wide else [room(OVER), *right], is_wide=is_wide)
    yield air(6)
    yield head._replace(holds=bands[0].height, opens=True)
    yield bands[0]._replace(opens=False)
    yield from bands[1:]


def _head(limit: str, sheet: Sheet, *, is_wide: bool) -> Block:
    height = SECTION.leading + 1.2
    left = "Share of time on call" if is_wide else "Share of time on call, and load"

    def draw(pen: Pen, top: float, _: Folio) -> None:
        half, other = halves(sheet)
        base = top + SECTION.rise
        with pen.tag("H2"):
            pen.text(sheet.left, base, left, SECTION)
        pen.text(sheet.left + half, base, limit, SMALL, INK2, align="right")
        pen.rule(sheet.left, top + height, sheet.left + half, HEAD_RULE)
        if is_wide:
            with pen.tag("H2"):
                pen.text(sheet.right - other, base, "Load, and its sum", SECTION)
            pen.rule(sheet.right - other, top + height, sheet.right, HEAD_RULE)

    return Block(height, draw)


def _part_entries(parts: Sequence[Part], width: float, indent: float) -> list[Entry]:
    """The parts of a load with their sums, and in one line those of which nothing is known; nothing of what is none."""
    unknown = [part.name for part in parts if part.total is None]
    summed = [part for part in parts if part.terms and part.total is not None]
    entries = [_part_entry(part.name, part.said, width, indent) for part in summed]
    if unknown:
        entries.append(_unknown_entry(capital(listed(unknown).lower()), indent))
    return entries or [_part_entry("Nothing", "no rows, services or hand-offs", width, indent)]


def _part_entry(name: str, said: str, width: float, indent: float) -> Entry:
    lines = balanced(said, SMALL, width - _PART - indent)

    def draw(pen: Pen, place: Place) -> None:
        x, base = place.x + indent, place.top + _BASE
        with pen.tag("P"):
            pen.text(x, base, name, SMALL_BOLD)
            for number, line in enumerate(lines):
                pen.text(x + _PART, base + number * SMALL.leading, line, SMALL)

    return Entry(_ROW + max(len(lines) - 1, 0) * SMALL.leading, draw)


def _unknown_entry(names: str, indent: float) -> Entry:
    start = max(_PART, width_of(names, SMALL) + 3.0)

    def draw(pen: Pen, place: Place) -> None:
        x, base = place.x + indent, place.top + _BASE
        with pen.tag("P"):
            pen.text(x, base, names, SMALL, INK2)
            draw_mark(pen, "not-assessed", x + start, place.top + 0.6, 3.2, means=SAID)
            pen.text(x + start + 4.8, base, "unknown", SMALL, INK2)

    return Entry(_ROW, draw)
