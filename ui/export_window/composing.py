"""From what is wanted to the bytes of the PDF, in a thread beside the window; no Qt."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from orgmodel.document import Document
from orgmodel.errors import FileRefused, OrgModelError
from orgmodel.findings import Report
from orgmodel.model.value import changed, value
from orgmodel.pdf.order import Order
from ui.export_window.choices import Choices
from ui.export_window.sheet_drawing import Size, sizes_of
from ui.exporting import COMPOSING

if TYPE_CHECKING:
    from orgmodel.pdf.pages.book import Heard  # loads all that draws


@value
class Asked:
    """What is to be composed: a document whose file is at a path, or nowhere yet, judged as of a day."""

    document: Document
    path: Path | None
    today: date
    choices: Choices


@value
class Composed:
    """A PDF with the sizes of its pages in points, and sentences about what it could not print as it is written.

    Where it could not be made there are no bytes, and `refusal` says why.
    """

    data: bytes = b""
    sizes: tuple[Size, ...] = ()
    warnings: tuple[str, ...] = ()
    refusal: str = ""


class _Dropped(Exception):
    """Nobody wants these pages any more."""


class Composing:
    """Runs the rules once for a document, however often its pages are made anew; `tell` is called in the thread.

    What is not `wanted` any more is left as soon as the page in hand is drawn.
    """

    def __init__(self, tell: Heard) -> None:
        self._tell = tell
        self._judged: tuple[Document, Report] | None = None
        self.wanted: Asked | None = None

    def drop(self, *_: object) -> None:
        """Nothing is wanted any more."""
        self.wanted = None

    def composed(self, asked: Asked) -> Composed:
        """What the command line writes for the same order, byte for byte."""
        with COMPOSING:
            try:
                return self._composed(asked)
            except OrgModelError as refusal:
                return Composed(refusal=str(refusal))
            except _Dropped:
                return Composed()

    def _composed(self, asked: Asked) -> Composed:
        from orgmodel.pdf import paper
        from orgmodel.yaml_file.baseline import baseline_of

        document = asked.document
        baseline = baseline_of(document, asked.path)
        order = changed(
            asked.choices.order(has_baseline=bool(document.organization.based_on)),
            before=baseline.document,
            no_baseline=baseline.problem,
            attached=model_text(asked).encode() if asked.choices.attaches else None,
        )
        report = self._report(asked, order)

        def tell(drawn: int, pages: int) -> None:
            if self.wanted is not asked:
                raise _Dropped
            self._tell(drawn, pages)

        made = paper(document, report, today=asked.today, order=order, tell=tell)
        warnings = (baseline.problem, *made.warnings) if baseline.problem else made.warnings
        return Composed(made.data, sizes_of(made.data), warnings)

    def _report(self, asked: Asked, order: Order) -> Report:
        from orgmodel.analysis import analyse

        if not order.tells_findings:
            return Report((), (), (), (), asked.today)
        if self._judged is None or self._judged[0] is not asked.document or self._judged[1].as_of != asked.today:
            self._judged = asked.document, analyse(asked.document, asked.today)
        return self._judged[1]


def model_text(asked: Asked) -> str:
    """The model as saving it now would write it: the file's own text with what was changed since."""
    from orgmodel.yaml_file import read_file, write_text

    file = None
    if asked.path is not None:
        try:
            file = read_file(asked.path)
        except FileRefused:
            file = None
    return write_text(file, asked.document)
