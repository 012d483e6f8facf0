"""Things in a person's words."""

from __future__ import annotations

from orgmodel.model.identifiers import ALERT, AreaId, LayerId, RowId, ServiceId, Subject, TeamId, subject_parts
from orgmodel.model.organization import Organization


def name_of(organization: Organization, subject: Subject) -> str:
    """What people call a thing: the name of a team or row, `Frontline Support → Web Application SRE` for a way.

    The id where there is no such thing, or it has no name.
    """
    kind, identifier = subject_parts(subject)
    if kind == "escalation":
        source, _, target = identifier.partition("->")
        return f"{_team(organization, source)} → {_team(organization, target)}"
    if kind == "organization":
        return organization.name
    if kind == "team":
        return _team(organization, identifier)
    if kind == "person":
        return _person(organization, identifier)
    found = (
        organization.row_by_id.get(RowId(identifier))
        if kind == "responsibility"
        else organization.service_by_id.get(ServiceId(identifier))
        if kind == "service"
        else organization.layer_by_id.get(LayerId(identifier))
        if kind == "layer"
        else organization.area_by_id.get(AreaId(identifier))
        if kind == "area"
        else None
    )
    return found.name if found else identifier


def _team(organization: Organization, identifier: str) -> str:
    return "Alert" if identifier == ALERT else organization.team_name(TeamId(identifier))


def _person(organization: Organization, identifier: str) -> str:
    team_id, _, member_id = identifier.partition("/")
    team = organization.team_by_id.get(TeamId(team_id))
    members = team.members if team else ()
    return next((member.name for member in members if member.id == member_id), member_id)
