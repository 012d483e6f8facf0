"""What is printed against its baseline: both narrowed to the same rows, so that none seems to come or go by that."""

from __future__ import annotations

from datetime import date

from orgmodel.analysis import analyse
from orgmodel.comparison import Comparison, compared
from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.pdf.narrowing import narrowed, narrowed_document
from orgmodel.pdf.order import Order


def compared_for(order: Order, before: Document, after: Document, report: Report, today: date) -> Comparison:
    """The whole document against its baseline, as far as an order wants it; `report` is narrowed already."""
    _, report_before = narrowed(before, analyse(before, today), order)
    if order.services or order.teams:
        before, after = _of_the_same_rows(order, before, after)
    return compared(before, after, today, report_before=report_before, report_after=report)


def _of_the_same_rows(order: Order, before: Document, after: Document) -> tuple[Document, Document]:
    """Both with the rows that are wanted of either: a team's lost rows are among its changes."""
    narrow = [narrowed_document(document, order) for document in (before, after)]
    wanted = {row.id for document in narrow for row in document.organization.responsibilities}
    old, new = (
        document.with_organization(
            document.organization.copy_with(
                responsibilities=tuple(row for row in whole.organization.responsibilities if row.id in wanted)
            )
        )
        for document, whole in zip(narrow, (before, after), strict=True)
    )
    return old, new
