"""How moments are written on the command line: `Sat 03:00 Europe/London`, or ISO time; UTC where they name no zone."""

from __future__ import annotations

import argparse
import re
from datetime import datetime, time, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from orgmodel.model import DAYS
from orgmodel.moments import SPAN, YEARS, Moment

_FORM: Final = "write it as “Sat 03:00 Europe/London” or 2026-11-28T03:00+01:00"
_WEEKDAY: Final = re.compile(r"([A-Za-z]{3,9})\s+(\d{1,2}:\d{2})(?:\s+(\S+))?")
_FULL_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def moment(text: str) -> Moment:
    """A type for `argparse`: what it does not understand is refused in a sentence."""
    weekly = _WEEKDAY.fullmatch(text.strip())
    if weekly:
        return Moment(_weekday(weekly[1], text), _hour(weekly[2], text), _zone(weekly[3] or "UTC"))
    stamp, _, zone = text.strip().partition(" ")
    if zone and zone[0].isdigit():  # a blank between day and hour, as ISO time may have it
        hour, _, zone = zone.partition(" ")
        stamp = f"{stamp}T{hour}"
    try:
        found = datetime.fromisoformat(stamp)
    except ValueError:
        raise _refused(f"“{text}” is no moment; {_FORM}") from None
    if found.year not in YEARS:
        raise _refused(f"“{text}” is too far away; name a year from {SPAN}")
    if ":" not in stamp and "T" not in stamp.upper():
        raise _refused(f"“{text}” says no hour; {_FORM}")
    if found.tzinfo and zone:
        raise _refused(f"“{text}” names two zones; {_FORM}")
    return Moment(found.date(), found.time(), found.tzinfo or _zone(zone.strip() or "UTC"))


def _weekday(name: str, text: str) -> int:
    for place, (short, full) in enumerate(zip(DAYS, _FULL_DAYS, strict=True)):
        if name.casefold() in (short.casefold(), full):
            return place
    raise _refused(f"“{text}” names no day of the week; {_FORM}")


def _hour(clock: str, text: str) -> time:
    hours, minutes = map(int, clock.split(":"))
    if hours > 23 or minutes > 59:
        raise _refused(f"“{text}” names no hour of the day; {_FORM}")
    return time(hours, minutes)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        from difflib import get_close_matches

        by_name = {known.casefold(): known for known in sorted(available_timezones())}
        near = get_close_matches(name.casefold(), by_name, 1)
        meant = f"did you mean “{by_name[near[0]]}”?" if near else "name one such as Europe/London"
        raise _refused(f"there is no time zone “{name}”; {meant}") from None


def _refused(sentence: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(sentence)
