"""ESC009: SRE teams that cannot call the developers of what they work on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from orgmodel.commands import AddEscalation, Command
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import Chain, OrgGraph
from orgmodel.model import ORGANIZATION, Escalation, Service, ServiceId, TeamId, subject
from orgmodel.rules.fixes import as_one
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import SRE_BOOK_ON_CALL
from orgmodel.sentences import listed

_SRE: Final = ("application-sre", "infrastructure-sre")
_THEIRS: Final = ("application", "application-sre")
"""The kinds of layers in which SRE and developers work on the same thing: the application and its environment."""


@rule("ESC009", "sre-cannot-reach-developers", "warning", SRE_BOOK_ON_CALL, reads=("done_in_place",))
def sre_cannot_reach_developers(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        An SRE team does work on the application or the environment of this service, and no escalation leads from it to
        the team that develops the service.

    Why it hurts
        When the fix is in the code, the SRE team is alone with it. The source wants it to be always possible to
        escalate to the partner teams.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: ruby-web, name: Ruby Web, kind: application}
        services:
          - {id: shop, name: Shop, team: ruby-web}
        responsibilities:
          - {id: database, name: Database, service: shop, layer: environment, raci: {web-sre: AR}}
        escalations:
          - {from: alert, to: web-sre}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: ruby-web, name: Ruby Web, kind: application}
        services:
          - {id: shop, name: Shop, team: ruby-web}
        responsibilities:
          - {id: database, name: Database, service: shop, layer: environment, raci: {web-sre: AR}}
        escalations:
          - {from: alert, to: web-sre}
          - {from: web-sre, to: ruby-web, after: 30m, when: the fix is in the code}

    How to put it right
        Add an escalation from the SRE team to the developers, with its condition, and put somebody of them on call.

    Limits
        The way may lead over other teams, and has to carry pages of the row in question. Rows without a layer are left
        out, and so are services of a team of another kind. Whether somebody of the developers is on call is not asked.
        Not assessed where the kind of the service's team is unknown, where the service names no team, and where the
        file has no escalation at all.
    """
    if not graph.escalations:
        yield not_assessed(ORGANIZATION, "escalations")
        return
    kinds = {layer.id: layer.kind for layer in graph.organization.layers}
    work: dict[ServiceId, dict[tuple[Chain, TeamId], None]] = {}
    for of_service, layer, teams in graph.done_in_place:
        if of_service is None or layer is None or kinds.get(layer) not in _THEIRS:
            continue
        for team in teams:
            if graph.present[team].kind in _SRE:
                work.setdefault(of_service, {})[graph.chain_for(layer, of_service), team] = None
    for service in graph.organization.services:
        if service.id in work:
            yield from _judged(graph, service, work[service.id])


def _judged(graph: OrgGraph, service: Service, work: Iterable[tuple[Chain, TeamId]]) -> Iterator[Observation]:
    if service.team is None:
        yield not_assessed(service.subject, "team")
        return
    developers = graph.present.get(service.team)
    if developers is None or developers.kind not in ("application", "other"):
        return
    cut_off = {team for chain, team in work if developers.id not in chain.onward(team)}
    if not cut_off:
        return
    if developers.kind == "other":
        yield not_assessed(service.subject, "kind", developers.subject)
        return
    teams = tuple(sorted(cut_off, key=graph.by_name))
    names = listed([graph.name(team) for team in teams], most=4)
    yield found(
        service.subject,
        *(subject("team", team) for team in teams),
        developers.subject,
        message=f"{names} {'works' if len(teams) == 1 else 'work'} on {service.name} and cannot call its developers: "
        f"no escalation leads to {developers.name}.",
        alike="have SRE teams that cannot call their developers",
        advice=f"Add an escalation from {names} to {developers.name}, for when the fix is in the code.",
        evidence=Evidence(
            (service.subject, *(subject("team", team) for team in teams), developers.subject),
            tuple((subject("team", team), developers.subject) for team in teams),
        ),
        numbers=figures(teams=len(teams)),
        fixes=partial(_call_them, service=service.id, teams=teams, developers=developers.id),
    )


def _call_them(graph: OrgGraph, service: ServiceId, teams: tuple[TeamId, ...], developers: TeamId) -> Iterator[Fix]:
    """For this service alone, or for all, from each of the teams."""
    when = "the fix is in the code"
    names = listed([graph.name(team) for team in teams], most=3)
    for services in ((service,), ()):
        ways = [Escalation(team, developers, when=when, services=services) for team in teams]
        commands: list[Command] = [AddEscalation(way) for way in ways]
        scope = "" if services else ", for every service"
        yield as_one(f"Add escalation {names} → {graph.name(developers)}{scope}", commands)
