"""What changed against the baseline: the headline, what each team answers for, the findings, and every change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgmodel.comparison import Comparison, Difference, headline_of
from orgmodel.comparison.headline_said import headline_said, since
from orgmodel.comparison.words import Words, by_kind, counts
from orgmodel.comparison.words import heading as heading_of
from orgmodel.pdf.drawing.figures import FIGURES_HEIGHT, draw_figures
from orgmodel.pdf.drawing.pen import Pen
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block, said
from orgmodel.pdf.pages.book import Folio, Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.pages.headings import heading
from orgmodel.pdf.sections.changes.chart import chart_blocks
from orgmodel.pdf.sections.changes.figures import SHARES, figures_of
from orgmodel.pdf.sections.changes.findings import moved_findings, remaining_findings
from orgmodel.pdf.sections.changes.notes import matters, notes
from orgmodel.pdf.sections.changes.things import thing_blocks
from orgmodel.pdf.style import INK2, LEAD, Sheet
from orgmodel.pdf.type.typesetting import balanced

SECTION_NAME: Final = "Changes"
KEY: Final = "changes"
_NO_BASELINE: Final = (
    "No baseline is named, so nothing is said about changes: the model does not say which file it is based on."
)
_UNDER_ANSWER: Final = 5.0
_UNDER_FIGURES: Final = 2.2
_SPARE: Final = -1.5
"""The legend of these pages has two lines, which want more air than others."""
_THINGS: Final = {"rotation": "Rotation", "organization": "Field"}


def changes(matter: Matter) -> list[Leaf]:
    """The section; one line where there is no baseline, or nothing that differs."""
    sheet = matter.sheet
    comparison = matter.comparison
    if comparison is None:
        return flowed(SECTION_NAME, KEY, sheet, "", [], empty=matter.order.no_baseline or _NO_BASELINE)
    lead = f"since {since(comparison)}"
    return flowed(SECTION_NAME, KEY, sheet, lead, list(_blocks(matter, comparison, sheet)), spare=_SPARE)


def _blocks(matter: Matter, comparison: Comparison, sheet: Sheet) -> Iterator[Block]:
    if comparison.is_same:
        yield said("Nothing changes: the baseline has the same teams, responsibilities and escalations.", sheet)
        yield from moved_findings(matter, comparison, sheet)
    else:
        yield _answer(" ".join((headline_said(comparison), *notes(comparison))), sheet)
        yield _figures(comparison)
        yield heading("Who answers for how much", sheet, holds=24)
        yield from chart_blocks(matter, sheet)
        yield from moved_findings(matter, comparison, sheet)
        words = Words(comparison.before.organization, comparison.after.organization)
        for kind, differences in by_kind([*matters(comparison)]):
            title = _THINGS.get(kind, kind.capitalize())
            for name, those in _parted(kind, differences, comparison):
                said_of = counts(those)
                if kind == "decision":
                    said_of = said_of.replace("removed", "no longer logged")
                yield heading(f"{name}: {said_of}", sheet)
                yield from thing_blocks(matter, words, those, sheet, title)
    yield from remaining_findings(matter, comparison, sheet)


def _answer(text: str, sheet: Sheet) -> Block:
    """What changed, in the two or three lines that everybody reads."""
    lines = balanced(text, LEAD, sheet.measure)

    def draw(pen: Pen, top: float, _: Folio) -> None:
        with pen.tag("P"):
            pen.lines(sheet.left, top, lines, LEAD, INK2)

    return Block(len(lines) * LEAD.leading + _UNDER_ANSWER, draw)


def _figures(comparison: Comparison) -> Block:
    figures = figures_of(headline_of(comparison))
    return Block(FIGURES_HEIGHT + _UNDER_FIGURES, lambda pen, top, _: draw_figures(pen, top, figures, SHARES))


def _parted(kind: str, differences: list[Difference], comparison: Comparison) -> Iterator[tuple[str, list[Difference]]]:
    """Rows whose owner is another come before rows in which only the rest changes."""
    if kind != "responsibility":
        yield heading_of(kind), differences
        return
    headline = headline_of(comparison)
    moved = {row.subject for row in (*headline.hands, *headline.closed, *headline.opened)}
    first = [each for each in differences if each.subject in moved or not each.fields]
    rest = [each for each in differences if not (each.subject in moved or not each.fields)]
    if first:
        yield "Responsibilities with another owner" if rest else heading_of(kind), first
    if rest:
        yield "Responsibilities with the same owner" if first else heading_of(kind), rest
