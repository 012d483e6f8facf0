"""What rows give their teams to carry, counted in one pass and remembered while the rows are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from orgmodel.model import LayerId, Responsibility, ServiceId, TeamId
from orgmodel.model.value import value


@value
class Carried:
    """Counts of rows: with a team's A, with its R alone, of a team in a layer whether by A or R, and of a layer."""

    answers: Mapping[TeamId, int]
    does: Mapping[TeamId, int]
    in_layer: Mapping[tuple[TeamId, LayerId | None], int]
    of_layer: Mapping[LayerId | None, int]


_Last = tuple[tuple[Responsibility, ...], ServiceId | None, Carried]
_last: _Last = ((), None, Carried({}, {}, Counter(), Counter()))
"""The rows and the service of last time, and their count."""


def carried(rows: tuple[Responsibility, ...], service: ServiceId | None) -> Carried:
    """What all rows, or those of one service, give to carry."""
    global _last  # noqa: PLW0603 (one slot, replaced whole: most edits of a chain leave the rows alone)
    before, of, found = _last
    if before is not rows or of != service:
        found = _counted(rows, service)
        _last = (rows, service, found)
    return found


def _counted(rows: tuple[Responsibility, ...], service: ServiceId | None) -> Carried:
    answers: Counter[TeamId] = Counter()
    does: Counter[TeamId] = Counter()
    in_layer: Counter[tuple[TeamId, LayerId | None]] = Counter()
    of_layer: Counter[LayerId | None] = Counter()
    for row in rows:
        if service is not None and row.service != service:
            continue
        layer, raci = row.layer, row.raci
        of_layer[layer] += 1
        for team in raci.accountable:
            answers[team] += 1
            in_layer[team, layer] += 1
        for team in raci.doers:
            if raci[team] == "R":
                does[team] += 1
                in_layer[team, layer] += 1
    return Carried(answers, does, in_layer, of_layer)
