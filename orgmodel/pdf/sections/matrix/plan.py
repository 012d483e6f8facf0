"""Which rows of the matrix stand where: services, their layers and rows poured into columns and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from orgmodel.pdf.sections.matrix.contents import (
    LAYER_GAP,
    LAYER_HEAD,
    NOTE,
    SERVICE_GAP,
    SERVICE_HEAD,
    Columns,
    Group,
    Line,
    Part,
    Sheaf,
    parts_of,
)
from orgmodel.pdf.style import Sheet

_SLACK: Final = 0.01
_TIGHT_GAP: Final = 1.8
"""Between the layers of a service that would not quite go on one page."""
_TOGETHER: Final = 5
"""So many rows at least stand with the head of a part that begins below another."""


class Item(NamedTuple):
    """Something at a height of a column."""

    kind: Literal["service", "head", "layer", "row"]
    y: float
    sheaf: Sheaf
    columns: Columns
    group: Group | None = None
    line: Line | None = None
    is_continued: bool = False


class MatrixPage(NamedTuple):
    """The columns of a page; `goes_on` where its only service is continued on a later one."""

    sheaves: tuple[Sheaf, ...]
    frames: tuple[tuple[Item, ...], ...]
    is_continued: bool
    goes_on: bool


def pages_of(sheaves: list[Sheaf], sheet: Sheet, top: float) -> Iterator[MatrixPage]:
    """Services in their order: small ones share a page, large ones have pages of their own."""
    room = sheet.bottom - NOTE - top
    shelf = _Shelf(room)
    for sheaf in sheaves:
        if shelf.takes(sheaf):
            continue
        yield from shelf.emptied(top)
        if not shelf.takes(sheaf):
            yield from _alone(sheaf, top, room)
    yield from shelf.emptied(top)


class _Shelf:
    """The page that small services are gathered on."""

    def __init__(self, room: float) -> None:
        self._room = room
        self._frames: list[list[Sheaf]] = [[]]
        self._left = room

    def takes(self, sheaf: Sheaf) -> bool:
        """Whether the service fits on the page, where it then stands."""
        if len(sheaf.parts) > 1 or sheaf.height > self._room:
            return False
        first = self._first()
        if first is not None and first.columns_on_page != sheaf.columns_on_page:
            return False
        need = self._needed(sheaf)
        if need > self._left:
            if first is None or len(self._frames) >= first.columns_on_page:
                return False
            self._frames.append([])
            self._left, need = self._room, sheaf.height
        self._frames[-1].append(sheaf)
        self._left -= need
        return True

    def emptied(self, top: float) -> Iterator[MatrixPage]:
        sheaves = tuple(sheaf for frame in self._frames for sheaf in frame)
        if len(sheaves) == 1:
            yield from _alone(sheaves[0], top, self._room)
        elif sheaves:
            frames = tuple(tuple(stacked(frame, top)) for frame in self._frames)
            yield MatrixPage(sheaves, frames, is_continued=False, goes_on=False)
        self._frames, self._left = [[]], self._room

    def _first(self) -> Sheaf | None:
        return self._frames[0][0] if self._frames[0] else None

    def _needed(self, sheaf: Sheaf) -> float:
        above = self._frames[-1]
        if not above:
            return sheaf.height
        return SERVICE_GAP + sheaf.height - (sheaf.parts[0].head if _heads_alike(above[-1], sheaf) else 0)


def _heads_alike(above: Sheaf, below: Sheaf) -> bool:
    """Whether the columns of one service can be read under the head of another."""
    return above.parts[0].teams == below.parts[0].teams and above.parts[0].team == below.parts[0].team


def stacked(sheaves: list[Sheaf], y: float) -> Iterator[Item]:
    """Services below each other; one whose teams are those of the one above has no head of its own."""
    above: Sheaf | None = None
    for sheaf in sheaves:
        columns = sheaf.parts[0]
        y += SERVICE_GAP if above else 0
        yield Item("service", y, sheaf, columns)
        y += SERVICE_HEAD
        if above is None or not _heads_alike(above, sheaf):
            yield Item("head", y, sheaf, columns)
            y += columns.head
        for place, group in enumerate(sheaf.groups):
            y += LAYER_GAP if place else 0
            yield Item("layer", y, sheaf, columns, group)
            y += LAYER_HEAD
            for line in group.lines:
                yield Item("row", y, sheaf, columns, group, line)
                y += line.height
        above = sheaf


def _alone(sheaf: Sheaf, top: float, room: float) -> Iterator[MatrixPage]:
    """The pages of one service; where its teams do not fit side by side, each of its parts follows the one before."""
    parts, per_page = parts_of(sheaf), sheaf.columns_on_page
    frames = _poured(sheaf, parts, top, room)
    if per_page < len(frames) < 2 * per_page:
        # One page needs no note that it is continued, and may stand a little closer.
        tight = _poured(sheaf, parts, top, room + NOTE, _TIGHT_GAP)
        frames = tight if len(tight) <= per_page else frames
    elif 1 < len(frames) <= per_page:
        frames = _levelled(sheaf, parts, top, room) or frames
    pages = [tuple(frames[place : place + per_page]) for place in range(0, len(frames), per_page)]
    for number, page in enumerate(pages):
        filled = tuple(tuple(frame) for frame in page)
        yield MatrixPage((sheaf,), filled, is_continued=number > 0, goes_on=number < len(pages) - 1)


def _poured(sheaf: Sheaf, parts: Sequence[Part], top: float, room: float, gap: float = LAYER_GAP) -> list[list[Item]]:
    pour = _Pour(sheaf, top, room, gap)
    for part in parts:
        pour.add(part)
    return pour.frames


def _levelled(sheaf: Sheaf, parts: Sequence[Part], top: float, room: float) -> list[list[Item]] | None:
    """The columns of one page with their layers whole, the highest as low as it can be; None where one has to break."""
    groups = sheaf.groups
    runs = (groups[start:end] for start in range(len(groups)) for end in range(start + 1, len(groups) + 1))
    heights = {
        sheaf.parts[0].head + sum(group.height for group in run) + LAYER_GAP * (len(run) - 1) + _SLACK for run in runs
    }
    for height in sorted(each for each in heights if each <= room):
        frames = _poured(sheaf, parts, top, height)
        is_whole = not any(item.is_continued for frame in frames for item in frame)
        if is_whole and len(frames) <= sheaf.columns_on_page:
            return frames
    return None


class _Pour:
    """Columns of pages, one after the other; a layer breaks neither after its head nor before its last row."""

    def __init__(self, sheaf: Sheaf, top: float, room: float, gap: float) -> None:
        self._gap = gap
        self.frames: list[list[Item]] = []
        self._sheaf = sheaf
        self._top = top
        self._room = room
        self._left = 0.0

    def add(self, part: Part) -> None:
        """Below what stands there already, if its head and the first of its rows have room."""
        columns = part.columns
        first = part.groups[0].lines[:_TOGETHER] if part.groups else ()
        needed = SERVICE_GAP + columns.head + LAYER_HEAD + sum(line.height for line in first)
        if not self.frames or self._left < needed:
            self._begin(columns)
        else:
            self._put(Item("head", 0, self._sheaf, columns), columns.head, SERVICE_GAP)
        for group in part.groups:
            self._pour(columns, group)

    def _begin(self, columns: Columns) -> None:
        self.frames.append([])
        self._left = self._room
        self._put(Item("head", 0, self._sheaf, columns), columns.head)

    def _put(self, item: Item, height: float, gap: float = 0.0) -> None:
        self._left -= gap
        self.frames[-1].append(item._replace(y=self._top + self._room - self._left))
        self._left -= height

    def _pour(self, columns: Columns, group: Group) -> None:
        lines, is_continued = group.lines, False
        fresh = self._room - columns.head
        while lines:
            holds = len(self.frames[-1]) > 1
            gap = self._gap if self.frames[-1][-1].kind == "row" else 0.0
            count = _fitting(lines, self._left - gap - LAYER_HEAD)
            keeps_whole = (
                not is_continued and group.height <= fresh and self._left < fresh * 0.45 and count < len(lines)
            )
            if holds and (count == 0 or keeps_whole):
                if self.frames[-1][-1].kind == "head":
                    self.frames[-1].pop()
                self._begin(columns)
                continue
            count = max(count, 1)
            layer = Item("layer", 0, self._sheaf, columns, group, is_continued=is_continued)
            self._put(layer, LAYER_HEAD, gap)
            for line in lines[:count]:
                self._put(Item("row", 0, self._sheaf, columns, group, line), line.height)
            lines, is_continued = lines[count:], True


def _fitting(lines: tuple[Line, ...], room: float) -> int:
    """How many rows go below a head, two or more before a break and after it; 0 where it is better not to begin."""
    count = 0
    for line in lines:
        room -= line.height
        if room < -1e-6:
            break
        count += 1
    if count == len(lines):
        return count
    count = min(count, len(lines) - 2)
    return count if count >= 2 else 0
