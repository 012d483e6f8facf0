"""Which column and line each card of a band stands in, so that pages run straight and cross little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from orgmodel.diagram.crossings import crossings
from orgmodel.diagram.ordering import ordered
from orgmodel.diagram.shapes import Measures
from orgmodel.model import ALERT, TeamId

_COMPARED: Final = 60
_SEARCHED: Final = 24
"""Cards at most of which several arrangements are compared, and one is searched for: of more, lines that cross less
are all that an eye can follow."""
_COMPARED_WAYS: Final = 400
"""Between so many ways at most: what crosses is found by looking at any two."""
_CROSSED: Final = 5.0
"""What a crossing costs, in columns of length."""
_PASSES: Final = 3
_CROWD: Final = 8
_NEAR_COLUMNS: Final = 3
_NEAR_LINES: Final = 8
_WIDEST: Final = 3.0
"""The most that is between two columns, in gaps of the measures."""
_STRAIGHT: Final = 3.0
"""A way with this weight is a team's first: it should run straight up."""


class Cell(NamedTuple):
    """A column, and a line counted from the top over all bands."""

    column: int
    line: int


class Way(NamedTuple):
    source: TeamId
    target: TeamId
    weight: float


@lru_cache(maxsize=16)
def arranged(bands: tuple[tuple[TeamId, ...], ...], ways: tuple[Way, ...], columns: int) -> Mapping[TeamId, Cell]:
    """A cell for every team, so that lines cross little; of few teams, so that they are short and straight as well.

    What is equally good stays in the order of the input.
    """
    count = sum(map(len, bands))
    ends = [(way.source, way.target) for way in ways]
    orders = ordered(bands, ends)
    from_left = _folded(orders, columns, is_centred=False)
    if count > _COMPARED or len(ways) > _COMPARED_WAYS:
        return from_left
    tries = [from_left, _folded(orders, columns, is_centred=True)]
    if count <= _SEARCHED:
        tries.append(_searched(bands, ways, columns))
    # What the ways cost one by one, and by crossing each other.
    return min(tries, key=lambda tried: _Grid(bands, ways, columns, tried).cost() + _CROSSED * crossings(tried, ends))


def _searched(bands: Sequence[Sequence[TeamId]], ways: Sequence[Way], columns: int) -> Mapping[TeamId, Cell]:
    """The best cells that a search from the order of the input comes by."""
    grid = _Grid(bands, ways, columns)
    best, cost = dict(grid.cells), grid.cost()
    grid.follow_chains()
    for _ in range(_PASSES):
        now = grid.cost()
        if now < cost:
            best, cost = dict(grid.cells), now
        if not grid.improve():
            break
    return best if cost <= grid.cost() else dict(grid.cells)


def _folded(orders: Iterable[Sequence[TeamId]], columns: int, *, is_centred: bool) -> Mapping[TeamId, Cell]:
    """Every band in its order, each column filled from below; a short band from the left of its columns or centred."""
    cells: dict[TeamId, Cell] = {}
    top = 0
    for order in orders:
        size, lines = len(order), lines_of(len(order), columns)
        held: Counter[int] = Counter()
        for place, team in enumerate(order):
            if not is_centred:
                column = place * columns // size
            else:
                column = place // lines if lines > 1 else (2 * place + 1) * columns // (2 * size)
            cells[team] = Cell(column, top + lines - 1 - held[column])
            held[column] += 1
        top += max(1, lines)
    return cells


def column_count(sizes: Sequence[int], measures: Measures) -> int:
    """How many columns show the bands at the largest scale, and of those the most: room is legibility."""
    most = max(sizes, default=0)
    scales = {columns: _scale(sizes, columns, measures) for columns in range(1, most + 2)}
    largest = max(scales.values())
    return max(columns for columns, scale in scales.items() if scale >= largest - 1e-9)


def first_column(measures: Measures) -> float:
    """Where cards begin: after the label column and the slot, with equal gaps."""
    return measures.label_column + measures.slot + 2.5 * measures.clearance


