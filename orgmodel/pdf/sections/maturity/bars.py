"""Ratings as five boxes in a row with their number, one line for each activity of a section, under its name and sum."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from orgmodel.diagram.assessed import HIGHEST, Rated, RatedSection
from orgmodel.diagram.bars import rating_boxes
from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import (
    BODY,
    BODY_BOLD,
    COLUMN,
    ERROR,
    HAIRLINE,
    HEAD_RULE,
    INK,
    INK2,
    INK3,
    LAYER,
    LINE,
    SMALL,
    SMALL_BOLD,
)
from orgmodel.pdf.type.typesetting import fitted, width_of, wrapped

_NUMBER: Final = 9.0
_BOXES: Final = 30.0
_BOX: Final = 3.0
_BOX_GAP: Final = 0.8
_FIGURE: Final = 20.5
_AIR: Final = 1.5
_HEAD: Final = 7.0
_COLUMNS: Final = 5.2
_MOST_LINES: Final = 10
"""So many lines of an activity and of its evidence are printed, each."""

_WORDS: Final = {"na": "not applicable", "unknown": "unknown"}


class Line(NamedTuple):
    """An activity in print."""

    rated: Rated
    text: tuple[str, ...]
    evidence: tuple[str, ...]
    number: tuple[str, ...]
    is_doubted: bool

    @property
    def height(self) -> float:
        return max(len(self.text), 1) * BODY.leading + len(self.evidence) * SMALL.leading + _AIR


class Bars(NamedTuple):
    """A section of an assessment, over a width from the left margin."""

    section: RatedSection
    lines: tuple[Line, ...]
    title: tuple[str, ...]
    width: float
    has_columns: bool

    @property
    def _head(self) -> float:
        return _HEAD + (_COLUMNS if self.has_columns else 0.0)

    def blocks(self) -> Iterator[Block]:
        """The head with the section's name, then a row for each activity; the head stands again on every page."""
        table = f"bars:{self.section.id}"
        first = self.lines[0].height if self.lines else 0.0
        yield Block(self._head, self._draw_head, holds=first + 6, table=table)
        again = Block(self._head, partial(self._draw_head, is_again=True), table=table)
        for place, line in enumerate(self.lines):
            holds = self.lines[-1].height if place == len(self.lines) - 2 else 0.0
            yield Block(line.height, partial(self._draw_line, line), holds=holds, again=again, table=table)

    def _draw_head(self, pen: Pen, top: float, _: Folio, *, is_again: bool = False) -> None:
        x, end, base = pen.sheet.left, pen.sheet.left + self.width, top + 4.2
        aside = "continued" if is_again else self.section.said
        edge = end - width_of(aside, SMALL) - 3.0
        with pen.tag("TR"), pen.tag("TH", scope="Column", span=3):
            for line in self.title:
                pen.text(x, base, line, LAYER)
            if self.section.numbers and not is_again:
                number, of = str(self.section.sum), f" of {HIGHEST * len(self.section.numbers)}"
                edge -= width_of(number, BODY_BOLD) + width_of(of, BODY)
                self._draw_printed(pen, edge - 4.0, base)
                pen.text(edge + pen.text(edge, base, number, BODY_BOLD), base, of, BODY)
            pen.text(end, base, aside, SMALL, INK2, align="right")
        pen.rule(x, top + self._head, end, HEAD_RULE)
        if not self.has_columns:
            return
        boxes = end - _FIGURE - _BOXES
        y = top + _HEAD + 3.2
        with pen.tag("TR"):
            for at, word in ((x + _NUMBER, "Activity"), (boxes, "1 to 5"), (end - _FIGURE + 3, "Rating")):
                with pen.tag("TH", scope="Column"):
                    pen.text(at, y, word, COLUMN)

    def _draw_printed(self, pen: Pen, end: float, base: float) -> None:
        """What the source printed as the sum, where that is another number."""
        printed = self.section.printed
        if printed is None or printed == self.section.sum:
            return
        said = f"printed as {printed:g}"
        pen.text(end, base, said, SMALL_BOLD, ERROR, align="right")
        draw_mark(pen, "error", end - width_of(said, SMALL_BOLD) - 4.6, base - 2.9, 3.6)

    def _draw_line(self, line: Line, pen: Pen, top: float, _: Folio) -> None:
        x, end = pen.sheet.left, pen.sheet.left + self.width
        base = top + _AIR / 2 + BODY.rise
        with pen.tag("TR"):
            with pen.tag("TH", scope="Row"):
                for number in line.number:
                    pen.text(x, base, number, BODY, INK2)
            with pen.tag("TD"):
                y = pen.lines(x + _NUMBER, top + _AIR / 2, line.text, BODY)
                pen.lines(x + _NUMBER, y, line.evidence, SMALL, INK2)
            with pen.tag("TD"):
                draw_rating(pen, line.rated, end - _FIGURE - _BOXES, base - 2.6)
                if line.is_doubted:
                    draw_mark(pen, "warning", end - 4.0, base - 2.9, 3.6, means="rating-doubted")
        pen.rule(x, top + line.height, end, HAIRLINE, LINE)


def bars_of(matter: Matter, section: RatedSection, width: float, doubted: frozenset[str], *, is_first: bool) -> Bars:
    """The rows of a section; only the first of an assessment has the heads of the columns."""
    room = width - _NUMBER - _BOXES - _FIGURE - 5
    lines = []
    for rated in section.activities:
        held = rated.rating
        evidence = f"Evidence: {held.evidence}" if held and held.evidence else ""
        matter.names.note(f"{rated.activity.id}{rated.activity.text}{evidence}")
        lines.append(
            Line(
                rated,
                _cut(rated.activity.text, room),
                fitted(evidence, SMALL, room, _MOST_LINES).lines,
                fitted(rated.activity.id, BODY, _NUMBER - 1, 1).lines,
                rated.activity.id in doubted,
            )
        )
    title = matter.names.fit(section.name, "section", LAYER, width - 80, 1)
    return Bars(section, tuple(lines), title, width, has_columns=is_first)


def _cut(text: str, room: float) -> tuple[str, ...]:
    return fitted(text, BODY, room, _MOST_LINES).lines if text.strip() else wrapped(text, BODY, room)


def draw_rating(pen: Pen, rated: Rated, x: float, y: float) -> None:
    """Five boxes, as many filled as the rating says, and the number; dashed with a word where there is none."""
    number = rated.number
    for box in rating_boxes(number, _BOXES, _BOX_GAP):
        if number is None:
            pen.used["box-unknown"] = None
            pen.box(x + box.x, y, box.width, _BOX, stroke=INK3, line=0.6, dash="1.5 1.5")
        else:
            filled = bool(box.filled)
            pen.box(
                x + box.x, y, box.width, _BOX, fill=INK if filled else None, stroke=INK if filled else INK3, line=0.5
            )
    base = y + 2.6
    if number is None:
        pen.text(x + _BOXES + 3, base, _WORDS[str(rated.score)], SMALL, INK2)
        return
    wide = pen.text(x + _BOXES + 3, base, str(number), BODY_BOLD)
    pen.text(x + _BOXES + 3 + wide, base, f" of {HIGHEST}", BODY, INK2)
