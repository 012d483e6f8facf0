"""What the Edit menu offers for the board, with its keys; each is on while it can be done with what the keys are on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.translation import tr

if TYPE_CHECKING:
    from ui.teams.edits import BoardEdits
    from ui.teams.lens import TeamsLens


class BoardActions(QObject):
    """Those of a card or a row work on the board only; the others in its tool strip too."""

    def __init__(self, lens: TeamsLens) -> None:
        super().__init__(lens)
        self._lens = lens
        self._rename = self._edit(tr("Rename team…"), ["F2"], lambda edits: edits.rename())
        self._on_card = [
            self._rename,
            self._edit(tr("People of the team…"), ["H"], lambda edits: edits.ask_headcount()),
            self._action(tr("Kind of the team…"), ["K"], self._ask_kind),
            self._edit(tr("Duplicate team"), ["Ctrl+Shift+D"], lambda edits: edits.duplicate()),
            self._edit(tr("What if: merge, split, halve…"), ["M"], lambda edits: edits.ask_what_if()),
        ]
        self._on_row = [
            self._edit(tr("A: answers for it"), ["A"], lambda edits: edits.set_letters("A")),
            self._edit(tr("R: does the work"), ["R"], lambda edits: edits.set_letters("R")),
            self._edit(
                tr("A with R: answers for it and does the work"), ["Shift+R"], lambda edits: edits.set_letters("AR")
            ),
        ]
        self._remove = self._edit(tr("Remove team, or clear row"), ["Del", "Backspace"], lambda edits: edits.remove())
        inspect = self._action(tr("Open in Inspector"), ["Alt+Return", "Alt+Enter"], lens.opened.emit)
        here = [*self._on_card, *self._on_row, self._remove, inspect]
        around = [
            self._edit(tr("New team…"), ["Ctrl+Shift+T"], lambda edits: edits.ask_team()),
            self._action(tr("Next match"), ["F3"], lambda: lens.to_match(1)),
            self._action(tr("Match before"), ["Shift+F3"], lambda: lens.to_match(-1)),
        ]
        self.all = [*here, *around]
        for action in here:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            lens.board.addAction(action)
        for action in around:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            lens.addAction(action)

    def show_possible(self) -> None:
        """Switch off what cannot be done with what the keys are on."""
        spot = self._lens.board.spot
        is_marked = self._lens.board.is_marked()
        is_row = is_marked and spot is not None and spot.part == "row"
        is_team = is_marked and spot is not None and spot.team in self._lens.state.organization.team_by_id
        for action in self._on_row:
            action.setEnabled(is_row)
        for action in self._on_card:
            action.setEnabled(is_team)
        self._rename.setText(tr("Rename row…") if is_row else tr("Rename team…"))
        self._rename.setEnabled(is_team or is_row)
        self._remove.setEnabled(is_row or (is_team and spot is not None and spot.part == "head"))

    def _ask_kind(self) -> None:
        self._lens.menus.ask_kind()

    def _edit(self, text: str, keys: list[str], gesture: Callable[[BoardEdits], None]) -> QAction:
        return self._action(text, keys, lambda: gesture(self._lens.edits))

    def _action(self, text: str, keys: list[str], act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked: act())
        return action
