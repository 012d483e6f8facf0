"""Hours that a team's rotations leave open, and whether that is so every week or only in some weeks of the year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from orgmodel.coverage.seasons import Period, Run, in_seasons, runs_of
from orgmodel.coverage.spans import (
    WEEK,
    WHOLE_WEEK,
    Span,
    Stretch,
    common,
    in_words,
    joined,
    minutes_of,
    spans,
    without,
)
from orgmodel.coverage.weeks import Clock, Hours, covered, hours_of, open_between
from orgmodel.coverage.zones import first_week, team_zone
from orgmodel.model import Organization, Rotation, RotationId, TeamId
from orgmodel.model.value import value
from orgmodel.sentences import day, listed


@value
class Gap:
    """Hours of the week, by the clock of the team's zone, that are open at the same times of the year.

    `periods` are the days from and to which some of them are; none of them is every week.
    """

    spans: tuple[Span, ...]
    periods: tuple[Period, ...] = ()

    @property
    def minutes(self) -> int:
        """Minutes a week, in a week that has all of them."""
        return minutes_of(self.spans)

    @property
    def hours(self) -> tuple[str, ...]:
        """`Mon 22:00-07:00`, `Sat 00:00-Mon 08:00`."""
        return in_words(self.spans)

    @property
    def when(self) -> str:
        """`from 14 to 27 March 2027`, `except from 14 to 27 March 2027`; nothing where it is every week."""
        between = _between(self.periods)
        if between and len(between) < len(self.periods):
            return f"except {listed([_in_words(period) for period in between])}"
        return listed([_in_words(period) for period in self.periods])

    def __str__(self) -> str:
        return " ".join(part for part in (listed(self.hours), self.when) if part)


@value
class Uncovered:
    """What the rotations of a team leave open of the hours that are needed, in the twelve months from a day.

    `nobody` is on no level at all; `no_first_level` is on a later level alone. Rotations whose coverage is `unknown`
    are left out: with them, there may be less of both, and more that is needed.
    """

    zone: ZoneInfo
    nobody: tuple[Gap, ...] = ()
    no_first_level: tuple[Gap, ...] = ()
    unknown: tuple[RotationId, ...] = ()


def uncovered(organization: Organization, team_id: TeamId, today: date, *, whole_week: bool) -> Uncovered:
    """The open hours of a team in the twelve months from a day; holidays are not known.

    Needed is the `whole_week`, or else the union of the team's own windows. A rotation that is known to have nobody in
    it covers none of its hours.
    """
    rotations = organization.rotations_of.get(team_id, ())
    found = [hours for rotation in rotations if (hours := hours_of(organization, rotation)) is not None]
    unknown = tuple(sorted(rotation.id for rotation in rotations if rotation.coverage is None))
    zone = team_zone(organization, team_id)
    nobody, no_first_level = _gaps(_in_order(found), zone, first_week(today), whole_week=whole_week)
    return Uncovered(zone, nobody, no_first_level, unknown)


def around_the_clock(organization: Organization, rotations: Iterable[Rotation], today: date) -> bool | None:
    """Whether rotations together cover the whole week, somebody in them or not; None where it depends on the unknown.

    It is enough if they do in the middle of January or of July: whoever misses an hour while only one of two clocks has
    been changed is on call around the clock all the same.
    """
    found = [hours_of(organization, rotation) for rotation in rotations]
    known = _in_order([hours for hours in found if hours is not None])
    return _is_whole(known, today.year) or (None if None in found else False)


def open_in_week(
    organization: Organization, team_id: TeamId, on: date, zone: ZoneInfo, *, whole_week: bool
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Of the week of one day, as the clock of any zone shows it: what no level covers, and what level 1 does not."""
    rotations = organization.rotations_of.get(team_id, ())
    found = [hours for rotation in rotations if (hours := hours_of(organization, rotation)) is not None]
    clock = Clock(zone, first_week(on))
    both = open_between(found, clock.monday, clock.start_of(0), clock.start_of(1), whole_week=whole_week)
    nobody, no_first_level = (clock.shown(stretches, 0) for stretches in both)
    return nobody, no_first_level


