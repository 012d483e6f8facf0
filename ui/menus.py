"""The menu bar: made from the table of actions; two menus are filled as they open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.actions import MENUS, Actions, MenuRow
from ui.plain_text import as_menu_text
from ui.recents import short_path
from ui.settings import Settings
from ui.translation import tr

RECENT_MENU = "recent"
SAMPLES_MENU = "samples"
EDIT_MENU = "edit"


class Menus:
    """Asks for the recent files, and for the actions of the lens, when somebody opens their menu."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        self._named: dict[str, QMenu] = {}
        self._parts: dict[str, QMenu] = {}
        for row in MENUS:
            self._fill(bar.addMenu(tr(row.title)), row, actions)
        self._own_edits = list(self._named[EDIT_MENU].actions())

    def offer_recents(self, settings: Settings, open_file: Callable[[Path], object], clear: Callable[[], None]) -> None:
        self._named[RECENT_MENU].aboutToShow.connect(partial(self._fill_recents, settings, open_file, clear))

    def offer_samples(self, open_copy: Callable[[str, str], object]) -> None:
        self._named[SAMPLES_MENU].aboutToShow.connect(partial(self._fill_samples, open_copy))

    def offer_edits(self, lens_actions: Callable[[], list[QAction]]) -> None:
        """What the current lens can do stands below Undo and Redo."""
        self._named[EDIT_MENU].aboutToShow.connect(partial(self._fill_edits, lens_actions))

    def _fill(self, menu: QMenu, row: MenuRow, actions: Actions) -> None:
        if row.id:
            self._named[row.id] = menu
        for item in row.items:
            if item is None:
                menu.addSeparator()
            elif isinstance(item, MenuRow):
                self._fill(menu.addMenu(tr(item.title)), item, actions)
            else:
                menu.addAction(actions[item])

    def _fill_recents(self, settings: Settings, open_file: Callable[[Path], object], clear: Callable[[], None]) -> None:
        menu = self._named[RECENT_MENU]
        menu.clear()
        recents = settings.recents
        for recent in recents:
            action = menu.addAction(as_menu_text(f"{recent.name}   {short_path(recent.path)}"))
            action.triggered.connect(partial(_ignoring_state, open_file, recent.path))
        if recents:
            menu.addSeparator()
            menu.addAction(tr("&Clear"), clear)
        else:
            menu.addAction(tr("No files yet")).setEnabled(False)

    def _fill_samples(self, open_copy: Callable[[str, str], object]) -> None:
        from ui.start.samples import read_sample, sample_names

        menu = self._named[SAMPLES_MENU]
        if menu.isEmpty():
            for sample in map(read_sample, sample_names()):
                action = menu.addAction(as_menu_text(f"{sample.name}   {sample.summary}"))
                action.triggered.connect(partial(_ignoring_more, open_copy, sample.file, sample.text))
        if menu.isEmpty():
            menu.addAction(tr("The samples are not installed")).setEnabled(False)

    def _fill_edits(self, lens_actions: Callable[[], list[QAction]]) -> None:
        menu = self._named[EDIT_MENU]
        for action in menu.actions():
            if action not in self._own_edits:
                menu.removeAction(action)
        for part in self._parts.values():
            part.deleteLater()
        self._parts = {}
        offered = lens_actions()
        if offered:
            menu.addSeparator()
        for action in offered:
            self._part_of(menu, action).addAction(action)

    def _part_of(self, menu: QMenu, action: QAction) -> QMenu:
        """The menu within Edit that an action names as its `part`, where a lens has too many for one."""
        part = str(action.property("part") or "")
        if part and part not in self._parts:
            self._parts[part] = menu.addMenu(part)
        return self._parts[part] if part else menu


def _ignoring_state(open_file: Callable[[Path], object], path: Path, *_: object) -> None:
    open_file(path)


def _ignoring_more(open_copy: Callable[[str, str], object], name: str, text: str, *_: object) -> None:
    open_copy(name, text)
