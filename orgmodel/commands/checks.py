"""What a text, a number, a day, a zone or letters can be: each check refuses anything else with a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache
from math import isfinite
from typing import Any, Final

from orgmodel.errors import CommandRefused
from orgmodel.model import Duration, Raci, is_id, letters_from

Check = Callable[[Any], None]
"""Looks at one value that is not None; raises `CommandRefused`."""

MOST_PEOPLE: Final = 1_000_000
_LONGEST_SHOWN: Final = 60
_ACTIVITY: Final = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_RULE: Final = re.compile(r"[A-Z]{3,4}[0-9]{3}")
_SUBJECT: Final = re.compile(
    "organization|(team|responsibility|service|layer|area|rotation|questionnaire|assessment):[a-z0-9-]+"
    "|escalation:[a-z0-9-]+->[a-z0-9-]+|person:[a-z0-9-]+/.+|waiver:[A-Z]+[0-9]+/[0-9]+"
)


def check_text(given: Any) -> None:
    if not isinstance(given, str):
        raise CommandRefused(f"{shown(given)} is no text.")
    if "\0" in given:
        raise CommandRefused("A text cannot hold the character NUL: leave it out.")
    if not given.isascii() and any("\ud800" <= character <= "\udfff" for character in given):
        raise CommandRefused("The text holds half of a character, which no file can hold: write it again.")


def check_severity(given: Any) -> None:
    one_of(("off", "info", "warning", "error"))(given)


def check_rule_code(given: Any) -> None:
    if not isinstance(given, str) or not _RULE.fullmatch(given):
        raise CommandRefused(f"{shown(given)} is no code of a rule: write one such as GAP001.")


def filled(empty: str) -> Check:
    """A text that is not empty; `empty` is the sentence for one that is."""

    def check(given: Any) -> None:
        if not isinstance(given, str) or not given.strip():
            raise CommandRefused(empty)
        check_text(given)

    return check


def identifier(given: Any) -> None:
    if not isinstance(given, str) or not is_id(given):
        raise CommandRefused(f"{shown(given)} cannot be an id: use small letters, digits and hyphens, at most 64.")


def one_of(allowed: Iterable[str]) -> Check:
    words = tuple(allowed)

    def check(given: Any) -> None:
        if not isinstance(given, str) or given not in words:
            raise CommandRefused(f"{shown(given)} is none of {', '.join(words)}.")

    return check


def number(least: float, most: float) -> Check:
    """A number of that range, both ends included."""

    def check(given: Any) -> None:
        is_number = isinstance(given, int | float) and not isinstance(given, bool)
        if not is_number or (isinstance(given, float) and not isfinite(given)):
            raise CommandRefused(f"{shown(given)} is no number: it has to be one from {least} to {most}.")
        if given < least:
            raise CommandRefused(f"{shown(given)} is too small: it has to be a number from {least} to {most}.")
        if given > most:
            raise CommandRefused(f"{shown(given)} is too large: it has to be a number from {least} to {most}.")

    return check


def whole(least: int, most: int) -> Check:
    """A whole number of that range, both ends included."""
    in_range = number(least, most)

    def check(given: Any) -> None:
        if isinstance(given, float) and isfinite(given):
            raise CommandRefused(f"{shown(given)} is not whole: it has to be a whole number from {least} to {most}.")
        in_range(given)

    return check


def truth(given: Any) -> None:
    if not isinstance(given, bool):
        raise CommandRefused(f"{shown(given)} is neither yes nor no.")


def day(given: Any) -> None:
    if not isinstance(given, date) or isinstance(given, datetime):
        raise CommandRefused(f"{shown(given)} is no day: write one such as 2027-03-31.")


def day_or_minute(given: Any) -> None:
    if not isinstance(given, date):
        raise CommandRefused(f"{shown(given)} is no day and no minute: write one such as 2027-03-31.")
    if isinstance(given, datetime) and (given.second or given.microsecond or given.tzinfo):
        raise CommandRefused(f"{shown(given)} is more exact than a minute of the day: leave out what is finer.")


def length(given: Any) -> None:
    fits = isinstance(given, Duration) and type(given.count) is int and 0 <= given.count <= 999_999_999
    if not fits or given.unit not in ("s", "m", "h", "d"):
        raise CommandRefused(f"{shown(given)} is no length of time: write one such as 15m, 12h or 7d.")


def zone(given: Any) -> None:
    check_text(given)
    if not _is_zone(given):
        raise CommandRefused(f"{shown(given)} is no time zone that is known{_nearest_zone(given)}.")


def activity(given: Any) -> None:
    if not isinstance(given, str) or not _ACTIVITY.fullmatch(given):
        raise CommandRefused(
            f"{shown(given)} is no activity: write questionnaire and activity, such as bt-sre-maturity/4."
        )


def subject(given: Any) -> None:
    if not isinstance(given, str) or not _SUBJECT.fullmatch(given):
        raise CommandRefused(f"{shown(given)} names nothing: write a kind and an id, such as team:web-sre.")
    check_text(given)


def many(check: Check) -> Check:
    """A tuple of such values."""

    def check_each(given: Any) -> None:
        if not isinstance(given, tuple):
            raise CommandRefused(f"{shown(given)} is no list.")
        for item in given:
            check(item)

    return check_each


def pairs(key: Check, held: Check) -> Check:
    """A tuple of pairs, each key once."""

    def check(given: Any) -> None:
        if not isinstance(given, tuple) or not all(isinstance(pair, tuple) and len(pair) == 2 for pair in given):
            raise CommandRefused(f"{shown(given)} is no list of pairs.")
        for said, item in given:
            key(said)
            held(item)
        if len({said for said, _ in given}) < len(given):
            raise CommandRefused("Something stands there twice: give each once.")

    return check


def turns(given: Any) -> None:
    if isinstance(given, tuple):
        many(check_text)(given)
    else:
        whole(0, MOST_PEOPLE)(given)


def score(given: Any) -> None:
    if given not in ("na", "unknown") and (isinstance(given, bool) or given not in (1, 2, 3, 4, 5)):
        raise CommandRefused(f"{shown(given)} is no rating: give a whole number from 1 to 5, na or unknown.")


def letters(given: Any) -> None:
    if not isinstance(given, Raci):
        raise CommandRefused(f"{shown(given)} are no RACI letters.")
    for team, cell in given.items():
        identifier(team)
        if letters_from(cell) != cell:
            raise CommandRefused(f"{shown(cell)} are no RACI letters: use A, AR, R, C or I.")


def shown(given: Any) -> str:
    is_long = isinstance(given, int) and given.bit_length() > 10_000
    text = f"{'-' * (given < 0)}9999…" if is_long else str(given)
    return f"“{text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + '…'}”"


@lru_cache(maxsize=1024)
def _is_zone(given: str) -> bool:
    if given == "UTC":
        return True
    from zoneinfo import ZoneInfo  # few edits name a zone

    try:
        ZoneInfo(given)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _nearest_zone(given: str) -> str:
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    nearest = get_close_matches(given[:_LONGEST_SHOWN], sorted(available_timezones()), 1)
    return f": did you mean {nearest[0]}?" if nearest else ": choose one such as Europe/London"
