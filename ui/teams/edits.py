"""What keys and menus of the board do to the document: one gesture, one command, one undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from orgmodel.commands import AddTeam, AssignTeam, ChangeField, DuplicateTeam, MoveAccountability, RemoveTeam
from orgmodel.diagram.board_groups import BoardGroup
from orgmodel.model import KIND_NAMES, PHRASES, Letters, Responsibility, RowId, Team, TeamId, id_from_name
from ui.plain_text import as_menu_text
from ui.session import Session
from ui.teams.board_view import BoardView
from ui.teams.spots import NEW_TEAM, Spot, TraySpot
from ui.teams.tray_view import TrayView
from ui.teams.typed_field import TypedField
from ui.translation import tr

_LETTERS: tuple[tuple[Letters, str], ...] = (("A", "A"), ("AR", "Shift+R"), ("R", "R"))


class BoardEdits(QObject):
    """Edits of what the keys are on."""

    def __init__(self, session: Session, board: BoardView, tray: TrayView) -> None:
        super().__init__(board)
        self._session, self._board, self._tray = session, board, tray
        self.field: TypedField | None = None

    # What the keys are on

    def team(self) -> Team | None:
        """The team of the card in hand, where its head is in hand and it exists."""
        spot = self._board.spot
        if spot is None or spot.part == "row":
            return None
        return self._session.organization.team_by_id.get(spot.team)

    def held_row(self) -> tuple[Responsibility, TeamId] | None:
        """The row in hand and the team on whose card it stands."""
        spot = self._board.spot
        row = self._board.state.row_named(spot.row) if spot and spot.part == "row" else None
        return (row, spot.team) if row and spot else None

    # Teams

    def rename(self) -> None:
        """F2: another name, typed over the one on the card."""
        team = self._team_of_card()
        if team is None:
            return
        self._go_to(team.id)
        self._type(
            tr("Another name for {team}", team=team.name),
            team.name,
            lambda name: name and self._session.execute(ChangeField(team.subject, "name", name)),
            self._board.name_rect(team.id),
        )

    def ask_headcount(self) -> None:
        """How many people, typed where the number stands; emptied, it is unknown."""
        team = self._team_of_card()
        if team is None:
            return
        self._go_to(team.id)
        now = "" if team.headcount is None else str(team.headcount)
        title = tr("People of {team}; empty is unknown", team=team.name)
        place = self._board.people_rect(team.id).adjusted(0, 0, 30, 0)
        self._type(title, now, partial(self._set_headcount, team), place)
        if self.field:
            self.field.setPlaceholderText(tr("unknown"))

    def _set_headcount(self, team: Team, typed: str) -> None:
        if typed and not (typed.isascii() and typed.isdigit()):
            self._session.refused.emit(tr("“{typed}” is no number of people: type a whole number.", typed=typed))
            return
        count = int(typed) if typed else None
        self._session.execute(ChangeField(team.subject, "headcount", count))

    def ask_team(self) -> None:
        """A new team: its name is typed where its card will be; it gets the kind or the parent of the group in hand."""
        group = self._group_in_hand()
        if self._board.spot != NEW_TEAM:
            self._board.go(NEW_TEAM, selects=False)
        rect = self._board.rect_of(NEW_TEAM)
        place = QRect(rect.left() + 12, rect.center().y() - 15, max(140, rect.width() - 24), 30)
        self._type(tr("Name of the new team"), "", partial(self._add_team, group), place)

    def _add_team(self, group: BoardGroup | None, name: str) -> None:
        if not name:
            return
        identifier = TeamId(id_from_name(name, {*self._session.organization.team_by_id, "alert"}))
        kind = group.kind if group and group.kind else "other"
        team = Team(identifier, name, kind, parent=group.parent if group else None)
        if self._session.execute(AddTeam(team)):
            self._session.select(team.subject)
            self._board.go(Spot(team.id))

    def _group_in_hand(self) -> BoardGroup | None:
        spot = self._board.spot
        return next((group for group in self._board.state.groups if spot and spot.team in group.teams), None)

    def duplicate(self) -> None:
        """Ctrl+Shift+D: another team like it, with no rows."""
        team = self._team_of_card()
        before = set(self._session.organization.team_by_id)
        if team is not None and self._session.execute(DuplicateTeam(team.id)):
            new = next(each for each in self._session.organization.teams if each.id not in before)
            self._session.select(new.subject)
            self._board.go(Spot(new.id))

    def remove(self) -> None:
        """Del: the team whose card is in hand goes; of a row in hand it has nothing any more. Undo mends."""
        held = self.held_row()
        if held:
            self._session.execute(AssignTeam(held[0].id, held[1], None))
            return
        team = self.team()
        if team is not None and self._board.spot and self._board.spot.part == "head":
            self._session.execute(RemoveTeam(team.id))

    def ask_what_if(self) -> None:
        """M: the window that tries merging, splitting, halving and removing, about the team in hand."""
        team = self._team_of_card()
        if team is not None:
            self._session.select(team.subject)
            self._session.inquiry_wanted.emit("what-if")

    def _team_of_card(self) -> Team | None:
        spot = self._board.spot
        return self._session.organization.team_by_id.get(spot.team) if spot else None

    def _go_to(self, team: TeamId) -> None:
        if self._board.spot != Spot(team):
            self._board.go(Spot(team))

    # Rows

    def set_letters(self, letters: Letters) -> None:
        held = self.held_row()
        if held:
            self._session.execute(AssignTeam(held[0].id, held[1], letters))

    def _move_to(self, row: RowId, team: TeamId) -> None:
        if self._session.execute(MoveAccountability(row, team)):
            self._session.select(self._session.organization.row_by_id[row].subject, team=team)

    def agree(self, row: Responsibility) -> None:
        self._session.execute(ChangeField(row.subject, "state", "agreed"))

    # Menus

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
        held = self.held_row()
        return self._row_menu(*held) if held else self._card_menu()

    def _row_menu(self, row: Responsibility, team: TeamId) -> QMenu:
        menu = QMenu(self._board)
        now = row.letters_of(team)
        for letters, key in _LETTERS:
            action = _entry(menu, f"{letters}: {PHRASES[letters]}", key, partial(self.set_letters, letters))
            action.setCheckable(True)
            action.setChecked(letters == now)
        menu.addSeparator()
        _entry(menu, tr("Take in hand"), "Space", lambda: self._board.act(takes=True))
        self._offer_teams(menu, tr("Answered for by"), partial(self._move_to, row.id), row.raci.accountable)
        _entry(menu, tr("Clear"), "Del", self.remove)
        menu.addSeparator()
        _entry(menu, tr("Walk a page…"), "Ctrl+Shift+P", partial(self._session.inquiry_wanted.emit, "walk-page"))
        _entry(menu, tr("Open in Inspector"), "Alt+Return", self._board.opened.emit)
        return menu

    def _card_menu(self) -> QMenu:
        menu = QMenu(self._board)
        team = self._team_of_card()
        is_there = team is not None
        _entry(menu, tr("Rename…"), "F2", self.rename).setEnabled(is_there)
        _entry(menu, tr("People…"), "H", self.ask_headcount).setEnabled(is_there)
        if team is not None:
            self._offer_kinds(menu, team)
            self._offer_links(menu, team)
        menu.addSeparator()
        _entry(menu, tr("Take in hand"), "Space", self._take_card).setEnabled(is_there)
        _entry(menu, tr("What if: merge, split, halve, remove…"), "M", self.ask_what_if).setEnabled(is_there)
        _entry(menu, tr("Open in Inspector"), "Enter", self._board.opened.emit).setEnabled(is_there)
        menu.addSeparator()
        _entry(menu, tr("Duplicate team"), "Ctrl+Shift+D", self.duplicate).setEnabled(is_there)
        _entry(menu, tr("Remove team"), "Del", self._remove_card).setEnabled(is_there)
        return menu

    def ask_kind(self, point: QPoint | None = None) -> None:
        """K, or a click on the glyph: the kinds that there are, the team's own checked."""
        team = self._team_of_card()
        if team is None:
            return
        self._go_to(team.id)
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
        reports = partial(self._change, team, "parent")
        self._offer_teams(menu, tr("Reports to"), reports, (team.parent,) if team.parent else (), without=team.id)
        if team.kind == "application-sre":
            builders = [each for each in self._session.organization.teams if each.kind == "application"]
            turn = partial(self._turn_support, team)
            self._offer_teams(menu, tr("Embedded in"), turn, team.supports, among=builders)

    def _change(self, team: Team, field: str, given: object) -> None:
        held = getattr(team, field)
        self._session.execute(ChangeField(team.subject, field, None if held == given else given))

    def _turn_support(self, team: Team, served: TeamId) -> None:
        """Embedded or no longer, whichever it was not."""
        kept = tuple(each for each in team.supports if each != served)
        after = kept if len(kept) < len(team.supports) else (*team.supports, served)
        self._session.execute(ChangeField(team.subject, "supports", after))

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
        row = self._board.state.row_named(spot.row) if isinstance(spot, TraySpot) else None
        if row is None:
            return menu
        _entry(menu, tr("Take in hand"), "Space", self._tray.act)
        self._offer_teams(menu, tr("Answered for by"), partial(self._move_to, row.id), row.raci.accountable)
        _entry(menu, tr("Agreed"), "", partial(self.agree, row)).setEnabled(row.state != "agreed")
        menu.addSeparator()
        _entry(
            menu, tr("Suggest owners…"), "Ctrl+Shift+O", partial(self._session.inquiry_wanted.emit, "suggest-owners")
        )
        _entry(menu, tr("Walk a page…"), "Ctrl+Shift+P", partial(self._session.inquiry_wanted.emit, "walk-page"))
        _entry(menu, tr("Open in Inspector"), "Alt+Return", self._board.opened.emit)
        return menu

    def _take_card(self) -> None:
        team = self._team_of_card()
        if team is not None:
            self._go_to(team.id)
            self._board.act(takes=True)

    def _remove_card(self) -> None:
        team = self._team_of_card()
        if team is not None:
            self._session.execute(RemoveTeam(team.id))

    # Fields

    def _type(self, title: str, text: str, done: Callable[[str], object], place: QRect) -> None:
        def take(typed: str) -> None:
            done(typed)

        parent: QWidget = self._board.viewport()
        self.field = TypedField(title, text, take, parent, self._board)
        room = parent.rect()
        place.moveRight(min(place.right(), room.right() - 4))
        self.field.open_at(place)


def _entry(menu: QMenu, text: str, key: str, act: Callable[[], object]) -> QAction:
    """A line of a menu that shows a key without taking it: the board itself takes it."""
    action = menu.addAction(f"{text}\t{key}" if key else text)
    action.triggered.connect(lambda _checked: act())
    return action
