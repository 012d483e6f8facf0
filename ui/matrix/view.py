"""The matrix under the hands: keys and clicks take a cell in hand, select it everywhere and bring it into view."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from orgmodel.model import Responsibility
from ui.matrix.columns import TeamColumn
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT, NAME_COLUMN, Group, Hit
from ui.matrix.navigation import Place, Step, moved
from ui.matrix.sentences import cell_sentence, tip
from ui.matrix.surface import MatrixSurface
from ui.session import Session
from ui.theme import Theme

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


class MatrixView(MatrixSurface):
    """What is to be done with the cell in hand is asked for by these signals, and done elsewhere."""

    opened = Signal()
    """The row in hand is to be opened in the Inspector."""
    menu_asked = Signal(QPoint)
    """The letters of the cell in hand are to be offered at a point of the viewport."""
    escaped = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._drawn: tuple[int | None, int | None] = (None, None)
        self._pointer_watch: PointerWatch | None = None
        self.setAccessibleName("Matrix")
        session.selection_changed.connect(self._follow_selection)
        self.hand_changed.connect(self._say_hand)
        self._follow_selection()

    def cell(self) -> tuple[Responsibility, TeamColumn] | None:
        """The row and the team of the cell in hand; None where that is a name, a group, or nothing."""
        row, (_, column) = self.row_in_hand(), self.shown_hand()
        if row is None or column is None or column == NAME_COLUMN:
            return None
        return row, self.state.columns.teams[column]

    def row_in_hand(self) -> Responsibility | None:
        line, _ = self.shown_hand()
        return self.state.row_on(line) if line is not None else None

    def group_in_hand(self) -> Group | None:
        line, _ = self.shown_hand()
        return self.state.layout.group_at(line) if line is not None else None

    def rect_in_hand(self) -> QRect:
        """Where the cell in hand is in the viewport; empty where there is none."""
        line, column = self.shown_hand()
        return (
            QRect() if line is None or column is None else QRect(*self.state.layout.cell_box(self.port, line, column))
        )

    def go(self, place: Place) -> None:
        """Take a cell in hand, select it everywhere and bring it into view."""
        self.hand.hold(self.state, place)
        self.reveal(place)
        self.session.select(*self.hand.subjects, team=self.hand.team if self.state.row_on(place.line) else None)
        self._show_hand()

    def reveal(self, place: Place) -> None:
        x, y = self.state.layout.scroll_to(self.port, place.line, place.column)
        self.horizontalScrollBar().setValue(x)
        self.verticalScrollBar().setValue(y)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """What a key does that is not the shortcut of an action; False where it does nothing."""
        has_ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        group = self.group_in_hand()
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif group and key in _FOLDING and not has_ctrl:
            self.fold(group, collapsed=_FOLDING[key])
        elif step := (_WITH_CTRL if has_ctrl else _STEPS).get(key):
            self._step(step)
        else:
            return False
        return True

    def open_hand(self) -> None:
        """Enter: a row is opened in the Inspector, a group is folded or unfolded."""
        group = self.group_in_hand()
        if group:
            self.fold(group, collapsed=not group.is_collapsed)
        elif self.row_in_hand():
            self.opened.emit()

    def _step(self, step: Step) -> None:
        place, is_shown = self.hand.start(self.state), self.shown_hand()[0] is not None
        if place:
            page = (self.viewport().height() - HEADER_HEIGHT) // LINE_HEIGHT
            # The first key only brings back what was in hand before something else was selected.
            self.go(moved(self.state.layout, place, step, page) if is_shown else place)

    def _follow_selection(self) -> None:
        """Take in hand what was selected elsewhere, where the matrix shows it."""
        if (self.session.selection[:1], self.session.team) != (self.hand.subjects[:1], self.hand.team):
            self.hand.hold_selection(self.session.selection, self.session.team)
            place = self.hand.place(self.state)
            if place and self.shown_hand()[0] is not None:
                self.reveal(place)
        self._show_hand()

    def _show_hand(self) -> None:
        before, self._drawn = self._drawn, self.shown_hand()
        if before == self._drawn:
            return
        for line in (before[0], self._drawn[0]):
            if line is not None:
                self.repaint_line(line)
        if before[1] != self._drawn[1]:
            self.viewport().update(0, 0, self.viewport().width(), HEADER_HEIGHT)
        self.hand_changed.emit()

    def _say_hand(self) -> None:
        """Tell a screen reader what is in hand."""
        line, column = self.shown_hand()
        said = "" if line is None else cell_sentence(self.state, line, NAME_COLUMN if column is None else column)
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            from PySide6.QtGui import QAccessible, QAccessibleEvent

            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _hit(self, point: QPoint) -> Hit:
        return self.state.layout.hit(self.port, point.x(), point.y())

    def _click(self, hit: Hit) -> None:
        if hit.part == "header":
            self._click_head(hit)
        elif hit.line is not None:
            group = self.state.layout.group_at(hit.line)
            self.go(Place(hit.line, hit.column))
            if group:
                self.fold(group, collapsed=not group.is_collapsed)

    def _click_head(self, hit: Hit) -> None:
        if hit.column != NAME_COLUMN:
            team = self.state.organization.team_by_id.get(self.state.columns.teams[hit.column].team)
            if team:
                self.session.select(team.subject)

    def show_tip(self, event: QHelpEvent) -> None:
        said = tip(self.state, self.findings, self._hit(event.pos()))
        QToolTip.showText(event.globalPos(), said, self.viewport())

    def _double_click(self, hit: Hit, point: QPoint) -> None:
        if hit.line is None or self.state.layout.group_at(hit.line):
            self._click(hit)
        elif hit.part == "team":
            self.menu_asked.emit(point)
        else:
            self.opened.emit()

    def _ask_menu(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            point = self.rect_in_hand().center()
        else:
            point, hit = event.pos(), self._hit(event.pos())
            if hit.line is None or self.state.layout.group_at(hit.line):
                return
            self.go(Place(hit.line, hit.column))
        if self.cell():
            self.menu_asked.emit(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self.press(Qt.Key(event.key()), event.modifiers()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._click(self._hit(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._double_click(self._hit(event.position().toPoint()), event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._ask_menu(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # Not before: it is handed events of every kind, and PySide makes a class for each kind that there is.
        self._pointer_watch = self._pointer_watch or PointerWatch(self)
        self.hover_over(self._hit(event.position().toPoint()).line)


class PointerWatch(QObject):
    """Sees the pointer leave the viewport, and rest on something that has a tip."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._view.hover_over(None)
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._view.show_tip(event)
            return True
        return super().eventFilter(watched, event)
