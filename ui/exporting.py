"""Charts and tables written by the library in a thread of their own, so that the window stays alive."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from orgmodel.document import Document
from orgmodel.errors import ExportFailed, OrgModelError
from orgmodel.exporting import FORMATS, Format, Warnings
from orgmodel.whole_file import write_whole

EXPORTS: Final = {f"export-{each.name.lower()}": each for each in FORMATS}
"""The ways out by the ids of their actions."""


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
            data, warnings = chosen.make(document, today, "A4")
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
