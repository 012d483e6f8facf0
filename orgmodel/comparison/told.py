"""What a thing is that was added or is gone, in a few words beside its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from orgmodel.comparison.values_said import layer_name, length_said, service_name
from orgmodel.model import KIND_NAMES, Organization
from orgmodel.sentences import day, headcount, listed


def told(kind: str, thing: Any, organization: Organization) -> str:
    """`Governance, 1 person`; nothing where the name says it all."""
    tell = _TOLD.get(kind)
    return tell(thing, organization) if tell else ""


def _of_row(row: Any, organization: Organization) -> str:
    letters = [f"{organization.team_name(team)} {cell}" for team, cell in row.raci.items() if cell != "I"]
    return listed(letters, most=4) or "nobody"


def _of_team(team: Any, _: Organization) -> str:
    return f"{KIND_NAMES[team.kind]}, {headcount(team.people)}"


def _of_service(service: Any, organization: Organization) -> str:
    return f"of {organization.team_name(service.team)}" if service.team else ""


def _of_rotation(rotation: Any, _: Organization) -> str:
    hours = rotation.coverage.said if rotation.coverage else "hours unknown"
    return f"{hours}, level {rotation.level}"


def _of_escalation(escalation: Any, organization: Organization) -> str:
    parts = [length_said(str(escalation.after)) or "" if escalation.after else "after an unknown time"]
    parts += [escalation.kind] if escalation.kind != "functional" else []
    parts += [escalation.when] if escalation.when else []
    parts += [listed([layer_name(each, organization) for each in escalation.layers])] if escalation.layers else []
    parts += [listed([service_name(each, organization) for each in escalation.services])] if escalation.services else []
    return ", ".join(parts)


def _of_decision(decision: Any, _: Organization) -> str:
    return f"{decision.kind}, {day(decision.on)}"


def _of_waiver(waiver: Any, _: Organization) -> str:
    by = f" by {waiver.by}" if waiver.by else ""
    return f"until {day(waiver.until)}{by}: {waiver.reason}"


_TOLD: Final[Mapping[str, Callable[[Any, Organization], str]]] = {
    "responsibility": _of_row,
    "team": _of_team,
    "service": _of_service,
    "rotation": _of_rotation,
    "escalation": _of_escalation,
    "decision": _of_decision,
    "waiver": _of_waiver,
}
