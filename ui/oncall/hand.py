"""What the keyboard is on in the week: the moment line, a lane, or the windows of a rotation; no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodel.coverage.spans import WEEK, Stretch
from orgmodel.diagram.week import WeekPlan
from orgmodel.diagram.week_blocks import Block
from orgmodel.diagram.week_hours import alike, held_of
from orgmodel.diagram.week_lanes import Lane
from orgmodel.model import Rotation, RotationId, TeamId
from orgmodel.model.value import value


@value
class Hand:
    """A lane by its team and level, and in it perhaps a stretch of one rotation; neither is the moment line.

    A stretch stands for all that are at the same hours on days in a row, unless it is `alone`.
    """

    team: TeamId | None = None
    level: int | None = None
    rotation: RotationId | None = None
    held: Stretch | None = None
    alone: bool = False

    @property
    def is_window(self) -> bool:
        return self.held is not None


ON_MOMENT = Hand()


def hand_on(lane: Lane, block: Block | None = None, *, alone: bool = False) -> Hand:
    if block is None:
        return Hand(lane.team, lane.level)
    return Hand(lane.team, lane.level, block.rotation, block.held, alone)


def row_of(plan: WeekPlan, hand: Hand) -> int | None:
    """The place of its lane among the rows; None where that is not shown, and on the moment line."""
    if hand.team is None:
        return None
    if hand.rotation is not None and hand.rotation in plan.lane_of_rotation:
        return plan.lane_of_rotation[hand.rotation]
    first = plan.lane_of_team.get(hand.team)
    if first is None:
        return None
    for place in range(first, len(plan.rows)):
        lane = plan.rows[place]
        if not isinstance(lane, Lane) or lane.team != hand.team:
            break
        if lane.level == hand.level:
            return place
    return first


def grasped(rotation: Rotation, hand: Hand) -> tuple[Stretch, ...]:
    """The stretches of the rotation that an edit is about."""
    if rotation.coverage is None or hand.held is None:
        return ()
    held = held_of(rotation.coverage)
    if hand.held not in held:
        return ()
    return (hand.held,) if hand.alone else alike(held, hand.held)


def found_again(held: Sequence[Stretch], wanted: Stretch) -> Stretch | None:
    """The stretch that has the start of one that was there before an edit, else the nearest to it; None of none."""
    begin = wanted[0] % WEEK
    for start, end in held:
        if start <= begin < end or start <= begin + WEEK < end:
            return start, end
    return min(held, key=lambda each: abs(each[0] - begin), default=None)
