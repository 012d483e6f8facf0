"""The sections of the paper by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from orgmodel.pdf.book import Section
from orgmodel.pdf.call import call
from orgmodel.pdf.chain import chain
from orgmodel.pdf.changes import changes
from orgmodel.pdf.coverage_map import coverage_map
from orgmodel.pdf.decisions import decisions
from orgmodel.pdf.findings import findings
from orgmodel.pdf.layout import layout
from orgmodel.pdf.matrix import matrix
from orgmodel.pdf.maturity import maturity
from orgmodel.pdf.method import method
from orgmodel.pdf.on_call import on_call
from orgmodel.pdf.order import SectionName
from orgmodel.pdf.summary import summary
from orgmodel.pdf.team_pages import team_pages

SECTIONS: Final[Mapping[SectionName, Section]] = {
    "summary": summary,
    "layout": layout,
    "changes": changes,
    "chain": chain,
    "matrix": matrix,
    "coverage": coverage_map,
    "findings": findings,
    "teams": team_pages,
    "call": call,
    "on-call": on_call,
    "maturity": maturity,
    "decisions": decisions,
    "method": method,
}
"""The index of cut names is no section: it comes last wherever there are any."""
