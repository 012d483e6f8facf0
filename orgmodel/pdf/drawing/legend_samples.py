"""What the legend shows of charts: a sample of each way of drawing that is no mark, with its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.style import ERROR, INK, INK2, INK3, PAPER, SHADES, WARNING

UNKNOWN_DASH: Final = "2.2 2.2"
"""The dashes of what is unknown, in points."""
MISSING_DASH: Final = "2.4 1.6"
"""Those of what is missing."""


class Sample(NamedTuple):
    """Words, a width in millimetres, and a drawing from x at a baseline."""

    words: str
    width: float
    draw: Callable[[Pen, float, float], None]


def _dashed(colour: str, dash: str) -> Callable[[Pen, float, float], None]:
    return lambda pen, x, base: pen.box(x, base - 2.3, 6, 2.6, stroke=colour, line=0.8, radius=0.5, dash=dash)


def _empty_shift(pen: Pen, x: float, base: float) -> None:
    pen.hatch(x, base - 2.3, 6, 2.6, ERROR, step=1.5)
    pen.box(x, base - 2.3, 6, 2.6, stroke=ERROR, line=1.0, radius=0.5, dash=MISSING_DASH)


def _fill_and_tint(pen: Pen, x: float, base: float) -> None:
    pen.box(x, base - 2.3, 3.4, 2.6, fill=INK2, radius=0.5)
    pen.box(x + 3.8, base - 2.2, 3.2, 2.4, stroke=INK2, line=0.8, radius=0.5)


def _limit(pen: Pen, x: float, base: float) -> None:
    draw_limit(pen, x + 1.2, base - 1.0)


def draw_limit(pen: Pen, x: float, middle: float) -> None:
    """The T-shaped tick of a limit, over the middle of a bar."""
    pen.line(x, middle - 1.7, x, middle + 1.7, 1.0)
    pen.line(x - 0.9, middle - 1.7, x + 0.9, middle - 1.7, 1.0)


def _shades(pen: Pen, x: float, base: float) -> None:
    for place, shade in enumerate(SHADES):
        pen.box(x + place * 2.4, base - 2.3, 2.4, 2.6, fill=shade)
    pen.box(x, base - 2.3, 2.4 * len(SHADES), 2.6, stroke=INK3, line=0.3)


def _hatched(pen: Pen, x: float, base: float) -> None:
    pen.hatch(x, base - 2.5, 6, 3.0, ERROR, step=1.5)
    pen.box(x, base - 2.5, 6, 3.0, stroke=ERROR, line=0.8)


def _double(pen: Pen, x: float, base: float) -> None:
    pen.box(x, base - 2.6, 6, 3.2, fill=PAPER, stroke=ERROR, line=0.8)
    pen.box(x + 0.7, base - 1.9, 4.6, 1.8, stroke=ERROR, line=0.8)


def _before(pen: Pen, x: float, base: float) -> None:
    pen.stroke(((x, base - 1.0), (x + 7, base - 1.0)), 1.0, INK2, "1 1.6")


def _rated(pen: Pen, x: float, base: float) -> None:
    pen.line(x, base - 1.0, x + 7, base - 1.0, 1.5, colour=INK)


def _filled(colour: str) -> Callable[[Pen, float, float], None]:
    return lambda pen, x, base: pen.box(x, base - 2.1, 7, 2.4, fill=colour)


def _outlined(pen: Pen, x: float, base: float) -> None:
    pen.box(x, base - 2.1, 7, 2.0, fill=PAPER, stroke=INK2, line=0.8)


def _doubted(pen: Pen, x: float, base: float) -> None:
    draw_mark(pen, "warning", x, base - 2.6, 3.2, means="rating-doubted")


SAMPLES: Final[Mapping[str, Sample]] = {
    "bar-before": Sample("before", 7.0, _outlined),
    "bar-after": Sample("after", 7.0, _filled(INK2)),
    "bar-toil": Sample("toil", 7.0, _filled(INK)),
    "bar-operations": Sample("other operations, of all their time", 7.0, _filled(INK3)),
    "field-shades": Sample("few to many responsibilities", 9.6, _shades),
    "field-gap": Sample("some have no owner", 6.0, _hatched),
    "field-shared": Sample("some have two or more", 6.0, _double),
    "shift-turns": Sample("one shift, the next", 7.0, _fill_and_tint),
    "shift-empty": Sample("a shift with nobody in it", 6.0, _empty_shift),
    "level-missing": Sample("a level is missing", 6.0, _dashed(WARNING, MISSING_DASH)),
    "box-unknown": Sample("unknown", 6.0, _dashed(INK3, UNKNOWN_DASH)),
    "limit-tick": Sample("the limit", 2.4, _limit),
    "rating-doubted": Sample("the model says otherwise, or nobody works on it", 3.2, _doubted),
    "radar-now": Sample("rated", 7.0, _rated),
    "radar-before": Sample("the assessment before", 7.0, _before),
}
"""By what a section puts into the pen's `used`; in the order in which the legend says them."""
