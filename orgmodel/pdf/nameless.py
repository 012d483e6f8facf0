"""A document without the names of people: whoever it names is `Person 1`, `Person 2`, the same throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, TypeVar

from orgmodel.document import Document, Waiver
from orgmodel.model import Member, Organization, Rotation, Subject, Team, subject_parts
from orgmodel.model.assessments import Rating
from orgmodel.model.responsibilities import Confirmation
from orgmodel.model.value import changed, fields_of

T = TypeVar("T")

WITHHELD: Final = "withheld"
"""What stands for whoever a file names as its owner, unless that is a team or a service of it."""

_PROSE: Final = frozenset(
    (
        *("name", "description", "version", "classification", "based_on", "mission", "contact", "role", "runbook"),
        *("activities", "when", "low", "high", "evidence", "action", "reason", "text", "note"),
    )
)
"""The fields that people write sentences and names in."""
_LEAST_WORD: Final = 3
_CAPITALISED: Final = re.compile(r"(?<!\w)[^\W\d_a-z]\w+")


def without_people(*documents: Document) -> tuple[Document, ...]:
    """The documents with the same stand-in for the same person in all of them, so that they can still be compared.

    Known are leads, members, those in rotations, owners of actions, and who confirmed or accepted something. Their full
    names are replaced in sentences as well, and a first or last name by itself where nothing else of the file is called
    so.
    """
    stands = _Stands()
    for document in documents:
        stands.meet(document)
    return tuple(stands.in_place(document) for document in documents)


class _Stands:
    """Who stands for whom."""

    def __init__(self) -> None:
        self._things: set[str] = set()
        self._words_of_things: set[str] = set()
        self._names: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._pattern: re.Pattern[str] | None = None
        self._words: set[str] = set()
        self._parts: dict[str, str] = {}

    def meet(self, document: Document) -> None:
        organization = document.organization
        self._things.update({organization.name.casefold(), *(team.id for team in organization.teams)})
        self._things.update(team.name.casefold() for team in organization.teams)
        self._things.update(service.name.casefold() for service in organization.services)
        for name in _names_of_things(organization):
            self._words_of_things.update(_words(name))
        members = [member for team in organization.teams for member in team.members]
        for member in members:
            self._ids.setdefault(member.id, f"person-{len(self._ids) + 1}")
        for name in _people(document):
            if name not in self._ids and self._is_person(name):
                self._names.setdefault(name, f"Person {len(self._names) + 1}")
        self._shown.update((name.casefold(), stand) for name, stand in self._names.items())
        for member in members:
            self._shown.setdefault(member.id.casefold(), self._names.get(member.name, "somebody"))
        known = sorted({**self._names, **self._ids}, key=lambda name: (-len(name), name))
        hidden = [re.escape(name) for name in known if name.strip() and self._is_person(name)]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(hidden)})(?!\w)", re.IGNORECASE) if hidden else None
        self._words = {word for name in self._names for word in _words(name) if len(word) >= _LEAST_WORD}
        self._parts = {
            word.casefold(): stand for name, stand in reversed(self._names.items()) for word in re.findall(r"\w+", name)
        }

    def in_place(self, document: Document) -> Document:
        organization = document.organization
        owner = organization.owner
        kept = organization.copy_with(
            owner=WITHHELD if owner and self._is_person(owner) else owner,
            teams=tuple(self._team(team) for team in organization.teams),
        )
        return self._rewritten(document.copy_with(organization=kept))

    def _team(self, team: Team) -> Team:
        contact = team.contact
        words = set(re.split(r"[\W_]+", (contact or "").casefold()))
        if not words.isdisjoint(self._words) and (contact or "").casefold() not in self._things:
            contact = WITHHELD
        return changed(team, lead=self._person(team.lead), contact=contact)

    def _is_person(self, name: str) -> bool:
        return name.casefold() not in self._things

    def _person(self, name: Any) -> Any:
        if not isinstance(name, str):
            return name
        return self._ids.get(name) or self._names.get(name, name)

    def _prose(self, text: str) -> str:
        if self._pattern is None:
            return text
        return _CAPITALISED.sub(self._part, self._pattern.sub(self._stand_in, text))

    def _part(self, found: re.Match[str]) -> str:
        word = found.group().casefold()
        return (
            self._parts.get(word, found.group())
            if word in self._words and word not in self._words_of_things
            else found.group()
        )

    def _stand_in(self, found: re.Match[str]) -> str:
        return self._shown.get(found.group().casefold(), "somebody")

    def _rewritten(self, thing: T) -> T:
        """A value with everything in it rewritten; the very same where it names nobody."""
        if not hasattr(thing, "__value_fields__"):
            return thing
        people = _PEOPLE.get(type(thing), ())
        new: dict[str, Any] = {}
        for field in fields_of(thing):
            held = getattr(thing, field)
            made = self._field(field, held, is_person=field in people)
            if made != held:
                new[field] = made
        return changed(thing, **new)

    def _field(self, field: str, held: Any, *, is_person: bool) -> Any:
        if isinstance(held, tuple):
            if field in ("about", "on"):
                return tuple(self._subject(named) for named in held)
            return tuple(self._field(field, each, is_person=is_person) for each in held)
        if isinstance(held, str):
            return self._person(held) if is_person else self._prose(held) if field in _PROSE else held
        return self._rewritten(held)

    def _subject(self, named: Subject) -> Subject:
        kind, identifier = subject_parts(named)
        if kind != "person":
            return named
        team, _, person = identifier.rpartition("/")
        return Subject(f"person:{team}{'/' if team else ''}{self._person(person)}")


_PEOPLE: Final[dict[type[Any], tuple[str, ...]]] = {
    Member: ("id", "name"),
    Rotation: ("members",),
    Rating: ("owner",),
    Confirmation: ("by",),
    Waiver: ("by",),
}
"""The fields whose text is a person, by the kind of value; the leads of teams are rewritten before."""


def _names_of_things(organization: Organization) -> Iterator[str]:
    yield organization.name
    yield from (team.name for team in organization.teams)
    yield from (service.name for service in organization.services)
    yield from (layer.name for layer in organization.layers)
    yield from (row.name for row in organization.responsibilities)


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())


def _people(document: Document) -> Iterator[str]:
    """Whoever is named where a person, a team or nobody else can be named, in the order of the file."""
    organization = document.organization
    for team in organization.teams:
        yield from (member.name for member in team.members)
        if team.lead:
            yield team.lead
    for rotation in organization.rotations:
        if isinstance(rotation.members, tuple):
            yield from rotation.members
    yield from _signed(organization)
    yield from (waiver.by for waiver in document.waivers if waiver.by)


def _signed(organization: Organization) -> Iterator[str]:
    for row in organization.responsibilities:
        if row.confirmed and row.confirmed.by:
            yield row.confirmed.by
    for assessment in organization.assessments:
        yield from (rating.owner for _, rating in assessment.ratings if rating.owner)
    if organization.owner:
        yield organization.owner
