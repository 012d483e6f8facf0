"""The week strip on paper: the rows of a week plan, one block each, with the days above them on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, takewhile
from typing import Final, NamedTuple

from orgmodel.diagram.week import SCREEN, Head, WeekPlan
from orgmodel.diagram.week_blocks import Block as Shift
from orgmodel.diagram.week_blocks import Gap, GapKind, LaneContent, content_of
from orgmodel.diagram.week_lanes import Lane, lane_detail, lane_title
from orgmodel.model import DAYS, TeamKind
from orgmodel.model.value import changed
from orgmodel.pdf.drawing.legend_samples import MISSING_DASH, UNKNOWN_DASH
from orgmodel.pdf.drawing.marks import draw_kind
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import (
    BODY_BOLD,
    BODY_MEDIUM,
    ERROR,
    HAIRLINE,
    HEAD_RULE,
    INK2,
    INK3,
    KIND_COLOURS,
    KIND_TINTS,
    LINE,
    LINE2,
    PAPER,
    SMALL,
    SMALL_BOLD,
    WARNING,
    Sheet,
    Type,
)
from orgmodel.pdf.type.typesetting import ELLIPSIS, fitted, width_of
from orgmodel.sentences import listed

PIXEL: Final = 0.25
"""Millimetres of paper for a pixel of the screen's strip."""
_HOUR: Final = Type("Regular", 7, 8.6)
_SHIFT: Final = (Type("Medium", 7.5, 10), _HOUR)
_TICKS: Final = (6, 12, 18)
_INDENT: Final = 9.5
_GLYPH: Final = 6.0
_RADIUS: Final = 0.7
_HATCHED: Final[frozenset[GapKind]] = frozenset({"nobody", "away"})
_WARNED: Final[frozenset[GapKind]] = frozenset({"later-level", "no-backup"})
_FROM_LEFT: Final[frozenset[GapKind]] = frozenset({"no-backup", "no-rotation", "hours-unknown"})
_MOST_SAID: Final = 4
_MOST_TOGETHER: Final = 60.0
"""So high the lanes of one team are kept together."""
_LEAST_HIGH: Final = 2.9
"""In a lower box no line of text fits."""


class Box(NamedTuple):
    """A rectangle in millimetres of the page."""

    x: float
    y: float
    width: float
    height: float


def fitted_plan(plan: WeekPlan, sheet: Sheet) -> WeekPlan:
    """The plan with days as wide as the sheet allows."""
    label = SCREEN.label if sheet.measure > 230 else SCREEN.label * 0.8
    day = (sheet.measure / PIXEL - label) / 7
    return WeekPlan(plan.axis, plan.rows, changed(plan.measures, label=label, day=day))


def week_blocks(matter: Matter, plan: WeekPlan) -> Iterator[Block]:
    """The days, then a row each; a lane that begins a page has the days and the head of its step above it."""
    days = _days(plan)
    yield days
    above = days
    for place, row in enumerate(plan.rows):
        height = plan.height_of(row) * PIXEL
        if isinstance(row, Head):
            first = _team_height(plan, place + 1) if place + 1 < len(plan.rows) else 0.0
            yield Block(height, partial(_draw_step, row.said, height), holds=first, again=days)
            above = _both(days, Block(height, partial(_draw_step, f"{row.said}, continued", height)))
        else:
            yield _lane(matter, plan, place, above)._replace(holds=_team_height(plan, place) - height)


def _team_height(plan: WeekPlan, place: int) -> float:
    """How high the lanes of a team are together from a place on, which stay on one page; alone where they are many."""
    lanes = takewhile(
        lambda row: row is plan.rows[place] or (isinstance(row, Lane) and not row.is_first), plan.rows[place:]
    )
    heights = [plan.height_of(lane) * PIXEL for lane in lanes]
    return sum(heights) if sum(heights) <= _MOST_TOGETHER else heights[0]


def _both(first: Block, second: Block) -> Block:
    def draw(pen: Pen, top: float, folio: Folio) -> None:
        first.draw(pen, top, folio)
        second.draw(pen, top + first.height, folio)

    return Block(first.height + second.height, draw)


def _days(plan: WeekPlan) -> Block:
    height = plan.measures.header * PIXEL
    return Block(height, partial(_draw_days, plan, height), holds=20.0)


