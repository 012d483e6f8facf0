"""What is wrong in a file, gathered while it is read, so that all of it is said in one go."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from orgmodel.errors import FileRefused, Problem
from orgmodel.yaml_file.nodes import Mapping, Place

MOST_SHOWN = 50
MOST_KEPT = 10_000
"""More is only counted: a file of a million mistakes must not fill the memory with sentences."""

_LONGEST_SHOWN = 60
_MANY = 1_000
"""Above this many candidates only those that start alike are compared: comparing is slow."""


class Misread(Exception):  # noqa: N818 (it never leaves the package: whoever reads the field makes it a problem)
    """A node that cannot mean what its place asks for; the sentence goes on after the name of the field."""

    def __init__(self, place: Place, sentence: str, wrong: str = "", known: Collection[str] = ()) -> None:
        super().__init__(sentence)
        self.place = place
        self.sentence = sentence
        self.wrong = wrong
        self.known = known
        self.all: Sequence[Misread] = (self,)
        """Everything that is wrong with the field."""
        self.rest: Any = None
        """What of the field could be read all the same, so that one mistake in a list does not lose the others."""


def partly_misread(wrongs: Sequence[Misread], rest: Any) -> Misread:
    """All that is wrong with the parts of one field, and the parts that are right."""
    first = wrongs[0]
    first.all, first.rest = tuple(wrongs), rest
    return first


class Problems:
    """The problems and warnings of one file; suggestions are looked for only for those that are shown."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.nodes: dict[int, Mapping] = {}
        """The node that each record was read from, by the identity of its value."""
        self._found: list[tuple[Place, str, str, Collection[str]]] = []
        self._warned: dict[tuple[str, str], list[tuple[Place, str, Collection[str]]]] = {}
        self._more = 0

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, place: Place, sentence: str, wrong: str = "", known: Collection[str] = ()) -> None:
        """One more problem; with a wrong word and the known ones, the nearest of them is suggested."""
        if len(self._found) < MOST_KEPT:
            self._found.append((place, sentence, wrong, known))
        else:
            self._more += 1

    def warn(self, place: Place, kind: str, wrong: str, sentence: str, known: Collection[str]) -> None:
        """Something that is kept and means nothing; the same word in the same kind of place is said once."""
        self._warned.setdefault((kind, wrong), []).append((place, sentence, known))

    def refusal(self) -> FileRefused:
        """The first fifty in the order of their lines, and how many more there are."""
        ordered = sorted(self._found, key=lambda found: found[0])
        shown = [
            Problem(self.name, place[0] + 1, place[1] + 1, sentence + suggestion(wrong, known))
            for place, sentence, wrong, known in ordered[:MOST_SHOWN]
        ]
        more = len(ordered) - len(shown) + self._more
        if more:
            shown.append(Problem(self.name, 0, 0, f"and {more:,} more problem{'s' if more > 1 else ''}."))
        return FileRefused(tuple(shown))

    def warnings(self) -> tuple[Problem, ...]:
        """One for each unknown word, in the order of their lines."""
        said = []
        for (_, wrong), places in self._warned.items():
            place, sentence, known = places[0]
            times = f" It stands in {len(places):,} places." if len(places) > 1 else ""
            said.append(Problem(self.name, place[0] + 1, place[1] + 1, sentence + suggestion(wrong, known) + times))
        return tuple(sorted(said, key=lambda problem: problem[1:3]))


def refused(name: str, sentence: str, place: Place | None = None) -> FileRefused:
    """A refusal for one reason, of the whole file where no place is given."""
    line, column = (place[0] + 1, place[1] + 1) if place else (0, 0)
    return FileRefused((Problem(name, line, column, sentence),))


def suggestion(wrong: str, known: Collection[str]) -> str:
    """` Did you mean "environment"?`, or nothing where no known word is near."""
    if not wrong or not known or len(wrong) > _LONGEST_SHOWN:
        return ""
    from difflib import get_close_matches

    candidates = [word for word in known if len(known) <= _MANY or word[:1] == wrong[:1]][: 4 * _MANY]
    near = get_close_matches(wrong, candidates, 1) or get_close_matches(wrong.casefold(), candidates, 1)
    return f' Did you mean "{near[0]}"?' if near else ""


def shown(text: str) -> str:
    """A text of the file in quotes, on one line, cut where it is long, with its control characters visible."""
    cut = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return '"' + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in cut) + '"'


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Reading makes many small objects and no cycles: collecting in between takes three times as long as reading.

    What was made goes to the oldest generation unseen; else the first allocation afterwards would look at all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
