"""Rows by names that tell them apart in a list: with their service where another row has the same name."""

from __future__ import annotations

from collections import Counter

from orgmodel.model import Organization, Responsibility, RowId


def row_names(organization: Organization) -> tuple[tuple[RowId, str], ...]:
    """Every row and its name, in the order of the file: `Database`, or `Database · Checkout`."""
    counts = Counter(row.name for row in organization.responsibilities)
    return tuple(
        (row.id, row.name if counts[row.name] == 1 else f"{row.name} · {place_of(organization, row)}")
        for row in organization.responsibilities
    )


def place_of(organization: Organization, row: Responsibility) -> str:
    """The service that a row belongs to, by name."""
    service = organization.service_by_id.get(row.service) if row.service else None
    return service.name if service else "the whole organisation"
