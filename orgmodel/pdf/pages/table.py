"""Tables as blocks of a flow: heads over a rule, cells that wrap, a hairline under each row, no boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import Final, NamedTuple

from orgmodel.pdf.drawing.marks import draw_mark
from orgmodel.pdf.drawing.pen import Align, Pen
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import BODY, COLUMN, HAIRLINE, HEAD_RULE, INK, LINE, Type
from orgmodel.pdf.type.typesetting import Names, Part, Word, width_of, wrapped
from orgmodel.pdf.type.typesetting import flowed as lines_of

ROW: Final = 5.4
"""The height of a row of one line in millimetres."""
GAP: Final = 4.0
"""Between the text of two columns."""
MOST_LINES: Final = 14
"""So many lines of a row stay together; a longer one goes on below, on the next page if need be."""
_LEAST_PARTED: Final = 4
"""A table of fewer blocks has no two rows for either page."""
_OVER: Final = (ROW - BODY.leading) / 2
MARK_ROOM: Final = 5.0
"""What the text of a cell leaves to the mark before it."""
_MARK: Final = 3.4
_HEAD_PADDING: Final = 1.2


class Column(NamedTuple):
    """A column's title, its width in millimetres (0 takes a share of what `spread` has left), and its text's side."""

    title: str
    width: float = 0.0
    align: Align = "left"


class Cell(NamedTuple):
    """What a cell says: text, or parts of several types; a mark before it; and where a click leads.

    `below` are further parts that each begin a line of their own.

    `page` is a key: the number of the page that has it takes the place of the text, unless nothing printed has it.
    """

    text: str | tuple[Part, ...]
    style: Type = BODY
    colour: str = INK
    mark: str = ""
    link: str = ""
    page: str = ""
    below: tuple[tuple[Part, ...], ...] = ()

    @property
    def paragraphs(self) -> tuple[tuple[Part, ...], ...]:
        first = (Part(self.text, self.style, self.colour),) if isinstance(self.text, str) else self.text
        return (first, *self.below)


class Row(NamedTuple):
    """A row's cells and the keys by which it can be led to; the first cell is its head for those who listen."""

    cells: tuple[Cell | str, ...]
    keys: tuple[str, ...] = ()


class _Set(NamedTuple):
    """A cell in lines, with where it stands: the left and right edges of its text from the table's left."""

    cell: Cell
    lines: tuple[tuple[Word, ...], ...]
    align: Align
    left: float
    right: float


class _Printed(NamedTuple):
    """A row, or as much of one as stands together."""

    cells: tuple[_Set, ...]
    left: float
    width: float
    height: float
    begins: bool
    ends: bool

    def draw(self, pen: Pen, top: float, folio: Folio) -> None:
        start = pen.sheet.left + self.left
        base = top + (_OVER if self.begins else 0) + BODY.rise
        pen.open("TR")
        for place, each in enumerate(self.cells):
            pen.open("TD") if place else pen.open("TH", scope="Row")
            if each.cell.link:
                with pen.tag("Link"):
                    _draw_cell(pen, each, start, base, folio, begins=self.begins)
                    pen.link(start + each.left, top, each.right - each.left, self.height, each.cell.link)
            else:
                _draw_cell(pen, each, start, base, folio, begins=self.begins)
            pen.close()
        pen.close()
        if self.ends:
            pen.rule(start, top + self.height, start + self.width, HAIRLINE, LINE)


def spread(columns: Sequence[Column], measure: float) -> tuple[Column, ...]:
    """The columns over a whole measure: those of width 0 share what the others leave."""
    open_ = sum(not column.width for column in columns)
    rest = measure - sum(column.width for column in columns)
    return tuple(column if column.width else column._replace(width=rest / open_) for column in columns)


