"""Who could take a row: the teams that are there, ranked, with the reasons for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import fsum
from typing import Final

from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import AreaId, Layer, LayerId, Responsibility, ServiceId, Team, TeamId
from orgmodel.model.value import value
from orgmodel.sentences import counted

_HOME: Final = 4.0
_SERVICE_TEAM: Final = 3.0
_SAME_PLACE: Final = 3.0
_SUPPORTS: Final = 2.0
_AREA: Final = 1.0
_ON_CALL: Final = 1.0
_LOAD: Final = 1.0
"""What each reason counts for: the layer that is home before the service's own chain, those before area and load."""

_LITTLE: Final = 0.75
"""Up to this part of the mean number of rows a head, a team is said to carry little."""

_KEPT: Final = 24
"""How many candidates are remembered for the rows of one layer, service and area."""


@value
class Candidate:
    """A team that could take a row; `reasons` say why, the weightiest first, each to be read after the team's name."""

    team: TeamId
    score: float
    reasons: tuple[str, ...]


def ranked(
    graph: OrgGraph, row: RowFacts, most: int | None = None, among: Iterable[TeamId] | None = None
) -> tuple[Candidate, ...]:
    """The teams that could take the row, the best first, never an archived, an empty or a governance team.

    At most `most`, where that is given; only those `among` some teams, where these are.
    """
    ranking: _Ranking = graph.remembered("candidates", lambda: _Ranking(graph))
    return ranking.of(row.row, most) if among is None else ranking.of_these(row.row, among)[:most]


def takers(graph: OrgGraph) -> Mapping[TeamId, Team]:
    """The teams that can take rows: neither archived nor governance, nor without people."""
    return graph.remembered(
        "takers",
        lambda: {team.id: team for team in graph.present.values() if team.kind != "governance" and team.people != 0},
    )


def heads_of(graph: OrgGraph) -> Mapping[TeamId, float]:
    """How many people each of these teams has; where that is unknown, the mean of the others, or 1 without any."""

    def counts() -> dict[TeamId, float]:
        teams = takers(graph).values()
        known = [team.people for team in teams if team.people is not None]
        mean = sum(known) / len(known) if known else 1.0
        return {team.id: float(mean if team.people is None else team.people) for team in teams}

    return graph.remembered("heads", counts)


