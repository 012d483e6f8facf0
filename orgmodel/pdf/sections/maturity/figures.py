"""The headline figures of an assessment: how much is rated, and each section's mean with its denominator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from orgmodel.diagram.assessed import HIGHEST, Assessed
from orgmodel.pdf.drawing.marks import SAID, draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, air
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import FIGURE, FIGURE_OF, FIGURE_RULE, INK3, SMALL, SMALL_BOLD

_GAP: Final = 6.0
_LEAST: Final = 40.0
_MOST_IN_ROW: Final = 5
_HEIGHT: Final = 21.0


class Figure(NamedTuple):
    """A number and what it is out of, None where it is unknown; its name, and what it counts."""

    number: str | None
    of: str
    name: tuple[str, ...]
    about: str


def figures_of(matter: Matter, held: Assessed, room: float) -> tuple[Figure, ...]:
    rated = sum(each.number is not None for each in held.activities)
    lacking = [
        (sum(section.not_applicable for section in held.sections), "not applicable"),
        (sum(section.unknown for section in held.sections), "unknown"),
    ]
    aside = ", ".join(f"{count} {word}" for count, word in lacking if count)
    every = Figure(str(rated), f" of {len(held.activities)}", ("activities rated",), aside)
    return (
        every,
        *(
            Figure(
                None if section.mean is None else f"{section.mean:.1f}",
                f" of {HIGHEST}",
                matter.names.fit(section.name, "section", SMALL_BOLD, room, 1),
                f"mean of {len(section.numbers)} of {len(section.activities)}",
            )
            for section in held.sections
        ),
    )


def figure_blocks(matter: Matter, measure: float, held: Assessed) -> Iterator[Block]:
    """As many figures in a row as there is room for, in rows of nearly equal length."""
    count = len(held.sections) + 1
    most = min(int((measure + _GAP) / (_LEAST + _GAP)), _MOST_IN_ROW)
    rows = -(-count // most)
    size = -(-count // rows)
    width = (measure - _GAP * (most - 1)) / most if rows > 1 or count > 2 else 60.0
    figures = figures_of(matter, held, width)
    for start in range(0, count, size):
        yield Block(_HEIGHT, partial(_draw, figures[start : start + size], width))
    yield air(2)


def _draw(figures: Sequence[Figure], width: float, pen: Pen, top: float, _: Folio) -> None:
    for place, figure in enumerate(figures):
        x = pen.sheet.left + place * (width + _GAP)
        pen.rule(x, top, x + width, FIGURE_RULE)
        base = top + 1.0 + FIGURE.rise
        with pen.tag("P"):
            if figure.number is None:
                draw_mark(pen, "not-assessed", x, base - 4.6, 5.0, means=SAID)
                pen.text(x + 7, base, "unknown", FIGURE_OF, INK3)
            else:
                end = x + pen.text(x, base, figure.number, FIGURE)
                pen.text(end, base, figure.of, FIGURE_OF)
            y = top + 1.4 + FIGURE.leading
            y = pen.lines(x, y, figure.name, SMALL_BOLD)
            pen.lines(x, y, (figure.about,), SMALL, INK3)
