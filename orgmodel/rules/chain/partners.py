"""ESC009: SRE teams that cannot call the developers of what they work on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import Final

from orgmodel.commands import AddEscalation, Command
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import Chain, OrgGraph
from orgmodel.model import ORGANIZATION, SRE_KINDS, Escalation, Service, ServiceId, TeamId, subject
from orgmodel.rules.fixes import as_one
from orgmodel.rules.rule import Observation, figures, found, not_assessed, service_rule
from orgmodel.rules.sources import SRE_BOOK_ON_CALL
from orgmodel.sentences import listed

_THEIRS: Final = ("application", "application-sre")
"""The kinds of layers in which SRE and developers work on the same thing: the application and its environment."""


def _no_chain(graph: OrgGraph) -> Iterator[Observation]:
    if not graph.escalations:
        yield not_assessed(ORGANIZATION, "escalations")


@service_rule("ESC009", "sre-cannot-reach-developers", "warning", SRE_BOOK_ON_CALL, also=_no_chain)
def sre_cannot_reach_developers(graph: OrgGraph, services: Iterable[Service]) -> Iterator[Observation]:
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
        return
    layers = [layer.id for layer in graph.organization.layers if layer.kind in _THEIRS]
    for service in services:
        work = {
            (graph.chain_for(layer, service.id), team): None
            for layer in layers
            for row in graph.rows_at(graph.in_place.get((service.id, layer), ()))
            for team in row.doers
            if graph.present[team].kind in SRE_KINDS
        }
        yield from _judged(graph, service, work)


def _judged(graph: OrgGraph, service: Service, work: Collection[tuple[Chain, TeamId]]) -> Iterator[Observation]:
    if not work:
        return
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
    in_part = any(team in cut_off and developers.id in chain.onward(team) for chain, team in work)
    from_whom = "it" if len(teams) == 1 else "them"
    yield found(
        service.subject,
        *(subject("team", team) for team in teams),
        developers.subject,
        message=f"{names} {'works' if len(teams) == 1 else 'work'} on {service.name} and cannot call its developers: "
        f"for {'some of ' if in_part else ''}that work no escalation leads from {from_whom} to {developers.name}.",
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
        added = [Escalation(team, developers, when=when, services=services) for team in teams]
        commands: list[Command] = [AddEscalation(each) for each in added]
        scope = "" if services else ", for every service"
        yield as_one(f"Add escalation {names} → {graph.name(developers)}{scope}", commands)
