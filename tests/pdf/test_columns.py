"""Rows in columns: every one of them once, in order, within the room that there is, on as few pages as can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.pdf.pages.columns import in_columns
from orgmodel.pdf.pages.table import Cell, Column, Row
from orgmodel.pdf.style import BODY
from orgmodel.pdf.type.typesetting import Part

COLUMNS = (Column("Name"), Column("Path", 10, "right"))


def rows_of(lines):
    """Rows of so many lines each, to be told by their keys."""
    return [
        Row((Cell(str(number), below=((Part("more", BODY),),) * (count - 1)), "1"), (f"row:{number}",))
        for number, count in enumerate(lines)
    ]


def cut(block, rooms):
    """The pieces of a block over pages with so much room each, the last size again and again."""
    pieces = []
    for room in [*rooms, *(rooms[-1:] * 200)]:
        if block.height <= room:
            return [*pieces, (block, room)]
        if parts := block.part(room, is_whole_page=room == rooms[-1]):
            pieces.append((parts[0], room))
            block = parts[1]
    raise AssertionError("it never ends")


@given(st.lists(st.integers(1, 3), min_size=1, max_size=120), st.floats(0, 200), st.floats(40, 240), st.integers(1, 5))
def test_every_row_stands_once_in_order_and_within_the_room(lines, first, later, count):
    (block,) = in_columns(COLUMNS, rows_of(lines), 174, count)
    pieces = cut(block, [first, later])
    assert [key for piece, _ in pieces for key in piece.keys] == [f"row:{number}" for number in range(len(lines))]
    assert all(piece.height <= room + 1e-3 for piece, room in pieces)


def test_the_columns_are_as_high_as_each_other_where_everything_fits():
    (ten,), (nine,), (eight,) = (in_columns(COLUMNS, rows_of([1] * count), 174, 2) for count in (10, 9, 8))
    assert ten.height == pytest.approx(nine.height)
    assert ten.height > eight.height + 1


def test_nothing_is_begun_where_hardly_a_row_has_room_and_no_row_stands_alone_after():
    (block,) = in_columns(COLUMNS, rows_of([1] * 20), 174, 2)
    assert block.part(14.0, is_whole_page=False) is None
    first, rest = block.part(block.height - 1, is_whole_page=False)
    assert (len(first.keys), len(rest.keys)) == (18, 2)


def test_without_rows_there_is_nothing():
    assert in_columns(COLUMNS, [], 174, 2) == []
