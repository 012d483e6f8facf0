"""Names of a file within sentences: one that runs from right to left, or steers the direction, moves nothing around it.

Findings, labels and files hold names as they stand. This is asked where a sentence is shown, and does nothing to text
whose letters all run from left to right.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_FROM, _TO = "\u2068", "\u2069"
"""First strong isolate, and its end: what stands between them is set on its own."""
_STEERING: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
"""What steers a terminal, or what XML cannot hold."""
_RIGHT: Final = "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
MAY_RUN_RIGHT: Final = re.compile(f"[{_RIGHT}\u061c\u200f\u2067]")
"""Finds letters from right to left, and what turns others; without any, every character runs from left to right."""
_BETWEEN: Final = r"[ \d\-_'’\"/&+\u0300-\u036f\u200b-\u200d]"
"""What may stand within a name, and not between two."""

_HAS_RIGHT: Final = re.compile(f"[{_RIGHT}]")

# What follows is compiled when a text first has such letters: most of the time none has, and it takes its time.
_PLACED: Final = f"{_FROM}(?:[^{_STEERING}{_CONTROL}]|{_FROM}[^{_STEERING}{_CONTROL}]*{_TO})*{_TO}"
_UNSEEN: Final = f"{_PLACED}|[{_STEERING}{_CONTROL}]"
_STRONG: Final = f"[{_RIGHT}A-Za-z\u00c0-\u024f\u0370-\u052f]"
_SAYS: Final = r"[“”→×·,;:]| and |[.…?!]$"
"""What a sentence has, and hardly a name."""
_RUN: Final = f"{_PLACED}|[{_RIGHT}](?:{_BETWEEN}*(?:[{_RIGHT}]|\\((?:{_BETWEEN}*[{_RIGHT}])+{_BETWEEN}*\\)))*"
_QUOTED: Final = f"{_PLACED}|(?<=“)[^“”\n]*[{_RIGHT}][^“”\n]*(?=”)"
_BEHIND_CUT: Final = f"…[{_FROM}{_TO}]+$"


def apart(name: str) -> str:
    """A name for a place in a sentence, set on its own where it has letters from right to left; of several, each."""
    if _is_plain(name):
        return name
    seen = with_symbols(name)
    if not _HAS_RIGHT.search(re.sub(_PLACED, "", seen)):
        return seen
    return names_apart(seen) if re.search(_SAYS, seen) else isolated(seen)


def isolated(name: str) -> str:
    """A name set on its own as it is written, its steering signs too: for paper, which obeys them within the name."""
    return name if name.isascii() or not MAY_RUN_RIGHT.search(name) else f"{_FROM}{name}{_TO}"


@lru_cache(maxsize=20_000)
def names_apart(text: str) -> str:
    """A sentence whose names are in it already, each set on its own; a text that is a name alone stays as it is.

    A name is what stands between quotes, or else goes on in letters from right to left. Done twice, it is done once.
    """
    if _is_plain(text):
        return text
    return "\n".join(_line_apart(line) for line in with_symbols(text).split("\n"))


def with_symbols(text: str) -> str:
    """The text with `␀` and `<U+202E>` in place of what is not seen and yet steers; breaks of lines stay."""
    return text if _is_plain(text) else re.sub(_UNSEEN, _seen, text)


def cut_apart(text: str) -> str:
    """A text that was cut with “…” after its names were set apart: the name in which it ends, ends with it.

    Of names behind the cut nothing is left; Qt leaves the signs that set them apart.
    """
    if text.isprintable():
        return text
    kept = re.sub(_BEHIND_CUT, "…", text)
    if kept.count(_FROM) == kept.count(_TO):
        return kept
    before, _, name = kept.rpartition(_FROM)
    return f"{kept}{_TO}" if _HAS_RIGHT.search(name) else before + name


def _is_plain(text: str) -> bool:
    """Whether all of it is seen, and none of it runs from right to left: what steers is no character to print."""
    return text.isprintable() and (text.isascii() or not _HAS_RIGHT.search(text))


def _seen(found: re.Match[str]) -> str:
    """A name that is set apart as we do it stays so: it steers nothing outside."""
    text = found[0]
    if len(text) > 1 and _HAS_RIGHT.search(text):
        return text
    return "".join(map(_symbol, text))


def _symbol(character: str) -> str:
    code = ord(character)
    if code < 0x20 or code == 0x7F:
        return chr(0x2421 if code == 0x7F else 0x2400 + code)
    if re.match(f"[{_STEERING}]", character):
        return f"<U+{code:04X}>"
    return "\ufffd" if re.match(f"[{_CONTROL}]", character) else character


def _line_apart(line: str) -> str:
    if not _HAS_RIGHT.search(line) or _is_name_alone(line):
        return line
    return re.sub(_RUN, _set_apart, re.sub(_QUOTED, _set_apart, line))


def _set_apart(found: re.Match[str]) -> str:
    text = found[0]
    return text if _FROM in text else f"{_FROM}{text}{_TO}"


def _is_name_alone(line: str) -> bool:
    strong = re.findall(_STRONG, re.sub(_PLACED, "", line))
    return bool(strong and _HAS_RIGHT.match(strong[0]) and _HAS_RIGHT.match(strong[-1])) and not re.search(_SAYS, line)
