"""Single values as YAML text: plain where every reader agrees what it is, else in double quotes.

Both cores are held in view. YAML 1.2 reads `no`, `12:30` and `2026-11-02` as text, a 1.1 reader as a truth value, a
number of base 60 and a date; whatever either could take for something else is quoted.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}

_UNPRINTABLE = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_ESCAPED = re.compile(f'[\\\\"{_UNPRINTABLE}]')

_UNSAFE = re.compile(
    "^[-?:,\\[\\]{}#&*!|>'\"%@`= ]"  # indicators, and the value sign of 1.1
    "|^<<$|^\\.\\.\\."
    f"|[{_UNPRINTABLE}]"
    "|:(?: |$)| #| $"
)
_UNSAFE_IN_FLOW = re.compile("[,\\[\\]{}:?]")
_UNSAFE_WRITTEN_IN_FLOW = re.compile('^[^"&!].*[,\\[\\]{}:?]|^[-?:,\\[\\]{}]')

_SOMETHING_ELSE = re.compile(
    "|~|null|true|false|y|n|yes|no|on|off"
    "|[-+]?(?:0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+|[0-9._:]+(?:e[-+]?[0-9_]+)?|\\.inf)|\\.nan"
    "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t \t].*)?",
    re.IGNORECASE,
)
_CORE_VALUE = re.compile(
    "|~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    "|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    "|[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"
)
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?")
_LITERAL = re.compile(f"[^ \n{_UNPRINTABLE}][^{_UNPRINTABLE}]*(?:\n+(?:[^\n{_UNPRINTABLE}]*[^ \n{_UNPRINTABLE}]))*\n?")


class Written(NamedTuple):
    """A value as it stands in a file without quotes, and the text that it says."""

    source: str
    text: str

    @property
    def is_plain_in_flow(self) -> bool:
        """Whether it can stand as it is within brackets and braces."""
        unsafe = _UNSAFE_WRITTEN_IN_FLOW.search(self.source) and is_core_text(self.text)
        return not unsafe or _DATE.fullmatch(self.source) is not None


Leaf = str | int | float | bool | date | Written | None


def scalar_text(leaf: Leaf, *, flow: bool = False) -> str:
    """One value on one line; `flow` where it stands within brackets or braces."""
    if isinstance(leaf, str):
        return _text(leaf, flow)
    if leaf is None:
        return "null"
    if isinstance(leaf, (bool, float)):
        return str(leaf).lower() if isinstance(leaf, bool) else _number(leaf)
    if isinstance(leaf, Written):
        return quoted(leaf.text) if flow and not leaf.is_plain_in_flow else leaf.source
    if isinstance(leaf, datetime):
        return leaf.isoformat(timespec="seconds" if leaf.second else "minutes")
    return leaf.isoformat() if isinstance(leaf, date) else str(leaf)


def date_text(leaf: str) -> str:
    """A date as the format's own fields hold it: plain, where it is one."""
    return leaf if _DATE.fullmatch(leaf) else _text(leaf, flow=False)


@lru_cache(maxsize=65536)
def _text(text: str, flow: bool) -> str:  # noqa: FBT001 (a key of the cache)
    return text if is_plain(text, flow=flow) else quoted(text)


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether every reader takes the text without quotes for that very text."""
    if _UNSAFE.search(text) or (flow and _UNSAFE_IN_FLOW.search(text)):
        return False
    return _SOMETHING_ELSE.fullmatch(text) is None


def is_core_text(text: str) -> bool:
    """Whether YAML 1.2 takes the text without quotes for text, rather than for a number, a truth value or nothing."""
    return _CORE_VALUE.fullmatch(text) is None


def quoted(text: str) -> str:
    """In double quotes, on one line, with whatever does not print escaped."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def single_quoted(text: str) -> str | None:
    """In single quotes, which know no escapes; None where the text cannot stand in them on one line."""
    if re.search(f"[{_UNPRINTABLE}]", text):
        return None
    return "'" + text.replace("'", "''") + "'"


def literal_lines(text: str) -> list[str] | None:
    """The lines of a literal block, its header first; None where one line will do, or it would come back changed."""
    if "\n" not in text or not _LITERAL.fullmatch(text):
        return None
    kept = text.removesuffix("\n")
    return ["|" if kept != text else "|-", *kept.split("\n")]


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    code = ord(character)
    return _ESCAPES.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def _number(number: float) -> str:
    """As Python writes it, with the point that a 1.1 reader wants before an exponent."""
    if number != number:  # noqa: PLR0124 (not a number is the only one that differs from itself)
        return ".nan"
    if number in (float("inf"), float("-inf")):
        return ".inf" if number > 0 else "-.inf"
    mantissa, exponent, power = repr(number).partition("e")
    return mantissa + (".0" if exponent and "." not in mantissa else "") + exponent + power
