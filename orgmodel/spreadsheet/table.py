"""A table with teams in its head and rows in its first column, as people keep RACI charts in spreadsheets."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from orgmodel.commands.many import RowPlace
from orgmodel.model import (
    ALERT,
    AreaId,
    LayerId,
    Organization,
    Responsibility,
    RowId,
    ServiceId,
    Team,
    TeamId,
)
from orgmodel.spreadsheet.kinds import kind_said
from orgmodel.spreadsheet.letters import EMPTY, NO_LETTER, is_letters, letters_of, name_column, short
from orgmodel.spreadsheet.named import LONGEST_NAME, ByName, FreshIds, NewRows, folded
from orgmodel.spreadsheet.plan import Left, Taken

T = TypeVar("T", bound=Any)

MOST_NEW_TEAMS: Final = 200
_PLACE_HEADS: Final = ("service", "layer", "area")


class TeamColumns:
    """The teams that the head of a table names: those that are there, and new ones."""

    def __init__(self, organization: Organization, *, may_add: bool) -> None:
        self.new: list[Team] = []
        self._may_add = may_add
        self._known = ByName(organization.teams)
        self._ids = FreshIds((ALERT, *organization.team_by_id))
        self._named: set[str] = set()

    def team(self, name: str, *, is_lettered: bool) -> tuple[TeamId | None, str]:
        """The team of a column, a new one where nothing has that name; or None, and why."""
        if name in EMPTY:
            return None, "The column has no name of a team in the first line."
        found = self._known.called(name)
        if len(found) > 1:
            return None, "Several teams have that name: write the id of one instead."
        key = found[0].id if found else f" {folded(name)}"
        if key in self._named:
            return None, "The team stands twice in the first line."
        reason = "" if found else self._against_new(name, is_lettered=is_lettered)
        if reason:
            return None, reason
        self._named.add(key)
        if found:
            return found[0].id, ""
        self.new.append(Team(TeamId(self._ids.fresh(name)), name, kind=kind_said(name)))
        return self.new[-1].id, ""

    def _against_new(self, name: str, *, is_lettered: bool) -> str:
        if not is_lettered:
            return "No team has that name, and no letters stand below it."
        if not self._may_add:
            return "No team has that name."
        if len(self.new) >= MOST_NEW_TEAMS:
            return f"More than {MOST_NEW_TEAMS} new teams at once are left out."
        if len(name) > LONGEST_NAME:
            return f"A name of more than {LONGEST_NAME} characters is no name of a team."
        return ""


class TableReader:
    """One walk over the lines of a table; what came of it is in `taken`, `left`, `rows` and `new_teams`."""

    def __init__(
        self,
        organization: Organization,
        lines: tuple[tuple[str, ...], ...],
        place: RowPlace,
        *,
        may_add_rows: bool,
        may_add_teams: bool,
    ) -> None:
        self.taken: list[Taken] = []
        self.left: list[Left] = []
        self.rows = NewRows(organization)
        self.new_teams: list[Team] = []
        self._organization = organization
        self._lines = lines
        self._service, self._layer = place
        self._may_add_rows = may_add_rows
        self._may_add_teams = may_add_teams
        self._found = ByName(organization.responsibilities)
        self._services = ByName(organization.services)
        self._layers = ByName(organization.layers)
        self._areas = ByName(organization.areas)
        self._seen: set[RowId] = set()
        self._places: dict[str, int] = {}
        self._name_column = 0
        self._teams: dict[int, TeamId] = {}

    def read(self) -> TableReader:
        self._read_head()
        for number, line in enumerate(self._lines[1:], 2):
            self._read_line(number, line)
        return self

    def _read_head(self) -> None:
        """The columns of the rows' names, of where they belong, and of the teams."""
        head = self._lines[0]
        words = [folded(cell) for cell in head]
        self._name_column = name_column(head)
        before = words[: self._name_column] + words[self._name_column + 1 : self._name_column + 2]
        self._places = {word: words.index(word) for word in _PLACE_HEADS if word in before}
        own = {self._name_column, *self._places.values()}
        lettered = {column for line in self._lines[1:] for column, cell in enumerate(line) if is_letters(cell)} - own
        teams = TeamColumns(self._organization, may_add=self._may_add_teams)
        for column in sorted({*lettered, *range(len(head))} - own):
            name = head[column] if column < len(head) else ""
            if name in EMPTY and column not in lettered:
                continue
            team, reason = teams.team(name, is_lettered=column in lettered)
            if team is None:
                self._leave(1, column, name, reason)
            else:
                self._teams[column] = team
        self.new_teams = teams.new

    def _read_line(self, number: int, line: tuple[str, ...]) -> None:
        said = {column: cell for column, cell in enumerate(line) if cell not in EMPTY}
        if not said:
            return
        name = said.get(self._name_column)
        if name is None:
            column = min(said)
            self._leave(number, column, said[column], "The line names no row.")
            return
        if len(said) == 1 and not self._found.called(name) and (layer := self._layers.only(name)) is not None:
            self._layer = layer.id
            return
        row = self._row(number, name, said)
        if row is None:
            return
        for column, team in self._teams.items():
            self._read_cell(number, column, line[column] if column < len(line) else "", row, team)

    def _row(self, number: int, name: str, said: dict[int, str]) -> RowId | None:
        """The row of that name, a new one where none has it; None where neither can be, which is said."""
        service, layer, area = self._belongs(number, said)
        candidates = self._found.called(name)
        found = self._chosen(candidates, service)
        if found is None and len(candidates) > 1 and "service" not in self._places:
            self._leave(number, self._name_column, name, "Several rows have that name: write the id of one instead.")
            return None
        if found is not None:
            if found.id in self._seen:
                self._leave(number, self._name_column, name, "The row stands twice in what is pasted.")
                return None
            self._seen.add(found.id)
            return found.id
        reason = self.rows.reason_against(name, service, may_add=self._may_add_rows)
        if reason is None:
            return self.rows.add(name, service, layer, area)
        self._leave(number, self._name_column, name, reason)
        return None

    def _chosen(self, candidates: list[Responsibility], service: ServiceId | None) -> Responsibility | None:
        """Of rows of one name the one of that service; without columns of services the only one there is."""
        here = [row for row in candidates if row.service == service]
        if len(here) == 1:
            return here[0]
        return candidates[0] if len(candidates) == 1 and "service" not in self._places else None

    def _belongs(self, number: int, said: dict[int, str]) -> tuple[ServiceId | None, LayerId | None, AreaId | None]:
        """Where a row of the line belongs: what its own columns say, else where everything goes."""
        service = self._named(number, said, "service", self._services)
        layer = self._named(number, said, "layer", self._layers)
        area = self._named(number, said, "area", self._areas)
        return (
            self._service if "service" not in self._places else service.id if service else None,
            self._layer if "layer" not in self._places else layer.id if layer else None,
            area.id if area else None,
        )

    def _named(self, number: int, said: dict[int, str], word: str, things: ByName[T]) -> T | None:
        """The thing that a line names in the column of such things."""
        column = self._places.get(word, -1)
        name = said.get(column)
        thing = things.only(name) if name else None
        if name and thing is None:
            self._leave(number, column, name, f"No {word} has that name.")
        return thing

    def _read_cell(self, number: int, column: int, cell: str, row: RowId, team: TeamId) -> None:
        letters = letters_of(cell)
        if letters is None and cell not in EMPTY:
            self._leave(number, column, cell, f"“{short(cell)}” {NO_LETTER}")
            return
        there = self._organization.row_by_id.get(row)
        before = there.raci.get(team) if there is not None else None
        if letters is not None or before is not None:
            self.taken.append(Taken(row, team, before, letters))
        if letters is not None and there is None:
            self.rows.assign(row, team, letters)

    def _leave(self, line: int, column: int, text: str, reason: str) -> None:
        self.left.append(Left(line, column + 1, text, reason))
