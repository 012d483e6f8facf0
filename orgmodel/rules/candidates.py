"""Who could take a row: the teams that are there, ranked, with the reasons for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import AreaId, LayerId, Responsibility, ServiceId, Team, TeamId
from orgmodel.model.value import value

_HOME: Final = 4.0
_SERVICE_TEAM: Final = 3.0
_SAME_PLACE: Final = 3.0
_SUPPORTS: Final = 2.0
_AREA: Final = 1.0
_ON_CALL: Final = 1.0
_LOAD: Final = 1.0
"""What each reason counts for: the layer that is home before the service's own chain, those before area and load."""


@value
class Candidate:
    """A team that could take a row; `reasons` say why, the weightiest first, each to be read after the team's name."""

    team: TeamId
    score: float
    reasons: tuple[str, ...]


def ranked(
    graph: OrgGraph, row: RowFacts, most: int | None = None, among: Iterable[TeamId] | None = None
) -> tuple[Candidate, ...]:
    """The teams that could take the row, the best first, never an archived or a governance team.

    At most `most`, where that is given; only those `among` some teams, where these are.
    """
    ranking: _Ranking = graph.remembered("candidates", lambda: _Ranking(graph))
    return ranking.of(row.row, most) if among is None else ranking.of_these(row.row, among)


class _Ranking:
    """The scores that do not depend on the service are summed once for each layer and area."""

    def __init__(self, graph: OrgGraph) -> None:
        self.graph = graph
        self.teams: Mapping[TeamId, Team] = {
            team.id: team for team in graph.present.values() if team.kind != "governance" and team.people != 0
        }
        self._in_place: dict[tuple[LayerId | None, ServiceId | None], dict[TeamId, int]] = {}
        self._in_area: dict[AreaId, dict[TeamId, int]] = {}
        for facts in graph.rows:
            row = facts.row
            for team in facts.owners:
                if row.layer and row.service:
                    _count(self._in_place.setdefault((row.layer, row.service), {}), team)
                if row.area:
                    _count(self._in_area.setdefault(row.area, {}), team)
        self._serving: dict[TeamId, list[TeamId]] = {}
        for helper in self.teams.values():
            for served in helper.supports:
                self._serving.setdefault(served, []).append(helper.id)
        heads = {team.id: _load(len(graph.owned.get(team.id, ())), team.people) for team in self.teams.values()}
        self._most_load = max((load for load in heads.values() if load is not None), default=0.0) or 1.0
        self._loads = heads
        self._by_place: dict[tuple[LayerId | None, AreaId | None], tuple[Candidate, ...]] = {}

    def of(self, row: Responsibility, most: int | None) -> tuple[Candidate, ...]:
        near = self._near_the_service(row)
        base = self._by_place.get((row.layer, row.area))
        if base is None:
            base = tuple(sorted((self._candidate(team, row, ()) for team in self.teams), key=self._order))
            self._by_place[row.layer, row.area] = base
        far = base if most is None else base[: most + len(near)]
        together = [
            *(self._candidate(team, row, reasons) for team, reasons in near.items()),
            *(candidate for candidate in far if candidate.team not in near),
        ]
        return tuple(sorted(together, key=self._order)[:most])

    def of_these(self, row: Responsibility, teams: Iterable[TeamId]) -> tuple[Candidate, ...]:
        near = self._near_the_service(row)
        held = (self._candidate(team, row, near.get(team, ())) for team in teams if team in self.teams)
        return tuple(sorted(held, key=self._order))

    def _order(self, candidate: Candidate) -> tuple[float, str, str]:
        return (-candidate.score, *self.graph.by_name(candidate.team))

    def _near_the_service(self, row: Responsibility) -> dict[TeamId, tuple[tuple[float, str], ...]]:
        """The teams of the service's own chain, with what speaks for each."""
        service = self.graph.organization.service_by_id.get(row.service) if row.service else None
        if service is None:
            return {}
        near: dict[TeamId, list[tuple[float, str]]] = {}
        for team, rows in self._in_place.get((row.layer, service.id), {}).items():
            share = _SAME_PLACE * rows / max(self._in_place[row.layer, service.id].values())
            near.setdefault(team, []).append((share, "answers for other rows of this layer and service"))
        if service.team:
            near.setdefault(service.team, []).append((_SERVICE_TEAM, f"has {service.name} as its service"))
            for helper in self._serving.get(service.team, ()):
                name = self.graph.name(service.team)
                near.setdefault(helper, []).append((_SUPPORTS, f"supports {name}"))
        return {team: tuple(reasons) for team, reasons in near.items() if team in self.teams}

    def _candidate(self, team: TeamId, row: Responsibility, near: tuple[tuple[float, str], ...]) -> Candidate:
        weighed = list(near)
        layer = self.graph.organization.layer_by_id.get(row.layer) if row.layer else None
        if layer and layer.kind == self.teams[team].kind:
            weighed.append((_HOME, f"is at home in the layer {layer.title}"))
        if row.area and team in self._in_area.get(row.area, ()):
            area = self.graph.organization.area_by_id.get(row.area)
            weighed.append((_AREA, f"has other rows of {area.name if area else row.area}"))
        if self.graph.is_on_call(team):
            weighed.append((_ON_CALL, "is on call"))
        weighed.sort(key=lambda reason: -reason[0])
        load = self._loads[team]
        burden = 0.0 if load is None else _LOAD * load / self._most_load
        return Candidate(team, sum(weight for weight, _ in weighed) - burden, tuple(reason for _, reason in weighed))


def _count(counts: dict[TeamId, int], team: TeamId) -> None:
    counts[team] = counts.get(team, 0) + 1


def _load(rows: int, people: int | None) -> float | None:
    """Rows owned per head; None where the headcount is unknown."""
    return rows / people if people else None
