"""The hours of a week as people type them; no Qt."""

from __future__ import annotations

import re
from typing import Final

from orgmodel.coverage import WEEK, in_words, week_of
from orgmodel.coverage.spans import DAY
from orgmodel.diagram.week_hours import coverage_of
from orgmodel.errors import CommandRefused
from orgmodel.model import ALWAYS, BUSINESS_HOURS, DAYS, Coverage, Window

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
ADVICE: Final = "type 24x7, business hours, or days and hours as in Mon-Fri 07:00-19:00, Sat 09:00-17:00."


def hours_from(text: str) -> Coverage | None:
    """None for an empty text: unknown; raises `CommandRefused` where a part of it means no hours."""
    plain = " ".join(text.replace("–", "-").replace("—", "-").split())
    if not plain:
        return None
    if plain.casefold() in _NAMED:
        return _NAMED[plain.casefold()]
    parts = [part.strip() for part in re.split("[,;]", plain) if part.strip()]
    windows = tuple(window for part in parts for window in _windows(part, text))
    if not windows:
        raise CommandRefused(f"“{text.strip()}” has no hours: {ADVICE}")
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
        raise CommandRefused(f"“{part if part else whole}” are no hours: {ADVICE}")
    if every := found["every"]:
        first, last = _EVERY[every]
    else:
        first = _day(found["first"])
        last = _day(found["last"]) if found["last"] else first
    start, end = _minutes(found["start"]), _minutes(found["end"])
    if start >= DAY or start == end:
        raise CommandRefused(f"“{part}” lasts no time: {ADVICE}")
    return Window(first, last, start, end)


def _day(name: str) -> int:
    return [day.casefold() for day in DAYS].index(name[:3])


def _minutes(time: str) -> int:
    found = re.fullmatch(_TIME, time)
    minutes = int(found[1]) * 60 + int(found[2] or 0) if found else DAY + 1
    if minutes > DAY:
        raise CommandRefused(f"“{time}” is no time of the day: {ADVICE}")
    return minutes


def coverage_text(coverage: Coverage) -> str:
    """The hours of a rotation as people say them, which `hours_from` reads: `business hours`, `Mon-Fri 07:00-19:00`."""
    return "business hours" if coverage.name == BUSINESS_HOURS.name else str(coverage)


def hours_text(stretches: tuple[tuple[int, int], ...]) -> str:
    """Stretches of a week in few words, which `hours_from` reads: `Mon-Fri 09:00-17:00`, `Sat 00:00-Mon 08:00`."""
    held = coverage_of(stretches)
    return ", ".join(in_words(week_of(held))) if held else ""
