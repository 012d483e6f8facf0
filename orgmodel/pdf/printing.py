"""From a document and its report to the bytes of a PDF."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model.value import changed
from orgmodel.pdf.isolating import has_names_to_isolate, with_isolated_names
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.nameless import without_people
from orgmodel.pdf.order import STANDARD, Order
from orgmodel.pdf.pages.book import Heard, bound, unheard
from orgmodel.pdf.sections.by_name import SECTIONS
from orgmodel.pdf.sections.closing.closing import closing
from orgmodel.pdf.type.scripts import missing_said


class Paper(NamedTuple):
    """A finished PDF, its number of pages, and sentences about what could not be printed as it is written."""

    data: bytes
    pages: int
    warnings: tuple[str, ...]


def paper(document: Document, report: Report, *, today: date, order: Order = STANDARD, tell: Heard = unheard) -> Paper:
    """The same input gives the same bytes; `today` is the day that is printed as the day it was given.

    What ends it is planned last, because the index prints what the others had to cut.
    """
    if not order.people:
        document, report, order = _unnamed(document, today, order)
    if has_names_to_isolate(document):
        document, report, order = _isolated(document, today, order)
    matter = Matter(document, report, today, order)
    data, pages = bound(matter, [SECTIONS[name] for name in order.printed], closing, tell)
    return Paper(data, pages, missing_said(matter.names.missing))


def _isolated(document: Document, today: date, order: Order) -> tuple[Document, Report, Order]:
    """All that is printed with names from right to left apart from each other, the sentences of findings as well."""
    from orgmodel.analysis import analyse

    if order.before is not None:
        order = changed(order, before=with_isolated_names(order.before))
    document = with_isolated_names(document)
    return document, analyse(document, today), order


def _unnamed(document: Document, today: date, order: Order) -> tuple[Document, Report, Order]:
    """All that is printed without anybody's name: the findings name people too, so they are found again."""
    from orgmodel.analysis import analyse

    if order.before is None:
        (document,) = without_people(document)
    else:
        document, before = without_people(document, order.before)
        order = changed(order, before=before)
    return document, analyse(document, today), order