def _draw_days(plan: WeekPlan, height: float, pen: Pen, top: float, _: Folio) -> None:
    """The day, its hours, and how many they are where clocks are changed."""
    sheet, axis = pen.sheet, plan.axis
    wide = plan.measures.day * PIXEL
    for day in range(7):
        left = sheet.left + plan.measures.label * PIXEL + day * wide
        pen.line(left, top, left, top + height, HAIRLINE, colour=LINE2)
        x = left + 1.6 + pen.text(left + 1.6, top + 4.8, f"{DAYS[day]} {axis.date_of(day).day}", BODY_BOLD) + 1.6
        hours = axis.hours_of(day)
        said = (f"{hours:g} h, clocks change", f"{hours:g} h") if hours != 24 else ()
        shown = next((words for words in said if width_of(words, _HOUR) <= left + wide - x), "")
        pen.text(x, top + 4.8, shown, _HOUR, WARNING)
        for hour in _TICKS:
            at = sheet.left + plan.x_of(axis.instant_of(day * 24 * 60 + hour * 60)) * PIXEL
            pen.text(at, top + 9.4, str(hour), _HOUR, INK3, align="centre")
            pen.line(at, top + height - 1.1, at, top + height - 0.1, HAIRLINE, colour=INK3)
    pen.rule(sheet.left, top + height, sheet.right, HEAD_RULE)


def _draw_step(said: str, height: float, pen: Pen, top: float, _: Folio) -> None:
    sheet = pen.sheet
    shown = fitted(said, SMALL_BOLD, sheet.measure, 1).lines
    with pen.tag("H2"):
        for line in shown:
            pen.text(sheet.left, top + height - 1.9, line, SMALL_BOLD)
    pen.rule(sheet.left, top + height, sheet.right, HAIRLINE, LINE2)


class _Strip(NamedTuple):
    """What stands in the lane at a place of a plan."""

    plan: WeekPlan
    place: int
    content: LaneContent
    kind: TeamKind

    @property
    def height(self) -> float:
        return (self.plan.tops[self.place + 1] - self.plan.tops[self.place]) * PIXEL

    def draw(self, pen: Pen, top: float) -> None:
        start, wide = pen.sheet.left + self.plan.measures.label * PIXEL, self.plan.measures.day * PIXEL
        for day in range(7):
            pen.line(start + day * wide, top, start + day * wide, top + self.height, HAIRLINE, colour=LINE2)
        for shift in self.content.blocks:
            _draw_shift(pen, shift, self._box(pen, shift, top), self.kind)
        for gap in self.content.gaps:
            _draw_gap(pen, gap, self._box(pen, gap, top))

    def _box(self, pen: Pen, held: Shift | Gap, top: float) -> Box:
        rect = self.plan.rect_of(self.place, held.start, held.end, held.track)
        y = top + (rect.y - self.plan.tops[self.place]) * PIXEL
        return Box(pen.sheet.left + rect.x * PIXEL + 0.15, y, max(rect.width * PIXEL - 0.3, 0.4), rect.height * PIXEL)


def _lane(matter: Matter, plan: WeekPlan, place: int, above: Block) -> Block:
    lane = plan.rows[place]
    if not isinstance(lane, Lane):
        raise TypeError(f"row {place} of the week is a head")
    room = plan.measures.label * PIXEL - _INDENT - 2
    title = lane_title(matter.organization, lane)
    style = BODY_MEDIUM if width_of(title, BODY_MEDIUM) <= room else _SHIFT[0]
    name = matter.names.fit(title, "team", style, room, 2) if lane.is_first else ()
    detail = fitted(lane_detail(matter.organization, lane), SMALL, room, 1).lines
    kind = matter.kind_of(lane.team)
    strip = _Strip(plan, place, content_of(matter.organization, lane, plan.axis), kind)
    labels = [shift.labels for shift in strip.content.blocks] + [gap.labels for gap in strip.content.gaps]
    for label in chain.from_iterable(labels):
        matter.names.note(label)

    def draw(pen: Pen, top: float, _: Folio) -> None:
        y = top + (strip.height - len(name) * style.leading - len(detail) * SMALL.leading) / 2
        if lane.is_first:
            draw_kind(pen, kind, pen.sheet.left, top + (strip.height - _GLYPH) / 2, _GLYPH)
        with pen.tag("P"):
            y = pen.lines(pen.sheet.left + _INDENT, y, name, style)
            pen.lines(pen.sheet.left + _INDENT, y, detail, SMALL, INK2)
        with pen.tag("Figure", alt=alternative(title, detail, strip.content)):
            strip.draw(pen, top)
        pen.rule(pen.sheet.left, top + strip.height, pen.sheet.right, HAIRLINE, LINE)

    return Block(strip.height, draw, again=above)


