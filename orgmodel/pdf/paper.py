"""From a document and its report to the bytes of a PDF."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.pdf.book import Section, bound
from orgmodel.pdf.chain import chain
from orgmodel.pdf.findings import findings
from orgmodel.pdf.index import index
from orgmodel.pdf.matrix import matrix
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.style import PageName
from orgmodel.pdf.summary import summary
from orgmodel.sentences import listed

SECTIONS: Final[tuple[Section, ...]] = (summary, chain, matrix, findings, index)
"""The paper from front to back; the index is last, because it prints what the others had to cut."""


class Paper(NamedTuple):
    """A finished PDF, its number of pages, and sentences about what could not be printed as it is written."""

    data: bytes
    pages: int
    warnings: tuple[str, ...]


def paper(document: Document, report: Report, *, today: date, page: PageName = "A4") -> Paper:
    """The same input gives the same bytes; `today` is the day that is printed as the day it was given."""
    matter = Matter(document, report, today, page)
    data, pages = bound(matter, SECTIONS)
    missing = tuple(matter.names.missing)
    warnings: tuple[str, ...] = ()
    if missing:
        codes = listed([f"U+{ord(character):04X}" for character in missing], 13)
        warnings = (f"No font on this machine draws {codes}; the code is printed in brackets instead.",)
    return Paper(data, pages, warnings)
