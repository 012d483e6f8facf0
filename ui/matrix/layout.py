"""The matrix as geometry in pixels: which line shows what, where a cell is, what is under a point. Nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, Literal, NamedTuple

from orgmodel.model import Organization
from orgmodel.model.value import value
from ui.matrix.columns import FROZEN_WIDTH, MARK_WIDTH, NAME_COLUMN, Columns
from ui.matrix.grouping import Group, GroupKey, grouped, key_of
from ui.matrix.shape import Grouping

__all__ = [
    "HEADER_HEIGHT", "LINE_HEIGHT", "NAME_COLUMN", "Box", "Group", "GroupKey", "Hit", "MatrixLayout", "Port", "key_of",
    "lay_out",
]  # fmt: skip

HEADER_HEIGHT: Final = 76
LINE_HEIGHT: Final = 26

Part = Literal["header", "mark", "name", "team", "area", "paged", "runbook", "state", "beyond"]


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
        return sum(len(group.rows) for group in self.groups) if self.groups else len(self.lines)

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
        return Box(self.columns.x_of(column) - port.x, y, self.columns.width_of(column), LINE_HEIGHT)

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
        place = self.columns.place_at(x + port.x)
        if place is None:
            return Hit("beyond")
        return Hit(self.columns.fact_at(place) or "team", None, place)

    def scroll_to(self, port: Port, line: int, column: int) -> tuple[int, int]:
        """How far to scroll, across and down, so that a cell is whole on screen; the least that is needed."""
        top, room = line * LINE_HEIGHT, port.height - HEADER_HEIGHT
        y = min(port.y, top) if top < port.y else max(port.y, top + LINE_HEIGHT - room)
        if column == NAME_COLUMN:
            return port.x, y
        left, width = self.columns.x_of(column) - FROZEN_WIDTH, self.columns.width_of(column)
        x = left if left < port.x else max(port.x, left + width - (port.width - FROZEN_WIDTH))
        return x, y


def lay_out(
    organization: Organization,
    columns: Columns,
    shown: Iterable[int],
    collapsed: frozenset[GroupKey] = frozenset(),
    grouping: Grouping = "layer",
) -> MatrixLayout:
    """The rows at the places `shown` in their groups, or one after the other where there are none."""
    places = tuple(shown)
    if grouping == "none":
        return MatrixLayout(columns, (), places)
    groups = grouped(organization, places, collapsed, grouping)
    lines: list[int] = []
    for number, group in enumerate(groups):
        lines.append(-1 - number)
        if not group.is_collapsed:
            lines.extend(group.rows)
    return MatrixLayout(columns, groups, tuple(lines))
