"""Rows by names that tell them apart in a list: with their service where another row has the same name."""

from __future__ import annotations

from collections import Counter
from typing import Final

from orgmodel.model import Organization, Responsibility, RowId, ServiceId

_NO_SERVICE: Final = "the whole organisation"


def row_names(organization: Organization) -> tuple[tuple[RowId, str], ...]:
    """Every row and its name, in the order of the file: `Database`, or `Database · Checkout`."""
    rows = organization.responsibilities
    counts = Counter([row.name for row in rows])
    places: dict[ServiceId | None, str] = {service.id: service.name for service in organization.services}
    named = ((row, places.get(row.service, _NO_SERVICE)) for row in rows)
    return tuple((row.id, row.name if counts[row.name] == 1 else f"{row.name} · {place}") for row, place in named)


def has_same_names(before: Organization, after: Organization) -> bool:
    """Whether every row has the name in the list that it had: letters are edited more often than names."""
    old, new = before.responsibilities, after.responsibilities
    if len(old) != len(new) or before.services is not after.services:
        return False
    edited = ((one, other) for one, other in zip(old, new, strict=True) if one is not other)
    return all((one.id, one.name, one.service) == (other.id, other.name, other.service) for one, other in edited)


def place_of(organization: Organization, row: Responsibility) -> str:
    """The service that a row belongs to, by name."""
    service = organization.service_by_id.get(row.service) if row.service else None
    return service.name if service else _NO_SERVICE
