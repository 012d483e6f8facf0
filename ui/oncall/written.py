"""What people type into the fields of a rotation as the model's values, and back; no Qt.

Each reading function raises `CommandRefused` with a sentence where the text means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite
from typing import Any, Final

from orgmodel.coverage import WEEK, in_words, week_of
from orgmodel.coverage.spans import DAY
from orgmodel.diagram.week_hours import coverage_of
from orgmodel.errors import CommandRefused
from orgmodel.model import ALWAYS, BUSINESS_HOURS, DAYS, Coverage, Duration, Team, Window, duration_from
from orgmodel.model.durations import Unit

_NAMED: Final = {
    "24x7": ALWAYS,
    "24/7": ALWAYS,
    "always": ALWAYS,
    "around the clock": ALWAYS,
    "all week": ALWAYS,
    "business-hours": BUSINESS_HOURS,
    "business hours": BUSINESS_HOURS,
    "working hours": BUSINESS_HOURS,
}
_DAY: Final = "|".join(DAYS).lower()
_DAY_NAME: Final = f"(?:{_DAY})[a-z]*"
_TIME: Final = r"([01]?\d|2[0-4])(?:[:.h]?([0-5]\d))?"
_WINDOW: Final = re.compile(
    rf"(?:(?P<every>daily|every day|weekdays|weekends?)|(?P<first>{_DAY_NAME})(?:\s*-\s*(?P<last>{_DAY_NAME}))?)\s+"
    rf"(?P<start>{_TIME})\s*-\s*(?P<end>{_TIME})"
)
_LONG: Final = re.compile(
    rf"(?P<first>{_DAY_NAME})\s+(?P<start>{_TIME})\s*-\s*(?P<last>{_DAY_NAME})\s+(?P<end>{_TIME})"
)
_EVERY: Final = {"daily": (0, 6), "every day": (0, 6), "weekdays": (0, 4), "weekend": (5, 6), "weekends": (5, 6)}
COVERAGE_ADVICE: Final = "write 24x7, business-hours, or days and hours as in Mon-Fri 07:00-19:00, Sat 09:00-17:00."
_MOST_PEOPLE: Final = 1_000_000


def coverage_from(text: str) -> Coverage | None:
    """None for an empty text: unknown."""
    plain = " ".join(text.replace("–", "-").replace("—", "-").split())
    if not plain:
        return None
    if plain.casefold() in _NAMED:
        return _NAMED[plain.casefold()]
    parts = [part.strip() for part in re.split("[,;]", plain) if part.strip()]
    windows = tuple(window for part in parts for window in _windows(part, text))
    if not windows:
        raise CommandRefused(f"“{text.strip()}” has no hours: {COVERAGE_ADVICE}")
    return next((known for known in (ALWAYS, BUSINESS_HOURS) if known.windows == windows), Coverage(None, windows))


def _windows(part: str, whole: str) -> tuple[Window, ...]:
    """One, or as many as it takes for `Sat 00:00-Mon 08:00`."""
    found = _LONG.fullmatch(part.casefold())
    if found is None:
        return (_window(part, whole),)
    start = _day(found["first"]) * DAY + _minutes(found["start"])
    end = _day(found["last"]) * DAY + _minutes(found["end"])
    held = coverage_of([(start, end if end > start else end + WEEK)])
    return held.windows if held else ()


def _window(part: str, whole: str) -> Window:
    found = _WINDOW.fullmatch(part.casefold())
    if found is None:
        raise CommandRefused(f"“{part if part else whole}” are no hours: {COVERAGE_ADVICE}")
    if every := found["every"]:
        first, last = _EVERY[every]
    else:
        first = _day(found["first"])
        last = _day(found["last"]) if found["last"] else first
    start, end = _minutes(found["start"]), _minutes(found["end"])
    if start >= DAY or start == end:
        raise CommandRefused(f"“{part}” lasts no time: {COVERAGE_ADVICE}")
    return Window(first, last, start, end)


def _day(name: str) -> int:
    return [day.casefold() for day in DAYS].index(name[:3])


def _minutes(time: str) -> int:
    found = re.fullmatch(_TIME, time)
    minutes = int(found[1]) * 60 + int(found[2] or 0) if found else DAY + 1
    if minutes > DAY:
        raise CommandRefused(f"“{time}” is no time of the day: {COVERAGE_ADVICE}")
    return minutes


def window_text(stretches: tuple[tuple[int, int], ...]) -> str:
    """Stretches of a week in few words, which `coverage_from` reads: `Mon-Fri 09:00-17:00`, `Sat 00:00-Mon 08:00`."""
    held = coverage_of(stretches)
    return ", ".join(in_words(week_of(held))) if held else ""


def members_from(team: Team | None) -> Callable[[str], int | tuple[str, ...] | None]:
    """Reads a number, or names with commas between them; a member of the team is meant by name or id."""
    called = {member.name.casefold(): str(member.id) for member in team.members} if team else {}

    def parse(text: str) -> int | tuple[str, ...] | None:
        plain = text.strip()
        if not plain:
            return None
        if plain.isdecimal() and plain.isascii():
            if int(plain) > _MOST_PEOPLE:
                raise CommandRefused(f"“{plain}” is too large: it has to be a number from 0 to {_MOST_PEOPLE:,}.")
            return int(plain)
        names = [name.strip() for name in plain.split(",") if name.strip()]
        if not names:
            raise CommandRefused("Type how many they are, or their names with commas between them.")
        return tuple(called.get(name.casefold(), name) for name in names)

    return parse


def members_shown(members: int | tuple[str, ...] | None, team: Team | None) -> str:
    if not isinstance(members, tuple):
        return "" if members is None else str(members)
    names = {str(member.id): member.name for member in team.members} if team else {}
    return ", ".join(names.get(member, member) for member in members)


def duration_in(unit: Unit) -> Callable[[str], Duration | None]:
    """Reads `12h`, `7d` or a bare number of that unit."""

    def parse(text: str) -> Duration | None:
        compact = "".join(text.split()).casefold().removesuffix("in")
        if not compact:
            return None
        found = duration_from(compact) or duration_from(compact + unit)
        if found is None or found.count == 0:
            raise CommandRefused(
                f"“{text.strip()}” is no length of time: type a whole number and s, m, h or d, as in 12h."
            )
        return found

    return parse


def pages_from(text: str) -> float | None:
    plain = text.strip().replace(",", ".")
    if not plain:
        return None
    try:
        found = float(plain)
    except ValueError:
        found = -1.0
    if not isfinite(found) or found < 0:
        raise CommandRefused(
            f"“{text.strip()}” is no number of pages: type one as in 0.8, or nothing where it is unknown."
        )
    return int(found) if found == int(found) else found


def level_from(text: str) -> int:
    plain = text.strip()
    if not plain.isdecimal() or not plain.isascii() or not 1 <= int(plain) <= 20:
        raise CommandRefused(f"“{plain}” is no level: 1 is paged first; type a whole number from 1 to 20.")
    return int(plain)


def shown(held: Any) -> str:
    """A value as a field shows it, so that typing it again gives the same value."""
    return "" if held is None else f"{held:g}" if isinstance(held, float) else str(held)
