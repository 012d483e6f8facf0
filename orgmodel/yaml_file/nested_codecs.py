"""What lists and mappings of the file can mean where they are more than a record: letters, hours, ratings, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from sys import intern
from typing import Any, TypeVar

from orgmodel.document import Place as CardPlace
from orgmodel.model import ALWAYS, BUSINESS_HOURS, DAYS, Coverage, Letters, Raci, Rating, TeamId, Window, letters_from
from orgmodel.yaml_file.fields import Record
from orgmodel.yaml_file.nodes import Alias, Mapping, Node, Scalar
from orgmodel.yaml_file.nodes import Sequence as ListNode
from orgmodel.yaml_file.problems import MOST_KEPT, Misread, Problems, Wrong, misread, shown
from orgmodel.yaml_file.single_codecs import (
    ID_PATTERN,
    Codec,
    Number,
    Text,
    Whole,
    is_known_id,
    is_nothing,
    scalar_of,
    shape,
)

Part = TypeVar("Part")

_LETTERS: dict[str, Letters] = {"A": "A", "AR": "AR", "R": "R", "C": "C", "I": "I"}
_DAY_NAMES = "|".join(DAYS)
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
_WINDOW = f"(?P<first>{_DAY_NAMES})(-(?P<last>{_DAY_NAMES}))? (?P<start>{_TIME})-(?P<end>{_TIME}|24:00)"
_NAMED_HOURS = {"24x7": ALWAYS, "business-hours": BUSINESS_HOURS}


class ListOf:
    """A list of one kind of thing, read into a tuple."""

    def __init__(self, codec: Codec, example: str = "") -> None:
        self.codec = codec
        self.advice = f"write a list, such as [{example}]." if example else 'write a list, each item after "- ".'

    def read(self, node: Node, problems: Problems) -> tuple[Any, ...]:
        read = self.codec.read
        return read_each(items_of(node, self.advice), lambda item: read(filled(item), problems))  # type: ignore[no-any-return]

    def plain(self, held: tuple[Any, ...], *, full: bool) -> list[Any]:
        return [self.codec.plain(item, full=full) for item in held]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.codec.schema()}


class Pairs:
    """A mapping whose keys are the author's, read into pairs in their order."""

    def __init__(self, codec: Codec, known: Collection[str] | None = None, noun: str = "") -> None:
        self.codec = codec
        self.known = known
        self.noun = noun

    def read(self, node: Node, problems: Problems) -> tuple[tuple[str, Any], ...]:
        return read_each(entries_of(node), lambda entry: self._pair(*entry, problems))  # type: ignore[no-any-return]

    def plain(self, held: tuple[tuple[str, Any], ...], *, full: bool) -> dict[str, Any]:
        return {key: self.codec.plain(item, full=full) for key, item in held}

    def schema(self) -> dict[str, Any]:
        own: dict[str, Any] = {"type": "object", "additionalProperties": self.codec.schema()}
        if self.known is not None:
            own["properties"] = {key: self.codec.schema() for key in self.known}
        return own

    def _pair(self, key: Scalar, item: Node, problems: Problems) -> tuple[str, Any]:
        if self.known is not None and key.text not in self.known:
            sentence = f"{self.noun} {shown(key.text)} is not known: it is kept, and sets nothing."
            problems.warn(self.noun, Wrong(key.start, sentence, key.text, self.known))
        try:
            return key.text, self.codec.read(item, problems)
        except Misread as wrong:
            which = f"has {shown(key.text)}, which"
            raise Misread([each._replace(sentence=f"{which} {each.sentence}") for each in wrong.wrongs]) from None


