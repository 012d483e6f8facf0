"""Which hour of which day, on the clocks of which zone; no Qt."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final
from zoneinfo import available_timezones

from orgmodel.coverage import zone_named
from orgmodel.model import Organization
from orgmodel.moments import Moment

DAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
USUAL_DAY: Final = 5
USUAL_HOUR: Final = time(3)
"""Saturday at three in the morning: the hour that chains are not made for."""


def moment_of(weekday: int | None, hour: time, zone: str, today: date) -> datetime | None:
    """The first such moment from today on; None for any hour. A zone of no such name is UTC."""
    if weekday is None:
        return None
    return Moment(weekday, hour, zone_named(zone)).after(today)


def zones_in_use(organization: Organization) -> tuple[str, ...]:
    """The zones that the sites and the rotations name, in the order of the file."""
    sites = (site.timezone for team in organization.teams for site in team.sites)
    rotations = (rotation.timezone for rotation in organization.rotations)
    return tuple(dict.fromkeys(zone for zone in (*sites, *rotations) if zone))


def zones_to_offer(organization: Organization) -> tuple[str, ...]:
    """Those in use first, then UTC, then every other zone there is, by name."""
    return tuple(dict.fromkeys((*zones_in_use(organization), "UTC", *sorted(available_timezones()))))
