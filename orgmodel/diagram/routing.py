"""Orthogonal lines between cards: around other cards, side by side, with few bends and crossings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from orgmodel.diagram.shapes import Measures, Point, Rect
from orgmodel.diagram.tracks import Track, Tracks, Trunk

Side = Literal["top", "right", "bottom", "left"]
SIDES: Final[tuple[Side, ...]] = ("top", "right", "bottom", "left")
_FACING: Final[tuple[tuple[Side, Side], ...]] = (
    ("top", "bottom"),
    ("bottom", "top"),
    ("right", "left"),
    ("left", "right"),
)
_OUTWARD: Final[dict[Side, tuple[int, int]]] = {"top": (0, -1), "right": (1, 0), "bottom": (0, 1), "left": (-1, 0)}

# What a line pays, in lengths of a lane: a bend, a crossing, a run on top of another line, a run through a card.
_BEND: Final = 12.0
_CROSSING: Final = 5.0
_OVERLAP: Final = 60.0
_HIT: Final = 400.0
_OFF_CENTRE: Final = 3.0

_LANES: Final = 3
"""Side by side, so many lines may run along a card."""
_TRIES: Final = 150_000
_MEETINGS: Final = 300_000_000
_FEWEST_TRIES: Final = 12
"""So many lines are tried for all requests together, fewer where each would meet very many, and for each at least so
many: thousands take seconds, not minutes."""


class Request(NamedTuple):
    """Ends are names of obstacles; the heavier line is routed first and so runs straighter.

    Lines of one `trunk` may run on top of each other; None for a line of its own.
    """

    source: str
    target: str
    weight: float
    trunk: Trunk | None = None


class _Port(NamedTuple):
    side: Side
    at: Point
    offset: int


class _Route(NamedTuple):
    points: tuple[Point, ...]
    start: _Port
    end: _Port


def routed(
    requests: Sequence[Request], obstacles: Mapping[str, Rect], left: float, measures: Measures
) -> list[tuple[Point, ...]]:
    """A polyline in right angles for each request, in their order; none runs left of `left` if there is a way."""
    router = _Router(obstacles, left, measures, tries_for(len(requests)))
    reach = [(-request.weight, router.reach(request)) for request in requests]
    order = sorted(range(len(requests)), key=reach.__getitem__)
    found = {place: router.route(requests[place]) for place in order}
    return [found[place] for place in range(len(requests))]


def tries_for(requests: int) -> int:
    """How many lines are tried for each of so many requests."""
    count = max(1, requests)
    return max(_FEWEST_TRIES, min(_TRIES // count, _MEETINGS // count**2))


class _Router:
    """The lines so far and the ports they took."""

    def __init__(self, obstacles: Mapping[str, Rect], left: float, measures: Measures, patience: int) -> None:
        self.obstacles = obstacles
        self.patience = patience
        self.left = left
        self.lane = measures.lane
        self.clearance = measures.clearance
        self.rows = Tracks(measures.card_height)
        self.columns = Tracks(measures.card_height)
        self.taken: dict[tuple[str, Side], list[tuple[float, Trunk | None]]] = {}
        around = list(obstacles.values())
        self.xs = _channels([(rect.x, rect.right) for rect in around], self.clearance, self.lane, left)
        self.ys = _channels([(rect.y, rect.bottom) for rect in around], self.clearance, self.lane, float("-inf"))
        self.apart = {name: rect.grown(self.clearance * 0.6) for name, rect in obstacles.items()}
        self.at_x: dict[float, list[tuple[float, float, str]]] = {}
        self.at_y: dict[float, list[tuple[float, float, str]]] = {}
        self.best: list[_Route] = []
        self.met: dict[tuple[float, float, float, float], float] = {}
        """What each piece of the lines that were tried for this request pays."""
        self.least = 0.0

    def reach(self, request: Request) -> float:
        start, end = self.obstacles[request.source].centre, self.obstacles[request.target].centre
        return abs(start.x - end.x) + abs(start.y - end.y)

    def route(self, request: Request) -> tuple[Point, ...]:
        self.best.clear()
        self.met.clear()
        self.least = float("inf")
        for start, end in self._facing(request):
            self._consider((start.at, end.at), start, end, request)
        for tried, (points, start, end) in enumerate(self._lines(request)):
            if tried >= self.patience and self.best:
                break
            self._consider(points, start, end, request)
        best = self.best[-1]
        route = best._replace(points=_plain(best.points))
        self._keep(request, route)
        return route.points

    def _lines(self, request: Request) -> Iterator[_Route]:
        """Lines between any two ports, those first that may be short, as far as they may be cheaper than the best."""
        at_source, at_target = _trunks(request)
        ends = self._ports(request.target, request.source, at_target)
        pairs = [(start, end) for start in self._ports(request.source, request.target, at_source) for end in ends]
        bounds = sorted((self._bound(start, end), place) for place, (start, end) in enumerate(pairs))
        for fewest, lines in ((1, self._bent), (3, self._detours)):
            for bound, place in bounds:
                if bound + fewest * _BEND * self.lane >= self.least:
                    break
                for points in lines(*pairs[place]):
                    yield _Route(points, *pairs[place])

    def _bound(self, start: _Port, end: _Port) -> float:
        """What a line between two ports costs at least, without its bends."""
        off = (abs(start.offset) + abs(end.offset)) * _OFF_CENTRE * self.lane
        return abs(start.at.x - end.at.x) + abs(start.at.y - end.at.y) + off

    def _consider(self, points: tuple[Point, ...], start: _Port, end: _Port, request: Request) -> None:
        """Keep a line that is cheaper than the best so far."""
        price = (len(points) - 2) * _BEND + (abs(start.offset) + abs(end.offset)) * _OFF_CENTRE
        price *= self.lane
        before = points[0]
        for point in points[1:]:
            price += abs(point[0] - before[0]) + abs(point[1] - before[1])
            before = point
        if price >= self.least:
            return
        if not _leaves(points[0], points[1], start.side) or not _leaves(points[-1], points[-2], end.side):
            return
        price += self._trouble(points, request, (self.least - price) / self.lane) * self.lane
        if price < self.least:
            self.best.append(_Route(points, start, end))
            self.least = price

    def _keep(self, request: Request, route: _Route) -> None:
        for start, end in pairwise(route.points):
            if start.x == end.x:
                self.columns.add(Track(start.x, min(start.y, end.y), max(start.y, end.y), request.trunk))
            else:
                self.rows.add(Track(start.y, min(start.x, end.x), max(start.x, end.x), request.trunk))
        at_source, at_target = _trunks(request)
        self.taken.setdefault((request.source, route.start.side), []).append((_along(route.start), at_source))
        self.taken.setdefault((request.target, route.end.side), []).append((_along(route.end), at_target))

    def _facing(self, request: Request) -> Iterator[tuple[_Port, _Port]]:
        """Ports between which a line runs straight."""
        source, target = self.obstacles[request.source], self.obstacles[request.target]
        for out, into in _FACING:
            there = _side_at(target, into)
            for start in self._free_ports(request.source, out, source.centre, _trunks(request)[0]):
                across = Point(start.at.x, there) if out in ("top", "bottom") else Point(there, start.at.y)
                end = _Port(into, across, 0)
                if self._fits(request.target, end):
                    yield start, end

    def _fits(self, name: str, port: _Port) -> bool:
        rect = self.obstacles[name]
        low, high = (rect.x, rect.right) if port.side in ("top", "bottom") else (rect.y, rect.bottom)
        along = _along(port)
        edge = min(self.clearance, (high - low) / 4)
        taken = [at for at, _ in self.taken.get((name, port.side), ())]
        return low + edge <= along <= high - edge and not _is_near(along, taken, self.lane)

    def _ports(self, name: str, other: str, trunk: Trunk | None) -> list[_Port]:
        """The best free port of each side: the middle, else the next one towards the other card."""
        towards = self.obstacles[other].centre
        return [next(self._free_ports(name, side, towards, trunk)) for side in SIDES]

    def _free_ports(self, name: str, side: Side, towards: Point, trunk: Trunk | None) -> Iterator[_Port]:
        rect = self.obstacles[name]
        held = self.taken.get((name, side), [])
        taken = [at for at, other in held if trunk is None or other != trunk]
        is_level = side in ("top", "bottom")
        middle, half = (rect.centre.x, rect.width / 2) if is_level else (rect.centre.y, rect.height / 2)
        sign = 1 if (towards.x if is_level else towards.y) >= middle else -1
        step = self.lane * 1.5
        reach = int(max(0.0, half - self.clearance * 0.75) // step)
        offsets = [0, *(place * way for place in range(1, reach + 1) for way in (sign, -sign))]
        free = [offset for offset in offsets if not _is_near(middle + offset * step, taken, self.lane)]
        shared = next((at for at, other in held if trunk is not None and other == trunk), None)
        if shared is not None:
            yield _Port(
                side, Point(shared, _side_at(rect, side)) if is_level else Point(_side_at(rect, side), shared), 0
            )
        for offset in free or [0]:
            along = middle + offset * step
            at = Point(along, _side_at(rect, side)) if is_level else Point(_side_at(rect, side), along)
            # A full side is shared, and dear.
            yield _Port(side, at, offset if free else 20)

    def _bent(self, start: _Port, end: _Port) -> Iterator[tuple[Point, ...]]:
        p, q = start.at, end.at
        out_level, in_level = start.side in ("left", "right"), end.side in ("left", "right")
        if out_level != in_level:
            yield (p, Point(q.x, p.y), q) if out_level else (p, Point(p.x, q.y), q)
        elif out_level:
            for x in self._between(self.xs, p.x, q.x):
                yield p, Point(x, p.y), Point(x, q.y), q
        else:
            for y in self._between(self.ys, p.y, q.y):
                yield p, Point(p.x, y), Point(q.x, y), q

    def _detours(self, start: _Port, end: _Port) -> Iterator[tuple[Point, ...]]:
        p, q = start.at, end.at
        out_level, in_level = start.side in ("left", "right"), end.side in ("left", "right")
        firsts = self._next(self.xs if out_level else self.ys, p, start.side)
        lasts = self._next(self.xs if in_level else self.ys, q, end.side)
        for first in firsts:
            a = Point(first, p.y) if out_level else Point(p.x, first)
            for last in lasts:
                b = Point(last, q.y) if in_level else Point(q.x, last)
                if out_level and not in_level:
                    yield p, a, Point(a.x, b.y), b, q
                elif in_level and not out_level:
                    yield p, a, Point(b.x, a.y), b, q
                elif out_level:
                    for y in self._between(self.ys, a.y, b.y):
                        yield p, a, Point(a.x, y), Point(b.x, y), b, q
                else:
                    for x in self._between(self.xs, a.x, b.x):
                        yield p, a, Point(x, a.y), Point(x, b.y), b, q

    def _next(self, channels: Sequence[float], at: Point, side: Side) -> Sequence[float]:
        x, y = _OUTWARD[side]
        here = at.x if x else at.y
        if x + y > 0:
            place = bisect_right(channels, here)
            return channels[place : place + 2]
        place = bisect_left(channels, here)
        return channels[max(0, place - 2) : place]

    def _between(self, channels: Sequence[float], start: float, end: float) -> list[float]:
        """The middle and the channels near two coordinates, between them and beyond either."""
        low, high = min(start, end), max(start, end)
        first, last = bisect_left(channels, low), bisect_right(channels, high)
        inside = [*channels[first : min(last, first + 4)], *channels[max(first, last - 4) : last]]
        beyond = [*channels[max(0, first - _LANES) : first], *channels[last : last + _LANES]]
        return list(dict.fromkeys([(low + high) / 2, *inside, *beyond]))

    def _trouble(self, points: Sequence[Point], request: Request, budget: float) -> float:
        """What a line pays for what it meets, in lanes; it may stop counting once that is more than the budget."""
        price = 0.0
        for start, end in pairwise(points):
            piece = (*start, *end)
            met = self.met.get(piece)
            if met is None:
                met = self.met[piece] = self._met(start, end, request)
            price += met
            if price >= budget:
                break
        return price

    def _met(self, start: Point, end: Point, request: Request) -> float:
        """What one piece of a line pays."""
        is_level = start[1] == end[1]
        along, across = (self.rows, self.columns) if is_level else (self.columns, self.rows)
        at = start[1] if is_level else start[0]
        low, high = (start[0], end[0]) if is_level else (start[1], end[1])
        if low > high:
            low, high = high, low
        price = _HIT if is_level and low < self.left else 0.0
        for begin, finish, name in self._standing(at, is_level=is_level):
            if begin < high and low < finish and self._is_hit(name, at, low, high, request, is_level=is_level):
                price += _HIT
        price += _OVERLAP * along.beside(at, low, high, self.lane * 0.75, request.trunk)
        return price + _CROSSING * across.crossing(at, low, high, request.trunk)

    def _is_hit(self, name: str, at: float, low: float, high: float, request: Request, *, is_level: bool) -> bool:
        """Whether a piece that comes near a card counts: near its own two cards it may be, in them not."""
        if name not in (request.source, request.target):
            return True
        rect = self.obstacles[name]
        if is_level:
            return rect.y < at < rect.bottom and rect.x + 0.5 < high and low < rect.right - 0.5
        return rect.x < at < rect.right and rect.y + 0.5 < high and low < rect.bottom - 0.5

    def _standing(self, at: float, *, is_level: bool) -> list[tuple[float, float, str]]:
        """What stands where a level piece runs at `at`, or an upright one."""
        held = self.at_y if is_level else self.at_x
        found = held.get(at)
        if found is None:
            found = held[at] = [
                (rect.x, rect.right, name) if is_level else (rect.y, rect.bottom, name)
                for name, rect in self.apart.items()
                if (rect.y < at < rect.bottom if is_level else rect.x < at < rect.right)
            ]
        return found


def _channels(spans: Iterable[tuple[float, float]], clearance: float, lane: float, least: float) -> list[float]:
    """Where lines may run beside cards: one clearance away and one or two lanes more."""
    found = set()
    for low, high in spans:
        for place in range(_LANES):
            found.add(round(low - clearance - place * lane, 3))
            found.add(round(high + clearance + place * lane, 3))
    return sorted(channel for channel in found if channel > least)


def _plain(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Without corners that are none: where two channels are one, a line would turn on the spot."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _leaves(end: Point, beside: Point, side: Side) -> bool:
    x, y = _OUTWARD[side]
    return (beside.x - end.x) * x + (beside.y - end.y) * y > 0 and (x == 0) == (beside.x == end.x)


def _trunks(request: Request) -> tuple[Trunk | None, Trunk | None]:
    """The trunk that a line shares at its beginning, and the one at its end."""
    trunk = request.trunk
    return (trunk, None) if trunk is None or trunk.at_source else (None, trunk)


def _is_near(coordinate: float, others: Iterable[float], distance: float) -> bool:
    return any(abs(coordinate - other) < distance for other in others)


def _along(port: _Port) -> float:
    return port.at.x if port.side in ("top", "bottom") else port.at.y


def _side_at(rect: Rect, side: Side) -> float:
    return {"top": rect.y, "bottom": rect.bottom, "left": rect.x, "right": rect.right}[side]
