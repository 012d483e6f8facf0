"""What there is to go to in an organisation, and to do in the window, as lines of the palette."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from orgmodel.document import Document
from orgmodel.findings import Finding
from orgmodel.model import ALERT, Organization, Subject, TeamKind, kind_word, subject
from ui import things

Target = str | Subject | Finding
"""The id of an action, a thing of the model, or a finding."""


class Entry(NamedTuple):
    """One line: what it is called, where it stands (`Checkout API, Database`), the word for what it is, and its keys.

    `icon` names a picture; a team has its `kind` for that, and a finding the shape of its severity. `key` is what is
    searched: name and place, case folded.
    """

    name: str
    place: str
    word: str
    target: Target
    key: str
    icon: str = ""
    kind: TeamKind | None = None
    shortcut: str = ""


_ICONS: Final = {
    "responsibility": "table-2",
    "service": "network",
    "layer": "layout-grid",
    "area": "list-filter",
    "rotation": "calendar-clock",
    "escalation": "waypoints",
    "assessment": "gauge",
    "questionnaire": "library",
    "person": "user-round",
    "decision": "message-square-text",
    "view": "monitor-play",
}
_WORDS: Final = {"view": "step"}


def entries_of(organization: Organization) -> tuple[Entry, ...]:
    """Teams and their people, services, rows, layers, areas, rotations, escalations and reviews, as the file has them.

    Tuples and plain loops: there may be 20,000 rows.
    """
    return tuple(_entries(organization))


def entries_beside(document: Document) -> tuple[Entry, ...]:
    """What a file holds beside the organisation: what was said, and the steps of the presentation."""
    decisions = (
        _entry(subject("decision", str(number)), each.text, each.on.isoformat()[:10])
        for number, each in enumerate(document.decisions, 1)
    )
    views = (_entry(subject("view", str(number)), each.name) for number, each in enumerate(document.views, 1))
    return (*decisions, *views)


def finding_entries(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    return tuple(
        Entry(each.message, each.code, each.severity, each, f"{each.message} {each.code} {each.name}".casefold())
        for each in findings
    )


def action_entry(action: str, name: str, place: str, icon: str, shortcut: str) -> Entry:
    return Entry(name, place, "action", action, f"{name} {place}".casefold(), icon, None, shortcut)


def _entries(organization: Organization) -> Iterator[Entry]:
    for team in organization.teams:
        place = "archived" if team.status == "archived" else ""
        yield _entry(team.subject, team.name, place, f"{team.lead or ''} {team.contact or ''}", team.kind)
    for service in organization.services:
        yield _entry(service.subject, service.name, organization.team_name(service.team) if service.team else "")
    services = {service.id: service.name for service in organization.services}
    layers = {layer.id: layer.name for layer in organization.layers}
    for row in organization.responsibilities:
        held = (services.get(row.service, "") if row.service else "", layers.get(row.layer, "") if row.layer else "")
        yield _entry(row.subject, row.name, ", ".join(filter(None, held)))
    yield from (_entry(layer.subject, layer.name) for layer in organization.layers)
    yield from (_entry(area.subject, area.name) for area in organization.areas)
    for rotation in organization.rotations:
        yield _entry(rotation.subject, rotation.id, organization.team_name(rotation.team))
    for escalation in organization.escalations:
        source = "Alert" if escalation.source == ALERT else organization.team_name(escalation.source)
        name = f"{source} → {organization.team_name(escalation.target)}"
        yield _entry(escalation.subject, name, escalation.when or "")
    for team in organization.teams:
        for person in team.members:
            yield _entry(subject("person", f"{team.id}/{person.id}"), person.name, team.name, person.role or "")
    for assessment in organization.assessments:
        name = things.questionnaire_name(organization, assessment.questionnaire)
        yield _entry(assessment.subject, name, assessment.date.isoformat())
    for questionnaire in organization.questionnaires:
        yield _entry(subject("questionnaire", questionnaire.id), questionnaire.name)


def _entry(named: Subject, name: str, place: str = "", more: str = "", kind: TeamKind | None = None) -> Entry:
    of = named.partition(":")[0]
    icon, word = _ICONS.get(of, ""), _WORDS.get(of) or kind_word(named)
    return Entry(name, place, word, named, f"{name} {place} {more}".casefold(), icon, kind)
