"""The matrix as geometry in pixels: which line shows what, where a cell is, what is under a point. Nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, Literal, NamedTuple

from orgmodel.model import LayerId, Organization, Responsibility, ServiceId, TeamKind
from orgmodel.model.value import value
from ui.matrix.columns import FROZEN_WIDTH, MARK_WIDTH, Columns

HEADER_HEIGHT: Final = 76
LINE_HEIGHT: Final = 26

NAME_COLUMN: Final = -1
"""The place of the name among the columns that a cell can be in; teams count from 0."""

Part = Literal["header", "mark", "name", "team", "area", "paged", "runbook", "state", "beyond"]


class GroupKey(NamedTuple):
    """What the rows of a group have in common; either may be absent."""

    service: ServiceId | None
    layer: LayerId | None


class Box(NamedTuple):
    """A rectangle on screen, measured from the top left corner of the view."""

    x: int
    y: int
    width: int
    height: int


class Hit(NamedTuple):
    """What is under a point: the part, and the line and column where there is one."""

    part: Part
    line: int | None = None
    column: int = NAME_COLUMN


@value
class Port:
    """The part of the content that is on screen: how far it is scrolled, and the size of the view with its header."""

    x: int
    y: int
    width: int
    height: int


@value
class Group:
    """The rows of one service in one layer; `rows` are those shown, as places among the responsibilities."""

    key: GroupKey
    title: str
    kind: TeamKind | None
    rows: tuple[int, ...]
    total: int
    is_collapsed: bool


@value(indexed=True)
class MatrixLayout:
    """Lines from the top: a row's place among the responsibilities, or -1 - n for the n-th group."""

    columns: Columns
    groups: tuple[Group, ...]
    lines: tuple[int, ...]

    @cached_property
    def line_of_row(self) -> Mapping[int, int]:
        return {row: line for line, row in enumerate(self.lines) if row >= 0}

    @cached_property
    def line_of_group(self) -> Mapping[GroupKey, int]:
        return {self.groups[-1 - row].key: line for line, row in enumerate(self.lines) if row < 0}

    @cached_property
    def group_of_row(self) -> Mapping[int, int]:
        """The place of the group of each shown row, also of those that are folded away."""
        return {row: place for place, group in enumerate(self.groups) for row in group.rows}

    @property
    def height(self) -> int:
        return len(self.lines) * LINE_HEIGHT

    @property
    def shown(self) -> int:
        """How many rows the filter lets through."""
        return sum(len(group.rows) for group in self.groups)

    def row_at(self, line: int) -> int | None:
        """The row of a line, None for a group's line."""
        row = self.lines[line]
        return row if row >= 0 else None

    def group_at(self, line: int) -> Group | None:
        row = self.lines[line]
        return self.groups[-1 - row] if row < 0 else None

    def line_for(self, row: int) -> int | None:
        """Where a row is to be seen: its line, else that of its folded group; None where the filter hides it."""
        line = self.line_of_row.get(row)
        if line is None and row in self.group_of_row:
            line = self.line_of_group[self.groups[self.group_of_row[row]].key]
        return line

    def lines_between(self, port: Port, top: int, bottom: int) -> range:
        """The lines that show anything between two heights on screen; those under the header do not count."""
        first = (max(top, HEADER_HEIGHT) - HEADER_HEIGHT + port.y) // LINE_HEIGHT
        last = -(-(bottom - HEADER_HEIGHT + port.y) // LINE_HEIGHT)
        return range(max(0, first), max(0, min(len(self.lines), last)))

    def visible_teams(self, port: Port, left: int = FROZEN_WIDTH, right: int | None = None) -> range:
        """The team columns that show anything between two places on screen, beside the frozen columns."""
        width = self.columns.team_width
        first = (max(left, FROZEN_WIDTH) - FROZEN_WIDTH + port.x) // width
        last = -(-((port.width if right is None else right) - FROZEN_WIDTH + port.x) // width)
        return range(max(0, first), max(0, min(len(self.columns.teams), last)))

    def line_y(self, port: Port, line: int) -> int:
        return HEADER_HEIGHT + line * LINE_HEIGHT - port.y

    def cell_box(self, port: Port, line: int, column: int) -> Box:
        """Where a cell is on screen, also where that is outside or under the frozen columns."""
        y = self.line_y(port, line)
        if column == NAME_COLUMN:
            return Box(0, y, FROZEN_WIDTH, LINE_HEIGHT)
        return Box(self.columns.team_x(column) - port.x, y, self.columns.team_width, LINE_HEIGHT)

    def line_box(self, port: Port, line: int) -> Box:
        return Box(0, self.line_y(port, line), port.width, LINE_HEIGHT)

    def hit(self, port: Port, x: int, y: int) -> Hit:
        """What is under a point of the screen; the frozen columns and the header lie above the rest."""
        if y < HEADER_HEIGHT:
            return Hit("header", None, self._hit_across(port, x).column)
        line = (y - HEADER_HEIGHT + port.y) // LINE_HEIGHT
        across = self._hit_across(port, x)
        return across._replace(line=line) if line < len(self.lines) else Hit("beyond", None, across.column)

    def _hit_across(self, port: Port, x: int) -> Hit:
        if x < FROZEN_WIDTH:
            return Hit("mark" if x < MARK_WIDTH else "name")
        columns, inside = self.columns, x + port.x
        if inside < columns.area_x:
            return Hit("team", None, (inside - FROZEN_WIDTH) // columns.team_width)
        if inside < columns.paged_x:
            return Hit("area")
        if inside < columns.runbook_x:
            return Hit("paged")
        return Hit("runbook") if inside < columns.state_x else Hit("state")

    def scroll_to(self, port: Port, line: int, column: int) -> tuple[int, int]:
        """How far to scroll, across and down, so that a cell is whole on screen; the least that is needed."""
        top, room = line * LINE_HEIGHT, port.height - HEADER_HEIGHT
        y = min(port.y, top) if top < port.y else max(port.y, top + LINE_HEIGHT - room)
        if column == NAME_COLUMN:
            return port.x, y
        left, width = self.columns.team_x(column) - FROZEN_WIDTH, self.columns.team_width
        x = left if left < port.x else max(port.x, left + width - (port.width - FROZEN_WIDTH))
        return x, y


def lay_out(
    organization: Organization,
    columns: Columns,
    shown: Iterable[int],
    collapsed: frozenset[GroupKey] = frozenset(),
) -> MatrixLayout:
    """The rows at the places `shown`, grouped by service and layer in the file's order of those; no empty group."""
    rows = organization.responsibilities
    totals: dict[GroupKey, int] = {}
    for row in rows:
        key = key_of(row)
        totals[key] = totals.get(key, 0) + 1
    members: dict[GroupKey, list[int]] = {key: [] for key in _in_order(organization, totals)}
    for place in shown:
        members[key_of(rows[place])].append(place)
    several = len({key.service for key in totals}) > 1
    groups = tuple(
        _group(organization, key, places, totals[key], several=several, is_collapsed=key in collapsed)
        for key, places in members.items()
        if places
    )
    lines: list[int] = []
    for number, group in enumerate(groups):
        lines.append(-1 - number)
        if not group.is_collapsed:
            lines.extend(group.rows)
    return MatrixLayout(columns, groups, tuple(lines))


def key_of(row: Responsibility) -> GroupKey:
    return GroupKey(row.service, row.layer)


def _in_order(organization: Organization, keys: Iterable[GroupKey]) -> list[GroupKey]:
    services = {service.id: place for place, service in enumerate(organization.services)}
    layers = {layer.id: place for place, layer in enumerate(organization.layers)}

    def rank(key: GroupKey) -> tuple[int, int]:
        service = len(services) if key.service is None else services.get(key.service, len(services))
        return service, len(layers) if key.layer is None else layers.get(key.layer, len(layers))

    return sorted(keys, key=rank)


def _group(
    organization: Organization, key: GroupKey, rows: Sequence[int], total: int, *, several: bool, is_collapsed: bool
) -> Group:
    layer = organization.layer_by_id.get(key.layer) if key.layer else None
    title = layer.title if layer else "No layer"
    if several:
        service = organization.service_by_id.get(key.service) if key.service else None
        title = f"{service.name if service else 'Whole organisation'} · {title}"
    return Group(key, title, layer.kind if layer else None, tuple(rows), total, is_collapsed)
