"""The files inside a PDF, found without unpacking the rest: a few bytes there can be more than any memory holds."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

_MOST_FILES: Final = 1000
_MOST_ENTRIES: Final = 4096
"""So many files are looked at, and so many bytes of what describes one, before and after the word that tells them."""

_NUMBER: Final = re.compile(rb"(?<!\d)(\d{1,10})\s{1,9}\d{1,5}\s{1,9}\Z")
_STREAM: Final = re.compile(rb"\bstream\r?\n")
_REFERRED: Final = re.compile(rb"/U?F\s{1,9}(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R\b")
_FILTER: Final = re.compile(rb"/Filter\s{0,9}\[?\s{0,9}/(\w+)")
_LENGTH: Final = re.compile(rb"/Length\s{1,9}(\d{1,10})\b(\s{1,9}\d{1,5}\s{1,9}R\b)?")


class AttachedFile(NamedTuple):
    """A file inside: the number of its object, the entries that describe it, and where in the PDF its bytes start."""

    number: int
    entries: bytes
    start: int


def attached_files(pdf: bytes) -> Iterator[AttachedFile]:
    """Files inside, in the order of the bytes: what was changed stands twice, and the later one is in force.

    The format has their entries stand in the open, even where all else is packed.
    """
    place = 0
    for _ in range(_MOST_FILES):
        place = pdf.find(b"/EmbeddedFile", place) + 1
        if not place:
            return
        opened = _object_around(pdf, place)
        stream = _STREAM.search(pdf, place, place + _MOST_ENTRIES)
        if opened and stream and pdf.find(b"endobj", place, stream.start()) < 0:
            number, start = opened
            yield AttachedFile(number, pdf[start : stream.start()], stream.end())
            place = stream.end()


def numbers_named(pdf: bytes, name: str) -> set[int]:
    """The numbers of the files that a list calls by a name, where the list stands in the open as well."""
    numbers: set[int] = set()
    for found in islice(re.finditer(rb"\(%b\)" % re.escape(name.encode("ascii")), pdf), _MOST_FILES):
        if opened := _object_around(pdf, found.start()):
            entries = pdf[opened[1] : found.end() + _MOST_ENTRIES].partition(b"endobj")[0]
            numbers.update(int(number) for number in _REFERRED.findall(entries))
    return numbers


def unpacked(pdf: bytes, file: AttachedFile, most: int) -> bytes | None:
    """The bytes of a file inside, cut one byte after `most`; None where they are damaged or packed in another way."""
    packing = _FILTER.search(file.entries)
    if packing is None:
        length = _length(pdf, file)
        return None if length is None else pdf[file.start : file.start + min(length, most + 1)]
    if packing[1] != b"FlateDecode" or b"/DecodeParms" in file.entries:
        return None
    reading = zlib.decompressobj()
    try:
        held = reading.decompress(memoryview(pdf)[file.start :], most + 1)
    except zlib.error:
        return None
    return held if reading.eof or len(held) > most else None


def _length(pdf: bytes, file: AttachedFile) -> int | None:
    """How many bytes are written, as the entries say, or an object that they refer to."""
    told = _LENGTH.search(file.entries)
    if told and told[2]:
        told = re.search(rb"(?<!\d)%b\s{1,9}\d{1,5}\s{1,9}obj\s{1,9}(\d{1,10})\b" % told[1], pdf)
    return int(told[1]) if told else None


def _object_around(pdf: bytes, place: int) -> tuple[int, int] | None:
    """The number of the object that a place is in, and where it begins."""
    head = pdf.rfind(b"obj", max(0, place - _MOST_ENTRIES), place)
    number = _NUMBER.search(pdf[max(0, head - 40) : head]) if head > 0 else None
    return (int(number[1]), head + len(b"obj")) if number else None
