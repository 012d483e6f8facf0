"""A table of short rows in columns side by side: down the first, then down the next, over as many pages as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.pages.table import Column, Row, spread, table_blocks
from orgmodel.pdf.type.typesetting import Names

BETWEEN: Final = 6.0
"""Millimetres from one column to the next."""
_LEAST: Final = 3
"""So many rows stand in the first column at the foot of a page, or none."""
_EXACT: Final = 1e-6
_NEARLY: Final = 0.02


def column_width(measure: float, count: int) -> float:
    """How wide each of so many columns is."""
    return (measure - BETWEEN * (count - 1)) / count


def in_columns(
    columns: Sequence[Column], rows: Sequence[Row], measure: float, count: int, *, names: Names | None = None
) -> list[Block]:
    """One block, which a page takes as much of as it has room for; nothing where there are no rows.

    The columns are as high as each other where everything fits. To those who listen it is one table with one head;
    `names` hears of characters that no font draws.
    """
    if not rows:
        return []
    wide = column_width(measure, count)
    own = spread(columns, wide)
    sides = [
        table_blocks(own, rows, names=None if number else names, left=number * (wide + BETWEEN), is_beside=number > 0)
        for number in range(count)
    ]
    return [_Columns(tuple(side[0] for side in sides), tuple(tuple(side[1:]) for side in sides)).block]


class _Columns(NamedTuple):
    """The head of each column, and in each all that is told, of which some will stand there."""

    heads: tuple[Block, ...]
    columns: tuple[tuple[Block, ...], ...]

    @property
    def block(self) -> Block:
        head, rows = self.heads[0], self.columns[0]
        heights = [row.height for row in rows]
        height = _evenly(heights, len(self.columns))
        keys = tuple(key for row in rows for key in row.keys)
        draw = partial(self._draw, _ends(heights, height))
        return Block(head.height + height, draw, keys=keys, table=f"columns\x1f{head.table}", part=self._part)

    def _part(self, room: float, *, is_whole_page: bool) -> tuple[Block, Block] | None:
        """What of it stands in so many millimetres, and the rest; None where that is too little to begin."""
        heights = [row.height for row in self.columns[0]]
        ends = _ends(heights, room - self.heads[0].height + _EXACT)[: len(self.columns)]
        count = min(ends[-1] if ends else 0, len(heights) - 2)  # so that no row stands alone on the next page
        if count < 1 or (ends[0] < _LEAST and not is_whole_page):
            return None
        first = self._replace(columns=tuple(column[:count] for column in self.columns))
        rest = self._replace(columns=tuple(column[count:] for column in self.columns))
        return first.block, rest.block

    def _draw(self, ends: Sequence[int], pen: Pen, top: float, folio: Folio) -> None:
        for head, column, start, end in zip(self.heads, self.columns, (0, *ends), ends, strict=False):
            y = top
            for block in (head, *column[start:end]):
                block.draw(pen, y, folio)
                y += block.height


def _ends(heights: Sequence[float], room: float) -> list[int]:
    """Where each column ends that is so high; it stops at a row that no column has room for."""
    ends: list[int] = []
    left = -1.0
    for place, height in enumerate(heights):
        if height > left + _EXACT:
            if height > room + _EXACT:
                break
            ends.append(place)
            left = room
        ends[-1] = place + 1
        left -= height
    return ends


def _evenly(heights: Sequence[float], count: int) -> float:
    """How high so many columns have to be at least."""
    low, high = max(*heights, sum(heights) / count), sum(heights)
    if len(_ends(heights, low)) <= count:
        high = low
    while high - low > _NEARLY:
        middle = (low + high) / 2
        if len(_ends(heights, middle)) > count:
            low = middle
        else:
            high = middle
    ends = _ends(heights, high)
    return max(sum(heights[start:end]) for start, end in zip((0, *ends), ends, strict=False))
