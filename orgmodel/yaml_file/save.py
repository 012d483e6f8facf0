"""A text into a file, whole or not at all: written beside it, made durable, then put in its place."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from orgmodel.document import Document
from orgmodel.errors import SaveFailed
from orgmodel.yaml_file.model_file import ModelFile
from orgmodel.yaml_file.write import written

_REASONS = {
    errno.ENOSPC: "the disk is full: free some space and save again",
    errno.EDQUOT: "your share of the disk is full: free some space and save again",
    errno.EFBIG: "the file would be larger than is allowed here: save it elsewhere",
    errno.EACCES: "the folder may not be written to: save it elsewhere, or ask for the right to write there",
    errno.EPERM: "the folder may not be written to: save it elsewhere, or ask for the right to write there",
    errno.EROFS: "the disk may only be read: save it elsewhere",
    errno.ENOENT: "the folder does not exist: make it, or save it elsewhere",
    errno.ENOTDIR: "part of its path is no folder: save it elsewhere",
    errno.ENAMETOOLONG: "its name is too long: save it under a shorter one",
    errno.ELOOP: "the link leads back to itself: save it under another name",
}


def save_file(path: Path, file: ModelFile | None, document: Document) -> ModelFile:
    """Write a document to a path, changing as little as can be of the file that it was read from.

    Returns the file as it now reads. Raises `SaveFailed`; then what stood there before is whole.
    """
    made = written(file, document, str(path))
    replace_text(path, made.text)
    return made


def replace_text(path: Path, text: str) -> None:
    """Put a text in the place of a file, or where none was, with the mode and owner that it had; follows links.

    Raises `SaveFailed`; then what stood there before is whole.
    """
    try:
        _replace(Path(os.path.realpath(path)), text.encode("utf-8"))
    except OSError as failure:
        reason = (
            _REASONS.get(failure.errno or 0) or f"{(failure.strerror or 'unknown error').lower()}: save it elsewhere"
        )
        raise SaveFailed(f"{path} was not saved, {reason}.") from None
    except ValueError:
        raise SaveFailed("No file can have that name: save it under another one.") from None


def _replace(target: Path, data: bytes) -> None:
    try:
        before: os.stat_result | None = target.stat()
    except FileNotFoundError:
        before = None
    if before and stat.S_ISDIR(before.st_mode):
        raise SaveFailed(f"{target} was not saved, it is a folder: name a file in it.")
    if before and not stat.S_ISREG(before.st_mode):
        raise SaveFailed(f"{target} was not saved, it is a device or a pipe: name a file.")
    if before and not os.access(target, os.W_OK):
        raise SaveFailed(f"{target} was not saved, the file may only be read: save it under another name.")
    beside, descriptor = _open_beside(target, 0o600 if before else 0o666)
    try:
        try:
            if before:
                _keep_owner_and_mode(descriptor, before)
            _write(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _make_durable(target.parent)


def _open_beside(target: Path, mode: int) -> tuple[Path, int]:
    """A new file in the same folder, which is the same disk; its short name fits wherever the target's does."""
    for number in range(10_000):
        beside = target.with_name(f".orgmodel-{os.getpid()}-{number}.tmp")
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            return beside, os.open(beside, flags, mode)
        except FileExistsError:
            continue
    raise FileExistsError(errno.EEXIST, "too many unfinished files in the folder")


def _keep_owner_and_mode(descriptor: int, before: os.stat_result) -> None:
    """The group where the owner cannot be kept: only the system's administrator gives files away."""
    if hasattr(os, "fchown"):
        for owner in (before.st_uid, -1):
            with suppress(OSError):
                os.fchown(descriptor, owner, before.st_gid)
                break
        os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _make_durable(folder: Path) -> None:
    """So that the new name outlives a power cut; not every file system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
