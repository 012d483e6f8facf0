"""Print and print preview: the lens in front on paper, in the light theme, as many sheets as it takes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QObject, Signal
from PySide6.QtGui import QPageLayout, QPaintEngine, QPainter
from PySide6.QtWidgets import QWidget

from ui.lens import Lens
from ui.open_document import OpenDocument
from ui.plain_text import message
from ui.sheets import Paper, Sheet, Sheets, draw_sheet, sheets_of
from ui.stepwise import Steps, Stepwise
from ui.translation import marked, plural, tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

MARGIN_MM: Final = 14.0
_WIDE: Final = 1000
"""Pixels at 100 %; a lens that is wider than that is printed across."""
MOST_SHOWN: Final = 24
"""So many sheets stand in the preview, for all of them are drawn before the first is seen."""
_NOWHERE: Final = marked("Nothing can be printed there: choose another printer, or another file.")


class Printing(QObject):
    """Needs the system's library of printing only when somebody prints."""

    said = Signal(str)

    def __init__(self, window: QWidget, stepwise: Stepwise) -> None:
        super().__init__(window)
        self._window, self._stepwise = window, stepwise

    def ask_and_print(self, document: OpenDocument, lens: Lens) -> None:
        """Ask for the printer, the pages and the paper, and print."""
        printer = self._printer(document, lens)
        if printer is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(tr("Print {lens}", lens=lens.name))
        dialog.finished.connect(dialog.deleteLater)
        if dialog.exec():
            self.print(printer, document, lens)

    def preview(self, document: OpenDocument, lens: Lens) -> None:
        """Show the sheets as they would be printed; paper and margins are chosen there too."""
        printer = self._printer(document, lens)
        if printer is None:
            return
        from PySide6.QtPrintSupport import QPrintPreviewDialog

        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.setWindowTitle(tr("Print Preview of {lens}", lens=lens.name))
        dialog.resize(960, 720)
        dialog.paintRequested.connect(lambda wanted: self._fill(dialog, wanted, document, lens))
        dialog.finished.connect(dialog.deleteLater)
        dialog.exec()

    def print(self, printer: QPrinter, document: OpenDocument, lens: Lens) -> None:
        """Print sheet by sheet; where that goes into a file, there is all of it in the end, or nothing."""
        if self._stepwise.is_busy:
            return
        place = Path(printer.outputFileName()) if printer.outputFileName() else None
        beside = place and place.with_name(f".{place.name}.part")
        if beside:
            printer.setOutputFileName(str(beside))
        refusals: list[str] = []
        steps = _steps(printer, document, lens, refusals.append)
        self._stepwise.do(steps, _finishing(place, beside, refusals, self.said.emit))

    def _fill(self, dialog: QPrintPreviewDialog, printer: QPrinter, document: OpenDocument, lens: Lens) -> None:
        """Draw the first sheets for the preview; or print all of them, where its button is what asks."""
        if printer.paintEngine().type() != QPaintEngine.Type.Picture:
            self.print(printer, document, lens)
            return
        paper = _paper(printer)
        sheets = sheets_of(lens, paper, MOST_SHOWN)
        if not sheets.is_all:
            title = tr("Print Preview of {lens}: the first {count} pages", lens=lens.name, count=len(sheets.slices))
            dialog.setWindowTitle(title)
        painter = QPainter()
        if painter.begin(printer):
            for place in range(len(sheets.slices)):
                if place:
                    printer.newPage()
                draw_sheet(painter, paper, lens, sheets, _sheet(document, lens, sheets, place + 1))
            painter.end()

    def _printer(self, document: OpenDocument, lens: Lens) -> QPrinter | None:
        """A printer for this lens; None where the system cannot print, or there is nothing to print: that is said."""
        if lens.extent().isEmpty():
            self.said.emit(tr("There is nothing to print."))
            return None
        try:
            from PySide6.QtPrintSupport import QPrinter
        except ImportError as missing:
            message(self._window, *no_printing(str(missing))).exec()
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(document.name)
        is_wide = lens.extent().width() > _WIDE
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)
        printer.setPageMargins(QMarginsF(*[MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
        return printer


def no_printing(failure: str) -> tuple[str, str]:
    """What is missing where Qt's part for printing cannot be loaded, and what to do."""
    library = failure.split(":", 1)[0]
    what = tr("Printing needs the system library {library}.", library=library if ".so" in library else "libcups.so.2")
    return what, tr("On Debian or Ubuntu, “apt-get install libcups2” adds it. Export PDF… (Ctrl+E) works without it.")


def _steps(printer: QPrinter, document: OpenDocument, lens: Lens, refuse: Callable[[str], None]) -> Steps:
    """Draw the sheets that are wanted, one in each step; or say why none is."""
    painter = QPainter()
    try:
        yield tr("Laying out the pages…"), 0.0
        paper = _paper(printer)
        sheets = sheets_of(lens, paper)
        count, first = len(sheets.slices), max(printer.fromPage(), 1)
        wanted = range(first, min(printer.toPage() or count, count) + 1)
        refusal = _refusal(count, first) if not wanted else "" if painter.begin(printer) else tr(_NOWHERE)
        if refusal:
            refuse(refusal)
            return
        for place, number in enumerate(wanted):
            yield tr("Printing page {number} of {count}", number=number, count=count), place / len(wanted)
            if place:
                printer.newPage()
            draw_sheet(painter, paper, lens, sheets, _sheet(document, lens, sheets, number))
    except GeneratorExit:
        if painter.isActive():
            printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()


def _refusal(count: int, first: int) -> str:
    pages = plural(count, "there is one page", "there are {count} pages")
    return tr("Nothing was printed: {pages}, and none from page {first} on.", pages=pages, first=first)


def _paper(printer: QPrinter) -> Paper:
    area = printer.pageLayout().paintRectPixels(printer.resolution())
    return Paper(area.width(), area.height(), printer.resolution())


def _sheet(document: OpenDocument, lens: Lens, sheets: Sheets, number: int) -> Sheet:
    file = document.path.name if document.path else tr("not saved yet")
    foot = f"{file} · {document.session.today.isoformat()}"
    return Sheet(document.name, lens.name, foot, number, sheets.count)


def _finishing(
    place: Path | None, beside: Path | None, refusals: list[str], say: Callable[[str], None]
) -> Callable[[bool], None]:
    """What is done after the last sheet: put the file in its place, or take away what there is of it."""

    def finish(is_done: bool) -> None:  # noqa: FBT001 (the one thing it is told)
        if refusals:
            _drop(beside)
            say(refusals[0])
            return
        try:
            if place and beside and is_done:
                beside.replace(place)
            else:
                _drop(beside)
        except OSError as failure:
            _drop(beside)
            say(tr("Not printed: {file} cannot be written there: {reason}.", file=place, reason=failure.strerror))
            return
        say((tr("Printed: {file}", file=place) if place else tr("Printed.")) if is_done else tr("Stopped printing."))

    return finish


def _drop(beside: Path | None) -> None:
    with suppress(OSError):
        if beside:
            beside.unlink()
