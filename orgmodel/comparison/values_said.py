"""Values of fields as people say them: `15 min`, `31 March 2027`, the names of what is referred to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from orgmodel.comparison.difference import Plain
from orgmodel.model import (
    DEFAULT_LIMITS,
    KIND_NAMES,
    AreaId,
    LayerId,
    Organization,
    Rotation,
    RowId,
    ServiceId,
    Subject,
    Team,
    TeamId,
    duration_from,
    name_of,
)
from orgmodel.sentences import day, listed

Path = tuple[str, ...]

NO_LETTER: Final = "–"
FIELDS: Final[Mapping[str, str]] = {
    "headcount": "people",
    "fte": "share of full time",
    "user_facing": "user-facing",
    "not_applicable": "does without",
    "operations": "operations work",
    "turn": "turn of one person",
    "based_on": "based on",
    "chain": "place on the chain of",
    "printed_totals": "printed total of",
    "ratings": "activity",
    "activities": "activity",
    "rules": "severity of",
    "limits": "limit",
}
"""What a key is called where its own words would not do."""
_NOTHING: Final = {
    "when": "always",
    "layers": "every layer",
    "services": "every service",
    "based_on": "nothing",
    "confirmed": "not confirmed",
    "ratings": "not rated",
    "rules": "the rule's own",
    "chain": "automatic",
    **dict.fromkeys(
        (
            *("parent", "supports", "depends_on", "activities", "about", "on", "effective", "review_by", "owner"),
            *("evidence", "action", "due", "note", "lens", "focus", "low", "high", "by", "reason", "printed_totals"),
            *("sites", "members", "sections", "not_applicable", "matrix", "description"),
        ),
        "none",
    ),
}
"""What it means that the file does not say a thing; anything else is unknown then."""

_FREE: Final = frozenset(
    {"name", "description", "mission", "when", "reason", "text", "evidence", "action", "note", "low", "high"}
)
_NAMING: Final = frozenset(
    {"sites", "members", "sections", "activities", "not_applicable", "ratings", "printed_totals", "rules", "chain"}
)
"""Keys that are followed by the name of one of several."""
_UNITS: Final = {"s": "s", "m": "min", "h": "h", "d": "days"}


def value_said(path: Path, plain: Plain, kind: str, organization: Organization) -> str:
    """One value of a field of a kind of thing, in the words of the organisation that has it."""
    if path[0] == "raci":
        return NO_LETTER if plain is None else str(plain)
    if plain is None or plain in ([], {}):
        return _nothing(path)
    if isinstance(plain, dict):
        return _record(path, plain, kind, organization)
    if isinstance(plain, list):
        is_place = path[-2:-1] == ("chain",)
        words = [_one(path[-1], each, kind, organization) for each in plain]
        return " × ".join(words) if is_place else listed(words)
    return _one(path[-1], plain, kind, organization)


def with_people_named(plain: Plain, path: Path, thing: Any, organization: Organization) -> Plain:
    """The value with names in the place of ids of members: of who takes turns, and of who leads a team."""
    if isinstance(thing, Team) and path == ("lead",) and plain is not None:
        return thing.name_of(plain)
    team = organization.team_by_id.get(thing.team) if isinstance(thing, Rotation) else None
    if team and path == ("members",) and isinstance(plain, list):
        return [team.name_of(member) for member in plain]
    return plain


def field_word(key: str) -> str:
    return FIELDS.get(key, key.replace("_", " "))


def length_said(text: str) -> str | None:
    """`15 min` of `15m`; None for what is no length of time."""
    length = duration_from(text)
    if length is None:
        return None
    unit = "day" if length.unit == "d" and length.count == 1 else _UNITS[length.unit]
    return f"{length.count:,} {unit}"


def service_name(identifier: str, organization: Organization) -> str:
    service = organization.service_by_id.get(ServiceId(identifier))
    return service.name if service else identifier


def layer_name(identifier: str, organization: Organization) -> str:
    layer = organization.layer_by_id.get(LayerId(identifier))
    return layer.title if layer else identifier


def _record(path: Path, plain: Mapping[str, Any], kind: str, organization: Organization) -> str:
    """What a thing within another is, without what it is called by: its field says that already."""
    called = ("id", "row", "name") if path[-2:-1] in (("sites",), ("members",)) else ("id", "row")
    parts = [
        f"{field_word(key)} {value_said((*path, key), held, kind, organization)}"
        for key, held in plain.items()
        if key not in called
    ]
    return ", ".join(parts) or "there"


def _one(key: str, plain: Plain, kind: str, organization: Organization) -> str:
    """One value that is no list and no record."""
    text = str(plain)
    if key in _FREE:
        return f"“{text}”"
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    if isinstance(plain, int | float):
        return f"{_number(plain)} %" if key in ("operations", "toil") else _number(plain)
    if key == "kind":
        return {**KIND_NAMES}.get(text, text) if kind in ("team", "layer") else text  # type: ignore[call-overload]
    return _reference(key, text, kind, organization) or length_said(text) or _calendar(text) or text


def _reference(key: str, text: str, kind: str, organization: Organization) -> str | None:
    """The name of what a field refers to; None where it refers to nothing."""
    name = _REFERENCES.get(f"{kind}.{key}") or _REFERENCES.get(key)
    return name(text, organization) if name else None


def _team(identifier: str, organization: Organization) -> str:
    return organization.team_name(TeamId(identifier))


def _area(identifier: str, organization: Organization) -> str:
    area = organization.area_by_id.get(AreaId(identifier))
    return area.name if area else identifier


def _row(identifier: str, organization: Organization) -> str:
    row = organization.row_by_id.get(RowId(identifier))
    return row.name if row else identifier


def _thing(named: str, organization: Organization) -> str:
    return name_of(organization, Subject(named))


_REFERENCES: Final[Mapping[str, Callable[[str, Organization], str]]] = {
    **dict.fromkeys(("team", "parent", "supports"), _team),
    **dict.fromkeys(("layer", "layers"), layer_name),
    **dict.fromkeys(("service", "services", "service.depends_on"), service_name),
    **dict.fromkeys(("about", "focus", "waiver.on"), _thing),
    "area": _area,
    "depends_on": _row,
}
"""What a key refers to, where need be a key of one kind of thing."""


def _nothing(path: Path) -> str:
    """What it means that the file does not say it."""
    key, above = path[-1], path[-2] if len(path) > 1 else ""
    if above == "limits":
        default = DEFAULT_LIMITS.get(key)
        return "unknown" if default is None else f"{_number(default)}, the default"
    return _NOTHING.get(key) or (_NOTHING.get(above) if above in _NAMING else None) or "unknown"


def _calendar(text: str) -> str | None:
    """A day or a minute of the calendar; None for any other text."""
    if len(text) < 10 or text[4] != "-":
        return None
    try:
        if len(text) == 10:
            return day(date.fromisoformat(text))
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return f"{day(at.date())}, {at:%H:%M}"


def _number(number: float) -> str:
    return f"{number:,}"
