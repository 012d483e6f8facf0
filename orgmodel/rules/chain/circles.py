"""ESC002: pages that go round."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from orgmodel.commands import Command, RemoveEscalation
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import Chain, OrgGraph
from orgmodel.model import ORGANIZATION, TeamId, subject
from orgmodel.rules.chain.tiers import tier_of
from orgmodel.rules.fixes import as_one, level_above
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import ESCALATION_ROUTES

_MOST_FIXES = 2
_MOST_TRIED = 12
"""Ways to remove: each is tried on the whole organisation, and a circle of thousands has a fix among few or none."""


@rule("ESC002", "goes-in-circles", "error", ESCALATION_ROUTES, reads=("in_place",))
def goes_in_circles(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        Teams hand a page round: each escalates to the next, and the last to the first. With no way out of the circle
        it is an error, with one it is a warning.

    Why it hurts
        The page comes back to people who have already given it up, and the minutes pass.

    An example that fails
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: operations, name: Operations}
        responsibilities:
          - {id: database, name: Database, raci: {operations: A}}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: operations, after: 15m}
          - {from: operations, to: frontline, after: 15m}

    An example that passes
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: operations, name: Operations}
          - {id: head, name: Head of Operations, kind: governance}
        responsibilities:
          - {id: database, name: Database, raci: {operations: A}}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: operations, after: 15m}
          - {from: operations, to: head, after: 30m}

    How to put it right
        Remove the escalation that leads back, and give the last team somebody above it.

    Limits
        The circle has to exist for one and the same row: two escalations for different services make none. Of many
        circles among the same teams one shortest is shown.
    """
    if not graph.escalations:
        yield not_assessed(ORGANIZATION, "escalations")
        return
    among = frozenset[TeamId]().union(*graph.whole_chain.circles())
    if not among:
        return
    seen: dict[TeamId, tuple[bool, int, Chain, frozenset[TeamId]]] = {}
    for chain in graph.chains:
        for circle in chain.circles(among):
            first = _first(graph, circle)
            worse = (not chain.leads_out_of(circle), len(circle), chain, circle)
            if first not in seen or worse[:2] > seen[first][:2]:
                seen[first] = worse
    for first, (no_way_out, _, chain, circle) in seen.items():
        trip = chain.round_trip(circle, first)
        way_round = " → ".join(graph.name(team) for team in trip)
        others = sorted(circle - {first}, key=graph.by_name)
        yield found(
            subject("team", first),
            *(subject("team", team) for team in others),
            severity="error" if no_way_out else "warning",
            message=f"A page goes round in circles: {way_round}"
            + (", and there is no way out." if no_way_out else "."),
            alike=None,
            advice="Remove the escalation that leads back, and give the last team somebody above it.",
            evidence=Evidence(
                tuple(subject("team", team) for team in (first, *others)),
                tuple((subject("team", a), subject("team", b)) for a, b in pairwise(trip)),
            ),
            numbers=figures(teams_in_the_circle=len(circle)),
            fixes=partial(_cuts, first=first, trip=trip),
        )


def _first(graph: OrgGraph, circle: frozenset[TeamId]) -> TeamId:
    """The team of a circle that a page gets to first."""
    reach = graph.whole_chain.reach
    return min(circle, key=lambda team: (reach.get(team, len(reach)), graph.by_name(team)))


def _cuts(graph: OrgGraph, first: TeamId, trip: tuple[TeamId, ...]) -> tuple[Fix, ...]:
    """Removing one escalation of the circle, those that go down first, where no team is lost to the alert by it."""
    pairs = sorted(
        pairwise(trip),
        key=lambda pair: (_rise(graph, *pair), pair[1] != first, graph.by_name(pair[0])),
    )
    fixes: list[Fix] = []
    for source, target in pairs[:_MOST_TRIED]:
        if len(fixes) == _MOST_FIXES:
            break
        back = [each for each in graph.escalations if (each.source, each.target) == (source, target)]
        after = graph.with_escalations(tuple(each for each in graph.organization.escalations if each not in back))
        if any(first in circle for chain in after.chains for circle in chain.circles(trip)) or _loses(graph, after):
            continue
        label = f"Remove {graph.name(source)} → {graph.name(target)}"
        commands: tuple[Command, ...] = tuple(map(RemoveEscalation, back))
        if source in after.dead_ends:
            label = f"{label}, and add a level above {graph.name(source)}"
            commands = (*commands, *level_above(after, source))
        fixes.append(as_one(label, commands))
    return tuple(fixes)


def _rise(graph: OrgGraph, source: TeamId, target: TeamId) -> int:
    return tier_of(graph, target) - tier_of(graph, source)


def _loses(before: OrgGraph, after: OrgGraph) -> bool:
    """Whether some row's page reaches fewer teams, or is no longer handed up, than before."""
    seen: set[tuple[int, int]] = set()
    for row in before.rows:
        then, now = before.chain_of(row.row), after.chain_of(row.row)
        if (id(then), id(now)) not in seen:
            seen.add((id(then), id(now)))
            if then.reach.keys() - now.reach.keys():
                return True
        if row.critical and any(map(then.leads_up, row.carriers)) and not any(map(now.leads_up, row.carriers)):
            return True
    return False
