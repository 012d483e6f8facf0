"""The pages of a finished PDF as pictures. One PDF is held open, the one that was drawn last, whatever thread asks."""

from __future__ import annotations

import atexit
from typing import Any

from PySide6.QtGui import QImage

from orgmodel.pdf.drawing.raster import PDFIUM

Size = tuple[float, float]
"""Width and height in points."""

_WHITE = 0xFFFFFFFF


class _Held:
    """The PDF that is open; only touched by who has the lock."""

    def __init__(self) -> None:
        self._data: bytes | None = None
        self._opened: Any = None

    def opened(self, data: bytes) -> Any:
        if data is not self._data:
            import pypdfium2

            self.close()
            atexit.unregister(self.close)
            atexit.register(self.close)  # after the library has said what it does at the end, so that this comes first
            self._opened = pypdfium2.PdfDocument(data)
            self._data = data
        return self._opened

    def close(self) -> None:
        opened, self._data, self._opened = self._opened, None, None
        if opened is not None:
            opened.close()


_HELD = _Held()


def sizes_of(data: bytes) -> tuple[Size, ...]:
    """The sizes of all pages."""
    with PDFIUM:
        opened = _HELD.opened(data)
        return tuple(opened.get_page_size(place) for place in range(len(opened)))


def drawn(data: bytes, place: int, width: int, height: int) -> QImage:
    """A page in so many pixels, on white."""
    with PDFIUM:
        import pypdfium2

        raw, page = pypdfium2.raw, _HELD.opened(data)[place]
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
            held = bytes(bitmap.buffer)
            return QImage(held, width, height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        finally:
            bitmap.close()
            page.close()
