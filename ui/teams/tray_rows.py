"""What the tray lists and where: rows that nobody has, that two answer for, that are not yet discussed."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from orgmodel.model import Organization, Responsibility
from orgmodel.model.value import value
from orgmodel.verdicts import verdict_of
from ui.teams.spots import Section
from ui.translation import marked

TRAY_WIDTH: Final = 272
SECTIONS: Final[tuple[Section, ...]] = ("nobody", "several", "open")
TITLES: Final[dict[Section, str]] = {
    "nobody": marked("Nobody"),
    "several": marked("Two answer"),
    "open": marked("Not yet discussed"),
}
HEADS: Final[dict[Section, int]] = {"nobody": 58, "several": 40, "open": 40}
_ROW: Final = 26
_WITH_OWNERS: Final = 44
_OWNERS_LINE: Final = 16
EMPTY: Final = 52
FOOT: Final = 36
_PAD: Final = 10


class TrayLists:
    """The places of the rows of each list, in the order of the file, kept in step with the organisation."""

    def __init__(self, organization: Organization) -> None:
        self.places: dict[Section, list[int]] = {section: [] for section in SECTIONS}
        there = organization.teams_there
        for place, row in enumerate(organization.responsibilities):
            answering = row.raci.accountable
            if len(answering) == 1 and answering[0] in there:  # as it is with nearly all rows
                if row.state == "open":
                    self.places["open"].append(place)
                continue
            for section in sections_of(organization, row):
                self.places[section].append(place)

    def put(self, organization: Organization, place: int) -> bool:
        """Put a changed row into the lists where it belongs now; False where it was there already."""
        wanted = sections_of(organization, organization.responsibilities[place])
        is_different = False
        for section, places in self.places.items():
            at = bisect_left(places, place)
            is_in = at < len(places) and places[at] == place
            if is_in and section not in wanted:
                places.pop(at)
                is_different = True
            elif not is_in and section in wanted:
                insort(places, place)
                is_different = True
        return is_different


def sections_of(organization: Organization, row: Responsibility) -> tuple[Section, ...]:
    """The lists that a row stands in; one that is both without an owner and not yet discussed stands in both."""
    verdict = verdict_of(organization, row)
    found: list[Section] = []
    if verdict == "nobody":
        found.append("nobody")
    if verdict == "several answer":
        found.append("several")
    if row.state == "open":
        found.append("open")
    return tuple(found)


class TrayLine(NamedTuple):
    """The head of a list, a row in it, or the frame that stands for none; `y` counts from the top of the tray."""

    section: Section
    y: int
    height: int
    place: int | None = None
    is_head: bool = False


@value(indexed=True)
class TrayLayout:
    """Heads and rows one below the other; folded lists are only their heads."""

    counts: tuple[int, ...]
    folded: frozenset[Section] = frozenset()
    owner_lines: int = 1
    """How many lines (1 or 2) the teams that both answer for a row take, of the longest there are."""

    @cached_property
    def tops(self) -> tuple[int, ...]:
        """Where each list begins, and behind them where the last one ends."""
        tops = [0]
        for section, count in zip(SECTIONS, self.counts, strict=True):
            tops.append(tops[-1] + self._height(section, count))
        return tuple(tops)

    @property
    def height(self) -> int:
        return self.tops[-1]

    def row_height(self, section: Section) -> int:
        return _WITH_OWNERS + (self.owner_lines - 1) * _OWNERS_LINE if section == "several" else _ROW

    def _height(self, section: Section, count: int) -> int:
        if section in self.folded:
            return HEADS[section] if section != "nobody" else 40
        body = count * self.row_height(section) + _PAD if count else EMPTY + _PAD if section == "nobody" else 0
        return HEADS[section] + body

    def head_height(self, section: Section) -> int:
        return 40 if section in self.folded else HEADS[section]

    def row_y(self, section: Section, number: int) -> int:
        return self.tops[SECTIONS.index(section)] + HEADS[section] + number * self.row_height(section)

    def lines(self, top: int, bottom: int) -> Iterator[TrayLine]:
        """The lines that are seen between two heights; a row's `place` is its number in its list."""
        for number, section in enumerate(SECTIONS):
            start, end = self.tops[number], self.tops[number + 1]
            if end <= top or start >= bottom:
                continue
            yield TrayLine(section, start, self.head_height(section), is_head=True)
            if section in self.folded:
                continue
            count, height, first_y = self.counts[number], self.row_height(section), start + HEADS[section]
            if not count and section == "nobody":
                yield TrayLine(section, first_y, EMPTY)
            first = max(0, (top - first_y) // height)
            last = min(count, (bottom - first_y + height - 1) // height)
            for row in range(first, last):
                yield TrayLine(section, first_y + row * height, height, row)

    def line_at(self, y: int) -> TrayLine | None:
        return next((line for line in self.lines(y, y + 1) if line.y <= y < line.y + line.height), None)
