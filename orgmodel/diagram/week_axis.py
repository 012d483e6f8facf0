"""One week of real time as a line: where an instant stands on it, and what the clock of a zone shows there.

Instants are whole minutes of UTC, as in `orgmodel.coverage.zones`; a place on the line is in days of that clock, 0 at
Monday 00:00 and 7 at the end of Sunday. A day has its own length: with 23 or 25 hours they stand closer or wider.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from orgmodel.coverage.spans import DAY, WEEK, Stretch, joined
from orgmodel.coverage.zones import day_of, first_week, offsets
from orgmodel.model.value import value

_START: Final = datetime(1, 1, 1, tzinfo=UTC)


@value(indexed=True)
class WeekAxis:
    """`monday` is in minutes on the clock of the zone; `starts` are the instants at which days begin, and the end."""

    zone: ZoneInfo
    monday: int
    starts: tuple[int, ...]

    @property
    def start(self) -> int:
        return self.starts[0]

    @property
    def end(self) -> int:
        return self.starts[-1]

    def date_of(self, day: int) -> date:
        return day_of(self.monday + day * DAY)

    def hours_of(self, day: int) -> float:
        """The hours that a day really has: 24, but where clocks are changed."""
        return (self.starts[day + 1] - self.starts[day]) / 60

    def day_at(self, instant: int) -> int:
        """The day that an instant is in, the nearest where it is outside the week."""
        return min(max(bisect_right(self.starts, instant) - 1, 0), 6)

    def place_of(self, instant: int) -> float:
        day = self.day_at(instant)
        since, until = self.starts[day], self.starts[day + 1]
        return day + (instant - since) / max(until - since, 1)

    def instant_at(self, place: float) -> int:
        """The instant at a place, to the minute; outside the week its nearest end."""
        day = min(max(int(place), 0), 6)
        since, until = self.starts[day], self.starts[day + 1]
        return round(since + min(max(place - day, 0.0), 1.0) * (until - since))

    def clock_at(self, instant: int) -> int:
        """The minutes from Monday 00:00 that the clock of the zone shows at an instant."""
        return instant + ahead(self.zone, self.monday, instant) - self.monday

    def instant_of(self, minute: int) -> int:
        """The first instant at which the clock shows a minute of the week, or has just skipped it."""
        return instant_of(self.zone, self.monday, minute)

    def snapped(self, instant: int, step: int) -> int:
        """The nearest instant of the week at which the clock shows a whole number of steps, in minutes."""
        shown = self.clock_at(instant)
        near = instant + round(shown / step) * step - shown
        return min(max(near, self.start), self.end)

    def moment_of(self, instant: int) -> datetime:
        return (_START + timedelta(minutes=instant)).astimezone(self.zone)


def week_axis(day: date, zone: ZoneInfo) -> WeekAxis:
    """The week of a day by the clock of a zone."""
    monday = first_week(day)
    return WeekAxis(zone, monday, tuple(instant_of(zone, monday, each * DAY) for each in range(8)))


def ahead(zone: ZoneInfo, monday: int, instant: int) -> int:
    """The minutes that a zone is ahead of UTC at an instant near that Monday."""
    return next((part.minutes for part in offsets(zone, monday) if instant < part.until), 0)


def instant_of(zone: ZoneInfo, monday: int, minute: int) -> int:
    """The first instant at which the clock of a zone shows a minute after that Monday, or has just skipped it."""
    wanted = monday + minute
    parts = offsets(zone, monday)
    return next(
        (max(part.since, wanted - part.minutes) for part in parts if wanted - part.minutes < part.until),
        wanted - parts[-1].minutes,
    )


def instants_of(stretch: Stretch, zone: ZoneInfo, monday: int) -> tuple[Stretch, ...]:
    """When the clock of a zone shows a stretch of minutes after that Monday; of an hour that comes twice both."""
    low, high = monday + stretch[0], monday + stretch[1]
    return joined(
        (max(part.since, low - part.minutes), min(part.until, high - part.minutes)) for part in offsets(zone, monday)
    )


def in_week(stretch: Stretch, zone: ZoneInfo, axis: WeekAxis) -> tuple[Stretch, ...]:
    """The instants at which a stretch that comes every week goes on in the week of an axis; not cut at its ends."""
    found = (
        there
        for weeks in (-WEEK, 0, WEEK)
        for there in instants_of((stretch[0] + weeks, stretch[1] + weeks), zone, axis.monday)
    )
    return tuple(there for there in found if there[0] < axis.end and there[1] > axis.start)
