"""The glyphs of the visual standard and the RACI letters, put on a page."""

from __future__ import annotations

from functools import cache
from typing import Final

from orgmodel.diagram.marks import BOX, KIND_GLYPHS, MARKS, SIGN, Ink, Mark
from orgmodel.diagram.path import segments
from orgmodel.model import Letters, TeamKind
from orgmodel.pdf.drawing.operators import fill_operator, operators, rounded, stroke_operator
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.style import (
    BODY,
    BODY_BOLD,
    BODY_MEDIUM,
    ERROR,
    INK,
    INK2,
    INK3,
    KIND_COLOURS,
    KIND_TINTS,
    LINE2,
    PAPER,
    POINT,
    WARNING,
    Type,
)

CELL_WIDTH: Final = 7.4
CELL_HEIGHT: Final = 4.0
"""A cell with letters, in millimetres."""

UNDEFINED: Final = "team-undefined"

SAID: Final = "said-beside"
"""What a mark means whose word stands beside it: the legend has nothing to add."""

SMALLEST_CODE: Final = 5.4
"""From this size up a kind's glyph carries its two-letter code."""

_COLOURS: Final = {"error": ERROR, "warning_fill": "#F5B700", "ink": INK, "ink2": INK2, "ink3": INK3}


def draw_mark(
    pen: Pen, name: str, x: float, y: float, size: float, *, colour: str | None = None, means: str | None = None
) -> None:
    """A mark in a square whose upper left corner is at x and y.

    The page's legend will explain it by its name, or by what it `means` there.
    """
    pen.used[means or name] = None
    pen.stamp(_mark_operators(name, size, colour), x, y)


def draw_undefined(pen: Pen, x: float, y: float, size: float) -> None:
    """What stands in the place of a kind where a team is named and not defined."""
    draw_mark(pen, "not-assessed", x, y, size, colour=ERROR, means=UNDEFINED)


def draw_kind(pen: Pen, kind: TeamKind, x: float, y: float, size: float) -> None:
    """A kind's shape, with its code where it is large enough to be read."""
    pen.used[f"kind-{kind}"] = None
    glyph = KIND_GLYPHS[kind]
    ink = KIND_COLOURS[kind]
    pen.stamp(_kind_operators(kind, size, ink), x, y)
    if size >= SMALLEST_CODE - 1e-6:
        unit = size / BOX
        style = Type("SemiBold", glyph.size * unit / POINT, 10)
        pen.text(
            x + size / 2, y + glyph.baseline * unit, glyph.code, style, ink if glyph.outline else PAPER, align="centre"
        )


def draw_letters(
    pen: Pen, letters: Letters, kind: TeamKind, x: float, y: float, *, is_shared: bool = False, on_hatch: bool = False
) -> None:
    """A cell's letters with their block, ring or outline; x and y are its centre."""
    pen.used |= {f"letters-{letters}": None, f"cell-{kind}": None}
    left, top = x - CELL_WIDTH / 2, y - CELL_HEIGHT / 2
    drawn = _cell_operators(letters, kind, is_shared=is_shared, on_hatch=on_hatch)
    if drawn:
        pen.stamp(drawn, left, top)
    base = y + 1.05
    if "A" in letters:
        pen.text(x, base, letters, BODY_BOLD, PAPER, align="centre")
    elif letters == "R":
        pen.text(x, base, "R", BODY_BOLD, KIND_COLOURS[kind], align="centre")
    elif letters == "C":
        pen.text(x, base, "C", BODY_MEDIUM, INK, align="centre")
    else:
        pen.text(x, base, "I", BODY, INK2, align="centre")


def draw_likeliest(pen: Pen, x: float, y: float) -> None:
    """The dashed cell where a row of nobody belongs by default; x and y are its centre."""
    pen.box(
        x - CELL_WIDTH / 2,
        y - CELL_HEIGHT / 2,
        CELL_WIDTH,
        CELL_HEIGHT,
        fill=PAPER,
        stroke=ERROR,
        line=0.8,
        radius=0.6,
        dash="2.2 1.6",
    )
    pen.text(x, y + 1.05, "?", BODY_BOLD, ERROR, align="centre")


def mark_of(name: str) -> Mark:
    return MARKS[name]


@cache
def _mark_operators(name: str, size: float, colour: str | None) -> str:
    mark = MARKS[name]
    inks: dict[Ink, str] = {
        "own": colour or _COLOURS[mark.colour],
        "paper": PAPER,
        "warning": WARNING,
        "sign": SIGN,
    }
    scale = size / BOX / POINT
    steps = [f"{scale:.5f} 0 0 {-scale:.5f} 0 0 cm"]
    for part in mark.parts:
        filled = fill_operator(inks[part.fill]) if part.fill else ""
        stroked = f"{stroke_operator(inks[part.stroke])} {part.width:g} w" if part.stroke else ""
        ends = "1 J 1 j" if part.is_round else "0 J 0 j"
        dashes = " ".join(f"{length:g}" for length in part.dashes)
        painted = "B" if part.fill and part.stroke else "f" if part.fill else "S"
        steps.append(f"{filled} {stroked} {ends} [{dashes}] 0 d {operators(segments(part.data))} {painted}")
    return " ".join(steps)


@cache
def _kind_operators(kind: TeamKind, size: float, ink: str) -> str:
    glyph = KIND_GLYPHS[kind]
    scale = size / BOX / POINT
    shape = f"{scale:.5f} 0 0 {-scale:.5f} 0 0 cm"
    path = operators(segments(glyph.data))
    if glyph.outline:
        return f"{shape} {stroke_operator(ink)} {glyph.outline:g} w {path} S"
    return f"{shape} {fill_operator(ink)} {path} f"


@cache
def _cell_operators(letters: Letters, kind: TeamKind, *, is_shared: bool, on_hatch: bool) -> str:
    """The ground of a cell in points from its upper left corner."""
    colour = KIND_COLOURS[kind]
    if "A" in letters:
        ring = _cell(-0.62, stroke=ERROR, line=1.0, fill=PAPER) if is_shared else ""
        return f"{ring} {_cell(0, fill=colour)}"
    if letters == "R":
        return _cell(0.16, fill=KIND_TINTS[kind], stroke=colour, line=0.9)
    if letters == "C":
        return _cell(0.09, fill=PAPER, stroke=LINE2, line=0.5)
    return _cell(0, fill=PAPER) if on_hatch else ""


def _cell(inset: float, *, fill: str | None = None, stroke: str | None = None, line: float = 0.0) -> str:
    """A cell's rectangle, smaller by an inset in millimetres on every side."""
    wide, high = (CELL_WIDTH - 2 * inset) / POINT, (CELL_HEIGHT - 2 * inset) / POINT
    shape = rounded(inset / POINT, -inset / POINT - high, wide, high, max(0.6 - inset, 0.45) / POINT)
    inked = f"{fill_operator(fill) if fill else ''} {f'{stroke_operator(stroke)} {line} w' if stroke else ''}"
    return f"{inked} {shape} {'B' if fill and stroke else 'f' if fill else 'S'}"
