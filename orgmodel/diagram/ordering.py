"""In which order the cards of each band stand side by side, so that what runs between the bands crosses little.

Barycentres after a walk through each connected part (Sugiyama, Tagawa and Toda 1981): the walk alone keeps parts that
have nothing to do with each other apart, which is most of it where products have chains of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from orgmodel.model import TeamId

_SWEEPS: Final = 2

Neighbours = Mapping[TeamId, Sequence[TeamId]]


def ordered(bands: Iterable[Sequence[TeamId]], ways: Iterable[tuple[TeamId, TeamId]]) -> tuple[tuple[TeamId, ...], ...]:
    """The cards of each band from left to right; what is equally good stays in the order of the input."""
    orders = [list(band) for band in bands]
    near: dict[TeamId, list[TeamId]] = {team: [] for band in orders for team in band}
    for source, target in ways:
        if source != target and source in near and target in near:
            near[source].append(target)
            near[target].append(source)
    walked = _walked(near)
    for order in orders:
        order.sort(key=walked.__getitem__)
    across: dict[TeamId, float] = {}
    for order in orders:
        _spread(order, across)
    for _ in range(_SWEEPS):
        for order in (*reversed(orders), *orders):
            middle = {team: _middle(near[team], across, across[team]) for team in order}
            order.sort(key=middle.__getitem__)
            _spread(order, across)
    return tuple(map(tuple, orders))


def _walked(near: Neighbours) -> dict[TeamId, int]:
    """When a walk from neighbour to neighbour reaches each card; it begins with the first of the input."""
    reached: dict[TeamId, int] = {}
    for start in near:
        waiting = [start]
        while waiting:
            team = waiting.pop()
            if team not in reached:
                reached[team] = len(reached)
                waiting.extend(each for each in reversed(near[team]) if each not in reached)
    return reached


def _spread(order: Sequence[TeamId], across: dict[TeamId, float]) -> None:
    """Every band is as wide as every other: from 0 to 1."""
    step = 1 / max(1, len(order))
    place = step / 2
    for team in order:
        across[team] = place
        place += step


def _middle(beside: Sequence[TeamId], across: Mapping[TeamId, float], own: float) -> float:
    return sum([across[team] for team in beside]) / len(beside) if beside else own
