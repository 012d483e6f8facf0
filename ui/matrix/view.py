"""The matrix under the keys and the wheel; what the mouse does is in `pointer`."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.focus_ring import FocusRing
from ui.matrix.choosing import ChoosingMatrix
from ui.matrix.columns import NAME_COLUMN
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT
from ui.matrix.navigation import HEAD_LINE, Step, moved
from ui.matrix.pointer import Pointer
from ui.matrix.sentences import cell_sentence, tip
from ui.matrix.zoom import stepped
from ui.session import Session
from ui.theme import Theme
from ui.translation import tr

_STEPS: Final[dict[Qt.Key, Step]] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_PageUp: "page up",
    Qt.Key.Key_PageDown: "page down",
}
_WITH_CTRL: Final[dict[Qt.Key, Step]] = {Qt.Key.Key_Home: "first", Qt.Key.Key_End: "last"}
_FOLDING: Final = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}


class MatrixView(ChoosingMatrix):
    """What is to be done with what is in hand is asked for by these signals, and done elsewhere."""

    opened = Signal()
    """The row in hand is to be opened in the Inspector."""
    menu_asked = Signal(QPoint)
    """What can be done with what is in hand is to be offered at a point of the viewport."""
    arranging_asked = Signal(QPoint)
    """How the rows are sorted is to be offered at a point of the viewport."""
    changing_asked = Signal()
    """The fact in hand is to be changed: the next state, another area."""
    renaming_asked = Signal()
    rows_dropped = Signal(object)
    """The selected rows were dropped at this `Drop`."""
    team_dropped = Signal(object)
    """The team in hand was dropped at this `Drop`."""
    escaped = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self.pointer = Pointer(self)
        self.setAccessibleName(tr("Matrix"))
        self.ring = FocusRing(self, lambda: self.theme, lambda: self.shown_hand() == (None, None))
        self.hand_changed.connect(self._say_hand)
        for changing in (self.hand_changed, session.selection_changed):
            changing.connect(self.ring.follow)
        self._follow_selection()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.follow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ring.follow()

    # Keys.

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """What a key does that is not the shortcut of an action; False where it does nothing."""
        has_ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        has_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        group = self.group_in_hand()
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return False
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif group and not has_ctrl and not has_shift and (key in _FOLDING or key == Qt.Key.Key_Space):
            self.fold(group, collapsed=_FOLDING.get(key, not group.is_collapsed))
        elif step := (_WITH_CTRL if has_ctrl else _STEPS).get(key):
            self._step(step, extends=has_shift)
        else:
            return False
        return True

    def _escape(self) -> None:
        """Let go of a drag, else of what is selected beside the cell in hand, else of the filter."""
        place = self.hand.place(self.state)
        if self.pointer.cancel():
            return
        if self.chosen.blocks and place:
            self.go(place)
        else:
            self.escaped.emit()

    def open_hand(self) -> None:
        """Enter: a row is opened in the Inspector, a fact is changed, a group is folded or unfolded."""
        group = self.group_in_hand()
        if group:
            self.fold(group, collapsed=not group.is_collapsed)
        elif self.fact_in_hand():
            self.changing_asked.emit()
        elif self.row_in_hand() or self.head_in_hand():
            self.opened.emit()

    def _step(self, step: Step, *, extends: bool) -> None:
        place = self.hand.start(self.state)
        is_shown = self.shown_hand() != (None, None)
        if place is None:
            return
        page = (self.port.height - HEADER_HEIGHT) // LINE_HEIGHT
        # The first key only brings back what was in hand before something else was selected.
        target = moved(self.state.layout, place, step, page) if is_shown else place
        if target.line == HEAD_LINE and (extends or step == "up" or place.line == HEAD_LINE) and not extends:
            self.choose_whole(target, "columns")
        elif extends and is_shown and target.line != HEAD_LINE:
            self.extend_to(target)
        elif target.line != HEAD_LINE:
            self.go(target)

    def fold_all(self, *, collapsed: bool) -> None:
        """Fold or unfold every group."""
        if self.state.collapse_all(collapsed=collapsed):
            self.refresh()

    def zoom(self, step: int, at: QPoint | None = None) -> None:
        self.set_zoom(stepped(self.zoom_factor, step), at)

    def _say_hand(self) -> None:
        """Tell a screen reader what is in hand."""
        said = self._hand_sentence()
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            from PySide6.QtGui import QAccessible, QAccessibleEvent

            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _hand_sentence(self) -> str:
        line, column = self.shown_hand()
        head = self.head_in_hand()
        if head:
            said = tr("{team}, head of its column", team=head.name)
        else:
            said = "" if line is None else cell_sentence(self.state, line, NAME_COLUMN if column is None else column)
        if self.session.cells > 1 and said:
            said += tr("; {cells} cells selected", cells=f"{self.session.cells:,}")
        return said

    def show_tip(self, event: QHelpEvent) -> None:
        said = tip(self.state, self.findings, self.hit_at(event.pos()))
        QToolTip.showText(event.globalPos(), said, self.viewport())

    # Qt's overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self.press(Qt.Key(event.key()), event.modifiers()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.press_twice(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.pointer.ask_menu(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1, event.position().toPoint())
        else:
            super().wheelEvent(event)
