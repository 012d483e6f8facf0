"""GAP009: services that are no team's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from orgmodel.commands import ChangeField
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import Service, TeamId, subject
from orgmodel.rules.gaps.absent import everywhere, why_absent
from orgmodel.rules.rule import Observation, found, rule
from orgmodel.rules.sources import FULL_SERVICE_OWNERSHIP

_OF_ALL: Final = frozenset({"governance", "frontline"})


@rule("GAP009", "service-without-team", "error", FULL_SERVICE_OWNERSHIP)
def service_without_team(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        A service names no team, or one that is not there: no team has that id, or it is archived or without people.

    Why it hurts
        Nobody decides what the service is for, nobody is asked when others want to change it, and a page that only a
        change of the code can end finds no one. The source wants a service wholly owned by the team that supports it.

    An example that fails
        teams:
          - {id: checkout, name: Checkout Team, kind: application}
        services:
          - {id: checkout-api, name: Checkout API}

    An example that passes
        teams:
          - {id: checkout, name: Checkout Team, kind: application}
        services:
          - {id: checkout-api, name: Checkout API, team: checkout}

    How to put it right
        Name the team that builds it. Where a team was renamed or dissolved, put the one that was meant in its place.

    Limits
        One team is named for a service; that several share it cannot be said here, only on its rows. Whether the team
        has any of the rows is not looked at.
    """
    organization = graph.organization
    for service in organization.services:
        if service.team is None:
            yield found(
                service.subject,
                message=f"Nobody is named for {service.name}: the service has no team.",
                alike="have no team",
                advice="Name the team that builds it.",
                fixes=partial(_name_a_team, service=service),
            )
        elif service.team not in organization.teams_there:
            yield found(
                service.subject,
                subject("team", service.team),
                message=f"{service.name} names {why_absent(graph, (service.team,))}.",
                alike="name a team that is not there",
                advice="Name the team that builds it now.",
                fixes=partial(_name_a_team, service=service),
            )


def _name_a_team(graph: OrgGraph, service: Service) -> Iterator[Fix]:
    if service.team is not None:
        yield from everywhere(graph, service.team)
    for team in _likely(graph, service):
        yield Fix(f"Name {graph.name(team)} for it", ChangeField(service.subject, "team", team))


def _likely(graph: OrgGraph, service: Service) -> tuple[TeamId, ...]:
    """The teams that own rows of the service, those that build first; where none does, few that build at all.

    Neither governance nor frontline, which have rows of every service.
    """
    rows: dict[TeamId, int] = {}
    for (of, _), places in graph.in_place.items():
        if of == service.id:
            for row in graph.rows_at(places):
                for team in row.owners:
                    rows[team] = rows.get(team, 0) + 1
    held = {team: number for team, number in rows.items() if graph.present[team].kind not in _OF_ALL}
    if held:
        return tuple(
            sorted(held, key=lambda team: (graph.present[team].kind != "application", -held[team], graph.by_name(team)))
        )
    there = graph.organization.teams_there
    building = [team.id for team in graph.present.values() if team.kind == "application" and team.id in there]
    return tuple(sorted(building, key=graph.by_name)) if len(building) <= 2 else ()
