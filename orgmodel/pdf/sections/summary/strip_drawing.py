"""The strip in print: the alert, cards, and the lines between them."""

from __future__ import annotations

from typing import Final

from orgmodel.model import ALERT
from orgmodel.pdf.drawing.marks import draw_kind
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.sections.summary.strip import ENTRY, STRIP_HEIGHT, Hop, Station, Strip
from orgmodel.pdf.style import ARROW, BODY, BODY_BOLD, ERROR, INK, INK2, PAPER, SMALL, SMALL_BOLD
from orgmodel.pdf.type.typesetting import fitted, width_of

_LANE: Final = 24.5
_BESIDE: Final = 2.4
_HEAD: Final = 2.6
_FEW: Final = 3
_FIRST_LANE: Final = 2.0
"""From the cards on, where arrows turn upright: a millimetre apart, up to the last of these lanes."""
_LAST_LANE: Final = 4.0
Points = tuple[tuple[float, float], ...]


def draw_strip(pen: Pen, y: float, strip: Strip) -> None:
    """`y` is the strip's upper edge."""
    left = pen.sheet.left
    if strip.empty:
        pen.piece("P", left, y + BODY.rise, strip.empty, BODY, INK2)
        return
    with pen.tag("Figure", alt=strip.told, box=(left, y, pen.sheet.measure, STRIP_HEIGHT)):
        _draw_shown(pen, y, strip)


def _draw_shown(pen: Pen, y: float, strip: Strip) -> None:
    left = pen.sheet.left
    entry_middle = _entry_middle(strip)
    for hop in strip.hops:
        _draw_hop(pen, y, strip, hop)
    pen.box(left, y + entry_middle - 4.5, ENTRY, 9, fill=PAPER, stroke=INK, line=1.0, radius=4.5)
    pen.text(left + ENTRY / 2, y + entry_middle + 1.05, "Alert", BODY_BOLD, INK, align="centre")
    for station in strip.stations:
        _draw_station(pen, y, station)


def _entry_middle(strip: Strip) -> float:
    """The height of the team that hears the alert first."""
    at = {station.team: station for station in strip.stations}
    first = next((hop for hop in strip.hops if hop.source == ALERT), None)
    return at[first.target].middle if first else STRIP_HEIGHT / 2


def _draw_station(pen: Pen, y: float, station: Station) -> None:
    x, top = pen.sheet.left + station.x, y + station.y
    pen.box(x, top, station.width, station.height, fill=PAPER, stroke=INK, line=1.0, radius=1.0)
    pen.link(x, top, station.width, station.height, f"team:{station.team}")
    glyph = min(6.0, station.height - 2.4)
    draw_kind(pen, station.kind, x + 2, top + (station.height - glyph) / 2, glyph)
    lines = [*[(line, BODY_BOLD, INK) for line in station.name]]
    if station.contact:
        lines.append((fitted(station.contact, BODY, station.width - 11.4, 1).lines[0], BODY, INK2))
    base = top + station.height / 2 - (len(lines) - 1) * 2.05 + 1.05
    for text, style, colour in lines:
        pen.text(x + 2 + glyph + 2.2, base, text, style, colour)
        base += 4.1


