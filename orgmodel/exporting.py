"""The ways out of a model: what each kind of file is called, and its bytes; libraries load when one is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from orgmodel.document import Document
from orgmodel.model.value import value

if TYPE_CHECKING:
    from orgmodel.pdf.style import PageName

Warnings = tuple[str, ...]
"""Sentences about what the file could not show as it is."""


@value
class Format:
    """One kind of file; `make` judges as of a day, and heeds the paper's size where there is paper."""

    name: str
    suffix: str
    make: Callable[[Document, date, PageName], tuple[bytes, Warnings]]


def _pdf(document: Document, today: date, page: PageName) -> tuple[bytes, Warnings]:
    from orgmodel.analysis import analyse
    from orgmodel.pdf import paper

    made = paper(document, analyse(document, today), today=today, page=page)
    return made.data, made.warnings


def _csv(document: Document, _: date, __: PageName) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.csv_matrix import matrix_csv

    return matrix_csv(document.organization), ()


def _markdown(document: Document, today: date, _: PageName) -> tuple[bytes, Warnings]:
    from orgmodel.analysis import analyse
    from orgmodel.exchange.markdown import markdown

    return markdown(document, analyse(document, today)).encode(), ()


def _json(document: Document, _: date, __: PageName) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.json_model import model_json

    return model_json(document), ()


FORMATS: Final = (
    Format("PDF", ".pdf", _pdf),
    Format("CSV", ".csv", _csv),
    Format("Markdown", ".md", _markdown),
    Format("JSON", ".json", _json),
)
