"""A file whole or not at all: written beside it, made durable, then put in its place."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from orgmodel.errors import OrgModelError

_REASONS = {
    errno.ENOSPC: "the disk is full: free some space and try again",
    errno.EDQUOT: "your share of the disk is full: free some space and try again",
    errno.EFBIG: "the file would be larger than is allowed here: choose another place",
    errno.EACCES: "the folder may not be written to: choose another place, or ask for the right to write there",
    errno.EPERM: "the folder may not be written to: choose another place, or ask for the right to write there",
    errno.EROFS: "the disk may only be read: choose another place",
    errno.ENOENT: "the folder does not exist: make it, or choose another place",
    errno.ENOTDIR: "part of its path is no folder: choose another place",
    errno.ENAMETOOLONG: "its name is too long: choose a shorter one",
    errno.ELOOP: "the link leads back to itself: choose another name",
}


def write_whole(path: Path, data: bytes, failed: type[OrgModelError]) -> None:
    """Put bytes in the place of a file, or where none was, with the mode and owner that it had; follows links.

    Raises `failed` with a sentence; then what stood there before is whole, and nothing is left beside it.
    """
    with _said(path, failed):
        _replace(Path(os.path.realpath(path)), data)


def check_place(path: Path, failed: type[OrgModelError]) -> None:
    """Raise `failed` where nothing could be written, as far as can be seen before the work of making it."""
    with _said(path, failed):
        target = Path(os.path.realpath(path))
        _before(target)
        target.parent.stat()


@contextmanager
def _said(path: Path, failed: type[OrgModelError]) -> Iterator[None]:
    """Whatever cannot be done within is raised as `failed`, in a sentence on the path."""
    try:
        yield
    except _NotWritten as refusal:
        raise failed(f"{path} was not written, {refusal}.") from None
    except OSError as failure:
        told = (failure.strerror or "unknown error").lower()
        reason = _REASONS.get(failure.errno or 0) or f"{told}: choose another place"
        raise failed(f"{path} was not written, {reason}.") from None
    except ValueError:
        raise failed("No file can have that name: choose another one.") from None


class _NotWritten(Exception):
    """What stands there cannot be replaced; its text says what it is and what to do."""


def _before(target: Path) -> os.stat_result | None:
    """What is known of the file that stands there, None for no file; `_NotWritten` where it cannot be replaced."""
    try:
        before: os.stat_result | None = target.stat()
    except FileNotFoundError:
        before = None
    if before and stat.S_ISDIR(before.st_mode):
        raise _NotWritten("it is a folder: name a file in it")
    if before and not stat.S_ISREG(before.st_mode):
        raise _NotWritten("it is a device or a pipe: name a file")
    if before and not os.access(target, os.W_OK):
        raise _NotWritten("the file may only be read: choose another name")
    return before


def _replace(target: Path, data: bytes) -> None:
    before = _before(target)
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
