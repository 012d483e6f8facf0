"""Brings teams, services and rows into view on the board or in the tray, whatever is folded or hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.model import RowId, ServiceId, Subject, TeamId, subject_parts
from ui.teams.spots import Spot, TraySpot
from ui.teams.tray_rows import SECTIONS

if TYPE_CHECKING:
    from ui.teams.lens import TeamsLens


def reveal(lens: TeamsLens, subject: Subject) -> bool:
    """False where neither has a place for it."""
    kind, identifier = subject_parts(subject)
    if kind == "team":
        return _reveal_team(lens, TeamId(identifier))
    if kind == "service":
        service = lens.state.organization.service_by_id.get(ServiceId(identifier))
        return service is not None and service.team is not None and _reveal_team(lens, service.team)
    return kind == "responsibility" and _reveal_row(lens, RowId(identifier))


def _reveal_team(lens: TeamsLens, team: TeamId) -> bool:
    if team not in lens.state.cards:
        return False
    _show_all(lens, team)
    _scroll_to(lens, Spot(team))
    return True


def _reveal_row(lens: TeamsLens, row: RowId) -> bool:
    """On the card of the team that answers for it; in the tray, where nobody does."""
    state, board = lens.state, lens.board
    found = state.row_named(row)
    if found is None:
        return False
    session = board.session
    team = session.team if session.selection[:1] == (found.subject,) else None
    spot = board.spot_of((found.subject,), team) or board.spot_of((found.subject,), None)
    if spot is None:
        return _reveal_in_tray(lens, row)
    _show_all(lens, spot.team)
    state.open_up(spot.team, row)
    board.fit()
    _scroll_to(lens, spot)
    return True


def _reveal_in_tray(lens: TeamsLens, row: RowId) -> bool:
    state, tray = lens.state, lens.tray
    place = state.place_of[row]
    section = next((each for each in SECTIONS if place in state.lists.places[each]), None)
    if section is None:
        return False
    if section in state.folded_lists:
        tray.fold(section)
    rect = tray.rect_of(TraySpot(section, row))
    if not tray.viewport().rect().contains(rect):
        down = tray.verticalScrollBar()
        down.setValue(down.value() + rect.top() - tray.viewport().height() // 3)
    return True


def _scroll_to(lens: TeamsLens, spot: Spot) -> None:
    lens.board.reveal(lens.state.spot_box(spot) or (0, 0, 0, 0))


def _show_all(lens: TeamsLens, team: TeamId) -> None:
    if team not in lens.state.layout.place_of:
        lens.tools.clear()