class RaciLetters:
    """Teams and their letters; a team without letters has none, and a missing team is a finding."""

    def read(self, node: Node, problems: Problems) -> Raci:  # noqa: ARG002 (the protocol's)
        held: dict[TeamId, Letters] = {}
        for key, cell in node.entries if type(node) is Mapping else ():
            letters = _LETTERS.get(cell.text) if type(cell) is Scalar else None
            if letters is None or not is_known_id(key.text):
                break
            held[TeamId(intern(key.text))] = letters
        else:
            if held:
                return Raci(held)
        return read_each(entries_of(node), self._cell, _raci)  # type: ignore[no-any-return]

    def plain(self, held: Raci, *, full: bool) -> dict[str, str]:  # noqa: ARG002 (the protocol's)
        return dict(held.items())

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": {"pattern": ID_PATTERN, "maxLength": 64},
            "additionalProperties": {
                "type": ["string", "null"],
                "pattern": r"^[\s,/+&]*[RACIraci][\s,/+&RACIraci]*$",
                "examples": ["A", "AR", "R", "C", "I"],
            },
        }

    def _cell(self, entry: tuple[Scalar, Node]) -> tuple[TeamId, Letters | None]:
        key, cell = entry
        team = key.text
        if not is_known_id(team):
            raise misread(key.start, f"names {shown(team)}, which is no team's id: {_ID_OR_QUOTES}")
        scalar = cell if type(cell) is Scalar else scalar_of(cell, _LETTER_ADVICE)
        letters = _LETTERS.get(scalar.text) or letters_from(scalar.text)
        if letters is None and not is_nothing(scalar):
            raise misread(scalar.start, f"gives {shown(scalar.text)} to {shown(team)}: {_LETTER_ADVICE}")
        return TeamId(team), letters


def _raci(cells: list[tuple[TeamId, Letters | None]]) -> Raci:
    return Raci({team: letters for team, letters in cells if letters})


_LETTER_ADVICE = "write A, AR, R, C or I."
_ID_OR_QUOTES = 'write the id as it stands under "teams", and letters with a comma between quotes, as "R, A".'


class Hours:
    """The hours that a rotation covers: named, or a list of windows."""

    advice = 'write 24x7, business-hours or a list of windows, such as ["Mon-Fri 07:00-19:00"].'

    def read(self, node: Node, problems: Problems) -> Coverage:  # noqa: ARG002 (the protocol's)
        if isinstance(node, Scalar) and node.text in _NAMED_HOURS:
            return _NAMED_HOURS[node.text]
        return read_each(items_of(node, self.advice), self._window, _windows)  # type: ignore[no-any-return]

    def plain(self, held: Coverage, *, full: bool) -> str | list[str]:  # noqa: ARG002 (the protocol's)
        return held.name or [str(window) for window in held.windows]

    def schema(self) -> dict[str, Any]:
        window = re.sub(r"\?P<\w+>", "", _WINDOW)
        windows = {"type": "array", "items": {"type": "string", "pattern": f"^{window}$"}}
        return {"anyOf": [{"type": "string", "enum": list(_NAMED_HOURS)}, windows]}

    def _window(self, node: Node) -> Window:
        text = scalar_of(node, _WINDOW_ADVICE).text
        found = re.fullmatch(_WINDOW, text)
        if found is None:
            raise misread(node.start, f"is {shown(text)}: {_WINDOW_ADVICE}")
        first = DAYS.index(found["first"])
        last = DAYS.index(found["last"]) if found["last"] else first
        return Window(first, last, _minutes(found["start"]), _minutes(found["end"]))


def _windows(windows: list[Window]) -> Coverage:
    return Coverage(None, tuple(windows))


_WINDOW_ADVICE = 'write days and times from 00:00 to 24:00, such as "Mon-Fri 07:00-19:00" or "Sat 09:00-17:00".'


class Turns:
    """Who takes turns: a number of people, or a list of member ids and plain names."""

    advice = "write how many take turns, or a list of their ids or names, such as [kim, lee]."

    def __init__(self) -> None:
        self.count = Whole(0, 1_000_000)
        self.names = ListOf(Text(), "kim, lee")

    def read(self, node: Node, problems: Problems) -> int | tuple[str, ...]:
        if isinstance(node, ListNode):
            return self.names.read(node, problems)
        try:
            return self.count.read(node, problems)  # type: ignore[no-any-return]
        except Misread:
            raise misread(node.start, f"is {shape(node)}: {self.advice}") from None

    def plain(self, held: int | tuple[str, ...], *, full: bool) -> int | list[str]:
        return self.names.plain(held, full=full) if isinstance(held, tuple) else held

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.count.schema(), self.names.schema()]}


