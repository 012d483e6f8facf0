"""Names and counts as they stand in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def listed(names: Sequence[str], most: int = 4) -> str:
    """`A`, `A and B`, `A, B and C`; past `most` the rest is counted: `A, B, C and 5 more`."""
    shown = list(names)
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{len(shown) - most + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def counted(number: int, thing: str, things: str | None = None) -> str:
    """`one row`, `three rows`, `43 rows`."""
    word = _WORDS[number] if number < len(_WORDS) else str(number)
    return f"{word} {thing if number == 1 else things or thing + 's'}"


def opened(sentence: str) -> str:
    """A sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]
