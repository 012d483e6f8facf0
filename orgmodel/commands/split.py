"""Two teams of one: the new one takes some of the rows and some of the people."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.commands import references as names
from orgmodel.commands.assign import row_of
from orgmodel.commands.staffing import (
    by_site,
    names_of,
    part_of,
    shared_out,
    spread,
    with_fewer_people,
    without_names,
)
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ALERT,
    Escalation,
    Member,
    Organization,
    Responsibility,
    Rotation,
    RotationId,
    RowId,
    ServiceId,
    Team,
    TeamId,
    id_from_name,
    subject,
)
from orgmodel.model.value import changed, value


@value
class SplitTeam:
    """Split a new team off another: its `rows`, its `rotations`, and so many of the people.

    The new team is of the same kind, supports and is supported as the old one, and stands beside it in the chain: every
    escalation that leads to or from the old one is there for the new one too. A service goes along where all rows of it
    that the old team does or answers for do. `headcount` is how many people go; left out, as many as the rows are of
    those that the old team does or answers for, at least one and not all. Of people who are listed, so many go: those
    in the rotations that go, and others evenly over the sites.
    """

    team: TeamId
    name: str
    rows: tuple[RowId, ...] = ()
    headcount: int | None = None
    rotations: tuple[RotationId, ...] = ()
    new: TeamId | None = None

    def label(self, document: Document) -> str:
        return f"Split {self.name} off {document.organization.team_name(self.team)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        team = names.team_of(organization, self.team)
        taken: set[str] = {ALERT, *organization.team_by_id}
        identifier = self.new or TeamId(id_from_name(self.name, taken))
        names.check_new_id(identifier, organization.team_by_id, "team")
        names.check_name(self.name, "team")
        self._check(document, team)
        staying, new = self._parts(organization, team, identifier)
        after = names.with_subjects_renamed(
            document,
            {
                subject("person", f"{team.id}/{member.id}"): subject("person", f"{new.id}/{member.id}")
                for member in new.members
            },
        )
        after = after.with_organization(self._given(organization, team, new))
        return with_fewer_people(after, after.organization.team_by_id[team.id], staying)

    def _check(self, document: Document, team: Team) -> None:
        """Refuse rows and rotations that are not the team's, and more people than it has."""
        for named in self.rows:
            row = row_of(document, named)
            if team.id not in row.raci:
                raise CommandRefused(f"{team.name} has nothing to do with “{row.name}”: leave that row where it is.")
        theirs = {rotation.id for rotation in document.organization.rotations if rotation.team == team.id}
        for rotation in self.rotations:
            if rotation not in theirs:
                raise CommandRefused(f"{team.name} has no rotation “{rotation}”.")
        if not self.rows and self.headcount is None:
            raise CommandRefused(f"Say which rows of {team.name} the new team takes, or how many people.")
        people = team.people
        if people is not None and people < 2:
            raise CommandRefused(f"{team.name} has {'one person' if people else 'no people'}: it cannot be split.")
        if self.headcount is not None and not 0 < self.headcount < (people or self.headcount + 1):
            most = "one or more" if people is None else "one" if people == 2 else f"from 1 to {people - 1}"
            raise CommandRefused(f"{self.headcount} people cannot go from {team.name}: choose {most}.")

    def _parts(self, organization: Organization, team: Team, identifier: TeamId) -> tuple[Team, Team]:
        """What is left of the team, and the new one."""
        people, going = team.people, self._going(organization, team)
        members = self._members_going(organization, team, going)
        left = tuple(member for member in team.members if member not in members)
        counts = tuple(site.headcount or 0 for site in team.sites)
        shares = shared_out(counts, part_of(sum(counts), going, people) if people and going else 0)
        known = people is not None
        staying_sites, new_sites = (
            tuple(
                changed(site, headcount=count if known and site.headcount is not None else None)
                for site, count in zip(team.sites, part, strict=True)
                if not known or count or site.headcount is None or any(member.site == site.name for member in there)
            )
            for part, there in (
                ([count - share for count, share in zip(counts, shares, strict=True)], left),
                (shares, members),
            )
        )
        spoken = team.headcount is not None or people is None
        new = Team(
            identifier,
            self.name,
            team.kind,
            headcount=going if spoken else None,
            supports=team.supports,
            parent=team.parent,
            sites=new_sites,
            members=members,
            workload=team.workload,
            status=team.status,
        )
        headcount = None if people is None or going is None or team.headcount is None else people - going
        return changed(team, headcount=headcount, sites=staying_sites, members=left), new

    def _going(self, organization: Organization, team: Team) -> int | None:
        """How many people go; unknown where the team's number is, and none is given."""
        if self.headcount is not None or team.people is None:
            return self.headcount
        held = [row.id for row in organization.responsibilities if _works_on(row, team.id)]
        moved = sum(row in held for row in dict.fromkeys(self.rows))
        share = part_of(team.people, moved, len(held)) if held else team.people // 2
        return max(1, min(team.people - 1, share))

    def _members_going(self, organization: Organization, team: Team, going: int | None) -> tuple[Member, ...]:
        if going is None or team.people is None:
            return ()
        listed = by_site(team).members
        take = part_of(len(listed), going, team.people)
        wanted = {
            name
            for rotation in organization.rotations
            if rotation.id in self.rotations and isinstance(rotation.members, tuple)
            for name in rotation.members
        }
        first = tuple(member for member in listed if member.id in wanted or member.name in wanted)[:take]
        others = tuple(member for member in listed if member not in first)
        chosen = {*(member.id for member in first), *(member.id for member in spread(others, take - len(first)))}
        return tuple(member for member in team.members if member.id in chosen)

    def _given(self, organization: Organization, team: Team, new: Team) -> Organization:
        """The organisation with the new team and all that it is given; the old one still has all of its people."""
        rows = frozenset(self.rows)
        place = organization.teams.index(team) + 1
        teams = names.mapped(organization.teams, lambda other: _also_supporting(other, team.id, new.id))
        services = _services_going(organization, team.id, rows)
        return organization.copy_with(
            teams=names.placed(teams, new, place),
            responsibilities=names.mapped(
                organization.responsibilities, lambda row: _handed(row, team.id, new.id) if row.id in rows else row
            ),
            services=names.mapped(
                organization.services,
                lambda service: changed(service, team=new.id) if service.id in services else service,
            ),
            rotations=names.mapped(
                organization.rotations,
                lambda rotation: _moved(rotation, team, new) if rotation.id in self.rotations else rotation,
            ),
            escalations=tuple(_beside(organization.escalations, team.id, new.id)),
        )


