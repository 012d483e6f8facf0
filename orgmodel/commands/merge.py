"""One team of two: whatever each had, the one that stays has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from orgmodel.commands import references as names
from orgmodel.commands.teams import MapTeam
from orgmodel.document import Arrangement, Document
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    Assessment,
    Organization,
    PersonId,
    Rotation,
    Site,
    Subject,
    Team,
    TeamId,
    TeamStatus,
    Workload,
    id_from_name,
    subject,
)
from orgmodel.model.value import changed, fields_of, value

_LIVELIEST: Final[tuple[TeamStatus, ...]] = ("active", "planned", "archived")
Renamed = Mapping[PersonId, PersonId]
"""The members of the team that goes, by their ids there: their ids in the team that stays."""


@value
class MergeTeams:
    """Make one team of two: `into` stays and has the letters, services, rotations, people and links of both.

    Where both stand on one row their letters add up, the stronger first. Headcounts add up, and are unknown where one
    is; of measured load the worse is kept until it is measured again. A `name` renames the team that stays.
    """

    team: TeamId
    into: TeamId
    name: str | None = None

    def label(self, document: Document) -> str:
        name = document.organization.team_name
        merged = f"Merge {name(self.team)} into {name(self.into)}"
        return f"{merged} as {self.name}" if self.name else merged

    def apply(self, document: Document) -> Document:
        organization = document.organization
        goes, stays = (names.team_of(organization, team) for team in (self.team, self.into))
        if goes is stays:
            raise CommandRefused(f"{stays.name} cannot be merged with itself: choose another team.")
        if self.name is not None:
            names.check_name(self.name, "team")
        renamed = _renamed_members(goes, stays)
        after = MapTeam(goes.id, stays.id).apply(document)
        merged = _merged(after.organization, goes, stays, renamed)
        after = after.with_organization(
            after.organization.copy_with(
                teams=tuple(
                    changed(merged, name=self.name or stays.name) if team.id == stays.id else team
                    for team in after.organization.teams
                    if team.id != goes.id
                ),
                rotations=_rotations(organization, after.organization, goes.id, renamed),
                assessments=_assessments(organization.assessments, goes.id, stays.id),
            )
        )
        return _said_of_both(after, goes, stays, renamed)


def _merged(organization: Organization, goes: Team, stays: Team, renamed: Renamed) -> Team:
    people = None if goes.people is None or stays.people is None else goes.people + stays.people
    sites, site_names = _sites(goes, stays)
    if people is None:
        sites = tuple(changed(site, headcount=None) for site in sites)
    here = {member.id for member in stays.members}
    newcomers = tuple(
        changed(member, id=renamed[member.id], site=site_names.get(member.site or "", member.site))
        for member in goes.members
        if renamed[member.id] not in here
    )
    return changed(
        stays,
        mission=stays.mission or goes.mission,
        lead=stays.lead or renamed.get(PersonId(goes.lead or ""), goes.lead),
        contact=stays.contact or goes.contact,
        headcount=people,
        supports=tuple(
            dict.fromkeys(team for team in (*stays.supports, *goes.supports) if team not in (goes.id, stays.id))
        ),
        parent=_parent(organization, goes, stays),
        sites=sites,
        members=(*stays.members, *newcomers),
        workload=_workload(goes.workload, stays.workload),
        status=min(goes.status, stays.status, key=_LIVELIEST.index),
    )


def _parent(organization: Organization, goes: Team, stays: Team) -> TeamId | None:
    """The parent that the team which stays has once links to the other lead to it, else the other's."""
    mapped = organization.team_by_id[stays.id].parent
    for parent in (mapped, goes.parent):
        if parent in (None, goes.id, stays.id):
            continue
        try:
            names.check_parents(organization, stays.id, parent)
        except CommandRefused:
            continue
        return parent
    return None


