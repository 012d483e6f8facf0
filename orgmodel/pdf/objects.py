"""The numbered objects of a PDF file, small ones packed together and compressed, and the table that finds them.

ISO 32000-1, 7.5.7 and 7.5.8: what a library for drawing does not write, and what makes thousands of tags small.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import Final

_MOST_PACKED: Final = 256
"""So many objects in one stream, that a place in it is one byte of the table."""
_LEVEL: Final = 6
_STREAM: Final = 1 << 40
_PACKED: Final = 2 << 40
"""What a number stands for: an object at an offset of the file, or one at a place of a packed stream."""


class Objects:
    """Objects get their numbers one after the other; one may be numbered long before it is written."""

    def __init__(self) -> None:
        self._out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._where = array("Q", [0])
        self._numbers: list[int] = []
        self._bodies: list[str] = []

    @property
    def count(self) -> int:
        return len(self._where) - 1

    def reserve(self, count: int = 1) -> int:
        """The first of so many numbers in a row."""
        first = len(self._where)
        self._where.extend([0] * count)
        return first

    def put(self, body: str, number: int = 0) -> int:
        """Keep a dictionary, an array or a string, written in ASCII; gives its number."""
        number = number or self.reserve()
        self._numbers.append(number)
        self._bodies.append(body)
        if len(self._bodies) >= _MOST_PACKED:
            self._pack()
        return number

    def put_all(self, first: int, bodies: Sequence[str]) -> None:
        """Keep many, whose numbers follow each other."""
        self._numbers += range(first, first + len(bodies))
        self._bodies += bodies
        while len(self._bodies) >= _MOST_PACKED:
            self._pack()

    def stream(self, entries: str, data: bytes, number: int = 0, *, is_compressed: bool = True) -> int:
        """Write a stream with the entries of its dictionary; gives its number."""
        if is_compressed:
            data = zlib.compress(data, _LEVEL)
            entries += "/Filter/FlateDecode"
        return self.written(f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream", number)

    def written(self, body: bytes, number: int = 0) -> int:
        """Write an object as it is, outside any packed stream; gives its number."""
        number = number or self.reserve()
        self._where[number] = _STREAM | len(self._out) << 8
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        return number

    def finished(self, root: int, info: int) -> bytes:
        """The whole file; its identity is a digest of all that is in it."""
        while self._bodies:
            self._pack()
        identity = sha256(self._out).hexdigest()[:32].upper()
        number, start = self.reserve(), len(self._out)
        self._where[number] = _STREAM | start << 8
        table = zlib.compress(b"".join(_differences(self._where)), 9)
        entries = (
            f"/Type/XRef/Size {number + 1}/Root {root} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]"
            "/W[1 4 1]/DecodeParms<</Predictor 12/Columns 6>>/Filter/FlateDecode"
        )
        self._out += b"%d 0 obj\n<<%b/Length %d>>stream\n" % (number, entries.encode(), len(table))
        self._out += table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
        return bytes(self._out)

    def _pack(self) -> None:
        """Write the oldest of what is kept as one stream."""
        numbers, bodies = self._numbers[:_MOST_PACKED], self._bodies[:_MOST_PACKED]
        del self._numbers[:_MOST_PACKED], self._bodies[:_MOST_PACKED]
        starts = accumulate((len(body) + 1 for body in bodies), initial=0)
        head = " ".join(f"{number} {start}" for number, start in zip(numbers, starts, strict=False))
        data = f"{head}\n{' '.join(bodies)}".encode("ascii")
        stream = self.stream(f"/Type/ObjStm/N {len(bodies)}/First {len(head) + 1}", data)
        base = _PACKED | stream << 8
        for place, number in enumerate(numbers):
            self._where[number] = base | place


def _differences(where: array[int]) -> Iterator[bytes]:
    """The rows of the table, each as what differs from the one above, so that a run of packed objects is all alike."""
    following = b"\2\0\0\0\0\0\1"
    above = bytes(6)
    yield b"\2" + above
    for before, entry in pairwise(where):
        if entry == before + 1 and entry & 255:
            yield following
            continue
        above, row = before.to_bytes(6, "big"), entry.to_bytes(6, "big")
        yield b"\2" + bytes((new - old) & 255 for new, old in zip(row, above, strict=True))


def string(text: str) -> str:
    """A text as people read it: in ASCII where that does, else in UTF-16."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
