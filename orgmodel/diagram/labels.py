"""Where the words of an arrow stand: beside it, clear of cards, words, other lines and the rules between bands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from orgmodel.diagram.shapes import Label, Loss, Measures, Point, Rect
from orgmodel.diagram.words import Condition, Words

# What a place costs: covering a card or words, a line, a rule between bands, being outside, off the middle, below, on
# the line itself, and on another piece than the longest.
_COVERS: Final = 1000.0
_CROSSES: Final = 60.0
_ON_A_RULE: Final = 9.0
_OUTSIDE: Final = 300.0
_AWAY: Final = 0.25
_BELOW: Final = 1.5
_ON_ITS_LINE: Final = 11.0
_RANK: Final = 4.0
# What is said costs as well: a condition in two lines, one that is cut, and the minutes alone.
_IN_TWO: Final = 4.0
_CUT: Final = 30.0
_WITHOUT: Final = 40.0

_OFF_RULE: Final = 1.2
"""Words stand so far from a rule between bands that they are moved clear of."""
_STEPS: Final = 24
_FEWEST_STEPS: Final = 2
_ALL_STEPS: Final = 6000
"""How often words are moved along a piece of a line at most and at least, and for all lines together."""


class _Try(NamedTuple):
    price: float
    rect: Rect


class LabelPlacer:
    """The words placed so far among cards and lines."""

    def __init__(
        self,
        cards: Sequence[Rect],
        lines: Sequence[Sequence[Point]],
        rules: Sequence[float],
        area: Rect,
        measures: Measures,
    ) -> None:
        self.measures = measures
        self.covered = _Squares(measures.card_width / 2, measures.card_height / 2, cards)
        self.rules = rules
        self.area = area
        self.steps = min(_STEPS, max(_FEWEST_STEPS, _ALL_STEPS // max(1, len(lines))))
        pieces = [_rect_of(start, end) for points in lines for start, end in pairwise(points)]
        self.segments = _Squares(measures.card_width / 2, measures.card_height / 2, pieces)

    def label(self, points: Sequence[Point], said: Words) -> Label | None:
        """The minutes and, as far as there is room, the condition; None where there is nothing to say."""
        if not said.minutes and not said.conditions:
            return None
        sizes = self.measures
        best: tuple[_Try, Condition] | None = None
        for shown in said.conditions or (Condition(),):
            told = _cost_of(shown, said.whole)
            if best and told >= best[0].price:
                continue
            gap = sizes.label_gap if said.minutes and shown.line else 0.0
            height = sizes.label_height + (sizes.reason_height if shown.second else 0.0)
            found = self._best(points, said.minutes_width + gap + shown.width, height, is_on_line=True)
            if best is None or found.price + told < best[0].price:
                best = found._replace(price=found.price + told), shown
        if best is None:
            return None
        place, shown = best
        self.covered.add(place.rect)
        whole = ", ".join(filter(None, (said.minutes, said.whole)))
        return Label(place.rect, said.minutes, shown.line, whole, shown.second)

    def loss(self, points: Sequence[Point], said: Words) -> Loss:
        """Where the page is lost and why; without the reason where that would cover something."""
        sizes = self.measures
        height = sizes.label_height + len(said.reason) * sizes.reason_height
        found, reason = self._best(points, said.loss_width, height), said.reason
        if found.price >= _COVERS:
            shorter = self._best(points, said.title_width, sizes.label_height)
            if shorter.price < _COVERS:
                found, reason = shorter, ()
        self.covered.add(found.rect)
        return Loss(found.rect, said.title, reason, said.message)

    def _best(self, points: Sequence[Point], width: float, height: float, *, is_on_line: bool = False) -> _Try:
        """The cheapest place beside any piece of a line, or on it; the longest piece is asked first."""
        best: _Try | None = None
        for rank, (start, end) in enumerate(sorted(pairwise(points), key=lambda pair: -_length(*pair))):
            if best and rank * _RANK >= best.price:
                break
            for off, rect in self._beside(start, end, width, height):
                best = self._cheaper(best, rank * _RANK + off, rect)
            if is_on_line:
                own = _rect_of(start, end)
                for off, rect in self._on_line(start, end, width, height):
                    best = self._cheaper(best, rank * _RANK + off, rect, own)
        if best is None:
            raise LookupError(points)
        return best

    def _cheaper(self, best: _Try | None, off: float, rect: Rect, own: Rect | None = None) -> _Try | None:
        if best and off >= best.price:
            return best
        price = off + self._trouble(rect, own)
        return _Try(price, rect) if best is None or price < best.price else best

    def _beside(self, start: Point, end: Point, width: float, height: float) -> Iterator[tuple[float, Rect]]:
        """Places beside a piece of a line, and their price for standing off its middle."""
        gap = self.measures.clearance * 0.75
        if start.x == end.x:
            low, high = sorted((start.y, end.y))
            off_rules = [(away, y) for away, y in self._off_rules(low, high, height) if low <= y <= high - height]
            for away, y in (*self._steps((low + high - height) / 2, low, high - height, height / 2), *off_rules):
                yield away * _AWAY, Rect(start.x + gap, y, width, height)
                yield away * _AWAY + _BELOW, Rect(start.x - gap - width, y, width, height)
        else:
            low, high = sorted((start.x, end.x))
            begin = low + gap if end.x > start.x else high - gap - width
            for away, x in self._steps(begin, low + gap / 2, high - gap / 2 - width, height):
                yield away * _AWAY, Rect(x, start.y - gap / 2 - height, width, height)
                yield away * _AWAY + _BELOW, Rect(x, start.y + gap / 2, width, height)

    def _on_line(self, start: Point, end: Point, width: float, height: float) -> Iterator[tuple[float, Rect]]:
        """Places on a piece of a line that is long enough to be seen on both sides of them."""
        along = height if start.x == end.x else width
        low, high = sorted((start.y, end.y) if start.x == end.x else (start.x, end.x))
        for away, at in self._steps((low + high - along) / 2, low + 2 * height, high - 2 * height - along, height):
            if low + 2 * height <= at <= high - 2 * height - along:
                rect = (
                    Rect(start.x - width / 2, at, width, height)
                    if start.x == end.x
                    else Rect(at, start.y - height / 2, width, height)
                )
                yield _ON_ITS_LINE + away * _AWAY, rect

    def _steps(self, preferred: float, low: float, high: float, step: float) -> Iterator[tuple[int, float]]:
        """The preferred coordinate and others ever further from it, up to the ends, each with its number of steps."""
        yield 0, preferred
        for count in range(1, min(self.steps, int((high - low) / step) + 1) + 1):
            for coordinate in (preferred + count * step, preferred - count * step):
                if low <= coordinate <= high:
                    yield count, coordinate

    def _off_rules(self, low: float, high: float, height: float) -> Iterator[tuple[float, float]]:
        """Just above and just below the rules that an upright piece of a line crosses."""
        for rule in self.rules:
            if low < rule < high:
                for y in (rule - _OFF_RULE - height, rule + _OFF_RULE):
                    yield abs(y - (low + high - height) / 2) / (height / 2), y

    def _trouble(self, rect: Rect, own: Rect | None = None) -> float:
        """What it costs to stand there, where words may cover their own piece of a line."""
        price = _COVERS * self.covered.count(rect)
        price += _CROSSES * (self.segments.count(rect) - (own is not None))
        price += _ON_A_RULE * sum(rect.y - 1 < rule < rect.bottom + 1 for rule in self.rules)
        area = self.area
        if rect.x < area.x or rect.right > area.right or rect.y < area.y or rect.bottom > area.bottom:
            price += _OUTSIDE
        return price


class _Squares:
    """Rectangles by the squares of a grid that they lie in, so that few are asked whether they overlap."""

    def __init__(self, wide: float, high: float, rects: Iterable[Rect] = ()) -> None:
        self.wide, self.high = wide, high
        self.held: dict[tuple[int, int], list[Rect]] = {}
        for rect in rects:
            self.add(rect)

    def add(self, rect: Rect) -> None:
        for square in self._squares(rect):
            self.held.setdefault(square, []).append(rect)

    def count(self, rect: Rect) -> int:
        """How many overlap a rectangle."""
        held = self.held
        near = {other for square in self._squares(rect) for other in held.get(square, ())}
        left, top, wide, high = rect
        right, bottom = left + wide, top + high
        return sum([left < x + w and x < right and top < y + h and y < bottom for x, y, w, h in near])

    def _squares(self, rect: Rect) -> list[tuple[int, int]]:
        columns = range(int(rect.x // self.wide), int((rect.x + rect.width) // self.wide) + 1)
        rows = range(int(rect.y // self.high), int((rect.y + rect.height) // self.high) + 1)
        return [(column, row) for column in columns for row in rows]


def _cost_of(shown: Condition, whole: str) -> float:
    """What is lost by saying no more than that of a condition."""
    if not shown.line:
        return _WITHOUT if whole else 0.0
    if " ".join(filter(None, (shown.line, shown.second))) != whole:
        return _CUT
    return _IN_TWO if shown.second else 0.0


def _rect_of(start: Point, end: Point) -> Rect:
    return Rect(min(start.x, end.x) - 1, min(start.y, end.y) - 1, abs(start.x - end.x) + 2, abs(start.y - end.y) + 2)


def _length(start: Point, end: Point) -> float:
    return abs(start.x - end.x) + abs(start.y - end.y)
