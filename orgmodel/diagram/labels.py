"""Where the words of an arrow stand: beside it, clear of cards, words, other lines and the rules between bands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from orgmodel.diagram.shapes import Label, Loss, Measures, Point, Rect

# What a place costs: covering a card or words, a line, a rule between bands, being outside, off the middle, below.
_COVERS: Final = 1000.0
_CROSSES: Final = 60.0
_ON_A_RULE: Final = 3.0
_OUTSIDE: Final = 300.0
_AWAY: Final = 0.25
_BELOW: Final = 1.5
_SHORTEST_CONDITION: Final = 8


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
        self.covered = _Squares(measures.card_width, cards)
        self.rules = rules
        self.area = area
        pieces = [_rect_of(start, end) for points in lines for start, end in pairwise(points)]
        self.segments = _Squares(measures.card_width, pieces)

    def label(self, points: Sequence[Point], minutes: str, condition: str) -> Label | None:
        """The minutes and, as far as there is room, the condition; None where there is nothing to say."""
        if not minutes and not condition:
            return None
        sizes = self.measures
        wide = sizes.measure("minutes", minutes) if minutes else 0.0
        best: tuple[_Try, str] | None = None
        for shown in self._conditions(condition):
            gap = sizes.label_gap if minutes and shown else 0.0
            width = wide + gap + (sizes.measure("condition", shown) if shown else 0.0)
            found = self._best(points, width, sizes.label_height)
            if best is None or found.price < best[0].price - _CROSSES / 2:
                best = found, shown
            if found.price < _CROSSES:
                break
        if best is None:
            return None
        self.covered.add(best[0].rect)
        return Label(best[0].rect, minutes, best[1], ", ".join(filter(None, (minutes, condition))))

    def loss(self, points: Sequence[Point], title: str, lines: tuple[str, ...]) -> Loss:
        sizes = self.measures
        widths = [sizes.measure("lost", title) + sizes.label_height, *(sizes.measure("reason", line) for line in lines)]
        height = sizes.label_height + len(lines) * sizes.reason_height
        rect = self._best(points, max(widths), height).rect
        self.covered.add(rect)
        return Loss(rect, title, lines)

    @staticmethod
    def _conditions(condition: str) -> Iterator[str]:
        """The whole condition, then its first words, then none."""
        yield condition
        words = condition.split()
        for count in (4, 2):
            cut = " ".join(words[:count])
            if len(words) > count and len(cut) >= _SHORTEST_CONDITION:
                yield f"{cut}…"
        if condition:
            yield ""

    def _best(self, points: Sequence[Point], width: float, height: float) -> _Try:
        best: _Try | None = None
        for off, rect in sorted(self._tries(points, width, height)):
            if best and off >= best.price:
                break
            price = off + self._trouble(rect)
            if best is None or price < best.price:
                best = _Try(price, rect)
        if best is None:
            raise LookupError(points)
        return best

    def _tries(self, points: Sequence[Point], width: float, height: float) -> Iterator[_Try]:
        """Places beside every segment, the longest segments first, and their price for standing off its middle."""
        gap = self.measures.clearance * 0.75
        segments = sorted(pairwise(points), key=lambda pair: -_length(*pair))
        for rank, (start, end) in enumerate(segments):
            if start.x == end.x:
                low, high = sorted((start.y, end.y))
                for step, y in _steps((low + high - height) / 2, low, high - height, height / 2):
                    yield _Try(rank * 4 + step * _AWAY, Rect(start.x + gap, y, width, height))
                    yield _Try(rank * 4 + step * _AWAY + _BELOW, Rect(start.x - gap - width, y, width, height))
            else:
                low, high = sorted((start.x, end.x))
                begin = low + gap if end.x > start.x else high - gap - width
                for step, x in _steps(begin, low + gap / 2, high - gap / 2 - width, height):
                    yield _Try(rank * 4 + step * _AWAY, Rect(x, start.y - gap / 2 - height, width, height))
                    yield _Try(rank * 4 + step * _AWAY + _BELOW, Rect(x, start.y + gap / 2, width, height))

    def _trouble(self, rect: Rect) -> float:
        price = _COVERS * self.covered.count(rect)
        price += _CROSSES * self.segments.count(rect)
        price += _ON_A_RULE * sum(rect.y - 1 < rule < rect.bottom + 1 for rule in self.rules)
        area = self.area
        if rect.x < area.x or rect.right > area.right or rect.y < area.y or rect.bottom > area.bottom:
            price += _OUTSIDE
        return price


class _Squares:
    """Rectangles by the squares of a grid that they lie in, so that few are asked whether they overlap."""

    def __init__(self, side: float, rects: Iterable[Rect] = ()) -> None:
        self.side = side
        self.held: dict[tuple[int, int], list[Rect]] = {}
        for rect in rects:
            self.add(rect)

    def add(self, rect: Rect) -> None:
        for square in self._squares(rect):
            self.held.setdefault(square, []).append(rect)

    def count(self, rect: Rect) -> int:
        held = self.held
        near = {other for square in self._squares(rect) for other in held.get(square, ())}
        return sum(map(rect.overlaps, near))

    def _squares(self, rect: Rect) -> list[tuple[int, int]]:
        side = self.side
        columns = range(int(rect.x // side), int((rect.x + rect.width) // side) + 1)
        rows = range(int(rect.y // side), int((rect.y + rect.height) // side) + 1)
        return [(column, row) for column in columns for row in rows]


def wrapped(text: str, width: float, measures: Measures, most: int = 3) -> tuple[str, ...]:
    """Words in lines of a width; the last of at most `most` lines ends in “…” where more would follow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measures.measure("reason", longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        return (*lines[: most - 1], f"{lines[most - 1]}…")
    return tuple(lines)


def _steps(preferred: float, low: float, high: float, step: float) -> Iterator[tuple[int, float]]:
    """The preferred coordinate and others ever further from it, up to the ends, each with its number of steps."""
    yield 0, preferred
    for count in range(1, 9):
        for coordinate in (preferred + count * step, preferred - count * step):
            if low <= coordinate <= high:
                yield count, coordinate


def _rect_of(start: Point, end: Point) -> Rect:
    return Rect(min(start.x, end.x) - 1, min(start.y, end.y) - 1, abs(start.x - end.x) + 2, abs(start.y - end.y) + 2)


def _length(start: Point, end: Point) -> float:
    return abs(start.x - end.x) + abs(start.y - end.y)
