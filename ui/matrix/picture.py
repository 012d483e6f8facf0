"""The whole matrix drawn at once, scrolled into view or not: for a picture, or for paper."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from ui.matrix.area_width import area_width
from ui.matrix.cells import CellPixmaps
from ui.matrix.layout import HEADER_HEIGHT, Port
from ui.matrix.painting import draw_matrix
from ui.matrix.row_findings import RowFindings
from ui.matrix.scene import Scene
from ui.matrix.state import MatrixState
from ui.theme import Theme

_SHARPEST = 4.0
"""Letters are drawn with at most so many pixels to each; more are not seen, and take long."""


def draw_all(painter: QPainter, state: MatrixState, findings: RowFindings, theme: Theme) -> None:
    """Nothing is in hand on it; of a painter that is clipped, only what lies within the clip is drawn."""
    held = state.columns.area_width
    state.set_area_width(area_width(state))
    width, height = state.columns.width, HEADER_HEIGHT + state.layout.height
    whole = QRect(0, 0, width, height)
    part = whole.intersected(painter.clipBoundingRect().toAlignedRect()) if painter.hasClipping() else whole
    ratio = abs(painter.worldTransform().m11()) * painter.device().devicePixelRatioF()
    pixmaps = CellPixmaps(theme, max(1.0, min(ratio, _SHARPEST)))
    painter.save()
    draw_matrix(painter, Scene(state, findings, theme, pixmaps, Port(0, 0, width, height)), QRegion(part))
    painter.restore()
    state.set_area_width(held)
