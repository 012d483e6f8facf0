"""A switch that opens a list of things, each to be ticked, and says which are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import Signal

from orgmodel.model import TeamKind
from ui.chips import Chip
from ui.plain_text import as_menu_text
from ui.theme import Theme
from ui.tick_list import TickList


class TickWords(NamedTuple):
    """What it and its list are called, what the field above the list says, and its word for what is ticked."""

    title: str
    things: str
    find: str
    word: Callable[[], str]


class TickChip(Chip):
    """On while anything is ticked."""

    changed = Signal()
    """Somebody ticked a thing, or unticked it."""

    def __init__(self, theme: Theme, icon: str, words: TickWords) -> None:
        self._words = words
        self._things: tuple[Any, ...] = ()
        self.ticked: tuple[Any, ...] = ()
        """In the order in which they were offered."""
        super().__init__(theme, "", ("icon", icon))
        self._has_choices = True
        self.list = TickList(theme, words.things, words.find, self)
        self.list.ticked.connect(self._tick)

    def offer_things(self, things: Iterable[tuple[Any, str, TeamKind | None]], ticked: Collection[Any]) -> None:
        """What can be ticked, its name, and the kind of team where it is one; and those that are ticked if offered."""
        offered = tuple(things)
        self._things = tuple(thing for thing, _, _ in offered)
        self.list.offer(offered)
        self._show(ticked)

    def tick(self, thing: Any, *, is_on: bool) -> None:
        if is_on != (thing in self.ticked):
            self._show({*self.ticked, thing} if is_on else {*self.ticked} - {thing})
            self.changed.emit()

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.list.apply_theme(theme)

    def nextCheckState(self) -> None:
        self.list.open_under(self)

    def _show(self, ticked: Collection[Any]) -> None:
        self.ticked = tuple(thing for thing in self._things if thing in ticked)
        self.list.show_ticks(self.ticked)
        self.word = self.short_text = self._words.word()
        self.setText(as_menu_text(self.word))
        self.setAccessibleName(f"{self._words.title}: {self.word}")
        self.setChecked(bool(self.ticked))
        self.updateGeometry()
        self.update()

    def _tick(self, thing: Any, is_on: bool) -> None:  # noqa: FBT001 (as the signal brings it)
        self.tick(thing, is_on=is_on)
