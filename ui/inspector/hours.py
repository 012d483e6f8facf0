"""The hours of a rotation as people type them; no Qt."""

from __future__ import annotations

import re
from typing import Final

from orgmodel.errors import CommandRefused
from orgmodel.model import ALWAYS, BUSINESS_HOURS, DAYS, Coverage, Window

_NAMED: Final = {
    **dict.fromkeys(("24x7", "24/7", "always"), ALWAYS),
    **dict.fromkeys(("business-hours", "business hours", "working hours"), BUSINESS_HOURS),
}
_DAY: Final = f"(?:{'|'.join(DAYS).lower()})[a-z]*"
_TIME: Final = r"(\d{1,2})(?:[:.]([0-5]\d))?"
_WINDOW: Final = re.compile(
    rf"(?:(?P<set>daily|weekdays|weekends?)|(?P<first>{_DAY})(?:\s*-\s*(?P<last>{_DAY}))?)\s+"
    rf"(?P<start>{_TIME})\s*-\s*(?P<end>{_TIME})"
)
_SETS: Final = {"daily": (0, 6), "weekdays": (0, 4), "weekend": (5, 6), "weekends": (5, 6)}
_A_DAY: Final = 24 * 60
ADVICE: Final = "type 24x7, business-hours, or days and hours as in Mon-Fri 07:00-19:00, Sat 09:00-17:00."


def hours_from(typed: str) -> Coverage | None:
    """None where nothing is typed; raises `CommandRefused` where a part means no hours."""
    plain = " ".join(typed.replace("–", "-").split()).casefold()
    if not plain:
        return None
    if plain in _NAMED:
        return _NAMED[plain]
    windows = tuple(_window(part.strip()) for part in re.split("[,;]", plain) if part.strip())
    if not windows:
        raise CommandRefused(f"“{typed.strip()}” are no hours: {ADVICE}")
    return Coverage(None, windows)


def _window(part: str) -> Window:
    found = _WINDOW.fullmatch(part)
    if found is None:
        raise CommandRefused(f"“{part}” are no hours: {ADVICE}")
    first, last = _SETS[found["set"]] if found["set"] else (_day(found["first"]), _day(found["last"] or found["first"]))
    start, end = _minutes(found["start"]), _minutes(found["end"])
    if start >= _A_DAY or end > _A_DAY or start == end:
        raise CommandRefused(f"“{part}” lasts no time of the day: {ADVICE}")
    return Window(first, last, start, end)


def _day(name: str) -> int:
    return [day.casefold() for day in DAYS].index(name[:3])


def _minutes(time: str) -> int:
    hour, _, minute = time.replace(".", ":").partition(":")
    return int(hour) * 60 + int(minute or 0)
