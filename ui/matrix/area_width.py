"""How wide the column of areas is: as its longest name, unless all columns fit into the window without that."""

from __future__ import annotations

from math import ceil

from orgmodel.model import Area
from ui.matrix.columns import AREA_INSET, AREA_WIDTH, WIDEST_AREA
from ui.matrix.state import MatrixState
from ui.texts import SMALL, width_of


def area_width(state: MatrixState, room: int | None = None) -> int:
    """Pixels that the column takes; it is narrower only where all columns fit into the room then."""
    wanted = _widest(state.organization.areas)
    left = None if room is None else room - state.columns.width + state.columns.area_width
    return wanted if left is None or left < AREA_WIDTH else min(wanted, left)


def _widest(areas: tuple[Area, ...]) -> int:
    widest = max((ceil(width_of(area.name, SMALL)) for area in areas), default=0) + AREA_INSET
    return max(AREA_WIDTH, min(widest, WIDEST_AREA))
