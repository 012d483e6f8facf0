"""Everybody's share of time on call by team, or each rotation's where names are not wanted or people only counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orgmodel.coverage import Share, people_of, shares
from orgmodel.model import Organization, RotationId, Subject, Team, TeamId, TeamKind, subject_parts
from orgmodel.model.value import changed
from orgmodel.pdf.matter import Matter


class ShareLine(NamedTuple):
    """Somebody, or people who are only counted, with their share of all hours in percent; None where it is unknown.

    `is_least` where the hours of a rotation are unknown, and it may be more; it `is_person` unless people are counted.
    """

    name: str
    aside: str
    percent: float | None
    is_least: bool
    kind: TeamKind
    is_person: bool = False

    @property
    def figure(self) -> str:
        if self.percent is None:
            return "unknown"
        return f"{'≥ ' if self.is_least else ''}{self.percent:.1f} %"


def share_lines(matter: Matter) -> dict[TeamId, list[ShareLine]]:
    """Everybody on the rotations of each team; where names are not wanted or people only counted, each rotation."""
    organization = matter.organization if matter.order.people else _unnamed(matter.organization)
    found, people = shares(organization), people_of(organization)
    held = {share.subject: share for share in (*found.people, *found.rotations)}
    return {team.id: list(_lines(organization, team, held, people)) for team in matter.teams}


def _lines(
    organization: Organization,
    team: Team,
    held: Mapping[Subject, Share],
    people: Mapping[RotationId, tuple[Subject, ...]],
) -> Iterator[ShareLine]:
    rotations = organization.rotations_of.get(team.id, ())
    for person in dict.fromkeys(person for rotation in rotations for person in people.get(rotation.id, ())):
        yield _line(team, held.get(person), *_person(team, person))._replace(is_person=True)
    for rotation in rotations:
        name, level = _rotation_name(team, str(rotation.id)), f"level {rotation.level}"
        if isinstance(rotation.members, int) and rotation.members:
            each = f"{level}, each of {rotation.members}" if rotation.members > 1 else f"{level}, one person"
            yield _line(team, held.get(rotation.subject), name, each)
        elif rotation.members is None:
            yield _line(team, None, name, "people unknown")


def _rotation_name(team: Team, identifier: str) -> str:
    """`primary` of `web-sre-primary`, under the name of its team."""
    name = identifier.removeprefix(f"{team.id}-")
    return name if name[:1].isalpha() else identifier


def _unnamed(organization: Organization) -> Organization:
    """The same with the people of every rotation counted."""
    return organization.copy_with(
        rotations=tuple(
            changed(each, members=len(each.members)) if isinstance(each.members, tuple) else each
            for each in organization.rotations
        )
    )


def _line(team: Team, share: Share | None, name: str, aside: str) -> ShareLine:
    percent = share.percent if share else None
    return ShareLine(name, aside, percent, bool(share and share.unknown and percent is not None), team.kind)


def _person(team: Team, person: Subject) -> tuple[str, str]:
    """The name of a person and where they sit."""
    identifier = subject_parts(person)[1].partition("/")[2]
    member = next((each for each in team.members if each.id == identifier), None)
    return (member.name, member.site or "") if member else (identifier, "")
