"""Write a chart or a table whole or not at all: a reader never sees half of one, and a failure leaves the old one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from orgmodel.errors import ExportFailed


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside to write to, which takes the place of `path` when the block ends well; keeps its mode and links.

    Raises `ExportFailed` where the folder or the disk refuses.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise ExportFailed(f"“{path}” is not a file, so nothing can be written there; name a file.")
    part = target.with_name(f".orgmodel-{os.getpid()}{target.suffix}")
    try:
        yield part
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    except OSError as failure:
        raise ExportFailed(f"“{path}” could not be written: {failure.strerror or failure}.") from failure
    finally:
        with suppress(OSError):
            part.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Raises `ExportFailed`."""
    with replacing(path) as part:
        part.write_bytes(content)
