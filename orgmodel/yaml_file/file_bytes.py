"""From a path to text, whatever stands there: a file that is too large, no file, or no text gives a sentence."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from orgmodel.errors import FileRefused
from orgmodel.yaml_file.problems import refused

LARGEST = 64 * 1024 * 1024
"""Bytes."""

_OTHER_ENCODINGS = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def text_at(path: Path) -> str:
    """The text of a file as it is, line breaks and byte order mark included; raises `FileRefused`."""
    return text_from(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """At most 64 MiB of a regular file; anything else, which might block or never end, is not even opened."""
    name = str(path)
    try:
        found = os.stat(path)  # noqa: PTH116 (a path with a NUL raises here, and not in Path.stat of some versions)
        if not stat.S_ISREG(found.st_mode):
            raise _no_file(found.st_mode, name)
        if found.st_size > LARGEST:
            raise _too_large(name)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise refused(name, "there is no such file: check the name and the folder.") from None
    except PermissionError:
        raise refused(name, "the file may not be read: ask for the right to read it.") from None
    except ValueError:
        raise refused(name.replace("\0", "\\0"), "no file can have this name: check it.") from None
    except OSError as failure:
        reason = (failure.strerror or "unknown error").lower()
        raise refused(name, f"the file cannot be read ({reason}): check the path and the disk.") from None
    if len(data) > LARGEST:
        raise _too_large(name)
    return data


def text_from(data: bytes, name: str) -> str:
    """The text of bytes that are UTF-8, with or without a byte order mark; raises `FileRefused`."""
    for mark, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            raise refused(name, f"the file is {encoding} text: save it as UTF-8.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as failure:
        if data[:4].count(0) == 2 and data[4:8].count(0) == 2:
            raise refused(name, "the file looks like UTF-16 text: save it as UTF-8.") from None
        lines = data[: failure.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        column = len(lines[-1].decode("utf-8"))
        sentence = f"byte {failure.start:,} of the file (0x{data[failure.start]:02x}) is not UTF-8: save it as UTF-8."
        raise refused(name, sentence, (len(lines) - 1, column)) from None


def _no_file(mode: int, name: str) -> FileRefused:
    if stat.S_ISDIR(mode):
        return refused(name, "this is a folder: name a file in it.")
    return refused(name, "this is a device or a pipe, not a file: copy what it holds into a file.")


def _too_large(name: str) -> FileRefused:
    most = LARGEST // 1024 // 1024
    return refused(name, f"the file is larger than {most} MiB, the most that is read: split it, or choose another.")
