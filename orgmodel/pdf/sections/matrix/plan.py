"""Which rows of the matrix stand where: services, their layers and rows poured into columns and pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from orgmodel.pdf.sections.matrix.contents import (
    LAYER_GAP,
    LAYER_HEAD,
    NOTE,
    SERVICE_GAP,
    SERVICE_HEAD,
    Group,
    Line,
    Sheaf,
)
from orgmodel.pdf.style import Sheet


class Item(NamedTuple):
    """Something at a height of a column."""

    kind: Literal["service", "head", "layer", "row"]
    y: float
    sheaf: Sheaf
    group: Group | None = None
    line: Line | None = None
    is_continued: bool = False


class MatrixPage(NamedTuple):
    """The columns of a page; `goes_on` where its only service is continued on a later one."""

    sheaves: tuple[Sheaf, ...]
    frames: tuple[tuple[Item, ...], ...]
    part: int
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
            yield MatrixPage(sheaves, frames, 0, is_continued=False, goes_on=False)
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
        y += SERVICE_GAP if above else 0
        yield Item("service", y, sheaf)
        y += SERVICE_HEAD
        if above is None or not _heads_alike(above, sheaf):
            yield Item("head", y, sheaf)
            y += sheaf.parts[0].head
        for place, group in enumerate(sheaf.groups):
            y += LAYER_GAP if place else 0
            yield Item("layer", y, sheaf, group)
            y += LAYER_HEAD
            for line in group.lines:
                yield Item("row", y, sheaf, group, line)
                y += line.height
        above = sheaf


def _alone(sheaf: Sheaf, top: float, room: float) -> Iterator[MatrixPage]:
    """The pages of one service; where its teams do not fit side by side, each page is followed by its other parts."""
    frames = list(_poured(sheaf, top, room))
    per_page = sheaf.columns_on_page
    pages = [tuple(frames[place : place + per_page]) for place in range(0, len(frames), per_page)]
    for number, page in enumerate(pages):
        for part in range(len(sheaf.parts)):
            is_last = number == len(pages) - 1 and part == len(sheaf.parts) - 1
            yield MatrixPage((sheaf,), page, part, is_continued=number > 0, goes_on=not is_last)


def _poured(sheaf: Sheaf, top: float, room: float) -> Iterator[tuple[Item, ...]]:
    """Columns of a page, one after the other; a layer breaks neither after its head nor before its last row."""
    head = sheaf.parts[0].head
    fresh = room - head
    frame = [Item("head", top, sheaf)]
    y, left = top + head, fresh
    for group in sheaf.groups:
        lines = group.lines
        is_continued = False
        while lines:
            gap = LAYER_GAP if len(frame) > 1 else 0
            count = _fitting(lines, left - gap - LAYER_HEAD)
            keeps_whole = not is_continued and group.height <= fresh and left < fresh * 0.45 and count < len(lines)
            if len(frame) > 1 and (count == 0 or keeps_whole):
                yield tuple(frame)
                frame, y, left = [Item("head", top, sheaf)], top + head, fresh
                continue
            count = max(count, 1)
            y += gap
            left -= gap
            frame.append(Item("layer", y, sheaf, group, is_continued=is_continued))
            y += LAYER_HEAD
            left -= LAYER_HEAD
            for line in lines[:count]:
                frame.append(Item("row", y, sheaf, group, line))
                y += line.height
                left -= line.height
            lines, is_continued = lines[count:], True
    yield tuple(frame)


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
