"""What is wrong in a file, gathered while it is read, so that all of it is said in one go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple, NoReturn

from orgmodel.errors import FileRefused, Problem
from orgmodel.yaml_file.nodes import Mapping, Place

MOST_SHOWN = 50
MOST_KEPT = 10_000
"""With so many problems reading stops: a file of a million mistakes must not take minutes to refuse."""

_LONGEST_SHOWN = 60
_MANY = 1_000
"""Above this many candidates only those that start alike are compared: comparing is slow."""


class Wrong(NamedTuple):
    """One thing that is wrong: where, a sentence, and the wrong word and the known ones, where one may be meant."""

    place: Place
    sentence: str
    word: str = ""
    known: Collection[str] = ()


class Misread(Exception):
    """A field that cannot mean what its place asks for; each sentence goes on after the name of the field.

    `rest` is what could be read of it all the same, so that one mistake in a list does not lose the other items.
    """

    def __init__(self, wrongs: Sequence[Wrong], rest: Any = None) -> None:
        super().__init__()
        self.wrongs = wrongs
        self.rest = rest


def misread(place: Place, sentence: str, word: str = "", known: Collection[str] = (), rest: Any = None) -> Misread:
    """For one reason."""
    return Misread((Wrong(place, sentence, word, known),), rest)


class Problems:
    """The problems and warnings of one file; suggestions are looked for only for those that are shown."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._nodes: dict[int, Mapping] = {}
        """The node that each record was read from, by the identity of its value."""
        self._found: list[Wrong] = []
        self._warned: dict[tuple[str, str], Wrong] = {}
        self._times: dict[tuple[str, str], int] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    def note(self, made: Any, node: Mapping) -> None:
        """Remember which node a value was made of."""
        self._nodes[id(made)] = node

    def node_of(self, made: Any) -> Mapping:
        return self._nodes[id(made)]

    def line_of(self, made: Any) -> int:
        """The line, from 1, at which a value stands; 0 for one that is not from the file."""
        node = self._nodes.get(id(made))
        return node.start_mark.line + 1 if node else 0

    def add(self, place: Place, sentence: str, word: str = "", known: Collection[str] = ()) -> None:
        """One more problem; with a wrong word and the known ones, the nearest of them is suggested."""
        self._found.append(Wrong(place, sentence, word, known))
        if len(self._found) >= MOST_KEPT:
            raise self.refusal()

    def warn(self, kind: str, warning: Wrong) -> None:
        """Something that is kept and means nothing; the same word in the same kind of place is said once."""
        what = kind, warning.word
        self._warned.setdefault(what, warning)
        self._times[what] = self._times.get(what, 0) + 1

    def refusal(self) -> FileRefused:
        """The first fifty in the order of their lines, and how many more there are."""
        said = [self._problem(wrong) for wrong in sorted(self._found, key=lambda wrong: wrong.place)[:MOST_SHOWN]]
        return FileRefused((*said, *self._more("problem", len(self._found))))

    def warnings(self) -> tuple[Problem, ...]:
        """One for each unknown word, in the order of their lines, up to fifty."""
        ordered = sorted(self._warned, key=lambda what: self._warned[what].place)
        said = [self._problem(self._warned[what], self._times[what]) for what in ordered[:MOST_SHOWN]]
        return (*said, *self._more("warning", len(ordered)))

    def _problem(self, wrong: Wrong, times: int = 1) -> Problem:
        often = f" It stands in {times:,} places." if times > 1 else ""
        sentence = wrong.sentence + suggestion(wrong.word, wrong.known) + often
        return Problem(self.name, wrong.place[0] + 1, wrong.place[1] + 1, sentence)

    def _more(self, noun: str, count: int) -> tuple[Problem, ...]:
        more = count - MOST_SHOWN
        if more <= 0:
            return ()
        least = "at least " if count >= MOST_KEPT and noun == "problem" else ""
        return (Problem(self.name, 0, 0, f"and {least}{more:,} more {noun}{'s' if more > 1 else ''}."),)


class Doubt(Exception):
    """Something is to be said of a file whose nodes are not kept."""


class NoProblems(Problems):
    """Those of a file that has none: of each value only its line is kept, and whatever is to be said is a `Doubt`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._lines: dict[int, int] = {}

    def note(self, made: Any, node: Mapping) -> None:
        self._lines[id(made)] = node.start_mark.line + 1

    def node_of(self, made: Any) -> NoReturn:  # noqa: ARG002 (what is asked of `Problems`)
        raise Doubt

    def line_of(self, made: Any) -> int:
        return self._lines.get(id(made), 0)

    def add(self, *_: Any) -> NoReturn:
        raise Doubt

    def warn(self, *_: Any) -> NoReturn:
        raise Doubt


def refused(name: str, sentence: str, place: Place | None = None) -> FileRefused:
    """A refusal for one reason, of the whole file where no place is given."""
    line, column = (place[0] + 1, place[1] + 1) if place else (0, 0)
    return FileRefused((Problem(name, line, column, sentence),))


def suggestion(wrong: str, known: Collection[str]) -> str:
    """` Did you mean "environment"?`, or nothing where no known word is near."""
    if not wrong or not known or len(wrong) > _LONGEST_SHOWN:
        return ""
    from difflib import get_close_matches

    candidates = [word for word in known if len(known) <= _MANY or word[:1] == wrong[:1]][:_MANY]
    near = get_close_matches(wrong, candidates, 1) or get_close_matches(wrong.casefold(), candidates, 1)
    return f' Did you mean "{near[0]}"?' if near else ""


def shown(text: str) -> str:
    """A text of the file in quotes, on one line, cut where it is long, with its control characters visible."""
    cut = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return '"' + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in cut) + '"'
