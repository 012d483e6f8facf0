"""Things in a person's words, and the things themselves by their subjects."""

from __future__ import annotations

from typing import Any, Final

from orgmodel.model.identifiers import ORGANIZATION, Subject, TeamId, subject_parts
from orgmodel.model.organization import Organization

_INDEXES: Final = {
    "team": "team_by_id",
    "responsibility": "row_by_id",
    "service": "service_by_id",
    "layer": "layer_by_id",
    "area": "area_by_id",
}
KIND_WORDS: Final = {
    "organization": ("organisation", "organisations"),
    "team": ("team", "teams"),
    "person": ("person", "people"),
    "responsibility": ("row", "rows"),
    "service": ("service", "services"),
    "layer": ("layer", "layers"),
    "area": ("area", "areas"),
    "escalation": ("escalation", "escalations"),
    "rotation": ("rotation", "rotations"),
    "assessment": ("assessment", "assessments"),
    "questionnaire": ("questionnaire", "questionnaires"),
    "decision": ("decision", "decisions"),
    "view": ("view", "views"),
    "waiver": ("waiver", "waivers"),
}
"""What one thing of a kind and several of it are called."""


def find(organization: Organization, subject: Subject) -> Any:
    """The thing that a subject names, of several ways between two teams the first.

    None where there is none, and for people, who are in their teams.
    """
    kind, identifier = subject_parts(subject)
    if subject == ORGANIZATION:
        return organization
    if kind in _INDEXES:
        return getattr(organization, _INDEXES[kind]).get(identifier)
    if kind == "rotation":
        return next((rotation for rotation in organization.rotations if rotation.id == identifier), None)
    if kind == "escalation":
        return next((way for way in organization.escalations if way.subject == subject), None)
    return None


def kind_word(subject: Subject, number: int = 1) -> str:
    """What one thing, or so many, of that kind are called: `row`, `people`."""
    kind = subject_parts(subject)[0]
    one, several = KIND_WORDS.get(kind, (kind, f"{kind}s"))
    return one if number == 1 else several


def name_of(organization: Organization, subject: Subject) -> str:
    """What people call a thing: the name of a team or row, `Frontline Support → Web Application SRE` for a way.

    The id where there is no such thing, or it has no name.
    """
    kind, identifier = subject_parts(subject)
    if kind == "escalation":
        source, _, target = identifier.partition("->")
        return f"{organization.team_name(TeamId(source))} → {organization.team_name(TeamId(target))}"
    if kind == "team":
        return organization.team_name(TeamId(identifier))
    if kind == "person":
        return _person(organization, identifier)
    name: str = getattr(find(organization, subject), "name", identifier)
    return name


def name_key(name: str) -> str:
    """A person's name whatever its case and spaces: those whose keys are equal are taken for one."""
    return "".join(name.casefold().split())


def _person(organization: Organization, identifier: str) -> str:
    team_id, _, member_id = identifier.partition("/")
    team = organization.team_by_id.get(TeamId(team_id))
    return team.name_of(member_id) if team else member_id
