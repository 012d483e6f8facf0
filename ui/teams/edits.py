"""What keys and menus of the board do to the document: one gesture, one command, one undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRect

from orgmodel.commands import AddTeam, AssignTeam, ChangeField, DuplicateTeam, MoveAccountability, RemoveTeam
from orgmodel.diagram.board_groups import BoardGroup
from orgmodel.model import Letters, Responsibility, RowId, Team, TeamId, id_from_name
from ui.field_in_place import FieldInPlace
from ui.session import Session
from ui.teams.board_view import BoardView
from ui.teams.spots import NEW_TEAM, Spot
from ui.translation import tr


class BoardEdits(QObject):
    """Edits of what the keys are on."""

    def __init__(self, session: Session, board: BoardView) -> None:
        super().__init__(board)
        self._session, self._board = session, board
        self.field: FieldInPlace | None = None

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
        """F2: another name, typed over the one of the row or the card in hand."""
        held = self.held_row()
        if held:
            self._rename_row(*held)
            return
        team = self.team_of_card()
        if team is None:
            return
        self.go_to(team.id)
        self._type(
            tr("Another name for {team}", team=team.name),
            team.name,
            lambda name: self._session.execute(ChangeField(team.subject, "name", name)),
            self._board.name_rect(team.id),
        )

    def _rename_row(self, row: Responsibility, team: TeamId) -> None:
        board, spot = self._board, self._board.spot
        if spot is None:
            return
        board.state.open_up(team, row.id)
        board.fit()
        board.go(spot)
        self._type(
            tr("Another name for {name}", name=row.name),
            row.name,
            lambda name: self._session.execute(ChangeField(row.subject, "name", name)),
            board.rect_of(spot),
        )

    def ask_headcount(self) -> None:
        """How many people, typed where the number stands; emptied, it is unknown."""
        team = self.team_of_card()
        if team is None:
            return
        self.go_to(team.id)
        now = "" if team.headcount is None else str(team.headcount)
        title = tr("People of {team}; empty is unknown", team=team.name)
        place = self._board.people_rect(team.id).adjusted(0, 0, 30, 0)
        self._type(title, now, partial(self._set_headcount, team), place, may_clear=True)
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
        team = self.team_of_card()
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
        team = self.team_of_card()
        if team is not None:
            self._session.select(team.subject)
            self._session.inquiry_wanted.emit("what-if")

    def team_of_card(self) -> Team | None:
        spot = self._board.spot
        return self._session.organization.team_by_id.get(spot.team) if spot else None

    def go_to(self, team: TeamId) -> None:
        if self._board.spot != Spot(team):
            self._board.go(Spot(team))

    # Rows

    def set_letters(self, letters: Letters) -> None:
        held = self.held_row()
        if held:
            self._session.execute(AssignTeam(held[0].id, held[1], letters))

    def move_to(self, row: RowId, team: TeamId) -> None:
        if self._session.execute(MoveAccountability(row, team)):
            self._session.select(self._session.organization.row_by_id[row].subject, team=team)
            self._board.hand.landed.emit(self._session.selection[0])

    def agree(self, row: Responsibility) -> None:
        self._session.execute(ChangeField(row.subject, "state", "agreed"))

    def change(self, team: Team, field: str, given: object) -> None:
        held = getattr(team, field)
        self._session.execute(ChangeField(team.subject, field, None if held == given else given))

    def turn_support(self, team: Team, served: TeamId) -> None:
        """Embedded or no longer, whichever it was not."""
        kept = tuple(each for each in team.supports if each != served)
        after = kept if len(kept) < len(team.supports) else (*team.supports, served)
        self._session.execute(ChangeField(team.subject, "supports", after))

    def take_card(self) -> None:
        team = self.team_of_card()
        if team is not None:
            self.go_to(team.id)
            self._board.act(takes=True)

    def remove_card(self) -> None:
        team = self.team_of_card()
        if team is not None:
            self._session.execute(RemoveTeam(team.id))

    # Fields

    def _type(
        self, title: str, text: str, done: Callable[[str], object], place: QRect, *, may_clear: bool = False
    ) -> None:
        parent = self._board.viewport()
        self.field = FieldInPlace(title, text, done, parent, may_clear=may_clear)
        place.moveRight(min(place.right(), parent.rect().right() - 4))
        self.field.open_at(place)
