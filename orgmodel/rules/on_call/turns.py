"""The quick fixes of rotations: who takes turns, which hours are covered, and who stands behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodel.commands import AddRotation, ChangeField
from orgmodel.coverage import Span, joined, people_of, windows_of
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import Coverage, Rotation, RotationId, Subject, Team, TeamId
from orgmodel.model.value import changed
from orgmodel.rules.fixes import as_one, fresh_rotation_id
from orgmodel.rules.on_call.sites import site_of


def with_everybody(graph: OrgGraph, team_id: TeamId, rotations: Iterable[RotationId]) -> Iterator[Fix]:
    """A fix by which all the people of a team take turns in these rotations of its, where it has more than they."""
    team = graph.present.get(team_id)
    if team is None:
        return
    wanted = frozenset(rotations)
    held = [rotation for rotation in graph.rotations_of.get(team_id, ()) if rotation.id in wanted]
    commands = [
        ChangeField(rotation.subject, "members", everybody)
        for rotation in held
        if (everybody := _everybody(team, rotation)) != rotation.members
    ]
    if commands:
        yield as_one(f"Let everybody of {team.name} take turns", commands)


def _everybody(team: Team, rotation: Rotation) -> int | tuple[str, ...] | None:
    """Those who take turns and all who do not yet, of its site where it has one; the same where nobody knows who."""
    site = site_of(team, rotation) if len(team.sites) > 1 else None
    if isinstance(rotation.members, tuple):
        missing = (
            str(member.id)
            for member in team.members
            if not {member.id, member.name} & {*rotation.members} and (site is None or member.site == site.name)
        )
        return (*rotation.members, *missing)
    headcount = site.headcount if site else team.people
    return max(rotation.members, headcount or 0) if rotation.members is not None else None


def without_person(graph: OrgGraph, identifier: RotationId, person: Subject) -> Rotation | None:
    """A rotation as it is without a person whom it lists; None where it does not, or lists nobody else."""
    rotation = _rotation(graph, identifier)
    if rotation is None or not isinstance(rotation.members, tuple):
        return None
    turns = zip(rotation.members, people_of(graph.organization)[identifier], strict=True)
    others = tuple(name for name, its in turns if its != person)
    return changed(rotation, members=others) if others and others != rotation.members else None


def at_hours(graph: OrgGraph, team: TeamId, spans: Iterable[Span], zone: str) -> Fix:
    """A fix that adds a rotation of level 1 to a team, for hours of the week by the clock of a zone."""
    hours = Coverage(None, windows_of(joined(spans)))
    rotation = Rotation(fresh_rotation_id(graph, f"{team}-other-hours"), team, 1, hours, zone)
    return Fix(f"Add a rotation of {graph.name(team)} for those hours", AddRotation(rotation))


def behind(graph: OrgGraph, identifier: RotationId) -> Iterator[Fix]:
    """A fix that adds a level 2 to a rotation's team, for the hours of that rotation."""
    rotation = _rotation(graph, identifier)
    if rotation is not None:
        second = fresh_rotation_id(graph, f"{identifier.removesuffix('-primary')}-secondary")
        added = Rotation(second, rotation.team, 2, rotation.coverage, rotation.timezone)
        yield Fix(f"Add a level 2 behind “{identifier}”", AddRotation(added))


def _rotation(graph: OrgGraph, identifier: RotationId) -> Rotation | None:
    return next((rotation for rotation in graph.organization.rotations if rotation.id == identifier), None)
