"""Edits that take people away: half of a team, one of its sites, one person."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.staffing import (
    by_site,
    part_of,
    smaller_sites,
    spread,
    with_fewer_people,
    with_rotations,
    without_names,
    without_people,
)
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Organization, Rotation, Site, Team, TeamId, name_key
from orgmodel.model.value import changed, value


@value
class HalveTeam:
    """Leave a team with half of its people, rounded up, at its sites and in its rotations too.

    Of people who are listed, every second one goes, site by site. What was measured of its load stays as it was.
    """

    team: TeamId

    def label(self, document: Document) -> str:
        return f"Halve {document.organization.team_name(self.team)}"

    def apply(self, document: Document) -> Document:
        team = names.team_of(document.organization, self.team)
        people = team.people
        if people is None:
            raise CommandRefused(f"How many people {team.name} has is unknown: give it a headcount first.")
        if people < 2:
            raise CommandRefused(f"{team.name} has {'one person' if people else 'no people'}: it cannot be halved.")
        return with_fewer_people(document, team, _halved(team, people))


@value
class RemoveSite:
    """Close a site of a team: its people go, and so do the rotations in the time zone that is its alone."""

    team: TeamId
    site: str

    def label(self, document: Document) -> str:
        return f"Close {self.site} of {document.organization.team_name(self.team)}"

    def apply(self, document: Document) -> Document:
        team = names.team_of(document.organization, self.team)
        site = next((site for site in team.sites if site.name == self.site), None)
        if site is None:
            raise CommandRefused(f"{team.name} has no site “{self.site}”.")
        after = changed(
            team,
            headcount=_headcount_without(team, site),
            sites=names.kept(team.sites, lambda other: other is not site),
            members=names.kept(team.members, lambda member: member.site != site.name),
        )
        zones = [other.timezone for other in team.sites]

        def rotation_after(rotation: Rotation, before: Team, left: Team) -> Rotation | None:
            is_listed = isinstance(rotation.members, tuple) and before.members
            if left.people and rotation.timezone and zones.count(rotation.timezone) == 1 and not is_listed:
                return None if rotation.timezone == site.timezone else rotation
            return without_people(rotation, before, left)

        return with_fewer_people(document, team, after, rotation_after)


@value
class RemovePerson:
    """Take a person away from every team and rotation: `person` is the id of one of the team's members, or a name.

    By name it may be anybody who leads the team or is in one of its rotations; without a list of members they are taken
    to be one of its headcount. The same name in other teams is the same person.
    """

    team: TeamId
    person: str

    def label(self, document: Document) -> str:
        team = document.organization.team_by_id.get(self.team)
        name = team.name_of(self.person) if team else self.person
        return f"Take away {name}"

    def apply(self, document: Document) -> Document:
        team = names.team_of(document.organization, self.team)
        name = team.name_of(self.person)
        if not _knows(document.organization, team, name):
            raise CommandRefused(f"{team.name} has nobody called “{self.person}”.")
        if not team.members and team.headcount:
            fewer = changed(team, headcount=team.headcount - 1)
            document = with_fewer_people(document, team, fewer, _by_number)
        for each in document.organization.teams:
            fewer = _without(each, name)
            if fewer is not each:
                document = with_fewer_people(document, each, fewer)
        teams = document.organization.team_by_id
        return with_rotations(
            document,
            lambda rotation: rotation if _is_id(teams.get(rotation.team), name) else without_names(rotation, {name}),
        )


def _halved(team: Team, people: int) -> Team:
    left = part_of(people, 1, 2)
    listed = by_site(team).members
    staying = frozenset(member.id for member in spread(listed, part_of(len(listed), 1, 2)))
    members = names.kept(team.members, lambda member: member.id in staying)
    sites = smaller_sites(team.sites, 1, 2)
    inhabited = {member.site for member in members}
    return changed(
        team,
        headcount=None if team.headcount is None else left,
        sites=names.kept(sites, lambda site: site.headcount != 0 or site.name in inhabited),
        members=members,
    )


def _headcount_without(team: Team, site: Site) -> int | None:
    """What stands as the headcount once a site is gone; none where the other sites or the members say it, or nobody."""
    if len(team.sites) == 1:
        return 0
    there = [member for member in team.members if member.site == site.name]
    if team.headcount is None:
        return 0 if there and len(there) == len(team.members) and site.headcount is None else None
    gone = len(there) if site.headcount is None and team.headcount == len(team.members) else site.headcount
    return None if gone is None else max(0, team.headcount - gone)


def _knows(organization: Organization, team: Team, name: str) -> bool:
    rotations = organization.rotations_of.get(team.id, ())
    return (
        _is_lead(team, name)
        or any(member.name == name for member in team.members)
        or any(isinstance(rotation.members, tuple) and name in rotation.members for rotation in rotations)
    )


def _without(team: Team, name: str) -> Team:
    """The team without those of its members who have that name, nor under such a lead."""
    gone = [member for member in team.members if member.name == name]
    if not gone:
        return changed(team, lead=None) if _is_lead(team, name) else team
    members = tuple(member for member in team.members if member.name != name)
    headcount = team.headcount
    if headcount is not None:
        headcount = max(0, headcount - len(gone))
    elif not members and len(team.members) == team.people:
        headcount = 0
    left = {site.name: sum(member.site == site.name for member in gone) for site in team.sites}
    sites = names.mapped(
        team.sites,
        lambda site: (
            changed(site, headcount=max(0, site.headcount - left[site.name]))
            if site.headcount and left[site.name]
            else site
        ),
    )
    lead = None if _is_lead(team, name) else team.lead
    return changed(team, headcount=headcount, members=members, sites=sites, lead=lead)


def _is_lead(team: Team, name: str) -> bool:
    """Leads are written by id or by hand: small letters, capitals and spaces make no other person."""
    lead = team.name_of(team.lead or "")
    return name_key(lead) == name_key(name)


def _is_id(team: Team | None, name: str) -> bool:
    """Whether that is the id of a member, whom a rotation of the team means by it."""
    return team is not None and any(member.id == name for member in team.members)


def _by_number(rotation: Rotation, before: Team, after: Team) -> Rotation | None:
    """A rotation with a number of people shrinks with its team; names are looked at one by one."""
    return rotation if isinstance(rotation.members, tuple) else without_people(rotation, before, after)
