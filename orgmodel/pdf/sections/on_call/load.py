"""Each team's band: at the left everybody's share of time on call with the limit, at the right its load and its sum."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from orgmodel.diagram.bars import bar_of, scale_of
from orgmodel.graph import OrgGraph
from orgmodel.load import Part, loads
from orgmodel.model import Team
from orgmodel.pdf.drawing.legend_samples import UNKNOWN_DASH, draw_limit
from orgmodel.pdf.drawing.marks import draw_kind, draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.pages.flow import CONTINUED, Block, air
from orgmodel.pdf.sections.on_call.shares import ShareLine, share_lines
from orgmodel.pdf.style import (
    BODY,
    BODY_BOLD,
    ERROR,
    HAIRLINE,
    HEAD_RULE,
    INK,
    INK2,
    INK3,
    KIND_COLOURS,
    LINE,
    LINE2,
    SECTION,
    SMALL,
    SMALL_BOLD,
    Sheet,
)
from orgmodel.pdf.type.typesetting import fitted, width_of, wrapped
from orgmodel.sentences import capital, headcount, listed

_ROW: Final = 5.0
_TEAM: Final = 7.6
_GUTTER: Final = 11.0
_FIGURE: Final = 19.0
_PART: Final = 38.0
_MOST_HIGH: Final = 24.0
"""Lines of a band stay together up to so high."""
_LEAST_LINES: Final = 3
_INDENT: Final = 7.6
_OVER: Final = 1.9
_UNDER: Final = 2.4
_WIDE: Final = 230.0


class Place(NamedTuple):
    """Where a line of half a band is drawn: its left edge, its top and its width."""

    x: float
    top: float
    width: float


class _Entry(NamedTuple):
    """A line of half a band."""

    height: float
    draw: Callable[[Pen, Place], None]


class _Scale(NamedTuple):
    """The shares from which it is too much, and what the width of a bar stands for, in percent."""

    limit: float
    error: float
    whole: float


def load_blocks(matter: Matter, sheet: Sheet) -> Iterator[Block]:
    """The head, and a band for each team; the head stands again on every page."""
    if not matter.teams:
        return
    every = share_lines(matter)
    limit = matter.organization.settings.limit("on_call_share")
    whole = scale_of(limit, (line.percent for lines in every.values() for line in lines))
    scale = _Scale(limit, matter.organization.settings.limit("on_call_share_error"), whole)
    carried = loads(OrgGraph(matter.organization))
    is_wide = sheet.measure > _WIDE
    head = _head(f"limit {limit:g} %", sheet, is_wide=is_wide)
    yield air(6)
    yield head
    for team in matter.teams:
        left = [_share_entry(matter, line, scale) for line in every[team.id]] or [_nobody()]
        half = (sheet.measure - _GUTTER) / 2 if is_wide else sheet.measure
        load = carried.get(team.id)
        right = _part_entries(load.parts, half, 0.0 if is_wide else _INDENT) if load else []
        right = right if is_wide else [_Entry(_OVER, _draw_nothing), *right]
        yield from _Band(matter, team, head).blocks(left, right, is_wide=is_wide)


def _head(limit: str, sheet: Sheet, *, is_wide: bool) -> Block:
    height = SECTION.leading + 1.2
    left = "Share of time on call" if is_wide else "Share of time on call, and load"

    def draw(pen: Pen, top: float, _: Folio) -> None:
        half = (sheet.measure - _GUTTER) / 2 if is_wide else sheet.measure
        base = top + SECTION.rise
        with pen.tag("H2"):
            pen.text(sheet.left, base, left, SECTION)
        pen.text(sheet.left + half, base, limit, SMALL, INK2, align="right")
        pen.rule(sheet.left, top + height, sheet.left + half, HEAD_RULE)
        if is_wide:
            with pen.tag("H2"):
                pen.text(sheet.right - half, base, "Load, and its sum", SECTION)
            pen.rule(sheet.right - half, top + height, sheet.right, HEAD_RULE)

    return Block(height, draw, holds=28)


_Pair = tuple[Sequence[_Entry], Sequence[_Entry]]


class _Band:
    """A team: its name, then the lines of both halves, in blocks that a page may part; its name stands again there."""

    def __init__(self, matter: Matter, team: Team, head: Block) -> None:
        self._kind = team.kind
        self._name = matter.names.fit(team.name, "team", BODY_BOLD, 90, 1)
        self._about = headcount(team.people)
        self._head = head

    def blocks(self, left: list[_Entry], right: list[_Entry], *, is_wide: bool) -> Iterator[Block]:
        title = _Entry(_TEAM, lambda pen, place: self._draw_title(pen, place.top, self._about))
        pairs: list[_Pair] = [(part, ()) for part in _chunks([title, *left, *right])]
        if is_wide:
            pairs = list(_pairs([title, *left], [_Entry(_OVER, _draw_nothing), *right]))
        again = Block(self._head.height + _TEAM, self._draw_again)
        for place, pair in enumerate(pairs):
            is_last = place == len(pairs) - 1
            height = _height(pair) + (_UNDER if is_last else 0.0)
            draw = partial(_draw_pair, pair, is_last=is_last)
            yield Block(height, draw, again=again if place else self._head)

    def _draw_again(self, pen: Pen, top: float, folio: Folio) -> None:
        self._head.draw(pen, top, folio)
        self._draw_title(pen, top + self._head.height, CONTINUED)

    def _draw_title(self, pen: Pen, top: float, about: str) -> None:
        sheet = pen.sheet
        draw_kind(pen, self._kind, sheet.left, top + 1.5, 5.4)
        end = sheet.left + _INDENT
        with pen.tag("H3"):
            for line in self._name:
                end += pen.text(end, top + 5.4, line, BODY_BOLD)
        with pen.tag("P"):
            pen.text(end + 3, top + 5.4, about, SMALL, INK2)


def _pairs(left: list[_Entry], right: list[_Entry]) -> Iterator[_Pair]:
    """The right half stands whole beside the first lines of the left one, as many as it is high."""
    first, *rest = _chunks(left, _height((right, ())))
    yield first, right
    for part in rest:
        yield part, ()


def _chunks(entries: list[_Entry], first: float = 0.0) -> list[list[_Entry]]:
    """The lines in parts of about the same height, none of one or two alone; the first at least as high as asked."""
    chunks: list[list[_Entry]] = [[]]
    for entry in entries:
        held = sum(each.height for each in chunks[-1])
        is_full = held >= first if len(chunks) == 1 and first else held + entry.height > _MOST_HIGH
        if chunks[-1] and is_full:
            chunks.append([])
        chunks[-1].append(entry)
    if len(chunks) > 1 and len(chunks[-1]) < _LEAST_LINES:
        last = chunks.pop()
        chunks[-1] += last
    return chunks


def _height(pair: _Pair) -> float:
    return max(sum(entry.height for entry in side) for side in pair)


def _draw_nothing(_: Pen, __: Place) -> None:
    """Room above the first line of the right half, which has no name over it."""


def _draw_pair(pair: _Pair, pen: Pen, top: float, _: Folio, *, is_last: bool) -> None:
    sheet, (left, right) = pen.sheet, pair
    half = (sheet.measure - _GUTTER) / 2 if sheet.measure > _WIDE else sheet.measure
    for entries, x in ((left, sheet.left), (right, sheet.right - half)):
        y = top
        for entry in entries:
            entry.draw(pen, Place(x, y, half))
            y += entry.height
    if is_last:
        pen.rule(sheet.left, top + _height(pair) + _UNDER - 0.6, sheet.right, HAIRLINE, LINE)


def _nobody() -> _Entry:
    def draw(pen: Pen, place: Place) -> None:
        with pen.tag("P"):
            draw_mark(pen, "not-assessed", place.x + _INDENT, place.top + 0.7, 3.4, means="box-unknown")
            pen.text(place.x + _INDENT + 4.8, place.top + 3.5, "unknown: no rotation of this team", BODY, INK2)

    return _Entry(_ROW, draw)


def _share_entry(matter: Matter, line: ShareLine, scale: _Scale) -> _Entry:
    matter.names.note(f"{line.name}{line.aside}")
    return _Entry(_ROW, partial(_draw_share, line, scale))


def _draw_share(line: ShareLine, scale: _Scale, pen: Pen, place: Place) -> None:
    base, start, end = place.top + 3.5, place.x + _INDENT, place.x + place.width
    names, asides = (place.width - _INDENT) * 0.29, (place.width - _INDENT) * 0.25
    is_above = line.percent is not None and line.percent > scale.limit
    style = SMALL if line.percent is None else BODY_BOLD
    with pen.tag("P"):
        for text in fitted(line.name, BODY, names - 2, 1).lines:
            pen.text(start, base, text, BODY)
        for text in fitted(line.aside, SMALL, asides - 2, 1).lines:
            pen.text(start + names, base, text, SMALL, INK2)
        colour = INK2 if line.percent is None else ERROR if is_above else INK
        pen.text(end, base, line.figure, style, colour, align="right")
    if is_above:
        is_error = line.percent is not None and line.percent > scale.error
        at = end - width_of(line.figure, style) - 4.4
        draw_mark(pen, "error" if is_error else "warning", at, place.top + 0.8, 3.2)
    left = start + names + asides
    _draw_bar(pen, line, scale, Place(left, place.top + _ROW / 2, end - _FIGURE - left))


def _draw_bar(pen: Pen, line: ShareLine, scale: _Scale, place: Place) -> None:
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


def _part_entries(parts: Sequence[Part], width: float, indent: float) -> list[_Entry]:
    """The parts of a load with their sums, and in one line those of which nothing is known; nothing of what is none."""
    unknown = [part.name for part in parts if part.total is None]
    summed = [part for part in parts if part.terms and part.total is not None]
    entries = [_part_entry(part.name, part.said, width, indent) for part in summed]
    if unknown:
        entries.append(_unknown_entry(capital(listed(unknown).lower()), indent))
    return entries or [_part_entry("Nothing", "no rows, services or hand-offs", width, indent)]


def _part_entry(name: str, said: str, width: float, indent: float) -> _Entry:
    lines = wrapped(said, SMALL, width - _PART - indent)

    def draw(pen: Pen, place: Place) -> None:
        x, base = place.x + indent, place.top + 3.5
        with pen.tag("P"):
            pen.text(x, base, name, SMALL_BOLD)
            for number, line in enumerate(lines):
                pen.text(x + _PART, base + number * SMALL.leading, line, SMALL)

    return _Entry(_ROW + max(len(lines) - 1, 0) * SMALL.leading, draw)


def _unknown_entry(names: str, indent: float) -> _Entry:
    def draw(pen: Pen, place: Place) -> None:
        x, base = place.x + indent, place.top + 3.5
        with pen.tag("P"):
            pen.text(x, base, names, SMALL, INK2)
            draw_mark(pen, "not-assessed", x + _PART, place.top + 0.9, 3.2, means="box-unknown")
            pen.text(x + _PART + 4.8, base, "unknown", SMALL, INK2)

    return _Entry(_ROW, draw)