def _works_on(row: Responsibility, team: TeamId) -> bool:
    return team in row.raci.accountable or team in row.raci.doers


def _also_supporting(other: Team, team: TeamId, new: TeamId) -> Team:
    return changed(other, supports=(*other.supports, new)) if team in other.supports else other


def _handed(row: Responsibility, team: TeamId, new: TeamId) -> Responsibility:
    return changed(row, raci=row.raci.with_letters(new, row.raci[team]).with_letters(team, None))


def _services_going(organization: Organization, team: TeamId, rows: frozenset[RowId]) -> frozenset[ServiceId]:
    """The services of the team of which all the rows go that it works on."""
    working: dict[str, list[RowId]] = {}
    for row in organization.responsibilities:
        if row.service and _works_on(row, team):
            working.setdefault(row.service, []).append(row.id)
    return frozenset(
        service.id
        for service in organization.services
        if service.team == team and working.get(service.id) and rows.issuperset(working[service.id])
    )


def _moved(rotation: Rotation, team: Team, new: Team) -> Rotation:
    """A rotation of the new team, without those who stay; as many as it has people at most."""
    members = rotation.members
    if isinstance(members, tuple):
        rotation = without_names(rotation, names_of(team) - names_of(new)) or changed(rotation, members=None)
    elif members is not None and new.people is not None:
        rotation = changed(rotation, members=min(members, new.people))
    return changed(rotation, team=new.id)


def _beside(escalations: tuple[Escalation, ...], team: TeamId, new: TeamId) -> Iterator[Escalation]:
    """Every escalation, and after each that leads to or from the team one that leads to or from the new one."""
    for escalation in escalations:
        yield escalation
        if escalation.source == team:
            yield changed(escalation, source=new)
        if escalation.target == team:
            yield changed(escalation, target=new)
