"""ESC008: rotations and teams that no page comes to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from orgmodel.commands import AddEscalation, RemoveRotation
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import ALERT, ORGANIZATION, Escalation, RotationId, TeamId, subject
from orgmodel.rules.chain.missing_ways import last_before
from orgmodel.rules.rule import Observation, found, not_assessed, rule
from orgmodel.rules.sources import ESCALATION_POLICIES


@rule("ESC008", "never-used", "warning", ESCALATION_POLICIES)
def never_used(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        People take turns in this rotation, and no escalation leads to their team; or this team hands pages on, or is
        handed some, and no way leads to it from the alert.

    Why it hurts
        They are on call and are never called, and those who count on them find out during the incident.

    An example that fails
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        rotations:
          - {id: infra-primary, team: infra-sre}
        escalations:
          - {from: alert, to: frontline}

    An example that passes
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        rotations:
          - {id: infra-primary, team: infra-sre}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: infra-sre, after: 15m}

    How to put it right
        Add the escalation that leads there, or let the people have their evenings back.

    Limits
        Only escalations that carry a page count, for whatever rows; that some row's page gets there is not asked. A
        team with such a rotation is said by its rotation alone. Not assessed where the file has no escalation at all.
    """
    if not graph.escalations:
        yield not_assessed(ORGANIZATION, "escalations")
        return
    escalations, there = graph.whole_chain.escalations, graph.organization.teams_there
    led_to = {target for targets in escalations.values() for target in targets}
    for rotation in graph.organization.rotations:
        if rotation.team in there and rotation.team not in led_to:
            name = graph.name(rotation.team)
            yield found(
                rotation.subject,
                subject("team", rotation.team),
                message=f"No escalation leads to {name}, so the rotation “{rotation.id}” is never called.",
                alike="are never called",
                advice=f"Add the escalation that leads to {name}, or end the rotation.",
                evidence=partial(_missing_way, team=rotation.team),
                fixes=partial(_lead_there, team=rotation.team, rotation=rotation.id),
            )
    for team in sorted(({*escalations, *led_to} & there) - graph.whole_chain.reach.keys()):
        if team in led_to or team not in graph.rotations_of:
            yield found(
                subject("team", team),
                message=f"{graph.name(team)} is in the chain, and no page gets there from the alert.",
                alike="are in the chain and no page gets there",
                advice=f"Add the escalation that leads to {graph.name(team)}, or take it out of the chain.",
                evidence=partial(_missing_way, team=team),
                fixes=partial(_lead_there, team=team),
            )


def _missing_way(graph: OrgGraph, team: TeamId) -> Evidence:
    last = last_before(graph, graph.whole_chain, team)
    things = (subject("team", team),) if last == ALERT else (subject("team", team), subject("team", last))
    return Evidence(things, ((subject("team", last), subject("team", team)),))


def _lead_there(graph: OrgGraph, team: TeamId, rotation: RotationId | None = None) -> Iterator[Fix]:
    last = last_before(graph, graph.whole_chain, team)
    name = f"{graph.name(last)} → {graph.name(team)}"
    yield Fix(f"Add escalation {name}", AddEscalation(Escalation(last, team)))
    if rotation:
        yield Fix(f"End the rotation “{rotation}”", RemoveRotation(rotation))
