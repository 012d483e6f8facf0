"""A report of a document, and what it was made from: after an edit only what that touches is judged again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Self

from orgmodel.analysis.judgement import Judgement
from orgmodel.analysis.reporting import report_of
from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.graph import OrgGraph
from orgmodel.rules import CATALOGUE, Rule


def analyse(document: Document, today: date, catalogue: Sequence[Rule] = CATALOGUE) -> Report:
    """What the rules find in a document on a day; the same for the same document and day, whatever its order.

    A rule that stops with a fault of its own is named in `failures`, and the others report all the same.
    """
    return Analysis.of(document, today, catalogue).report


class Analysis:
    """A report, and what it was made from: `after` an edit only what the edit touches is judged again."""

    __slots__ = ("_judgement", "report")

    def __init__(self, judgement: Judgement) -> None:
        self._judgement = judgement
        self.report = report_of(judgement)

    @classmethod
    def of(cls, document: Document, today: date, catalogue: Sequence[Rule] = CATALOGUE) -> Self:
        return cls(Judgement.of(document, today, catalogue))

    def after(self, document: Document, today: date) -> Self:
        """The analysis of an edited document; its report is the one that `analyse` would give."""
        return type(self)(self._judgement.after(document, today))

    @property
    def document(self) -> Document:
        return self._judgement.document

    @property
    def today(self) -> date:
        return self._judgement.today

    @property
    def graph(self) -> OrgGraph:
        return self._judgement.graph
