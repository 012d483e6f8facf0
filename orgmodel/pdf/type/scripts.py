"""What of a text can be printed: in the bundled font, in one of the machine, else as a code in brackets."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from orgmodel.names_in_sentences import MAY_RUN_RIGHT
from orgmodel.pdf.style import Weight
from orgmodel.pdf.type.bidi import END_OF_ISOLATE, ISOLATES, MARKS
from orgmodel.sentences import listed

if TYPE_CHECKING:
    from orgmodel.pdf.type.machine_fonts import MachineFont

JOINERS: Final = frozenset("\u200c\u200d")
"""They settle whether the letters on both sides of them join, and are not seen themselves."""

_INVISIBLE: Final = frozenset("\u00ad\u034f\u200b\u2060\ufeff") | {chr(code) for code in range(0xFE00, 0xFE10)}
"""Soft hyphens, empty joiners and variation selectors: nothing to see, so nothing is printed."""

_NEVER_DRAWN: Final = ("Cc", "Cf", "Cs", "Zl", "Zp")
_EAST_ASIAN: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")
_CODES: Final = re.compile(r"\[([0-9A-F]{4,6})\]")
_DIRECTIONS: Final = MARKS | ISOLATES | {END_OF_ISOLATE}


@cache
def plex(weight: Weight) -> TTFont:
    """The bundled face of a weight, registered so that a canvas can start with it."""
    with as_file(_bundled_file(weight)) as path:
        font = TTFont(f"Plex{weight}", str(path))
    registerFont(font)
    return font


@cache
def bundled(weight: Weight) -> MachineFont:
    """The same face for what needs shaping: marks on letters, and brackets among letters from right to left."""
    from orgmodel.pdf.type.machine_fonts import MachineFont

    with as_file(_bundled_file(weight)) as path:
        return MachineFont(Path(path))


def _bundled_file(weight: Weight) -> Traversable:
    return files("orgmodel") / "fonts" / f"IBMPlexSans-{weight}.ttf"


@cache
def _plain() -> frozenset[str]:
    """Characters that the bundled faces draw one after the other, with nothing to order or to place."""
    covered = map(chr, plex("Regular").face.charToGlyph)
    return frozenset(character for character in covered if character.isprintable() and _is_simple(character))


def _is_simple(character: str) -> bool:
    return unicodedata.category(character)[0] != "M" and unicodedata.bidirectional(character) not in ("R", "AL", "AN")


def is_plain(text: str) -> bool:
    """Whether the bundled family draws a text as it stands, from left to right."""
    return (text.isascii() and text.isprintable()) or _plain().issuperset(text)


def is_joined(character: str) -> bool:
    """Whether a character is a mark on, or joins, the one before it."""
    return not character.isascii() and (character in JOINERS or unicodedata.category(character)[0] == "M")


@lru_cache(maxsize=100_000)
def printable(text: str) -> str:
    """The text with spaces for breaks of lines, symbols for control characters and codes for what has no glyph.

    Text is data: nothing in it is markup. What is left out is invisible anyway.
    """
    if is_plain(text):
        return text
    before, shown = "", text
    while shown != before:  # what a code takes the place of may have been what a joiner or a direction was there for
        before = shown
        composed = unicodedata.normalize("NFC", _seen(before))
        shown = "".join(_shown(character) for character in composed)
    return shown


def writable(text: str) -> str:
    """The text for a reader's own window (title, bookmarks), where only half characters and controls cannot stand."""
    shown = (character for character in text if character not in ISOLATES and character != END_OF_ISOLATE)
    return "".join("�" if unicodedata.category(character) in ("Cc", "Cs") else character for character in shown)


def _seen(text: str) -> str:
    """Without what is invisible; joiners stay beside letters, and directions in texts that run both ways."""
    runs_right = MAY_RUN_RIGHT.search(text)
    idle = _unbalanced(text) if runs_right else frozenset()
    kept: list[str] = []
    for place, character in enumerate(text):
        if character in JOINERS:
            if not kept or unicodedata.category(kept[-1])[0] not in "LM":
                continue
        elif character in _INVISIBLE or (character in _DIRECTIONS and (not runs_right or place in idle)):
            continue
        kept.append(character)
    return "".join(kept)


