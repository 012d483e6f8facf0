"""All teams and all layers, on pages of their own where the summary has room for some only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, TypeVar

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.sections.summary.covered import COVERED_ROW, Covered, draw_covered
from orgmodel.pdf.sections.summary.load import TeamRow, draw_teams, team_rows
from orgmodel.pdf.style import TITLE_WIDE, Sheet

T = TypeVar("T")

TEAMS: Final = "Who carries what"
LAYERS: Final = "What is covered"
_ROW: Final = 5.6


def further_teams(matter: Matter, shown: int) -> list[Leaf]:
    """All teams, where the summary shows only so many."""
    rows = team_rows(matter)
    leaves: list[Leaf] = []
    for number, part in enumerate(_parts(rows, _room(matter.portrait, _ROW)) if shown < len(rows) else ()):
        marks = (("carried", TEAMS, 0),) if number == 0 else ()
        leaves.append(Leaf(TEAMS, matter.portrait, partial(_draw_teams, matter, part), bookmarks=marks))
    return leaves


def further_layers(matter: Matter, layers: Sequence[Covered], shown: int) -> list[Leaf]:
    """All layers, where the summary shows only so many."""
    leaves: list[Leaf] = []
    for number, part in enumerate(_parts(layers, _room(matter.portrait, COVERED_ROW)) if shown < len(layers) else ()):
        marks = (("layers", LAYERS, 0),) if number == 0 else ()
        leaves.append(Leaf(LAYERS, matter.portrait, partial(_draw_layers, part), bookmarks=marks))
    return leaves


def _top(sheet: Sheet) -> float:
    return sheet.top + TITLE_WIDE.leading + 2


def _room(sheet: Sheet, row: float) -> int:
    """How many rows of that height a page has room for, below the table's head."""
    return int((sheet.bottom - _top(sheet) - 7) / row)


def _parts(items: Sequence[T], size: int) -> list[tuple[T, ...]]:
    return [tuple(items[place : place + size]) for place in range(0, len(items), size)]


def _draw_teams(matter: Matter, rows: tuple[TeamRow, ...], pen: Pen, _: Folio) -> None:
    sheet = pen.sheet
    pen.title(TEAMS, TITLE_WIDE)
    draw_teams(matter, pen, _top(sheet), rows, _ROW)


def _draw_layers(layers: tuple[Covered, ...], pen: Pen, folio: Folio) -> None:
    sheet = pen.sheet
    pen.title(LAYERS, TITLE_WIDE)
    draw_covered(pen, _top(sheet), layers, len(layers), folio)
