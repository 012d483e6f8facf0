"""A chart by itself: what a picture shows, in its own size, before anything frames it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.style import INK2, LEAD
from orgmodel.pdf.type.typesetting import width_of

ChartName = Literal["chain", "layout", "matrix"]


class Drawn(NamedTuple):
    """A chart's name, a sentence about what it shows, its size in millimetres, and what draws it.

    `draw` puts it at the left edge of a pen's sheet, from a height on.
    """

    title: str
    said: str
    width: float
    height: float
    draw: Callable[[Pen, float], None]


Chart = Callable[[Matter], Drawn]


def sentence(title: str, said: str) -> Drawn:
    """What stands in the place of a chart where there is nothing to draw: first what, then, in the head, why."""
    first, _, why = said.partition(". ")
    first += "."

    def draw(pen: Pen, top: float) -> None:
        pen.text(pen.sheet.left, top + LEAD.rise, first, LEAD, INK2)

    return Drawn(title, why, width_of(first, LEAD), LEAD.leading, draw)