def _in_order(found: Sequence[Hours]) -> tuple[Hours, ...]:
    """Each once, in an order that does not depend on the file's: equal teams have one answer."""
    return tuple(sorted(set(found), key=lambda hours: (hours.week, hours.zone.key, hours.first, hours.staffed)))


@lru_cache(maxsize=1024)
def _is_whole(hours: tuple[Hours, ...], year: int) -> bool:
    if any(rotation.week == WHOLE_WEEK for rotation in hours):
        return True
    if len({rotation.zone for rotation in hours}) < 2:
        return joined(span for rotation in hours for span in rotation.week) == WHOLE_WEEK
    mondays = [first_week(date(year, month, 15)) for month in (1, 7)]
    return any(covered(hours, monday, monday, monday + WEEK) == ((monday, monday + WEEK),) for monday in mondays)


_Both = tuple[tuple[Gap, ...], tuple[Gap, ...]]


@lru_cache(maxsize=4096)
def _gaps(hours: tuple[Hours, ...], zone: ZoneInfo, monday: int, *, whole_week: bool) -> _Both:
    """The gaps on no level at all, and those on level 1; remembered, as most teams are like others and stay so."""
    if any(rotation.week == WHOLE_WEEK and rotation.first and rotation.staffed for rotation in hours):
        return (), ()
    if all(rotation.zone is zone for rotation in hours):
        return _by_one_clock(hours, whole_week=whole_week)
    clock = Clock(zone, monday)
    runs = runs_of(clock, [rotation.zone for rotation in hours])
    nobody: list[tuple[Span, ...]] = []
    no_first_level: list[tuple[Span, ...]] = []
    for run in runs:
        start, end = clock.start_of(run.first), clock.start_of(run.first + 1)
        both = open_between(hours, monday, start, end, whole_week=whole_week)
        nobody.append(clock.shown(both[0], run.first))
        no_first_level.append(clock.shown(both[1], run.first))
    return _of_the_year(clock, runs, nobody), _of_the_year(clock, runs, no_first_level)


def _by_one_clock(hours: Sequence[Hours], *, whole_week: bool) -> _Both:
    """What is open by the clock that all of them go by, which is the same every week."""
    needed: Sequence[Stretch] = WHOLE_WEEK
    if not whole_week:
        needed = joined(span for rotation in hours for span in rotation.week)
    staffed = [rotation for rotation in hours if rotation.staffed]
    by_any = joined(span for rotation in staffed for span in rotation.week)
    by_first = joined(span for rotation in staffed if rotation.first for span in rotation.week)
    return _every_week(without(needed, by_any)), _every_week(without(common(needed, by_any), by_first))


def _every_week(stretches: Sequence[Stretch]) -> tuple[Gap, ...]:
    return (Gap(spans(stretches)),) if stretches else ()


def _of_the_year(clock: Clock, runs: Sequence[Run], open_in: Sequence[tuple[Span, ...]]) -> tuple[Gap, ...]:
    """Those of every week first, then by the hours."""
    if all(found == open_in[0] for found in open_in):
        return _every_week(open_in[0])
    found = (Gap(hours, periods) for hours, periods in in_seasons(clock, runs, open_in))
    return tuple(sorted(found, key=lambda gap: (bool(gap.periods), gap.spans)))


def _between(periods: Sequence[Period]) -> tuple[Period, ...]:
    """The days between periods that go on at both ends; none where they do not."""
    if not periods or periods[0].first or periods[-1].last:
        return ()
    one = timedelta(days=1)
    return tuple(
        Period(before.last + one, after.first - one)
        for before, after in pairwise(periods)
        if before.last and after.first
    )


def _in_words(period: Period) -> str:
    """`from 14 to 27 March 2027`, `on 25 October 2026`, `until 13 March 2027`."""
    first, last = period.first, period.last
    if first is None or last is None:
        return f"until {day(last)}" if last else f"from {day(first)} on" if first else ""
    if first == last:
        return f"on {day(first)}"
    said = day(first)
    if first.year == last.year:
        said = said.removesuffix(f" {first.year}")
        if first.month == last.month:
            said = str(first.day)
    return f"from {said} to {day(last)}"
