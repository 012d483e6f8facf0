"""The chain diagram's shapes put on a page: bands, arrows, cards, labels, from back to front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot
from typing import Final, NamedTuple

from orgmodel.diagram.path import rounded
from orgmodel.diagram.shapes import Arrow, Band, Card, ChainDiagram, NobodyCard, Point, Rect, TextRole
from orgmodel.pdf.drawing.marks import draw_kind, draw_mark
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.style import (
    ARROW,
    CUT_LINE,
    ERROR,
    HAIRLINE,
    INK,
    INK2,
    INK3,
    LINE2,
    PAPER,
    POINT,
    Type,
)
from orgmodel.pdf.type.typesetting import ELLIPSIS, Names, fitted, width_of
from orgmodel.sentences import counted

MINUTES: Final = Type("SemiBold", 9.4, 11.5)
CONDITION: Final = Type("Regular", 8.5, 10.5)
TEXTS: Final[dict[TextRole, Type]] = {
    "minutes": MINUTES,
    "condition": CONDITION,
    "lost": Type("SemiBold", 9.9, 11.5),
    "reason": CONDITION,
}
_BAND: Final = Type("SemiBold", 9.5, 11.6)
_ROWS: Final = Type("Regular", 8.2, 10)
_CARD: Final = Type("SemiBold", 9.9, 12)
_FACTS: Final = Type("Regular", 8.2, 10)
_FACTS_BOLD: Final = Type("SemiBold", 8.2, 10)

LEAST_SCALE: Final = 7 / 8.2
"""The smallest type of the diagram may not become smaller than 7 points."""

_GLYPH: Final = 7.0
_LABEL_ROOM: Final = 30.0
_CORNER: Final = 2.0
_TIP: Final = 3.2
_INSIDE: Final = 2.0
_OFF_CUT: Final = 4.4
"""From the edge of a card to its words."""


def _at(scale: float, style: Type) -> Type:
    return style if scale == 1 else Type(style.weight, round(style.size * scale, 2), style.line * scale)


def note_names(names: Names, diagram: ChainDiagram, scale: float) -> None:
    """Put the names that the diagram has to cut into the index."""
    for card in diagram.cards:
        names.fit(card.team.name, "team", _at(scale, _CARD), _name_room(card.rect, scale), 1)
    for band in diagram.bands:
        names.fit(band.title, "layer", _at(scale, _BAND), _LABEL_ROOM * scale, 2)
    for nobody in diagram.nobody:
        if len(nobody.names) == 1:
            names.fit(nobody.names[0], "responsibility", _at(scale, _FACTS_BOLD), _unowned_room(nobody.rect, scale), 1)
        for name in nobody.names:
            names.note(name)
    for arrow in diagram.arrows:
        if arrow.label:
            names.note(arrow.label.whole)


def extent(diagram: ChainDiagram) -> Rect:
    """Where the diagram is with everything that stands out of its bands, in points; `x` is 0 or less."""
    tips = [point for arrow in diagram.arrows for point in arrow.points]
    rects = [arrow.loss.rect for arrow in diagram.arrows if arrow.loss]
    rects += [arrow.label.rect for arrow in diagram.arrows if arrow.label]
    rects += [card.rect.grown(4) for card in diagram.cards]
    rects += [nobody.rect.grown(4) for nobody in diagram.nobody]
    left = min([0.0, *(rect.x for rect in rects)])
    right = max([diagram.width, *(tip.x + ARROW for tip in tips), *(rect.right for rect in rects)])
    low = max([diagram.height, *(tip.y + ARROW for tip in tips), *(rect.bottom for rect in rects)])
    return Rect(left, 0.0, right - left, low)


def _name_room(rect: Rect, scale: float) -> float:
    return rect.width * POINT * scale - (2 + _GLYPH + 2 + 2) * scale


def _unowned_room(rect: Rect, scale: float) -> float:
    return (rect.width * POINT - 5) * scale


def draw_chain(pen: Pen, diagram: ChainDiagram, x: float, y: float, scale: float) -> None:
    """`x` and `y` are the upper left corner of all of it; points of the diagram become `scale` points of the page."""
    drawing = _Drawing(pen, x - extent(diagram).x * POINT * scale, y, scale)
    for band in diagram.bands:
        with pen.about(f"layer:{band.layer}" if band.layer else "", band.title):
            drawing.band(band)
    for arrow in diagram.arrows:
        with pen.about(str(arrow.subject), arrow.label.whole if arrow.label else ""):
            drawing.arrow(arrow)
    for arrow in diagram.arrows:
        drawing.pad(arrow)
    if diagram.entry:
        drawing.entry(diagram.entry)
    for card in diagram.cards:
        with pen.about(str(card.subject), card.team.name):
            drawing.card(card)
    for nobody in diagram.nobody:
        with pen.about("", ", ".join(nobody.names)):
            drawing.nobody(nobody)
    for arrow in diagram.arrows:
        with pen.about("", arrow.loss.whole if arrow.loss else arrow.label.whole if arrow.label else ""):
            drawing.words(arrow)


class _Fact(NamedTuple):
    text: str
    style: Type
    colour: str


class _Drawing:
    """Turns places of the diagram into places of the page."""

    def __init__(self, pen: Pen, x: float, y: float, scale: float) -> None:
        self._pen = pen
        self._x = x
        self._y = y
        self._scale = scale
        self._unit = POINT * scale

    def _point(self, point: Point) -> Point:
        return Point(self._x + point.x * self._unit, self._y + point.y * self._unit)

    def _rect(self, rect: Rect) -> Rect:
        start = self._point(Point(rect.x, rect.y))
        return Rect(start.x, start.y, rect.width * self._unit, rect.height * self._unit)

    def _type(self, style: Type) -> Type:
        return _at(self._scale, style)

    def band(self, band: Band) -> None:
        pen, scale = self._pen, self._scale
        start, end = self._point(Point(0, band.y)), self._point(Point(0, band.bottom))
        pen.rule(start.x, start.y, pen.sheet.right, HAIRLINE, LINE2)
        pen.rule(start.x, end.y, pen.sheet.right, HAIRLINE, LINE2)
        style = self._type(_BAND)
        y = start.y + 2.6 * scale
        lines = fitted(band.title, style, _LABEL_ROOM * scale, 2).lines
        y = pen.lines(start.x, y, lines, style)
        if band.layer is not None:
            said = counted(band.rows, "responsibility", "responsibilities")
            pen.lines(start.x, y, [said], self._type(_ROWS), INK2)

    def entry(self, entry: Rect) -> None:
        rect = self._rect(entry)
        self._pen.box(*rect, fill=PAPER, stroke=INK, line=1.4, radius=rect.height / 2)
        style = self._type(_CARD)
        self._pen.text(rect.centre.x, rect.centre.y + 0.36 * style.size * POINT, "Alert", style, INK, align="centre")

    def card(self, card: Card) -> None:
        pen, scale = self._pen, self._scale
        rect = self._rect(card.rect)
        if card.shared:
            pen.used["two-owners"] = None
            pen.box(*rect.grown(0.9 * scale), fill=PAPER, stroke=ERROR, line=1.0, radius=1.7 * scale)
        stroke, dash = (ERROR, "3 3") if card.ghost else (INK, "")
        pen.box(*rect, fill=PAPER, stroke=stroke, line=1.0, radius=1.2 * scale, dash=dash)
        draw_kind(pen, card.team.kind, rect.x + 2 * scale, rect.y + 2 * scale, _GLYPH * scale)
        style = self._type(_CARD)
        name = fitted(card.team.name, style, _name_room(card.rect, scale), 1).lines
        pen.text(rect.x + 11 * scale, rect.y + 6.7 * scale, "".join(name), style)
        x = rect.x + 2 * scale
        for fact in _fitting(tuple(_facts(card)), card.rect, scale):
            x += pen.text(x, rect.y + 13 * scale, fact.text, self._type(fact.style), fact.colour)
        pen.link(*rect, str(card.team.subject))

    def nobody(self, card: NobodyCard) -> None:
        pen, scale = self._pen, self._scale
        pen.used["nobody"] = None
        rect = self._rect(card.rect)
        pen.hatch(*rect, ERROR, step=2.8 * scale)
        pen.box(*rect, stroke=ERROR, line=1.1, radius=1.2 * scale, dash="4.5 2.8")
        title, style, small = "Nobody", self._type(_CARD), self._type(_FACTS_BOLD)
        name = _unowned(card.names, small, _unowned_room(card.rect, scale))
        base = rect.y + rect.height * 0.4
        for text, kind, colour in ((title, style, ERROR), (name, small, INK)):
            wide = width_of(text, kind)
            pen.box(rect.x + 1.8 * scale, base - 3.5 * scale, wide + 1.6 * scale, 4.9 * scale, fill=PAPER)
            pen.text(rect.x + 2.6 * scale, base, text, kind, colour)
            base += 5.4 * scale

    def pad(self, arrow: Arrow) -> None:
        """Clear what runs behind words: rules of the bands, and the line that they stand on."""
        if arrow.label:
            self._pen.box(*self._rect(arrow.label.rect), fill=PAPER)
        if arrow.loss:
            self._pen.box(*self._beside_cut(arrow, self._rect(arrow.loss.rect)), fill=PAPER)

    def arrow(self, arrow: Arrow) -> None:
        """The line, its tip, and where the page is lost the two strokes that cut it."""
        pen = self._pen
        points = [self._point(point) for point in arrow.points]
        colour = ERROR if arrow.is_lost else INK2 if arrow.inform else INK
        width = CUT_LINE if arrow.is_lost else 1.0 if arrow.inform else ARROW
        dash = "3 3" if arrow.escalation is None else "1.6 2.4" if arrow.inform else "7 4" if arrow.conditional else ""
        key = "way-informs" if arrow.inform else "way-sometimes" if arrow.conditional else "way-always"
        if arrow.escalation is not None:
            pen.used[key] = None
        tip, before = points[-1], points[-2]
        length = hypot(tip.x - before.x, tip.y - before.y) or 1.0
        along = Point((tip.x - before.x) / length, (tip.y - before.y) / length)
        end = Point(tip.x - along.x * (_TIP - 0.4), tip.y - along.y * (_TIP - 0.4))
        pen.outline(rounded([*points[:-1], end], _CORNER * self._scale), stroke=colour, line=width, dash=dash)
        foot = Point(tip.x - along.x * _TIP, tip.y - along.y * _TIP)
        across = Point(-along.y * _TIP / 2, along.x * _TIP / 2)
        left, right = (foot.x + across.x, foot.y + across.y), (foot.x - across.x, foot.y - across.y)
        pen.shape((left, tip, right), colour)
        if arrow.cut:
            pen.used["page-lost"] = None
            self._cut(self._point(arrow.cut), is_upright=arrow.cut_is_vertical)

    def _cut(self, at: Point, *, is_upright: bool) -> None:
        gap, reach, lean = 2.3, 3.0, 1.2
        for side in (-1, 1):
            if is_upright:
                y = at.y + side * gap
                ends = (at.x - reach, y + lean), (at.x + reach, y - lean)
            else:
                x = at.x + side * gap
                ends = (x - lean, at.y + reach), (x + lean, at.y - reach)
            if side == -1:
                corners = self._gap(at, gap, is_upright=is_upright)
                self._pen.shape(corners, PAPER)
            self._pen.stroke(ends, CUT_LINE, ERROR)

    def _gap(self, at: Point, gap: float, *, is_upright: bool) -> tuple[tuple[float, float], ...]:
        wide, high = (1.0, gap) if is_upright else (gap, 1.0)
        return (
            (at.x - wide, at.y - high),
            (at.x + wide, at.y - high),
            (at.x + wide, at.y + high),
            (at.x - wide, at.y + high),
        )

    def words(self, arrow: Arrow) -> None:
        pen, scale = self._pen, self._scale
        if arrow.label:
            rect = self._rect(arrow.label.rect)
            style = self._type(MINUTES)
            base = rect.y + style.leading * 0.74
            colour = ERROR if arrow.is_lost else INK
            x = rect.x
            if arrow.label.minutes:
                x += pen.text(x, base, arrow.label.minutes, style, colour) + 5 * POINT * scale
            for place, line in enumerate((arrow.label.condition, arrow.label.second)):
                small = self._type(CONDITION)
                pen.text(x, base + place * small.leading, line, small, INK2)
        if arrow.loss:
            rect = self._beside_cut(arrow, self._rect(arrow.loss.rect))
            style, small = self._type(TEXTS["lost"]), self._type(TEXTS["reason"])
            draw_mark(pen, "error", rect.x, rect.y + 0.2, 3.8 * scale)
            pen.text(rect.x + 5.2 * scale, rect.y + 3.3 * scale, arrow.loss.title, style, ERROR)
            pen.lines(rect.x, rect.y + style.leading + 0.4, arrow.loss.lines, small)

    def _beside_cut(self, arrow: Arrow, rect: Rect) -> Rect:
        """Words beside a line as far off as the strokes that cut it reach, within the margins."""
        if arrow.cut is None or not arrow.cut_is_vertical:
            return rect
        at, sheet = self._point(arrow.cut), self._pen.sheet
        if rect.x > at.x:
            return rect._replace(x=max(min(at.x + _OFF_CUT, sheet.right - rect.width), rect.x))
        return rect._replace(x=min(max(at.x - _OFF_CUT - rect.width, sheet.left), rect.x))


def _fitting(facts: tuple[_Fact, ...], rect: Rect, scale: float) -> Iterator[_Fact]:
    """Facts in the width of their card: what the team answers for is whole, what stands before is cut where it must."""
    kept = facts[-2:] if len(facts) > 1 else ()
    room = rect.width * POINT * scale - 2 * _INSIDE * scale
    room -= sum(width_of(fact.text, _at(scale, fact.style)) for fact in kept)
    for fact in facts[: len(facts) - len(kept)]:
        style = _at(scale, fact.style)
        if room > width_of(ELLIPSIS, style):
            space = " " if fact.text.startswith(" ") else ""  # which no line begins with
            text = space + "".join(fitted(fact.text, style, room - width_of(space, style), 1).lines)
            room -= width_of(text, style)
            yield fact._replace(text=text)
    yield from kept


def _facts(card: Card) -> Iterator[_Fact]:
    """When somebody is on call, how many people they are, and what the team answers for."""
    if card.ghost:
        yield _Fact("This team is not defined.", _FACTS_BOLD, ERROR)
        return
    if card.cover is not None:
        yield _Fact(f"On call {card.cover}", _FACTS, INK)
    if card.cover is None and card.people is None:
        yield _Fact("hours and people unknown", _FACTS, INK3)
    elif card.cover is None:
        yield _Fact("hours unknown", _FACTS, INK3)
    if card.people is not None:
        said = "1 person" if card.people == 1 else f"{card.people} people"
        yield _Fact(f" · {said}", _FACTS, INK2)
    elif card.cover is not None:
        yield _Fact(" · people unknown", _FACTS, INK3)
    yield _Fact(" · answers for ", _FACTS, INK2)
    yield _Fact(str(card.answers), _FACTS_BOLD, INK)


def _unowned(names: Sequence[str], style: Type, room: float) -> str:
    """`Rails and 2 more` where the name is whole with that beside it, else how many there are; one name may be cut."""
    first, *others = names
    if not others:
        return "".join(fitted(first, style, room, 1).lines)
    said = f"{first} and {len(others)} more"
    return said if width_of(said, style) <= room else counted(len(names), "responsibility", "responsibilities")
