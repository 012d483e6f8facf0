"""Charts and tables written by the library in a thread of their own, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from orgmodel.document import Document
from orgmodel.errors import ExportFailed, OrgModelError
from orgmodel.model.value import value
from orgmodel.whole_file import write_whole

Warnings = tuple[str, ...]
"""Sentences about what the file could not show as it is."""
Make = Callable[[Document, date], tuple[bytes, Warnings]]


@value
class Format:
    """One way out: `action` is the id of its action."""

    action: str
    name: str
    suffix: str
    make: Make


class Exporter(QObject):
    """Writes one file at a time per request; the signals come in the window's thread."""

    written = Signal(object, object)
    """The `Path` and the `Warnings`."""
    refused = Signal(str)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: list[Thread] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def export(self, chosen: Format, document: Document, today: date, path: Path) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = Thread(target=self._work, args=(chosen, document, today, path), name="export")
        self._threads.append(thread)
        thread.start()

    def finish(self) -> None:
        """Wait for what is being written: a chart asked for before closing is a chart wanted."""
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _work(self, chosen: Format, document: Document, today: date, path: Path) -> None:
        failure: Exception | None = None
        warnings: Warnings = ()
        try:
            data, warnings = chosen.make(document, today)
            write_whole(path, data, ExportFailed)
        except Exception as caught:  # noqa: BLE001 (shown, or raised again, in the window's thread)
            failure = caught
        self._finished.emit(path, warnings, failure)

    def _deliver(self, path: Path, warnings: Warnings, failure: Exception | None) -> None:
        if failure is None:
            self.written.emit(path, warnings)
        elif isinstance(failure, OrgModelError):
            self.refused.emit(str(failure))
        else:
            raise failure


def _pdf(document: Document, today: date) -> tuple[bytes, Warnings]:
    from orgmodel.analysis import analyse
    from orgmodel.pdf import paper

    made = paper(document, analyse(document, today), today=today)
    return made.data, made.warnings


def _csv(document: Document, _: date) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.csv_matrix import matrix_csv

    return matrix_csv(document.organization), ()


def _markdown(document: Document, today: date) -> tuple[bytes, Warnings]:
    from orgmodel.analysis import analyse
    from orgmodel.exchange.markdown import markdown

    return markdown(document, analyse(document, today)).encode(), ()


def _json(document: Document, _: date) -> tuple[bytes, Warnings]:
    from orgmodel.exchange.json_model import model_json

    return model_json(document), ()


FORMATS: Final = (
    Format("export-pdf", "PDF", ".pdf", _pdf),
    Format("export-csv", "CSV", ".csv", _csv),
    Format("export-markdown", "Markdown", ".md", _markdown),
    Format("export-json", "JSON", ".json", _json),
)
