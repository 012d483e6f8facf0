"""What people type into a field as a value of the model, and back; no Qt.

Each reading function raises `CommandRefused` with a sentence where the text means nothing; nothing typed is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Any, Final

from orgmodel.errors import CommandRefused
from orgmodel.model import Coverage, Duration, duration_from
from orgmodel.model.durations import Unit
from ui.written_hours import coverage_text

_STEPS: Final = {"d": 1, "w": 7}
_MONTHS: Final = {"m": 1, "y": 12}
_AHEAD: Final = re.compile(r"([+-])\s*(\d{1,5})\s*([dwmy])(?:ays?|eeks?|onths?|ears?)?")
_NAMED_DAYS: Final = {"today": 0, "tomorrow": 1, "yesterday": -1}
DAY_ADVICE: Final = "type a day as in 2027-03-31, or +90d for ninety days from today."


def text(typed: str) -> str | None:
    return typed.strip() or None


def count(typed: str) -> int | None:
    plain = typed.strip()
    if not plain:
        return None
    if not (plain.isdecimal() and plain.isascii()) or len(plain) > 18:
        raise CommandRefused(f"“{plain}” is not a whole number: type digits, or nothing where it is unknown.")
    return int(plain)


def level(typed: str) -> int:
    found = count(typed)
    if found is None or not 1 <= found <= 20:
        raise CommandRefused("The first level is 1: type a whole number from 1 to 20.")
    return found


def number(typed: str) -> float | None:
    """A number, whole where it was typed whole; with a comma or a point."""
    plain = typed.strip().removesuffix("%").strip().replace(",", ".")
    if not plain:
        return None
    try:
        found = float(plain)
    except ValueError:
        found = float("nan")
    if not isfinite(found):
        raise CommandRefused(f"“{typed.strip()}” is no number: type one as in 0.8, or nothing where it is unknown.")
    return int(found) if found == int(found) and "." not in plain else found


def duration(unit: Unit) -> Callable[[str], Duration | None]:
    """Reads `15m`, `6h` or a bare number, which is of the unit that people mean in that field."""

    def parse(typed: str) -> Duration | None:
        compact = "".join(typed.split()).casefold().removesuffix("in")
        if not compact:
            return None
        found = duration_from(compact) or duration_from(compact + unit)
        if found is None:
            raise CommandRefused(
                f"“{typed.strip()}” is no length of time: type a whole number and s, m, h or d, as in 15m."
            )
        return found

    return parse


def day_from(typed: str, today: date) -> date | None:
    """Reads `2027-03-31`, `today` and `+90d`, `-2w`, `+6m`, `+1y` from today."""
    plain = typed.strip().casefold()
    if not plain:
        return None
    if plain in _NAMED_DAYS:
        return today + timedelta(days=_NAMED_DAYS[plain])
    try:
        ahead = _AHEAD.fullmatch(plain)
        return _ahead(today, ahead) if ahead else date.fromisoformat(plain)
    except (ValueError, OverflowError):
        raise CommandRefused(f"“{typed.strip()}” is no day: {DAY_ADVICE}") from None


def moment_from(typed: str, today: date) -> date | datetime | None:
    """A day, or a minute of one: `2026-11-02 14:05`."""
    plain = typed.strip()
    if re.search(r"\d[T ]\d", plain):
        try:
            found = datetime.fromisoformat(plain)
        except ValueError:
            raise CommandRefused(f"“{plain}” is no minute: type one as in 2026-11-02 14:05.") from None
        return found.replace(tzinfo=None, second=0, microsecond=0)
    return day_from(plain, today)


def shown(value: Any) -> str:
    """A value as a field shows it, so that typing it again gives the same value."""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Coverage):
        return coverage_text(value)
    return "" if value is None else str(value)


def _ahead(today: date, found: re.Match[str]) -> date:
    steps = int(found[2]) * (1 if found[1] == "+" else -1)
    if found[3] in _STEPS:
        return today + timedelta(days=steps * _STEPS[found[3]])
    months = today.year * 12 + today.month - 1 + steps * _MONTHS[found[3]]
    for last in range(today.day, 27, -1):  # a month may be shorter
        try:
            return date(months // 12, months % 12 + 1, last)
        except ValueError:
            continue
    return date(months // 12, months % 12 + 1, today.day)
