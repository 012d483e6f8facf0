"""Where a page stops that should go on to a team: the escalations to widen, or the team from which one is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import inf

from orgmodel.commands import AddEscalation, ChangeEscalation, Command
from orgmodel.findings import Fix
from orgmodel.graph import Chain, OrgGraph, RowFacts
from orgmodel.model import ALERT, Escalation, Responsibility, TeamId, name_of, subject
from orgmodel.model.value import changed
from orgmodel.rules.chain.tiers import TIERS, tier_of
from orgmodel.rules.fixes import as_one, level_above
from orgmodel.sentences import listed


def reached_in_order(graph: OrgGraph, chain: Chain) -> tuple[TeamId, ...]:
    """The teams that a page gets to, those with the fewest steps from the alert first."""
    reach = chain.reach
    return tuple(
        sorted((team for team in reach if team != ALERT), key=lambda team: (reach[team], *graph.by_name(team)))
    )


def last_before(graph: OrgGraph, chain: Chain, owner: TeamId) -> TeamId:
    """From whom a page should get to an owner it does not reach: the team reached that stands nearest below it.

    For an owner without a tier it is the last one that the page gets to. A team that the owner hands pages to itself
    would close a circle; where only such are reached, it is the alert.
    """
    onward = graph.whole_chain.onward(owner)
    reached = [
        team
        for team in reached_in_order(graph, chain)
        if team not in onward and graph.present[team].kind != "governance"
    ]
    if graph.present[owner].kind not in TIERS:
        return max(reached, key=lambda team: (chain.reach[team], tier_of(graph, team)), default=ALERT)
    tier = tier_of(graph, owner)
    return min(
        reached,
        key=lambda team: (tier_of(graph, team) >= tier, abs(tier - 1 - tier_of(graph, team)), graph.by_name(team)),
        default=ALERT,
    )


def to_widen(graph: OrgGraph, row: RowFacts) -> tuple[Escalation, ...]:
    """The fewest escalations that would lead the page to a team of the row, if only they covered the row as well.

    Empty where no way leads there even so.
    """
    edge = (ALERT, *reached_in_order(graph, graph.chain_of(row.row)))
    best: dict[TeamId, tuple[Escalation, ...]] = dict.fromkeys(edge, ())
    limited: dict[TeamId, list[Escalation]] = {}
    for escalation in graph.escalations:
        if (
            escalation.carries_pages
            and escalation.target in graph.present
            and not escalation.covers(row.row.layer, row.row.service)
        ):
            limited.setdefault(escalation.source, []).append(escalation)
    while edge:
        for owner in edge:
            if owner in row.carriers:
                return best[owner]
        edge = _one_wider(graph, row, edge, limited, best)
    return ()


def _one_wider(
    graph: OrgGraph,
    row: RowFacts,
    edge: tuple[TeamId, ...],
    limited: dict[TeamId, list[Escalation]],
    best: dict[TeamId, tuple[Escalation, ...]],
) -> tuple[TeamId, ...]:
    """The teams that one more escalation leads to, widened, and what they hand pages on to; put into `best`."""
    chain = graph.chain_of(row.row)
    gained: list[TeamId] = []
    for source in edge:
        for escalation in sorted(limited.get(source, ()), key=lambda each: _likely_first(graph, row, each)):
            if escalation.target not in best:
                for team in chain.onward(escalation.target):
                    if team not in best:
                        best[team] = (*best[source], escalation)
                        gained.append(team)
    return tuple(sorted(gained, key=lambda team: (team not in _at_work(graph, row), *graph.by_name(team))))


def _likely_first(graph: OrgGraph, row: RowFacts, escalation: Escalation) -> tuple[object, ...]:
    """Those to teams at work on the row's service, then the widest of each team: it is the least that is changed."""
    wait = escalation.after.minutes if escalation.after else inf
    services, layers = escalation.services, escalation.layers
    scope = -len(services), -len(layers), wait, escalation.when or "", services, layers
    return escalation.target not in _at_work(graph, row), *graph.by_name(escalation.target), scope


def _at_work(graph: OrgGraph, row: RowFacts) -> frozenset[TeamId]:
    """The teams that do work on the row's service."""
    service = row.row.service
    return graph.remembered(
        ("at work on the service", service),
        lambda: frozenset(
            team
            for place, places in graph.in_place.items()
            if place[0] == service
            for each in graph.rows_at(places)
            for team in each.doers
        ),
    )