def alternative(title: str, detail: Sequence[str], content: LaneContent) -> str:
    """What the strip of a lane shows, in a sentence."""
    shifts = tuple(dict.fromkeys(shift.labels[0] for shift in content.blocks))
    gaps = tuple(dict.fromkeys(gap.labels[0] for gap in content.gaps))
    said = listed([*gaps, *shifts], _MOST_SAID) or "nothing known"
    return f"{title}, {' '.join(detail)}: {said}."


def _draw_shift(pen: Pen, shift: Shift, box: Box, kind: TeamKind) -> None:
    x, y, width, height = box
    inset, colour = 0.15, KIND_COLOURS[kind]
    radius = min(_RADIUS, width / 3)
    inside = (x + inset, y + inset, max(width - 2 * inset, 0.2), height - 2 * inset)
    if shift.is_empty:
        pen.used["shift-empty"] = None
        pen.hatch(*inside, ERROR)
        pen.box(*inside, stroke=ERROR, line=1.0, radius=radius, dash=MISSING_DASH)
        _write_middle(pen, box, shift.labels, ERROR, on_hatch=True)
    elif shift.is_tint:
        pen.used["shift-turns"] = None
        pen.box(*inside, fill=KIND_TINTS[kind], stroke=colour, line=0.9, radius=radius)
        _write_middle(pen, box, shift.labels, colour)
    else:
        pen.box(*box, fill=colour, radius=radius)
        _write_middle(pen, box, shift.labels, PAPER)


def _draw_gap(pen: Pen, gap: Gap, box: Box) -> None:
    """Hatched where nobody is there; dashed alone where a level is missing, or nothing is known."""
    x, y, width, height = box
    is_hatched = gap.kind in _HATCHED
    colour = ERROR if is_hatched else WARNING if gap.kind in _WARNED else INK3
    pen.used["nobody" if is_hatched else "level-missing" if gap.kind in _WARNED else "box-unknown"] = None
    if is_hatched:
        pen.hatch(x, y, width, height, ERROR)
    dash = MISSING_DASH if is_hatched or gap.kind in _WARNED else UNKNOWN_DASH
    pen.box(x, y, width, height, stroke=colour, line=1.0 if is_hatched else 0.8, radius=_RADIUS, dash=dash)
    style = SMALL_BOLD if is_hatched or gap.kind in _FROM_LEFT else SMALL
    text = _fitting(gap.labels, style, width - 3)
    if not text:
        return
    base, wide = y + height / 2 + 0.95, width_of(text, style)
    if gap.kind in _FROM_LEFT:
        pen.box(x + 1.8, y + 0.5, wide + 1.4, height - 1, fill=PAPER)
        pen.text(x + 2.5, base, text, style, colour)
        return
    pen.box(x + (width - wide) / 2 - 1.2, y + 0.9, wide + 2.4, height - 1.8, fill=PAPER)
    pen.text(x + width / 2, base, text, style, colour, align="centre")


def _write_middle(pen: Pen, box: Box, labels: Sequence[str], colour: str, *, on_hatch: bool = False) -> None:
    x, y, width, height = box
    for style in _SHIFT:
        text = _fitting(labels, style, width - 1.4)
        if text and height > _LEAST_HIGH:
            if on_hatch:
                pad = width_of(text, style) + 1.6
                pen.box(x + (width - pad) / 2, y + height / 2 - 1.6, pad, 3.2, fill=PAPER)
            pen.text(x + width / 2, y + height / 2 + 0.95, text, style, colour, align="centre")
            return


def _fitting(labels: Sequence[str], style: Type, room: float) -> str:
    """The fullest label that fits; of words the beginning, of numbers nothing."""
    found = next((text for text in labels if width_of(text, style) <= room), "")
    last = labels[-1] if labels else ""
    if found or room < 10 or any(sign.isdigit() for sign in last):
        return found
    lines = fitted(last, style, room, 1).lines
    return lines[0] if lines and lines[0] != ELLIPSIS else ""
