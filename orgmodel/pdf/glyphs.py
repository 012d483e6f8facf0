"""Texts as the operators that show them, encoded for the embedded subsets of one document."""

from __future__ import annotations

from typing import Any

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfdoc import PDFDocument

from orgmodel.pdf.style import Type
from orgmodel.pdf.typesetting import runs


class Glyphs:
    """Texts encoded for the subsets of one document: each text and type once."""

    def __init__(self, document: PDFDocument) -> None:
        self._document: Any = document
        self._known: dict[tuple[str, Type], tuple[tuple[str, str], ...]] = {}

    def encoded(self, shown: str, style: Type) -> tuple[tuple[str, str], ...]:
        """Pairs of operators: choose a font, show characters of it."""
        known = self._known.get((shown, style))
        if known is None:
            known = self._known[shown, style] = tuple(self._encode(shown, style))
        return known

    def _encode(self, shown: str, style: Type) -> list[tuple[str, str]]:
        document = self._document
        pairs = []
        for run in runs(shown, style.weight):
            for subset, codes in run.font.splitString(run.text, document):
                name = run.font.getSubsetInternalName(subset, document)
                pairs.append((f"{name} {style.size:g} Tf", f"({escapePDF(codes)}) Tj"))
        return pairs
