"""A page of a PDF as pixels, and pixels as a PNG: strip by strip, so that a picture of metres needs little memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from ctypes import c_ubyte
from math import ceil
from struct import pack
from threading import Lock
from typing import Any, Final

from orgmodel.errors import ExportFailed

MOST_PIXELS: Final = 250_000_000
DPI: Final = 96
"""Pixels in an inch, at a scale of 1."""

PDFIUM: Final = Lock()
"""Only one thread at a time may have pages drawn."""

_STRIP: Final = 8_000_000
"""So many pixels are drawn at once."""
_CHANNELS: Final = 3
_INCHES_IN_METRE: Final = 39.3701
_WHITE: Final = 0xFFFFFFFF


def pixels(width: float, height: float, scale: float, *, spare: float = 0.0) -> tuple[int, int]:
    """How many pixels a picture of a size in millimetres has; raises `ExportFailed` where they are too many.

    The scale that would do leaves room for a height that grows by `spare`.
    """
    unit = DPI / 25.4
    wide, high = (max(1, ceil(round(side * unit * scale, 3))) for side in (width, height))
    if wide * high > MOST_PIXELS:
        able = (MOST_PIXELS / (width * (height + spare))) ** 0.5 / unit
        text = f"{int(able * 99) / 100:g}" if able > 0.1 else f"{able * 0.9:.3g}"
        raise ExportFailed(
            f"The PNG would have about {wide:,} × {high:,} pixels, which few programs open: "
            f"a scale of {text} would do, or an SVG, which is sharp at any size."
        )
    return wide, high


def png(pdf: bytes, width: float, height: float, scale: float) -> bytes:
    """The first page of a PDF, whose size is given in millimetres, as a PNG without a word about when it was made."""
    wide, high = pixels(width, height, scale)
    density = round(DPI * scale * _INCHES_IN_METRE)
    packer = zlib.compressobj(6)
    packed = [packer.compress(strip) for strip in _strips(pdf, wide, high)]
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)),
            _chunk(b"pHYs", pack(">IIB", density, density, 1)),
            _chunk(b"IDAT", b"".join((*packed, packer.flush()))),
            _chunk(b"IEND", b""),
        )
    )


def _strips(pdf: bytes, wide: int, high: int) -> Iterator[bytes]:
    """The lines of a page from the top, each after the byte that says how it is filtered: not at all."""
    import pypdfium2

    with PDFIUM:
        opened = pypdfium2.PdfDocument(pdf)
        try:
            page = opened[0]
            most = max(1, _STRIP // wide)
            for top in range(0, high, most):
                yield _strip(pypdfium2, page, (wide, high), top, min(most, high - top))
            page.close()
        finally:
            opened.close()


def _strip(pypdfium2: Any, page: Any, size: tuple[int, int], top: int, count: int) -> bytes:
    raw, (wide, high) = pypdfium2.raw, size
    bitmap = pypdfium2.PdfBitmap.new_native(wide, count, raw.FPDFBitmap_BGR, rev_byteorder=True)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, wide, count, _WHITE)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, wide, high, 0, raw.FPDF_REVERSE_BYTE_ORDER)
        held: Any = bitmap.buffer
        drawn = bytes(memoryview((c_ubyte * len(held)).from_buffer(held)))
        lines = (drawn[start : start + wide * _CHANNELS] for start in range(0, len(drawn), bitmap.stride))
        return b"".join(b"\0" + line for line in lines)
    finally:
        bitmap.close()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
