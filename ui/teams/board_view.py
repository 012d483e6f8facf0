"""The board under the hands: keys and clicks go to a card or a row, select it everywhere and take it in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from orgmodel.model import RowId, Subject, TeamId, subject_parts
from ui.session import Session
from ui.teams.in_hand import InHand
from ui.teams.keyboard import press
from ui.teams.pointing import PointedBoard
from ui.teams.sentences import spot_sentence
from ui.teams.spots import NEW_TEAM, Spot
from ui.teams.state import BoardState
from ui.theme import Theme
from ui.translation import tr

if TYPE_CHECKING:
    from ui.teams.dragging import Dragging


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
        return self.spot is not None and (not self.session.selection or self.is_selected(self.spot))

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

    # What is done with it

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
            if not any(spot == each for each, _, _ in self.spots_of(spot.team)):
                self.spot = Spot(spot.team, "layer", spot.layer)
        elif spot.part == "new":
            self.team_wanted.emit()
            return
        self.fit()

    def is_selected(self, spot: Spot) -> bool:
        """Whether what the keys are on is what is selected; the place for a new team never is."""
        return spot.part == "new" or self.session.selection[:1] == spot.subjects

    def spots_of(self, team: TeamId) -> list[tuple[Spot, int, int]]:
        """The lines of a team's card, each with where it begins and how high it is; none where it is hidden."""
        place = self.state.layout.place_of.get(team)
        return self.state.spots_of(place) if place else []

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
            if self.spot and not self.is_selected(self.spot):
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
        event.setAccepted(press(self, Qt.Key(event.key()), event.modifiers()))

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
