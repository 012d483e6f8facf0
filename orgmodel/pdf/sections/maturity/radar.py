"""A radar on paper: rings, a spoke for each activity with “2 of 5” and its name, or its number where names are long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from orgmodel.diagram.assessed import HIGHEST
from orgmodel.diagram.radar import LEAST_RATINGS, MOST_SPOKES, RINGS, Radar, Spoke, has_radar, radar_of
from orgmodel.diagram.shapes import Point
from orgmodel.pdf.drawing.legend_samples import UNKNOWN_DASH
from orgmodel.pdf.drawing.marks import SAID, draw_mark
from orgmodel.pdf.drawing.pen import Align, Pen
from orgmodel.pdf.style import (
    BODY,
    BODY_BOLD,
    HAIRLINE,
    INK,
    INK2,
    INK3,
    LINE2,
    PAPER,
    SMALL,
    SMALL_BOLD,
    Type,
)
from orgmodel.pdf.type.scripts import printable
from orgmodel.pdf.type.typesetting import ELLIPSIS, fitted, width_of, wrapped
from orgmodel.sentences import capital

WIDE: Final = 104.0
NARROW: Final = 86.0
"""Widths of a radar in millimetres: with names, and with short numbers alone."""
RADAR_GROUND: Final = "#E7E7E7"
"""Ink at a tenth on paper."""

_RADII: Final = {WIDE: 27.0, NARROW: 25.0}
_GAP: Final = 2.2
_NAME: Final = Type("Regular", 7, 8.6)
_LONGEST: Final = 120
_FEW: Final = 12
"""Up to so many spokes each has its name, if it fits in two lines; else all have their numbers alone."""
_LINE: Final = 1.5
_BEFORE: Final = "1 1.6"
_DOT: Final = 0.75
_TITLE: Final = 6.4
_NO_TITLE: Final = 2.0
_NUMBER: Final = 8.0
"""The number of an activity has so much room, as in the list."""
_UNDER: Final = 1.5
_NAMED_RINGS: Final = (1, 3, 5)
_WORDS: Final = {LEAST_RATINGS: "three"}
_SHORT: Final = {"not applicable": "N/A"}
"""Words that are too long for a spoke."""


class RadarPoint(NamedTuple):
    """A spoke to be: its number, its name, and its rating; `word` is what stands where there is none."""

    number: str
    name: str
    score: float | None
    word: str
    before: float | None = None

    @property
    def title(self) -> str:
        return f"{self.number} {self.name}".strip()

    @property
    def said(self) -> str:
        figure = self.word if self.score is None else f"{_figure(self.score)} of {HIGHEST}"
        return f"{self.title}: {figure}"


class RadarPlan(NamedTuple):
    """A radar of what the title names; without a radar the sentence that says why there is none.

    `width` and `height` are what it takes, in millimetres. It `is_named` where its spokes have names, not only
    numbers, and `is_titled` unless it stands beside what has the same title.
    """

    title: str
    points: tuple[RadarPoint, ...]
    radar: Radar | None
    before: Radar | None
    why: str
    width: float
    height: float
    is_named: bool = False
    is_titled: bool = False


def radar_plan(
    title: str, points: Sequence[RadarPoint], things: str = "activities", *, is_titled: bool = True
) -> RadarPlan:
    scores = [point.score for point in points]
    if not has_radar(scores):
        rated = sum(score is not None for score in scores)
        why = f"{rated} of {len(points)} are rated; a radar needs {_WORDS[LEAST_RATINGS]}."
        if len(points) > MOST_SPOKES:
            why = f"{len(points)} {things} are more than a radar can show; the bars say the same."
        return RadarPlan(title, tuple(points), None, None, why, NARROW, 20.0)
    is_named = _are_named(points, scores)
    width = WIDE if is_named or _widest_number(points) > _room_beside(NARROW) else NARROW
    radius, label = _RADII[width], _label_height(is_named=is_named)
    radar = radar_of(scores, radius, label, _GAP)
    earlier = [point.before for point in points]
    before = radar_of(earlier, radius, label, _GAP) if has_radar(earlier) else None
    height = radar.bottom - radar.top + _UNDER + (_TITLE if is_titled else _NO_TITLE)
    return RadarPlan(title, tuple(points), radar, before, "", width, height, is_named, is_titled)


def _are_named(points: Sequence[RadarPoint], scores: Sequence[float | None]) -> bool:
    """Whether every name can be read whole at its spoke; what has no number is named anyway."""
    if len(points) > _FEW:
        return False
    spokes = radar_of(scores, _RADII[WIDE], _label_height(is_named=True), _GAP).spokes
    fits = (len(wrapped(point.title, _NAME, _room(spoke))) <= 2 for spoke, point in zip(spokes, points, strict=True))
    return not all(point.number for point in points) or all(fits)


def _room(spoke: Spoke) -> float:
    """How wide the label of a spoke may be."""
    return WIDE / 2 - abs(spoke.label.x) if spoke.align != "centre" else WIDE / 2


def _room_beside(width: float) -> float:
    return width / 2 - _RADII[width] - _GAP


def _widest_number(points: Sequence[RadarPoint]) -> float:
    return max(width_of(f"{_short_number(point)}{_figure_said(point)}", SMALL_BOLD) for point in points)


def _short_number(point: RadarPoint) -> str:
    return "".join(fitted(point.number, SMALL, _NUMBER, 1).lines) + ": "


def _figure_said(point: RadarPoint) -> str:
    """What stands at a spoke: `2 of 5`, or a word where there is no rating."""
    if point.score is None:
        return _SHORT.get(point.word, point.word)
    return f"{_figure(point.score)} of {RINGS}"


def _label_height(*, is_named: bool) -> float:
    return (2 if is_named else 0) * _NAME.leading + SMALL.leading + 0.4


def draw_radar(pen: Pen, plan: RadarPlan, x: float, top: float) -> None:
    if plan.radar is None:
        _draw_none(pen, plan, x, top)
        return
    if plan.is_titled:
        with pen.tag("P"):
            for line in fitted(capital(plan.title), SMALL_BOLD, plan.width, 1).lines:
                pen.text(x, top + 4.2, line, SMALL_BOLD, INK2)
    centre = Point(x + plan.width / 2, top + (_TITLE if plan.is_titled else _NO_TITLE) - plan.radar.top)
    said = "; ".join(point.said for point in plan.points)
    with pen.tag("Figure", alt=f"Radar of {plan.title}: {said}."):
        _draw_rings(pen, plan.radar, centre)
        if plan.before:
            pen.used["radar-before"] = None
            for joined in plan.before.lines:
                pen.stroke([_at(centre, point) for point in joined], 1.0, INK2, _BEFORE)
        pen.used["radar-now"] = None
        for joined in plan.radar.lines:
            pen.stroke([_at(centre, point) for point in joined], _LINE)
        for link in plan.radar.links:
            pen.stroke([_at(centre, point) for point in link], 0.8, INK3, UNKNOWN_DASH)
        for spoke, point in zip(plan.radar.spokes, plan.points, strict=True):
            _draw_spoke(pen, spoke, point, centre, is_named=plan.is_named)


def _draw_rings(pen: Pen, radar: Radar, centre: Point) -> None:
    for ground in radar.grounds:
        pen.shape([_at(centre, point) for point in ground], RADAR_GROUND)
    for corners in radar.rings:
        colour = INK3 if corners is radar.rings[-1] else LINE2
        pen.stroke([_at(centre, point) for point in (*corners, corners[0])], HAIRLINE, colour)
    for ring in _NAMED_RINGS:
        y = centre.y - radar.radius * ring / RINGS
        pen.text(centre.x - 0.9, y + (2.6 if ring == RINGS else 1.0), str(ring), _NAME, INK3, align="right")
    for spoke in radar.spokes:
        is_rated = spoke.at is not None
        pen.stroke(
            [(centre.x, centre.y), _at(centre, spoke.end)],
            HAIRLINE if is_rated else 0.8,
            LINE2 if is_rated else INK3,
            "" if is_rated else UNKNOWN_DASH,
        )


def _draw_spoke(pen: Pen, spoke: Spoke, point: RadarPoint, centre: Point, *, is_named: bool) -> None:
    if spoke.at is not None:
        x, y = _at(centre, spoke.at)
        pen.box(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT, fill=INK, stroke=PAPER, line=0.5, radius=_DOT)
    else:
        pen.used["box-unknown"] = None
    x, y = _at(centre, spoke.label)
    lines: tuple[str, ...] = ()
    if is_named:
        lines = in_words(point.title, _NAME, _room(spoke))
    height = len(lines) * _NAME.leading + SMALL.leading
    y += (_label_height(is_named=is_named) - 0.4 - height) * _share(spoke)
    y = pen.lines(x, y, lines, _NAME, INK, align=spoke.align)
    number = "" if is_named else _short_number(point)
    if point.score is None:
        pen.text(x, y + SMALL.rise, f"{number}{_figure_said(point)}", SMALL, INK3, align=spoke.align)
        return
    _write_score(pen, (x, y + SMALL.rise), number, point.score, spoke.align)


def in_words(text: str, style: Type, width: float) -> tuple[str, ...]:
    """The text in two lines; what does not fit ends after a whole word with "…"."""
    looked_at = printable(text)[:_LONGEST]
    if len(wrapped(text, style, width)) <= 2:
        return wrapped(text, style, width)
    words = looked_at.split(" ")
    for count in range(len(words) - 1, 0, -1):
        lines = wrapped(" ".join(words[:count]).rstrip(" ,.;:(") + ELLIPSIS, style, width)
        if len(lines) <= 2:
            return lines
    return fitted(text, style, width, 2).lines


def _share(spoke: Spoke) -> float:
    """How much of the room that a label leaves stands above it: all of it over the rings, none under them."""
    reach = spoke.end.y / max(abs(spoke.end.x), abs(spoke.end.y), 1e-9)
    return 0.5 - reach / 2


def _write_score(pen: Pen, at: tuple[float, float], number: str, score: float, align: Align) -> None:
    x, base = at
    parts = ((number, SMALL), (_figure(score), SMALL_BOLD), (f" of {RINGS}", SMALL))
    wide = sum(width_of(text, style) for text, style in parts)
    x -= {"left": 0.0, "right": wide, "centre": wide / 2}[align]
    for text, style in parts:
        if text:
            x += pen.text(x, base, text, style)


def _figure(score: float) -> str:
    return f"{score:.1f}" if score != int(score) else f"{score:.0f}"


def _draw_none(pen: Pen, plan: RadarPlan, x: float, top: float) -> None:
    """The sentence of an empty state, in its dashed frame."""
    height = plan.height - 4
    pen.box(x, top, plan.width, height, stroke=INK3, line=0.8, radius=1.2, dash="3 2.2")
    draw_mark(pen, "not-assessed", x + 3.4, top + 3.0, 3.8, means=SAID)
    with pen.tag("P"):
        for line in fitted(f"No radar for {plan.title}", BODY_BOLD, plan.width - 12, 1).lines:
            pen.text(x + 9, top + 2.9 + BODY_BOLD.rise, line, BODY_BOLD)
        lines = wrapped(plan.why, BODY, plan.width - 12)[:2]
        pen.lines(x + 9, top + 2.9 + BODY_BOLD.leading + 0.6, lines, BODY, INK2)


def _at(centre: Point, point: Point) -> tuple[float, float]:
    return centre.x + point.x, centre.y + point.y
