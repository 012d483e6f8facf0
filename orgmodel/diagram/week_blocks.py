"""What stands in one lane of a week: the shifts of its rotations, and the hours at which nobody is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from orgmodel.coverage import WEEK, zone_of
from orgmodel.coverage.spans import DAY, Stretch
from orgmodel.coverage.weeks import hours_of, open_between
from orgmodel.diagram.week_axis import WeekAxis, in_week
from orgmodel.diagram.week_hours import held_of, shifts_of
from orgmodel.diagram.week_lanes import Lane, people_said, site_of
from orgmodel.model import DAYS, Organization, Rotation, RotationId
from orgmodel.model.value import changed, value
from orgmodel.sentences import short

GapKind = Literal["nobody", "away", "later-level", "need-unknown", "hours-unknown", "no-rotation", "no-backup"]


@value
class Block:
    """A shift on the strip, from one instant to another; `held` is the stretch of its rotation that it is a part of.

    `is_start` and `is_end` say that the stretch itself begins and ends here. `labels` say the same in fewer and fewer
    words.
    """

    rotation: RotationId
    held: Stretch
    start: int
    end: int
    is_start: bool
    is_end: bool
    track: int
    is_tint: bool
    is_empty: bool
    labels: tuple[str, ...]


@value
class Gap:
    """Hours that a lane leaves open, or of which nothing is known; `track` None takes the height of the lane."""

    kind: GapKind
    start: int
    end: int
    track: int | None
    labels: tuple[str, ...]


@value
class LaneContent:
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...]


def content_of(organization: Organization, lane: Lane, axis: WeekAxis, *, is_away: bool = False) -> LaneContent:
    """The shifts by time and track, and the gaps; of a team that is away nobody is there all week."""
    blocks = _coloured(
        [block for place in range(len(lane.rotations)) for block in _blocks(organization, lane, place, axis)]
    )
    gaps: list[Gap] = [*_unknown_hours(lane, axis), *_missing(lane, axis)]
    if is_away and lane.is_first:
        gaps = [Gap("away", axis.start, axis.end, None, ("away: nobody", "away"))]
    elif lane.is_first and lane.rotations:
        gaps += _open(organization, lane, axis)
    return LaneContent(blocks, tuple(gaps))


def _blocks(organization: Organization, lane: Lane, place: int, axis: WeekAxis) -> Iterator[Block]:
    rotation, track = lane.rotations[place], lane.tracks[place]
    if rotation.coverage is None:
        return
    zone = zone_of(organization, rotation)
    shift = rotation.shift.minutes if rotation.shift else None
    several = len(lane.rotations) > 1
    for held in held_of(rotation.coverage):
        pieces = shifts_of(held, shift)
        for piece in pieces:
            for start, end in in_week(piece, zone, axis):
                yield Block(
                    rotation.id,
                    held,
                    max(start, axis.start),
                    min(end, axis.end),
                    is_start=piece is pieces[0] and start >= axis.start,
                    is_end=piece is pieces[-1] and end <= axis.end,
                    track=track,
                    is_tint=several and place % 2 == 1,
                    is_empty=rotation.is_empty,
                    labels=_labels(organization, rotation, (start, end), axis, several=several, cut=len(pieces) > 1),
                )


def _coloured(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """In order of time; where shifts of one rotation follow each other without a break, every other is a tint."""
    found = sorted(blocks, key=lambda block: (block.track, block.start, block.end))
    for place, (before, block) in enumerate(pairwise(found), 1):
        if block.rotation == before.rotation and block.track == before.track and block.start == before.end:
            found[place] = changed(block, is_tint=not found[place - 1].is_tint)
    return tuple(found)


def _labels(
    organization: Organization, rotation: Rotation, when: Stretch, axis: WeekAxis, *, several: bool, cut: bool
) -> tuple[str, ...]:
    hours = hours_said(when, axis)
    if several:
        site = site_of(organization, rotation)
        return f"{site}, {hours}", site, hours
    return (hours,) if cut else (f"{hours}, {people_said(rotation)}", hours)


def hours_said(when: Stretch, axis: WeekAxis) -> str:
    """`9–17` within a day, else `Mon 08:00 to Sat 00:00`, `around the clock` from a week on."""
    if when[1] - when[0] >= WEEK - 60:
        return "around the clock"
    start, end = axis.clock_at(when[0]), axis.clock_at(when[1])
    if 0 < end - start <= DAY and start // DAY == (end - 1) // DAY:
        return f"{_short(start)}–{_short(end) if end % DAY else 24}"
    if end - start <= DAY:
        return f"{_short(start)}–{_short(end)}"
    return f"{minute_said(start)} to {minute_said(end)}"


def minute_said(minute: int) -> str:
    """`Sat 03:00` of a minute of the week."""
    return f"{DAYS[minute // DAY % 7]} {minute % DAY // 60:02}:{minute % 60:02}"


def _short(minute: int) -> str:
    hour, rest = divmod(minute % DAY, 60)
    return f"{hour}:{rest:02}" if rest else f"{hour}"


def lasting_hours(minutes: int) -> str:
    """`56 h`, `7.5 h`."""
    return f"{short(minutes / 60)} h"


def _unknown_hours(lane: Lane, axis: WeekAxis) -> Iterator[Gap]:
    for rotation, track in zip(lane.rotations, lane.tracks, strict=True):
        if rotation.coverage is None:
            labels = (f"{rotation.id}: hours unknown", "hours unknown", "unknown")
            yield Gap("hours-unknown", axis.start, axis.end, track, labels)


def _missing(lane: Lane, axis: WeekAxis) -> Iterator[Gap]:
    if lane.level is None:
        yield Gap("no-rotation", axis.start, axis.end, None, ("unknown: no rotation", "no rotation"))
    elif not lane.rotations:
        labels = ("no backup level",) if lane.level > 1 else ("no level 1",)
        yield Gap("no-backup", axis.start, axis.end, None, labels)


def _open(organization: Organization, lane: Lane, axis: WeekAxis) -> Iterator[Gap]:
    """Where the team is needed and nobody is on call on any level; where only a later level is."""
    rotations = organization.rotations_of.get(lane.team, ())
    known = [hours for rotation in rotations if (hours := hours_of(organization, rotation)) is not None]
    if len(known) < len(rotations):
        return
    whole_week = lane.need != "own"
    around = (axis.start - WEEK, axis.end + WEEK)  # a silence over the weekend goes on after Sunday
    nobody, later = open_between(known, axis.monday, *around, whole_week=whole_week)
    for start, end, whole in _seen(nobody, axis):
        lasts = _lasts(whole, around)
        if lane.need == "unknown" and not _is_theirs(organization, lane, axis, (start, end)):
            labels = (f"nobody for {lasts}; unknown if needed", "unknown if needed", "?")
            yield Gap("need-unknown", start, end, None, labels)
        else:
            yield Gap("nobody", start, end, None, (f"nobody, {lasts}", lasts))
    for start, end, whole in _seen(later, axis):
        lasts = _lasts(whole, around)
        yield Gap("later-level", start, end, None, (f"level 1 missing, {lasts}", lasts))


def _seen(found: Sequence[Stretch], axis: WeekAxis) -> Iterator[tuple[int, int, Stretch]]:
    """What of each stretch is in the week, and all of it."""
    for start, end in found:
        if start < axis.end and end > axis.start:
            yield max(start, axis.start), min(end, axis.end), (start, end)


def _lasts(whole: Stretch, around: Stretch) -> str:
    """How long a silence lasts; one that began before anybody looked has no end either."""
    is_ever = whole[0] <= around[0] or whole[1] >= around[1]
    return "all week" if is_ever else lasting_hours(whole[1] - whole[0])


def _is_theirs(organization: Organization, lane: Lane, axis: WeekAxis, when: Stretch) -> bool:
    """Whether a rotation with nobody in it stands for those hours."""
    rotations = organization.rotations_of.get(lane.team, ())
    empty = [rotation for rotation in rotations if rotation.is_empty and rotation.coverage]
    found = (
        there
        for rotation in empty
        if rotation.coverage
        for held in held_of(rotation.coverage)
        for there in in_week(held, zone_of(organization, rotation), axis)
    )
    return any(start <= when[0] and when[1] <= end for start, end in found)
