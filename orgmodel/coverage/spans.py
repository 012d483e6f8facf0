"""Stretches of a week: joined, cut and said in words; minutes count from Monday 00:00 on the clock of some zone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from orgmodel.model import DAYS, Coverage

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
    found: list[Stretch] = []
    place = 0
    for start, end in left:
        while place < len(right) and right[place][1] <= start:
            place += 1
        for other_start, other_end in right[place:]:
            if other_start >= end:
                break
            found.append((max(start, other_start), min(end, other_end)))
    return tuple(found)


def without(left: Sequence[Stretch], right: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """What is in the first and not in the second; each in order and joined."""
    found: list[Stretch] = []
    place = 0
    for start, end in left:
        while place < len(right) and right[place][1] <= start:
            place += 1
        for other_start, other_end in right[place:]:
            if other_start >= end:
                break
            if other_start > start:
                found.append((start, other_start))
            start = max(start, other_end)  # noqa: PLW2901 (what is left of the stretch)
        if start < end:
            found.append((start, end))
    return tuple(found)


def in_words(open_spans: Sequence[Stretch]) -> tuple[str, ...]:
    """`Mon 22:00-07:00`, `Mon-Fri 22:00-07:00` from three days on, `every day …`, `Sat 00:00-Mon 08:00`, `all week`.

    In the order of the week, each joined over midnight, and Sunday with Monday.
    """
    if tuple(open_spans) == WHOLE_WEEK:
        return ("all week",)
    days_of: dict[tuple[int, int], list[int]] = {}
    said: list[tuple[int, str]] = []
    for start, end in _joined_over_sunday(open_spans):
        if end - start < DAY or (start % DAY == 0 and end - start == DAY):
            days_of.setdefault((start % DAY, end % DAY), []).append(start // DAY)
        else:
            said.append((start, f"{_day(start)} {_time(start)}-{_day(end - 1)} {_end(end)}"))
    for (start, end), days in days_of.items():
        said += ((day * DAY + start, f"{words} {_time(start)}-{_end(end)}") for day, words in _runs(days))
    return tuple(words for _, words in sorted(said))


def _joined_over_sunday(open_spans: Sequence[Stretch]) -> Sequence[Stretch]:
    """The last one goes on into Monday where both ends of the week are open."""
    if len(open_spans) > 1 and open_spans[0][0] == 0 and open_spans[-1][1] == WEEK:
        return (*open_spans[1:-1], (open_spans[-1][0], WEEK + open_spans[0][1]))
    return open_spans


def _runs(days: list[int]) -> Iterator[tuple[int, str]]:
    """Days that follow each other together, over Sunday too: the first, and the words for them. Two stay apart.

    `Mon-Tue 22:00-07:00` would read as one night and a day.
    """
    if len(days) == 7:
        yield 0, "every day"
        return
    for first in (day for day in days if (day - 1) % 7 not in days):
        run = [first]
        while (run[-1] + 1) % 7 in days:
            run.append((run[-1] + 1) % 7)
        if len(run) > 2:
            yield first, f"{DAYS[first]}-{DAYS[run[-1]]}"
        else:
            yield from ((day, DAYS[day]) for day in run)


def _day(minute: int) -> str:
    return DAYS[minute // DAY % 7]


def _time(minute: int) -> str:
    return f"{minute % DAY // 60:02}:{minute % 60:02}"


def _end(minute: int) -> str:
    """`24:00` at the end of a day."""
    return _time(minute) if minute % DAY else "24:00"
