"""The lanes of a week: one for each level of each team in the chain, also for a level that is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal
from zoneinfo import ZoneInfo

from orgmodel.coverage import zone_of
from orgmodel.coverage.spans import DAY, Stretch, common
from orgmodel.diagram.week_axis import WeekAxis, in_week
from orgmodel.diagram.week_hours import held_of
from orgmodel.diagram.week_steps import Step
from orgmodel.graph import RowFacts
from orgmodel.model import ALWAYS, Coverage, Organization, Rotation, TeamId
from orgmodel.model.value import value
from orgmodel.sentences import counted, headcount, spelled
from orgmodel.verdicts import owners_of

Need = Literal["week", "own", "unknown"]
"""When somebody of a team has to be on call: all week, at the hours of its own rotations, or nobody knows."""


@value
class Needs:
    """What the rows of an organisation ask of its teams: to be there all week, perhaps so, and to have a backup."""

    week: frozenset[TeamId]
    unknown: frozenset[TeamId]
    backup: frozenset[TeamId]

    def of(self, team: TeamId) -> Need:
        return "week" if team in self.week else "unknown" if team in self.unknown else "own"


@value
class Lane:
    """One level of a team; `tracks` are the lines of the lane that its rotations stand on, side by side in time.

    Without a level the team has no rotation at all; with one and no rotations, that level is missing.
    """

    team: TeamId
    level: int | None
    rotations: tuple[Rotation, ...]
    tracks: tuple[int, ...]
    is_first: bool
    need: Need

    @property
    def is_missing(self) -> bool:
        return self.level is not None and not self.rotations

    @property
    def track_count(self) -> int:
        return max(self.tracks, default=0) + 1


def needs_of(organization: Organization) -> Needs:
    """A team that answers for critical rows that an alert can land on is needed all week, as in ONC004 and ONC005."""
    on_call = organization.rotations_of
    week: set[TeamId] = set()
    unknown: set[TeamId] = set()
    backup: set[TeamId] = set()
    known: dict[int | None, bool | None] = {}
    for row in organization.responsibilities:
        criticality = organization.criticality_of(row)
        if criticality not in known:
            known[criticality] = RowFacts(row, organization).critical
        critical = known[criticality]
        if critical is False or (critical is None and row.paged is False):
            continue
        owners = [team for team in owners_of(organization, row) if team in on_call]
        if critical:
            backup.update(owners)
        if critical and row.paged:
            week.update(owners)
        elif row.paged is not False:
            unknown.update(owners)
    return Needs(frozenset(week), frozenset(unknown - week), frozenset(backup))


def lanes_of(organization: Organization, step: Step, axis: WeekAxis, needs: Needs) -> Iterator[Lane]:
    for team in step.teams:
        yield from _lanes_of_team(organization, team, axis, needs)


def _lanes_of_team(organization: Organization, team: TeamId, axis: WeekAxis, needs: Needs) -> Iterator[Lane]:
    by_level: dict[int, list[Rotation]] = {}
    for rotation in organization.rotations_of.get(team, ()):
        by_level.setdefault(rotation.level, []).append(rotation)
    need = needs.of(team)
    if not by_level:
        yield Lane(team, None, (), (), is_first=True, need=need)
        return
    levels = sorted(by_level)
    wanted = {*levels, *range(levels[0], levels[-1])}
    if team in needs.backup and len(levels) == 1:
        wanted.add(levels[0] + 1)
    for level in sorted(wanted):
        rotations = tuple(by_level.get(level, ()))
        tracks = _tracks(organization, rotations, axis)
        yield Lane(team, level, rotations, tracks, is_first=level == levels[0], need=need)


def _tracks(organization: Organization, rotations: Sequence[Rotation], axis: WeekAxis) -> tuple[int, ...]:
    if len(rotations) < 2:
        return tuple(0 for _ in rotations)
    return _side_by_side(tuple((each.coverage, zone_of(organization, each)) for each in rotations), axis)


@lru_cache(maxsize=2048)
def _side_by_side(hours: tuple[tuple[Coverage | None, ZoneInfo], ...], axis: WeekAxis) -> tuple[int, ...]:
    """The first line on which nothing else stands at the same time; one of unknown hours has a line of its own."""
    held: list[list[Stretch]] = []
    tracks: list[int] = []
    for coverage, zone in hours:
        there = (
            sorted(found for stretch in held_of(coverage) for found in in_week(stretch, zone, axis)) if coverage else []
        )
        free = (place for place, taken in enumerate(held) if coverage and not common(sorted(taken), there))
        track = next(free, len(held))
        if track == len(held):
            held.append([])
        held[track] += there if coverage else [(axis.start, axis.end)]
        tracks.append(track)
    return tuple(tracks)


# What a lane is called


def lane_title(organization: Organization, lane: Lane) -> str:
    """The team, or its id where there is no such team."""
    found = organization.team_by_id.get(lane.team)
    return found.name if found else f"{lane.team} (missing)"


def lane_detail(organization: Organization, lane: Lane) -> str:
    """`level 1, three shifts`, `level 2, by site`; what the lane has, in a few words."""
    if lane.level is None:
        return "no rotation"
    level = f"level {lane.level}"
    if not lane.rotations:
        return level
    return f"{level}, {_kind_of_turns(organization, lane.rotations)}"


def _kind_of_turns(organization: Organization, rotations: Sequence[Rotation]) -> str:
    if len(rotations) > 1:
        sites = {site_of(organization, rotation) for rotation in rotations}
        return "by site" if len(sites) > 1 else counted(len(rotations), "rotation")
    only = rotations[0]
    shift = only.shift.minutes if only.shift else 0
    if only.coverage is None:
        return "hours unknown"
    if only.coverage == ALWAYS and shift and 1 < DAY / shift == DAY // shift:
        return f"{spelled(round(DAY / shift))} shifts"
    return "around the clock" if only.coverage == ALWAYS else people_said(only)


def people_said(rotation: Rotation) -> str:
    """`8 people`, the name where there is only one, `people unknown`, `nobody in it`."""
    if rotation.is_empty:
        return "nobody in it"
    members = rotation.members
    return headcount(len(set(members)) if isinstance(members, tuple) else members)


_CITY: Final = "/"


def site_of(organization: Organization, rotation: Rotation) -> str:
    """Where its people sit: the site that they share, else the one in the rotation's zone, else the zone's city."""
    team = organization.team_by_id.get(rotation.team)
    zone = zone_of(organization, rotation).key
    if team:
        names = set(rotation.members) if isinstance(rotation.members, tuple) else set()
        shared = {member.site for member in team.members if {str(member.id), member.name} & names}
        if len(shared) == 1 and (site := shared.pop()):
            return site
        there = [site.name for site in team.sites if site.timezone == zone]
        if len(there) == 1:
            return there[0]
    return zone.rpartition(_CITY)[2].replace("_", " ")
