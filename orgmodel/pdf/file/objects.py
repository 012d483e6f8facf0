"""The numbered objects of a PDF file, small ones packed together and compressed, and the table that finds them.

ISO 32000-1, 7.5.7 and 7.5.8: what a library for drawing does not write, and what makes thousands of tags small.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate
from typing import Final

_MOST_PACKED: Final = 1000
"""So many objects go into one stream at most."""
_LEVEL: Final = 6
_STREAM: Final = 1 << 48
_PACKED: Final = 2 << 48
"""What a number stands for: an object at an offset of the file, or one at a place of a packed stream."""


class _Pile:
    """Small objects that wait for their stream; `width` is that of each, in bytes, and 0 where they differ."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.numbers: list[int] = []
        self.bodies: list[str] = []

    def taken(self) -> tuple[list[int], str, int]:
        """The oldest of them: their numbers, head and bodies as one text, and where the bodies start."""
        numbers, bodies = self.numbers[:_MOST_PACKED], self.bodies[:_MOST_PACKED]
        del self.numbers[:_MOST_PACKED], self.bodies[:_MOST_PACKED]
        width = self.width
        if width:
            places = range(0, width * len(bodies), width)
            head = "".join([f"{number} {place} ".ljust(width) for number, place in zip(numbers, places, strict=True)])
            return numbers, head + "".join(bodies), len(head)
        starts = accumulate((len(body) + 1 for body in bodies), initial=0)
        head = " ".join([f"{number} {start}" for number, start in zip(numbers, starts, strict=False)]) + " "
        return numbers, head + " ".join(bodies), len(head)


class Objects:
    """Objects get their numbers one after the other; one may be numbered long before it is written."""

    def __init__(self) -> None:
        self._out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._where = array("Q", [0])
        self._piles: dict[int, _Pile] = {}

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
        self.put_all(0, (number,), (body,))
        return number

    def put_all(self, width: int, numbers: Iterable[int], bodies: Iterable[str]) -> None:
        """Keep many that are alike: of a width in bytes, so that each is written as what differs from the last."""
        pile = self._piles.get(width)
        if pile is None:
            pile = self._piles[width] = _Pile(width)
        pile.numbers.extend(numbers)
        pile.bodies.extend(bodies)
        while len(pile.bodies) >= _MOST_PACKED:
            self._pack(pile)

    def stream(self, entries: str, data: bytes, number: int = 0, *, is_compressed: bool = True) -> int:
        """Write a stream with the entries of its dictionary; gives its number."""
        if is_compressed:
            data = zlib.compress(data, _LEVEL)
            entries += "/Filter/FlateDecode"
        return self.written(f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream", number)

    def written(self, body: bytes, number: int = 0) -> int:
        """Write an object as it is, outside any packed stream; gives its number."""
        number = number or self.reserve()
        self._where[number] = _STREAM | len(self._out) << 16
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        return number

    def finished(self, root: int, info: int) -> bytes:
        """The whole file; its identity is a digest of all that is in it."""
        for pile in self._piles.values():
            while pile.bodies:
                self._pack(pile)
        identity = sha256(self._out).hexdigest()[:32].upper()
        number, start = self.reserve(), len(self._out)
        self._where[number] = _STREAM | start << 16
        packer = zlib.compressobj(_LEVEL)
        table = b"".join([*map(packer.compress, _table(self._where)), packer.flush()])
        entries = (
            f"/Type/XRef/Size {number + 1}/Root {root} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]"
            "/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Filter/FlateDecode"
        )
        self._out += b"%d 0 obj\n<<%b/Length %d>>stream\n" % (number, entries.encode(), len(table))
        self._out += table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
        return bytes(self._out)

    def _pack(self, pile: _Pile) -> None:
        """Write the oldest of a pile as one stream."""
        numbers, text, start = pile.taken()
        data = text.encode("ascii")
        entries = f"/Type/ObjStm/N {len(numbers)}/First {start}"
        if pile.width:
            data = _from_above(data, pile.width)
            entries += f"/DecodeParms<</Predictor 12/Columns {pile.width}>>"
        base = _PACKED | self.stream(entries, data) << 16
        for place, number in enumerate(numbers):
            self._where[number] = base | place


def _from_above(data: bytes, width: int) -> bytes:
    """Rows of a width, each as what it differs by from the one above, byte by byte (the "Up" of PNG)."""
    rows = _differences(data, width)
    return b"\2" + b"\2".join([rows[place : place + width] for place in range(0, len(data), width)])


def _table(where: array[int]) -> Iterator[bytes]:
    """The rows of the table, each as what differs from the one above, so that a run of packed objects is all alike.

    A place takes seven of its eight bytes; the first stands for how the row is written.
    """
    above = 0
    for start in range(0, len(where), _MOST_PACKED):
        part = where[start : start + _MOST_PACKED]
        last = part[-1]
        if sys.byteorder == "little":
            part.byteswap()
        rows = bytearray(_differences(part.tobytes(), 8, above))
        rows[::8] = b"\2" * len(part)
        yield bytes(rows)
        above = last


def _differences(data: bytes, width: int, first: int = 0) -> bytes:
    """Each byte less the one a width before it, `first` being what stands before the first row.

    All are subtracted at once, as one large number whose top bits keep borrows from crossing.
    """
    size = len(data)
    own, tops = int.from_bytes(data, "big"), _tops(size)
    above = own >> 8 * width | first << 8 * (size - width)
    differs = ((own | tops) - (above & ~tops)) ^ ((own ^ ~above) & tops)
    return differs.to_bytes(size, "big")


@lru_cache(maxsize=16)
def _tops(size: int) -> int:
    """So many bytes, of each the highest bit."""
    return int.from_bytes(b"\x80" * size, "big")


def string(text: str) -> str:
    """A text as people read it: in ASCII where that does, else in UTF-16."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def midnight(on: date) -> str:
    """The start of a day as PDF writes times; strftime leaves out the noughts of early years on some systems."""
    return f"(D:{on.isoformat().replace('-', '')}000000Z)"
