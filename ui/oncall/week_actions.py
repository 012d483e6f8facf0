"""What the Edit menu and that of the week offer, with its keys; on while it can be done with what is in hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from orgmodel.diagram.week_lanes import lane_title
from ui.plain_text import as_menu_text
from ui.translation import tr

if TYPE_CHECKING:
    from ui.oncall.lens import OnCallLens


class WeekActions(QObject):
    """Those of what is in hand work in the week only; the others in the tool strip too."""

    def __init__(self, lens: OnCallLens) -> None:
        super().__init__(lens)
        self._lens, self._strip = lens, lens.strip
        windows, rotations = lens.strip.windows, lens.rotations
        self._on_window = (self._action(tr("Remove hours"), ["Del", "Backspace"], windows.remove),)
        self._on_lane = (
            self._action(tr("Write the hours…"), ["F2"], self._strip.write_hand),
            self._action(tr("Add hours at the moment"), ["N"], rotations.add_hours),
        )
        self._on_rotation = (
            self._action(tr("Edit rotation…"), ["E"], rotations.edit),
            self._action(tr("Duplicate rotation"), ["Ctrl+D"], rotations.duplicate),
            self._action(tr("Remove rotation"), ["Ctrl+Del"], rotations.remove),
        )
        opening = (
            self._action(tr("Write the hours, or open the rotation"), ["Return", "Enter"], self._strip.open_hand),
            self._action(tr("Open in Inspector"), ["Alt+Return", "Alt+Enter"], lens.opened.emit),
        )
        today = self._action(tr("Week of today"), ["T"], lambda: lens.step_week(0))
        around = (
            self._action(tr("New rotation…"), ["Ctrl+Shift+N"], rotations.add),
            self._action(tr("Week before"), ["Alt+PgUp"], lambda: lens.step_week(-1)),
            self._action(tr("Week after"), ["Alt+PgDown"], lambda: lens.step_week(1)),
        )
        self._in_hand = (*self._on_window, *self._on_lane, *self._on_rotation)
        self._always = (today, *around)
        self.all = [*self._in_hand, *opening, *self._always]
        for action in (*self._in_hand, *opening, today):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._strip.addAction(action)
        for action in around:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            lens.addAction(action)

    def show_possible(self) -> None:
        """Switch off what cannot be done with what is in hand."""
        strip = self._strip
        has_rotation = strip.rotation_in_hand() is not None
        for action in self._on_window:
            action.setEnabled(strip.hand.is_window)
        for action in self._on_lane:
            action.setEnabled(strip.row is not None)
        for action in self._on_rotation:
            action.setEnabled(has_rotation)

    def show_menu(self, point: QPoint) -> None:
        """What can be done with what is in hand, under the name of its lane."""
        menu = QMenu(self._lens)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lane = self._lens.state.lane_at(self._strip.row)
        if lane:
            menu.addSection(as_menu_text(lane_title(self._lens.state.organization, lane)))
        menu.addActions([action for action in self._in_hand if action.isEnabled()])
        menu.addSeparator()
        menu.addActions(self._always)
        menu.popup(point)

    def _action(self, text: str, keys: list[str], act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked: act())
        return action
