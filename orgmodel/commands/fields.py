"""Edits of one field of one thing, as the Inspector and the cells of a table make them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any, Final

from orgmodel.commands import references as names
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import KIND_NAMES, STATE_NAMES, Organization, Subject, Team, find, kind_word, subject, subject_parts
from orgmodel.model.value import changed, fields_of, value

Check = Callable[[Organization, Any, Any], None]
"""Organization, the thing before the edit and the value given; raises `CommandRefused`."""

_HELD_IN: Final = {
    "team": "teams",
    "responsibility": "responsibilities",
    "service": "services",
    "layer": "layers",
    "area": "areas",
    "rotation": "rotations",
    "organization": "",
}
_FIELD_WORDS: Final = {"depends_on": "dependencies", "user_facing": "user-facing"}
_OWN_COMMANDS: Final = frozenset(
    {"id", "raci", "layers", "areas", "teams", "services", "responsibilities", "rotations", "escalations"}
)
"""What this command leaves alone: ids never change, and the rest has commands of its own."""


@value
class ChangeField:
    """Give one field of a team, row, service, layer, area, rotation or the organisation a value; None is unknown.

    `field` is the model's name for it (`criticality`, `headcount`) and `given` the model's value for it (a `Duration`,
    a tuple of ids); what it names has to exist. A new name is a renaming: the id stays.
    """

    subject: Subject
    field: str
    given: Any

    def label(self, document: Document) -> str:
        thing = _find(document.organization, self.subject)
        name = getattr(thing, "name", None) or subject_parts(self.subject)[1]
        if self.field == "name":
            return f"Rename {name} to {self.given}"
        field = _FIELD_WORDS.get(self.field, self.field.replace("_", " "))
        if self.given is None or self.given == ():
            return f"Clear {field} of {name}"
        shown = _shown(document.organization, self.field, self.given)
        return f"Change {field} of {name}" + (f" to {shown}" if shown else "")

    def apply(self, document: Document) -> Document:
        organization = document.organization
        thing = _find(organization, self.subject)
        kind = subject_parts(self.subject)[0]
        if thing is None:
            raise CommandRefused(f"There is no {kind_word(self.subject)} “{subject_parts(self.subject)[1]}” any more.")
        if self.field in _OWN_COMMANDS or self.field not in fields_of(thing):
            raise CommandRefused(f"The {kind_word(self.subject)} has no “{self.field}” that can be changed like this.")
        check = _CHECKS.get((kind, self.field)) or _CHECKS.get(("", self.field))
        if check and (self.given is not None or self.field in _NEVER_EMPTY):
            check(organization, thing, self.given)
        if getattr(thing, self.field) == self.given:
            return document
        after = changed(thing, **{self.field: self.given})
        if kind == "organization":
            return document.with_organization(after)
        items = _HELD_IN[kind]
        before: tuple[Any, ...] = getattr(organization, items)
        swapped = names.mapped(before, lambda item: after if item is thing else item)
        changed_document = document.with_organization(organization.copy_with(**{items: swapped}))
        return names.without_subjects(changed_document, _people(thing) - _people(after))


def _find(organization: Organization, named: Subject) -> Any:
    """The thing itself; None where there is none, or none of a kind that has fields to change."""
    return find(organization, named) if subject_parts(named)[0] in _HELD_IN else None


def _people(thing: Any) -> frozenset[Subject]:
    """The members of a team as subjects; none of anything else."""
    members = thing.members if isinstance(thing, Team) else ()
    return frozenset(subject("person", f"{thing.id}/{member.id}") for member in members)


def _shown(organization: Organization, field: str, given: Any) -> str:
    """A value in a few words; nothing where it takes more than a few."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    if field in ("parent", "team"):
        return organization.team_name(given)
    indexes: Mapping[str, Mapping[Any, Any]] = {
        "layer": organization.layer_by_id,
        "area": organization.area_by_id,
        "service": organization.service_by_id,
    }
    if field in indexes and given in indexes[field]:
        return str(indexes[field][given].name)
    if field == "kind":
        return KIND_NAMES.get(given, str(given))
    text = str(given)
    return text if not isinstance(given, tuple) and len(text) <= 40 and "(" not in text else ""


def _one_of(allowed: Mapping[Any, str] | tuple[str, ...]) -> Check:
    def check(_organization: Organization, _thing: Any, given: Any) -> None:
        if given not in allowed:
            raise CommandRefused(f"“{given}” is none of {', '.join(allowed)}.")

    return check


def _between(least: int, most: int) -> Check:
    """A whole number of that range, both ends included."""

    def check(_organization: Organization, _thing: Any, given: Any) -> None:
        is_number = isinstance(given, int | float) and not isinstance(given, bool)
        if not is_number or (isinstance(given, float) and not isfinite(given)):
            raise CommandRefused(f"“{given}” is no number: it has to be one from {least} to {most}.")
        if isinstance(given, float):
            raise CommandRefused(f"“{given}” is not whole: it has to be a whole number from {least} to {most}.")
        if given < least:
            raise CommandRefused(f"“{given}” is too small: it has to be a number from {least} to {most}.")
        if given > most:
            raise CommandRefused(f"“{given}” is too large: it has to be a number from {least} to {most}.")

    return check


def _team_parent(organization: Organization, team: Any, given: Any) -> None:
    names.team_of(organization, given)
    names.check_parents(organization, team.id, given)


def _team_supports(organization: Organization, team: Any, given: Any) -> None:
    names.check_teams(organization, given)
    names.check_not_itself("A team cannot support itself.", team.id in given)


def _row_depends(organization: Organization, row: Any, given: Any) -> None:
    names.check_rows(organization, given)
    names.check_not_itself("A row cannot depend on itself.", row.id in given)


def _service_depends(organization: Organization, service: Any, given: Any) -> None:
    names.check_services(organization, given)
    names.check_not_itself("A service cannot depend on itself.", service.id in given)


_NEVER_EMPTY: Final = frozenset({"name", "kind", "status", "state", "level", "team"})
_CHECKS: Final[Mapping[tuple[str, str], Check]] = {
    ("", "name"): lambda _organization, _thing, given: names.check_name(given, "thing"),
    ("", "criticality"): _between(1, 4),
    ("team", "kind"): _one_of(KIND_NAMES),
    ("layer", "kind"): lambda organization, layer, given: (
        None if given is None else _one_of(KIND_NAMES)(organization, layer, given)
    ),
    ("team", "status"): _one_of(("active", "planned", "archived")),
    ("team", "headcount"): _between(0, 1_000_000),
    ("team", "parent"): _team_parent,
    ("team", "supports"): _team_supports,
    ("responsibility", "state"): _one_of(STATE_NAMES),
    ("responsibility", "layer"): lambda organization, _row, given: names.check_layers(organization, [given]),
    ("responsibility", "area"): lambda organization, _row, given: names.check_areas(organization, [given]),
    ("responsibility", "service"): lambda organization, _row, given: names.check_services(organization, [given]),
    ("responsibility", "depends_on"): _row_depends,
    ("service", "team"): lambda organization, _service, given: (
        None if given is None else names.check_teams(organization, [given])
    ),
    ("service", "depends_on"): _service_depends,
    ("service", "complexity"): _one_of(("simple", "complicated", "complex")),
    ("rotation", "team"): lambda organization, _rotation, given: names.check_teams(organization, [given]),
    ("rotation", "level"): _between(1, 20),
}
