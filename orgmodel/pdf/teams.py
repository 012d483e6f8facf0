"""All teams and all layers, on pages of their own where the summary has room for some only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, TypeVar

from orgmodel.pdf.book import Folio, Leaf
from orgmodel.pdf.coverage import COVERED_ROW, Covered, covered_layers, draw_covered
from orgmodel.pdf.load import TeamRow, draw_teams, team_rows
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pen import Pen
from orgmodel.pdf.style import TITLE_WIDE
from orgmodel.pdf.summary import planned

T = TypeVar("T")

TEAMS: Final = "Teams"
LAYERS: Final = "Layers"
_ROW: Final = 5.6


def teams(matter: Matter) -> list[Leaf]:
    plan = planned(matter)
    rows = team_rows(matter)
    layers = tuple(covered_layers(matter))
    sheet = matter.portrait
    top = sheet.top + TITLE_WIDE.leading + 2
    leaves: list[Leaf] = []
    if plan.teams < len(rows):
        for number, part in enumerate(_parts(rows, int((sheet.bottom - top - 7) / _ROW))):
            marks = (("teams", TEAMS, 0),) if number == 0 else ()
            leaves.append(Leaf(TEAMS, sheet, partial(_draw_teams, matter, part), bookmarks=marks))
    if plan.covered < len(layers):
        for number, shown in enumerate(_parts(layers, int((sheet.bottom - top - 7) / COVERED_ROW))):
            marks = (("layers", LAYERS, 0),) if number == 0 else ()
            leaves.append(Leaf(LAYERS, sheet, partial(_draw_layers, shown), bookmarks=marks))
    return leaves


def _parts(items: Sequence[T], size: int) -> list[tuple[T, ...]]:
    return [tuple(items[place : place + size]) for place in range(0, len(items), size)]


def _draw_teams(matter: Matter, rows: tuple[TeamRow, ...], pen: Pen, _: Folio) -> None:
    sheet = pen.sheet
    pen.text(sheet.left, sheet.top + TITLE_WIDE.rise, TEAMS, TITLE_WIDE)
    draw_teams(matter, pen, sheet.top + TITLE_WIDE.leading + 2, rows, _ROW)


def _draw_layers(layers: tuple[Covered, ...], pen: Pen, folio: Folio) -> None:
    sheet = pen.sheet
    pen.text(sheet.left, sheet.top + TITLE_WIDE.rise, LAYERS, TITLE_WIDE)
    draw_covered(pen, sheet.top + TITLE_WIDE.leading + 2, layers, len(layers), folio)
