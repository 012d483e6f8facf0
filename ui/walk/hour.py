"""Which hour of which day, on the clocks of which zone; no Qt."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from orgmodel.coverage import zone_named
from orgmodel.moments import Moment

USUAL_DAY: Final = 5
USUAL_HOUR: Final = time(3)
"""Saturday at three in the morning: the hour that chains are not made for."""


def moment_of(weekday: int | None, hour: time, zone: str, today: date) -> datetime | None:
    """The first such moment from today on; None for any hour. A zone of no such name is UTC."""
    if weekday is None:
        return None
    return Moment(weekday, hour, zone_named(zone)).after(today)
