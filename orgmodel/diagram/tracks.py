"""The pieces of lines that are routed so far: how many run beside a new one, and how many it crosses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple


class Trunk(NamedTuple):
    """What several lines share: the beginning where they branch, or the end where they join."""

    name: str
    at_source: bool


class Track(NamedTuple):
    at: float
    low: float
    high: float
    trunk: Trunk | None


class Stretch:
    """The pieces that reach into one stretch of the other direction: those that pass it whole are only counted."""

    def __init__(self) -> None:
        self.passing: list[float] = []
        self.of_trunk: dict[Trunk, list[float]] = {}
        self.ats: list[float] = []
        self.ending: list[Track] = []

    def add(self, track: Track, *, passes: bool) -> None:
        if passes:
            insort(self.passing, track.at)
            if track.trunk is not None:
                insort(self.of_trunk.setdefault(track.trunk, []), track.at)
        else:
            place = bisect_left(self.ats, track.at)
            self.ats.insert(place, track.at)
            self.ending.insert(place, track)

    def count(self, at: float, low: float, high: float, trunk: Trunk | None) -> int:
        """How many between `low` and `high` run past `at`, but those of the same trunk."""
        found = self.ending[bisect_right(self.ats, low) : bisect_left(self.ats, high)]
        ending = sum([start < at < end and (trunk is None or of != trunk) for _, start, end, of in found])
        passing = _between(self.passing, low, high)
        if trunk is not None and trunk in self.of_trunk:
            passing -= _between(self.of_trunk[trunk], low, high)
        return ending + passing


class Tracks:
    """Pieces of lines in one direction, sorted by where they run, and by the stretches that they run through."""

    def __init__(self, stretch: float) -> None:
        self.tracks: list[Track] = []
        self.ats: list[float] = []
        self.stretch = stretch
        self.stretches: defaultdict[int, Stretch] = defaultdict(Stretch)

    def add(self, track: Track) -> None:
        place = bisect_left(self.ats, track.at)
        self.ats.insert(place, track.at)
        self.tracks.insert(place, track)
        for number in range(int(track.low // self.stretch), int(track.high // self.stretch) + 1):
            passes = track.low < number * self.stretch and (number + 1) * self.stretch < track.high
            self.stretches[number].add(track, passes=passes)

    def beside(self, at: float, low: float, high: float, near: float, trunk: Trunk | None) -> int:
        """How many run closer than `near` to a piece at `at`, on some of its way."""
        found = self.tracks[bisect_left(self.ats, at - near) : bisect_right(self.ats, at + near)]
        from_low, to_high = low - near, high + near
        return sum(
            [start < to_high and from_low < end and (trunk is None or of != trunk) for _, start, end, of in found]
        )

    def crossing(self, at: float, low: float, high: float, trunk: Trunk | None) -> int:
        """How many cross a piece of the other direction that runs at `at` from `low` to `high`."""
        stretch = self.stretches.get(int(at // self.stretch))
        return stretch.count(at, low, high, trunk) if stretch else 0


def _between(coordinates: Sequence[float], low: float, high: float) -> int:
    """How many of these, which are sorted, lie between two others."""
    return max(0, bisect_left(coordinates, high) - bisect_right(coordinates, low))
