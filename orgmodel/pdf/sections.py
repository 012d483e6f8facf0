"""The sections of the paper by name, and which of them each audience gets, from front to back."""

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
from orgmodel.pdf.order import Audience, Order, SectionName
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

AUDIENCES: Final[Mapping[Audience, tuple[SectionName, ...]]] = {
    "executive": ("summary",),
    "stakeholder": ("summary", "changes", "layout", "chain", "matrix", "findings", "call"),
    "full": (
        "summary",
        "changes",
        "layout",
        "chain",
        "matrix",
        "coverage",
        "findings",
        "teams",
        "call",
        "on-call",
        "maturity",
        "decisions",
        "method",
    ),
}


def sections_of(order: Order) -> tuple[SectionName, ...]:
    """What is printed, in its order: the sections asked for, else the audience's; changes need a baseline."""
    if order.sections:
        return tuple(dict.fromkeys(order.sections))
    has_baseline = order.before is not None or bool(order.no_baseline)
    return tuple(name for name in AUDIENCES[order.audience] if name in SECTIONS and (name != "changes" or has_baseline))
