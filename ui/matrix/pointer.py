"""The matrix under the mouse: clicks take things in hand, drags select cells or carry rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.matrix.columns import FROZEN_WIDTH, NAME_COLUMN
from ui.matrix.grouping import Group
from ui.matrix.header import SORT_SIGN_X
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT, Hit
from ui.matrix.navigation import HEAD_LINE, Place
from ui.matrix.scene import Drop

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

Gesture = Literal["", "cells", "more cells", "rows", "team"]

_EDGE: Final = 20
"""Pixels: so near the edge what is on screen goes on."""
_SCROLL_MS: Final = 50

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Pointer(QObject):
    """One gesture at a time: it begins with a press, may become a drag, and ends with the release or with Esc."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view
        self._gesture: Gesture = ""
        self._from = QPoint()
        self._hit: Hit | None = None
        self._is_dragging = False
        self._later: Place | None = None
        """What is taken in hand alone when nothing is dragged: a press on one of several rows may carry them all."""
        self._watch: PointerWatch | None = None
        self._point = QPoint()
        self._scrolls = QTimer(self, interval=_SCROLL_MS)
        self._scrolls.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._from = event.position().toPoint()
        self._hit = hit = self._view.hit_at(self._from)
        self._is_dragging, self._later, self._gesture = False, None, ""
        if hit.part == "header":
            self._press_head(hit, event.modifiers())
        elif hit.line is not None and self._view.state.layout.group_at(hit.line):
            self._press_group(hit)
        elif hit.line is not None:
            self._press_row(hit, hit.line, event.modifiers())

    def _press_head(self, hit: Hit, modifiers: Qt.KeyboardModifier) -> None:
        view, teams = self._view, self._view.state.columns.teams
        if not 0 <= hit.column < len(teams):
            across = self._from.x() / view.zoom_factor
            if SORT_SIGN_X - 6 <= across < FROZEN_WIDTH:
                view.arranging_asked.emit(self._from)
            return
        place = Place(HEAD_LINE, hit.column)
        if modifiers & _SHIFT:
            view.extend_to(place, "columns")
        elif modifiers & _CTRL:
            view.add(place, "columns")
        else:
            view.choose_whole(place, "columns")
            self._gesture = "team"

    def _press_group(self, hit: Hit) -> None:
        view, line = self._view, hit.line or 0
        group = view.state.layout.group_at(line)
        view.go(Place(line, hit.column))
        if group:
            view.fold(group, collapsed=not group.is_collapsed)

    def _press_row(self, hit: Hit, line: int, modifiers: Qt.KeyboardModifier) -> None:
        view, place = self._view, Place(line, hit.column)
        row = view.state.row_on(line)
        is_name = hit.column == NAME_COLUMN
        if modifiers & _SHIFT:
            view.extend_to(place, "rows" if is_name else "")
            self._gesture = "more cells"
        elif modifiers & _CTRL:
            view.add(place, "rows" if is_name else "")
            self._gesture = "more cells"
        elif not is_name:
            view.go(place)
            self._gesture = "cells"
        else:
            self._gesture = "rows"
            if row and view.chosen.whole == "rows" and row.id in view.chosen.rows:
                self._later = place
            elif hit.part == "mark":
                view.choose_whole(place, "rows")
            else:
                view.go(place)

    def move(self, event: QMouseEvent) -> None:
        # Not before: it is handed events of every kind, and PySide makes a class for each kind that there is.
        self._watch = self._watch or PointerWatch(self._view)
        point = event.position().toPoint()
        hit = self._view.hit_at(point)
        if not event.buttons() & Qt.MouseButton.LeftButton or not self._gesture:
            self._view.hover_over(hit.line)
            return
        far = (point - self._from).manhattanLength() >= QApplication.startDragDistance()
        self._is_dragging = self._is_dragging or far
        if self._is_dragging:
            self._point = point
            self._drag(point)
            self._scrolls.start() if self._towards(point) != (0, 0) else self._scrolls.stop()

    def _towards(self, point: QPoint) -> tuple[int, int]:
        """Lines and columns to scroll by while something is dragged to the edge of what is on screen."""
        view, edge = self._view.viewport(), _EDGE
        head = round(HEADER_HEIGHT * self._view.zoom_factor)
        down = (point.y() > view.height() - edge) - (point.y() < head + edge and self._gesture != "team")
        across = (point.x() > view.width() - edge) - (point.x() < FROZEN_WIDTH + edge)
        return (0 if self._gesture == "team" else down), (0 if self._gesture == "rows" else across)

    def _scroll_on(self) -> None:
        down, across = self._towards(self._point)
        bar, other = self._view.verticalScrollBar(), self._view.horizontalScrollBar()
        before = bar.value(), other.value()
        bar.setValue(before[0] + down * LINE_HEIGHT)
        other.setValue(before[1] + across * LINE_HEIGHT)
        if not self._is_dragging or (bar.value(), other.value()) == before:
            self._scrolls.stop()
        else:
            self._drag(self._point)

    def _drag(self, point: QPoint) -> None:
        view = self._view
        if self._gesture in ("cells", "more cells"):
            place = self._inside(point)
            if place != view.hand.place(view.state):
                view.extend_to(place)
        elif self._gesture == "rows":
            view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            view.show_drop(self._row_drop(point))
        else:
            view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            view.show_drop(self._team_drop(point))

    def _inside(self, point: QPoint) -> Place:
        """The cell under a point, or the nearest one that there is."""
        view = self._view
        layout, port = view.state.layout, view.port
        x, y = int(point.x() / view.zoom_factor), int(point.y() / view.zoom_factor)
        line = max(0, min((y - HEADER_HEIGHT + port.y) // LINE_HEIGHT, len(layout.lines) - 1))
        place = layout.columns.place_at(max(FROZEN_WIDTH, x) + port.x)
        return Place(line, layout.columns.last if place is None else place)

    def _row_drop(self, point: QPoint) -> Drop:
        view = self._view
        layout, port = view.state.layout, view.port
        y = int(point.y() / view.zoom_factor)
        line = max(0, min((y - HEADER_HEIGHT + port.y) // LINE_HEIGHT, len(layout.lines) - 1)) if layout.lines else 0
        title = layout.group_at(line)
        if title:
            return Drop(line=line + 1, group=line, joins=self._joins(title))
        is_lower = y - layout.line_y(port, line) > LINE_HEIGHT / 2
        group = layout.groups[layout.group_of_row[layout.lines[line]]] if layout.groups else None
        if group is None:
            return Drop(line=line + is_lower)
        return Drop(line=line + is_lower, group=layout.line_of_group[group.key], joins=self._joins(group))

    def _joins(self, group: Group) -> bool:
        """Whether any of the rows that are dragged is of another group."""
        state = self._view.state
        return any(state.place_of[row] not in group.rows for row in self._view.row_ids())

    def _team_drop(self, point: QPoint) -> Drop:
        view = self._view
        columns, x = view.state.columns, int(point.x() / view.zoom_factor) + view.port.x
        place = round((x - FROZEN_WIDTH) / columns.team_width)
        return Drop(column=max(0, min(place, len(columns.teams))))

    def release(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view, drop, gesture, hit = self._view, self._view.drop, self._gesture, self._hit
        was_dragging, later = self._is_dragging, self._later
        self._end()
        if was_dragging and drop and gesture == "rows":
            view.rows_dropped.emit(drop)
        elif was_dragging and drop and gesture == "team":
            view.team_dropped.emit(drop)
        elif not was_dragging and later:
            view.go(later)
        elif not was_dragging and gesture == "cells" and hit and hit.part in ("state", "paged"):
            view.changing_asked.emit()

    def press_twice(self, event: QMouseEvent) -> None:
        """Change what is there: a letter from the menu, a fact, the name of a team; a row is opened."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        view, hit = self._view, self._view.hit_at(point)
        if hit.part == "header":
            if view.head_in_hand():
                view.renaming_asked.emit()
        elif hit.line is None or view.state.layout.group_at(hit.line) or hit.part in ("state", "paged"):
            self.press(event)
        elif hit.part == "team":
            view.menu_asked.emit(point)
        elif hit.part in ("area", "runbook"):
            view.changing_asked.emit()
        else:
            view.opened.emit()

    def ask_menu(self, event: QContextMenuEvent) -> None:
        view = self._view
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            view.menu_asked.emit(view.rect_in_hand().center())
            return
        hit = view.hit_at(event.pos())
        if hit.part == "header":
            if 0 <= hit.column < len(view.state.columns.teams):
                team = view.state.columns.teams[hit.column].team
                if team not in view.team_ids() or view.chosen.whole != "columns":
                    view.choose_whole(Place(HEAD_LINE, hit.column), "columns")
            else:
                view.arranging_asked.emit(event.pos())
                return
        elif hit.line is not None and not self._is_chosen(hit):
            view.go(Place(hit.line, hit.column))
        view.menu_asked.emit(event.pos())

    def _is_chosen(self, hit: Hit) -> bool:
        """Whether a cell is among those that are selected together: the menu is for all of them then."""
        view = self._view
        row = view.state.row_on(hit.line) if hit.line is not None else None
        return bool(row and view.state.columns.key_at(hit.column) in view.chosen.columns_of(row.id))

    def cancel(self) -> bool:
        """Esc puts back what is dragged; False where nothing is."""
        was_dragging = self._is_dragging and self._gesture in ("rows", "team")
        if was_dragging:
            self._end()
        return was_dragging

    def _end(self) -> None:
        self._gesture, self._is_dragging, self._later = "", False, None
        self._scrolls.stop()
        self._view.show_drop(None)
        self._view.viewport().unsetCursor()


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
