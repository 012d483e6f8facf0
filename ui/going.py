"""Going to things by name, and back to where one was: what the palette offers, and what choosing from it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from orgmodel.findings import Finding
from orgmodel.model import Organization, Subject
from ui.actions import ACTIONS, MENUS, Actions, MenuRow
from ui.things import find
from ui.translation import tr
from ui.visited import Visit, Visited

if TYPE_CHECKING:
    from ui.palette import Palette
    from ui.palette.entries import Entry
    from ui.workspace import Workspace

_MOST_RECENT: Final = 6


class Going(QObject):
    """One for each workspace; the palette is made when it is first opened."""

    def __init__(self, workspace: Workspace, actions: Actions) -> None:
        super().__init__(workspace)
        self._workspace, self._actions = workspace, actions
        self._visited = Visited()
        self._offered: dict[str, QAction] = {}
        """The actions that the palette shows, by the names that it has for them."""
        self._known: tuple[Organization | None, tuple[Entry, ...]] = (None, ())
        """What there is of it to go to, remembered for as long as the organisation is the same."""
        self.palette: Palette | None = None
        workspace.session.selection_changed.connect(self._note)
        workspace.lens_changed.connect(self._note)

    def open_palette(self) -> None:
        """Offer everything that there is to go to and to do; what was selected last comes first."""
        if self.palette is None:
            from ui.palette import Palette

            self.palette = Palette(self._workspace.theme, self._workspace)
            self.palette.chosen.connect(self._go)
        self.palette.apply_theme(self._workspace.theme)
        actions = tuple(self._action_entries())
        things = (*actions, *self._things(), *self._findings())
        self.palette.open(things, (*self._recent(), *actions))

    def step(self, by: int) -> bool:
        """Go back (-1) or forward (1) through the places visited; False where there is none."""
        document = self._workspace.session.document
        visit = self._visited.step(by)
        while visit and find(document, visit.selection[0]) is None:
            visit = self._visited.step(by)
        if visit is None:
            return False
        workspace = self._workspace
        if workspace.lens_id != visit.lens:
            workspace.show_lens(visit.lens)
        workspace.lens.reveal(visit.selection)
        workspace.session.select(*visit.selection, team=visit.team)
        return True

    def _note(self) -> None:
        session = self._workspace.session
        self._visited.note(Visit(self._workspace.lens_id, session.selection, session.team))

    def _go(self, entry: Entry) -> None:
        target = entry.target
        if isinstance(target, Finding):
            self._workspace.session.show_finding(target)
        elif target in self._offered:
            self._offered[target].trigger()
        else:
            self._workspace.go_to(cast("Subject", target))

    def _action_entries(self) -> Iterator[Entry]:
        """What can be done now: the actions of the window, then those of the lens."""
        from ui.palette.entries import action_entry

        self._offered = {row.id: self._actions[row.id] for row in ACTIONS if row.id != "go-to"}
        name = self._workspace.lens.name
        self._offered |= {f"{name}/{place}": each for place, each in enumerate(self._workspace.lens.actions())}
        titles = {row.id: (row.name, row.icon) for row in ACTIONS}
        for key, action in self._offered.items():
            if action.isEnabled():
                title, icon = titles.get(key, (action.text().replace("&", ""), ""))
                menu = _menu_of().get(key) or tr("in this lens")
                yield action_entry(key, title, menu, icon, action.shortcut().toString())

    def _things(self) -> tuple[Entry, ...]:
        from ui.palette.entries import entries_beside, entries_of

        document = self._workspace.session.document
        organization = document.organization
        if self._known[0] is not organization:
            self._known = organization, entries_of(organization)
        return *self._known[1], *entries_beside(document)

    def _findings(self) -> tuple[Entry, ...]:
        from ui.palette.entries import finding_entries

        report = self._workspace.session.report
        return finding_entries(report.findings) if report else ()

    def _recent(self) -> tuple[Entry, ...]:
        by_target = {entry.target: entry for entry in self._things()}
        subjects = dict.fromkeys(visit.selection[0] for visit in self._visited.recent)
        return tuple(by_target[subject] for subject in subjects if subject in by_target)[:_MOST_RECENT]


@cache
def _menu_of() -> Mapping[str, str]:
    """The menu that each action stands in: `View, Theme`."""
    return {action: ", ".join(titles) for action, titles in _walk(MENUS, ())}


def _walk(items: Iterable[str | MenuRow | None], titles: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for item in items:
        if isinstance(item, MenuRow):
            yield from _walk(item.items, (*titles, item.title.replace("&", "")))
        elif item is not None:
            yield item, titles
