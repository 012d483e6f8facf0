"""Standard output and error, whatever they are connected to: a full disk, a reader that has gone, or nothing at all."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from orgmodel.cli.symbols import on_one_line


def prepare_streams() -> None:
    """Names and quotes come out whole on every system, into a pipe or a file too (Windows would not).

    A stream that was closed before the start swallows what it is given; else a sentence meant for one would come out
    at the other.
    """
    sys.stdout = _prepared(sys.stdout)
    sys.stderr = _prepared(sys.stderr)


def complain(sentence: object) -> None:
    """One sentence on standard error, on one line; nothing where that cannot be written to."""
    try:
        print(on_one_line(str(sentence)), file=sys.stderr, flush=True)
    except OSError:
        swallow(sys.stderr)


def swallow(stream: TextIO) -> None:
    """Let go of what a stream still holds, which the interpreter would try to write, and complain of, at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _prepared(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 (it stays open until the end)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