def table_blocks(
    columns: Sequence[Column],
    rows: Sequence[Row | Sequence[Cell | str]],
    *,
    names: Names | None = None,
    left: float = 0.0,
    is_beside: bool = False,
) -> list[Block]:
    """The head and the rows; the head stands again where a row begins a page, and neither end has a row alone.

    `names` hears of characters that no font draws; `left` is where the table starts, from the margin. What stands
    beside its own first column has that one's head: its own is decoration.
    """
    if not rows:
        return []
    head = _head(columns, left, is_beside=is_beside)
    blocks = [head]
    for given in rows:
        row = given if isinstance(given, Row) else Row(tuple(given))
        cells = tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row.cells)
        if names is not None:
            names.note("".join(part.text for cell in cells for parts in cell.paragraphs for part in parts))
        blocks += _row(columns, cells, row.keys, head, left)
    if len(blocks) > _LEAST_PARTED:
        for place in (1, -2):
            blocks[place] = blocks[place]._replace(holds=blocks[place + 1].height)
    blocks[0] = head._replace(holds=blocks[1].height + blocks[1].holds)
    return blocks


def _row(
    columns: Sequence[Column], cells: Sequence[Cell], keys: tuple[str, ...], head: Block, left: float
) -> Iterator[Block]:
    """A row; one of very many lines in several blocks, the rule under the last."""
    placed = [_set(cell, *edges) for cell, edges in zip(cells, _edges(columns), strict=True)]
    width = sum(column.width for column in columns)
    count = max((len(each.lines) for each in placed), default=1) or 1
    for start in range(0, count, MOST_LINES):
        part = tuple(each._replace(lines=each.lines[start : start + MOST_LINES]) for each in placed)
        begins, ends = start == 0, start + MOST_LINES >= count
        height = min(count - start, MOST_LINES) * BODY.leading + _OVER * (begins + ends)
        printed = _Printed(part, left, width, height, begins, ends)
        yield Block(height, printed.draw, keys=keys if begins else (), again=head, table=head.table)


def _set(cell: Cell, align: Align, left: float, right: float) -> _Set:
    room = right - left - (MARK_ROOM if cell.mark else 0)
    lines = tuple(tuple(line) for parts in cell.paragraphs for line in lines_of(parts, max(room, 1.0)))
    return _Set(cell, lines, align, left, right)


def _edges(columns: Sequence[Column]) -> Iterator[tuple[Align, float, float]]:
    """Where the text of each column stands; between two columns is a gap."""
    x = 0.0
    for number, column in enumerate(columns, start=1):
        yield column.align, x, x + column.width - (GAP if number < len(columns) else 0)
        x += column.width


def _head(columns: Sequence[Column], left: float, *, is_beside: bool) -> Block:
    titles = [
        _Set(Cell(column.title), tuple((Word(0, line, COLUMN, INK),) for line in lines), *edges)
        for column, edges in zip(columns, _edges(columns), strict=True)
        for lines in [wrapped(column.title, COLUMN, edges[2] - edges[1] + GAP / 2)]
    ]
    height = max((len(title.lines) for title in titles), default=1) * COLUMN.leading + _HEAD_PADDING
    width = sum(column.width for column in columns)

    def draw(pen: Pen, top: float, _: Folio) -> None:
        start = pen.sheet.left + left
        with pen.aside() if is_beside else pen.tag("TR"):
            for title in titles:
                base = top + height - _HEAD_PADDING - len(title.lines) * COLUMN.leading + COLUMN.rise
                with nullcontext() if is_beside else pen.tag("TH", scope="Column"):
                    _draw_lines(pen, title, start, base, COLUMN)
        pen.rule(start, top + height, start + width, HEAD_RULE)

    return Block(height, draw, table="\x1f".join(column.title for column in columns) or "table")


def _draw_cell(pen: Pen, each: _Set, start: float, base: float, folio: Folio, *, begins: bool) -> None:
    cell = each.cell
    if not begins:
        _draw_lines(pen, each, start, base, BODY)
        return
    if cell.mark:
        draw_mark(pen, cell.mark, start + each.left, base - 2.75, _MARK)
    if cell.page and cell.page in folio.page_of:
        word = Word(0, str(folio.page_of[cell.page]), cell.style, cell.colour)
        each = each._replace(lines=((word,),))
    _draw_lines(pen, each, start + (MARK_ROOM if cell.mark else 0), base, BODY)


def _draw_lines(pen: Pen, each: _Set, start: float, base: float, style: Type) -> None:
    for number, line in enumerate(each.lines):
        wide = line[-1].x + width_of(line[-1].text, line[-1].style) if line else 0.0
        slack = each.right - each.left - wide
        x = start + each.left + {"left": 0.0, "right": slack, "centre": slack / 2}[each.align]
        pen.words(x, base + number * style.leading, line)
