"""All of the lens as one picture: the tray and the board beside it, for the clipboard and for paper."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from orgmodel.diagram.shapes import Rect
from orgmodel.model.value import changed
from ui.teams.painting import draw_board
from ui.teams.pixmaps import BoardPixmaps
from ui.teams.scene import Scene
from ui.teams.tray_painting import draw_tray
from ui.teams.tray_rows import TRAY_WIDTH
from ui.theme import Theme

_SHARP: Final = 4.0
"""Device pixels to a pixel of a picture or of paper."""


def draw_whole(painter: QPainter, now: Scene, theme: Theme, extent: QSizeF) -> None:
    """Paint as much of it as the painter's clip lets be seen; without what is selected, under the keys or in hand."""
    whole = QRectF(0, 0, extent.width(), extent.height())
    seen = painter.clipBoundingRect().intersected(whole) if painter.hasClipping() else whole
    scene = changed(
        now,
        theme=theme,
        pixmaps=BoardPixmaps(theme, _SHARP),
        selection=(),
        spot=None,
        hover=None,
        has_focus=False,
        carried=None,
    )
    painter.save()
    painter.fillRect(seen, QColor(theme.paper))
    tray = seen.intersected(QRectF(0, 0, TRAY_WIDTH, extent.height()))
    painter.fillRect(tray, QColor(theme.chrome))
    if not tray.isEmpty():
        draw_tray(painter, scene, TRAY_WIDTH, int(seen.top()), int(seen.bottom()) + 1)
    painter.translate(TRAY_WIDTH, 0)
    area = Rect(seen.x() - TRAY_WIDTH, seen.y(), seen.width(), seen.height())
    draw_board(painter, scene, area, with_new=False)
    painter.restore()
