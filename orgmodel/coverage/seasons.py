"""Which weeks of twelve months are alike, and at which times of the year an hour is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from orgmodel.coverage.spans import DAY, WEEK, Span, joined, spans
from orgmodel.coverage.weeks import Clock
from orgmodel.coverage.zones import WEEKS_AHEAD, day_of, offsets


class Run(NamedTuple):
    """Weeks in a row, both ends included, that are alike; unless `steady`, some clock is put forward or back."""

    first: int
    last: int
    steady: bool


class Period(NamedTuple):
    """Days of the year, both included; None where it goes on beyond the twelve months."""

    first: date | None
    last: date | None


def runs_of(clock: Clock, zones: Iterable[ZoneInfo]) -> tuple[Run, ...]:
    """The distinct weeks of the twelve months: in each run, all zones keep their distance."""
    changing: set[int] = set()
    beginning: set[int] = set()
    for parts in {clock.offsets, *(offsets(zone, clock.monday) for zone in zones)}:
        for part in parts[1:]:
            week = clock.week_at(part.since)
            (beginning if clock.start_of(week) == part.since else changing).add(week)
    found: list[Run] = []
    for week in range(WEEKS_AHEAD):
        if found and found[-1].steady and week not in changing and week not in beginning:
            found[-1] = Run(found[-1].first, week, steady=True)
        else:
            found.append(Run(week, week, week not in changing))
    return tuple(found)


def in_seasons(
    clock: Clock, runs: Sequence[Run], open_in: Sequence[tuple[Span, ...]]
) -> Iterator[tuple[tuple[Span, ...], tuple[Period, ...]]]:
    """The hours that are open in the same steady runs, together, and from when to when; no period is every week.

    `open_in` has the open hours of each run. An hour that the clock skips is not missed in that week.
    """
    skipped_in = [() if run.steady else clock.skipped_in(run.first) for run in runs]
    cuts = sorted(
        {*range(0, WEEK + 1, DAY), *(end for found in (*open_in, *skipped_in) for span in found for end in span)}
    )
    cells = [Span(start, end) for start, end in pairwise(cuts)]
    places = {cell.start: place for place, cell in enumerate(cells)} | {WEEK: len(cells)}
    is_open = _runs_by_cell(places, open_in)
    is_skipped = _runs_by_cell(places, skipped_in)
    cells_of: dict[tuple[int, ...], list[int]] = {}
    for cell in sorted(is_open):
        there = is_open[cell]
        around = {*there, -1, len(runs)}
        there += (run for run in is_skipped.get(cell, ()) if run not in around and {run - 1, run + 1} <= around)
        steady = tuple(run for run in there if runs[run].steady)
        cells_of.setdefault(() if len(there) == len(runs) else steady or tuple(there), []).append(cell)
    for steady, found in cells_of.items():
        hours = spans(joined(cells[cell] for cell in found))
        yield (
            hours,
            _periods(clock, runs, [(cells[cell].start // DAY, is_open[cell]) for cell in found]) if steady else (),
        )


def _runs_by_cell(places: Mapping[int, int], spans_in: Sequence[tuple[Span, ...]]) -> dict[int, list[int]]:
    """Of each cell that some run has, the runs that have it."""
    found: dict[int, list[int]] = {}
    for run, held in enumerate(spans_in):
        for start, end in held:
            for cell in range(places[start], places[end]):
                found.setdefault(cell, []).append(run)
    return found


def _periods(clock: Clock, runs: Sequence[Run], found: Sequence[tuple[int, Sequence[int]]]) -> tuple[Period, ...]:
    """From when to when it is so on each of some days of the week, of which some run has it; all are of one season."""
    runs_of_day: dict[int, set[int]] = {}
    for day, held in found:
        runs_of_day.setdefault(day, set()).update(held)
    days = sorted(runs_of_day)
    periods: list[Period] = []
    goes_on = False
    for place, run in enumerate(runs):
        for first, last in [(days[0], days[-1])] if run.steady else [(day, day) for day in days]:
            if place not in runs_of_day[first]:
                goes_on = False
                continue
            begins = _date(clock, run.first, first) if (place, first) != (0, days[0]) else None
            ends = _date(clock, run.last, last) if (place, last) != (len(runs) - 1, days[-1]) else None
            periods.append(Period(periods.pop().first if goes_on else begins, ends))
            goes_on = True
    return tuple(periods)


def _date(clock: Clock, week: int, day: int) -> date:
    return day_of(clock.monday + week * WEEK + day * DAY)
