"""One organisation as the rules see it: teams that are there, rows with their owners, chains for each kind of row."""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import compress, count
from typing import Any, Final, TypeVar

from orgmodel.graph import row_keys
from orgmodel.graph.backing import Bundle, Place, bundles_of
from orgmodel.graph.chain import NO_ESCALATIONS, Chain, Escalations
from orgmodel.graph.passages import Passage, passages_of
from orgmodel.graph.row_facts import RowFacts
from orgmodel.graph.row_index import RowEdit, RowIndex, rows_by
from orgmodel.model import (
    ALERT,
    Escalation,
    LayerId,
    Organization,
    Responsibility,
    Rotation,
    RowId,
    ServiceId,
    Subject,
    Team,
    TeamId,
)
from orgmodel.model.value import fields_of

T = TypeVar("T")
Signature = tuple[LayerId | None, ServiceId | None]
"""The layer and the service of a row, as far as escalations tell them apart."""
_ANY_OTHER: Final = ""
"""A layer or service that no escalation names: all such rows take the same escalations."""

_MOST_REMEMBERED: Final = 50_000
"""Results remembered by value, before all are forgotten: a long day of edits must not fill the memory."""


class OrgGraph:
    """The chains and facts of one organisation on a day, each built when a rule first asks for it.

    `after` gives the graph of the next edit. Where nothing but rows was replaced it has all that those rows do not
    touch from this one, the very same objects: what is judged from them alone need not be judged again.
    """

    def __init__(self, organization: Organization, today: date | None = None) -> None:
        self.organization = organization
        self.today = today
        self._memory: dict[Hashable, Any] = {}
        self._by_value: dict[Hashable, Any] = {}

    def after(self, organization: Organization) -> tuple[OrgGraph, tuple[RowEdit, ...]] | None:
        """The graph of an organisation that differs in some rows, replaced in their places, and those rows.

        None where anything else differs as well.
        """
        before = self.organization
        others = (field for field in fields_of(before) if field != "responsibilities")
        if any(getattr(before, field) is not getattr(organization, field) for field in others):
            return None
        old, new = before.responsibilities, organization.responsibilities
        if len(old) != len(new):
            return None
        places = list(compress(count(), map(operator.is_not, old, new)))
        if len(places) * 8 > len(new) + 8 or any(old[place].id != new[place].id for place in places):
            return None
        edits = tuple(RowEdit(place, self.rows[place], RowFacts(new[place], organization)) for place in places)
        return self._replaced(organization, edits), edits

    def _replaced(self, organization: Organization, edits: tuple[RowEdit, ...]) -> OrgGraph:
        graph = OrgGraph(organization, self.today)
        graph._by_value = self._by_value
        moved = any(
            (edit.before.row.layer, edit.before.row.service) != (edit.after.row.layer, edit.after.row.service)
            for edit in edits
        )
        for name, held in tuple(self.__dict__.items()):  # at once: another thread may ask for more
            if isinstance(held, RowIndex):
                graph.__dict__[name] = held.after(edits)
            elif name in _OF_NO_ROW or (name in _OF_WHERE_ROWS_ARE and not moved):
                graph.__dict__[name] = held
        rows = list(self.rows)
        for edit in edits:
            rows[edit.place] = edit.after
        graph.__dict__["rows"] = tuple(rows)
        if "backing" in self.__dict__:
            graph.__dict__["backing"] = graph._backing_after(self.backing, edits)
        if "passages" in self.__dict__ and not moved:
            graph.__dict__["passages"] = graph._passages_after(self.passages, edits)
        return graph

    def with_escalations(self, escalations: tuple[Escalation, ...]) -> OrgGraph:
        """The graph of the same organisation with other escalations; what they have no part in is shared."""
        graph = OrgGraph(self.organization.copy_with(escalations=escalations), self.today)
        for name, held in tuple(self.__dict__.items()):  # at once: another thread may ask for more
            if isinstance(held, RowIndex) or name in _OF_NO_ESCALATION:
                graph.__dict__[name] = held
        return graph

    @cached_property
    def present(self) -> Mapping[TeamId, Team]:
        """The teams that a page can get to: all but the archived, in the order of the file."""
        return {team.id: team for team in self.organization.teams if team.status != "archived"}

    @cached_property
    def present_ids(self) -> frozenset[TeamId]:
        return frozenset(self.present)

    @cached_property
    def rows(self) -> tuple[RowFacts, ...]:
        """Every row, in the order of the file."""
        return tuple(RowFacts(row, self.organization) for row in self.organization.responsibilities)

    @cached_property
    def place_of_row(self) -> Mapping[RowId, int]:
        return {row.id: place for place, row in enumerate(self.rows)}

    @cached_property
    def place_of(self) -> Mapping[Subject, int]:
        """Where each row stands in the file's list, from 0."""
        return {row.subject: place for place, row in enumerate(self.rows)}

    def rows_at(self, places: Iterable[int]) -> tuple[RowFacts, ...]:
        rows = self.rows
        return tuple(rows[place] for place in places)

    owned = rows_by(row_keys.owners)
    """The rows that each team owns."""

    owned_critical = rows_by(row_keys.owners_if_critical)
    """The critical rows that each team owns."""

    owned_urgent = rows_by(row_keys.owners_by_urgency)
    """The rows that each team owns and that may be critical: by whether they are, and whether an alert lands there.

    None where that is unknown.
    """

    held = rows_by(row_keys.holders)
    """The rows on which each team has A or R."""

    held_by_criticality = rows_by(row_keys.holders_by_criticality)
    """The rows on which each team has A or R, by how critical they are, None where that is unknown."""

    in_place = rows_by(row_keys.place)
    """The rows of each service and layer."""

    paged_in_place = rows_by(row_keys.place_if_paged)
    """The rows of each service and layer that an alert can land on, or may, as far as anybody knows."""

    answered_in_place = rows_by(row_keys.accountable_in_place)
    """The rows of each service and layer that a team answers for."""

    namesakes = rows_by(row_keys.name)
    """The rows of each name."""

    in_area = rows_by(row_keys.area)
    """The rows of each area; under None those that name none."""

    dependants = rows_by(row_keys.needed)
    """The rows that depend on each row."""

    done = rows_by(row_keys.doers_and_effort)
    """The rows of each service that the same teams do, by the effort of each, None where that is unknown."""

    @cached_property
    def standing_in(self) -> Mapping[TeamId, Team]:
        """The teams that could stand in for others, by name: all that are there, but for governance."""
        able = [team for team in self.present.values() if team.people != 0 and team.kind != "governance"]
        return {team.id: team for team in sorted(able, key=lambda team: self.by_name(team.id))}

    @cached_property
    def backing(self) -> Mapping[Place, tuple[Bundle, ...]]:
        """The critical rows of each service and layer, with who could stand in; the same object while none changes."""
        found = {place: self._bundles(place) for place in self.in_place}
        return {place: bundles for place, bundles in found.items() if bundles}

    def _bundles(self, place: Place) -> tuple[Bundle, ...]:
        return bundles_of(place, ((each, self.rows[each]) for each in self.in_place.get(place, ())), self.standing_in)

    def _backing_after(
        self, before: Mapping[Place, tuple[Bundle, ...]], edits: tuple[RowEdit, ...]
    ) -> Mapping[Place, tuple[Bundle, ...]]:
        rows = (row for edit in edits for row in (edit.before.row, edit.after.row))
        anew = {place: self._bundles(place) for place in dict.fromkeys((row.service, row.layer) for row in rows)}
        if all(before.get(place, ()) == bundles for place, bundles in anew.items()):
            return before
        return {place: bundles for place, bundles in {**before, **anew}.items() if bundles}

    def is_critical(self, row: Responsibility) -> bool | None:
        """None where the criticality is unknown."""
        return self.rows[self.place_of[row.subject]].critical

    @property
    def critical_teams(self) -> RowIndex[TeamId]:
        """The teams that own a critical row, with those rows."""
        return self.owned_critical

    def name(self, team: TeamId) -> str:
        """A team's name, the alert's or, where there is no such team, the id."""
        return self.organization.team_name(team)

    def by_name(self, team: TeamId) -> tuple[str, str]:
        """A key that puts teams in the order of their names, whatever the order of the file."""
        return self.name(team), team

    @cached_property
    def rotations_of(self) -> Mapping[TeamId, tuple[Rotation, ...]]:
        """The rotations of each team that has any, by level."""
        return self.organization.rotations_of

    def is_on_call(self, team: TeamId) -> bool:
        return team in self.rotations_of

    def is_heard(self, row: RowFacts, team: TeamId) -> bool:
        """Whether somebody is on call for a page of the row that lands on the team: itself or one before it."""
        return self.is_on_call(team) or any(self.is_on_call(other) for other in self.chain_of(row.row).before(team))

    @cached_property
    def escalations(self) -> tuple[Escalation, ...]:
        """Those that carry a page."""
        return tuple(each for each in self.organization.escalations if each.carries_pages)

    @cached_property
    def whole_chain(self) -> Chain:
        """Every escalation that carries a page, whatever rows it is for."""
        return Chain(self._unlimited.joined_by(self._limited, self.present_ids), list(range(len(self.rows))))

    @cached_property
    def _unlimited(self) -> Escalations:
        """Those that cover every row."""
        return NO_ESCALATIONS.joined_by(
            (each for each in self.escalations if not each.is_conditional), self.present_ids
        )

    @cached_property
    def _limited(self) -> tuple[Escalation, ...]:
        """Those for rows of some layers or services, and for rows that name none."""
        return tuple(each for each in self.escalations if each.is_conditional)

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """A chain for each kind of row that escalations tell apart; without rows, the escalations that cover any."""
        if not self.rows:
            return (Chain(self._unlimited, []),)
        return tuple(dict.fromkeys(self._chain_by_signature.values()))

    @cached_property
    def dead_ends(self) -> Mapping[TeamId, tuple[int, ...]]:
        """The teams that a page can get to and no further, governance left out, with the places of such pages' rows."""
        stuck: dict[TeamId, list[int]] = {}
        for chain in self.chains:
            for team in chain.reach:
                if team != ALERT and not chain.escalations.get(team) and self.present[team].kind != "governance":
                    stuck.setdefault(team, []).extend(chain.places)
        return {team: tuple(places) for team, places in stuck.items()}

    @cached_property
    def passages(self) -> Mapping[Chain, Mapping[TeamId, Passage]]:
        """The teams that the pages of each chain have to pass through; the same object while no edit changes any."""
        return {chain: passages_of(chain, self.rows_at(chain.places)) for chain in self.chains}

    def _passages_after(
        self, before: Mapping[Chain, Mapping[TeamId, Passage]], edits: tuple[RowEdit, ...]
    ) -> Mapping[Chain, Mapping[TeamId, Passage]]:
        touched = dict.fromkeys(
            self.chain_of(edit.after.row) for edit in edits if edit.before.carriers != edit.after.carriers
        )
        anew = {chain: passages_of(chain, self.rows_at(chain.places)) for chain in touched}
        return before if all(before[chain] == found for chain, found in anew.items()) else {**before, **anew}

    def chain_of(self, row: Responsibility) -> Chain:
        """What a page can take for one row: E, restricted to the escalations that cover it."""
        return self.chain_for(row.layer, row.service)

    def chain_for(self, layer: LayerId | None, service: ServiceId | None) -> Chain:
        """What a page can take for the rows of a layer and a service, of which there is one at least."""
        return self._chain_by_signature[self._signature(layer, service)]

    def chain_by_itself(self, row: Responsibility) -> Chain:
        """The same escalations, for this row alone: where those of the others are not wanted."""
        limited = (self._limited[place] for place in self._covering(self._signature(row.layer, row.service)))
        return Chain(self._unlimited.joined_by(limited, self.present_ids), [self.place_of[row.subject]])

    @cached_property
    def _chain_by_signature(self) -> Mapping[Signature, Chain]:
        places_of: dict[Signature, list[int]] = {}
        for (service, layer), places in self.in_place.items():
            places_of.setdefault(self._signature(layer, service), []).extend(places)
        made: dict[tuple[int, ...], Chain] = {}
        chains: dict[Signature, Chain] = {}
        for signature, held in places_of.items():
            covering = self._covering(signature)
            if covering not in made:
                limited = (self._limited[place] for place in covering)
                made[covering] = Chain(self._unlimited.joined_by(limited, self.present_ids), [])
            made[covering].places.extend(held)
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
        for place, escalation in enumerate(self._limited):
            for service in escalation.services or (None,):
                places.setdefault(service, []).append(place)
        return places

    @cached_property
    def _told_apart(self) -> tuple[frozenset[LayerId], frozenset[ServiceId]]:
        """The layers and services that some escalation names."""
        return (
            frozenset(layer for each in self.escalations for layer in each.layers),
            frozenset(service for each in self.escalations for service in each.services),
        )

    def _signature(self, layer: LayerId | None, service: ServiceId | None) -> Signature:
        layers, services = self._told_apart
        return (
            layer if layer in layers else _other_layer(layer) if layers else None,
            service if service in services else _other_service(service) if services else None,
        )

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for each key for as long as this graph lives."""
        if key not in self._memory:
            self._memory[key] = make()
        found: T = self._memory[key]
        return found

    def remembered_by_value(self, key: Hashable, make: Callable[[], T]) -> T:
        """The same through all edits of rows: for what depends on the key, and else on nothing of any row."""
        if key not in self._by_value:
            if len(self._by_value) >= _MOST_REMEMBERED:
                self._by_value.clear()
            self._by_value[key] = make()
        found: T = self._by_value[key]
        return found


_OF_NO_ROW: Final = frozenset(
    {
        *("present", "present_ids", "standing_in", "place_of", "place_of_row", "rotations_of", "escalations"),
        *("_unlimited", "_limited", "_places_by_service", "_told_apart"),
    }
)
"""What no row has a part in, but for the id of each and its place in the list."""

_OF_NO_ESCALATION: Final = frozenset(
    {"present", "present_ids", "standing_in", "place_of", "place_of_row", "rotations_of", "rows"}
)
"""What no escalation has a part in."""

_OF_WHERE_ROWS_ARE: Final = frozenset({"whole_chain", "chains", "dead_ends", "_chain_by_signature"})
"""What depends on the layers and services of rows, and on nothing else of theirs."""


def _other_layer(layer: LayerId | None) -> LayerId | None:
    return None if layer is None else LayerId(_ANY_OTHER)


def _other_service(service: ServiceId | None) -> ServiceId | None:
    return None if service is None else ServiceId(_ANY_OTHER)
