"""All teams and all layers, after the first page where that has room for some only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, TypeVar

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, air
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.flow import joined
from orgmodel.pdf.sections.summary.covered import COVERED_ROW, Covered, draw_covered
from orgmodel.pdf.sections.summary.load import TeamRow, draw_teams, team_rows
from orgmodel.pdf.style import TABLE_HEAD, TITLE_WIDE, Sheet

T = TypeVar("T")

TEAMS: Final = "Who carries what"
LAYERS: Final = "What is covered"
_ROW: Final = 5.6
_LOWEST_ROW: Final = 5.1
_OVER: Final = 9.0
"""Between the teams and the layers, in millimetres."""


def further(matter: Matter, teams: int | None, layers: Sequence[Covered]) -> list[Leaf]:
    """All teams, where the first page shows only so many, then the layers given; below the teams if there is room."""
    leaves = [] if teams is None else _teams(matter, teams)
    if not layers:
        return leaves
    height = TABLE_HEAD + len(layers) * COVERED_ROW
    table = Block(height, partial(_draw_layers, tuple(layers)), bookmarks=(("layers", LAYERS, 0),))
    page = joined(leaves[-1], [air(_OVER), table]) if leaves else None
    return [*leaves[:-1], page] if page else leaves + _layers(matter, layers)


def _teams(matter: Matter, shown: int) -> list[Leaf]:
    rows, sheet = team_rows(matter), matter.portrait
    if shown >= len(rows):
        return []
    parts = _parts(rows, _room(sheet, _LOWEST_ROW))
    row = min(_ROW, (sheet.bottom - _top(sheet) - TABLE_HEAD) / len(parts[0]))
    leaves: list[Leaf] = []
    for number, part in enumerate(parts):
        marks = (("carried", TEAMS, 0),) if number == 0 else ()
        free = (_top(sheet) + TABLE_HEAD + len(part) * row, sheet.bottom)
        leaves.append(Leaf(TEAMS, sheet, partial(_draw_teams, matter, part, row), bookmarks=marks, free=free))
    return leaves


def _layers(matter: Matter, layers: Sequence[Covered]) -> list[Leaf]:
    leaves: list[Leaf] = []
    for number, part in enumerate(_parts(layers, _room(matter.portrait, COVERED_ROW))):
        marks = (("layers", LAYERS, 0),) if number == 0 else ()
        leaves.append(Leaf(LAYERS, matter.portrait, partial(_draw_page, part), bookmarks=marks))
    return leaves


def _top(sheet: Sheet) -> float:
    return sheet.top + TITLE_WIDE.leading + 2


def _room(sheet: Sheet, row: float) -> int:
    """How many rows of that height a page has room for, below the table's head."""
    return int((sheet.bottom - _top(sheet) - TABLE_HEAD) / row)


def _parts(items: Sequence[T], most: int) -> list[tuple[T, ...]]:
    """On as few pages as hold so many each, and nearly as many on each of them."""
    pages = -(-len(items) // most)
    size = -(-len(items) // pages)
    return [tuple(items[place : place + size]) for place in range(0, len(items), size)]


def _draw_teams(matter: Matter, rows: tuple[TeamRow, ...], height: float, pen: Pen, _: Folio) -> None:
    sheet = pen.sheet
    pen.title(TEAMS, TITLE_WIDE)
    draw_teams(matter, pen, _top(sheet), rows, height, is_titled=False)


def _draw_page(layers: tuple[Covered, ...], pen: Pen, folio: Folio) -> None:
    pen.title(LAYERS, TITLE_WIDE)
    draw_covered(pen, _top(pen.sheet), layers, len(layers), folio, is_titled=False)


def _draw_layers(layers: tuple[Covered, ...], pen: Pen, top: float, folio: Folio) -> None:
    draw_covered(pen, top, layers, len(layers), folio)
