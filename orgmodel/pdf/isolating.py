"""A document whose names from right to left stand by themselves in every sentence that is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeVar

from orgmodel.document import Document
from orgmodel.model.value import changed, fields_of
from orgmodel.names_in_sentences import MAY_RUN_RIGHT, isolated

T = TypeVar("T")

_NAMES: Final = frozenset(
    ("name", "lead", "owner", "by", "contact", "role", "when", "version", "classification", "based_on")
)
"""The fields that stand in the midst of sentences."""


def has_names_to_isolate(document: Document) -> bool:
    """Whether any name holds letters that run from right to left."""
    return any(not name.isascii() and MAY_RUN_RIGHT.search(name) for name in _names(document))


def with_isolated_names(document: Document) -> Document:
    """The document with marks around such names, which nobody sees, so that no name changes the order of another."""
    known = frozenset(member.id for team in document.organization.teams for member in team.members)
    return _isolated(document, known)


def _names(document: Document) -> Iterator[str]:
    organization = document.organization
    yield from (text for text in (organization.name, organization.owner, organization.based_on) if text)
    for team in organization.teams:
        yield from (text for text in (team.name, team.lead, team.contact) if text)
        yield from (member.name for member in team.members)
    yield from (service.name for service in organization.services)
    yield from (layer.name for layer in organization.layers)
    yield from (row.name for row in organization.responsibilities)
    yield from (escalation.when for escalation in organization.escalations if escalation.when)
    for rotation in organization.rotations:
        if isinstance(rotation.members, tuple):
            yield from rotation.members


def _isolated(thing: T, known: frozenset[str]) -> T:
    """A value with every name in it isolated; the very same where there is none. People known by an id keep it."""
    if not hasattr(thing, "__value_fields__"):
        return thing
    new: dict[str, Any] = {}
    for field in fields_of(thing):
        held = getattr(thing, field)
        made = _field(field, held, known)
        if made != held:
            new[field] = made
    return changed(thing, **new)


def _field(field: str, held: Any, known: frozenset[str]) -> Any:
    if isinstance(held, str):
        return isolated(held) if field in _NAMES or (field == "members" and held not in known) else held
    if isinstance(held, tuple):
        return tuple(_field(field, each, known) for each in held)
    return _isolated(held, known)
