"""All that a picture of the week is drawn from."""

from __future__ import annotations

from orgmodel.coverage.spans import Stretch
from orgmodel.diagram.week import WeekPlan
from orgmodel.diagram.week_blocks import Block, LaneContent
from orgmodel.diagram.week_lanes import Lane
from orgmodel.model import Subject, TeamId
from orgmodel.model.value import value
from ui.oncall.hand import Hand
from ui.oncall.state import NOTHING, OnCallState
from ui.theme import Theme


@value
class Preview:
    """A lane as it would be after the drop, and what the gesture comes to in a few words."""

    row: int
    content: LaneContent
    said: str
    start: int
    end: int


@value
class Port:
    """The part of the week that is seen, in pixels at 100 %: how far it is scrolled, and how large it is."""

    x: float
    y: float
    width: float
    height: float


@value
class Scene:
    state: OnCallState
    theme: Theme
    port: Port
    hand: Hand
    grasped: tuple[Stretch, ...]
    selection: tuple[Subject, ...]
    evidence: frozenset[TeamId]
    has_focus: bool
    hover: Block | None
    preview: Preview | None
    plan: WeekPlan

    def content(self, row: int) -> LaneContent:
        if self.preview and self.preview.row == row:
            return self.preview.content
        lane = self.plan.rows[row]
        return self.state.content(lane) if isinstance(lane, Lane) else NOTHING
