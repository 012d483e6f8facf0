"""Which fields the Inspector offers for each kind of thing, and how a field's text becomes a value; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from orgmodel.errors import CommandRefused
from orgmodel.model import KIND_NAMES, STATE_NAMES, Duration, Organization, Responsibility, duration_from
from orgmodel.model.durations import Unit

Choices = tuple[tuple[Any, str], ...]
"""Values and what they are called, in the order they are offered."""

UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True)
class TextField:
    """A field that is typed; `parse` raises `CommandRefused` with a sentence where the text means nothing."""

    label: str
    field: str
    parse: Callable[[str], Any]
    remark: str = ""
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """A field that is chosen from what there is in the organisation."""

    label: str
    field: str
    choices: Callable[[Organization], Choices]
    remark: str = ""
    narrow: bool = False
    instead: Callable[[Organization, Any], tuple[str, str]] | None = None
    """What a thing has while the field is unknown: in place of the remark, and as a sentence; empty where nothing."""


Field = TextField | ChoiceField


def text(typed: str) -> str | None:
    return typed.strip() or None


def count(typed: str) -> int | None:
    if not typed.strip():
        return None
    if not typed.strip().isdecimal():
        raise CommandRefused(f"“{typed.strip()}” is not a whole number: type digits, or nothing where it is unknown.")
    return int(typed)


def duration(unit: Unit) -> Callable[[str], Duration | None]:
    """Reads `15m`, `6h` or a bare number, which is of the unit that people mean in that field."""

    def parse(typed: str) -> Duration | None:
        compact = "".join(typed.split()).removesuffix("in")
        if not compact:
            return None
        found = duration_from(compact) or duration_from(compact + unit)
        if found is None:
            raise CommandRefused(
                f"“{typed.strip()}” is no length of time: type a whole number and s, m, h or d, as in 15m."
            )
        return found

    return parse


def shown(value: Any) -> str:
    """A value as a field shows it, so that typing it again gives the same value."""
    return "" if value is None else str(value)


def _fixed(*choices: tuple[Any, str]) -> Callable[[Organization], Choices]:
    return lambda _: choices


def _named(items: str) -> Callable[[Organization], Choices]:
    return lambda organization: ((None, UNKNOWN), *((thing.id, thing.name) for thing in getattr(organization, items)))


def criticality_instead(organization: Organization, row: Responsibility) -> tuple[str, str]:
    """A row of unknown criticality is as critical as its service."""
    found = organization.criticality_of(row)
    if row.criticality is not None or found is None:
        return "", ""
    return f"as its service: {found}", f"Criticality unknown, so that of its service: {found}."


_CRITICALITY = _fixed((None, UNKNOWN), (1, "1 of 4"), (2, "2 of 4"), (3, "3 of 4"), (4, "4 of 4"))
_YES_NO = _fixed((None, UNKNOWN), (True, "Yes"), (False, "No"))

FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    "responsibility": (
        TextField("Name", "name", text),
        ChoiceField("Layer", "layer", _named("layers")),
        ChoiceField("Area", "area", _named("areas")),
        ChoiceField(
            "Criticality", "criticality", _CRITICALITY, "1 is highest", narrow=True, instead=criticality_instead
        ),
        ChoiceField("Paged", "paged", _YES_NO, "an alert lands here", narrow=True),
        TextField("Runbook", "runbook", text),
        TextField("Effort", "effort", duration("h"), "a week, all teams", narrow=True),
        ChoiceField("State", "state", _fixed(*STATE_NAMES.items())),
    ),
    "team": (
        TextField("Name", "name", text),
        ChoiceField("Kind", "kind", _fixed(*KIND_NAMES.items())),
        TextField("People", "headcount", count, narrow=True),
        TextField("Lead", "lead", text),
        TextField("Contact", "contact", text),
        TextField("Mission", "mission", text),
        ChoiceField("Part of", "parent", _named("teams")),
        ChoiceField("Status", "status", _fixed(("active", "Active"), ("planned", "Planned"), ("archived", "Archived"))),
    ),
    "service": (
        TextField("Name", "name", text),
        ChoiceField("Team", "team", _named("teams")),
        ChoiceField("Criticality", "criticality", _CRITICALITY, "1 is highest", narrow=True),
        ChoiceField(
            "Complexity",
            "complexity",
            _fixed((None, UNKNOWN), ("simple", "Simple"), ("complicated", "Complicated"), ("complex", "Complex")),
        ),
        ChoiceField("User-facing", "user_facing", _YES_NO, narrow=True),
    ),
    "escalation": (
        TextField("After", "after", duration("m"), "minutes, or as in 2h", narrow=True),
        TextField("When", "when", text),
        ChoiceField(
            "Kind",
            "kind",
            _fixed(("functional", "Functional"), ("hierarchic", "Hierarchic"), ("inform", "Inform only")),
        ),
    ),
    "organization": (
        TextField("Name", "name", text),
        TextField("Owner", "owner", text),
        TextField("Version", "version", text, narrow=True),
        TextField("Class", "classification", text),
        TextField("About", "description", text),
    ),
}
