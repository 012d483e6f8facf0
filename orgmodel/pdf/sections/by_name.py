"""The sections of the paper by name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final

from orgmodel.pdf.matter import Matter
from orgmodel.pdf.order import SectionName
from orgmodel.pdf.pages.book import Leaf, Section


def _section(module: str) -> Section:
    """The section that a module beside this one holds under its own name, imported when it is printed."""

    def printed(matter: Matter) -> list[Leaf]:
        section: Section = getattr(import_module(f"orgmodel.pdf.sections.{module}"), module.rpartition(".")[2])
        return section(matter)

    return printed


SECTIONS: Final[Mapping[SectionName, Section]] = {
    "summary": _section("summary.summary"),
    "layout": _section("layout.layout"),
    "changes": _section("changes.changes"),
    "chain": _section("chain.chain"),
    "matrix": _section("matrix.matrix"),
    "coverage": _section("coverage.coverage_map"),
    "findings": _section("findings"),
    "teams": _section("teams.team_pages"),
    "call": _section("call.call"),
    "on-call": _section("on_call.on_call"),
    "maturity": _section("maturity.maturity"),
    "decisions": _section("decisions"),
    "method": _section("method.method"),
}
"""The index of cut names is no section: it comes last wherever there are any."""
