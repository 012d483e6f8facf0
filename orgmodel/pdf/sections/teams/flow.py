"""Lists on the page of a team, in one column or two, split between entries where a page is full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Final, NamedTuple, Protocol

from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.file.tags import Kind
from orgmodel.pdf.pages.block import CONTINUED
from orgmodel.pdf.pages.book import Folio
from orgmodel.pdf.style import BODY, HEAD_RULE, INK2, SECTION

GUTTER: Final = 8.0
"""Between two columns, in millimetres."""
OVER_PIECE: Final = 6.0
"""Above a piece, unless it begins a page."""
_OVER_TEXT: Final = 1.6
_BESIDE_TITLE: Final = 2.0
_UNDER_TITLE: Final = 1.2
_TITLE: Final = SECTION.leading + _UNDER_TITLE


class Corner(NamedTuple):
    """The upper left corner of an entry on its page."""

    x: float
    y: float


class Cell(NamedTuple):
    """An entry of a list: how high it is, and how it is drawn from its upper left corner.

    `under` stands above it where it begins a column; what `holds` is never the last of a column.
    """

    height: float
    draw: Callable[[Pen, Corner, Folio], None]
    under: Cell | None = None
    holds: bool = False


class Listing(NamedTuple):
    """Entries under a title, with a remark beside it; `kind` is what they are for those who listen."""

    title: str
    note: str
    cells: tuple[Cell, ...]
    kind: Kind = "L"

    @property
    def head(self) -> float:
        return _TITLE if self.title else 0.0

    def rest(self, start: int) -> Listing | None:
        """What is left from an entry on."""
        if start >= len(self.cells):
            return None
        return self._replace(cells=self.cells[start:], note=CONTINUED)

    @property
    def whole(self) -> float:
        """How high it is in one column, with its title."""
        return self.head + self.height(0, len(self.cells))

    def height(self, start: int, end: int) -> float:
        """How high a column of entries is, with what stands above the first."""
        cells = self.cells[start:end]
        above = cells[0].under if cells else None
        return sum(cell.height for cell in cells) + (above.height if above else 0.0)

    def fitting(self, start: int, room: float) -> int:
        """The end of the longest run of entries from a start that a room holds."""
        above = self.cells[start].under if start < len(self.cells) else None
        left = room - (above.height if above else 0.0) + 1e-6
        end = start
        while end < len(self.cells) and self.cells[end].height <= left:
            left -= self.cells[end].height
            end += 1
        while start < end < len(self.cells) and self.cells[end - 1].holds:
            end -= 1
        return end


class Part(NamedTuple):
    """What of a piece stands on one page."""

    height: float
    draw: Callable[[Pen, float, Folio], None]


class Piece(Protocol):
    @property
    def over(self) -> float:
        """The room above it, unless it begins a page."""

    def taken(self, room: float, measure: float, *, least: bool) -> tuple[Part | None, Piece | None]:
        """What a room holds and what is left; where it is the `least`, one entry is taken whatever its height."""


class Single(NamedTuple):
    """One list over the whole measure."""

    listing: Listing

    @property
    def over(self) -> float:
        return OVER_PIECE if self.listing.title else _OVER_TEXT

    def taken(self, room: float, measure: float, *, least: bool) -> tuple[Part | None, Piece | None]:
        listing = self.listing
        end = listing.fitting(0, room - listing.head) or int(least)
        if not end:
            return None, self

        def draw(pen: Pen, top: float, folio: Folio) -> None:
            _draw_title(pen, listing, pen.sheet.left, top, measure)
            _draw_cells(pen, listing, (0, end), (pen.sheet.left, top + listing.head), folio)

        rest = listing.rest(end)
        return Part(listing.head + listing.height(0, end), draw), Single(rest) if rest else None


class Folded(NamedTuple):
    """One list in two columns of nearly the same height, read down the first and then down the second."""

    listing: Listing

    @property
    def over(self) -> float:
        return OVER_PIECE

    @property
    def height(self) -> float:
        """How high it is where all of it stands on one page."""
        return self.listing.head + self._tall(_level(self.listing), len(self.listing.cells))

    def taken(self, room: float, measure: float, *, least: bool) -> tuple[Part | None, Piece | None]:
        listing = self.listing
        middle, end = self._ends(room - listing.head)
        end = end or int(least)
        middle = middle or end
        if not end:
            return None, self
        wide = (measure - GUTTER) / 2

        def draw(pen: Pen, top: float, folio: Folio) -> None:
            left = pen.sheet.left
            _draw_title(pen, listing, left, top, measure)
            _draw_cells(pen, listing, (0, middle), (left, top + listing.head), folio)
            _draw_cells(pen, listing, (middle, end), (left + wide + GUTTER, top + listing.head), folio)

        rest = listing.rest(end)
        return Part(listing.head + self._tall(middle, end), draw), Folded(rest) if rest else None

    def _tall(self, middle: int, end: int) -> float:
        return max(self.listing.height(0, middle), self.listing.height(middle, end))

    def _ends(self, room: float) -> tuple[int, int]:
        """Where the first column and the second end: level if all fits, else as much as fits in each."""
        listing = self.listing
        middle = _level(listing)
        if self._tall(middle, len(listing.cells)) <= room + 1e-6:
            return middle, len(listing.cells)
        first = listing.fitting(0, room)
        return first, listing.fitting(first, room) if first else 0


class Beside(NamedTuple):
    """Two lists beside each other, each under its own title."""

    left: Listing
    right: Listing

    @property
    def over(self) -> float:
        return OVER_PIECE

    def taken(self, room: float, measure: float, *, least: bool) -> tuple[Part | None, Piece | None]:
        lists = (self.left, self.right)
        ends = [each.fitting(0, room - each.head) or int(least and bool(each.cells)) for each in lists]
        if not any(ends) or any(each.cells and not end for each, end in zip(lists, ends, strict=True)):
            return None, self
        wide = (measure - GUTTER) / 2

        def draw(pen: Pen, top: float, folio: Folio) -> None:
            for place, (each, end) in enumerate(zip(lists, ends, strict=True)):
                if end:
                    x = pen.sheet.left + place * (wide + GUTTER)
                    _draw_title(pen, each, x, top, wide)
                    _draw_cells(pen, each, (0, end), (x, top + each.head), folio)

        tall = max(each.head + each.height(0, end) for each, end in zip(lists, ends, strict=True))
        rests = [each.rest(end) or each._replace(cells=()) for each, end in zip(lists, ends, strict=True)]
        left = Beside(*rests) if any(each.cells for each in rests) else None
        return Part(tall, draw), left


def _level(listing: Listing) -> int:
    """Where the second column begins so that the higher of both is as low as can be; the first one is the higher."""
    cells = listing.cells
    ends = [0.0, *accumulate(cell.height for cell in cells)]
    best, lowest = len(cells), ends[-1]
    for place in range(1, len(cells)):
        if cells[place - 1].holds:
            continue
        above = cells[place].under
        tall = max(ends[place], ends[-1] - ends[place] + (above.height if above else 0.0))
        if tall < lowest - 1e-6:
            best, lowest = place, tall
    return best


def _draw_title(pen: Pen, listing: Listing, x: float, top: float, wide: float) -> None:
    if not listing.title:
        return
    base = top + SECTION.rise
    with pen.tag("H2"):
        end = x + pen.text(x, base, listing.title, SECTION)
    if listing.note:
        with pen.tag("P"):
            pen.text(end + _BESIDE_TITLE, base, listing.note, BODY, INK2)
    if listing.kind != "Table":  # its columns have a rule of their own under their heads
        pen.rule(x, top + _TITLE, x + wide, HEAD_RULE)


def _draw_cells(pen: Pen, listing: Listing, ends: tuple[int, int], corner: tuple[float, float], folio: Folio) -> None:
    start, end = ends
    x, y = corner
    cells: Sequence[Cell] = listing.cells[start:end]
    if not cells:
        return
    above = cells[0].under
    with pen.tag(listing.kind):
        for cell in (above, *cells) if above else cells:
            cell.draw(pen, Corner(x, y), folio)
            y += cell.height
