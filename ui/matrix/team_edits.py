"""Teams as columns: added, renamed in their heads, moved, duplicated, hidden, taken away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect

from orgmodel.commands import AddTeam, ChangeField, MoveTeam, RemoveTeam, Together
from orgmodel.commands.duplicates import DuplicateTeam
from orgmodel.model import ALERT, Team, TeamId, id_from_name, subject
from orgmodel.sentences import counted
from ui.field_in_place import FieldInPlace
from ui.matrix.columns import FROZEN_WIDTH
from ui.matrix.layout import LINE_HEIGHT
from ui.matrix.navigation import HEAD_LINE, Place
from ui.matrix.scene import Drop
from ui.matrix.view import MatrixView
from ui.session import Session
from ui.translation import tr

_FIELD_WIDTH: Final = 200
_FIELD_TOP: Final = 38
_NEW_TOP: Final = 8
"""Above the words in the heads of the facts, over which the next column will be."""


class TeamEdits:
    """Of the selected columns, else of the one in hand. A ghost is no team yet: a name makes it one."""

    def __init__(self, session: Session, view: MatrixView) -> None:
        self._session, self._view = session, view

    def add(self) -> None:
        """Ask for the name of a team whose column will be the last; Enter asks for the next one."""
        bar = self._view.horizontalScrollBar()
        bar.setValue(bar.maximum())
        field = FieldInPlace(tr("Name of the new team"), "", self._add, self._view.viewport())
        field.entered.connect(self.add)
        field.open_at(self._place_at(self._view.state.columns.facts_x - self._view.port.x + 4, _NEW_TOP))

    def _add(self, name: str) -> None:
        team = Team(self._new_id(name), name)
        if self._session.execute(AddTeam(team)):
            self._session.select(team.subject)

    def _new_id(self, name: str) -> TeamId:
        return TeamId(id_from_name(name, {ALERT, *self._session.organization.team_by_id}))

    def _place_at(self, left: int, top: int = _FIELD_TOP) -> QRect:
        """Where a name is typed in the head; left of the edge of the screen."""
        left = max(FROZEN_WIDTH, min(left, self._view.port.width - _FIELD_WIDTH - 4))
        return self._view.on_screen(QRect(left, top, _FIELD_WIDTH, LINE_HEIGHT))

    def rename(self) -> None:
        """Ask for another name in the head of the column; a ghost's name makes it a team."""
        column = self._view.team_in_hand()
        if column is None:
            return
        place = self._view.state.columns.place_of[column.team]
        self._view.reveal(Place(HEAD_LINE, place))
        box = self._view.state.columns.team_x(place) - self._view.port.x

        def take(name: str) -> None:
            if column.missing:
                self._session.execute(AddTeam(Team(column.team, name)))
            else:
                self._session.execute(ChangeField(subject("team", column.team), "name", name))

        title = tr("Another name for {name}", name=column.name)
        FieldInPlace(title, column.name, take, self._view.viewport()).open_at(self._place_at(box))

    def duplicate(self) -> None:
        """A team of the same kind and size beside each; its letters are its own."""
        teams = self._there()
        if teams:
            before = self._session.organization.team_by_id
            copies = tuple(DuplicateTeam(team) for team in teams)
            title = tr("Duplicate {teams}", teams=counted(len(teams), "team"))
            if self._session.execute(copies[0] if len(copies) == 1 else Together(title, copies)):
                new = [team for team in self._session.organization.teams if team.id not in before]
                self._session.select(new[0].subject)

    def remove(self) -> None:
        """Take the teams away, with their letters; Undo brings them back."""
        teams = self._there()
        if len(teams) == 1:
            self._session.execute(RemoveTeam(teams[0]))
        elif teams:
            title = tr("Remove {teams}", teams=counted(len(teams), "team"))
            self._session.execute(Together(title, tuple(RemoveTeam(team) for team in teams)))

    def step(self, by: int) -> None:
        """One column to the left or right."""
        teams = self._there()
        columns = [column.team for column in self._view.state.columns.teams if not column.missing]
        places = sorted(columns.index(team) for team in teams)
        if not places:
            return
        edge = places[0] - 1 if by < 0 else places[-1] + 1
        if 0 <= edge < len(columns):
            self._move(teams, columns[edge], behind=by > 0)

    def drop(self, drop: Drop) -> None:
        """Put the column left of another one, or last."""
        columns = [column.team for column in self._view.state.columns.teams if not column.missing]
        teams = self._there()
        if drop.column is None or not teams:
            return
        if drop.column < len(columns):
            self._move(teams, columns[drop.column], behind=False)
        elif columns:
            self._move(teams, columns[-1], behind=True)

    def _move(self, teams: list[TeamId], target: TeamId, *, behind: bool) -> None:
        if target in teams:
            return
        before = [team.id for team in self._session.organization.teams]
        left = [team for team in before if team not in teams]
        at = left.index(target) + behind
        after = [*left[:at], *teams, *left[at:]]
        # Each one is put at its last place from the left on, so that none is moved from there again.
        commands = []
        now = list(before)
        for place, team in enumerate(after):
            if now[place] != team:
                now.remove(team)
                now.insert(place, team)
                commands.append(MoveTeam(team, place))
        if len(teams) == 1:
            self._session.execute(MoveTeam(teams[0], after.index(teams[0])))
        elif commands:
            self._session.execute(Together(tr("Move {teams}", teams=counted(len(teams), "team")), tuple(commands)))
        head = self._view.hand.place(self._view.state) or self._view.hand.head(self._view.state)
        if head:
            self._view.reveal(head)

    def _there(self) -> list[TeamId]:
        known = self._session.organization.team_by_id
        return [team for team in self._view.team_ids() if team in known]
