"""What can be done with a card, a row of it, or a row of the tray, as menus: the same as the keys do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from orgmodel.commands import ChangeField
from orgmodel.model import KIND_NAMES, PHRASES, Letters, Responsibility, Team, TeamId
from ui.plain_text import as_menu_text
from ui.session import Session
from ui.teams.board_view import BoardView
from ui.teams.edits import BoardEdits
from ui.teams.tray_view import TrayView
from ui.translation import tr

_LETTERS: Final[tuple[tuple[Letters, str], ...]] = (("A", "A"), ("AR", "Shift+R"), ("R", "R"))


class BoardMenus(QObject):
    """Made for what is in hand when they are asked for."""

    def __init__(self, session: Session, board: BoardView, tray: TrayView, edits: BoardEdits) -> None:
        super().__init__(board)
        self._session, self._board, self._tray, self._edits = session, board, tray, edits

    def show_menu(self, point: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._board.viewport().mapToGlobal(point))

    def show_tray_menu(self, point: QPoint) -> None:
        menu = self.tray_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._tray.viewport().mapToGlobal(point))

    def menu(self) -> QMenu:
        """What can be done with the card or the row in hand."""
        held = self._edits.held_row()
        return self._row_menu(*held) if held else self._card_menu()

    def _row_menu(self, row: Responsibility, team: TeamId) -> QMenu:
        menu = QMenu(self._board)
        now = row.letters_of(team)
        for letters, key in _LETTERS:
            action = _entry(menu, f"{letters}: {PHRASES[letters]}", key, partial(self._edits.set_letters, letters))
            action.setCheckable(True)
            action.setChecked(letters == now)
        menu.addSeparator()
        _entry(menu, tr("Rename row…"), "F2", self._edits.rename)
        _entry(menu, tr("Take in hand"), "Space", lambda: self._board.act(takes=True))
        self._offer_teams(menu, tr("Answered for by"), partial(self._edits.move_to, row.id), row.raci.accountable)
        _entry(menu, tr("Clear"), "Del", self._edits.remove)
        menu.addSeparator()
        _entry(menu, tr("Walk a page…"), "Ctrl+Shift+P", partial(self._session.inquiry_wanted.emit, "walk-page"))
        _entry(menu, tr("Open in Inspector"), "Alt+Return", self._board.opened.emit)
        return menu

    def _card_menu(self) -> QMenu:
        menu = QMenu(self._board)
        team = self._edits.team_of_card()
        is_there = team is not None
        _entry(menu, tr("Rename…"), "F2", self._edits.rename).setEnabled(is_there)
        _entry(menu, tr("People…"), "H", self._edits.ask_headcount).setEnabled(is_there)
        if team is not None:
            self._offer_kinds(menu, team)
            self._offer_links(menu, team)
        menu.addSeparator()
        _entry(menu, tr("Take in hand"), "Space", self._edits.take_card).setEnabled(is_there)
        _entry(menu, tr("What if: merge, split, halve, remove…"), "M", self._edits.ask_what_if).setEnabled(is_there)
        _entry(menu, tr("Open in Inspector"), "Enter", self._board.opened.emit).setEnabled(is_there)
        menu.addSeparator()
        _entry(menu, tr("Duplicate team"), "Ctrl+Shift+D", self._edits.duplicate).setEnabled(is_there)
        _entry(menu, tr("Remove team"), "Del", self._edits.remove_card).setEnabled(is_there)
        return menu

    def ask_kind(self, point: QPoint | None = None) -> None:
        """K, or a click on the glyph: the kinds that there are, the team's own checked."""
        team = self._edits.team_of_card()
        if team is None:
            return
        self._edits.go_to(team.id)
        menu = self.kind_menu(team)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._board.viewport().mapToGlobal(point or self._board.glyph_rect(team.id).bottomLeft()))

    def kind_menu(self, team: Team) -> QMenu:
        menu = QMenu(self._board)
        self._fill_kinds(menu, team)
        return menu

    def _offer_kinds(self, menu: QMenu, team: Team) -> None:
        self._fill_kinds(menu.addMenu(tr("Kind")), team)

    def _fill_kinds(self, kinds: QMenu, team: Team) -> None:
        for kind, name in KIND_NAMES.items():
            change = ChangeField(team.subject, "kind", kind)
            action = _entry(kinds, name, "", partial(self._session.execute, change))
            action.setCheckable(True)
            action.setChecked(kind == team.kind)

    def _offer_links(self, menu: QMenu, team: Team) -> None:
        """Whom it reports to, and the application teams that an Application SRE team is embedded in."""
        reports = partial(self._edits.change, team, "parent")
        self._offer_teams(menu, tr("Reports to"), reports, (team.parent,) if team.parent else (), without=team.id)
        if team.kind == "application-sre":
            builders = [each for each in self._session.organization.teams if each.kind == "application"]
            turn = partial(self._edits.turn_support, team)
            self._offer_teams(menu, tr("Embedded in"), turn, team.supports, among=builders)

    def _offer_teams(
        self,
        menu: QMenu,
        title: str,
        act: Callable[[TeamId], object],
        checked: Iterable[TeamId],
        *,
        without: TeamId | None = None,
        among: Iterable[Team] | None = None,
    ) -> None:
        """Every team as a choice, in a menu that scrolls: there may be hundreds; made when it is first looked at."""
        within = menu.addMenu(title)
        within.setStyleSheet("QMenu { menu-scrollable: 1; }")
        marked = set(checked)
        teams = tuple(self._session.organization.teams if among is None else among)

        def fill() -> None:
            if within.isEmpty():
                for team in teams:
                    if team.id != without and (team.status != "archived" or team.id in marked):
                        action = _entry(within, as_menu_text(team.name), "", partial(act, team.id))
                        action.setCheckable(True)
                        action.setChecked(team.id in marked)

        within.aboutToShow.connect(fill)
        within.setEnabled(bool(teams))

    def tray_menu(self) -> QMenu:
        """What can be done with the row of the tray in hand."""
        menu = QMenu(self._tray)
        spot = self._tray.spot
        row = self._board.state.row_named(spot.row) if spot else None
        if row is None:
            return menu
        _entry(menu, tr("Take in hand"), "Space", self._tray.act)
        self._offer_teams(menu, tr("Answered for by"), partial(self._edits.move_to, row.id), row.raci.accountable)
        _entry(menu, tr("Agreed"), "", partial(self._edits.agree, row)).setEnabled(row.state != "agreed")
        menu.addSeparator()
        _entry(
            menu, tr("Suggest owners…"), "Ctrl+Shift+O", partial(self._session.inquiry_wanted.emit, "suggest-owners")
        )
        _entry(menu, tr("Walk a page…"), "Ctrl+Shift+P", partial(self._session.inquiry_wanted.emit, "walk-page"))
        _entry(menu, tr("Open in Inspector"), "Alt+Return", self._board.opened.emit)
        return menu


def _entry(menu: QMenu, text: str, key: str, act: Callable[[], object]) -> QAction:
    """A line of a menu that shows a key without taking it: the board itself takes it."""
    action = menu.addAction(f"{text}\t{key}" if key else text)
    action.triggered.connect(lambda _checked: act())
    return action