def _unbalanced(text: str) -> frozenset[int]:
    """The places of isolates that are never closed, and of ends of none."""
    opened: list[int] = []
    idle = []
    for place, character in enumerate(text):
        if character in ISOLATES:
            opened.append(place)
        elif character == END_OF_ISOLATE:
            if opened:
                opened.pop()
            else:
                idle.append(place)
    return frozenset((*opened, *idle))


@cache
def _shown(character: str) -> str:
    code = ord(character)
    if code < 0x20 or code == 0x7F:
        symbol = chr(0x2421 if code == 0x7F else 0x2400 + code)
        return symbol if font_for(symbol, "Regular") else f"^{chr(code ^ 0x40)}"
    if code == 0xA0 or unicodedata.category(character) == "Zs":
        return " "
    if character in JOINERS or character in _DIRECTIONS:
        return character
    if unicodedata.category(character) in _NEVER_DRAWN or font_for(character, "Regular") is None:
        return f"[{code:04X}]"
    return character


@cache
def font_for(character: str, weight: Weight) -> TTFont | MachineFont | None:
    """The font that draws a character in a weight; None where neither we nor the machine have one."""
    if ord(character) in plex(weight).face.charToGlyph:
        return plex(weight)
    from orgmodel.pdf.type.machine_fonts import machine_font_for

    return machine_font_for(character, weight)


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of a text that only a code in brackets could stand for, each once."""
    return () if is_plain(text) else coded_in(printable(text))


def coded_in(shown: str) -> tuple[str, ...]:
    """The characters for which codes in brackets stand in a printable text."""
    if "[" not in shown:
        return ()
    found = dict.fromkeys(chr(int(code, 16)) for code in _CODES.findall(shown) if int(code, 16) <= sys.maxunicode)
    return tuple(character for character in found if _shown(character) == f"[{ord(character):04X}]")


def missing_said(characters: Iterable[str]) -> tuple[str, ...]:
    """What to tell whoever prints characters that only codes stand for: which, why, and what to install."""
    every = sorted(set(characters))
    steering = [character for character in every if unicodedata.category(character) in _NEVER_DRAWN]
    drawn = [character for character in every if character not in steering]
    said = []
    if drawn:
        said.append(
            f"No font on this machine draws {_listed_with_codes(drawn)}; the code is printed in brackets instead. "
            f"To print them, install {listed(_fonts_for(drawn), 4)}, and print again."
        )
    if steering:
        said.append(
            f"{_listed_with_codes(steering)}: no letter but an order to the reader, which is not obeyed here; "
            "the code is printed in brackets instead."
        )
    return tuple(said)


def _listed_with_codes(characters: Sequence[str]) -> str:
    return listed([_named(character) for character in characters], 13)


def _named(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"{character} ({code})" if character.isprintable() and unicodedata.category(character)[0] != "M" else code


def _fonts_for(characters: Iterable[str]) -> list[str]:
    """The free fonts that draw the scripts of characters, in the order of the characters."""
    return list(dict.fromkeys(_font_name(character) for character in characters))


def _font_name(character: str) -> str:
    script = unicodedata.name(character, "").partition(" ")[0]
    if script in _EAST_ASIAN:
        return "Noto Sans CJK"
    if unicodedata.category(character) == "So":
        return "Noto Emoji (the one without colours)" if ord(character) >= 0x1F000 else "Noto Sans Symbols 2"
    if unicodedata.category(character)[0] in "LMN" and script.isalpha() and script not in ("MODIFIER", "COMBINING"):
        return "Noto Sans" if script in ("LATIN", "GREEK", "CYRILLIC") else f"Noto Sans {script.title()}"
    return "a font that holds them"
