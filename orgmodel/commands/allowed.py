"""What each field can hold: a command refuses with a sentence what no file could say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from orgmodel.commands.checks import (
    MOST_PEOPLE,
    Check,
    activity,
    check_rule_code,
    check_text,
    day,
    day_or_minute,
    filled,
    identifier,
    length,
    letters,
    many,
    number,
    one_of,
    pairs,
    score,
    shown,
    subject,
    truth,
    turns,
    whole,
    zone,
)
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
    Escalation,
    Layer,
    Member,
    NotApplicable,
    Organization,
    Questionnaire,
    Rating,
    Responsibility,
    Rotation,
    Section,
    Service,
    Site,
    Team,
    Window,
    Workload,
)
from orgmodel.model.value import fields_of


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


def values(of: type, unique: str = "") -> Check:
    """A tuple of values of the model, of which no two have the same `unique` field."""

    def check(given: Any) -> None:
        many(value(of))(given)
        seen: set[str] = set()
        for item in given:
            key = getattr(item, unique) if unique else ""
            if unique and key in seen:
                raise CommandRefused(f"{shown(key)} stands there twice: give one of them another {unique}.")
            seen.add(key)

    return check


def value(of: type) -> Check:
    def check(given: Any) -> None:
        if type(given) is not of:
            raise CommandRefused(f"{shown(given)} is no {of.__name__.lower()}.")
        check_thing(given)

    return check


def hours(given: Any) -> None:
    named = {"24x7": ALWAYS, "business-hours": BUSINESS_HOURS}
    if not isinstance(given, Coverage) or (given.name is not None and named.get(given.name) != given):
        wanted = "choose 24x7, business hours, or days and hours as in Mon-Fri 07:00-19:00."
        raise CommandRefused(f"{shown(given)} are no hours: {wanted}")
    values(Window)(given.windows)


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
