"""Edits of the teams as such: add, put elsewhere, remove, put one in another's place everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from orgmodel.commands import references as names
from orgmodel.commands.relations import check_new
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ALERT,
    Assessment,
    Escalation,
    Letters,
    Organization,
    Raci,
    Responsibility,
    Team,
    TeamId,
    letters_from,
)
from orgmodel.model.value import changed, value


@value
class AddTeam:
    """One more team, before the place `at` (from 0) or at the end."""

    team: Team
    at: int | None = None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Add team {self.team.name}"

    def apply(self, document: Document) -> Document:
        organization, team = document.organization, self.team
        names.check_new_id(team.id, organization.team_by_id, "team")
        names.check_name(team.name, "team")
        check_new(organization, team)
        return document.with_organization(organization.copy_with(teams=names.placed(organization.teams, team, self.at)))


@value
class MoveTeam:
    """Put a team at another place among the teams (from 0): its column goes there."""

    team: TeamId
    at: int

    def label(self, document: Document) -> str:
        return f"Move {document.organization.team_name(self.team)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        team = names.team_of(organization, self.team)
        return document.with_organization(organization.copy_with(teams=names.moved(organization.teams, team, self.at)))


@value
class RemoveTeam:
    """Take a team away, with its letters, rotations, escalations, links, and what was said about it or placed by it.

    What it had promised to do for a better rating nobody does from then on.
    """

    team: TeamId

    def label(self, document: Document) -> str:
        return f"Remove {document.organization.team_name(self.team)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        team = names.team_of(organization, self.team)
        rotations = names.kept(organization.rotations, lambda rotation: rotation.team != team.id)
        gone = {team.subject, *(rotation.subject for rotation in organization.rotations if rotation.team == team.id)}
        after = organization.copy_with(
            teams=names.mapped(
                names.kept(organization.teams, lambda other: other is not team),
                lambda other: changed(
                    other,
                    parent=None if other.parent == team.id else other.parent,
                    supports=names.kept(other.supports, lambda served: served != team.id),
                ),
            ),
            services=names.mapped(
                organization.services,
                lambda service: changed(service, team=None) if service.team == team.id else service,
            ),
            responsibilities=names.mapped(
                organization.responsibilities, lambda row: changed(row, raci=row.raci.with_letters(team.id, None))
            ),
            rotations=rotations,
            escalations=names.kept(organization.escalations, lambda each: team.id not in (each.source, each.target)),
            assessments=names.mapped(organization.assessments, lambda held: _without_owner(held, team.id)),
        )
        return names.without_subjects(document.with_organization(after), frozenset(gone))


@value
class MapTeam:
    """Put one team wherever another is named: for an id that no team has, or a team that is archived or empty.

    Where both stand on one row their letters add up, the stronger first; escalations from the one to the other go.
    """

    named: TeamId
    team: TeamId

    def label(self, document: Document) -> str:
        name = document.organization.team_name
        return f"Put {name(self.team)} in the place of {name(self.named)}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        names.team_of(organization, self.team)
        if self.named == self.team:
            raise CommandRefused("A team cannot take its own place.")
        if self.named == ALERT:
            raise CommandRefused("The alert is no team: nobody can take its place.")
        after = document.with_organization(_mapped(organization, {self.named: self.team}))
        swap = {self.named: self.team}
        renamed = {each.subject: _between_others(each, swap).subject for each in organization.escalations}
        after = names.with_subjects_renamed(after, renamed)
        left = {each.subject for each in after.organization.escalations}
        return names.without_subjects(after, frozenset(renamed.values()) - left)


def _without_owner(assessment: Assessment, team: TeamId) -> Assessment:
    ratings = names.mapped(
        assessment.ratings, lambda pair: (pair[0], changed(pair[1], owner=None)) if pair[1].owner == team else pair
    )
    return changed(assessment, ratings=ratings)


def _mapped(organization: Organization, swap: Mapping[TeamId, TeamId]) -> Organization:
    def team(named: TeamId) -> TeamId:
        return swap.get(named, named)

    return organization.copy_with(
        teams=names.mapped(organization.teams, lambda other: _with_links(organization, other, swap)),
        services=names.mapped(
            organization.services,
            lambda service: changed(service, team=team(service.team)) if service.team else service,
        ),
        responsibilities=names.mapped(organization.responsibilities, lambda row: _with_letters(row, swap)),
        rotations=names.mapped(organization.rotations, lambda rotation: changed(rotation, team=team(rotation.team))),
        escalations=_without_repeats(
            names.kept(
                names.mapped(organization.escalations, lambda each: _between_others(each, swap)),
                lambda after: after.source != after.target,
            )
        ),
    )


def _between_others(escalation: Escalation, swap: Mapping[TeamId, TeamId]) -> Escalation:
    source, target = escalation.source, escalation.target
    return changed(escalation, source=swap.get(source, source), target=swap.get(target, target))


def _with_links(organization: Organization, other: Team, swap: Mapping[TeamId, TeamId]) -> Team:
    parent = swap.get(other.parent, other.parent) if other.parent else None
    if parent is not other.parent and _stands_below(organization, parent, other.id):
        parent = None
    supports = tuple(dict.fromkeys(swap.get(served, served) for served in other.supports))
    supports = tuple(served for served in supports if served != other.id)
    return changed(other, parent=parent, supports=other.supports if supports == other.supports else supports)


def _stands_below(organization: Organization, team: TeamId | None, above: TeamId) -> bool:
    try:
        names.check_parents(organization, above, team)
    except CommandRefused:
        return True
    return False


def _with_letters(row: Responsibility, swap: Mapping[TeamId, TeamId]) -> Responsibility:
    if not any(named in row.raci for named in swap):
        return row
    letters: dict[TeamId, Letters] = {}
    for named, cell in row.raci.items():
        team = swap.get(named, named)
        letters[team] = letters_from(letters.get(team, "") + cell) or cell
    return changed(row, raci=Raci(letters))


def _without_repeats(escalations: tuple[Escalation, ...]) -> tuple[Escalation, ...]:
    """Two that became alike are one."""
    single = tuple(dict.fromkeys(escalations))
    return escalations if len(single) == len(escalations) else single
