"""Reading a file in a process of its own while this one loads Qt: with two cores, neither waits for the other.

Threads would not do: both are nearly all Python, of which one process runs one line at a time.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from orgmodel.yaml_file import ModelFile

SMALLEST: Final = 64 * 1024
"""Bytes; a smaller file is read in the time that a process takes to begin and to hand over."""


class ReadAhead:
    """Begun with the path; to be made before Qt is loaded and any thread is started, which a fork would cut in two."""

    def __init__(self, path: Path) -> None:
        self._place = os.memfd_create("orgmodel")
        self._process = os.fork()
        if self._process == 0:
            _read(path, self._place)

    def file(self) -> ModelFile | None:
        """What was read; None where nothing could be: then reading it here says why."""
        import pickle

        _, status = os.waitpid(self._process, 0)
        with os.fdopen(self._place, "rb") as written:
            written.seek(0)
            return pickle.load(written) if status == 0 else None  # noqa: S301 (from our own process)


def read_ahead(path: Path) -> ReadAhead | None:
    """Begin, where the system can, a second core would do it and it pays; else the file is read when it is opened."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2 or path.stat().st_size < SMALLEST:
        return None
    return ReadAhead(path)


def _read(path: Path, place: int) -> NoReturn:
    status = 1
    try:
        import pickle

        from orgmodel.yaml_file import read_file

        with os.fdopen(place, "wb") as held:
            pickle.dump(read_file(path), held, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)  # what is wrong with the file happens again in the window's process, which can show it
