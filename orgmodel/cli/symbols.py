"""Names on a terminal: control characters, and those that steer the direction, are data, shown and never sent."""

from __future__ import annotations

from typing import Final

from orgmodel.names_in_sentences import with_symbols

_LEFT: Final[dict[int, int | str]] = {0x09: 0x2409, 0x0A: 0x240A, 0x2068: "<U+2068>", 0x2069: "<U+2069>"}


def on_one_line(text: str) -> str:
    """The text with a symbol for each control character and each break of lines."""
    return with_symbols(text).translate(_LEFT)
