"""One week of real time: which of its minutes are covered by rotations that each go by the clock of their own zone.

A minute is covered when the clock of the rotation's zone shows a covered time. So windows that touch leave nothing open
on a day of 23 or 25 hours; a window within the hour that is skipped covers nothing, within one that comes twice both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from orgmodel.coverage.spans import WEEK, Span, Stretch, common, joined, spans, week_of, without
from orgmodel.coverage.zones import Offset, first_week, offsets, zone_of
from orgmodel.model import Organization, Rotation


class Hours(NamedTuple):
    """What one rotation covers: minutes of the week by the clock of its zone.

    `first` says that it is of level 1, `staffed` that it is not known to have nobody.
    """

    week: tuple[Span, ...]
    zone: ZoneInfo
    first: bool
    staffed: bool


class Clock:
    """The clock of one zone in the twelve months from a Monday, by which weeks begin and end."""

    def __init__(self, zone: ZoneInfo, monday: int) -> None:
        self.monday = monday
        self.offsets = offsets(zone, monday)

    def start_of(self, week: int) -> int:
        """The instant at which a week begins; the first is 0. Weeks follow each other without a break."""
        wanted = self.monday + week * WEEK
        return next(
            max(part.since, wanted - part.minutes) for part in self.offsets if wanted - part.minutes < part.until
        )

    def week_at(self, instant: int) -> int:
        ahead = next(part.minutes for part in self.offsets if instant < part.until)
        return (instant + ahead - self.monday) // WEEK

    def skipped_in(self, week: int) -> tuple[Span, ...]:
        """The minutes that this clock does not show in a week, because it is put forward."""
        found = []
        for before, after in pairwise(self.offsets):
            start = after.since + before.minutes - self.monday - week * WEEK
            found.append((max(start, 0), min(start + after.minutes - before.minutes, WEEK)))
        return spans(joined(found))

    def shown(self, instants: Sequence[Stretch], week: int) -> tuple[Span, ...]:
        """Stretches of time within a week as this clock shows them; what it shows twice is there if either is.

        What goes on while the clock is put forward has no hole there.
        """
        begin = self.monday + week * WEEK
        start, end = self.start_of(week), self.start_of(week + 1)
        parts = within(self.offsets, start, end)
        if len(parts) == 1:
            by = parts[0].minutes - begin
            return tuple(Span(since + by, until + by) for since, until in instants)
        found: list[Stretch] = []
        for place, part in enumerate(parts):
            by = part.minutes - begin
            forward = max(parts[place + 1].minutes - part.minutes, 0) if place + 1 < len(parts) else 0
            for since, until in common(instants, ((part.since, part.until),)):
                goes_on = until == part.until and any(first < until < last for first, last in instants)
                found.append((max(since + by, 0), min(until + by + (forward if goes_on else 0), WEEK)))
        return spans(joined(found))


def within(parts: Iterable[Offset], start: int, end: int) -> tuple[Offset, ...]:
    """The offsets between two instants."""
    return tuple(
        Offset(max(part.since, start), min(part.until, end), part.minutes)
        for part in parts
        if part.since < end and part.until > start
    )


def covered(hours: Iterable[Hours], monday: int, start: int, end: int) -> tuple[Stretch, ...]:
    """The stretches between two instants of those twelve months that any of the rotations covers."""
    found: list[Stretch] = []
    for rotation in hours:
        for part in within(offsets(rotation.zone, monday), start, end):
            low, high = part.since + part.minutes, part.until + part.minutes
            for week in range(low - low % WEEK, high, WEEK):
                found += (
                    (max(week + since, low) - part.minutes, min(week + until, high) - part.minutes)
                    for since, until in rotation.week
                )
    return joined(found)


def open_between(
    hours: Sequence[Hours], monday: int, start: int, end: int, *, whole_week: bool
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The stretches that no level covers, and those that a later level covers without the first.

    Needed is all the time, or all that any of the rotations is there for, somebody in it or not.
    """
    needed: tuple[Stretch, ...] = ((start, end),)
    if not whole_week:
        needed = covered(hours, monday, start, end)
    staffed = [rotation for rotation in hours if rotation.staffed]
    by_any = covered(staffed, monday, start, end)
    by_first = covered([rotation for rotation in staffed if rotation.first], monday, start, end)
    return without(needed, by_any), without(common(needed, by_any), by_first)


def hours_of(organization: Organization, rotation: Rotation) -> Hours | None:
    """None where its coverage is unknown."""
    if rotation.coverage is None:
        return None
    staffed = not rotation.is_empty
    return Hours(week_of(rotation.coverage), zone_of(organization, rotation), rotation.level == 1, staffed)


def spans_in_week(organization: Organization, rotation: Rotation, day: date, zone: ZoneInfo) -> tuple[Span, ...] | None:
    """The hours that a rotation covers in the week of a day, as the clock of any zone shows them.

    None where its coverage is unknown.
    """
    hours = hours_of(organization, rotation)
    if hours is None:
        return None
    clock = Clock(zone, first_week(day))
    return clock.shown(covered([hours], clock.monday, clock.start_of(0), clock.start_of(1)), 0)
