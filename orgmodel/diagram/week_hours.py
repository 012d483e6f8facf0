"""The hours of one rotation as stretches of a week that comes again and again, and what becomes of them by an edit.

A stretch counts in minutes from Monday 00:00 on the rotation's own clock; it starts within the week and may end in the
next: from Sunday evening to Monday morning is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from orgmodel.coverage.spans import DAY, WEEK, Stretch, joined, week_of, windows_of
from orgmodel.model import ALWAYS, BUSINESS_HOURS, Coverage

SHORTEST: Final = 15
"""Minutes of the shortest stretch that an edit leaves."""
_SHORTEST_SHIFT: Final = 60


def held_of(coverage: Coverage) -> tuple[Stretch, ...]:
    """What a coverage holds, in order of the starts, touching windows as one."""
    found = week_of(coverage)
    if len(found) > 1 and found[0].start == 0 and found[-1].end == WEEK:
        return (*found[1:-1], (found[-1].start, WEEK + found[0].end))
    return tuple((start, end) for start, end in found)


def coverage_of(held: Iterable[Stretch]) -> Coverage | None:
    """The coverage that holds these, by the name the format has for it; None where they are none."""
    whole: list[Stretch] = []
    for start, end in held:
        begin = start % WEEK
        until = begin + min(end - start, WEEK)
        whole += [(begin, min(until, WEEK)), (0, until - WEEK)]
    windows = windows_of(joined(whole))
    if not windows:
        return None
    named = next((known for known in (ALWAYS, BUSINESS_HOURS) if known.windows == windows), None)
    return named or Coverage(None, windows)


def alike(held: Sequence[Stretch], one: Stretch) -> tuple[Stretch, ...]:
    """The stretches that are at the same hours on days in a row with this one: Monday to Friday from 9 to 17."""
    days = {
        start // DAY: (start, end) for start, end in held if (start - one[0]) % DAY == 0 and _lasts((start, end), one)
    }
    found = [one[0] // DAY]
    for step in (1, -1):
        day = (one[0] // DAY + step) % 7
        while day in days and day not in found:
            found.append(day)
            day = (day + step) % 7
    return tuple(days.get(day, one) for day in sorted(found))


def shifts_of(stretch: Stretch, shift: float | None) -> tuple[Stretch, ...]:
    """The stretch cut into shifts of so many minutes, the last as long as what is left."""
    start, end = stretch
    if shift is None or shift < _SHORTEST_SHIFT or shift >= end - start or shift != int(shift):
        return (stretch,)
    cuts = [*range(start, end, int(shift)), end]
    return tuple(pairwise(cuts))


def moved(held: Sequence[Stretch], which: Sequence[Stretch], start_by: int, end_by: int) -> tuple[Stretch, ...]:
    """With some stretches started and ended so many minutes later; at least the shortest, at most a week."""
    return tuple(_moved(stretch, start_by, end_by) if stretch in which else stretch for stretch in held)


def without(held: Sequence[Stretch], which: Sequence[Stretch]) -> tuple[Stretch, ...]:
    return tuple(stretch for stretch in held if stretch not in which)


def _moved(stretch: Stretch, start_by: int, end_by: int) -> Stretch:
    start, end = stretch[0] + start_by, stretch[1] + end_by
    if end - start < SHORTEST:
        start, end = (end - SHORTEST, end) if end_by == 0 else (start, start + SHORTEST)
    if end - start > WEEK:
        start, end = (end - WEEK, end) if end_by == 0 else (start, start + WEEK)
    begin = start % WEEK
    return begin, begin + end - start


def _lasts(stretch: Stretch, other: Stretch) -> bool:
    return stretch[1] - stretch[0] == other[1] - other[0]
