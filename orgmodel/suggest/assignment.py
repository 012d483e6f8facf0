"""Who takes what, for all rows together: one minimum-cost flow under the room that each team has."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model import TeamId
from orgmodel.model.value import value
from orgmodel.rules.candidates import heads_of, takers

_STEPS: Final = ((0.5, 0), (1.0, 20), (1.25, 50), (1.5, 90))
"""Up to how many times its fair share of rows a team may be brought, and what each row of such a step costs.

The cost is in hundredths of what reasons count for. Among equals the rows are spread; beyond its share a team gives way
where another is nearly as good, and never where it lacks one reason more (the area, being on call, the home layer).
"""

_LEFT: Final = 10_000_000
"""What it costs to leave a row without an owner: more than all other costs of a batch."""

_BATCH: Final = 2_000
"""How many rows are shared out at once; more than these in batches, the most critical first."""


@value
class Room:
    """What a team carries and could carry, in rows.

    `share` is its fair share: all rows by the number of people, those of teams that cannot take any left out; a team of
    unknown size counts as the mean of the others. `steps` are how many more rows it can take up to each step, rounded
    up. Rows, not weights: a lead counts rows.
    """

    carried: int
    share: float
    steps: tuple[int, ...]


class Demand(NamedTuple):
    """A row by how much it matters (1 to 4, the most critical 4), with teams that could take it and what each costs."""

    weight: int
    options: tuple[tuple[TeamId, int], ...]


def rooms_of(graph: OrgGraph, carried: Mapping[TeamId, int], wanting: int) -> Mapping[TeamId, Room]:
    """The room of each team that can take rows, where so many rows want an owner."""
    heads = heads_of(graph)
    people = sum(sorted(heads.values()))
    rows = sum(carried.get(team, 0) for team in takers(graph)) + wanting
    rooms: dict[TeamId, Room] = {}
    for team in takers(graph):
        share, held = rows * heads[team] / people, carried.get(team, 0)
        upto = [max(held, _up(factor * share)) for factor, _ in _STEPS]
        rooms[team] = Room(held, share, tuple(map(operator.sub, upto, (held, *upto))))
    return rooms


def shared_out(demands: Sequence[Demand], free: dict[TeamId, list[int]]) -> list[TeamId | None]:
    """For each demand the team that takes it, None where there is no room for it: the cheapest way for all together.

    `free` are the steps of each team's room; what is taken is taken from them. Deterministic for demands in the same
    order, whatever the order of the teams.
    """
    taken: list[TeamId | None] = [None] * len(demands)
    order = sorted(range(len(demands)), key=lambda place: -demands[place].weight)
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        for place, team in zip(batch, _flow([demands[place] for place in batch], free), strict=True):
            taken[place] = team
            if team is not None:
                step = next(step for step, rows in enumerate(free[team]) if rows)
                free[team][step] -= 1
    return taken


def _flow(demands: Sequence[Demand], free: Mapping[TeamId, Sequence[int]]) -> list[TeamId | None]:
    """Nodes are whole numbers: 0 the end, then the rows, then the teams, each followed by its steps."""
    import networkx as nx

    teams = sorted({team for demand in demands for team, _ in demand.options})
    first, width = len(demands) + 1, len(_STEPS) + 1
    node_of = {team: first + width * place for place, team in enumerate(teams)}
    flow: nx.DiGraph[int] = nx.DiGraph()
    flow.add_node(0, demand=len(demands))
    for team, node in node_of.items():
        for step, (_, cost) in enumerate(_STEPS, start=1):
            flow.add_edge(node, node + step, capacity=free[team][step - 1], weight=cost)
            flow.add_edge(node + step, 0, capacity=free[team][step - 1], weight=0)
    for row, demand in enumerate(demands, start=1):
        flow.add_node(row, demand=-1)
        flow.add_edge(row, 0, capacity=1, weight=_LEFT * demand.weight)
        for team, cost in sorted(demand.options):
            flow.add_edge(row, node_of[team], capacity=1, weight=cost)
    _, ways = nx.network_simplex(flow)
    found: list[TeamId | None] = []
    for row in range(1, first):
        end = next(node for node, amount in ways[row].items() if amount)
        found.append(teams[(end - first) // width] if end else None)
    return found


def _up(rows: float) -> int:
    """Rounded up, a whisker over a whole number down: shares are quotients."""
    return ceil(rows - 1e-9)
