"""Which groups the rows stand in: of a service and layer, an area, a kind of owner; in which order, by what name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from orgmodel.model import KIND_NAMES, AreaId, LayerId, Organization, Responsibility, ServiceId, TeamKind
from orgmodel.model.layers import REFERENCE_LAYERS
from orgmodel.model.value import value
from orgmodel.verdicts import owners_of
from ui.matrix.shape import Grouping
from ui.translation import tr


class GroupKey(NamedTuple):
    """What the rows of a group have in common; any may be absent."""

    service: ServiceId | None = None
    layer: LayerId | None = None
    area: AreaId | None = None
    kind: TeamKind | None = None
    by: Grouping = "layer"


@value
class Group:
    """The rows that have a key in common; `rows` are those shown, as places among the responsibilities."""

    key: GroupKey
    title: str
    kind: TeamKind | None
    rows: tuple[int, ...]
    total: int
    is_collapsed: bool


_EVERYTHING: Final = GroupKey(by="none")


def key_of(row: Responsibility) -> GroupKey:
    """The group of a row by service and layer."""
    return _of_layer(row.service, row.layer)


_of_layer = lru_cache(maxsize=1000)(GroupKey)


def keying(organization: Organization, grouping: Grouping) -> Callable[[Responsibility], GroupKey]:
    """What tells the group of a row."""

    def of_kind(row: Responsibility) -> GroupKey:
        owners = owners_of(organization, row)
        team = organization.team_by_id.get(owners[0]) if owners else None
        return GroupKey(kind=team.kind if team else None, by="kind")

    ways: dict[Grouping, Callable[[Responsibility], GroupKey]] = {
        "layer": key_of,
        "area": lambda row: GroupKey(area=row.area, by="area"),
        "kind": of_kind,
        "none": lambda _row: _EVERYTHING,
    }
    return ways[grouping]


def grouped(
    organization: Organization, shown: Sequence[int], collapsed: frozenset[GroupKey], grouping: Grouping
) -> tuple[Group, ...]:
    """The shown rows in their groups; a group without one is left out, save those that wait for their first row."""
    rows = organization.responsibilities
    keys = list(map(keying(organization, grouping), rows))
    totals = Counter(keys)
    waiting = _waiting(organization, totals) if grouping == "layer" and len(shown) == len(rows) else ()
    members: dict[GroupKey, list[int]] = {key: [] for key in _in_order(organization, (*totals, *waiting))}
    for place in shown:
        members[keys[place]].append(place)
    several = len({key.service for key in totals} | {key.service for key in waiting}) > 1
    return tuple(
        Group(
            key,
            _title(organization, key, several=several),
            _kind(organization, key),
            tuple(places),
            totals.get(key, 0),
            key in collapsed,
        )
        for key, places in members.items()
        if places or key in waiting
    )


def _waiting(organization: Organization, totals: Iterable[GroupKey]) -> tuple[GroupKey, ...]:
    """Layers that were made for this organisation, and services, that have no row yet: it can be put there."""
    services = {key.service for key in totals}
    empty = [GroupKey(service.id) for service in organization.services if service.id not in services]
    if organization.layers == REFERENCE_LAYERS:
        return tuple(empty)
    used = {key.layer for key in totals}
    home = next(iter(services)) if len(services) == 1 else None
    return (*empty, *(GroupKey(home, layer.id) for layer in organization.layers if layer.id not in used))


def _in_order(organization: Organization, keys: Iterable[GroupKey]) -> list[GroupKey]:
    services = _places(organization.services)
    layers, areas = _places(organization.layers), _places(organization.areas)
    kinds: dict[Any, int] = {kind: place for place, kind in enumerate(KIND_NAMES)}

    def rank(key: GroupKey) -> tuple[int, ...]:
        pairs = ((key.service, services), (key.layer, layers), (key.area, areas), (key.kind, kinds))
        return tuple(places.get(each, len(places)) for each, places in pairs)

    return sorted(keys, key=rank)


def _places(things: Sequence[Any]) -> dict[Any, int]:
    return {thing.id: place for place, thing in enumerate(things)}


def _title(organization: Organization, key: GroupKey, *, several: bool) -> str:
    if key.by == "area":
        area = organization.area_by_id.get(key.area) if key.area else None
        return area.name if area else tr("No area")
    if key.by == "kind":
        return tr(KIND_NAMES[key.kind]) if key.kind else tr("Nobody")
    if key.by == "none":
        return tr("Every row")
    layer = organization.layer_by_id.get(key.layer) if key.layer else None
    title = layer.title if layer else tr("No layer")
    if several:
        service = organization.service_by_id.get(key.service) if key.service else None
        title = f"{service.name if service else tr('Whole organisation')} · {title}"
    return title


def _kind(organization: Organization, key: GroupKey) -> TeamKind | None:
    """The kind of team that owns the rows by default; of a group of one kind of owner, that kind."""
    layer = organization.layer_by_id.get(key.layer) if key.layer else None
    return layer.kind if layer else None
