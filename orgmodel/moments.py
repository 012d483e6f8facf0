"""Moments: an hour on a weekday or on a day, on the clocks of a zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from orgmodel.errors import NotFound
from orgmodel.model.value import value

YEARS: Final = range(1900, 3000)
"""Far enough from both ends of the calendar that no zone and no escalation leads over them."""

SPAN: Final = f"{YEARS.start} to {YEARS.stop - 1}"
"""Those years in words."""


@value
class Moment:
    """An hour on a weekday (0 for Monday), or one on a day; both on the clocks of a zone."""

    on: int | date
    hour: time
    zone: tzinfo

    def after(self, today: date) -> datetime:
        """The moment itself, or the first such one from that day on; raises `NotFound` for a day outside the years."""
        on = self.on
        if today.year not in YEARS:
            raise NotFound(f"{today} is too far away for a walk: choose a day of the years from {SPAN}.")
        if isinstance(on, int):
            on = today + timedelta(days=(on - today.weekday()) % 7)
        # by way of UTC, for an hour that clocks leave out in spring
        return datetime.combine(on, self.hour, self.zone).astimezone(UTC).astimezone(self.zone)
