"""What each field can hold: a command refuses with a sentence what no file could say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from math import isfinite
from typing import Any, Final

from orgmodel.document import Decision, Place, View, Waiver
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    ALWAYS,
    BUSINESS_HOURS,
    KIND_NAMES,
    STATE_NAMES,
    Activity,
    Area,
    Assessment,
    Confirmation,
    Coverage,
    Duration,
    Escalation,
    Layer,
    Member,
    NotApplicable,
    Organization,
    Questionnaire,
    Raci,
    Rating,
    Responsibility,
    Rotation,
    Section,
    Service,
    Site,
    Team,
    Window,
    Workload,
    is_id,
    letters_from,
)
from orgmodel.model.value import fields_of

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


def check_thing(thing: Any) -> None:
    """Refuse a value of the model of which some field, however deep inside, could not be written to a file."""
    for field in fields_of(thing):
        check_field(type(thing), field, getattr(thing, field))
    if isinstance(thing, Team):
        check_sites_of_members(thing)


def check_field(of: type, field: str, given: Any) -> None:
    """Refuse what the field of a thing of that class cannot hold; None is *unknown*, where that is possible."""
    check = FIELDS[of][field]
    is_optional = "None" in of.__annotations__[field]
    if given is not None or (field in ("name", "text", "reason") and not is_optional):
        check(given)
    elif not is_optional:
        raise CommandRefused(f"There has to be a {field.replace('_', ' ')}: choose one.")


def check_sites_of_members(team: Team) -> None:
    sites = {site.name for site in team.sites}
    for member in team.members:
        if member.site is not None and member.site not in sites:
            raise CommandRefused(f"{team.name} has no site “{member.site}” for {member.name}: add the site first.")


def check_text(given: Any) -> None:
    if not isinstance(given, str):
        raise CommandRefused(f"{_shown(given)} is no text.")
    if "\0" in given:
        raise CommandRefused("A text cannot hold the character NUL: leave it out.")
    if not given.isascii() and any("\ud800" <= character <= "\udfff" for character in given):
        raise CommandRefused("The text holds half of a character, which no file can hold: write it again.")


def check_severity(given: Any) -> None:
    one_of(("off", "info", "warning", "error"))(given)


def check_rule_code(given: Any) -> None:
    if not isinstance(given, str) or not _RULE.fullmatch(given):
        raise CommandRefused(f"{_shown(given)} is no code of a rule: write one such as GAP001.")


def filled(empty: str) -> Check:
    """A text that is not empty; `empty` is the sentence for one that is."""

    def check(given: Any) -> None:
        if not isinstance(given, str) or not given.strip():
            raise CommandRefused(empty)
        check_text(given)

    return check


def identifier(given: Any) -> None:
    if not isinstance(given, str) or not is_id(given):
        raise CommandRefused(f"{_shown(given)} cannot be an id: use small letters, digits and hyphens, at most 64.")


def one_of(allowed: Iterable[str]) -> Check:
    words = tuple(allowed)

    def check(given: Any) -> None:
        if not isinstance(given, str) or given not in words:
            raise CommandRefused(f"{_shown(given)} is none of {', '.join(words)}.")

    return check


def number(least: float, most: float) -> Check:
    """A number of that range, both ends included."""

    def check(given: Any) -> None:
        is_number = isinstance(given, int | float) and not isinstance(given, bool)
        if not is_number or (isinstance(given, float) and not isfinite(given)):
            raise CommandRefused(f"{_shown(given)} is no number: it has to be one from {least} to {most}.")
        if given < least:
            raise CommandRefused(f"{_shown(given)} is too small: it has to be a number from {least} to {most}.")
        if given > most:
            raise CommandRefused(f"{_shown(given)} is too large: it has to be a number from {least} to {most}.")

    return check


def whole(least: int, most: int) -> Check:
    """A whole number of that range, both ends included."""
    in_range = number(least, most)

    def check(given: Any) -> None:
        if isinstance(given, float) and isfinite(given):
            raise CommandRefused(f"{_shown(given)} is not whole: it has to be a whole number from {least} to {most}.")
        in_range(given)

    return check


def truth(given: Any) -> None:
    if not isinstance(given, bool):
        raise CommandRefused(f"{_shown(given)} is neither yes nor no.")


def day(given: Any) -> None:
    if not isinstance(given, date) or isinstance(given, datetime):
        raise CommandRefused(f"{_shown(given)} is no day: write one such as 2027-03-31.")


def day_or_minute(given: Any) -> None:
    if not isinstance(given, date):
        raise CommandRefused(f"{_shown(given)} is no day and no minute: write one such as 2027-03-31.")
    if isinstance(given, datetime) and (given.second or given.microsecond or given.tzinfo):
        raise CommandRefused(f"{_shown(given)} is more exact than a minute of the day: leave out what is finer.")


def length(given: Any) -> None:
    fits = isinstance(given, Duration) and type(given.count) is int and 0 <= given.count <= 999_999_999
    if not fits or given.unit not in ("s", "m", "h", "d"):
        raise CommandRefused(f"{_shown(given)} is no length of time: write one such as 15m, 12h or 7d.")


def zone(given: Any) -> None:
    check_text(given)
    if not _is_zone(given):
        raise CommandRefused(f"{_shown(given)} is no time zone that is known{_nearest_zone(given)}.")


def activity(given: Any) -> None:
    if not isinstance(given, str) or not _ACTIVITY.fullmatch(given):
        raise CommandRefused(
            f"{_shown(given)} is no activity: write questionnaire and activity, such as bt-sre-maturity/4."
        )


def subject(given: Any) -> None:
    if not isinstance(given, str) or not _SUBJECT.fullmatch(given):
        raise CommandRefused(f"{_shown(given)} names nothing: write a kind and an id, such as team:web-sre.")
    check_text(given)


def many(check: Check) -> Check:
    """A tuple of such values."""

    def check_each(given: Any) -> None:
        if not isinstance(given, tuple):
            raise CommandRefused(f"{_shown(given)} is no list.")
        for item in given:
            check(item)

    return check_each


def values(of: type, unique: str = "") -> Check:
    """A tuple of values of the model, of which no two have the same `unique` field."""

    def check(given: Any) -> None:
        many(value(of))(given)
        seen: set[str] = set()
        for item in given:
            key = getattr(item, unique) if unique else ""
            if unique and key in seen:
                raise CommandRefused(f"{_shown(key)} stands there twice: give one of them another {unique}.")
            seen.add(key)

    return check


def value(of: type) -> Check:
    def check(given: Any) -> None:
        if type(given) is not of:
            raise CommandRefused(f"{_shown(given)} is no {of.__name__.lower()}.")
        check_thing(given)

    return check


def pairs(key: Check, held: Check) -> Check:
    """A tuple of pairs, each key once."""

    def check(given: Any) -> None:
        if not isinstance(given, tuple) or not all(isinstance(pair, tuple) and len(pair) == 2 for pair in given):
            raise CommandRefused(f"{_shown(given)} is no list of pairs.")
        for said, item in given:
            key(said)
            held(item)
        if len({said for said, _ in given}) < len(given):
            raise CommandRefused("Something stands there twice: give each once.")

    return check


def hours(given: Any) -> None:
    named = {"24x7": ALWAYS, "business-hours": BUSINESS_HOURS}
    if not isinstance(given, Coverage) or (given.name is not None and named.get(given.name) != given):
        raise CommandRefused(f"{_shown(given)} are no hours: choose 24x7, business-hours or windows of your own.")
    values(Window)(given.windows)


def turns(given: Any) -> None:
    if isinstance(given, tuple):
        many(check_text)(given)
    else:
        whole(0, MOST_PEOPLE)(given)


def score(given: Any) -> None:
    if given not in ("na", "unknown") and (isinstance(given, bool) or given not in (1, 2, 3, 4, 5)):
        raise CommandRefused(f"{_shown(given)} is no rating: give a whole number from 1 to 5, na or unknown.")


def letters(given: Any) -> None:
    if not isinstance(given, Raci):
        raise CommandRefused(f"{_shown(given)} are no RACI letters.")
    for team, cell in given.items():
        identifier(team)
        if letters_from(cell) != cell:
            raise CommandRefused(f"{_shown(cell)} are no RACI letters: use A, AR, R, C or I.")


def sections(given: Any) -> None:
    values(Section, "id")(given)
    values(Activity, "id")(tuple(each for section in given for each in section.activities))


name: Final = filled("This needs a name: it cannot be empty.")
_kind, _criticality, _people, _percent = one_of(KIND_NAMES), whole(1, 4), whole(0, MOST_PEOPLE), number(0, 100)
_ids, _coordinate = many(identifier), number(-1_000_000, 1_000_000)

FIELDS: Final[Mapping[type, Mapping[str, Check]]] = {
    Organization: {
        **dict.fromkeys(("description", "owner", "version", "classification", "based_on"), check_text),
        "name": name,
        "review_by": day,
        "effective": day,
    },
    Layer: {"id": identifier, "name": name, "kind": _kind},
    Area: {"id": identifier, "name": name},
    Team: {
        "id": identifier,
        "name": name,
        "kind": _kind,
        **dict.fromkeys(("mission", "lead", "contact"), check_text),
        "headcount": _people,
        "supports": _ids,
        "parent": identifier,
        "sites": values(Site, "name"),
        "members": values(Member, "id"),
        "workload": value(Workload),
        "status": one_of(("active", "planned", "archived")),
    },
    Site: {"name": name, "timezone": zone, "headcount": _people},
    Member: {"id": identifier, "name": name, "role": check_text, "fte": number(0, 10), "site": check_text},
    Workload: {"operations": _percent, "toil": _percent, "incidents_per_shift": number(0, 10_000)},
    Service: {
        "id": identifier,
        "name": name,
        "team": identifier,
        "criticality": _criticality,
        "complexity": one_of(("simple", "complicated", "complex")),
        "user_facing": truth,
        "depends_on": _ids,
        "matrix": identifier,
        "not_applicable": values(NotApplicable, "row"),
    },
    NotApplicable: {"row": identifier, "reason": check_text},
    Responsibility: {
        **dict.fromkeys(("id", "service", "layer", "area"), identifier),
        "name": name,
        "criticality": _criticality,
        "paged": truth,
        "runbook": check_text,
        "effort": length,
        "depends_on": _ids,
        "activities": many(activity),
        "raci": letters,
        "confirmed": value(Confirmation),
        "state": one_of(STATE_NAMES),
    },
    Confirmation: {"by": check_text, "on": day},
    Rotation: {
        "id": identifier,
        "team": identifier,
        "level": whole(1, 20),
        "coverage": hours,
        "timezone": zone,
        "members": turns,
        **dict.fromkeys(("turn", "shift", "hand_up"), length),
        "pages_per_day": number(0, 100_000),
    },
    Window: {
        "first_day": whole(0, 6),
        "last_day": whole(0, 6),
        "start": whole(0, 24 * 60 - 1),
        "end": whole(0, 24 * 60),
    },
    Escalation: {
        "source": identifier,
        "target": identifier,
        "kind": one_of(("functional", "hierarchic", "inform")),
        "after": length,
        "when": check_text,
        "layers": _ids,
        "services": _ids,
    },
    Questionnaire: {"id": identifier, "name": name, "description": check_text, "sections": sections},
    Section: {"id": identifier, "name": name, "activities": values(Activity, "id")},
    Activity: {"id": identifier, "text": filled("A question needs its words."), "low": check_text, "high": check_text},
    Assessment: {
        "id": identifier,
        "questionnaire": identifier,
        "date": day,
        "ratings": pairs(identifier, value(Rating)),
        "printed_totals": pairs(identifier, number(0, 1_000_000)),
    },
    Rating: {"rating": score, "evidence": check_text, "action": check_text, "owner": check_text, "due": day},
    Decision: {
        "on": day_or_minute,
        "text": filled("What was said is missing: write it in a sentence."),
        "kind": one_of(("decision", "question", "action")),
        "about": many(subject),
    },
    Waiver: {
        "rule": check_rule_code,
        "on": many(subject),
        "reason": filled("A waiver needs a reason, for whoever reads it later."),
        "until": day,
        "by": check_text,
    },
    View: {"name": name, "lens": check_text, "focus": subject, "note": check_text},
    Place: {"subject": subject, "x": _coordinate, "y": _coordinate},
}
"""Every field that commands change, and what it can hold; the bounds are those of the file format."""


def _shown(given: Any) -> str:
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
