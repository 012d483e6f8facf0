"""Texts as the operators that show them, encoded for the embedded subsets of one document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfdoc import PDFDocument

from orgmodel.pdf.style import Type
from orgmodel.pdf.type.machine_fonts import MachineFont
from orgmodel.pdf.type.machine_subset import MachineSubset
from orgmodel.pdf.type.scripts import JOINERS, coded_in, is_plain, plex
from orgmodel.pdf.type.shaping import Cluster, PlainRun, ShapedRun, set_line


class _Code(NamedTuple):
    """A code of a subset, `x` and `y` thousandths of an em from the start of the line."""

    subset: MachineSubset
    code: int
    x: float
    y: float
    width: int


class Glyphs:
    """Texts encoded for the subsets of one document: each text and type once.

    `missing` holds the characters for which only codes in brackets were shown.
    """

    def __init__(self, document: PDFDocument) -> None:
        self.missing: dict[str, None] = {}
        self._document: Any = document
        self._subsets: dict[MachineFont, MachineSubset] = {}
        self._known: dict[tuple[str, Type], tuple[tuple[str, str], ...]] = {}

    def encoded(self, shown: str, style: Type) -> tuple[tuple[str, str], ...]:
        """Pairs of operators: choose a font, show characters of it; in reading order, each moved to its place."""
        known = self._known.get((shown, style))
        if known is None:
            known = self._known[shown, style] = tuple(self._encode(shown, style))
        return known

    def _encode(self, shown: str, style: Type) -> Iterator[tuple[str, str]]:
        self.missing.update(dict.fromkeys(coded_in(shown)))
        if is_plain(shown):
            for name, code in self._plain(PlainRun(plex(style.weight), shown, 0)):
                yield f"{name} {style.size:g} Tf", code
            return
        x = 0.0
        for run in set_line(shown, style.weight).runs:
            if isinstance(run, PlainRun):
                move = _moved(run.x - x)
                for name, code in self._plain(run):
                    yield f"{name} {style.size:g} Tf", move + code
                    move = ""
                x = run.x + run.advance
                continue
            for subset, codes in groupby(self._codes(run), key=lambda code: code.subset):
                operators, x = _shown(codes, x, style.size)
                yield f"/{subset.name} {style.size:g} Tf", operators

    def _plain(self, run: PlainRun) -> Iterator[tuple[str, str]]:
        for subset, codes in run.font.splitString(run.text, self._document):
            yield run.font.getSubsetInternalName(subset, self._document), f"({escapePDF(codes)}) Tj"

    def _codes(self, run: ShapedRun) -> Iterator[_Code]:
        for x, cluster in run.clusters:
            if not cluster.advance and cluster.text in JOINERS:
                continue
            place = x
            glyphs, texts = cluster.glyphs, _shared_out(cluster)
            for glyph, text in zip(glyphs, texts, strict=False):
                yield self._code(run.font, glyph.number, text, place + glyph.x, glyph.y)
                place += glyph.advance
            for text in texts[len(glyphs) :]:
                yield self._code(run.font, run.font.blank, text, x - 1, 0.0)

    def _code(self, font: MachineFont, number: int, text: str, x: float, y: float) -> _Code:
        subset = self._subsets.get(font)
        if subset is None or subset.is_full:
            subset = self._subsets[font] = MachineSubset(font, self._document)
        return _Code(subset, subset.code(number, text), x, y, subset.width(number))


def _shared_out(cluster: Cluster) -> list[str]:
    """What each glyph stands for, so that all in a row read as the text.

    One character each; readers turn those of a ligature that runs from right to left around, so there each needs a
    glyph of its own, and what is left over follows.
    """
    if cluster.is_reversed:
        return [*cluster.text]
    last = len(cluster.glyphs) - 1
    return [*(cluster.text[place : place + 1] for place in range(last)), cluster.text[last:]]


def _moved(thousandths: float) -> str:
    """The operator that moves on without a mark; nothing where there is nothing to move."""
    return f"[{-thousandths:.0f}] TJ " if abs(thousandths) >= 0.5 else ""


def _shown(codes: Iterator[_Code], x: float, size: float) -> tuple[str, float]:
    """The operators that show codes of one subset, and where they end."""
    parts: list[str] = []
    raised = 0.0
    for code in codes:
        if abs(code.y - raised) >= 0.5:
            parts.append(f"{code.y * size / 1000:.2f} Ts ")
            raised = code.y
        parts.append(f"{_moved(code.x - x)}<{code.code:04X}> Tj ")
        x = code.x + code.width
    if raised:
        parts.append("0 Ts")
    return "".join(parts).strip(), x