def _draw_hop(pen: Pen, y: float, strip: Strip, hop: Hop) -> None:
    left = pen.sheet.left
    at = {station.team: station for station in strip.stations}
    entry_middle = _entry_middle(strip)
    target = at[hop.target]
    if hop.is_conditional:
        pen.used["way-sometimes"] = None
    if hop.is_lost:
        pen.used["page-lost"] = None
    colour = ERROR if hop.is_lost else INK
    dash = "5 3" if hop.is_conditional else ""
    end = left + target.x
    entering = [other for other in strip.hops if other.target == hop.target and not other.is_long]
    arrive = y + target.middle + _spread(hop, entering)
    if hop.is_long:
        source = at.get(hop.source)
        x = left + (source.x + source.width * 0.5 if source else ENTRY / 2)
        start = y + (source.y + source.height if source else entry_middle + 4.5)
        turn = end - 5.5
        arrive = y + target.y + target.height - 2.2
        points: Points = ((x, start), (x, y + _LANE), (turn, y + _LANE), (turn, arrive), (end, arrive))
        _draw_label(pen, x + 2.4, y + _LANE - 0.9, turn - x - 4, hop)
    else:
        source = at.get(hop.source)
        leaving = [other for other in strip.hops if other.source == hop.source and not other.is_long]
        x = left + (source.x + source.width if source else ENTRY)
        start = y + (source.middle if source else entry_middle) + _spread(hop, leaving)
        turn = x + _FIRST_LANE + _rank(strip, hop) % (_LAST_LANE - _FIRST_LANE + 1)
        points = ((x, start), (turn, start), (turn, arrive), (end, arrive))
        if abs(start - arrive) < 0.05:
            points = ((x, start), (end, arrive))
        is_alone = len(leaving) == 1 and len(entering) == 1
        if hop.is_lost:
            _draw_lost(pen, (x + end - _HEAD) / 2, min(start, arrive) - 2.2, hop, is_alone=is_alone)
        elif hop.said and is_alone:
            pen.text((x + end - _HEAD) / 2, min(start, arrive) - 1.2, hop.said, SMALL, colour, align="centre")
        elif hop.said and len(entering) == 1 and _crowd(strip, target) <= _FEW:
            _draw_minutes(pen, (x + _LAST_LANE, end), arrive, hop.said, colour)
    pen.stroke((*points[:-1], (end - _HEAD + 0.2, arrive)), ARROW, colour, dash)
    pen.shape(((end - _HEAD, arrive - 1.25), (end, arrive), (end - _HEAD, arrive + 1.25)), colour)
    if hop.is_lost:
        _draw_cut(pen, end - _HEAD - 2.4, arrive)


def _crowd(strip: Strip, target: Station) -> int:
    """How many escalations run between the same two steps: past a few there is no room for minutes."""
    column = {station.team for station in strip.stations if station.x == target.x}
    return sum(hop.target in column and not hop.is_long for hop in strip.hops)


def _rank(strip: Strip, hop: Hop) -> int:
    """The upright lane of the team that hands on the page, of those of its step: lines that go down turn later."""
    at = {station.team: station for station in strip.stations}
    beside = [other for other in strip.hops if not other.is_long and at[other.target].x == at[hop.target].x]
    sources = list(dict.fromkeys(other.source for other in beside))
    sources.sort(key=lambda team: at[team].y if team in at else 0.0)
    down = sum(at[other.target].middle > at[other.source].middle for other in beside if other.source in at)
    return (sources[::-1] if 2 * down > len(beside) else sources).index(hop.source)


def _spread(hop: Hop, together: list[Hop]) -> float:
    """Where several escalations share a side of a card, how far from its middle one of them starts or ends."""
    return (together.index(hop) - (len(together) - 1) / 2) * _BESIDE if hop in together else 0.0


def _draw_lost(pen: Pen, x: float, base: float, hop: Hop, *, is_alone: bool) -> None:
    """The word at a cut line, and the minutes where there is room for them."""
    said = f"{hop.said} lost" if is_alone and hop.said else "lost"
    pen.text(x + (0 if is_alone else 2.5), base, said, SMALL_BOLD, ERROR, align="centre")


def _draw_minutes(pen: Pen, between: tuple[float, float], line: float, said: str, colour: str) -> None:
    """Minutes over a line, between the upright lanes and the card; not at all where they would touch either."""
    start, end = between
    if width_of(said, SMALL) <= end - start - 1.2:
        pen.text((start + end) / 2 + 0.2, line - 1.6, said, SMALL, colour, align="centre")


def _draw_label(pen: Pen, x: float, base: float, room: float, hop: Hop) -> None:
    said = f"{hop.said}, " if hop.said and hop.condition else hop.said
    wide = pen.text(x, base, said, SMALL_BOLD, ERROR if hop.is_lost else INK)
    if hop.condition and room - width_of(said, SMALL_BOLD) > 10:
        lines = fitted(hop.condition, SMALL, room - wide, 1).lines
        pen.text(x + wide, base, "".join(lines), SMALL, INK2)


def _draw_cut(pen: Pen, x: float, y: float) -> None:
    """The line broken by two strokes: here the page is lost."""
    pen.shape(((x - 1.1, y - 0.5), (x + 0.7, y - 0.5), (x + 0.7, y + 0.5), (x - 1.1, y + 0.5)), PAPER)
    for stroke in (x - 0.9, x + 0.7):
        pen.stroke(((stroke - 0.5, y + 1.7), (stroke + 0.5, y - 1.7)), ARROW, ERROR)
