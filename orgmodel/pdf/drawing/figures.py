"""Numbers large enough to be read across a table, each under a rule of its own with what it counts below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.style import FIGURE, FIGURE_OF, FIGURE_RULE, INK2, SMALL, SMALL_BOLD, Type
from orgmodel.pdf.type.typesetting import width_of, wrapped

FIGURES_HEIGHT: Final = 18.8
"""From the rules above the numbers to below two lines of words, in millimetres."""
_GAP: Final = 4.0
_WORDS: Final = 11.8
_MOST_LINES: Final = 2
_BETWEEN: Final = 1.6
_MARKS: Final = {"page-lost": 5.4}
_MARK: Final = 4.8


class Figure(NamedTuple):
    """A number, what it counts (a line break stands where it is), and the mark of what is wrong with it.

    `of` is set small after the number; `before`, with an arrow, before it.
    """

    number: str
    words: str
    mark: str = ""
    of: str = ""
    before: str = ""


def draw_figures(pen: Pen, top: float, figures: Sequence[Figure], shares: Sequence[float]) -> None:
    """Beside each other over the measure of the page; `shares` says how they divide it."""
    unit = (pen.sheet.measure - _GAP * (len(shares) - 1)) / sum(shares)
    x = pen.sheet.left
    for figure, share in zip(figures, shares, strict=False):
        _draw(pen, x, top, figure, share * unit)
        x += share * unit + _GAP


def _draw(pen: Pen, x: float, top: float, figure: Figure, wide: float) -> None:
    pen.rule(x, top, x + wide, FIGURE_RULE)
    base = top + 1.9 + FIGURE.rise
    end = x
    with pen.tag("P"):
        before = f"{figure.before} →" if figure.before else ""
        number = _largest(figure.number, wide - (width_of(before, SMALL) + _BETWEEN if before else 0.0))
        if before:
            has_room = width_of(before, FIGURE_OF) + _BETWEEN + width_of(figure.number, number) <= wide
            end += pen.text(end, base, before, FIGURE_OF if has_room else SMALL, INK2) + _BETWEEN
        end += pen.text(end, base, figure.number, number)
        if figure.of:
            has_room = end + 2 + width_of(figure.of, FIGURE_OF) <= x + wide
            pen.text(end + (2 if has_room else 1.4), base, figure.of, FIGURE_OF if has_room else SMALL)
        if figure.mark:
            draw_mark(pen, figure.mark, end + 2.2, base - 6.0, _MARKS.get(figure.mark, _MARK))
        lines = [line for part in figure.words.split("\n") for line in wrapped(part, SMALL, wide)]
        pen.lines(x, top + _WORDS, lines[:_MOST_LINES], SMALL, INK2)


def _largest(number: str, room: float) -> Type:
    """The largest type in which a number goes into a room."""
    return next((style for style in (FIGURE, FIGURE_OF) if width_of(number, style) <= room), SMALL_BOLD)
