"""Lucide icons (ISC) in the colour of the text beside them, with a stroke of 1.75 of 24."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache

_FOLDER: Final = Path(__file__).parent
DISABLED_SHARE: Final = 0.55
"""How strong the icon of something that cannot be used is."""


def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """The icon of a file `ui/icons/NAME.svg` in a colour `#RRGGBB`, sharp on the sharpest screen there is."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    full = pixmap(name, colour, size, ratio)
    made = QIcon(full)
    made.addPixmap(_fainter(full), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as `size` × `size` pixels at 100 %, `ratio` device pixels to each; `colour` may be `#AARRGGBB`."""
    # Qt's own cache dies with the application; a pixmap that outlives it crashes the interpreter at exit.
    key = f"lucide/{name}/{colour}/{size}/{ratio}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    made = _rendered(name, colour, size, ratio)
    QPixmapCache.insert(key, made)
    return made


def _fainter(full: QPixmap) -> QPixmap:
    """The same at 55 %; rendering the drawing once more would cost ten times as much."""
    made = QPixmap(full.size())
    made.setDevicePixelRatio(full.devicePixelRatio())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(DISABLED_SHARE)
    painter.drawPixmap(0, 0, full)
    painter.end()
    return made


def _rendered(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    given = QColor(colour)
    drawing = (_FOLDER / f"{name}.svg").read_bytes()
    drawing = drawing.replace(b"currentColor", given.name().encode()).replace(
        b'stroke-width="2"', b'stroke-width="1.75"'
    )
    renderer = QSvgRenderer(QByteArray(drawing))
    side = round(size * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(given.alphaF())
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
