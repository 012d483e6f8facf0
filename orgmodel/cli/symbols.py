"""Names on a terminal: control characters are data, shown and never sent."""

from __future__ import annotations

from typing import Final

_SYMBOLS: Final = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029), 0xFFFD),
}


def on_one_line(text: str) -> str:
    """The text with a symbol for each control character and each break of lines."""
    return text.translate(_SYMBOLS)
