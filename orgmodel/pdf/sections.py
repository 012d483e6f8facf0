"""The sections of the paper by name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final

from orgmodel.pdf.book import Leaf, Section
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.order import SectionName


def _section(name: str) -> Section:
    """The section that a module of this package holds under its own name, imported when it is printed."""

    def printed(matter: Matter) -> list[Leaf]:
        section: Section = getattr(import_module(f"orgmodel.pdf.{name}"), name)
        return section(matter)

    return printed


SECTIONS: Final[Mapping[SectionName, Section]] = {
    "summary": _section("summary"),
    "layout": _section("layout"),
    "changes": _section("changes"),
    "chain": _section("chain"),
    "matrix": _section("matrix"),
    "coverage": _section("coverage_map"),
    "findings": _section("findings"),
    "teams": _section("team_pages"),
    "call": _section("call"),
    "on-call": _section("on_call"),
    "maturity": _section("maturity"),
    "decisions": _section("decisions"),
    "method": _section("method"),
}
"""The index of cut names is no section: it comes last wherever there are any."""
