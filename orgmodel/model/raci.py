"""The RACI letters of one row: who answers for it, who does the work, who is asked, who is told."""

from __future__ import annotations

import re
from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Final, Literal, Self

from orgmodel.model.identifiers import TeamId

Letters = Literal["A", "AR", "R", "C", "I"]

PHRASES: Final[Mapping[str, str]] = {
    "A": "answers for it",
    "AR": "answers for it and does the work",
    "R": "does the work",
    "C": "is asked",
    "I": "is told",
}

_SEPARATORS = re.compile(r"[\s,/+&]+")


def letters_from(text: str) -> Letters | None:
    """The letters of one cell, normalised: any order, case and separator, and a stronger letter swallows a weaker.

    None where the text holds anything that is not one of the four letters, or nothing at all.
    """
    found = set(_SEPARATORS.sub("", text).upper())
    if not found or not found <= set("RACI"):
        return None
    if "A" in found:
        return "AR" if "R" in found else "A"
    if "R" in found:
        return "R"
    return "C" if "C" in found else "I"


class Raci(Mapping[TeamId, Letters]):
    """Teams and their letters on one row: frozen, hashable, in the author's order; equal whatever the order."""

    __slots__ = ("_letters", "accountable", "doers")

    _letters: dict[TeamId, Letters]
    accountable: tuple[TeamId, ...]
    """Teams with A or AR."""
    doers: tuple[TeamId, ...]
    """Teams with R or AR."""

    def __init__(self, letters: Mapping[TeamId, Letters] | None = None) -> None:
        held = dict(letters or {})
        put = object.__setattr__
        put(self, "_letters", held)
        put(self, "accountable", tuple(team for team, cell in held.items() if "A" in cell))
        put(self, "doers", tuple(team for team, cell in held.items() if "R" in cell))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Raci is frozen: {name} cannot be set")

    def __getitem__(self, team: TeamId) -> Letters:
        return self._letters[team]

    def __iter__(self) -> Iterator[TeamId]:
        return iter(self._letters)

    def __len__(self) -> int:
        return len(self._letters)

    def keys(self) -> KeysView[TeamId]:
        return self._letters.keys()

    def values(self) -> ValuesView[Letters]:
        return self._letters.values()

    def items(self) -> ItemsView[TeamId, Letters]:
        return self._letters.items()

    def __hash__(self) -> int:
        return hash(frozenset(self._letters.items()))

    def __eq__(self, other: object) -> bool:
        return self._letters == other._letters if isinstance(other, Raci) else NotImplemented

    def __reduce__(self) -> tuple[type[Self], tuple[dict[TeamId, Letters]]]:
        return type(self), (self._letters,)

    def __repr__(self) -> str:
        return "Raci(" + ", ".join(f"{team}={cell}" for team, cell in self.items()) + ")"

    def with_letters(self, team: TeamId, letters: Letters | None) -> Self:
        """The same letters with one cell set, or cleared by None; the very same object where that changes nothing."""
        if self._letters.get(team) == letters:
            return self
        changed = dict(self._letters)
        if letters is None:
            del changed[team]
        else:
            changed[team] = letters
        return type(self)(changed)


NO_LETTERS: Final = Raci()