def column_step(columns: int, height: float, measures: Measures) -> float:
    """From one column to the next, in whole pixels: wider than it must be where that takes up the rest of the width.

    Bands of a greater `height` than that of the measures are looked at smaller, and so have more of the width.
    """
    least = measures.card_width + measures.column_gap
    if columns < 2:
        return least
    # The last column needs room at its right for what its lines say.
    width = measures.width * max(1.0, height / measures.height if measures.height else 1.0)
    room = width - first_column(measures) - least + measures.clearance
    wide = min(room / (columns - 1), measures.card_width + _WIDEST * measures.column_gap)
    return least + max(0, int((wide - least) / measures.pixel.x)) * measures.pixel.x


def band_height(lines: int, measures: Measures) -> float:
    if not lines:
        return measures.empty_band
    cards = lines * measures.card_height + (lines - 1) * measures.line_gap
    return max(measures.empty_band, cards + 2 * measures.padding)


def lines_of(size: int, columns: int) -> int:
    return math.ceil(size / columns)


def _scale(sizes: Sequence[int], columns: int, measures: Measures) -> float:
    width = first_column(measures) + columns * (measures.card_width + measures.column_gap) - measures.column_gap
    height = sum(band_height(lines_of(size, columns), measures) for size in sizes)
    return min(1.0, measures.width / (width + measures.clearance), measures.height / height if height else 1.0)


