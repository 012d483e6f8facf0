"""Where every page goes, on a strip: the alert, and the first three steps of the chain from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, permutations
from typing import Final, NamedTuple

from orgmodel.diagram.chain import minutes_text
from orgmodel.diagram.contents import condition_of
from orgmodel.diagram.week_steps import hand_offs
from orgmodel.model import ALERT, Escalation, TeamId, TeamKind
from orgmodel.pdf.drawing.marks import draw_kind
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.style import ARROW, BODY, BODY_BOLD, ERROR, INK, INK2, PAPER, SMALL, SMALL_BOLD
from orgmodel.pdf.type.typesetting import fitted, width_of
from orgmodel.sentences import counted

STRIP_HEIGHT: Final = 25.0
_STEPS: Final = 3
_PER_STEP: Final = 3
_ENTRY: Final = 14.0
_GAP: Final = 15.0
_LANE: Final = 24.5
_BESIDE: Final = 2.4
_HEAD: Final = 2.6
_FEW: Final = 3
_FIRST_LANE: Final = 2.0
"""From the cards on, where arrows turn upright: a millimetre apart, up to the last of these lanes."""
_LAST_LANE: Final = 4.0

Points = tuple[tuple[float, float], ...]


class Station(NamedTuple):
    """A team on the strip, its name in lines and as a whole."""

    team: TeamId
    name: tuple[str, ...]
    whole: str
    kind: TeamKind
    contact: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


class Hop(NamedTuple):
    """An escalation between two stations; `is_long` where it passes a step and so runs below the cards."""

    source: TeamId
    target: TeamId
    said: str
    condition: str
    is_conditional: bool
    is_lost: bool
    is_long: bool


class Strip(NamedTuple):
    """What is drawn; `said` tells what is not, and leads to the whole chain; `empty` says why there is nothing."""

    stations: tuple[Station, ...]
    hops: tuple[Hop, ...]
    said: str
    empty: str

    @property
    def told(self) -> str:
        """The drawing in words, for those who listen."""
        names = {station.team: station.whole for station in self.stations} | {ALERT: "the alert"}
        ways = []
        for hop in self.hops:
            how = [hop.said and f"after {hop.said}", hop.condition, "lost" if hop.is_lost else ""]
            said = ", ".join(part for part in how if part)
            ways.append(f"{names[hop.source]} to {names[hop.target]}{f' ({said})' if said else ''}")
        return f"A page goes from {'; from '.join(ways)}."


def strip_of(matter: Matter) -> Strip:
    organization = matter.organization
    carrying = [each for each in organization.escalations if each.carries_pages]
    if not any(each.source == ALERT for each in carrying):
        empty = "Nobody hears an alert: no escalation begins there." if carrying else "No page goes anywhere yet."
        return Strip((), (), "", empty)
    steps = hand_offs(carrying)
    shown = list(_columns(matter, carrying, steps))
    hops = tuple(_hops(matter, carrying, shown))
    stations = tuple(_stations(matter, shown, has_lane=any(hop.is_long for hop in hops)))
    teams = sum(team.status != "archived" for team in organization.teams)
    if len(stations) == teams and len(hops) == len(organization.escalations):
        said = "Every escalation with its condition:"
    else:
        escalations = counted(len(organization.escalations), "escalation")
        said = f"{len(stations)} of {counted(teams, 'team')}, {len(hops)} of {escalations} shown; all of them:"
    return Strip(stations, hops, said, "")


def _columns(matter: Matter, carrying: list[Escalation], steps: Mapping[TeamId, int]) -> Iterator[list[TeamId]]:
    """The teams of each step that get pages from one that is shown, in the order in which fewest lines cross."""
    ways = [(each.source, each.target) for each in carrying]
    before = [ALERT]
    for step in range(1, _STEPS + 1):
        column = _chosen(matter, (team for team, at in steps.items() if at == step and _leads(ways, before, team)))
        if not column:
            return
        passed = {target for source, target in ways if source not in before and steps.get(source, step) < step}
        orders = [list(order) for order in permutations(column)]
        at_foot = passed & {*column}
        before = min(orders, key=partial(_price, ways, before, at_foot))
        yield before


def _leads(ways: list[tuple[TeamId, TeamId]], sources: Iterable[TeamId], target: TeamId) -> bool:
    return any((source, target) in ways for source in sources)


def _price(
    ways: list[tuple[TeamId, TeamId]], before: list[TeamId], at_foot: set[TeamId], order: list[TeamId]
) -> tuple[bool, int]:
    """Lines past a step end at the lowest card: that comes first, then how many lines cross."""
    return bool(at_foot) and order[-1] not in at_foot, _crossed(ways, before, order)


def _crossed(ways: list[tuple[TeamId, TeamId]], left: Sequence[TeamId], right: Sequence[TeamId]) -> int:
    """How many lines between two columns cross."""
    lines = [(left.index(one), right.index(other)) for one, other in {*ways} if one in left and other in right]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(lines, 2))


def _chosen(matter: Matter, teams: Iterable[TeamId]) -> list[TeamId]:
    """The teams of one step that there is room for: those that answer for most, in the order of the file."""
    order = {team.id: place for place, team in enumerate(matter.organization.teams)}
    known = sorted((team for team in teams if team in order), key=order.__getitem__)
    first = sorted(known, key=lambda team: (-matter.carried[team].answers, order[team]))[:_PER_STEP]
    return [team for team in known if team in first]


def _hops(matter: Matter, escalations: Iterable[Escalation], shown: list[list[TeamId]]) -> Iterable[Hop]:
    columns = {team: at for at, column in enumerate(shown, 1) for team in column}
    lowest = {ALERT, *(column[-1] for column in shown)}
    long = 0
    seen: set[tuple[TeamId, TeamId]] = set()
    for escalation in escalations:
        start = 0 if escalation.source == ALERT else columns.get(escalation.source)
        end = columns.get(escalation.target)
        if start is None or end is None or end <= start or (escalation.source, escalation.target) in seen:
            continue
        is_long = end > start + 1
        long += is_long
        if is_long and (long > 1 or escalation.source not in lowest or escalation.target not in lowest):
            continue
        seen.add((escalation.source, escalation.target))
        is_lost = (escalation.source, escalation.target) in matter.lost_ways
        condition = condition_of(matter.organization, escalation)
        said = minutes_text(escalation.after)
        yield Hop(escalation.source, escalation.target, said, condition, escalation.is_conditional, is_lost, is_long)


def _stations(matter: Matter, columns: list[list[TeamId]], *, has_lane: bool) -> Iterable[Station]:
    measure = matter.portrait.measure
    width = (measure - _ENTRY - _GAP * len(columns)) / max(len(columns), 1)
    width = min(width, 46.0)
    height = 20.4 if has_lane else STRIP_HEIGHT
    for place, column in enumerate(columns):
        x = _ENTRY + _GAP + place * (width + _GAP)
        count = len(column)
        tall = min(12.0, (height - 1.6 * (count - 1)) / count)
        start = (height - count * tall - 1.6 * (count - 1)) / 2
        for number, team in enumerate(column):
            found = matter.organization.team_by_id[team]
            name = matter.names.fit(found.name, "team", BODY_BOLD, width - 11.4, 1 if tall < 9 else 2)
            contact = found.contact or ""
            yield Station(
                team,
                name,
                found.name,
                found.kind,
                contact if tall >= 9 and len(name) == 1 else "",
                x,
                start + number * (tall + 1.6),
                width,
                tall,
            )


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
    pen.box(left, y + entry_middle - 4.5, _ENTRY, 9, fill=PAPER, stroke=INK, line=1.0, radius=4.5)
    pen.text(left + _ENTRY / 2, y + entry_middle + 1.05, "Alert", BODY_BOLD, INK, align="centre")
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
        x = left + (source.x + source.width * 0.5 if source else _ENTRY / 2)
        start = y + (source.y + source.height if source else entry_middle + 4.5)
        turn = end - 5.5
        arrive = y + target.y + target.height - 2.2
        points: Points = ((x, start), (x, y + _LANE), (turn, y + _LANE), (turn, arrive), (end, arrive))
        _draw_label(pen, x + 2.4, y + _LANE - 0.9, turn - x - 4, hop)
    else:
        source = at.get(hop.source)
        leaving = [other for other in strip.hops if other.source == hop.source and not other.is_long]
        x = left + (source.x + source.width if source else _ENTRY)
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
