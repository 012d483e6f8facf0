"""The quickest path of a page: by its minutes, then by its steps, then by the names of the teams on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from heapq import heappop, heappush

from orgmodel.graph.chain import Pairs
from orgmodel.model import ALERT, Escalation, TeamId

Hops = Mapping[TeamId, Mapping[TeamId, Escalation]]
"""Source, target, and the one escalation that a page takes between them."""


def hops(escalations: Pairs, away: Collection[TeamId] = ()) -> Hops:
    """The quickest escalation between each two teams, those that are away left out."""
    return {
        source: {target: min(several, key=_slowness) for target, several in targets.items() if target not in away}
        for source, targets in escalations.items()
        if source not in away
    }


def quickest(
    steps: Hops, ends: Iterable[TeamId], name: Callable[[TeamId], tuple[str, str]]
) -> tuple[Escalation, ...] | None:
    """The escalations from the alert to the nearest of the teams; None where it reaches none of them."""
    left = _left(steps, ends)
    if ALERT not in left:
        return None
    path: list[Escalation] = []
    here = ALERT
    while left[here][1]:
        here, by = min(
            (
                (target, hop)
                for target, hop in steps[here].items()
                if target in left and _one_more(left[target], hop) == left[here]
            ),
            key=lambda option: name(option[0]),
        )
        path.append(by)
    return tuple(path)


def seconds_of(escalation: Escalation) -> int:
    """How long an escalation waits; none where it does not say."""
    return round(escalation.after.minutes * 60) if escalation.after else 0


def _left(steps: Hops, ends: Iterable[TeamId]) -> dict[TeamId, tuple[int, int]]:
    """Seconds and steps to the nearest end, from the alert and every team that is nearer to one."""
    edge = [(0, 0, end) for end in sorted(ends)]
    if not edge:
        return {}
    into: dict[TeamId, list[tuple[TeamId, Escalation]]] = {}
    for source, targets in steps.items():
        for target, hop in targets.items():
            into.setdefault(target, []).append((source, hop))
    left: dict[TeamId, tuple[int, int]] = {}
    while edge:
        seconds, count, team = heappop(edge)
        if team in left:
            continue
        left[team] = (seconds, count)
        if team == ALERT:
            break
        for source, hop in into.get(team, ()):
            if source not in left:
                heappush(edge, (*_one_more((seconds, count), hop), source))
    return left


def _one_more(left: tuple[int, int], hop: Escalation) -> tuple[int, int]:
    return left[0] + seconds_of(hop), left[1] + 1


def _slowness(escalation: Escalation) -> tuple[object, ...]:
    """A key that puts the quickest first, and of equals one that says its minutes and has no condition."""
    after, when = escalation.after, escalation.when
    return seconds_of(escalation), after is None, when or "", escalation.kind, escalation.layers, escalation.services
