"""The places of the tray that the keys go through: heads of its lists, and rows in those that are open; no Qt."""

from __future__ import annotations

from ui.teams.spots import TraySpot
from ui.teams.state import BoardState
from ui.teams.tray_rows import SECTIONS, TrayLine


def still_there(state: BoardState, spot: TraySpot | None) -> TraySpot | None:
    """A place as long as it is there; else the head of its list."""
    if spot is None or spot.row is None or number_of(state, spot) is not None:
        return spot
    return TraySpot(spot.section)


def first_spot(state: BoardState) -> TraySpot:
    """The first row there is; else the first head."""
    spots = spots_near(state, TraySpot("nobody"))
    return next((spot for spot in spots if spot.row is not None), spots[0])


def spots_near(state: BoardState, spot: TraySpot) -> list[TraySpot]:
    """All places from the top to the bottom, the one that is asked about among them."""
    found: list[TraySpot] = []
    for section in SECTIONS:
        found.append(TraySpot(section))
        if section not in state.folded_lists:
            found += [TraySpot(section, state.row(place).id) for place in state.lists.places[section]]
    return found if spot in found else [spot, *found]


def step_from(state: BoardState, spot: TraySpot | None, by: int) -> TraySpot:
    """So many places further down, as far as there are any; the first place where there was none."""
    spots = spots_near(state, spot or TraySpot("nobody"))
    at = spots.index(spot) + by if spot else 0
    return spots[min(max(at, 0), len(spots) - 1)]


def number_of(state: BoardState, spot: TraySpot) -> int | None:
    """Which row of its list it is; None for a head, and for what is not to be seen."""
    place = state.place_of.get(spot.row) if spot.row is not None else None
    places = state.lists.places[spot.section]
    return places.index(place) if place in places and spot.section not in state.folded_lists else None


def extent_of(state: BoardState, spot: TraySpot) -> tuple[int, int]:
    """Where it begins below the top of the tray, and how high it is, at 100 %."""
    tray, number = state.tray, number_of(state, spot)
    if number is None:
        return tray.tops[SECTIONS.index(spot.section)], tray.head_height(spot.section)
    return tray.row_y(spot.section, number), tray.row_height(spot.section)


def spot_of(state: BoardState, line: TrayLine | None) -> TraySpot | None:
    """The place that is a line; None for a line that only says something."""
    if line is None or (line.place is None and not line.is_head):
        return None
    if line.place is None:
        return TraySpot(line.section)
    return TraySpot(line.section, state.row(state.lists.places[line.section][line.place]).id)
