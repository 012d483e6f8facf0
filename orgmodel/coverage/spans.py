"""Stretches of a week: joined, cut and said in words; minutes count from Monday 00:00 on the clock of some zone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from orgmodel.model import DAYS, Coverage, Window

DAY: Final = 24 * 60
WEEK: Final = 7 * DAY

Stretch = tuple[int, int]
"""From a minute up to, not including, another; of what clock, the function says."""


class Span(NamedTuple):
    """Minutes from Monday 00:00 of a week in some zone, start < end ≤ 10080."""

    start: int
    end: int


WHOLE_WEEK: Final = (Span(0, WEEK),)


@lru_cache(maxsize=4096)
def week_of(coverage: Coverage) -> tuple[Span, ...]:
    """The minutes of a week that are covered by the clock of the rotation's own zone, in order and joined."""
    found: list[Stretch] = []
    for window in coverage.windows:
        lasts = window.end - window.start if window.end > window.start else window.end + DAY - window.start
        for day in range((window.last_day - window.first_day) % 7 + 1):
            start = ((window.first_day + day) * DAY + window.start) % WEEK
            end = start + min(lasts, WEEK)
            found.append((start, min(end, WEEK)))
            if end > WEEK:
                found.append((0, end - WEEK))
    return spans(joined(found))


def minutes_of(stretches: Iterable[Stretch]) -> int:
    return sum(end - start for start, end in stretches)


def spans(stretches: Iterable[Stretch]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in stretches)


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """All of them in order, those that touch or overlap as one, empty ones dropped."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            if end > found[-1][1]:
                found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def common(left: Sequence[Stretch], right: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """What is in both; each in order and joined."""
    return tuple(
        (max(start, other_start), min(end, other_end))
        for (start, end), others in _meeting(left, right)
        for other_start, other_end in others
    )


def without(left: Sequence[Stretch], right: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """What is in the first and not in the second; each in order and joined."""
    found: list[Stretch] = []
    for (start, end), others in _meeting(left, right):
        for other_start, other_end in others:
            if other_start > start:
                found.append((start, other_start))
            start = max(start, other_end)  # noqa: PLW2901 (what is left of the stretch)
        if start < end:
            found.append((start, end))
    return tuple(found)


def _meeting(left: Sequence[Stretch], right: Sequence[Stretch]) -> Iterator[tuple[Stretch, Iterable[Stretch]]]:
    """Each of the first with those of the second that share a minute with it."""
    place = 0
    for start, end in left:
        while place < len(right) and right[place][1] <= start:
            place += 1
        yield (start, end), takewhile(lambda other: other[0] < end, right[place:])  # noqa: B023 (read before the next)


def in_words(open_spans: Sequence[Stretch]) -> tuple[str, ...]:
    """`Mon 22:00-07:00`, `Mon-Fri 22:00-07:00` from three days on, `every day …`, `Sat 00:00-Mon 08:00`, `all week`.

    In the order of the week, each joined over midnight, and Sunday with Monday.
    """
    if tuple(open_spans) == WHOLE_WEEK:
        return ("all week",)
    said: list[tuple[int, str]] = []
    within_days: list[Stretch] = []
    for start, end in _joined_over_sunday(open_spans):
        if _is_of_one_day(start, end):
            within_days.append((start, end))
        else:
            said.append((start, f"{_day(start)} {_time(start)}-{_day(end - 1)} {_end(end)}"))
    for days, start, end in _by_hours(within_days):
        hours = f"{_time(start)}-{_end(end)}"
        if len(days) > 2:
            words = "every day" if len(days) == 7 else f"{DAYS[days[0]]}-{DAYS[days[-1]]}"
            said.append((days[0] * DAY + start, f"{words} {hours}"))
        else:  # “Mon-Tue 22:00-07:00” would read as one night and a day
            said += ((day * DAY + start, f"{DAYS[day]} {hours}") for day in days)
    return tuple(words for _, words in sorted(said))


def windows_of(held: Sequence[Stretch]) -> tuple[Window, ...]:
    """The windows of a rotation that covers these minutes and no others, as a person would write them."""
    pieces: list[Stretch] = []
    for start, end in _joined_over_sunday(held):
        if _is_of_one_day(start, end):
            pieces.append((start, end))
        else:
            cuts = [start, *range(start - start % DAY + DAY, end, DAY), end]
            pieces += pairwise(cuts)
    found = [
        Window(days[0], days[-1], start, end if end <= DAY else end % DAY) for days, start, end in _by_hours(pieces)
    ]
    return tuple(sorted(found, key=lambda window: (window.first_day, window.start)))


def _joined_over_sunday(held: Sequence[Stretch]) -> Sequence[Stretch]:
    """The last one goes on into Monday where both ends of the week are held."""
    if len(held) > 1 and held[0][0] == 0 and held[-1][1] == WEEK:
        return (*held[1:-1], (held[-1][0], WEEK + held[0][1]))
    return held


def _is_of_one_day(start: int, end: int) -> bool:
    """Whether it is less than a day, or just the one."""
    return end - start < DAY or (start % DAY == 0 and end - start == DAY)


def _by_hours(held: Iterable[Stretch]) -> Iterator[tuple[list[int], int, int]]:
    """The days in a row, over Sunday too, that hold the same hours; of these the minutes of the day, an end past 1440.

    All seven begin with Monday.
    """
    days_of: dict[tuple[int, int], list[int]] = {}
    for start, end in held:
        days_of.setdefault((start % DAY, end - start), []).append(start // DAY % 7)
    for (start, lasts), days in days_of.items():
        firsts = [day for day in days if (day - 1) % 7 not in days]
        for first in firsts or [0]:
            run = [first]
            while (following := (run[-1] + 1) % 7) in days and following != first:
                run.append(following)
            yield run, start, start + lasts


def _day(minute: int) -> str:
    return DAYS[minute // DAY % 7]


def _time(minute: int) -> str:
    return f"{minute % DAY // 60:02}:{minute % 60:02}"


def _end(minute: int) -> str:
    """`24:00` at the end of a day."""
    return _time(minute) if minute % DAY else "24:00"
