"""One organisation as the rules see it: teams that are there, rows with their owners, chains for each kind of row."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property
from typing import Any, Final, TypeVar

from orgmodel.graph.chain import NO_WAYS, Chain, Ways
from orgmodel.graph.row_facts import RowFacts, facts_of
from orgmodel.model import (
    ALERT,
    Escalation,
    LayerId,
    Organization,
    Responsibility,
    ServiceId,
    Team,
    TeamId,
)

T = TypeVar("T")
Signature = tuple[LayerId | None, ServiceId | None]
"""The layer and the service of a row, as far as escalations tell them apart."""

_ANY_OTHER: Final = ""
"""A layer or service that no escalation names: all such rows take the same ways."""

_CRITICAL: Final = 2
"""The criticality up to which a row is critical (RULES)."""


class OrgGraph:
    """The chains and facts of one organisation, each built when a rule first asks for it.

    Nothing here changes the organisation, and only the facts of its rows outlive it: the next edit re-uses them.
    """

    def __init__(self, organization: Organization) -> None:
        self.organization = organization
        self._memory: dict[Hashable, Any] = {}

    @cached_property
    def present(self) -> Mapping[TeamId, Team]:
        """The teams that a page can get to: all but the archived, in the order of the file."""
        return {team.id: team for team in self.organization.teams if team.status != "archived"}

    @cached_property
    def present_ids(self) -> frozenset[TeamId]:
        return frozenset(self.present)

    @cached_property
    def rows(self) -> tuple[RowFacts, ...]:
        return facts_of(self.organization)

    @cached_property
    def owned(self) -> Mapping[TeamId, tuple[RowFacts, ...]]:
        """The rows that each owner owns, in the order of the file."""
        grouped: dict[TeamId, list[RowFacts]] = {}
        for row in self.rows:
            for team in row.owners:
                grouped.setdefault(team, []).append(row)
        return {team: tuple(rows) for team, rows in grouped.items()}

    def is_critical(self, row: Responsibility) -> bool | None:
        """None where the criticality is unknown."""
        criticality = self.organization.criticality_of(row)
        return None if criticality is None else criticality <= _CRITICAL

    @cached_property
    def critical_teams(self) -> frozenset[TeamId]:
        """The teams that own a critical row."""
        return frozenset(team for row in self.rows if self.is_critical(row.row) for team in row.owners)

    def name(self, team: TeamId) -> str:
        """A team's name, the alert's or, where there is no such team, the id."""
        return self.organization.team_name(team)

    def by_name(self, team: TeamId) -> tuple[str, str]:
        """A key that puts teams in the order of their names, whatever the order of the file."""
        return self.name(team), team

    def is_on_call(self, team: TeamId) -> bool:
        return team in self.organization.rotations_of

    def is_heard(self, row: RowFacts, team: TeamId) -> bool:
        """Whether somebody is on call for a page of the row that lands on the team: itself or one before it."""
        return self.is_on_call(team) or any(self.is_on_call(other) for other in self.chain_of(row.row).before(team))

    @cached_property
    def escalations(self) -> tuple[Escalation, ...]:
        """Those that carry a page."""
        return tuple(way for way in self.organization.escalations if way.carries_pages)

    @cached_property
    def whole_chain(self) -> Chain:
        """Every escalation that carries a page, whatever rows it is for."""
        return Chain(self._unlimited.joined_by(self._limited, self.present_ids), list(self.rows))

    @cached_property
    def _unlimited(self) -> Ways:
        """The ways that cover every row."""
        return NO_WAYS.joined_by((way for way in self.escalations if not way.is_conditional), self.present_ids)

    @cached_property
    def _limited(self) -> tuple[Escalation, ...]:
        """The ways for rows of some layers or services, and for rows that name none."""
        return tuple(way for way in self.escalations if way.is_conditional)

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """A chain for each kind of row that escalations tell apart; without rows, the ways that cover any row."""
        if not self.rows:
            return (Chain(self._unlimited, []),)
        return tuple(dict.fromkeys(self._chain_by_signature.values()))

    @cached_property
    def dead_ends(self) -> Mapping[TeamId, tuple[RowFacts, ...]]:
        """The teams that a page can get to and no further, governance left out, with the rows of such pages."""
        stuck: dict[TeamId, list[RowFacts]] = {}
        for chain in self.chains:
            for team in chain.reach:
                if team != ALERT and not chain.ways.get(team) and self.present[team].kind != "governance":
                    stuck.setdefault(team, []).extend(chain.rows)
        return {team: tuple(rows) for team, rows in stuck.items()}

    def chain_of(self, row: Responsibility) -> Chain:
        """The ways of a page for one row: E, restricted to the escalations that cover it."""
        return self._chain_by_signature[self._signature(row)]

    @cached_property
    def _chain_by_signature(self) -> Mapping[Signature, Chain]:
        rows_of: dict[Signature, list[RowFacts]] = {}
        for row in self.rows:
            rows_of.setdefault(self._signature(row.row), []).append(row)
        made: dict[tuple[int, ...], Chain] = {}
        chains: dict[Signature, Chain] = {}
        for signature, rows in rows_of.items():
            covering = self._covering(signature)
            if covering not in made:
                ways = (self._limited[place] for place in covering)
                made[covering] = Chain(self._unlimited.joined_by(ways, self.present_ids), [])
            made[covering].rows.extend(rows)
            chains[signature] = made[covering]
        return chains

    def _covering(self, signature: Signature) -> tuple[int, ...]:
        """The places of the limited escalations that cover rows of that kind."""
        layer, service = signature
        if service is None:
            places: Iterable[int] = range(len(self._limited))
        else:
            places = sorted({*self._places_by_service.get(None, ()), *self._places_by_service.get(service, ())})
        return tuple(place for place in places if self._limited[place].covers(layer, service))

    @cached_property
    def _places_by_service(self) -> Mapping[ServiceId | None, list[int]]:
        """Where the limited escalations for each service stand; under None those for any."""
        places: dict[ServiceId | None, list[int]] = {}
        for place, way in enumerate(self._limited):
            for service in way.services or (None,):
                places.setdefault(service, []).append(place)
        return places

    @cached_property
    def _told_apart(self) -> tuple[frozenset[LayerId], frozenset[ServiceId]]:
        """The layers and services that some escalation names."""
        return (
            frozenset(layer for way in self.escalations for layer in way.layers),
            frozenset(service for way in self.escalations for service in way.services),
        )

    def _signature(self, row: Responsibility) -> Signature:
        layers, services = self._told_apart
        layer = row.layer if row.layer in layers else _other_layer(row.layer) if layers else None
        service = row.service if row.service in services else _other_service(row.service) if services else None
        return layer, service

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for each key for as long as this graph lives."""
        if key not in self._memory:
            self._memory[key] = make()
        found: T = self._memory[key]
        return found


def _other_layer(layer: LayerId | None) -> LayerId | None:
    return None if layer is None else LayerId(_ANY_OTHER)


def _other_service(service: ServiceId | None) -> ServiceId | None:
    return None if service is None else ServiceId(_ANY_OTHER)
