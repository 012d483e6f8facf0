"""Who is on call at an hour."""

from __future__ import annotations

from datetime import datetime

from orgmodel.coverage.spans import WEEK, week_of
from orgmodel.coverage.zones import minute_of, zone_of
from orgmodel.model import Organization, Rotation, Team, TeamId
from orgmodel.model.value import value


@value
class OnCall:
    """A rotation that covers an hour, and whom it may be: names, `one of 8` for a count, nothing where unknown."""

    rotation: Rotation
    people: tuple[str, ...]


def covers(organization: Organization, rotation: Rotation, instant: datetime) -> bool | None:
    """Whether somebody of the rotation is on call at an instant, which has to know its zone.

    None where the coverage is unknown; no where it is known that nobody is in the rotation.
    """
    if rotation.is_empty:
        return False
    if rotation.coverage is None:
        return None
    minute = minute_of(instant.astimezone(zone_of(organization, rotation))) % WEEK
    return any(start <= minute < end for start, end in week_of(rotation.coverage))


def on_call_at(organization: Organization, team_id: TeamId, instant: datetime) -> tuple[OnCall, ...]:
    """The rotations of a team that cover an instant, by level."""
    return tuple(
        OnCall(rotation, _people(organization.team_by_id.get(team_id), rotation))
        for rotation in organization.rotations_of.get(team_id, ())
        if covers(organization, rotation, instant)
    )


def on_call_ever(organization: Organization, team_id: TeamId) -> tuple[OnCall, ...]:
    """The rotations of a team that somebody is in, by level, whatever their hours."""
    return tuple(
        OnCall(rotation, _people(organization.team_by_id.get(team_id), rotation))
        for rotation in organization.rotations_of.get(team_id, ())
        if not rotation.is_empty
    )


def _people(team: Team | None, rotation: Rotation) -> tuple[str, ...]:
    if rotation.members is None:
        return ()
    if isinstance(rotation.members, int):
        return ("one person",) if rotation.members == 1 else (f"one of {rotation.members}",)
    names = {str(member.id): member.name for member in team.members} if team else {}
    return tuple(dict.fromkeys(names.get(name, name) for name in rotation.members))
