"""Whether two rotations ever have the same person on call at one minute: by their turns, and by their hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import gcd
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from orgmodel.coverage import Span, spans_in_week, week_of, zone_of
from orgmodel.coverage.spans import WHOLE_WEEK, common
from orgmodel.graph import OrgGraph
from orgmodel.model import Rotation, Subject
from orgmodel.rules.day_judged import day_judged

_UTC: Final = ZoneInfo("UTC")
_LAST_DAY: Final = date(9000, 1, 1)
_WEEKS: Final = 53


class Listed(NamedTuple):
    """A rotation with the people in it, one for each turn."""

    rotation: Rotation
    people: tuple[Subject, ...]


def do_meet(person: Subject, first: Listed, second: Listed) -> bool | None:
    """Whether the turns of a person in two lists ever fall together; None where the length of a turn is unknown.

    Turns of `a` and `b` seconds begin `d` apart in the first round, and by multiples of `g` more or less in later ones.
    """
    ones, others = ([place for place, held in enumerate(each.people) if held == person] for each in (first, second))
    if len(ones) == len(first.people) or len(others) == len(second.people) or (ones[0] == others[0] == 0):
        return True
    turns = [round(each.rotation.turn.minutes * 60) if each.rotation.turn else 0 for each in (first, second)]
    if not all(turns):
        return None
    a, b = turns
    g = gcd(a * len(first.people), b * len(second.people))
    apart = ((other * b - one * a) % g for one in ones for other in others)
    return any(d < a or g - d < b for d in apart)


def share_hours(graph: OrgGraph, first: Rotation, second: Rotation) -> bool | None:
    """Whether some minute of the year is covered by both; None where the hours of one are unknown."""
    if first.coverage is None or second.coverage is None:
        return None
    if WHOLE_WEEK in (week_of(first.coverage), week_of(second.coverage)):
        return bool(week_of(first.coverage) and week_of(second.coverage))
    return any(common(one, other) for one, other in weeks_side_by_side(graph, (first, second)))


def weeks_side_by_side(graph: OrgGraph, rotations: Sequence[Rotation]) -> Iterable[tuple[tuple[Span, ...], ...]]:
    """What rotations with known hours cover, side by side in each week of twelve months; one week where all are alike.

    Clocks of different zones are put forward on different days.
    """
    hours = [rotation.coverage for rotation in rotations if rotation.coverage]
    if len({zone_of(graph.organization, rotation).key for rotation in rotations}) == 1:
        return (tuple(map(week_of, hours)),)
    return zip(*(_year(graph, rotation) for rotation in rotations), strict=True)


def _year(graph: OrgGraph, rotation: Rotation) -> tuple[tuple[Span, ...], ...]:
    """The weeks of twelve months by the clock of UTC."""
    today = min(day_judged(graph), _LAST_DAY)
    days = [today + timedelta(weeks=week) for week in range(_WEEKS)]
    return graph.remembered(
        ("year", rotation.id),
        lambda: tuple(spans_in_week(graph.organization, rotation, day, _UTC) or () for day in days),
    )
