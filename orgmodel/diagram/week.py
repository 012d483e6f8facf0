"""The week strip as geometry: rows from the top, days from the left, in the unit of a medium; nothing of Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Final
from zoneinfo import ZoneInfo

from orgmodel.diagram.shapes import Rect
from orgmodel.diagram.week_axis import WeekAxis, week_axis
from orgmodel.diagram.week_lanes import Lane, Needs, lanes_of, needs_of
from orgmodel.diagram.week_steps import Step, steps_of
from orgmodel.model import Organization, RotationId, ServiceId, TeamId
from orgmodel.model.value import value


@value
class WeekMeasures:
    """The sizes of a medium: pixels at 100 % on screen."""

    label: float = 212
    day: float = 124
    lane: float = 44
    missing: float = 32
    head: float = 26
    header: float = 48
    track: float = 20
    """How much higher a lane is for each rotation beyond two that go on at the same time."""
    padding: float = 8
    """What a lane keeps free above and below its shifts."""


SCREEN: Final = WeekMeasures()


@value
class Head:
    """The head of a step: `1 First to hear`."""

    number: int | None
    title: str

    @property
    def said(self) -> str:
        return f"{self.number} {self.title}" if self.number else self.title


Row = Head | Lane


@value(indexed=True)
class WeekPlan:
    """What a week strip shows from top to bottom, and where; heights and places count from its upper left corner."""

    axis: WeekAxis
    rows: tuple[Row, ...]
    measures: WeekMeasures = SCREEN

    @cached_property
    def tops(self) -> tuple[float, ...]:
        """Where each row begins, below the header; and where the last one ends."""
        return tuple(accumulate((self.height_of(row) for row in self.rows), initial=self.measures.header))

    @property
    def width(self) -> float:
        return self.measures.label + 7 * self.measures.day

    @property
    def height(self) -> float:
        return self.tops[-1]

    @cached_property
    def lanes(self) -> tuple[int, ...]:
        """The places of the rows that are lanes."""
        return tuple(place for place, row in enumerate(self.rows) if isinstance(row, Lane))

    @cached_property
    def lane_of_rotation(self) -> Mapping[RotationId, int]:
        return {rotation.id: place for place, row in self._lane_rows for rotation in row.rotations}

    @cached_property
    def lane_of_team(self) -> Mapping[TeamId, int]:
        """The first lane of each team."""
        found: dict[TeamId, int] = {}
        for place, row in self._lane_rows:
            found.setdefault(row.team, place)
        return found

    @property
    def _lane_rows(self) -> list[tuple[int, Lane]]:
        return [(place, row) for place, row in enumerate(self.rows) if isinstance(row, Lane)]

    def height_of(self, row: Row) -> float:
        measures = self.measures
        if isinstance(row, Head):
            return measures.head
        if not row.rotations and not row.is_first:
            return measures.missing
        return measures.lane + max(row.track_count - 2, 0) * measures.track

    def row_at(self, y: float) -> int | None:
        """The row at a height; None above the first and below the last."""
        place = bisect_right(self.tops, y) - 1
        return place if 0 <= place < len(self.rows) else None

    def rows_between(self, top: float, bottom: float) -> range:
        """The rows that show anything between two heights."""
        first = max(bisect_right(self.tops, top) - 1, 0)
        last = bisect_right(self.tops, bottom)
        return range(min(first, len(self.rows)), min(last, len(self.rows)))

    def x_of(self, instant: int) -> float:
        return self.measures.label + self.axis.place_of(instant) * self.measures.day

    def instant_at(self, x: float) -> int:
        return self.axis.instant_at((x - self.measures.label) / self.measures.day)

    def row_rect(self, place: int) -> Rect:
        return Rect(0, self.tops[place], self.width, self.tops[place + 1] - self.tops[place])

    def rect_of(self, place: int, start: int, end: int, track: int | None) -> Rect:
        """Where something stands in the lane at a place of the rows; without a track over all of them."""
        lane, measures = self.rows[place], self.measures
        top, bottom = self.tops[place] + measures.padding, self.tops[place + 1] - measures.padding
        count = lane.track_count if isinstance(lane, Lane) else 1
        left = self.x_of(start)
        if track is None or count == 1:
            if isinstance(lane, Lane) and bottom - top < measures.lane - 2 * measures.padding:
                top, bottom = self.tops[place] + 6, self.tops[place + 1] - 6
            return Rect(left, top, self.x_of(end) - left, bottom - top)
        top, bottom = self.tops[place] + 4, self.tops[place + 1] - 4
        each = (bottom - top + 2) / count
        return Rect(left, top + track * each, self.x_of(end) - left, each - 2)


def plan_of(
    organization: Organization,
    day: date,
    zone: ZoneInfo,
    service: ServiceId | None = None,
    *,
    needs: Needs | None = None,
    shown: Sequence[TeamId] | None = None,
    measures: WeekMeasures = SCREEN,
) -> WeekPlan:
    """The week of a day on the clock of a zone, for the chain of a service or all of them; only some teams if given."""
    axis = week_axis(day, zone)
    wanted = None if shown is None else frozenset(shown)
    needs = needs or needs_of(organization)
    rows: list[Row] = []
    for step in steps_of(organization, service):
        teams = step.teams if wanted is None else tuple(team for team in step.teams if team in wanted)
        lanes = list(lanes_of(organization, Step(step.number, step.title, teams), axis, needs))
        if lanes:
            rows += [Head(step.number, step.title), *lanes]
    return WeekPlan(axis, tuple(rows), measures)
