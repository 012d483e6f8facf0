"""Charts and tables written by the library in threads of their own, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from orgmodel.errors import ExportFailed, OrgModelError
from orgmodel.exporting import FORMATS, Format, Lens, Wanted, Warnings
from orgmodel.model.value import changed
from orgmodel.whole_file import write_whole
from orgmodel.yaml_file.baseline import baseline_of
from ui.translation import marked, tr
from ui.work import Work

EXPORTS: Final = {f"export-{each.name.lower()}": each for each in FORMATS if each.suffix != ".pdf"}
"""The ways out by the ids of their actions; the PDF has a window of its own."""

COMPOSING: Final = Lock()
"""Only one chart at a time is made, for fonts and their glyphs are collected in one place."""

Make = Callable[[], tuple[bytes, Warnings]]

CHARTS: Final[Mapping[str, Lens]] = {"lens-chain": "chain", "lens-teams": "layout", "lens-matrix": "matrix"}
"""What a picture shows while a lens is in front; for the others the format chooses."""


_LARGER: Final[Mapping[float, str]] = {
    2.0: marked("{kind}, twice as large"),
    4.0: marked("{kind}, four times as large"),
}
"""For a picture that is made of pixels: any other is as sharp at every size."""


def kinds_of(chosen: Format) -> dict[str, float]:
    """What the dialog for the file offers as its type, and how large each makes the picture."""
    pattern = f" (*{chosen.suffix})"
    larger = _LARGER if chosen.suffix == ".png" else {}
    return {chosen.name + pattern: 1.0} | {
        tr(words, kind=chosen.name) + pattern: scale for scale, words in larger.items()
    }


class Exporter(QObject):
    """Writes a file for each request; the signals come in the window's thread."""

    begun = Signal(object)
    """The `Work` of a request; stopped in time, it writes nothing."""
    written = Signal(object, object)
    """The `Path` and the `Warnings`."""
    refused = Signal(str)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[_Job] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def export(self, chosen: Format, wanted: Wanted, path: Path, beside: Path | None = None) -> Work:
        """Write what is wanted; the baseline of its document is looked for beside a path."""
        return self._begin(path, partial(_made, chosen, wanted, beside))

    def write(self, path: Path, data: bytes, warnings: Warnings = ()) -> Work:
        """Write bytes that are made already."""
        return self._begin(path, lambda: (data, warnings))

    def _begin(self, path: Path, make: Make) -> Work:
        job = _Job(path, make)
        job.work = Work(tr("Writing {file}…", file=path.name), partial(self._stop, job), self)
        job.thread = Thread(target=self._work, args=(job,), name="export", daemon=True)
        self._jobs.append(job)
        job.thread.start()
        self.begun.emit(job.work)
        return job.work

    def finish(self) -> None:
        """Wait for what is being written: a chart asked for before closing is a chart wanted."""
        for job in self._jobs:
            if not job.is_dropped:
                job.thread.join()
        self._jobs.clear()

    def _stop(self, job: _Job) -> None:
        if job.drop():
            self.refused.emit(tr("Stopped: {file} is not written.", file=job.path.name))

    def _work(self, job: _Job) -> None:
        failure: Exception | None = None
        warnings: Warnings = ()
        try:
            data, warnings = job.make()
            if job.may_write():
                write_whole(job.path, data, ExportFailed)
        except Exception as caught:  # noqa: BLE001 (shown, or raised again, in the window's thread)
            failure = caught
        self._finished.emit(job, warnings, failure)

    def _deliver(self, job: _Job, warnings: Warnings, failure: Exception | None) -> None:
        job.work.end()
        if job in self._jobs:
            self._jobs.remove(job)
        if job.is_dropped:
            return
        if failure is None:
            self.written.emit(job.path, warnings)
        elif isinstance(failure, OrgModelError):
            self.refused.emit(str(failure))
        else:
            raise failure


def _made(chosen: Format, wanted: Wanted, beside: Path | None) -> tuple[bytes, Warnings]:
    """The bytes of a format; changes are told on paper alone, so no other format reads the baseline."""
    if "section" in chosen.heeds:
        found = baseline_of(wanted.document, beside)
        wanted = changed(wanted, order=changed(wanted.order, before=found.document, no_baseline=found.problem))
    uses_fonts = not {"page", "scale"}.isdisjoint(chosen.heeds)
    with COMPOSING if uses_fonts else nullcontext():
        return chosen.make(wanted)


class _Job:
    """One file to be written, unless it is dropped before that begins: then nothing of it is there."""

    work: Work
    thread: Thread

    def __init__(self, path: Path, make: Make) -> None:
        self.path, self.make = path, make
        self.is_dropped = self._is_writing = False
        self._lock = Lock()

    def drop(self) -> bool:
        """Have it not written; False where it is too late for that."""
        with self._lock:
            self.is_dropped = not self._is_writing
            return self.is_dropped

    def may_write(self) -> bool:
        with self._lock:
            self._is_writing = not self.is_dropped
            return self._is_writing
