"""What a lens shows, on the clipboard: as a picture, or as a table that spreadsheets take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from orgmodel.model.value import value
from ui.lens import Lens
from ui.sheets import SMOOTH
from ui.stepwise import Steps, Stepwise
from ui.theme import LIGHT
from ui.translation import tr

TWICE: Final = 2.0
"""Pixels of the picture to each pixel at 100 %, so that it is sharp in a slide."""
MOST: Final = 8_000
"""Pixels a side; larger pictures are refused by the programs that they are meant for."""
MARGIN: Final = 16
BAND: Final = 2_000
"""Pixels at 100 % that are drawn in one step."""


@value
class PictureSize:
    """`scale` is how many pixels stand for one at 100 %."""

    width: int
    height: int
    scale: float

    @property
    def is_smaller(self) -> bool:
        """Whether it had to be drawn smaller than it should be."""
        return self.scale < TWICE


def picture_size(extent: QSizeF) -> PictureSize:
    """How large the picture of so much is, with a margin around it."""
    width, height = extent.width() + 2 * MARGIN, extent.height() + 2 * MARGIN
    scale = min(TWICE, MOST / width, MOST / height)
    return PictureSize(max(1, int(width * scale)), max(1, int(height * scale)), scale)


class Copying(QObject):
    """Puts what a lens shows on the clipboard, and says what is there now."""

    said = Signal(str)

    def __init__(self, stepwise: Stepwise, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepwise = stepwise

    def copy_table(self, lens: Lens) -> None:
        from orgmodel.spreadsheet import tab_separated

        table = lens.table()
        QGuiApplication.clipboard().setText(tab_separated((table.head, *(cells for _, cells in table.rows))))
        count = len(table.rows)
        self.said.emit(tr("Copied as a table: {count:,} lines under a head.", count=count))

    def copy_picture(self, lens: Lens) -> None:
        """In the light theme, whatever the window wears."""
        extent = lens.extent()
        if extent.isEmpty():
            self.said.emit(tr("There is nothing to copy."))
            return
        size = picture_size(extent)
        image = QImage(size.width, size.height, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.paper))
        self._stepwise.do(_drawn(image, lens, extent, size.scale), self._finish(image, size))

    def _finish(self, image: QImage, size: PictureSize) -> Callable[[bool], None]:
        return lambda is_done: self._put(image, size) if is_done else self.said.emit(tr("Stopped: nothing is copied."))

    def _put(self, image: QImage, size: PictureSize) -> None:
        QGuiApplication.clipboard().setImage(image)
        held = {"width": f"{size.width:,}", "height": f"{size.height:,}", "most": f"{MOST:,}"}
        if size.is_smaller:
            percent = round(100 * size.scale, 1 if size.scale < 0.1 else None)
            words = tr(
                "Copied as a picture of {width} × {height} pixels, at {percent} %: no side may have more than {most}.",
                percent=percent,
                **held,
            )
        else:
            words = tr("Copied as a picture of {width} × {height} pixels.", **held)
        self.said.emit(words)


def _drawn(image: QImage, lens: Lens, extent: QSizeF, scale: float) -> Steps:
    """Draw a lens into an image, band by band."""
    count = max(1, int(-(-extent.height() // BAND)))
    for band in range(count):
        yield tr("Drawing the picture…"), band / count
        painter = QPainter(image)
        painter.setRenderHints(SMOOTH)
        painter.scale(scale, scale)
        painter.translate(MARGIN, MARGIN)
        painter.setClipRect(QRectF(0, band * BAND, extent.width(), BAND))
        lens.draw(painter, LIGHT)
        painter.end()
