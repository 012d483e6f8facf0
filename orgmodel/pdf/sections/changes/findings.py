"""What became of the findings: fixed, no longer assessed, new, accepted, remaining, with the pages that say more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.comparison import Comparison
from orgmodel.findings import Finding, in_groups
from orgmodel.model import Organization
from orgmodel.pdf.findings_said import counted_kinds, said
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.headings import heading
from orgmodel.pdf.pages.table import Cell, Column, Row, spread, table_blocks
from orgmodel.pdf.style import BODY, INK2, SMALL, Sheet
from orgmodel.pdf.type.typesetting import Part

_COLUMNS: Final = (Column("Finding"), Column("Rule", 20.0), Column("Page", 12.0, "right"))
_WITHOUT_PAGES: Final = (Column("Finding"), Column("Rule", 20.0, "right"))
_MOST_NAMED: Final = 12


def moved_findings(matter: Matter, comparison: Comparison, sheet: Sheet) -> Iterator[Block]:
    """What is fixed, no longer assessed, new, accepted, and accepted no more."""
    changes = comparison.findings
    before = comparison.before.organization
    yield from _table(matter, sheet, "Fixed", changes.fixed, _rows(changes.fixed, before, "fixed-", {}))
    unassessed = _rows(changes.unassessed, before, "not-assessed", {})
    yield from _table(matter, sheet, "No longer assessed", changes.unassessed, unassessed)
    after, keys = comparison.after.organization, _keys(matter)
    yield from _table(matter, sheet, "New", changes.new, _rows(changes.new, after, "", keys))
    accepted = _rows(changes.waived, after, "waived", dict.fromkeys(map(id, changes.waived), "accepted"))
    yield from _table(matter, sheet, "Accepted", changes.waived, accepted)
    yield from _table(matter, sheet, "Accepted no more", changes.reopened, _rows(changes.reopened, after, "", keys))


def remaining_findings(matter: Matter, comparison: Comparison, sheet: Sheet) -> Iterator[Block]:
    """What was there before and still is."""
    remaining = comparison.findings.remaining
    rows = _rows(remaining, comparison.after.organization, "", _keys(matter))
    yield from _table(matter, sheet, "Remaining", remaining, rows)


def _table(
    matter: Matter, sheet: Sheet, word: str, findings: Sequence[Finding], rows: Iterator[Row]
) -> Iterator[Block]:
    """With the pages that say more, of what is among the findings that are printed."""
    if not findings:
        return
    yield heading(f"{word}: {counted_kinds(findings, 'finding')}", sheet)
    sections = matter.order.sections
    has_pages = word not in ("Fixed", "No longer assessed") and (not sections or "findings" in sections)
    columns = spread(_COLUMNS if has_pages else _WITHOUT_PAGES, sheet.measure)
    cut = [row._replace(cells=row.cells[: len(columns)]) for row in rows]
    yield from table_blocks(columns, cut, names=matter.names)


def _rows(findings: Sequence[Finding], organization: Organization, mark: str, keys: dict[int, str]) -> Iterator[Row]:
    """Findings that are alike as one row, with the things that they are about; `fixed-` marks are hollow."""
    for group, told in zip(in_groups(findings), said(findings, organization), strict=True):
        names = list(told.names[:_MOST_NAMED])
        more = len(told.names) - len(names)
        about = f" {', '.join(names)}{f' and {more:,} more' if more else ''}." if names else ""
        key = keys.get(id(group[0]), "")
        parts = (Part(told.sentence, BODY), *((Part(about, BODY, INK2),) if about else ()))
        signed = mark if mark in ("waived", "not-assessed") else f"{mark}{told.severity}"
        yield Row((Cell(parts, mark=signed, link=key), Cell(told.code, SMALL, INK2), Cell("", SMALL, page=key)))


def _keys(matter: Matter) -> dict[int, str]:
    """What leads to each open finding where the findings are printed."""
    findings = matter.report.findings
    told = said(findings, matter.organization)
    return {id(each): one.key for group, one in zip(in_groups(findings), told, strict=True) for each in group}
