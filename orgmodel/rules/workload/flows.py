"""Whether what is asked can be given, and by whom: maximum flow, minimum cut and the cheapest flow, all in integers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import networkx as nx

_SOURCE: Final = 0
_SINK: Final = 1


class Shortage(NamedTuple):
    """Takers that together ask for more than all who may give to them have; takers and givers by number."""

    givers: tuple[int, ...]
    takers: tuple[int, ...]


def shortages(
    supply: tuple[int | None, ...], asked: tuple[int, ...], links: tuple[tuple[int, ...], ...]
) -> tuple[Shortage, ...]:
    """Where what is asked cannot be given: the minimum cut, in parts that share no giver.

    `links` are the givers of each taker, one at least; a supply of None has no limit. The parts are the same for every
    maximum flow.
    """
    alike: dict[tuple[int, ...], list[int]] = {}
    for taker in _doubtful(supply, asked, links):
        alike.setdefault(links[taker], []).append(taker)
    if not alike:
        return ()
    joined = tuple(sum(asked[taker] for taker in takers) for takers in alike.values())
    cut = _cut_off(supply, joined, tuple(alike))
    takers = sorted(taker for place, held in enumerate(alike.values()) if place in cut for taker in held)
    return tuple(_parts(takers, links))


def _doubtful(supply: Sequence[int | None], asked: Sequence[int], links: Sequence[Sequence[int]]) -> list[int]:
    """The takers that not everything can be given to at a glance.

    Who has enough for all that could ask gives to all of those, which leaves less to be asked of the others.
    """
    asking: list[list[int]] = [[] for _ in supply]
    wanted = [0] * len(supply)
    for taker, givers in enumerate(links):
        for giver in givers:
            asking[giver].append(taker)
            wanted[giver] += asked[taker]

    def has_plenty(giver: int) -> bool:
        held = supply[giver]
        return held is None or held >= wanted[giver]

    doubtful = dict.fromkeys(range(len(asked)))
    plenty = [giver for giver in range(len(supply)) if has_plenty(giver)]
    known = set(plenty)
    while plenty:
        for taker in asking[plenty.pop()]:
            if taker not in doubtful:
                continue
            del doubtful[taker]
            for giver in links[taker]:
                wanted[giver] -= asked[taker]
                if giver not in known and has_plenty(giver):
                    known.add(giver)
                    plenty.append(giver)
    return list(doubtful)


def _cut_off(supply: Sequence[int | None], asked: Sequence[int], links: Sequence[Sequence[int]]) -> set[int]:
    """The takers beyond the minimum cut: those that get less than they ask, and those that could be in their place.

    From each taker to its givers, who have no more, and on to the others that they give to.
    """
    import networkx as nx

    network = _network(supply, asked)
    first = 2 + len(supply)
    for taker, givers in enumerate(links):
        network.add_edges_from((2 + giver, first + taker) for giver in givers)
    flow = nx.maximum_flow(network, _SOURCE, _SINK)[1]
    waiting = [taker for taker, wanted in enumerate(asked) if flow[first + taker][_SINK] < wanted]
    takers, givers_seen = set(waiting), set[int]()
    for taker in waiting:
        for giver in links[taker]:
            if giver not in givers_seen:
                givers_seen.add(giver)
                given = flow[2 + giver].items()
                fresh = [to - first for to, amount in given if amount and to - first not in takers]
                takers.update(fresh)
                waiting += fresh
    return takers


def _parts(takers: Sequence[int], links: Sequence[Sequence[int]]) -> Iterator[Shortage]:
    """The takers with their givers, in parts that share no giver."""
    asking: dict[int, list[int]] = {}
    for taker in takers:
        for giver in links[taker]:
            asking.setdefault(giver, []).append(taker)
    seen: set[int] = set()
    for start in takers:
        if start in seen:
            continue
        seen.add(start)
        part, givers = [start], dict[int, None]()
        for taker in part:
            for giver in links[taker]:
                givers[giver] = None
                for other in asking.pop(giver, ()):
                    if other not in seen:
                        seen.add(other)
                        part.append(other)
        yield Shortage(tuple(sorted(givers)), tuple(sorted(part)))


def shared_out(
    supply: Sequence[int], asked: Sequence[int], links: Sequence[Sequence[int]], now: Sequence[Mapping[int, int]]
) -> list[dict[int, int]]:
    """What each taker gets from which giver when as much as can be is given, and little changes hands.

    `now` is what each taker gets from which giver today: that much of it is free of cost.
    """
    import networkx as nx

    network = _network(supply, asked)
    first = 2 + len(supply)
    fresh = first + len(asked)
    for taker, givers in enumerate(links):
        for giver in givers:
            if kept := now[taker].get(giver, 0):
                network.add_edge(2 + giver, first + taker, capacity=kept, weight=0)
            network.add_edge(2 + giver, fresh, capacity=asked[taker], weight=1)
            network.add_edge(fresh, first + taker, capacity=asked[taker], weight=0)
            fresh += 1
    flow = nx.max_flow_min_cost(network, _SOURCE, _SINK)
    got: list[dict[int, int]] = []
    fresh = first + len(asked)
    for taker, givers in enumerate(links):
        got.append({})
        for giver in givers:
            amount = flow[2 + giver].get(first + taker, 0) + flow[fresh][first + taker]
            if amount:
                got[taker][giver] = amount
            fresh += 1
    return got


def _network(supply: Sequence[int | None], asked: Sequence[int]) -> nx.DiGraph[int]:
    """The givers from the source, the takers to the sink; a pair without a capacity has no limit."""
    import networkx as nx

    network: nx.DiGraph[int] = nx.DiGraph()
    network.add_nodes_from(range(2 + len(supply) + len(asked)))
    for giver, amount in enumerate(supply):
        if amount is None:
            network.add_edge(_SOURCE, 2 + giver)
        else:
            network.add_edge(_SOURCE, 2 + giver, capacity=amount)
    for taker, amount in enumerate(asked):
        network.add_edge(2 + len(supply) + taker, _SINK, capacity=amount)
    return network
