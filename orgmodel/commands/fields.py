"""Edits of one field of one thing, as the Inspector and the cells of a table make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from orgmodel.commands.follow_up import followed_up, settled
from orgmodel.commands.relations import check_change
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import KIND_NAMES, Organization, Subject, find, kind_word, subject_parts
from orgmodel.model.value import changed, fields_of, value

_HELD_IN: Final = {
    "team": "teams",
    "responsibility": "responsibilities",
    "service": "services",
    "layer": "layers",
    "area": "areas",
    "rotation": "rotations",
    "questionnaire": "questionnaires",
    "assessment": "assessments",
    "organization": "",
}
_WITHOUT_INDEX: Final = frozenset({"questionnaire", "assessment"})
_FIELD_WORDS: Final = {
    "depends_on": "dependencies",
    "user_facing": "user-facing",
    "review_by": "review date",
    "based_on": "“Based on”",
    "raci": "letters",
}
_OWN_COMMANDS: Final = frozenset(
    {
        *("id", "raci", "settings", "layers", "areas", "teams", "services", "responsibilities", "rotations"),
        *("escalations", "questionnaires", "assessments"),
    }
)
"""What this command leaves alone: ids never change, and the rest has commands of its own."""


@value
class ChangeField:
    """Give one field of a thing, or of the organisation itself, a value; None is unknown.

    Things are teams, rows, services, layers, areas, rotations, questionnaires and assessments. `field` is the model's
    name for it (`criticality`, `headcount`) and `given` the model's value for it (a `Duration`, a tuple of ids or of
    members); what it names newly has to exist. A new name is a renaming: the id stays. Whatever named a member, site
    or question that goes is cleared of it.
    """

    subject: Subject
    field: str
    given: Any

    def label(self, document: Document) -> str:
        thing = _find(document.organization, self.subject)
        name = getattr(thing, "name", None) or subject_parts(self.subject)[1]
        if self.field == "name":
            return f"Rename {name} to {self.given}"
        field = field_words(self.field)
        if self.given is None or self.given == ():
            return f"Clear {field} of {name}"
        shown = _shown(document.organization, self.field, self.given)
        return f"Change {field} of {name}" + (f" to {shown}" if shown else "")

    def apply(self, document: Document) -> Document:
        return things_changed(document, (self.subject,), self.field, self.given)


def things_changed(document: Document, subjects: Sequence[Subject], field: str, given: Any) -> Document:
    """With one field of some things changed, in one walk over them; raises `CommandRefused` before any change."""
    organization = document.organization
    changes: dict[str, dict[int, Any]] = {}
    pairs: list[tuple[Any, Any]] = []
    for named in dict.fromkeys(subjects):
        thing = _changeable(organization, named, field)
        check_change(organization, thing, field, given)
        if getattr(thing, field) != given:
            after = settled(organization, thing, changed(thing, **{field: given}))
            changes.setdefault(_HELD_IN[subject_parts(named)[0]], {})[id(thing)] = after
            pairs.append((thing, after))
    for items, after_of in changes.items():
        if not items:
            (organization,) = after_of.values()
            continue
        before: tuple[Any, ...] = getattr(organization, items)
        after_all = tuple(after_of.get(id(item), item) for item in before)
        organization = organization.copy_with(**{items: after_all})
    document = document.with_organization(organization)
    for thing, after in pairs:
        document = followed_up(document, thing, after)
    return document


def field_words(field: str) -> str:
    """What people call a field: `review date`."""
    return _FIELD_WORDS.get(field, field.replace("_", " "))


def _changeable(organization: Organization, named: Subject, field: str) -> Any:
    thing = _find(organization, named)
    if thing is None:
        raise CommandRefused(f"There is no {kind_word(named)} “{subject_parts(named)[1]}” any more.")
    if field in _OWN_COMMANDS or field not in fields_of(thing):
        raise CommandRefused(f"The {kind_word(named)} has no “{field}” that can be changed like this.")
    return thing


def _find(organization: Organization, named: Subject) -> Any:
    """The thing itself; None where there is none, or none of a kind that has fields to change."""
    kind, identifier = subject_parts(named)
    if kind in _WITHOUT_INDEX:
        return next((thing for thing in getattr(organization, _HELD_IN[kind]) if thing.id == identifier), None)
    return find(organization, named) if kind in _HELD_IN else None


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
