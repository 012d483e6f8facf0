"""Who has a page at one minute of the week, team by team; no Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final, Literal
from zoneinfo import ZoneInfo

from orgmodel.coverage import WEEK, OnCall, on_call_at, zone_named, zone_of
from orgmodel.diagram.week_axis import WeekAxis, instants_of
from orgmodel.diagram.week_blocks import minute_said
from orgmodel.diagram.week_hours import held_of
from orgmodel.diagram.week_lanes import Need, site_of
from orgmodel.model import DAY_NAMES, Organization, TeamId, TeamKind
from orgmodel.model.value import value
from orgmodel.sentences import listed

Tone = Literal["there", "nobody", "off", "unknown"]
_MOST_NAMED: Final = 2
_MOST_ZONES: Final = 2


_AWAY: Final[tuple[Tone, str]] = ("nobody", "away: nobody")


@value
class At:
    """An instant of a week."""

    axis: WeekAxis
    instant: int


@value
class Holder:
    """Who of a team has it: in a few words, and all of them."""

    team: TeamId
    name: str
    kind: TeamKind
    tone: Tone
    said: str
    whole: str


def holder_of(organization: Organization, team: TeamId, at: At, need: Need, *, is_away: bool = False) -> Holder:
    """Whoever is on call for a team at an instant; where nobody is, whether somebody should be."""
    found = organization.team_by_id.get(team)
    whole = ""
    if is_away:
        tone, said = _AWAY
    else:
        calls = on_call_at(organization, team, at.axis.moment_of(at.instant))
        tone, said = _heard(organization, team, calls) if calls else _silent(organization, team, at, need)
        whole = "; ".join(f"level {call.rotation.level} {listed(call.people) or 'people unknown'}" for call in calls)
    name = found.name if found else f"{team} (missing)"
    return Holder(team, name, found.kind if found else "other", tone, said, f"{name}: {whole or said}")


def _heard(organization: Organization, team: TeamId, calls: Sequence[OnCall]) -> tuple[Tone, str]:
    """Who of the lowest level that is there."""
    rotations = organization.rotations_of[team]
    several = len(rotations) > len({rotation.level for rotation in rotations})
    said = _call_said(organization, calls[0], several=several)
    level = calls[0].rotation.level
    return "there", said if level == rotations[0].level else f"level {level}: {said}"


def _silent(organization: Organization, team: TeamId, at: At, need: Need) -> tuple[Tone, str]:
    """Why nobody is: that is as it should be, it should not be, or nobody knows."""
    rotations = organization.rotations_of.get(team, ())
    if not rotations:
        return "unknown", "unknown: no rotation"
    if any(rotation.coverage is None for rotation in rotations):
        return "unknown", "hours unknown"
    if need != "own":
        return ("nobody", "nobody") if need == "week" else ("unknown", "nobody; unknown if needed")
    begins = next_start(organization, team, at)
    if begins is None or begins <= at.instant:
        return "nobody", "nobody in it" if begins is not None else "nobody at any hour"
    return "off", f"off until {minute_said(at.axis.clock_at(begins))}"


def _call_said(organization: Organization, call: OnCall, *, several: bool) -> str:
    if not call.people:
        said = "somebody, unknown who"
    elif len(call.people) <= _MOST_NAMED:
        said = " or ".join(call.people)
    else:
        said = f"one of {len(call.people)}"
    return f"{said}, {site_of(organization, call.rotation)}" if several else said


def next_start(organization: Organization, team: TeamId, at: At) -> int | None:
    """When the hours of the team's rotations begin again, that instant where they go on now; None for never."""
    found: list[int] = []
    for rotation in organization.rotations_of.get(team, ()):
        if rotation.coverage is None:
            continue
        zone = zone_of(organization, rotation)
        for start, end in held_of(rotation.coverage):
            for weeks in (-WEEK, 0, WEEK, 2 * WEEK):
                found += (
                    max(since, at.instant)
                    for since, until in instants_of((start + weeks, end + weeks), zone, at.axis.monday)
                    if until > at.instant
                )
    return min(found, default=None)


def moment_title(axis: WeekAxis, instant: int) -> str:
    """`Saturday 03:00`."""
    moment = axis.moment_of(instant)
    return f"{DAY_NAMES[moment.weekday()]} {moment:%H:%M}"


def moment_elsewhere(axis: WeekAxis, instant: int, zones: Collection[str]) -> str:
    """`Europe/London; Friday 20:00 in Denver`: the zone of the strip, and the same minute in others."""
    moment = axis.moment_of(instant)
    others = [zone_named(zone) for zone in zones if zone != axis.zone.key]
    said = [_there(moment, zone) for zone in others if moment.astimezone(zone).utcoffset() != moment.utcoffset()]
    return "; ".join((axis.zone.key.replace("_", " "), *list(dict.fromkeys(said))[:_MOST_ZONES]))


def _there(moment: datetime, zone: ZoneInfo) -> str:
    there = moment.astimezone(zone)
    day = "" if there.date() == moment.date() else f"{DAY_NAMES[there.weekday()]} "
    return f"{day}{there:%H:%M} in {zone.key.rpartition('/')[2].replace('_', ' ')}"
