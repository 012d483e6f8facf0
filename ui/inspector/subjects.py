"""What the Inspector tells of a thing beside its fields: heading, letters, what comes in and goes out; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from orgmodel.document import Document
from orgmodel.findings import Finding, Report
from orgmodel.model import (
    ALERT,
    KIND_NAMES,
    ORGANIZATION,
    PHRASES,
    Area,
    Assessment,
    Escalation,
    Layer,
    Letters,
    Member,
    Organization,
    Responsibility,
    Rotation,
    Subject,
    Team,
    TeamId,
    TeamKind,
)
from orgmodel.sentences import counted
from ui.accepted import accepted
from ui.things import name_of, person_parts
from ui.written_hours import coverage_text


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team beside what it has to do with the thing: a letter and its phrase, or minutes and a condition."""

    subject: Subject
    name: str
    kind: TeamKind
    says: str
    letters: Letters | None = None


def title_of(document: Document, named: Subject, thing: Any) -> str:
    """The heading: the name of the thing, `Alert → Frontline Support` of an escalation."""
    if isinstance(thing, Escalation):
        names = (document.organization.team_name(thing.source), document.organization.team_name(thing.target))
        return f"{names[0]} → {names[1]}"
    return name_of(document, named)


def place_of(organization: Organization, thing: Any, named: Subject) -> str:
    """The line under the heading: `Application layer, Ruby Web Application`; nothing where there is none."""
    say = _PLACES.get(type(thing))
    return say(organization, thing, named) if say else ""


def _row_place(organization: Organization, row: Responsibility, _named: Subject) -> str:
    layer = organization.layer_by_id.get(row.layer) if row.layer else None
    service = organization.service_by_id.get(row.service) if row.service else None
    parts = (f"{layer.title} layer" if layer else "No layer", service.name if service else "the whole organisation")
    return ", ".join(parts)


def _team_place(_organization: Organization, team: Team, _named: Subject) -> str:
    return ", ".join(part for part in (team.lead, team.contact) if part) or KIND_NAMES[team.kind]


def _rotation_place(_organization: Organization, rotation: Rotation, _named: Subject) -> str:
    hours = coverage_text(rotation.coverage) if rotation.coverage else "hours unknown"
    return f"{rotation.id}: {hours}"


def _stack_place(organization: Organization, thing: Layer | Area, _named: Subject) -> str:
    field = "layer" if isinstance(thing, Layer) else "area"
    return counted(sum(getattr(row, field) == thing.id for row in organization.responsibilities), "row")


_PLACES: Final[Mapping[type, Callable[[Organization, Any, Subject], str]]] = {
    Responsibility: _row_place,
    Team: _team_place,
    Rotation: _rotation_place,
    Layer: _stack_place,
    Area: _stack_place,
    Escalation: lambda _organization, escalation, _named: "Some pages" if escalation.is_conditional else "Every page",
    Member: lambda organization, _member, named: organization.team_name(person_parts(named)[0]),
    Assessment: lambda _organization, assessment, _named: f"{len(assessment.ratings)} rated",
    Organization: lambda organization, _, _named: (
        f"{counted(len(organization.teams), 'team')}, {counted(len(organization.responsibilities), 'row')}"
    ),
}


def several_names(document: Document, named: Sequence[Subject]) -> str:
    """`Database, Rails, Web Servers and 3 more`."""
    names = [name_of(document, each) for each in named[:3]]
    return ", ".join(names) + (f" and {len(named) - 3:,} more" if len(named) > 3 else "")


def letters_of(organization: Organization, row: Responsibility) -> tuple[TeamLine, ...]:
    """The teams that have a letter on a row, in the order of the columns; missing teams last, by their ids."""
    order = {team.id: place for place, team in enumerate(organization.teams)}
    cells = sorted(row.raci.items(), key=lambda cell: order.get(cell[0], len(order)))
    return tuple(_line(organization, team, PHRASES[letters], letters) for team, letters in cells)


def sentences_of(report: Report | None, named: Subject) -> tuple[tuple[str, str], ...]:
    """Mark and sentence of each finding that concerns a thing first, the worst first; last those that were accepted."""
    if report is None:
        return ()
    open_ones = ((finding.severity, finding.message) for finding in _first_about(named, report.findings))
    waived = (("waived", f"{finding.message} {accepted(finding)}") for finding in _first_about(named, report.waived))
    return (*open_ones, *waived)


def _first_about(named: Subject, findings: Iterable[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.subjects[:1] == (named,))


def _line(organization: Organization, team_id: TeamId, says: str, letters: Letters | None) -> TeamLine:
    if team_id == ALERT:
        return TeamLine(ORGANIZATION, organization.team_name(ALERT), "other", says)
    team = organization.team_by_id.get(team_id)
    if team is None:
        return TeamLine(Subject(f"team:{team_id}"), f"{team_id} (missing)", "other", says, letters)
    return TeamLine(team.subject, team.name, team.kind, says, letters)
