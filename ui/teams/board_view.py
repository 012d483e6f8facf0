"""The board under the hands: keys and clicks go to a card or a row, select it everywhere and take it in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from orgmodel.model import RowId, Subject, TeamId, subject_parts
from ui.session import Session
from ui.teams.in_hand import InHand
from ui.teams.navigation import Direction, at_height, nearest
from ui.teams.pointing import PointedBoard
from ui.teams.sentences import spot_sentence
from ui.teams.spots import NEW_TEAM, Spot
from ui.teams.state import BoardState
from ui.theme import Theme
from ui.translation import tr

if TYPE_CHECKING:
    from ui.teams.dragging import Dragging

ARROWS: Final[dict[Qt.Key, Direction]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
TAKES: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BoardView(PointedBoard):
    """What is to be done with what the keys are on is asked for by these signals, and done elsewhere."""

    opened = Signal()
    menu_asked = Signal(QPoint)
    """What is in hand is to be offered what can be done with it, at a point of the viewport."""
    left_wanted = Signal()
    """The keys go on to the tray."""
    escaped = Signal()
    team_wanted = Signal()
    headcount_wanted = Signal()
    kind_wanted = Signal(QPoint)
    """The kinds that the team in hand can have are to be offered at a point of the viewport."""
    spot_changed = Signal()

    def __init__(self, session: Session, state: BoardState, hand: InHand, theme: Theme, parent: QWidget) -> None:
        super().__init__(session, state, hand, theme, parent)
        self.setAccessibleName(tr("Board of teams"))
        self.dragging: Dragging | None = None
        session.selection_changed.connect(self.follow_selection)
        self.follow_selection()

    # What the keys are on

    def go(self, spot: Spot, *, selects: bool = True) -> None:
        """Take a place in hand, bring it into view and select what stands there, everywhere."""
        self.spot = spot
        box = self.state.spot_box(spot)
        if box:
            self.reveal(box)
        if selects and spot.subjects:
            self.session.select(*spot.subjects, team=spot.team if spot.part == "row" else None)
        self._tell()

    def follow_selection(self) -> None:
        """Stand on what was selected elsewhere, where the board has a place for it."""
        spot = self.spot_of(self.session.selection, self.session.team)
        if spot is not None and self.session.selection and not self._stands_on(spot):
            self.spot = spot
            self._tell()
        else:
            self.spot_changed.emit()
        self.viewport().update()

    def is_marked(self) -> bool:
        """Whether what the keys are on may be edited: not while something else is selected everywhere."""
        return self.spot is not None and (not self.session.selection or self._is_selected(self.spot))

    def spot_of(self, selection: tuple[Subject, ...], team: TeamId | None) -> Spot | None:
        """The place of what is selected; a row without a team is at the first that carries it."""
        kind, identifier = subject_parts(selection[0]) if selection else ("", "")
        if kind == "team" and TeamId(identifier) in self.state.cards:
            return Spot(TeamId(identifier))
        row = self.state.row_named(RowId(identifier)) if kind == "responsibility" else None
        if row is None:
            return None
        known = row.layer if row.layer in self.state.organization.layer_by_id else None
        holders = [team] if team is not None else [*row.raci.accountable, *row.raci.doers]
        held = (each for each in holders if each in self.state.cards and row.raci.get(each) in ("A", "AR", "R"))
        holder = next(held, None)
        return Spot(holder, "row", known, row.id) if holder is not None else None

    def _stands_on(self, spot: Spot) -> bool:
        now = self.spot
        if now is None:
            return False
        same_row = spot.row is not None and now.row == spot.row and (self.session.team in (None, now.team))
        return now == spot or same_row or (spot.part == "head" and now.team == spot.team and now.row is None)

    def _tell(self) -> None:
        self.viewport().update()
        said = spot_sentence(self.state, self.spot) if self.spot else ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            from PySide6.QtGui import QAccessible, QAccessibleEvent

            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.spot_changed.emit()

    def _start(self) -> None:
        """Where the keys begin: at the first card in sight, which is not selected by that."""
        if self.spot is None:
            top = self.on_board(QPoint(0, 0)).y()
            places = self.state.layout.cards
            first = next((place for place in places if place.rect.bottom > top), None)
            self.spot = Spot(first.team) if first else NEW_TEAM
            self._tell()

    # Keys

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """What a key does that is not the shortcut of an action; False where it does nothing."""
        if self.dragging and not self.hand.is_empty:
            return self.dragging.press_key(key, modifiers)
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in ARROWS and not modifiers & Qt.KeyboardModifier.ControlModifier:
            self.step(ARROWS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._to_end(first=key == Qt.Key.Key_Home)
        elif key in TAKES:
            self.act(takes=key == Qt.Key.Key_Space)
        else:
            return False
        return True

    def act(self, *, takes: bool) -> None:
        """Space or Enter: a row is taken in hand, a layer folded; a card is taken by Space and opened by Enter."""
        spot = self.spot
        if spot is None:
            return
        if spot.part == "row" and spot.row is not None:
            if self.dragging:
                self.dragging.take(spot)
        elif spot.part == "head":
            if takes and self.dragging:
                self.dragging.take(spot)
            elif not takes:
                self.opened.emit()
        else:
            self.turn(spot)

    def turn(self, spot: Spot) -> None:
        """Fold or unfold a layer, list the rest of it, or ask for a new team."""
        if spot.part == "layer":
            self.state.fold((spot.team, spot.layer))
        elif spot.part == "more":
            self.state.list_whole((spot.team, spot.layer))
            if not any(spot == each for each, _, _ in self._spots_of(spot.team)):
                self.spot = Spot(spot.team, "layer", spot.layer)
        elif spot.part == "new":
            self.team_wanted.emit()
            return
        self.fit()

    def step(self, direction: Direction) -> None:
        """Up and down go from line to line and on to the card behind; left and right to the card beside."""
        spot = self.spot
        places = self.state.layout.place_of
        if spot is None or (spot.team not in places and spot != NEW_TEAM):
            first = next(iter(self.state.layout.cards), None)
            if direction == "left":
                self.left_wanted.emit()
            else:
                self.go(Spot(first.team) if first else NEW_TEAM)
            return
        if not self._is_selected(spot):
            self.go(spot)  # the first key only selects where the keys are
            return
        if direction in ("up", "down") and spot != NEW_TEAM:
            lines = [each for each, _, _ in self._spots_of(spot.team)]
            at = self._number_of(spot, lines) + (1 if direction == "down" else -1)
            if 0 <= at < len(lines):
                self.go(lines[at])
                return
        self._to_card(spot, direction)

    def _is_selected(self, spot: Spot) -> bool:
        """Whether what the keys are on is what is selected; the place for a new team never is."""
        return spot.part == "new" or self.session.selection[:1] == spot.subjects

    def _to_card(self, spot: Spot, direction: Direction) -> None:
        rects = {team: place.rect for team, place in self.state.layout.place_of.items()}
        rects[NEW_TEAM.team] = self.state.layout.new_team
        here = rects[spot.team]
        found = nearest({team: rect for team, rect in rects.items() if team != spot.team}, here, direction)
        if found is None:
            if direction == "left":
                self.left_wanted.emit()
            return
        if found == NEW_TEAM.team:
            self.go(NEW_TEAM)
            return
        lines = self._spots_of(found)
        if direction == "up":
            self.go(lines[-1][0])
        elif direction == "down" or spot == NEW_TEAM:
            self.go(lines[0][0])
        else:
            box = self.state.spot_box(spot)
            top = (box[1] if box else here.y) - rects[found].y
            self.go(lines[at_height((y for _, y, _ in lines), top)][0])

    def _to_end(self, *, first: bool) -> None:
        if self.spot and self.spot.team in self.state.layout.place_of:
            self.go(self._spots_of(self.spot.team)[0 if first else -1][0])

    def _spots_of(self, team: TeamId) -> list[tuple[Spot, int, int]]:
        place = self.state.layout.place_of.get(team)
        return self.state.spots_of(place) if place else []

    @staticmethod
    def _number_of(spot: Spot, lines: list[Spot]) -> int:
        """The line that the keys are on; that of its layer where a row is folded away."""
        if spot in lines:
            return lines.index(spot)
        return next((at for at, each in enumerate(lines) if each.part == "layer" and each.layer == spot.layer), 0)

    # The mouse

    def _press(self, at: QPoint, where: QPoint) -> None:
        spot = self.spot_at(at)
        if spot is None:
            self._press_ground(at)
            return
        self.go(spot)
        if self.dragging:
            self.dragging.press(spot, where)

    def _press_ground(self, at: QPoint) -> None:
        """A bracket selects what it stands for; the ground nothing."""
        point = self.on_board(at)
        bracket = self.state.layout.bracket_at(point.x(), point.y())
        named = self.state.layout.groups[bracket.group].subject if bracket else None
        if named:
            self.session.select(named)
        else:
            self.session.select()
        self._tell()

    def click(self, spot: Spot, at: QPoint) -> None:
        """The button went up where it went down, and nothing was dragged."""
        if spot.part in ("layer", "more", "new"):
            self.turn(spot)
        elif spot.part == "head" and self.is_people_at(spot, at):
            self.headcount_wanted.emit()
        elif spot.part == "head" and self.glyph_rect(spot.team).contains(at):
            self.kind_wanted.emit(self.glyph_rect(spot.team).bottomLeft())

    def _double_click(self, at: QPoint) -> None:
        spot = self.spot_at(at)
        if spot and spot.part in ("row", "head") and not self.people_rect(spot.team).contains(at):
            self.opened.emit()
        elif spot:
            self.click(spot, at)

    def _ask_menu(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            point = self.rect_of(self.spot).center() if self.spot else QPoint()
            if self.spot and not self._is_selected(self.spot):
                self.go(self.spot)
        else:
            point, spot = event.pos(), self.spot_at(event.pos())
            if spot is None:
                return
            self.go(spot)
        if self.spot and self.spot != NEW_TEAM:
            self.menu_asked.emit(point)

    # Qt's overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._start()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self.press(Qt.Key(event.key()), event.modifiers()))

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 (Qt's)
        self.hand.put_back()
        return super().focusNextPrevChild(forwards)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self.dragging:
            self.dragging.release_key(Qt.Key(event.key()))
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position().toPoint(), event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            self.hover_over(event.position().toPoint())
        elif self.dragging:
            self.dragging.move(event.globalPosition().toPoint(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.dragging and event.button() == Qt.MouseButton.LeftButton:
            self.dragging.release(event.globalPosition().toPoint(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._double_click(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._ask_menu(event)
