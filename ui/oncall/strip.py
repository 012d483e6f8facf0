"""The week under the hands: keys and the mouse take lanes, windows and the moment line in hand, and edit them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from orgmodel.diagram.week_blocks import Block
from orgmodel.diagram.week_hours import held_of
from orgmodel.model import Rotation, RotationId, TeamId, subject, subject_parts
from orgmodel.model.value import changed
from ui.oncall import edits
from ui.oncall.hand import ON_MOMENT, Hand, found_again, grasped, hand_on, row_of
from ui.oncall.keyboard import press
from ui.oncall.mouse import WeekMouse
from ui.oncall.sentences import hand_sentence, tip_at
from ui.oncall.state import OnCallState
from ui.oncall.surface import WeekSurface
from ui.oncall.window_hand import WindowHand
from ui.plain_text import as_tip
from ui.session import Session
from ui.theme import Theme


class WeekStrip(WeekSurface):
    """What is to be done beside the week is asked for by these signals, and done elsewhere."""

    moment_moved = Signal()
    hand_changed = Signal()
    opened = Signal()
    taken = Signal()
    """Something else is in hand, by mouse, by keyboard or from elsewhere."""
    form_wanted = Signal(str)
    """The form of this rotation is wanted."""
    rotation_wanted = Signal(int)
    """A rotation on this level is wanted for the selected team."""
    menu_wanted = Signal(QPoint)
    escaped = Signal()

    def __init__(self, session: Session, theme: Theme, state: OnCallState, parent: QWidget) -> None:
        super().__init__(session, theme, state, parent)
        self.mouse, self.windows = WeekMouse(self), WindowHand(self)
        session.selection_changed.connect(self._follow_selection)
        session.finding_shown.connect(self.show_evidence)
        session.findings_changed.connect(self.show_evidence)
        self._follow_selection()

    @property
    def row(self) -> int | None:
        """The row of the lane in hand."""
        return row_of(self.plan, self.hand)

    def rotation_in_hand(self) -> Rotation | None:
        """That of the window in hand, else the only one of the lane in hand."""
        if self.hand.rotation is not None:
            return edits.rotation_named(self.session.organization, self.hand.rotation)
        lane = self.state.lane_at(self.row)
        return lane.rotations[0] if lane and len(lane.rotations) == 1 else None

    def block_in_hand(self) -> Block | None:
        """The first shift of the window in hand that is seen in this week."""
        row = self.row
        if row is None or self.hand.held is None:
            return None
        wanted = (self.hand.rotation, self.hand.held)
        return next((each for each in self.state.content_at(row).blocks if (each.rotation, each.held) == wanted), None)

    def take(self, hand: Hand, *, select: bool = True) -> None:
        """Take a lane, a window or the moment line in hand, bring it into view, select it everywhere."""
        self.hand = hand
        row = self.row
        if row is not None:
            self.show_row(row)
        if select and hand.rotation is not None:
            self.session.select(subject("rotation", hand.rotation))
        elif select and hand.team is not None:
            self.session.select(subject("team", hand.team))
        self._changed_hand()
        self.taken.emit()

    def take_block(self, row: int, block: Block, *, alone: bool = False) -> None:
        lane = self.state.lane_at(row)
        if lane:
            self.take(hand_on(lane, block, alone=alone))
            self.show_instants(block.start, block.end)

    def move_moment(self, instant: int) -> None:
        before = self.state.instant
        self.state.move_moment(instant)
        if self.state.instant != before:
            self.show_instants(self.state.instant, self.state.instant)
            self.viewport().update()
            self._say()
            self.moment_moved.emit()

    def open_hand(self) -> None:
        """Enter: the words of a window, the form of a lane's first rotation, else the team in the Inspector."""
        lane = self.state.lane_at(self.row)
        if self.hand.is_window:
            self.windows.write()
        elif lane and lane.rotations:
            self.form_wanted.emit((self.rotation_in_hand() or lane.rotations[0]).id)
        elif lane:
            self.session.select(subject("team", lane.team))
            self.opened.emit()

    def write_hand(self) -> None:
        """F2: as Enter, but a lane that nobody is in gets a rotation, whose hours are typed in its form."""
        lane = self.state.lane_at(self.row)
        if lane is None or lane.rotations:
            self.open_hand()
        else:
            self.session.select(subject("team", lane.team))
            self.rotation_wanted.emit(lane.level or 1)

    def refresh(self) -> None:
        """Everything may be elsewhere."""
        self.windows.close()
        self.hover = None
        self._settle_hand()
        self.fit()
        self._changed_hand()

    def _settle_hand(self) -> None:
        """Let go of what is no longer there."""
        if self.hand.rotation is not None:
            rotation = edits.rotation_named(self.session.organization, self.hand.rotation)
            if rotation is None or not grasped(rotation, self.hand):
                known = held_of(rotation.coverage) if rotation and rotation.coverage else ()
                held = found_again(known, self.hand.held) if self.hand.held else None
                kept = self.hand.rotation if held else None
                self.hand = changed(self.hand, held=held, rotation=kept, alone=False)
        if self.hand.team is not None and self.row is None:
            self.hand = ON_MOMENT

    def _follow_selection(self) -> None:
        """Take in hand what was selected elsewhere, where the week shows it."""
        chosen = self.session.selection[:1]
        if chosen:
            kind, name = subject_parts(chosen[0])
            if kind == "rotation" and name != self.hand.rotation:
                self._follow_rotation(RotationId(name))
            elif kind == "team" and name != self.hand.team and TeamId(name) in self.plan.lane_of_team:
                lane = self.state.lane_at(self.plan.lane_of_team[TeamId(name)])
                if lane:
                    self.take(hand_on(lane), select=False)
        self.show_evidence()

    def _follow_rotation(self, identifier: RotationId) -> None:
        lane = self.state.lane_at(self.plan.lane_of_rotation.get(identifier))
        if lane:
            there = self.state.content(lane).blocks
            block = next((each for each in there if each.rotation == identifier), None)
            self.take(hand_on(lane, block), select=False)

    def _changed_hand(self) -> None:
        self._say()
        self.viewport().update()
        self.hand_changed.emit()

    def _say(self) -> None:
        self.setAccessibleDescription(hand_sentence(self.state, self.hand))

    # Qt's doors

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.windows.close()
        super().scrollContentsBy(dx, dy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press(self, Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse.press(event.position(), event.button(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.drag(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event.position(), event.button(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.double_click(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.mouse.pick(QPointF(event.pos()))
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), as_tip(tip_at(self.state, place)), self)
            return True
        if event.type() == QEvent.Type.Leave:
            self.show_hover(None)
        return super().viewportEvent(event)
