"""How many people teams, sites and rotations are left with when some go, and who they are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from orgmodel.commands import references as names
from orgmodel.document import Document
from orgmodel.model import Rotation, Site, Subject, Team, subject
from orgmodel.model.value import changed

T = TypeVar("T")
RotationAfter = Callable[[Rotation, Team, Team], Rotation | None]
"""A rotation, its team before and after: the rotation after, None where nobody is left in it."""


def part_of(count: int, after: int, before: int) -> int:
    """What is left of a count where so many are left of so many: a whole number, rounded up, and never more."""
    return min(count, -(-count * after // before)) if before else 0


def shared_out(counts: Sequence[int], take: int) -> tuple[int, ...]:
    """Take so many in all out of several counts, from each in proportion to it."""
    total, passed, taken = sum(counts), 0, 0
    shares: list[int] = []
    for count in counts:
        passed += count
        share = part_of(passed, min(take, total), total) - taken
        taken += share
        shares.append(share)
    return tuple(shares)


def spread(items: tuple[T, ...], take: int) -> tuple[T, ...]:
    """So many of the items, evenly over their order."""
    shares = shared_out([1] * len(items), take)
    return tuple(item for item, share in zip(items, shares, strict=True) if share)


def smaller_sites(sites: tuple[Site, ...], after: int, before: int) -> tuple[Site, ...]:
    """The sites of a team of which so many are left of so many; an unknown number stays unknown."""
    known = [site.headcount for site in sites if site.headcount is not None]
    left = iter(shared_out(known, part_of(sum(known), after, before)))
    return tuple(site if site.headcount is None else changed(site, headcount=next(left)) for site in sites)


def by_site(team: Team) -> Team:
    """The team with its members in the order of its sites, those of none first."""
    order = {site.name: place for place, site in enumerate(team.sites)}
    members = sorted(team.members, key=lambda member: order.get(member.site or "", -1))
    return changed(team, members=tuple(members))


def people_of(team: Team) -> frozenset[Subject]:
    """The members of a team as findings and decisions name them."""
    return frozenset(subject("person", f"{team.id}/{member.id}") for member in team.members)


def without_people(rotation: Rotation, before: Team, after: Team) -> Rotation | None:
    """A rotation after some of its team have gone.

    Those who are listed are taken off. A number shrinks as the team did, rounded up, and names of people whom the team
    does not list become a number; it is unknown where one of the team's numbers is.
    """
    members = rotation.members
    if after.people == 0:
        return None
    if members is None or (isinstance(members, int) and before.people == after.people):
        return rotation
    if isinstance(members, tuple) and before.members:
        return without_names(rotation, names_of(before) - names_of(after))
    if before.people == after.people:
        return rotation
    if before.people is None or after.people is None:
        return changed(rotation, members=None)
    count = members if isinstance(members, int) else len(members)
    left = part_of(count, after.people, before.people)
    return changed(rotation, members=left) if left else None


def names_of(team: Team) -> frozenset[str]:
    """What rotations may call the members of a team: their ids and their names."""
    return frozenset(name for member in team.members for name in (member.id, member.name))


def without_names(rotation: Rotation, gone: Collection[str]) -> Rotation | None:
    """A rotation without those whom it lists by these ids or names; None where nobody else is in it."""
    if not isinstance(rotation.members, tuple):
        return rotation
    staying = names.kept(rotation.members, lambda name: name not in gone)
    return changed(rotation, members=staying) if staying or not rotation.members else None


def with_fewer_people(
    document: Document, before: Team, after: Team, rotation_after: RotationAfter = without_people
) -> Document:
    """The document with a team as it is after some of its people have gone, from its rotations as well."""
    organization = document.organization
    teams = names.mapped(organization.teams, lambda team: after if team is before else team)
    changed_team = document.with_organization(organization.copy_with(teams=teams))

    def change(rotation: Rotation) -> Rotation | None:
        return rotation_after(rotation, before, after) if rotation.team == before.id else rotation

    return names.without_subjects(with_rotations(changed_team, change), people_of(before) - people_of(after))


def with_rotations(document: Document, change: Callable[[Rotation], Rotation | None]) -> Document:
    """The document with each rotation changed, or taken away where nothing is left of it."""
    organization = document.organization
    after = [(rotation, change(rotation)) for rotation in organization.rotations]
    if all(new is rotation for rotation, new in after):
        return document
    ended = frozenset(rotation.subject for rotation, new in after if new is None)
    rotations = tuple(new for _, new in after if new is not None)
    return names.without_subjects(document.with_organization(organization.copy_with(rotations=rotations)), ended)
