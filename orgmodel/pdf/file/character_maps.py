"""What a font's codes stand for and which glyphs they show, as readers of a PDF look it up (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_CHUNK: Final = 100
"""So many entries may one block of a map hold."""


def character_map(meanings: Mapping[int, str], width: int) -> bytes:
    """What searching and copying find for each code of so many bytes; a code that means nothing has no entry."""
    entries = [f"{_code(code, width)} <{_hexed(text)}>" for code, text in sorted(meanings.items())]
    return _codes("/CMapName /Adobe-Identity-UCS def /CMapType 2 def", "UCS", "bfchar", entries, width)


def glyph_map(glyphs: Sequence[int]) -> bytes:
    """Which glyph each code of two bytes shows."""
    entries = [f"{_code(code, 2)} {number}" for code, number in enumerate(glyphs)]
    return _codes("/CMapName /Glyphs def /CMapType 1 def /WMode 0 def", "Identity", "cidchar", entries, 2)


def _codes(about: str, ordering: str, kind: str, entries: Sequence[str], width: int) -> bytes:
    blocks = [entries[place : place + _CHUNK] for place in range(0, len(entries), _CHUNK)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> def",
        about,
        f"1 begincodespacerange {_code(0, width)} <{'FF' * width}> endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} begin{kind}", *block, f"end{kind}"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


def _code(code: int, width: int) -> str:
    return f"<{code:0{2 * width}X}>"


def _hexed(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()
