"""The lists of a team over its pages: as few as can be, none nearly empty, few lists in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from orgmodel.pdf.sections.teams.flow import Part, Piece

_AIRS: Final = (1.0, 0.75, 0.5)
"""How much of the air between pieces is left, the most with which a page is saved."""
_MOST_BREAKS: Final = 2
"""So many pages are begun earlier than they have to."""
_LITTLE: Final = 0.3
"""A last page that is filled to less looks empty."""
_PARTED: Final = 0.4
_LEFT: Final = 0.15
"""What a list that goes on overleaf costs, and an empty page before the last, if an empty last page costs 1."""


class Filled(NamedTuple):
    """A page's parts, each with its top, and how many of them go on overleaf."""

    parts: tuple[tuple[float, Part], ...]
    going_on: int = 0

    @property
    def end(self) -> float:
        """How far down the page it reaches."""
        top, part = self.parts[-1] if self.parts else (0.0, None)
        return top + (part.height if part else 0.0)


class Room(NamedTuple):
    """Where pages begin and end: the first and further ones, and any and the last, where it is signed."""

    tops: tuple[float, float]
    bottoms: tuple[float, float]


def pages_of(pieces: Sequence[Piece], measure: float, room: Room) -> list[Filled]:
    """The pieces over pages, with less air between them where that saves one, and so parted that none looks empty."""
    found = [(air, _laid(air, [pieces], measure, room)) for air in _AIRS]
    fewest = min(len(pages) for _, pages in found)
    air, pages = next(each for each in found if len(each[1]) == fewest)
    if fewest == 1:
        return pages
    others = (_laid(air, runs, measure, room) for runs in _runs(pieces))
    return min([pages, *(each for each in others if len(each) == fewest)], key=lambda each: _cost(each, room))


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Sequence[Piece]]]:
    """The pieces in two or three runs, each of which is to begin a page."""
    for count in (1, _MOST_BREAKS):
        for ends in combinations(range(1, len(pieces)), count):
            yield [pieces[start:end] for start, end in pairwise((0, *ends, len(pieces)))]


def _cost(pages: Sequence[Filled], room: Room) -> float:
    """How bad it is: a last page with little on it above all, then lists that go on, then room that is left before."""
    top, bottom = room.tops[1], room.bottoms[0]
    *before, last = ((page.end - top) / (bottom - top) for page in pages)
    little = max(_LITTLE - last, 0.0) / _LITTLE
    return little + _PARTED * sum(page.going_on for page in pages) + _LEFT * sum(1 - filled for filled in before)


def _laid(air: float, runs: Sequence[Sequence[Piece]], measure: float, room: Room) -> list[Filled]:
    """The pages of each run; the last has room for the signature, and something of the last piece on it."""
    (first, further), (bottom, last) = room
    pages: list[Filled] = []
    for place, run in enumerate(runs):
        tops = further if place else first, further
        bottoms = bottom, last if place == len(runs) - 1 else bottom
        pages += _pages_with(air, run, measure, Room(tops, bottoms))
    return pages


def _pages_with(air: float, pieces: Sequence[Piece], measure: float, room: Room) -> list[Filled]:
    pages: list[list[tuple[float, Part]]] = [[]]
    going_on: list[int] = [0]
    waiting: list[Piece] = list(pieces)
    (y, further), (bottom, last) = room
    while waiting:
        piece = waiting.pop(0)
        over = air * piece.over if pages[-1] else 0.0
        is_fresh = not pages[-1] and (len(pages) > 1 or y == further)
        part, rest = piece.taken(bottom - y - over, measure, least=is_fresh)
        if part is not None and rest is None and not waiting and y + over + part.height > last:
            part, rest = piece.taken(last - y - over, measure, least=is_fresh)
        if part is not None:
            pages[-1].append((y + over, part))
            y += over + part.height
        if rest is not None:
            going_on[-1] += part is not None
            waiting.insert(0, rest)
            pages.append([])
            going_on.append(0)
            y = further
    return [Filled(tuple(page), parted) for page, parted in zip(pages, going_on, strict=True)]
