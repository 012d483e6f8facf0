"""What a finding points at, in the terms of the lenses: rows, teams, and escalations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from orgmodel.findings import Finding
from orgmodel.model import (
    ALERT,
    Organization,
    Responsibility,
    RowId,
    ServiceId,
    Subject,
    TeamId,
    subject,
    subject_parts,
)
from orgmodel.model.value import value
from orgmodel.verdicts import owners_of

Ends = tuple[TeamId, TeamId]
"""The source and the target of an escalation; the source may be `ALERT`."""


@value
class Highlight:
    """What stands out while somebody looks at a finding; an escalation may be one that is missing."""

    rows: frozenset[RowId] = frozenset()
    teams: frozenset[TeamId] = frozenset()
    escalations: frozenset[Ends] = frozenset()

    @property
    def ends(self) -> frozenset[TeamId]:
        """The teams that the escalations join, `ALERT` among them."""
        return frozenset(end for ends in self.escalations for end in ends)


NO_HIGHLIGHT: Final = Highlight()


class Concerns:
    """Which teams and services a thing of one organisation concerns."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization

    def teams(self, named: Subject) -> tuple[TeamId, ...]:
        """A row concerns the teams that answer for it or do it, a person or a rotation its team, a service its own."""
        kind, identifier = subject_parts(named)
        match kind:
            case "team":
                found: tuple[TeamId | None, ...] = (TeamId(identifier),)
            case "responsibility":
                found = self._teams_of_row(self._organization.row_by_id.get(RowId(identifier)))
            case "escalation":
                found = tuple(TeamId(end) for end in identifier.split("->") if end != ALERT)
            case "person":
                found = (TeamId(identifier.partition("/")[0]),)
            case "rotation":
                found = (self._team_of_rotation.get(identifier),)
            case "service":
                service = self._organization.service_by_id.get(ServiceId(identifier))
                found = (service.team if service else None,)
            case _:
                found = ()
        return tuple(team for team in found if team)

    def services(self, named: Subject) -> tuple[ServiceId, ...]:
        """A row concerns its service, a team those that are its own; whatever else, those of its teams."""
        kind, identifier = subject_parts(named)
        if kind == "service":
            return (ServiceId(identifier),)
        if kind == "responsibility":
            row = self._organization.row_by_id.get(RowId(identifier))
            return (row.service,) if row and row.service else ()
        return tuple(dict.fromkeys(each for team in self.teams(named) for each in self._services_of.get(team, ())))

    def _teams_of_row(self, row: Responsibility | None) -> tuple[TeamId, ...]:
        return (owners_of(self._organization, row) or row.raci.accountable or row.raci.doers) if row else ()

    @cached_property
    def _team_of_rotation(self) -> dict[str, TeamId]:
        return {rotation.id: rotation.team for rotation in self._organization.rotations}

    @cached_property
    def _services_of(self) -> dict[TeamId, list[ServiceId]]:
        found: dict[TeamId, list[ServiceId]] = {}
        for service in self._organization.services:
            if service.team:
                found.setdefault(service.team, []).append(service.id)
        return found


def highlight_of(organization: Organization, finding: Finding | None) -> Highlight:
    """The evidence of a finding and what it is about; nothing where there is no finding."""
    if finding is None:
        return NO_HIGHLIGHT
    concerns, evidence = Concerns(organization), finding.evidence
    things = dict.fromkeys((*finding.subjects, *evidence.things))
    rows = {RowId(name) for kind, name in map(subject_parts, things) if kind == "responsibility"}
    teams = {team for thing in things if not thing.startswith("responsibility:") for team in concerns.teams(thing)}
    if not rows and not teams:
        rows = set(_rows_of_services(organization, things))
    escalations = {(_end(source), _end(target)) for source, target in evidence.ways}
    escalations |= {ends for thing in things if (ends := _ends(thing))}
    return Highlight(frozenset(rows), frozenset(teams), frozenset(escalations))


def places_of(organization: Organization, finding: Finding) -> Iterator[Subject]:
    """Where to look for a finding, the most concerned first: a lens has no place for everything."""
    yield from finding.subjects
    concerns = Concerns(organization)
    for named in finding.subjects:
        yield from (subject("team", team) for team in concerns.teams(named))
        yield from (subject("service", service) for service in concerns.services(named))
    yield from finding.evidence.things


def _rows_of_services(organization: Organization, things: dict[Subject, None]) -> Iterator[RowId]:
    services = {name for kind, name in map(subject_parts, things) if kind == "service"}
    return (row.id for row in organization.responsibilities if row.service in services)


def _ends(named: Subject) -> Ends | None:
    kind, identifier = subject_parts(named)
    source, arrow, target = identifier.partition("->")
    return (TeamId(source), TeamId(target)) if kind == "escalation" and arrow else None


def _end(named: Subject) -> TeamId:
    """The team at one end of an escalation; the alert may be named as a team."""
    kind, identifier = subject_parts(named)
    return TeamId(identifier or kind)