def _sites(goes: Team, stays: Team) -> tuple[tuple[Site, ...], dict[str, str]]:
    """The sites of both, and what those of the team that goes are called now: one place is one site."""
    sites = {site.name: site for site in stays.sites}
    called: dict[str, str] = {}
    for site in goes.sites:
        same = sites.get(site.name)
        if same is None:
            sites[site.name] = site
        elif None in (same.timezone, site.timezone) or same.timezone == site.timezone:
            counts = (same.headcount, site.headcount)
            headcount = None if counts[0] is None or counts[1] is None else counts[0] + counts[1]
            sites[site.name] = changed(same, timezone=same.timezone or site.timezone, headcount=headcount)
        else:
            called[site.name] = _fresh(f"{site.name} ({goes.name})", sites)
            sites[called[site.name]] = changed(site, name=called[site.name])
    return tuple(sites.values()), called


def _fresh(name: str, taken: Iterable[str]) -> str:
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name} {number}", number + 1
    return candidate


def _workload(one: Workload | None, other: Workload | None) -> Workload | None:
    """The worse of what was measured."""
    if one is None or other is None:
        return one or other
    pairs = {field: (getattr(one, field), getattr(other, field)) for field in fields_of(one)}
    return Workload(
        **{field: max((load for load in pair if load is not None), default=None) for field, pair in pairs.items()}
    )


def _renamed_members(goes: Team, stays: Team) -> Renamed:
    """The same name is the same person; else an id that the other team has too gets a number."""
    by_name = {member.name: member.id for member in reversed(stays.members)}
    taken: set[str] = {member.id for member in (*stays.members, *goes.members)}
    clashing = {member.id for member in stays.members}
    renamed: dict[PersonId, PersonId] = {}
    for member in goes.members:
        if member.name in by_name:
            renamed[member.id] = by_name[member.name]
        elif member.id in clashing:
            renamed[member.id] = PersonId(id_from_name(member.id, taken))
            taken.add(renamed[member.id])
        else:
            renamed[member.id] = member.id
    return renamed


def _rotations(before: Organization, after: Organization, goes: TeamId, renamed: Renamed) -> tuple[Rotation, ...]:
    """Those of the team that went, with its people under their ids in the team that stays."""
    theirs = {rotation.id for rotation in before.rotations if rotation.team == goes}

    def change(rotation: Rotation) -> Rotation:
        if rotation.id not in theirs or not isinstance(rotation.members, tuple):
            return rotation
        members = tuple(dict.fromkeys(renamed.get(PersonId(name), name) for name in rotation.members))
        return rotation if members == rotation.members else changed(rotation, members=members)

    return names.mapped(after.rotations, change)


def _assessments(assessments: tuple[Assessment, ...], goes: TeamId, stays: TeamId) -> tuple[Assessment, ...]:
    """With what one team had promised to do promised by the other."""

    def change(assessment: Assessment) -> Assessment:
        ratings = names.mapped(
            assessment.ratings,
            lambda pair: (pair[0], changed(pair[1], owner=stays)) if pair[1].owner == goes else pair,
        )
        return changed(assessment, ratings=ratings)

    return names.mapped(assessments, change)


def _said_of_both(document: Document, goes: Team, stays: Team, renamed: Renamed) -> Document:
    """What was said of the team that went and of its people is said of the one that stays; so with its place."""
    people = {
        subject("person", f"{goes.id}/{old}"): subject("person", f"{stays.id}/{new}") for old, new in renamed.items()
    }
    document = names.with_subjects_renamed(document, {goes.subject: stays.subject, **people})
    placed: Arrangement = document.arrangement
    if all(place.subject != stays.subject for place in placed.chain):
        chain = names.mapped(
            placed.chain,
            lambda place: changed(place, subject=stays.subject) if place.subject == goes.subject else place,
        )
        document = document.copy_with(arrangement=changed(placed, chain=chain))
    return names.without_subjects(document, frozenset[Subject]({goes.subject}))
