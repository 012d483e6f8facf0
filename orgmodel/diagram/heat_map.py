"""A heat map as geometry: which responsibilities stand in which field, how dark it is, where a wide one is split."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from orgmodel.model import Organization, Responsibility, Subject
from orgmodel.model.value import value

SHADES: Final = 4
"""So many grounds, from the palest for the fewest responsibilities in a field to the darkest for the most."""


class HeatHead(NamedTuple):
    """What heads a line or a column; no subject where it stands for all that names none."""

    title: str
    subject: Subject | None = None


@value
class HeatMap:
    """Lines from the top and columns from the left, in the order of the file; `fields` hold rows by line and column."""

    across: str
    """What the columns are: `areas`."""
    lines: tuple[HeatHead, ...]
    columns: tuple[HeatHead, ...]
    fields: tuple[tuple[tuple[Responsibility, ...], ...], ...]

    @property
    def most(self) -> int:
        """How many rows the fullest field holds."""
        return max((len(field) for line in self.fields for field in line), default=0)

    def in_line(self, place: int) -> tuple[Responsibility, ...]:
        return tuple(row for field in self.fields[place] for row in field)


def layers_and_areas(organization: Organization) -> HeatMap:
    """Layers as lines, areas as columns; what names no layer or area, or an unknown one, comes last."""
    return _map(organization, "areas", _layers(organization), _areas(organization))


def services_and_layers(organization: Organization) -> HeatMap:
    """Services as lines, those without rows too; layers as columns."""
    return _map(organization, "layers", _services(organization), _layers(organization))


Placed = tuple[tuple[HeatHead, ...], Sequence[int]]
"""Heads, and for each row of the file the place of its own."""


def _services(organization: Organization) -> Placed:
    return _placed(
        [(service.id, HeatHead(service.name, service.subject)) for service in organization.services],
        [row.service for row in organization.responsibilities],
        "The organisation as a whole",
    )


def _areas(organization: Organization) -> Placed:
    return _placed(
        [(area.id, HeatHead(area.name, area.subject)) for area in organization.areas],
        [row.area for row in organization.responsibilities],
        "No area",
    )


def _layers(organization: Organization) -> Placed:
    return _placed(
        [(layer.id, HeatHead(layer.title, layer.subject)) for layer in organization.layers],
        [row.layer for row in organization.responsibilities],
        "No layer",
    )


def _map(organization: Organization, across: str, lines: Placed, columns: Placed) -> HeatMap:
    heads, line_of = lines
    column_heads, column_of = columns
    fields: list[list[list[Responsibility]]] = [[[] for _ in column_heads] for _ in heads]
    for row, line, column in zip(organization.responsibilities, line_of, column_of, strict=True):
        fields[line][column].append(row)
    return HeatMap(across, heads, column_heads, tuple(tuple(tuple(field) for field in line) for line in fields))


def _placed(known: Sequence[tuple[str, HeatHead]], named: Sequence[str | None], without: str) -> Placed:
    """Heads of the file, then those that rows name and nothing defines, then one for what names none."""
    heads: dict[str | None, HeatHead] = dict(known)
    for name in named:
        if name is not None:
            heads.setdefault(name, HeatHead(name))
    if None in named:
        heads[None] = HeatHead(without)
    place_of = {name: place for place, name in enumerate(heads)}
    return tuple(heads.values()), [place_of[name] for name in named]


def shade_of(rows: int, most: int) -> int:
    """The ground of a field, 0 to 3; the darkest for the fullest."""
    return min(SHADES - 1, SHADES * (rows - 1) // max(most, 1)) if rows else 0


def parts_of(count: int, room: float, least: float, widest: float) -> tuple[tuple[range, ...], float]:
    """The columns in as few parts as a room asks for, of nearly equal size, and the width of each column."""
    in_one = max(int(room / least), 1)
    parts = max(-(-count // in_one), 1)
    size = max(-(-count // parts), 1)
    ranges = tuple(range(start, min(start + size, count)) for start in range(0, max(count, 1), size))
    return ranges, min(room / size, widest)