class Score:
    """A rating from 1 to 5, or `na`, or `unknown`."""

    advice = "write a whole number from 1 to 5, na or unknown."

    def read(self, node: Node, problems: Problems) -> int | str:
        scalar = scalar_of(node, self.advice)
        if scalar.text in ("na", "unknown"):
            return scalar.text
        try:
            return Whole(1, 5).read(scalar, problems)  # type: ignore[no-any-return]
        except Misread:
            raise misread(scalar.start, f"is {shown(scalar.text)}: {self.advice}") from None

    def plain(self, held: int | str, *, full: bool) -> int | str:  # noqa: ARG002 (the protocol's)
        return held

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [Whole(1, 5).schema(), {"type": "string", "enum": ["na", "unknown"]}]}


class RatingOrScore:
    """A bare score, or a record with the score, its evidence and what is to be done."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.score = Score()

    def read(self, node: Node, problems: Problems) -> Rating:
        if isinstance(node, Alias):
            node = node.target
        if isinstance(node, Mapping):
            return self.record.read(node, problems)  # type: ignore[no-any-return]
        return Rating(self.score.read(node, problems))  # type: ignore[arg-type]

    def plain(self, held: Rating, *, full: bool) -> Any:
        record = self.record.plain(held, full=full)
        return record["rating"] if len(record) == 1 else record

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [*self.score.schema()["anyOf"], self.record.schema()]}


class CardPlaces:
    """Where cards were dragged: things and their places, each a list of two numbers."""

    advice = "write its place as two numbers, such as [420, 180]."

    def __init__(self, subject: Codec) -> None:
        self.subject = subject
        self.number = Number(-1_000_000, 1_000_000)

    def read(self, node: Node, problems: Problems) -> tuple[CardPlace, ...]:
        return read_each(entries_of(node), lambda entry: self._card(*entry, problems))  # type: ignore[no-any-return]

    def plain(self, held: tuple[CardPlace, ...], *, full: bool) -> dict[str, list[float]]:  # noqa: ARG002 (the protocol's)
        return {card.subject: [card.x, card.y] for card in held}

    def schema(self) -> dict[str, Any]:
        place = {"type": "array", "items": self.number.schema(), "minItems": 2, "maxItems": 2}
        pattern = self.subject.schema()["pattern"]
        return {"type": "object", "propertyNames": {"pattern": pattern}, "additionalProperties": place}

    def _card(self, key: Scalar, node: Node, problems: Problems) -> CardPlace:
        place = items_of(node, self.advice)
        if len(place) != 2:
            raise misread(node.start, f"gives {shown(key.text)} a list of {len(place)}: {self.advice}")
        x, y = (self.number.read(number, problems) for number in place)
        return CardPlace(self.subject.read(key, problems), x, y)


def read_each(parts: Sequence[Part], read: Callable[[Part], Any], make: Callable[[list[Any]], Any] = tuple) -> Any:
    """All parts of a field, or a `Misread` with everything that is wrong and what can be made of the rest."""
    held: list[Any] = []
    wrongs: list[Wrong] = []
    for part in parts:
        try:
            held.append(read(part))
        except Misread as wrong:
            wrongs += wrong.wrongs
            if len(wrongs) >= MOST_KEPT:
                break
    if wrongs:
        raise Misread(wrongs, make(held))
    return make(held)


def filled(item: Node) -> Node:
    """The item of a list, or what it repeats; raises `Misread` where there is none after the dash."""
    if is_nothing(item):
        raise misread(item.start, "has an empty item: fill it or delete it.")
    return item.target if isinstance(item, Alias) else item


def items_of(node: Node, advice: str) -> list[Node]:
    """The items of a list; raises `Misread` for anything else."""
    if isinstance(node, Alias):
        node = node.target
    if not isinstance(node, ListNode):
        raise misread(node.start, f"is {shape(node)}: {advice}")
    return node.items


def entries_of(node: Node) -> list[tuple[Scalar, Node]]:
    """The keys and values of a mapping; raises `Misread` for anything else."""
    if isinstance(node, Alias):
        node = node.target
    if not isinstance(node, Mapping):
        raise misread(node.start, f'is {shape(node)}: write a "key: value" for each, below it and further in.')
    return node.entries


def _minutes(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])
