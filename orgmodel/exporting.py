"""The ways out of a model: what each kind of file is called, and its bytes; libraries load when one is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, get_args

from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model.value import value

if TYPE_CHECKING:
    from orgmodel.pdf.order import Order
    from orgmodel.pdf.pictures.pictures import Picture

Lens = Literal["matrix", "chain", "layout"]
"""What a format that shows one view of the model shows."""

LENSES: Final[tuple[Lens, ...]] = get_args(Lens)

Option = Literal["audience", "section", "page", "turned", "attach-model", "lens", "scale"]
"""What can be asked of some formats and not of others; services, teams and people can be of each."""

PAPER: Final[tuple[Option, ...]] = ("audience", "section", "page", "turned", "attach-model")
PICTURE: Final[tuple[Option, ...]] = ("lens", "scale")

Warnings = tuple[str, ...]
"""Sentences about what the file could not show as it is."""


@value
class Wanted:
    """What is to be written: a document, judged as of a day.

    `order` says what of it and on which paper. `part` is the document with its services and teams alone, and without
    names of people where they are not wanted: what every format but the PDF shows, with `report` where it tells
    findings. `lens` and `scale` (1.0 is 100 %) are for pictures and for what shows one view; `lens` None leaves the
    choice to the format.
    """

    document: Document
    today: date
    order: Order
    lens: Lens | None = None
    scale: float = 1.0

    @property
    def part(self) -> Document:
        from orgmodel.pdf.narrowing import narrowed_document

        return narrowed_document(self._unnamed, self.order)

    @property
    def report(self) -> Report:
        from orgmodel.analysis import analyse
        from orgmodel.pdf.narrowing import narrowed

        whole = self._unnamed
        return narrowed(whole, analyse(whole, self.today), self.order)[1]

    @property
    def _unnamed(self) -> Document:
        from orgmodel.pdf.nameless import without_people

        return self.document if self.order.people else without_people(self.document)[0]


@value
class Format:
    """One kind of file: its name for people, the suffix that chooses it, what makes its bytes and warnings, and which
    options it heeds; to ask it for others is refused.

    To add one: a file of `orgmodel.exchange` with a pure function to text or bytes, a function here that imports it
    when it is called, and a line of `FORMATS`. What `make` is given it takes as it is: it opens no file, asks no clock
    and no chance, so that the same `Wanted` gives the same bytes; text of the model is data to it, never markup, a
    formula or code. What it cannot show it says in warnings; what it cannot write at all it refuses with
    `ExportFailed`.
    """

    name: str
    suffix: str
    make: Callable[[Wanted], tuple[bytes, Warnings]]
    heeds: tuple[Option, ...] = ()


def _pdf(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.pdf import paper

    document, today = wanted.document, wanted.today
    report = Report((), (), (), (), today)
    if wanted.order.tells_findings:
        from orgmodel.analysis import analyse

        report = analyse(document, today)
    made = paper(document, report, today=today, order=wanted.order)
    return made.data, made.warnings


def _csv(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.csv_matrix import matrix_csv

    return matrix_csv(wanted.part.organization), ()


def _markdown(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.markdown import markdown

    return markdown(wanted.part, wanted.report).encode(), ()


def _json(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.json_model import model_json

    return model_json(wanted.part), ()


def _xlsx(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.xlsx_matrix import matrix_xlsx

    return matrix_xlsx(wanted.part, wanted.today), ()


def _mermaid(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.mermaid import mermaid

    text, warnings = mermaid(wanted.part)
    return text.encode(), warnings


def _dot(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.dot import dot

    return dot(wanted.part).encode(), ()


def _svg(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.pdf.pictures.pictures import svg

    return _picture(wanted, svg)


def _png(wanted: Wanted) -> tuple[bytes, Warnings]:
    from orgmodel.pdf.pictures.pictures import png

    return _picture(wanted, png)


def _picture(wanted: Wanted, drawn: Callable[..., Picture]) -> tuple[bytes, Warnings]:
    from orgmodel.pdf.matter import Matter

    matter = Matter(wanted.part, wanted.report, wanted.today, wanted.order)
    made = drawn(matter, wanted.lens or "chain", wanted.scale)
    return made.data, made.warnings


FORMATS: Final = (
    Format("PDF", ".pdf", _pdf, PAPER),
    Format("SVG", ".svg", _svg, PICTURE),
    Format("PNG", ".png", _png, PICTURE),
    Format("XLSX", ".xlsx", _xlsx),
    Format("CSV", ".csv", _csv),
    Format("Markdown", ".md", _markdown),
    Format("JSON", ".json", _json),
    Format("Mermaid", ".mmd", _mermaid),
    Format("DOT", ".dot", _dot),
)
