"""The board by keyboard: from line to line of a card, and on to the card beside or behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from ui.teams.navigation import Direction, at_height, nearest
from ui.teams.spots import NEW_TEAM, Spot

if TYPE_CHECKING:
    from ui.teams.board_view import BoardView

ARROWS: Final[dict[Qt.Key, Direction]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
TAKES: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press(board: BoardView, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """What a key does that is not the shortcut of an action; False where it does nothing."""
    if board.dragging and not board.hand.is_empty:
        return board.dragging.press_key(key, modifiers)
    if key == Qt.Key.Key_Escape:
        board.escaped.emit()
    elif key in ARROWS and not modifiers & Qt.KeyboardModifier.ControlModifier:
        _step(board, ARROWS[key])
    elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        _to_end(board, first=key == Qt.Key.Key_Home)
    elif key in TAKES:
        board.act(takes=key == Qt.Key.Key_Space)
    else:
        return False
    return True


def _step(board: BoardView, direction: Direction) -> None:
    """Up and down go from line to line and on to the card behind; left and right to the card beside."""
    spot = board.spot
    places = board.state.layout.place_of
    if spot is None or (spot.team not in places and spot != NEW_TEAM):
        first = next(iter(board.state.layout.cards), None)
        if direction == "left":
            board.left_wanted.emit()
        else:
            board.go(Spot(first.team) if first else NEW_TEAM)
        return
    if not board.is_selected(spot):
        board.go(spot)  # the first key only selects where the keys are
        return
    if direction in ("up", "down") and spot != NEW_TEAM:
        lines = [each for each, _, _ in board.spots_of(spot.team)]
        at = _number_of(spot, lines) + (1 if direction == "down" else -1)
        if 0 <= at < len(lines):
            board.go(lines[at])
            return
    _to_card(board, spot, direction)


def _to_card(board: BoardView, spot: Spot, direction: Direction) -> None:
    rects = {team: place.rect for team, place in board.state.layout.place_of.items()}
    rects[NEW_TEAM.team] = board.state.layout.new_team
    here = rects[spot.team]
    found = nearest({team: rect for team, rect in rects.items() if team != spot.team}, here, direction)
    if found is None:
        if direction == "left":
            board.left_wanted.emit()
        return
    if found == NEW_TEAM.team:
        board.go(NEW_TEAM)
        return
    lines = board.spots_of(found)
    if direction == "up":
        board.go(lines[-1][0])
    elif direction == "down" or spot == NEW_TEAM:
        board.go(lines[0][0])
    else:
        box = board.state.spot_box(spot)
        top = (box[1] if box else here.y) - rects[found].y
        board.go(lines[at_height((y for _, y, _ in lines), top)][0])


def _to_end(board: BoardView, *, first: bool) -> None:
    if board.spot and board.spot.team in board.state.layout.place_of:
        board.go(board.spots_of(board.spot.team)[0 if first else -1][0])


def _number_of(spot: Spot, lines: list[Spot]) -> int:
    """The line that the keys are on; that of its layer where a row is folded away."""
    if spot in lines:
        return lines.index(spot)
    return next((at for at, each in enumerate(lines) if each.part == "layer" and each.layer == spot.layer), 0)
