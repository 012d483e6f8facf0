"""What one scalar of the file can mean: how it is read from a node, written as plain data and described in the schema.

YAML's own guesses play no part: a field knows whether a text or a number is meant, so `no` and `012` are texts where
texts are meant. A refusal continues the sentence that names the field: `"headcount" of team "web-sre" …`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from sys import intern
from typing import Any, Final, Protocol

from orgmodel.model import ALERT, Duration, duration_from, is_id
from orgmodel.yaml_file.nodes import Alias, Mapping, Node, Scalar
from orgmodel.yaml_file.problems import Problems, misread, shown

NOTHING = frozenset(("", "~", "null"))
"""Plain scalars that say that there is no value; a field that holds one is absent."""

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
_ID_ADVICE = 'an id is a to z, 0 to 9 and single dashes, at most 64 long, such as "web-sre".'
_NUMBER = r"[-+]?(\.[0-9]+|[0-9]{1,18}(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MINUTE = f"{_DAY}T[0-9]{{2}}:[0-9]{{2}}"
_SUBJECT = (
    "organization|(team|responsibility|service|layer|area|rotation|questionnaire|assessment):[a-z0-9-]+"
    "|escalation:[a-z0-9-]+->[a-z0-9-]+|person:[a-z0-9-]+/.+|waiver:[A-Z]+[0-9]+/[0-9]+"
)

is_known_id = lru_cache(maxsize=65536)(is_id)


class Codec(Protocol):
    def read(self, node: Node, problems: Problems) -> Any:
        """What the node means; raises `Misread` where it means nothing."""

    def plain(self, held: Any, *, full: bool) -> Any:
        """The value as plain data: texts, numbers, truth values, lists and dictionaries; `full` with every default."""

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the plain data."""


class Single:
    """A codec of one scalar: what is no scalar is refused, with the advice of what to write."""

    advice = "write a text."

    def read(self, node: Node, problems: Problems) -> Any:  # noqa: ARG002 (the protocol's)
        return self.meant(node if type(node) is Scalar else scalar_of(node, self.advice))

    def meant(self, scalar: Scalar) -> Any:
        return scalar.text

    def plain(self, held: Any, *, full: bool) -> Any:  # noqa: ARG002 (the protocol's)
        return held

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}


class Text(Single):
    """Free text; a number or truth value that stands here without quotes is the text that was written."""

    def read(self, node: Node, problems: Problems) -> Any:
        return node.text if type(node) is Scalar else super().read(node, problems)


class Identifier(Single):
    """An id, of the thing itself or of a team that may be missing: that is a finding, not a mistake in the file."""

    advice = _ID_ADVICE

    def __init__(self, reserved: str = "") -> None:
        self.reserved = reserved
        """What is an id elsewhere and cannot be one here."""

    def meant(self, scalar: Scalar) -> str:
        if not is_known_id(scalar.text) or scalar.text == self.reserved:
            why = ", which stands for where every page enters: write another." if self.reserved == scalar.text else None
            raise misread(scalar.start, f"is {shown(scalar.text)}{why or ': ' + _ID_ADVICE}", rest=scalar.text)
        return scalar.text

    def schema(self) -> dict[str, Any]:
        own = {"type": ["string", "integer", "boolean"], "pattern": ID_PATTERN, "maxLength": 64, "minimum": 0}
        return own | {"not": {"const": self.reserved}} if self.reserved else own


class Reference(Text):
    """The id of a thing that must be in the file: that it is, is checked when the whole file is read.

    It stands in thousands of rows, so it is kept once.
    """

    def read(self, node: Node, problems: Problems) -> Any:
        return intern(super().read(node, problems))

    def schema(self) -> dict[str, Any]:
        return Identifier().schema()


class Pattern(Single):
    """A text of a set form."""

    def __init__(self, pattern: str, advice: str) -> None:
        self.pattern = pattern
        self.advice = advice

    def meant(self, scalar: Scalar) -> str:
        if not re.fullmatch(self.pattern, scalar.text):
            raise misread(scalar.start, f"is {shown(scalar.text)}: {self.advice}")
        return scalar.text

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^({self.pattern})$"}


class Choice(Single):
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.advice = f"write {either(words)}."

    def read(self, node: Node, problems: Problems) -> str:
        if type(node) is Scalar and node.text in self.words:
            return node.text
        return super().read(node, problems)  # type: ignore[no-any-return]

    def meant(self, scalar: Scalar) -> str:
        if scalar.text not in self.words:
            raise misread(scalar.start, f"is {shown(scalar.text)}: {self.advice}", scalar.text, self.words)
        return scalar.text

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.words)}


