"""What the gestures on the week do to the document: each one command, in the rotation's own zone; no Qt widgets."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.commands import AddRotation, ChangeField, Command, DuplicateRotation
from orgmodel.coverage import zone_of
from orgmodel.coverage.spans import WEEK, Stretch
from orgmodel.diagram.week_axis import WeekAxis, ahead
from orgmodel.diagram.week_hours import coverage_of, held_of, moved, without
from orgmodel.diagram.week_lanes import Lane
from orgmodel.model import Coverage, Organization, Rotation, RotationId, Team, TeamId
from orgmodel.model.identifiers import id_from_name
from orgmodel.model.value import changed
from ui.written_hours import hours_from

_LEVEL_NAMES = {1: "primary", 2: "secondary"}


def rotation_named(organization: Organization, identifier: RotationId | None) -> Rotation | None:
    return next((each for each in organization.rotations if each.id == identifier), None)


def local_of(organization: Organization, rotation: Rotation, axis: WeekAxis, start: int, end: int) -> Stretch:
    """Two instants as a stretch on the rotation's clock."""
    zone = zone_of(organization, rotation)
    since, until = (each + ahead(zone, axis.monday, each) - axis.monday for each in (start, end))
    begin = since % WEEK
    return begin, begin + max(until - since, 0)


def change_hours(rotation: Rotation, held: Sequence[Stretch]) -> Command:
    """The rotation covers these stretches and no others; none of them is unknown hours."""
    return ChangeField(rotation.subject, "coverage", coverage_of(held))


def shifted(rotation: Rotation, which: Sequence[Stretch], start_by: int, end_by: int) -> tuple[Stretch, ...]:
    """What the rotation holds after some of its stretches start and end so many minutes later."""
    return moved(held_of(rotation.coverage), which, start_by, end_by) if rotation.coverage else ()


def with_drawn(rotation: Rotation, drawn: Stretch) -> tuple[Stretch, ...]:
    held = held_of(rotation.coverage) if rotation.coverage else ()
    return (*held, drawn)


def removed(rotation: Rotation, which: Sequence[Stretch]) -> tuple[Stretch, ...]:
    return without(held_of(rotation.coverage), which) if rotation.coverage else ()


def rewritten(rotation: Rotation, which: Sequence[Stretch], text: str) -> Command:
    """The stretches replaced by what somebody wrote; raises `CommandRefused` where that means nothing."""
    given = hours_from(text)
    left = removed(rotation, which)
    if given is not None and not left:
        return ChangeField(rotation.subject, "coverage", given)
    return change_hours(rotation, (*left, *(held_of(given) if given else ())))


def new_rotation(
    organization: Organization, team: TeamId, zone: str, level: int = 1, coverage: Coverage | None = None
) -> Rotation:
    """A rotation of a team with a fresh id; on the clock of its others or its sites, else on that of the strip."""
    taken = {str(each.id) for each in organization.rotations}
    name = _LEVEL_NAMES.get(level, f"level-{level}")
    made = Rotation(RotationId(id_from_name(f"{team}-{name}", taken)), team, level=level, coverage=coverage)
    others = organization.rotations_of.get(team, ())
    if others:
        return changed(made, timezone=others[0].timezone)
    found = organization.team_by_id.get(team)
    has_zone = found is not None and len({site.timezone for site in found.sites if site.timezone}) == 1
    return made if has_zone else changed(made, timezone=None if zone == "UTC" else zone)


def drawn_in(
    organization: Organization, lane: Lane, axis: WeekAxis, when: Stretch, chosen: RotationId | None
) -> tuple[Command, RotationId]:
    """A window drawn on a lane between two instants, as a command.

    Of the rotation that is chosen, where it is of the lane, else of its only or first one, else of a new one.
    """
    rotation = next((each for each in lane.rotations if each.id == chosen), None) or next(iter(lane.rotations), None)
    if rotation is not None:
        drawn = local_of(organization, rotation, axis, *when)
        return change_hours(rotation, with_drawn(rotation, drawn)), rotation.id
    made = new_rotation(organization, lane.team, axis.zone.key, lane.level or 1)
    drawn = local_of(organization, made, axis, *when)
    made = changed(made, coverage=coverage_of([drawn]))
    return AddRotation(made), made.id


def copied(organization: Organization, rotation: Rotation) -> tuple[Command, RotationId]:
    """The command that duplicates a rotation, and the id of the copy."""
    taken = {str(each.id) for each in organization.rotations}
    identifier = RotationId(id_from_name(rotation.id, taken))
    return DuplicateRotation(rotation.id, identifier), identifier


def with_ticked(rotation: Rotation, team: Team, ticked: Sequence[str]) -> tuple[str, ...] | None:
    """Who takes turns: the ticked members of the team, as named and ordered before, the new ones last.

    Names that are no members of the team stay; None where nobody is left.
    """
    called = {str(member.id): {str(member.id), member.name} for member in team.members}
    before = rotation.members if isinstance(rotation.members, tuple) else ()
    known = {name for names in called.values() for name in names}
    kept = [name for name in before if name not in known or any(name in called[each] for each in ticked)]
    there = set(kept)
    new = [each for each in ticked if not called[each] & there]
    return (*kept, *new) or None
