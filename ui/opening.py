"""Reading large files beside the window, so that it stays alive; small ones are read at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Signal

from orgmodel.errors import FileRefused
from ui.background import Background
from ui.translation import tr
from ui.work import Work

if TYPE_CHECKING:
    from orgmodel.yaml_file import ModelFile

LARGE: Final = 1_000_000
"""Bytes; a smaller file is there in a blink."""


class Reader(QObject):
    """Reads several at the same time, each path once."""

    begun = Signal(object)
    """The `Work` of reading a file."""
    read = Signal(object, object)
    """The `Path`, and the `ModelFile` or why it was refused, a `FileRefused`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readings: dict[Path, tuple[Background, Work]] = {}

    def begin(self, path: Path) -> None:
        """Read a file; nothing where that one is being read already."""
        if path in self._readings:
            return
        background = Background("reading", _outcome, self)
        work = Work(tr("Reading {file}…", file=path.name), lambda: self._drop(path), self)
        self._readings[path] = (background, work)
        background.done.connect(self._deliver)
        background.failed.connect(lambda read, _: self._drop(read))
        background.ask(path)
        self.begun.emit(work)

    def stop(self) -> None:
        for path in tuple(self._readings):
            self._drop(path)

    def _deliver(self, path: Path, outcome: object) -> None:
        self._drop(path)
        self.read.emit(path, outcome)

    def _drop(self, path: Path) -> None:
        background, work = self._readings.pop(path)
        background.stop()
        work.end()


def is_large(path: Path) -> bool:
    try:
        return path.stat().st_size >= LARGE
    except OSError:
        return False


def read_now(path: Path) -> ModelFile:
    """Raises `FileRefused`."""
    from orgmodel.yaml_file import read_file

    return read_file(path)


def _outcome(asked: object) -> ModelFile | FileRefused:
    try:
        return read_now(cast("Path", asked))
    except FileRefused as refusal:
        return refusal
