"""Time zones: whose clock a rotation and a team go by, and when that clock is put forward or back.

Instants are whole minutes of UTC since Monday 1 January of the year 1, so that a week of UTC is a multiple of 10080.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from orgmodel.coverage.spans import DAY, WEEK
from orgmodel.model import Organization, Rotation, Team, TeamId

WEEKS_AHEAD: Final = 53
"""Every week of twelve months: the one of the day asked about, and 52 more."""

_START: Final = datetime(1, 1, 1)  # noqa: DTZ001 (a count of minutes, made aware where a zone is asked)
_EARLIEST: Final = date(1900, 1, 1).toordinal() - 1
_LATEST: Final = date(9990, 1, 1).toordinal() - 1
_MINUTE: Final = timedelta(minutes=1)


class Offset(NamedTuple):
    """A zone is `minutes` ahead of UTC from one instant up to another."""

    since: int
    until: int
    minutes: int


def zone_of(organization: Organization, rotation: Rotation) -> ZoneInfo:
    """Whose clock its windows are on: its own zone, else the one that all its team's sites share, else UTC."""
    if rotation.timezone is not None:
        return zone_named(rotation.timezone)
    team = organization.team_by_id.get(rotation.team)
    return zone_named((team and _shared_by_sites(team)) or "UTC")


def team_zone(organization: Organization, team_id: TeamId) -> ZoneInfo:
    """Whose clock a team goes by: that of its sites, of several that of most of its people, else of its rotations.

    UTC where its rotations are in several zones, or nothing names one.
    """
    team = organization.team_by_id.get(team_id)
    if team is not None:
        if shared := _shared_by_sites(team):
            return zone_named(shared)
        people_in: dict[str, int] = {}
        for site in team.sites:
            if site.timezone is not None:
                people_in[site.timezone] = people_in.get(site.timezone, 0) + (site.headcount or 0)
        if people_in:
            return zone_named(_most(people_in))
    named = {rotation.timezone for rotation in organization.rotations_of.get(team_id, ())}
    return zone_named((named.pop() if len(named) == 1 else None) or "UTC")


def _shared_by_sites(team: Team) -> str | None:
    named = {site.timezone for site in team.sites if site.timezone is not None}
    return named.pop() if len(named) == 1 else None


def _most(people_in: Mapping[str, int]) -> str:
    return min(people_in, key=lambda zone: (-people_in[zone], zone))


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """The zone of that name in the IANA database; UTC where there is none, which the reader has complained about."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def zones_in_use(organization: Organization) -> tuple[str, ...]:
    """The zones that the sites and the rotations name, in the order of the file."""
    sites = (site.timezone for team in organization.teams for site in team.sites)
    rotations = (rotation.timezone for rotation in organization.rotations)
    return tuple(dict.fromkeys(zone for zone in (*sites, *rotations) if zone))


def usual_zone(organization: Organization) -> str:
    """The zone that most teams with rotations go by, the first of these; else the first that is named, else UTC."""
    zones = (team_zone(organization, team).key for team in organization.rotations_of)
    known = Counter(zone for zone in zones if zone != "UTC")
    return next(iter(known.most_common(1)), (next(iter(zones_in_use(organization)), "UTC"), 0))[0]


def zones_to_offer(organization: Organization) -> tuple[str, ...]:
    """Those in use first, then UTC, then every other zone there is, by name."""
    return tuple(dict.fromkeys((*zones_in_use(organization), "UTC", *_all_zones())))


@cache
def _all_zones() -> tuple[str, ...]:
    """Every zone that the machine knows, by name; looked up in its files once."""
    return tuple(sorted(available_timezones()))


def first_week(today: date) -> int:
    """The Monday 00:00 of the week of a day, in minutes; years that calendars cannot tell in each zone are moved in."""
    day = min(max(today.toordinal() - 1, _EARLIEST), _LATEST)
    return (day - day % 7) * DAY


def day_of(minute: int) -> date:
    return date.fromordinal(minute // DAY + 1)


def minute_of(instant: datetime) -> int:
    """The minute on the clock that an instant, read in its own zone, stands at."""
    return (instant.replace(tzinfo=None) - _START) // _MINUTE


@lru_cache(maxsize=2048)
def offsets(zone: ZoneInfo, monday: int) -> tuple[Offset, ...]:
    """What a zone is ahead of UTC in the twelve months from a Monday, with a week before and after; usually 3.

    A clock that is put forward and back again within a week is taken as left alone; none since 2015 was.
    """
    start, end = monday - WEEK, monday + (WEEKS_AHEAD + 1) * WEEK
    found: list[Offset] = []
    since, ahead = start, _ahead(zone, start)
    for week in range(start, end, WEEK):
        after = _ahead(zone, week + WEEK)
        if after != ahead:
            change = _change(zone, week, week + WEEK, after)
            found.append(Offset(since, change, ahead))
            since, ahead = change, after
    return (*found, Offset(since, end, ahead))


def _change(zone: ZoneInfo, before: int, after: int, ahead: int) -> int:
    """The first minute from which the zone is that much ahead, known to be so at `after` and not at `before`."""
    while after - before > 1:
        middle = (before + after) // 2
        if _ahead(zone, middle) == ahead:
            after = middle
        else:
            before = middle
    return after


def _ahead(zone: ZoneInfo, minute: int) -> int:
    utc = _START + timedelta(minutes=minute)
    return (zone.fromutc(utc.replace(tzinfo=zone)).replace(tzinfo=None) - utc) // _MINUTE
