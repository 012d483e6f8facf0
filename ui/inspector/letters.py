"""Giving a letter on a row: the menu of the letters, and the picker of one more team."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from orgmodel.model import PHRASES, Responsibility, RowId, Subject, subject_parts
from ui.inspector.fields import Choices
from ui.inspector.pick_editor import LatePicker
from ui.session import Session
from ui.theme import Theme
from ui.translation import tr

Give = Callable[[Subject, str | None], None]
"""Takes a team and its letters; None takes them away."""

KEYS: Final = {Qt.Key.Key_A: "A", Qt.Key.Key_R: "R", Qt.Key.Key_C: "C", Qt.Key.Key_I: "I"}


def after_key(letters: str | None, letter: str) -> str:
    """What a team has once a letter is pressed: R on A makes AR and A on R too, anything else takes its place."""
    return "AR" if {letters, letter} == {"A", "R"} else letter


def letters_menu(parent: QWidget, letters: str | None, take: Callable[[str | None], None]) -> QMenu:
    """The letters with what each means, the one that a team has ticked; a key of a letter chooses it."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for given, phrase in PHRASES.items():
        action = QAction(f"{'A&R' if given == 'AR' else '&' + given}\t{phrase}", menu)
        action.setCheckable(True)
        action.setChecked(given == letters)
        action.triggered.connect(lambda _=False, given=given: take(given))
        menu.addAction(action)
    if letters:
        menu.addSeparator()
        menu.addAction(tr("No letter")).triggered.connect(lambda: take(None))
    return menu


class AnotherTeam(QWidget):
    """Picks a team that has no letter on the row yet; which letter it gets is asked then."""

    def __init__(self, session: Session, theme: Theme, give: Give) -> None:
        super().__init__()
        self.session, self._give = session, give
        self.row: Subject | None = None
        self.picker = _Teams(self, theme)
        self.picker.picked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picker)

    def show_row(self, row: Subject) -> None:
        self.row = row
        if not self.picker.is_in_hand():
            self.picker.show_only(None, "")

    def _ask(self, team: Subject) -> None:
        if self.session.organization and team:
            menu = letters_menu(self, None, lambda letters: self._give(team, letters))
            menu.popup(self.mapToGlobal(QPoint(0, self.height())))
            self.picker.show_only(None, "")


class _Teams(LatePicker):
    def __init__(self, another: AnotherTeam, theme: Theme) -> None:
        super().__init__(tr("Give another team a letter"), theme)
        self._another = another
        self.say_empty(tr("Give another team a letter…"))

    def offered(self) -> Choices:
        organization = self._another.session.organization
        named = self._another.row
        row: Responsibility | None = organization.row_by_id.get(RowId(subject_parts(named)[1])) if named else None
        return tuple((team.subject, team.name) for team in organization.teams if not row or team.id not in row.raci)