class _Grid:
    """Cards in cells, and what their ways cost there: length, bends, and cards that stand in between."""

    def __init__(
        self,
        bands: Sequence[Sequence[TeamId]],
        ways: Sequence[Way],
        columns: int,
        cells: Mapping[TeamId, Cell] | None = None,
    ) -> None:
        self.columns = columns
        self.lines: dict[TeamId, range] = {}
        self.cells: dict[TeamId, Cell] = {}
        self.held: dict[tuple[int, int], TeamId] = {}
        # One bit for each cell that is held: by column the lines, by line the columns.
        self.by_column: Counter[int] = Counter()
        self.by_line: Counter[int] = Counter()
        line = 0
        for band in bands:
            count = lines_of(len(band), columns)
            for place, team in enumerate(band):
                self.lines[team] = range(line, line + count)
                # Several lines are filled from below, where pages come from.
                first = Cell(place % columns, line + count - 1 - place // columns)
                self._put(team, cells[team] if cells else first)
            line += max(1, count)
        # Where very many ways lead, no place is near them all: they say nothing about where anybody should stand.
        crowd = Counter(way.target for way in ways)
        self.ways = [
            way for way in ways if way.target in self.cells and way.source != way.target and crowd[way.target] <= _CROWD
        ]
        self.of: dict[TeamId, list[Way]] = {team: [] for team in self.cells}
        for way in self.ways:
            for end in (way.source, way.target):
                if end != ALERT:
                    self.of[end].append(way)
        self.boxes = {way: self._box(way) for way in self.ways}

    def follow_chains(self) -> None:
        """Give every chain of first ways a column of its own, as far as there are any."""
        onward = {way.source: way.target for way in reversed(self.ways) if way.weight >= _STRAIGHT}
        seen: set[TeamId] = set()
        column = 0
        for start in [*(way.target for way in self.ways if way.source == ALERT), *self.cells]:
            team: TeamId | None = start
            length = 0
            while team is not None and team not in seen:
                seen.add(team)
                self._move(team, Cell(column, self.cells[team].line))
                team = onward.get(team)
                length += 1
            if length > 1:
                column = (column + 1) % self.columns

    def improve(self) -> bool:
        """Move each card to the best cell near the middle of its neighbours; whether any moved."""
        moved = False
        for team in self.cells:
            here = self.cells[team]
            best, gain = None, 1e-6
            for cell in self._tries(team):
                if cell == here:
                    continue
                saved = self._gain(team, cell)
                if saved > gain:
                    best, gain = cell, saved
            if best:
                self._move(team, best)
                moved = True
        return moved

    def cost(self) -> float:
        return sum(self._way_cost(way) for way in self.ways) + sum(self._own_cost(team) for team in self.cells)

    def _tries(self, team: TeamId) -> Iterable[Cell]:
        """Cells near the middle of a team's neighbours."""
        beside = [end for way in self.of[team] for end in (way.source, way.target) if end != team]
        columns = sorted(map(self._column, beside))
        lines = sorted(self.cells[end].line for end in beside if end in self.cells)
        here = self.cells[team]
        column = columns[len(columns) // 2] if columns else here.column
        line = lines[len(lines) // 2] if lines else here.line
        near = sorted(range(self.columns), key=lambda each: (abs(each - column), each))[:_NEAR_COLUMNS]
        among = sorted(sorted(self.lines[team], key=lambda each: (abs(each - line), each))[:_NEAR_LINES])
        return [Cell(each, at) for each in near for at in among]

    def _gain(self, team: TeamId, cell: Cell) -> float:
        """What is saved by changing places: by the ways of both, and by those that run past either."""
        here, other = self.cells[team], self.held.get(cell)
        own = [team] if other is None else [team, other]
        touched = self._passing(here, cell) if other is None else dict.fromkeys((*self.of[team], *self.of[other]))
        before = sum(map(self._way_cost, touched)) + sum(map(self._own_cost, own))
        self._swap(team, other, here, cell)
        after = sum(map(self._way_cost, touched)) + sum(map(self._own_cost, own))
        self._swap(team, other, cell, here)
        return before - after

    def _passing(self, here: Cell, there: Cell) -> list[Way]:
        """The ways that may run past a cell that is given up, or past one that is taken."""
        (column, line), (to_column, to_line) = here, there
        return [
            way
            for way, (left, right, top, bottom) in self.boxes.items()
            if (left <= column <= right and top <= line <= bottom)
            or (left <= to_column <= right and top <= to_line <= bottom)
        ]

    def _swap(self, team: TeamId, other: TeamId | None, here: Cell, there: Cell) -> None:
        """For a look only: the boxes of the ways stay as they are. Where two change places, the same cells are held."""
        if other is None:
            self._take(here)
            self._put(team, there)
        else:
            self.cells[team], self.cells[other] = there, here

    def _box(self, way: Way) -> tuple[int, int, int, int]:
        """The columns and lines that a way stays within."""
        column, line = self.cells[way.target]
        from_column, from_line = self.cells.get(way.source, Cell(-1, line))
        return min(column, from_column), max(column, from_column), min(line, from_line), max(line, from_line)

    def _move(self, team: TeamId, cell: Cell) -> None:
        here, other = self.cells[team], self.held.get(cell)
        if here == cell:
            return
        self._take(here)
        if other is not None:
            self._take(cell)
            self._put(other, here)
        self._put(team, cell)
        for way in (*self.of[team], *(self.of[other] if other is not None else ())):
            self.boxes[way] = self._box(way)

    def _put(self, team: TeamId, cell: Cell) -> None:
        self.cells[team] = cell
        self.held[cell] = team
        self.by_column[cell.column] |= 1 << cell.line
        self.by_line[cell.line] |= 1 << cell.column

    def _take(self, cell: Cell) -> None:
        del self.held[cell]
        self.by_column[cell.column] &= ~(1 << cell.line)
        self.by_line[cell.line] &= ~(1 << cell.column)

    def _column(self, end: TeamId) -> int:
        return self.cells[end].column if end in self.cells else -1

    def _own_cost(self, team: TeamId) -> float:
        return 0.05 * self.cells[team].column

    def _way_cost(self, way: Way) -> float:
        column, line = self.cells[way.target]
        if way.source not in self.cells:
            return way.weight * (column + 1 + self._in_row(line, -1, column))
        from_column, from_line = self.cells[way.source]
        across, up = abs(column - from_column), abs(line - from_line)
        if not across:
            return way.weight * (0.2 * up + 4 * self._in_column(column, from_line, line))
        if not up:
            return way.weight * (across + 2 * self._in_row(line, from_column, column))
        corner = min(
            self._in_row(from_line, from_column, column, ends=True) + self._in_column(column, from_line, line),
            self._in_column(from_column, from_line, line) + self._in_row(line, from_column, column, ends=True),
        )
        return way.weight * (0.5 + across + 0.2 * up + 1.5 * corner)

    def _in_row(self, line: int, start: int, end: int, *, ends: bool = False) -> int:
        between = _bits(self.by_line[line], start, end)
        return between + (1 if ends and (end, line) in self.held and (start, line) in self.held else 0)

    def _in_column(self, column: int, start: int, end: int) -> int:
        return _bits(self.by_column[column], start, end)


def _bits(held: int, start: int, end: int) -> int:
    """How many bits are set between two, neither of them counted; a place before the first counts as none."""
    low, high = (start, end) if start < end else (end, start)
    return (held >> (low + 1) & ((1 << max(0, high - low - 1)) - 1)).bit_count()
