"""The chips that say how the matrix is sorted and grouped and what is hidden, and change that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from orgmodel.model import TeamId
from orgmodel.model.value import changed
from ui.chips import Chip, ChoiceChip
from ui.matrix.columns import FACTS, TeamColumn
from ui.matrix.header import FACT_WORDS
from ui.matrix.shape import GROUPING_WORDS, PLAIN, SORT_WORDS, MatrixShape
from ui.matrix.zoom import FULL
from ui.plain_text import as_menu_text
from ui.theme import Theme
from ui.translation import tr


class ArrangeChip(Chip):
    """Opens what can be chosen when pressed; on, with what was chosen as its words, where that is not the usual."""

    shape_chosen = Signal(object)
    """The new `MatrixShape`."""
    bare_wanted = Signal()
    """Columns without a letter on the rows that are shown are to be hidden."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("View"), ("icon", "sliders-horizontal"), parent)
        self.short_text = ""
        self.shape = PLAIN
        self._columns: tuple[TeamColumn, ...] = ()
        self._menu: QMenu | None = None
        self.setToolTip(tr("Sort and group rows, hide columns (Ctrl+Shift+A)"))
        self.show_shape(PLAIN, (), FULL)

    def show_shape(self, shape: MatrixShape, columns: tuple[TeamColumn, ...], zoom: float) -> None:
        """Say how it is arranged; `columns` are all teams that can be hidden or shown."""
        self.shape, self._columns = shape, columns
        said = described(shape, zoom)
        self.word = ", ".join(said) or tr("View")
        self.short_text = self.word if said else ""
        self.setChecked(bool(said))
        self.setAccessibleName(tr("View: {arrangement}", arrangement=self.word) if said else tr("View"))
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        self.open()

    def open(self, place: QPoint | None = None) -> None:
        """Open the menu below, or at a place of the screen."""
        self.menu().popup(place or self.mapToGlobal(self.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Sort, group, columns; made when it is asked for."""
        if self._menu:
            self._menu.deleteLater()
        self._menu = menu = QMenu(self)
        _head(menu, tr("Sort"))
        for sort, word in SORT_WORDS.items():
            self._tick(menu, tr(word), self.shape.sort == sort, sort=sort)
        menu.addSeparator()
        _head(menu, tr("Group"))
        for grouping, word in GROUPING_WORDS.items():
            self._tick(menu, tr(word), self.shape.grouping == grouping, grouping=grouping)
        menu.addSeparator()
        _head(menu, tr("Columns"))
        self._offer_teams(menu.addMenu(tr("Teams")))
        for fact in FACTS:
            hidden = self.shape.hidden_facts
            self._tick(menu, tr(FACT_WORDS[fact]), fact not in hidden, hidden_facts=hidden ^ {fact})
        menu.addAction(tr("Hide teams without a letter here"), self.bare_wanted.emit)
        shown = menu.addAction(tr("Show every column"))
        shown.setEnabled(bool(self.shape.hidden))
        shown.triggered.connect(self._chooser(hidden_facts=frozenset(), hidden_teams=frozenset()))
        return menu

    def _offer_teams(self, menu: QMenu) -> None:
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        hidden = self.shape.hidden_teams
        for column in self._columns:
            self._tick(menu, column.name, column.team not in hidden, hidden_teams=hidden ^ {column.team})

    def _tick(self, menu: QMenu, word: str, is_on: bool, **parts: Any) -> QAction:  # noqa: FBT001 (ticked or not)
        action = menu.addAction(as_menu_text(word))
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(self._chooser(**parts))
        return action

    def _chooser(self, **parts: Any) -> Callable[..., None]:
        return lambda *_: self.shape_chosen.emit(changed(self.shape, **parts))


class TeamChip(ChoiceChip):
    """Chooses a team, and whether any letter of it counts or only that it answers."""

    answers_chosen = Signal(bool)

    def __init__(self, theme: Theme, every: str, parent: QWidget | None = None) -> None:
        self.answers = False
        super().__init__(theme, every, parent)

    def show_choice(self, chosen: str | None) -> None:
        super().show_choice(chosen)
        if chosen is not None and self.answers:
            self.word = self.short_text = tr("{team} answers", team=self.word)
            self.setAccessibleName(self.word)

    def show_answers(self, *, answers: bool) -> None:
        self.answers = answers
        self.show_choice(self._chosen)
        self.update()

    def menu(self) -> QMenu:
        menu = super().menu()
        only = QAction(tr("Only where it answers (A)"), menu)
        only.setCheckable(True)
        only.setChecked(self.answers)
        only.triggered.connect(self.answers_chosen)
        first = menu.actions()[0]
        menu.insertAction(first, only)
        menu.insertSeparator(first)
        return menu


def _head(menu: QMenu, word: str) -> None:
    """A word over the entries below; a section of Qt's says nothing under our style sheet."""
    menu.addAction(word).setEnabled(False)


def described(shape: MatrixShape, zoom: float) -> list[str]:
    """What of the arrangement is not the usual, in a few words each."""
    said = []
    if shape.sort != PLAIN.sort:
        said.append(tr(SORT_WORDS[shape.sort]).partition(",")[0])
    if shape.grouping != PLAIN.grouping:
        said.append(tr(GROUPING_WORDS[shape.grouping]))
    if shape.hidden:
        said.append(tr("{count} hidden", count=shape.hidden))
    if zoom != FULL:
        said.append(f"{zoom * 100:.0f} %")
    return [said[0], *(each[0].lower() + each[1:] for each in said[1:])] if said else []


def without_letters(columns: tuple[TeamColumn, ...], lettered: set[TeamId]) -> frozenset[TeamId]:
    """The teams that have no letter on the rows that are shown."""
    return frozenset(column.team for column in columns if column.team not in lettered)
