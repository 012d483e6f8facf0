"""OVR002: services whose layers are answered for by many teams."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations

from orgmodel.commands import AssignTeam, Command
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import LayerId, Letters, Service, ServiceId, TeamId, subject
from orgmodel.rules.fixes import as_one
from orgmodel.rules.rule import Found, Observation, figures, found, not_assessed, service_rule
from orgmodel.rules.sources import FULL_SERVICE_OWNERSHIP
from orgmodel.sentences import few, listed

Places = tuple[int, ...]
Spread = dict[LayerId | None, dict[TeamId, Places]]
"""Of one service: the teams that answer for rows of each layer, with the places of those rows."""


@service_rule("OVR002", "service-split-between-teams", "warning", FULL_SERVICE_OWNERSHIP)
def service_split_between_teams(graph: OrgGraph, services: Iterable[Service]) -> Iterator[Observation]:
    """What it means
        The rows of one layer of one service are answered for by three teams or more.

    Why it hurts
        Whatever is changed there, three teams have to agree, and none of them knows the whole. The source finds it
        better to split up such a service into separate services.

    An example that fails
        teams:
          - {id: a, name: Cart Team, kind: application}
          - {id: b, name: Payment Team, kind: application}
          - {id: c, name: Mail Team, kind: application}
        services:
          - {id: shop, name: Shop, team: a}
        responsibilities:
          - {id: cart, name: Cart, service: shop, layer: application, raci: {a: A}}
          - {id: payment, name: Payment, service: shop, layer: application, raci: {b: A}}
          - {id: mails, name: Mails, service: shop, layer: application, raci: {c: A}}

    An example that passes
        teams:
          - {id: a, name: Cart Team, kind: application}
          - {id: b, name: Payment Team, kind: application}
          - {id: c, name: Mail Team, kind: application}
        services:
          - {id: shop, name: Shop, team: a}
          - {id: post, name: Post, team: c}
        responsibilities:
          - {id: cart, name: Cart, service: shop, layer: application, raci: {a: A}}
          - {id: payment, name: Payment, service: shop, layer: application, raci: {b: A}}
          - {id: mails, name: Mails, service: post, layer: application, raci: {c: A}}

    How to put it right
        Make a service of what each team has; or let one team answer for the layer and the others do the work.

    Limits
        Counted are teams that answer (A), in one layer at a time: a service whose layers each have a team of their own
        is in order. Rows of the organisation as a whole are not looked at. The number is ours: settings.limits has
        service_owners (3). Not assessed where it hangs on rows that do not say their layer.
    """
    most = graph.organization.settings.limit("service_owners")
    for service in services:
        spread = _spread(graph, service)
        split = {layer: teams for layer, teams in spread.items() if layer is not None and len(teams) >= most}
        if split:
            yield _found(graph, service, split, most)
            continue
        vague = spread.get(None, {})
        if vague and any(len({*vague, *teams}) >= most for teams in spread.values()):
            lacking = sorted({place for places in vague.values() for place in places})
            yield not_assessed(service.subject, "layer", *(row.subject for row in graph.rows_at(lacking)))


def _spread(graph: OrgGraph, service: Service) -> Spread:
    spread: Spread = {}
    for layer in (*graph.organization.layer_by_id, None):
        answering: dict[TeamId, Places] = {}
        for place in graph.in_place.get((service.id, layer), ()):
            for team in graph.rows[place].accountable:
                answering[team] = (*answering.get(team, ()), place)
        if answering:
            spread[layer] = answering
    return spread


def _found(graph: OrgGraph, service: Service, split: Mapping[LayerId, Mapping[TeamId, Places]], most: float) -> Found:
    layers = [layer for layer in graph.organization.layers if layer.id in split]
    said = []
    for layer in layers:
        names = listed([graph.name(team) for team in sorted(split[layer.id], key=graph.by_name)], most=5)
        said.append(f"{few(len(split[layer.id]), 'team')} answer for parts of {layer.title}: {names}")
    teams = sorted({team for layer in layers for team in split[layer.id]}, key=graph.by_name)
    return found(
        service.subject,
        *(layer.subject for layer in layers),
        *(subject("team", team) for team in teams),
        message=f"In {service.name} {', and '.join(said)}.",
        alike="have a layer that many teams answer for",
        advice="Make a service of what each has, or let one answer for the layer and the others do the work.",
        evidence=partial(_shared, service=service.id, layers=tuple(layer.id for layer in layers), teams=tuple(teams)),
        numbers=figures(teams_that_answer=max(map(len, split.values())), too_many_from=most),
        fixes=partial(_let_one_answer, service=service.id, layers=tuple(layer.id for layer in layers)),
    )


def _shared(graph: OrgGraph, service: ServiceId, layers: tuple[LayerId, ...], teams: tuple[TeamId, ...]) -> Evidence:
    """The rows, and the teams joined by those that both do, answer for or are asked about, the most of them first.

    The weighted projection of teams and rows onto teams.
    """
    rows = [row for layer in layers for row in graph.rows_at(graph.in_place.get((service, layer), ()))]
    wanted = frozenset(teams)
    weights: dict[tuple[TeamId, TeamId], int] = {}
    for row in rows:
        near = [team for team, letters in row.row.raci.items() if letters != "I" and team in wanted]
        for pair in combinations(sorted(near, key=graph.by_name), 2):
            weights[pair] = weights.get(pair, 0) + 1
    joined = sorted(weights, key=lambda pair: (-weights[pair], *map(graph.by_name, pair)))
    return Evidence(
        things=(
            subject("service", service),
            *(subject("team", team) for team in teams),
            *sorted(row.subject for row in rows if wanted.intersection(row.accountable)),
        ),
        ways=tuple((subject("team", one), subject("team", other)) for one, other in joined),
    )


def _let_one_answer(graph: OrgGraph, service: ServiceId, layers: tuple[LayerId, ...]) -> Iterator[Fix]:
    """In each layer the team at home there answers, else the one with the most rows; whoever did so does the work."""
    commands: list[Command] = []
    keepers: list[TeamId] = []
    for layer in layers:
        rows = graph.rows_at(graph.in_place.get((service, layer), ()))
        held: dict[TeamId, int] = {}
        for row in rows:
            for team in row.accountable:
                held[team] = held.get(team, 0) + 1
        home = graph.organization.layer_by_id[layer].kind
        keeper = min(held, key=lambda team: (graph.present[team].kind != home, -held[team], graph.by_name(team)))
        keepers.append(keeper)
        for row in sorted(rows, key=lambda row: row.id):
            others = [team for team in row.accountable if team != keeper]
            if others:
                letters: Letters = "AR" if keeper in row.responsible else "A"
                commands += [AssignTeam(row.id, keeper, letters), *(AssignTeam(row.id, team, "R") for team in others)]
    each = [
        f"{graph.name(team)} answer for {graph.organization.layer_by_id[layer].title}"
        for team, layer in zip(keepers, layers, strict=True)
    ]
    yield as_one(f"Let {listed(each, most=4)}, and the others do the work", commands)
