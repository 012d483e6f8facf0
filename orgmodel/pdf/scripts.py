"""Which font can draw a character: the bundled one, else one that the machine has, else a code in brackets."""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from orgmodel.pdf.style import Weight

FALLBACK_STEMS: Final = ("NotoSans", "DejaVuSans", "DroidSansFallback", "wqy", "Arial Unicode", "arialuni", "msgothic")
"""Beginnings of the file names of fonts that together cover most scripts, in the order they are tried."""

_INVISIBLE: Final = {"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", *map(chr, range(0xFE00, 0xFE10))}
"""Soft hyphens, joiners and variation selectors: nothing to see, so nothing is printed."""


@cache
def plex(weight: Weight) -> TTFont:
    """The bundled face of a weight, registered so that a canvas can start with it."""
    with as_file(files("orgmodel") / "fonts" / f"IBMPlexSans-{weight}.ttf") as path:
        font = TTFont(f"Plex{weight}", str(path))
    registerFont(font)
    return font


@lru_cache(maxsize=100_000)
def printable(text: str) -> str:
    """The text with spaces for breaks of lines, symbols for control characters and codes for what has no glyph.

    Text is data: nothing in it is markup. What is left out is invisible anyway.
    """
    covered = plex("Regular").face.charToGlyph
    if text.isascii() and text.isprintable():
        return text
    if text.isprintable() and all(ord(character) in covered for character in text):
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(_shown(character) for character in composed if character not in _INVISIBLE)


def writable(text: str) -> str:
    """The text for a reader's own window (title, bookmarks), where only half characters and controls cannot stand."""
    return "".join("�" if unicodedata.category(character) in ("Cc", "Cs") else character for character in text)


def _shown(character: str) -> str:
    code = ord(character)
    if code < 0x20 or code == 0x7F:
        symbol = chr(0x2421 if code == 0x7F else 0x2400 + code)
        return symbol if font_for(symbol, "Regular") else f"^{chr(code ^ 0x40)}"
    if code == 0xA0 or unicodedata.category(character) == "Zs":
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") or font_for(character, "Regular") is None:
        return f"[{code:04X}]"
    return character


@cache
def font_for(character: str, weight: Weight) -> TTFont | None:
    """The font that draws a character in a weight; None where neither we nor the machine have one."""
    code = ord(character)
    if code in plex(weight).face.charToGlyph:
        return plex(weight)
    if 0xD800 <= code < 0xE000:
        return None
    for path in _machine_fonts():
        font = _machine_font(path)
        if font is not None and code in font.face.charToGlyph:
            return font
    return None


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of a text that only a code in brackets could stand for, each once."""
    if printable(text) is text:
        return ()
    written = (character for character in unicodedata.normalize("NFC", text) if character not in _INVISIBLE)
    return tuple(dict.fromkeys(character for character in written if _shown(character) == f"[{ord(character):04X}]"))


@cache
def _machine_fonts() -> tuple[Path, ...]:
    found = []
    for folder in _font_folders():
        for parent, folders, names in os.walk(folder):
            folders.sort()
            found += [Path(parent, name) for name in names if name.endswith((".ttf", ".TTF")) and _is_plain(name)]
    return tuple(sorted(found, key=lambda path: (_stem_rank(path.name), path.name, str(path))))


def _is_plain(name: str) -> bool:
    """Whether a file is the upright regular cut of one of the fallback families."""
    stem = name[:-4]
    if not stem.startswith(FALLBACK_STEMS):
        return False
    return stem.endswith("-Regular") if stem.startswith("NotoSans") else "-" not in stem and "Mono" not in stem


def _stem_rank(name: str) -> int:
    return next(rank for rank, stem in enumerate(FALLBACK_STEMS) if name.startswith(stem))


def _font_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"),)
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"


@cache
def _machine_font(path: Path) -> TTFont | None:
    """None where the file cannot be embedded: it is damaged, or its licence bits forbid it."""
    try:
        font = TTFont(f"Machine-{path.stem}", str(path))
    except (TTFError, OSError, ValueError, KeyError):
        return None
    registerFont(font)
    return font
