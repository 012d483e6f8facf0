"""The ways out of a model: what each kind of file is called, and its bytes; libraries load when one is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, Literal, get_args

from orgmodel.document import Document
from orgmodel.model.value import value
from orgmodel.pdf.order import STANDARD, Order

Lens = Literal["matrix", "chain", "layout"]
"""What a format that shows one view of the model shows."""

LENSES: Final[tuple[Lens, ...]] = get_args(Lens)

Warnings = tuple[str, ...]
"""Sentences about what the file could not show as it is."""


@value
class Wanted:
    """What is to be written: a document, judged as of a day.

    `order` says what of it and on which paper; its services, teams and people count for every format. `lens` and
    `scale` (1.0 is 100 %) are for pictures and for what shows one view; `lens` None leaves the choice to the format.
    """

    document: Document
    today: date
    order: Order = STANDARD
    lens: Lens | None = None
    scale: float = 1.0


@value
class Format:
    """One kind of file: its name for people, the suffix that chooses it, and what makes its bytes and warnings.

    To add one: a file of `orgmodel.exchange` with a pure function to text or bytes, a function here that imports it
    when it is called, and a line of `FORMATS`. What `make` is given it takes as it is: it opens no file, asks no clock
    and no chance, so that the same `Wanted` gives the same bytes; text of the model is data to it, never markup, a
    formula or code. What it cannot show it says in warnings; what it cannot write at all it refuses with
    `ExportFailed`.
    """

    name: str
    suffix: str
    make: Callable[[Wanted], tuple[bytes, Warnings]]


def _pdf(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.analysis import analyse
    from orgmodel.pdf import paper

    document, today = wanted.document, wanted.today
    made = paper(document, analyse(document, today), today=today, order=wanted.order)
    return made.data, made.warnings


def _csv(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.csv_matrix import matrix_csv

    return matrix_csv(wanted.document.organization), ()


def _markdown(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.analysis import analyse
    from orgmodel.exchange.markdown import markdown

    return markdown(wanted.document, analyse(wanted.document, wanted.today)).encode(), ()


def _json(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.json_model import model_json

    return model_json(wanted.document), ()


FORMATS: Final = (
    Format("PDF", ".pdf", _pdf),
    Format("CSV", ".csv", _csv),
    Format("Markdown", ".md", _markdown),
    Format("JSON", ".json", _json),
)
