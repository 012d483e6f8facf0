"""When somebody of a team is on call: the days that any level covers, and the hours and turns of the first one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from orgmodel.coverage import around_the_clock, in_words, joined, week_of
from orgmodel.model import DAYS, Coverage, Organization, Rotation, Team, TeamId
from orgmodel.model.durations import Unit
from orgmodel.sentences import counted, few

_SOME_YEAR: Final = date(2026, 1, 1)
"""Whether clocks go round together hardly differs from one year to another."""
_UNITS: Final[dict[Unit, str]] = {"s": "second", "m": "minute", "h": "hour", "d": "day"}


def days_covered(organization: Organization, team: TeamId) -> str | None:
    """The days and hours that any rotation of a team covers, in a few words; None where nothing is known.

    Rotations that hand over to each other round the world are `24x7` together.
    """
    known = [rotation for rotation in organization.rotations_of.get(team, ()) if rotation.coverage]
    hours = [rotation.coverage for rotation in known if rotation.coverage]
    if not hours:
        return None
    if any(coverage.name == "24x7" for coverage in hours):
        return "24x7"
    days = sorted(_days_of(hours))
    is_always = len(days) == len(DAYS) and around_the_clock(organization, known, _SOME_YEAR)
    return "24x7" if is_always else _runs(days)


def _days_of(coverages: Iterable[Coverage]) -> set[int]:
    days: set[int] = set()
    for coverage in coverages:
        for window in coverage.windows:
            length = (window.last_day - window.first_day) % 7 + 1
            days.update((window.first_day + place) % 7 for place in range(length))
    return days


def _runs(days: list[int]) -> str:
    """Days as `Mon–Fri` or `Mon, Wed–Thu`."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}–{DAYS[run[-1]]}" for run in runs)


def cover_of(organization: Organization, team: Team, today: date) -> str | None:
    """`24x7, each person 1 week in 8`, `Mon–Fri 09:00–17:00`; None where nothing at all is known of anybody's.

    What the first of a team's levels covers; where it has several clocks, as they stand in the year of a day.
    """
    rotations = organization.rotations_of.get(team.id, ())
    if not rotations:
        return "no rotation" if organization.rotations else None
    first = [rotation for rotation in rotations if rotation.level == rotations[0].level and rotation.coverage]
    if not first:
        return "on call, hours unknown"
    hours = "24x7" if around_the_clock(organization, first, today) else _hours(first)
    turns = f"in {few(len(first), 'shift')}" if len(first) > 1 else _turn(first[0])
    return f"{hours}, {turns}" if turns else hours


def _hours(rotations: list[Rotation]) -> str:
    """The hours of the week by the clock of the rotations; of several clocks, how many there are."""
    zones = {rotation.timezone for rotation in rotations}
    if len(zones) > 1:
        return f"{few(len(zones), 'time zone')}"
    spans = joined(span for rotation in rotations if rotation.coverage for span in week_of(rotation.coverage))
    return ", ".join(in_words(spans)).replace("-", "–")


def _turn(rotation: Rotation) -> str:
    """How often somebody's turn comes round: `each person 1 week in 8`; nothing where that is unknown."""
    members, turn = rotation.members, rotation.turn
    number = members if isinstance(members, int) else len(members or ())
    if not number:
        return ""
    if turn is None:
        return f"{counted(number, 'person', 'people')} in turn"
    count, unit = turn.count, _UNITS[turn.unit]
    if turn.unit == "d" and turn.count % 7 == 0:
        count, unit = turn.count // 7, "week"
    return f"each person {counted(count, unit)} in {count * number}"