def widened(escalation: Escalation, row: Responsibility) -> Escalation:
    """The same escalation, for pages of the row too."""
    services, layers = escalation.services, escalation.layers
    if services and row.service is not None and row.service not in services:
        services = (*services, row.service)
    if layers and row.layer is not None and row.layer not in layers:
        layers = (*layers, row.layer)
    return changed(escalation, services=services, layers=layers)


def how_to_lead_there(graph: OrgGraph, row: RowFacts, owner: TeamId) -> str:
    """The one sentence of advice: to widen what is there, or to add what is missing."""
    escalations = to_widen(graph, row)
    if escalations:
        names = listed([f"from {graph.name(each.source)} to {graph.name(each.target)}" for each in escalations], most=3)
        them = "escalation" if len(escalations) == 1 else "escalations"
        return f"Let the {them} {names} cover {_whose(graph, row, escalations)}."
    last = last_before(graph, graph.chain_of(row.row), owner)
    return f"Add an escalation from {graph.name(last)} to {graph.name(owner)}."


def _whose(graph: OrgGraph, row: RowFacts, escalations: tuple[Escalation, ...]) -> str:
    """`Shop`, or `Shop and the layer Environment`: what the escalations leave out of the row's."""
    left_out: list[str] = []
    service, layer = row.row.service, row.row.layer
    if service is not None and any(each.services and service not in each.services for each in escalations):
        left_out.append(name_of(graph.organization, subject("service", service)))
    if layer is not None and any(each.layers and layer not in each.layers for each in escalations):
        left_out.append(f"the layer {name_of(graph.organization, subject('layer', layer))}")
    return f"{listed(left_out)} too"


def steps_missing(graph: OrgGraph, row: RowFacts, owner: TeamId) -> tuple[tuple[TeamId, TeamId], ...]:
    """The steps that `how_to_lead_there` is about, source and target of each."""
    escalations = to_widen(graph, row)
    if escalations:
        return tuple((each.source, each.target) for each in escalations)
    return ((last_before(graph, graph.chain_of(row.row), owner), owner),)


def missing_way(graph: OrgGraph, row: RowFacts, owner: TeamId) -> Iterator[Fix]:
    """To widen what is there, then the escalation that is missing, each with a level above where that would lack."""
    escalations, old = to_widen(graph, row), graph.organization.escalations
    if escalations:
        changes = {each: widened(each, row.row) for each in escalations}
        names = listed([f"{graph.name(each.source)} → {graph.name(each.target)}" for each in escalations], most=3)
        commands: tuple[Command, ...] = tuple(ChangeEscalation(each, wider) for each, wider in changes.items())
        after = tuple(changes.get(each, each) for each in old)
        yield _with_a_level_above(graph, row, f"Let {names} cover {_whose(graph, row, escalations)}", commands, after)
    last = last_before(graph, graph.chain_of(row.row), owner)
    is_up = graph.present[owner].kind == "governance" and last != ALERT
    new = Escalation(last, owner, "hierarchic" if is_up else "functional")
    after = (*old, new)
    label = f"Add escalation {graph.name(last)} → {graph.name(owner)}"
    yield _with_a_level_above(graph, row, label, (AddEscalation(new),), after)


def _with_a_level_above(
    graph: OrgGraph, row: RowFacts, label: str, commands: tuple[Command, ...], after: tuple[Escalation, ...]
) -> Fix:
    """The commands, and a level above the owner that is reached where it would become a critical dead end."""
    chain = graph.with_escalations(after).chain_by_itself(row.row)
    for owner in _reached(chain, row.carriers):
        critical = owner in graph.critical_teams or bool(row.critical)
        stuck = not chain.escalations.get(owner) and graph.present[owner].kind != "governance"
        if critical and (stuck or not chain.leads_up(owner)):
            return as_one(
                f"{label}, and add a level above {graph.name(owner)}", (*commands, *level_above(graph, owner))
            )
    return as_one(label, commands)


def _reached(chain: Chain, owners: Collection[TeamId]) -> Iterator[TeamId]:
    return (owner for owner in owners if owner in chain.reach)
