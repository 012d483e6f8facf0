"""What the Inspector tells of a thing beside its fields: its heading, its letters, its way in and out; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from orgmodel import model
from orgmodel.commands import ChangeEscalation, ChangeField, Command
from orgmodel.findings import Finding, Report
from orgmodel.model import (
    ALERT,
    KIND_NAMES,
    ORGANIZATION,
    PHRASES,
    Escalation,
    Letters,
    Organization,
    Responsibility,
    Subject,
    Team,
    TeamId,
    TeamKind,
    subject_parts,
)
from orgmodel.model.value import changed
from ui.accepted import accepted

_WITH_FIELDS: Final = frozenset({"organization", "team", "responsibility", "service", "escalation"})


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team beside what it has to do with the thing: a letter and its phrase, or minutes and a condition."""

    subject: Subject
    name: str
    kind: TeamKind
    says: str
    letters: Letters | None = None


def find(organization: Organization, named: Subject) -> Any:
    """The thing that a subject names, of several ways between two teams the first.

    None where there is none or the Inspector has no fields for it.
    """
    return model.find(organization, named) if subject_parts(named)[0] in _WITH_FIELDS else None


def find_all(organization: Organization, named: Subject) -> tuple[Any, ...]:
    """The thing that a subject names, or every way between its two teams."""
    if subject_parts(named)[0] == "escalation":
        return _ways(organization, named)
    thing = find(organization, named)
    return () if thing is None else (thing,)


def edit(named: Subject, thing: Any, field: str, given: Any) -> Command:
    """The command that gives a field of a thing a value."""
    if isinstance(thing, Escalation):
        return ChangeEscalation(thing, changed(thing, **{field: given}))
    return ChangeField(named, field, given)


def place_of(organization: Organization, thing: Any) -> str:
    """The line under the heading: `Application layer, Ruby Web Application`."""
    if isinstance(thing, Responsibility):
        layer = organization.layer_by_id.get(thing.layer) if thing.layer else None
        service = organization.service_by_id.get(thing.service) if thing.service else None
        parts = (f"{layer.title} layer" if layer else "No layer", service.name if service else "the whole organisation")
        return ", ".join(parts)
    if isinstance(thing, Team):
        return ", ".join(part for part in (thing.lead, thing.contact) if part) or KIND_NAMES[thing.kind]
    if isinstance(thing, Escalation):
        return "Some pages" if thing.is_conditional else "Every page"
    return ""


def letters_of(organization: Organization, row: Responsibility) -> tuple[TeamLine, ...]:
    """The teams that have a letter on a row, in the order of the columns; missing teams last, by their ids."""
    order = {team.id: place for place, team in enumerate(organization.teams)}
    cells = sorted(row.raci.items(), key=lambda cell: order.get(cell[0], len(order)))
    return tuple(_line(organization, team, PHRASES[letters], letters) for team, letters in cells)


def ways_in(organization: Organization, team: Team) -> tuple[TeamLine, ...]:
    return tuple(_way(organization, way, way.source) for way in organization.escalations if way.target == team.id)


def ways_out(organization: Organization, team: Team) -> tuple[TeamLine, ...]:
    return tuple(_way(organization, way, way.target) for way in organization.escalations if way.source == team.id)


def on_call(organization: Organization, team: Team) -> str:
    """When the team is on call; `unknown` where it has no rotation."""
    rotations = organization.rotations_of.get(team.id, ())
    covers = dict.fromkeys(str(rotation.coverage) for rotation in rotations if rotation.coverage)
    return ", ".join(covers) or "unknown"


def sentences_of(report: Report | None, named: Subject) -> tuple[tuple[str, str], ...]:
    """Mark and sentence of each finding that concerns a thing first, the worst first; last those that were accepted."""
    if report is None:
        return ()
    open_ones = ((finding.severity, finding.message) for finding in _first_about(named, report.findings))
    waived = (("waived", f"{finding.message} {accepted(finding)}") for finding in _first_about(named, report.waived))
    return (*open_ones, *waived)


def _first_about(named: Subject, findings: Iterable[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.subjects[:1] == (named,))


def _way(organization: Organization, way: Escalation, other: TeamId) -> TeamLine:
    after = "at once" if way.source == ALERT else f"{way.after.minutes:g} min" if way.after else "minutes unknown"
    return _line(organization, other, f"{after}, on condition" if way.is_conditional else after, None)


def _ways(organization: Organization, named: Subject) -> tuple[Escalation, ...]:
    return tuple(way for way in organization.escalations if way.subject == named)


def _line(organization: Organization, team_id: TeamId, says: str, letters: Letters | None) -> TeamLine:
    if team_id == ALERT:
        return TeamLine(ORGANIZATION, organization.team_name(ALERT), "other", says)
    team = organization.team_by_id.get(team_id)
    if team is None:
        return TeamLine(Subject(f"team:{team_id}"), f"{team_id} (missing)", "other", says, letters)
    return TeamLine(team.subject, team.name, team.kind, says, letters)