class _Ranking:
    """What speaks for teams, worked out for the layers, services and areas that are asked for.

    Most teams have nothing to do with a row but their kind, their load and being on call: those are ranked once for
    each layer, and only the few that stand near the row are ranked for it.
    """

    def __init__(self, graph: OrgGraph) -> None:
        self.graph = graph
        self.teams = takers(graph)
        self._serving: dict[TeamId, list[TeamId]] = {}
        for helper in self.teams.values():
            for served in dict.fromkeys(helper.supports):
                self._serving.setdefault(served, []).append(helper.id)
        heads = heads_of(graph)
        owned = {team: len(graph.owned.get(team, ())) for team in self.teams}
        self._loads = {team: owned[team] / heads[team] for team in self.teams}
        self._most_load = max(self._loads.values(), default=0.0) or 1.0
        self._mean_load = sum(owned.values()) / (fsum(heads.values()) or 1.0)
        self._by_field: dict[tuple[LayerId | None, AreaId | None], tuple[Candidate, ...]] = {}
        self._by_place: dict[tuple[LayerId | None, ServiceId | None, AreaId | None], tuple[Candidate, ...]] = {}
        self._owners_in: dict[tuple[ServiceId, LayerId | None], Mapping[TeamId, int]] = {}

    def of(self, row: Responsibility, most: int | None) -> tuple[Candidate, ...]:
        if most is None or most > _KEPT:
            return self._ranked(row, most)
        place = row.layer, row.service, row.area
        if place not in self._by_place:
            self._by_place[place] = self._ranked(row, _KEPT)
        return self._by_place[place][:most]

    def of_these(self, row: Responsibility, teams: Iterable[TeamId]) -> tuple[Candidate, ...]:
        near, layer = self._near(row), self._home(row)
        held = (self._candidate(team, layer, row.area, near.get(team, ())) for team in teams if team in self.teams)
        return tuple(sorted(held, key=self._order))

    def _ranked(self, row: Responsibility, most: int | None) -> tuple[Candidate, ...]:
        near, layer = self._near(row), self._home(row)
        in_area = self._in_area.get(row.area, {}) if row.area else {}
        is_small = len(in_area) <= _KEPT
        if is_small:
            near = {**dict.fromkeys(in_area, ()), **near}
        far = self._far(layer, None if is_small else row.area)
        together = [
            *(self._candidate(team, layer, row.area, reasons) for team, reasons in near.items()),
            *(each for each in far[: None if most is None else most + len(near)] if each.team not in near),
        ]
        return tuple(sorted(together, key=self._order)[:most])

    def _order(self, candidate: Candidate) -> tuple[float, str, str]:
        return (-candidate.score, *self.graph.by_name(candidate.team))

    def _home(self, row: Responsibility) -> Layer | None:
        """The layer of the row, where that is the home of a kind of team."""
        layer = self.graph.organization.layer_by_id.get(row.layer) if row.layer else None
        return layer if layer and layer.kind else None

    def _far(self, layer: Layer | None, area: AreaId | None) -> tuple[Candidate, ...]:
        """Every team, by what has nothing to do with the service."""
        key = layer.id if layer else None, area
        if key not in self._by_field:
            everybody = (self._candidate(team, layer, area, ()) for team in self.teams)
            self._by_field[key] = tuple(sorted(everybody, key=self._order))
        return self._by_field[key]

    def _near(self, row: Responsibility) -> Mapping[TeamId, Iterable[tuple[float, str]]]:
        """The teams of the service's own chain, with what speaks for each."""
        organization = self.graph.organization
        near: dict[TeamId, list[tuple[float, str]]] = {}
        service = organization.service_by_id.get(row.service) if row.service else None
        if service:
            owners = self._owners(service.id, row.layer) if row.layer else {}
            for team, rows in owners.items():
                share = _SAME_PLACE * rows / max(owners.values())
                near.setdefault(team, []).append((share, "answers for other rows of this layer and service"))
            if service.team:
                near.setdefault(service.team, []).append((_SERVICE_TEAM, f"has {service.name} as its service"))
                for helper in self._serving.get(service.team, ()):
                    near.setdefault(helper, []).append((_SUPPORTS, f"supports {self.graph.name(service.team)}"))
        return {team: reasons for team, reasons in near.items() if team in self.teams}

    def _owners(self, service: ServiceId, layer: LayerId | None) -> Mapping[TeamId, int]:
        """How many rows of a service and layer each team owns."""
        place = service, layer
        if place not in self._owners_in:
            rows = self.graph.rows_at(self.graph.in_place.get(place, ()))
            self._owners_in[place] = Counter(team for row in rows for team in row.owners if team in self.teams)
        return self._owners_in[place]

    @cached_property
    def _in_area(self) -> Mapping[AreaId, Mapping[TeamId, None]]:
        """The teams that own rows of each area."""
        teams: dict[AreaId, dict[TeamId, None]] = {}
        for row in self.graph.rows:
            if row.row.area:
                teams.setdefault(row.row.area, {}).update((team, None) for team in row.owners if team in self.teams)
        return teams

    def _candidate(
        self, team: TeamId, layer: Layer | None, area: AreaId | None, near: Iterable[tuple[float, str]]
    ) -> Candidate:
        weighed = list(near)
        if area and team in self._in_area.get(area, ()):
            held = self.graph.organization.area_by_id.get(area)
            weighed.append((_AREA, f"has other rows of {held.name if held else area}"))
        if layer and layer.kind == self.teams[team].kind:
            weighed.append((_HOME, f"is at home in the layer {layer.title}"))
        if self.graph.is_on_call(team):
            weighed.append((_ON_CALL, "is on call"))
        weighed.sort(key=lambda reason: (-reason[0], reason[1]))
        reasons = [reason for _, reason in weighed]
        people, load = self.teams[team].people, self._loads[team]
        if people and load < _LITTLE * self._mean_load:
            rows = counted(len(self.graph.owned.get(team, ())), "row")
            reasons.append(f"carries little: {rows} with {counted(people, 'person', 'people')}")
        score = sum(weight for weight, _ in weighed) - _LOAD * load / self._most_load
        return Candidate(team, score, tuple(reasons))
