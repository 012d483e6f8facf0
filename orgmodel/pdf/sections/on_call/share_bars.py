"""The people of a team in bars: who has the same share stands together, with the limit as a tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Final, NamedTuple

from orgmodel.diagram.bars import bar_of
from orgmodel.pdf.drawing.legend_samples import UNKNOWN_DASH, draw_limit
from orgmodel.pdf.drawing.marks import SAID, draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.sections.on_call.band import INDENT, Entry, Place, halves
from orgmodel.pdf.sections.on_call.shares import ShareLine
from orgmodel.pdf.style import BODY, BODY_BOLD, ERROR, INK, INK2, INK3, KIND_COLOURS, LINE2, SMALL, Sheet
from orgmodel.pdf.type.typesetting import Part, Word, flowed, width_of
from orgmodel.sentences import listed

_ROW: Final = 5.0
_BASE: Final = 3.5
_FIGURE: Final = 25.0
_NAMES: Final = 0.54
"""The share of a line that the names have."""
_BESIDE: Final = 3.0
_MOST_TOGETHER: Final = 16
"""So many people stand in one line; of more, the next begin another."""


class Scale(NamedTuple):
    """The shares from which it is too much, and what the width of a bar stands for, in percent."""

    limit: float
    error: float
    whole: float


class _Group(NamedTuple):
    """Those with one share who sit at one place: what is said of them in lines, and the share as text."""

    line: ShareLine
    words: tuple[tuple[Word, ...], ...]
    figure: str


def share_entries(matter: Matter, lines: Sequence[ShareLine], scale: Scale, sheet: Sheet) -> Iterator[Entry]:
    """A bar for all who have the same share and sit at the same place; one that says so where nobody is known."""
    names = (halves(sheet)[0] - INDENT) * _NAMES - _BESIDE
    if not lines:
        yield Entry(_ROW, _draw_nobody)
    for together in _together(lines):
        group = _group(matter, together, names)
        yield Entry(_ROW + (len(group.words) - 1) * BODY.leading, partial(_draw, group, scale))


def _together(lines: Sequence[ShareLine]) -> Iterator[list[ShareLine]]:
    """Neighbours of whom the same is to be said, at most so many as one can read in a line."""
    for _, run in groupby(lines, lambda line: line._replace(name="") if line.is_person else line):
        alike = list(run)
        for start in range(0, len(alike), _MOST_TOGETHER):
            yield alike[start : start + _MOST_TOGETHER]


def _group(matter: Matter, together: list[ShareLine], room: float) -> _Group:
    first = together[0]
    matter.names.note(first.aside)
    kind = "person" if first.is_person else "rotation"
    names = listed(["".join(matter.names.fit(line.name, kind, BODY, room, 1)) for line in together])
    aside = Part(f"  {first.aside}", SMALL, INK2)
    words = flowed((Part(names, BODY), aside), room)
    each = " each" if len(together) > 1 else ""
    return _Group(first, tuple(tuple(line) for line in words) or ((),), f"{first.figure}{each}")


def _draw(group: _Group, scale: Scale, pen: Pen, place: Place) -> None:
    line = group.line
    base, start, end = place.top + _BASE, place.x + INDENT, place.x + place.width
    is_above = line.percent is not None and line.percent > scale.limit
    style = SMALL if line.percent is None else BODY_BOLD
    with pen.tag("P"):
        for number, words in enumerate(group.words):
            pen.words(start, base + number * BODY.leading, words)
        colour = INK2 if line.percent is None else ERROR if is_above else INK
        pen.text(end, base, group.figure, style, colour, align="right")
    if is_above:
        is_error = line.percent is not None and line.percent > scale.error
        at = end - width_of(group.figure, style) - 4.4
        draw_mark(pen, "error" if is_error else "warning", at, place.top + 0.8, 3.2)
    left = start + (place.width - INDENT) * _NAMES
    _draw_bar(pen, line, scale, Place(left, place.top + _ROW / 2, end - _FIGURE - left))


def _draw_bar(pen: Pen, line: ShareLine, scale: Scale, place: Place) -> None:
    """The share from the left, with the limit as a tick; dashed and empty where it is unknown."""
    middle = place.top
    bar = bar_of(line.percent, scale.limit, scale.whole, place.width)
    if bar.length is None:
        pen.used["box-unknown"] = None
        pen.box(place.x, middle - 1.2, place.width, 2.4, stroke=INK3, line=0.7, dash=UNKNOWN_DASH)
        return
    pen.used["limit-tick"] = None
    pen.rule(place.x, middle, place.x + place.width, 0.5, LINE2)
    if bar.length:
        pen.box(place.x, middle - 1.2, bar.length, 2.4, fill=KIND_COLOURS[line.kind])
    draw_limit(pen, place.x + bar.tick, middle)


def _draw_nobody(pen: Pen, place: Place) -> None:
    with pen.tag("P"):
        draw_mark(pen, "not-assessed", place.x + INDENT, place.top + 0.7, 3.4, means=SAID)
        pen.text(place.x + INDENT + 4.8, place.top + _BASE, "unknown: no rotation of this team", BODY, INK2)
