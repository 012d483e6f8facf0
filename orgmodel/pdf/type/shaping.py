"""One line of text as runs of one font and direction, each with its place, its glyphs and what they stand for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from reportlab.pdfbase.ttfonts import TTFont

from orgmodel.names_in_sentences import MAY_RUN_RIGHT
from orgmodel.pdf.style import Weight
from orgmodel.pdf.type.bidi import END_OF_ISOLATE, ISOLATES, MARKS, in_visual_order, levels
from orgmodel.pdf.type.machine_fonts import MachineFont
from orgmodel.pdf.type.scripts import JOINERS, bundled, font_for, is_joined, is_plain, plex

_UNSEEN: Final = MARKS | ISOLATES | {END_OF_ISOLATE}
_HAN: Final = ("Hani", "Hang")
_WRITTEN_WITH_HAN: Final = {"Hira": "Hani", "Kana": "Hani", "Bopo": "Hani", "Zyyy": "", "Zinh": "", "Zzzz": ""}


class Glyph(NamedTuple):
    """One glyph of a font; its advance and its way from where it would stand, in thousandths of an em."""

    number: int
    advance: float
    x: float
    y: float


class Cluster(NamedTuple):
    """Glyphs that together stand for some characters."""

    text: str
    glyphs: tuple[Glyph, ...]
    is_reversed: bool

    @property
    def advance(self) -> float:
        return sum(glyph.advance for glyph in self.glyphs)


class PlainRun(NamedTuple):
    """Characters of the bundled family, from left to right, `x` thousandths of an em from the start of the line."""

    font: TTFont
    text: str
    advance: float
    x: float = 0.0


class ShapedRun(NamedTuple):
    """Clusters in reading order, each with its own place in the line."""

    font: MachineFont
    clusters: tuple[tuple[float, Cluster], ...]
    advance: float
    x: float = 0.0


class SetLine(NamedTuple):
    """Runs in reading order, and how wide they are together in thousandths of an em."""

    runs: tuple[PlainRun | ShapedRun, ...]
    advance: float


class _Stretch(NamedTuple):
    """Characters in a row of one font, script and level."""

    font: TTFont | MachineFont
    text: str
    level: int
    script: str
    language: str


def advance_of(text: str, weight: Weight) -> float:
    """How wide a printable text is in thousandths of an em."""
    return float(plex(weight).stringWidth(text, 1000)) if is_plain(text) else set_line(text, weight).advance


@lru_cache(maxsize=100_000)
def set_line(text: str, weight: Weight) -> SetLine:
    """A printable text in the fonts that draw it, in the order of the Unicode bidirectional algorithm."""
    face = plex(weight)
    if is_plain(text):
        advance = face.stringWidth(text, 1000)
        return SetLine((PlainRun(face, text, advance),) if text else (), advance)
    stretches = list(_stretches(text, weight))
    widths = [_shaped(stretch) for stretch in stretches]
    x, places = 0.0, [0.0] * len(stretches)
    for place in in_visual_order([stretch.level for stretch in stretches]):
        places[place] = x
        x += widths[place].advance
    runs = [_placed(run, at) for run, at in zip(widths, places, strict=True)]
    return SetLine(tuple(runs), x)


def _placed(run: PlainRun | ShapedRun, x: float) -> PlainRun | ShapedRun:
    if isinstance(run, PlainRun):
        return run._replace(x=x)
    return run._replace(x=x, clusters=tuple((x + at, cluster) for at, cluster in run.clusters))


def _stretches(text: str, weight: Weight) -> Iterator[_Stretch]:
    """Neighbouring characters that one font draws in one go; what is never seen is left out."""
    ways = levels(text) if MAY_RUN_RIGHT.search(text) else [0] * len(text)
    language = _language_of_han(text)
    held: _Stretch | None = None
    for place, cluster in _clusters(text, weight):
        level, script = ways[place], _script_of(cluster[0])
        font: TTFont | MachineFont
        if level % 2 == 0 and is_plain(cluster):
            font = plex(weight)
        elif held and held.level == level and script in ("", held.script) and _draws(held.font, cluster):
            font = held.font
        else:
            font = _font_of(cluster, weight) or bundled(weight)
        if held and held.font is font and held.level == level and (script in ("", held.script) or not held.script):
            held = held._replace(text=held.text + cluster, script=held.script or script)
        else:
            if held:
                yield held
            held = _Stretch(font, cluster, level, script, language if script in _HAN else "en")
    if held:
        yield held


def _clusters(text: str, weight: Weight) -> Iterator[tuple[int, str]]:
    """Characters with the marks on them and their places; marks that no font draws on them stand alone."""
    starts = [place for place, character in enumerate(text) if not (place and is_joined(character))]
    for start, stop in pairwise((*starts, len(text))):
        cluster = "".join(character for character in text[start:stop] if character not in _UNSEEN)
        if len(cluster) == 1 or (cluster and _font_of(cluster, weight)):
            yield start, cluster
        else:
            yield from ((start, character) for character in cluster if character not in JOINERS)


@lru_cache(maxsize=100_000)
def _font_of(cluster: str, weight: Weight) -> MachineFont | None:
    """What draws a character with its marks: the bundled family where it can."""
    found = (font_for(character, weight) for character in cluster if character not in JOINERS)
    fonts = (bundled(weight), *(font for font in found if isinstance(font, MachineFont)))
    return next((font for font in fonts if _draws(font, cluster)), None)


def _draws(font: TTFont | MachineFont, cluster: str) -> bool:
    if not isinstance(font, MachineFont):
        return is_plain(cluster)
    return all(ord(character) in font.covered for character in cluster if character not in JOINERS)


@cache
def _script_of(character: str) -> str:
    """The script of a character as four letters; empty for what all scripts use."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(character)])
    buffer.guess_segment_properties()
    found = buffer.script or ""
    return _WRITTEN_WITH_HAN.get(found, found)


def _language_of_han(text: str) -> str:
    """Which shapes Chinese characters take: those of Japanese beside kana, of Korean beside hangul."""
    names = {unicodedata.name(character, "").partition(" ")[0] for character in text}
    if names & {"HIRAGANA", "KATAKANA"}:
        return "ja"
    return "ko" if "HANGUL" in names else "zh-Hans"


def _shaped(stretch: _Stretch) -> PlainRun | ShapedRun:
    if not isinstance(stretch.font, MachineFont):
        return PlainRun(stretch.font, stretch.text, stretch.font.stringWidth(stretch.text, 1000))
    import uharfbuzz

    font, text, is_reversed = stretch.font, stretch.text, stretch.level % 2 == 1
    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(character) for character in text])
    if stretch.script:
        buffer.script = stretch.script
    buffer.direction = "rtl" if is_reversed else "ltr"
    buffer.language = stretch.language
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    uharfbuzz.shape(font.font, buffer, {})
    scale = font.per_em
    x = 0.0
    glyphs: dict[int, list[Glyph]] = {}
    places: dict[int, float] = {}
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        advance = position.x_advance * scale
        glyph = Glyph(info.codepoint, advance, position.x_offset * scale, position.y_offset * scale)
        glyphs.setdefault(info.cluster, []).append(glyph)
        places.setdefault(info.cluster, x)
        x += advance
    starts = sorted(glyphs)
    clusters = [
        (places[start], Cluster(text[start:stop], tuple(glyphs[start]), is_reversed))
        for start, stop in pairwise((*starts, len(text)))
    ]
    return ShapedRun(font, tuple(clusters), x)
