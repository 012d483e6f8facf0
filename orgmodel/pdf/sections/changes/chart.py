"""What each team answers for before and after, as bars: the outline is before, the solid one after."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from orgmodel.diagram.change_overview import BETWEEN, THICK, ChangeOverview, TeamBars, change_overview
from orgmodel.pdf.drawing.marks import draw_kind
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, said
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import (
    BODY,
    BODY_BOLD,
    COLUMN,
    HAIRLINE,
    HEAD_RULE,
    INK,
    INK2,
    KIND_COLOURS,
    LINE,
    PAPER,
    Sheet,
)
from orgmodel.sentences import counted

_ROW: Final = 7.6
_HEAD: Final = 4.6
_NAME: Final = 52.0
_NUMBERS: Final = (12.0, 12.0, 16.0)
_GLYPH: Final = 4.2
_TABLE: Final = "changes-by-team"
_LINE: Final = 0.28
"""How thick the outline of a bar is, in millimetres."""
_ABSENT: Final = "–"


def chart_blocks(matter: Matter, sheet: Sheet) -> Iterator[Block]:
    """A row for each team, or for each whose count changes where there are many."""
    comparison = matter.comparison
    if comparison is None:
        return
    room = sheet.measure - _NAME - sum(_NUMBERS) - 6
    overview = change_overview(comparison.before.organization, comparison.after.organization, room, matter.order.teams)
    head = Block(_HEAD, partial(_draw_head, sheet), holds=2 * _ROW, table=_TABLE)
    if overview.bars:
        yield head
    for bars in overview.bars:
        name = "".join(matter.names.fit(bars.name, "team", BODY, _NAME - 9, 1))
        yield Block(_ROW, partial(_draw_row, sheet, bars, name), again=head, table=_TABLE)
    if overview.same:
        yield said(_same(overview), sheet)


def _same(overview: ChangeOverview) -> str:
    more = "more " if overview.bars else ""
    many = "answers" if overview.same == 1 else "answer"
    return f"{counted(overview.same, more + 'team', more + 'teams')} {many} for as many rows as before."


def _draw_head(sheet: Sheet, pen: Pen, top: float, _: Folio) -> None:
    base = top + _HEAD - 1.4
    with pen.tag("TR"):
        pen.piece("TH", sheet.left, base, "Team", COLUMN, scope="Column")
        pen.piece("TH", sheet.left + _NAME, base, "Responsibilities answered for", COLUMN, scope="Column")
        for title, right in zip(("Before", "After", "Change"), _rights(sheet), strict=True):
            pen.piece("TH", right, base, title, COLUMN, align="right", scope="Column")
    pen.rule(sheet.left, top + _HEAD, sheet.right, HEAD_RULE)


def _rights(sheet: Sheet) -> tuple[float, ...]:
    after, change = sheet.right - _NUMBERS[2], sheet.right
    return after - _NUMBERS[1], after, change


def _draw_row(sheet: Sheet, bars: TeamBars, name: str, pen: Pen, top: float, _: Folio) -> None:
    middle = top + _ROW / 2
    base = middle + 1.05
    draw_kind(pen, bars.kind, sheet.left, middle - _GLYPH / 2, _GLYPH)
    said_of = (_count(bars.before), _count(bars.after), _moved(bars))
    with pen.tag("TR"):
        pen.piece("TH", sheet.left + 6.4, base, name, BODY, scope="Row")
        pen.cells(1, alt=f"{said_of[0]} before, {said_of[1]} after")
        styles = (BODY, BODY_BOLD, BODY)
        for number, right, style in zip(said_of, _rights(sheet), styles, strict=True):
            pen.piece("TD", right, base, number, style, INK if style is BODY_BOLD else INK2, align="right")
    _draw_bars(pen, sheet.left + _NAME, top, bars)
    pen.rule(sheet.left, top + _ROW, sheet.right, HAIRLINE, LINE)


def _draw_bars(pen: Pen, x: float, top: float, bars: TeamBars) -> None:
    thick = THICK * _ROW
    upper = top + _ROW * (1 - 2 * THICK - BETWEEN) / 2
    colour = KIND_COLOURS[bars.kind]
    if bars.outline:
        pen.used["bar-before"] = None
        wide = max(bars.outline - _LINE, 0.2)
        pen.box(x + _LINE / 2, upper + _LINE / 2, wide, thick - _LINE, fill=PAPER, stroke=INK2, line=0.8)
    if bars.solid:
        pen.used["bar-after"] = None
        pen.box(x, upper + thick + BETWEEN * _ROW, bars.solid, thick, fill=colour)


def _count(number: int | None) -> str:
    return _ABSENT if number is None else f"{number:,}"


def _moved(bars: TeamBars) -> str:
    if bars.before is None:
        return "new"
    if bars.after is None:
        return "gone"
    return f"+{bars.moved:,}" if bars.moved > 0 else f"−{-bars.moved:,}" if bars.moved else "same"
