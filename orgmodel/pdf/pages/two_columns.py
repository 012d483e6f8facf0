"""A table of short rows in two columns side by side: down the left one, then down the right, over as many pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from typing import Final, NamedTuple

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.pages.flow import Block
from orgmodel.pdf.pages.table import Column, Row, spread, table_blocks
from orgmodel.pdf.type.typesetting import Names

BETWEEN: Final = 8.0
"""Millimetres from the left column to the right one."""
_LEAST: Final = 3
"""So many rows stand in each column at the foot of a page, or none."""
_EXACT: Final = 1e-6


def half(measure: float) -> float:
    """How wide each of the two columns is."""
    return (measure - BETWEEN) / 2


def in_two_columns(
    columns: Sequence[Column], rows: Sequence[Row], measure: float, *, names: Names | None = None
) -> list[Block]:
    """One block, which a page takes as much of as it has room for; nothing where there are no rows.

    Both columns have the same height where everything fits. To those who listen it is one table with one head.
    """
    if not rows:
        return []
    wide = half(measure)
    titles = spread(columns, wide)
    head, *left = table_blocks(titles, rows, names=names)
    other, *right = table_blocks(titles, rows, left=wide + BETWEEN, is_beside=True)
    return [_block(_Columns((head, other), tuple(left), tuple(right)))]


class _Columns(NamedTuple):
    """The heads, and every row twice: as it stands in the left column and in the right one."""

    heads: tuple[Block, Block]
    left: tuple[Block, ...]
    right: tuple[Block, ...]

    def first(self, count: int) -> _Columns:
        return self._replace(left=self.left[:count], right=self.right[:count])

    def after(self, count: int) -> _Columns:
        return self._replace(left=self.left[count:], right=self.right[count:])


def _block(columns: _Columns) -> Block:
    split, height = _evenly([row.height for row in columns.left])
    keys = tuple(key for row in columns.left for key in row.keys)
    return Block(
        columns.heads[0].height + height,
        partial(_draw, columns, split),
        keys=keys,
        table=f"columns\x1f{columns.heads[0].table}",
        part=partial(_parted, columns),
    )


def _parted(columns: _Columns, room: float, *, is_whole_page: bool) -> tuple[Block, Block] | None:
    """What of it stands in so many millimetres, and the rest; None where that is too little to begin."""
    heights = [row.height for row in columns.left]
    room -= columns.heads[0].height - _EXACT
    left = _fitting(heights, room)
    count = left + _fitting(heights[left:], room)
    count = min(count, len(heights) - 2)  # so that no row stands alone on the next page
    if count < 1 or (left < _LEAST and not is_whole_page):
        return None
    return _block(columns.first(count)), _block(columns.after(count))


def _fitting(heights: Sequence[float], room: float) -> int:
    return sum(reached <= room for reached in accumulate(heights))


def _evenly(heights: Sequence[float]) -> tuple[int, float]:
    """How many rows stand in the left column, so that the higher column is as low as can be; and its height."""
    reached = list(accumulate(heights))
    height, count = min((max(left, reached[-1] - left), -count) for count, left in enumerate(reached, start=1))
    return -count, height


def _draw(columns: _Columns, split: int, pen: Pen, top: float, folio: Folio) -> None:
    head, other = columns.heads
    head.draw(pen, top, folio)
    _draw_rows(columns.left[:split], pen, top + head.height, folio)
    if split < len(columns.right):
        other.draw(pen, top, folio)
        _draw_rows(columns.right[split:], pen, top + head.height, folio)


def _draw_rows(rows: Sequence[Block], pen: Pen, top: float, folio: Folio) -> None:
    for row in rows:
        row.draw(pen, top, folio)
        top += row.height
