"""What is around the chart of a picture: a short head, a legend of its marks, and as much paper as it all needs."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Final, NamedTuple

from orgmodel.pdf.drawing.legend import draw_whole_legend, legend_height
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.drawing.raster import DPI
from orgmodel.pdf.drawing.svg_pen import SvgPen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pictures.chart import Drawn
from orgmodel.pdf.style import FRAME_RULE, INK, INK2, SECTION, SMALL, SUBTITLE, Sheet, Type
from orgmodel.pdf.type.typesetting import fitted, width_of
from orgmodel.sentences import capital, day

MARGIN: Final = 8.0
LEAST: Final = 110.0
_MOST_FOR_HEAD: Final = 240.0
"""A picture is at least so wide, and no wider than this for the sake of its head alone."""
_MOST_CLASSIFIED: Final = 50.0
_UNDER_NAME: Final = 0.6
_UNDER_HEAD: Final = 2.2
_OVER_CHART: Final = 4.0
_OVER_LEGEND: Final = 5.0
_BETWEEN: Final = 3.0
_APART: Final = 6.0
_HEAD_HEIGHT: Final = SECTION.leading + _UNDER_NAME + SMALL.leading + _UNDER_HEAD


class Framed(NamedTuple):
    """A sheet as large as what is on it, and what draws all of that."""

    sheet: Sheet
    draw: Callable[[Pen], None]


def framed(matter: Matter, chart: Drawn) -> Framed:
    head = _Head(matter, chart)
    width = _whole_pixels(max(chart.width, head.measure) + 2 * MARGIN)
    top = MARGIN + head.height + _OVER_CHART
    low = top + chart.height
    tried = SvgPen(Sheet(width, low, MARGIN, top))
    chart.draw(tried, top)
    legend = legend_height(tried)
    height = _whole_pixels(low + (_OVER_LEGEND + legend if legend else 0.0) + MARGIN)

    def draw(pen: Pen) -> None:
        head.draw(pen)
        chart.draw(pen, top)
        if legend:
            draw_whole_legend(pen, low + _OVER_LEGEND)

    return Framed(Sheet(width, height, MARGIN, top), draw)


def least_size(chart: Drawn) -> tuple[float, float]:
    """How wide and high the picture of a chart is at least, in millimetres: without its legend."""
    return chart.width + 2 * MARGIN, chart.height + 2 * MARGIN + _HEAD_HEIGHT + _OVER_CHART


def head_measure(matter: Matter, title: str, said: str) -> float:
    """How wide a picture has to be for its head, in millimetres; a head that wants more is cut."""
    first = width_of(matter.organization.name, SECTION) + _BETWEEN + width_of(matter.scenario, SUBTITLE)
    first += _APART + width_of(title, SUBTITLE)
    second = width_of(said, SMALL) + _APART + width_of(_given(matter), SMALL)
    return max(LEAST, min(max(first, second) + 0.2, _MOST_FOR_HEAD))


def _given(matter: Matter) -> str:
    """Who may see it, where that is said, and as of when it is."""
    given = f"given {day(matter.today)}"
    may_see = matter.organization.classification
    return ", ".join((*fitted(may_see, SMALL, _MOST_CLASSIFIED, 1).lines, given)) if may_see else capital(given)


class _Head:
    """Whose it is, which state of things, which chart, what it shows and when it was given."""

    def __init__(self, matter: Matter, chart: Drawn) -> None:
        self._name = matter.organization.name
        self._scenario = matter.scenario
        self._title = chart.title
        self._said = chart.said
        self._given = _given(matter)
        self.measure = head_measure(matter, chart.title, chart.said)
        self.height = _HEAD_HEIGHT

    def draw(self, pen: Pen) -> None:
        left, right = pen.sheet.left, pen.sheet.right
        base = MARGIN + SECTION.rise
        end = right - pen.text(right, base, self._title, SUBTITLE, align="right") - _APART
        scenario = width_of(self._scenario, SUBTITLE)
        room = max((end - left) * 0.55, end - left - scenario - _BETWEEN)
        x = left + _put(pen, (left, base), self._name, SECTION, room) + _BETWEEN
        _put(pen, (x, base), self._scenario, SUBTITLE, end - x, INK2)
        base = MARGIN + SECTION.leading + _UNDER_NAME + SMALL.rise
        end = right - pen.text(right, base, self._given, SMALL, INK2, align="right") - _APART
        _put(pen, (left, base), self._said, SMALL, end - left, INK2)
        pen.rule(left, MARGIN + self.height, right, FRAME_RULE)


def _put(  # noqa: PLR0917 (as `text` of the pen takes them)
    pen: Pen, at: tuple[float, float], text: str, style: Type, room: float, colour: str = INK
) -> float:
    """Write as much of a text as there is room for; gives its width."""
    with pen.about("", text):
        return pen.text(*at, "".join(fitted(text, style, room, 1).lines), style, colour)


def _whole_pixels(length: float) -> float:
    unit = 25.4 / DPI
    return ceil(length / unit) * unit
