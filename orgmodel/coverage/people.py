"""How much of their time people are on call, over all rotations and levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import Final

from orgmodel.coverage.spans import WEEK, minutes_of, week_of
from orgmodel.model import Organization, Rotation, RotationId, Subject, Team, TeamId, subject
from orgmodel.model.value import changed, value

_DIGITS: Final = 6
"""So many places of a percent: three rotations of a third each make a whole, whatever the machine."""


@value
class Share:
    """The part of all hours of a week that one is on call over some rotations: `percent`, beyond 100 if at once on two.

    The subject is a person; a rotation of which people are only counted; or a team with several of those, for the mean
    of its people. `unknown` are rotations that belong here too and whose hours nobody knows: with them, it is more.
    None where no rotation says enough, and for a team whose headcount is unknown.
    """

    subject: Subject
    percent: float | None
    rotations: tuple[RotationId, ...]
    unknown: tuple[RotationId, ...] = ()


@value
class Shares:
    """Everybody's share, of each kind by subject.

    `unknown` are the rotations that say too little, each with what is not known: coverage, members or both.
    """

    people: tuple[Share, ...]
    rotations: tuple[Share, ...]
    teams: tuple[Share, ...]
    unknown: tuple[tuple[RotationId, tuple[str, ...]], ...]


def minutes_a_week(rotation: Rotation) -> int | None:
    """The minutes of a week that a rotation covers, each once however many windows hold it; None if unknown."""
    return None if rotation.coverage is None else minutes_of(week_of(rotation.coverage))


def people_of(organization: Organization) -> Mapping[RotationId, tuple[Subject, ...]]:
    """The people of each rotation that lists them, one for each turn.

    A member of its team is meant by id, or by a name that no other member has. Any other name is a person of their own,
    the same wherever it stands, and named with the first of those teams by id: `person:frontline/Kim Lee`.
    """
    listing = [rotation for rotation in organization.rotations if isinstance(rotation.members, tuple)]
    members = {team: _members(organization.team_by_id.get(team)) for team in {rotation.team for rotation in listing}}
    homes: dict[str, TeamId] = {}
    for rotation in listing:
        for name in _names(rotation):
            if name not in members[rotation.team]:
                homes[name] = min(homes.get(name, rotation.team), rotation.team)
    return {
        rotation.id: tuple(
            members[rotation.team].get(name) or subject("person", f"{homes[name]}/{name}") for name in _names(rotation)
        )
        for rotation in listing
    }


def shares(organization: Organization) -> Shares:
    """What falls to each where turns are taken evenly: of `h` hours with `n` in turn, `h / n`.

    Who stands twice in a list takes two turns. A rotation that is known to have nobody in it falls to nobody, and one
    of an archived team is left out.
    """
    archived = {team.id for team in organization.teams if team.status == "archived"}
    rotations = [rotation for rotation in organization.rotations if rotation.team not in archived]
    unknown = ((rotation.id, lacks) for rotation in rotations if (lacks := _lacks(rotation)))
    counted = [rotation for rotation in rotations if _count(rotation)]
    return Shares(
        people=_in_order(_of_people(organization, rotations)),
        rotations=_in_order(_share(rotation.subject, [(rotation, 1 / _count(rotation))]) for rotation in counted),
        teams=_in_order(_of_teams(organization, counted)),
        unknown=tuple(sorted(unknown)),
    )


def _of_people(organization: Organization, rotations: Sequence[Rotation]) -> Iterator[Share]:
    people = people_of(organization)
    parts: dict[Subject, list[tuple[Rotation, float]]] = {}
    for rotation in rotations:
        turns = people.get(rotation.id, ())
        for person, taken in Counter(turns).items():
            parts.setdefault(person, []).append((rotation, taken / len(turns)))
    return (_share(person, found) for person, found in parts.items())


def _of_teams(organization: Organization, counted: Sequence[Rotation]) -> Iterator[Share]:
    """For teams with several counted rotations, in which the same people may stand: all of it over all its people.

    Of a team with more people than turns, only so many are on call at all.
    """
    by_team: dict[TeamId, list[Rotation]] = {}
    for rotation in counted:
        by_team.setdefault(rotation.team, []).append(rotation)
    for team, held in by_team.items():
        if len(held) > 1:
            found = organization.team_by_id.get(team)
            people = min((found and found.people) or 0, sum(_count(rotation) for rotation in held))
            share = _share(subject("team", team), [(rotation, 1 / max(people, 1)) for rotation in held])
            yield share if people else changed(share, percent=None)


def _share(of: Subject, parts: Sequence[tuple[Rotation, float]]) -> Share:
    """Of rotations, each with the part of its hours that falls to one; summed so that no order makes a difference."""
    percents = [
        minutes * part * 100 / WEEK for rotation, part in parts if (minutes := minutes_a_week(rotation)) is not None
    ]
    return Share(
        of,
        round(fsum(percents), _DIGITS) if percents else None,
        tuple(sorted(rotation.id for rotation, _ in parts if rotation.coverage is not None)),
        tuple(sorted(rotation.id for rotation, _ in parts if rotation.coverage is None)),
    )


def _in_order(found: Iterable[Share]) -> tuple[Share, ...]:
    return tuple(sorted(found, key=lambda share: share.subject))


def _lacks(rotation: Rotation) -> tuple[str, ...]:
    if rotation.is_empty:
        return ()
    return tuple(field for field in ("coverage", "members") if getattr(rotation, field) is None)


def _count(rotation: Rotation) -> int:
    return max(rotation.members, 0) if isinstance(rotation.members, int) else 0


def _names(rotation: Rotation) -> tuple[str, ...]:
    return rotation.members if isinstance(rotation.members, tuple) else ()


def _members(team: Team | None) -> dict[str, Subject]:
    """The members of a team by id, and by name where only one is called so."""
    if team is None:
        return {}
    called = Counter(member.name for member in team.members)
    by_name = {member.name: member for member in team.members if called[member.name] == 1}
    by_id = {str(member.id): member for member in team.members}
    return {name: subject("person", f"{team.id}/{member.id}") for name, member in (by_name | by_id).items()}