class Number(Single):
    """A number within bounds, kept whole where it was written whole."""

    kind = "number"

    def __init__(self, low: float, high: float) -> None:
        self.low = low
        self.high = high
        self.advice = f"write a {self.kind} from {low:,} to {high:,}."

    def meant(self, scalar: Scalar) -> float:
        text = scalar.text
        number = _number_in(text)
        if number is not None and not scalar.plain:
            raise misread(
                scalar.start, f"is {shown(text)} in quotes, which makes it a text: write {text} without them."
            )
        if number is None or not self.low <= number <= self.high:
            raise misread(scalar.start, f"is {shown(text)}: {self.advice}")
        return number

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": self.low, "maximum": self.high}


class Whole(Number):
    """A whole number within bounds."""

    kind = "whole number"

    def meant(self, scalar: Scalar) -> int:
        number = super().meant(scalar)
        if number != int(number):
            raise misread(scalar.start, f"is {shown(scalar.text)}: {self.advice}")
        return int(number)

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"type": "integer"}


class Truth(Single):
    advice = "write true or false."

    def meant(self, scalar: Scalar) -> bool:
        if not scalar.plain or scalar.text not in _TRUTHS:
            raise misread(scalar.start, f"is {shown(scalar.text)}: {self.advice}")
        return _TRUTHS[scalar.text]

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class Day(Single):
    advice = "write a date such as 2027-03-31."

    def meant(self, scalar: Scalar) -> date:
        return _calendar(scalar, _DAY, date.fromisoformat, self.advice)  # type: ignore[no-any-return]

    def plain(self, held: date, *, full: bool) -> str:  # noqa: ARG002 (the protocol's)
        return held.isoformat()

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": f"^{_DAY}$"}


class DayOrMinute(Single):
    advice = "write a date such as 2027-03-31, or with the time as 2027-03-31T14:05."

    def meant(self, scalar: Scalar) -> date | datetime:
        read = datetime.fromisoformat if "T" in scalar.text else date.fromisoformat
        pattern = _MINUTE if "T" in scalar.text else _DAY
        return _calendar(scalar, pattern, read, self.advice)  # type: ignore[no-any-return]

    def plain(self, held: date | datetime, *, full: bool) -> str:  # noqa: ARG002 (the protocol's)
        return held.isoformat(timespec="minutes") if isinstance(held, datetime) else held.isoformat()

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^({_DAY}|{_MINUTE})$"}


class Length(Single):
    """A duration: one whole number and one unit."""

    advice = "write one whole number and one unit, s, m, h or d, such as 15m."

    def meant(self, scalar: Scalar) -> Duration:
        found = duration_from(scalar.text)
        if found is None:
            raise misread(scalar.start, f"is {shown(scalar.text)}: {self.advice}")
        return found

    def plain(self, held: Duration, *, full: bool) -> str:  # noqa: ARG002 (the protocol's)
        return str(held)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[0-9]{1,9}[smhd]$"}


_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


TEXT: Final = Text()
ID: Final = Identifier()
ID_OF_A_TEAM: Final = Identifier(reserved=ALERT)
SUBJECT: Final = Pattern(_SUBJECT, 'name a thing by its kind and id, such as "team:web-sre".')
"""A thing by kind and id: `team:web-sre`; it may be missing, for a file may speak of what is gone."""


def scalar_of(node: Node, advice: str) -> Scalar:
    """The scalar that a node is, or repeats; raises `Misread` for anything else."""
    if isinstance(node, Alias):
        node = node.target
    if isinstance(node, Scalar):
        return node
    raise misread(node.start, f"is {shape(node)}: {advice}")


def is_nothing(node: Node) -> bool:
    """Whether a node says that there is no value, so that its key counts as absent."""
    if type(node) is Alias:
        node = node.target
    return type(node) is Scalar and node.text in NOTHING and not node.style


def shape(node: Node) -> str:
    """What a node is, for a sentence."""
    if isinstance(node, Alias):
        node = node.target
    if isinstance(node, Scalar):
        return shown(node.text)
    return "a set of keys" if isinstance(node, Mapping) else "a list"


def either(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + f" or {words[-1]}"


def _number_in(text: str) -> float | None:
    """YAML's numbers without its other notations; None where the text is none, or too large to be meant."""
    if text.isdecimal() and text.isascii() and len(text) <= 18:
        return int(text)
    if not re.fullmatch(_NUMBER, text):
        return None
    return int(text) if text.lstrip("+-").isdecimal() else float(text)


def _calendar(scalar: Scalar, pattern: str, read: Callable[[str], Any], advice: str) -> Any:
    if re.fullmatch(pattern, scalar.text):
        try:
            return read(scalar.text)
        except ValueError:
            raise misread(scalar.start, f"is {shown(scalar.text)}, which no calendar has: {advice}") from None
    raise misread(scalar.start, f"is {shown(scalar.text)}: {advice}")
