"""How wide the column of areas is: as its longest name, where there is room for it."""

from __future__ import annotations

from math import ceil

from orgmodel.model import Area
from ui.matrix.columns import AREA_INSET, AREA_WIDTH, WIDEST_AREA
from ui.matrix.state import MatrixState
from ui.texts import SMALL, width_of


def area_width(state: MatrixState, room: int | None = None) -> int:
    """Pixels that the column takes, so that all columns fit into the room, if they can; None has room for all."""
    wanted = _widest(state.organization.areas)
    columns = state.columns
    if room is None:
        return wanted
    return max(AREA_WIDTH, min(wanted, room - columns.width + columns.area_width))


def _widest(areas: tuple[Area, ...]) -> int:
    widest = max((ceil(width_of(area.name, SMALL)) for area in areas), default=0) + AREA_INSET
    return max(AREA_WIDTH, min(widest, WIDEST_AREA))
