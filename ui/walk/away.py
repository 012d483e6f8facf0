"""Who is away: a switch that opens the list of teams, each to be ticked."""

from __future__ import annotations

from PySide6.QtCore import Signal

from orgmodel.model import Organization, TeamId
from orgmodel.sentences import counted
from ui.chips import Chip
from ui.theme import Theme
from ui.tick_list import TickList


class AwayChip(Chip):
    """Says who is away, and is on while anybody is."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Everybody in", ("icon", "user-round"))
        self._has_choices = True
        self.is_plain = True
        self._names: dict[TeamId, str] = {}
        self.away: tuple[TeamId, ...] = ()
        """In the order of the file."""
        self.list = TickList(theme, "Teams that can be away", "Find a team", self)
        self.list.ticked.connect(self._tick)

    def offer(self, organization: Organization) -> None:
        """The teams that can be away; who is not among them any more is not away either."""
        teams = [team for team in organization.teams if team.status != "archived"]
        self._names = {team.id: team.name for team in teams}
        self.list.offer((team.id, team.name, team.kind) for team in teams)
        self.show_away(self.away)

    def show_away(self, away: tuple[TeamId, ...]) -> None:
        self.away = tuple(team for team in self._names if team in set(away))
        self.list.show_ticks(self.away)
        names = [self._names[team] for team in self.away]
        word = f"{names[0]} is away" if len(names) == 1 else f"{counted(len(names), 'team')} are away"
        self.word = self.short_text = word if names else "Everybody in"
        self.setAccessibleName(f"Who is away: {self.word}")
        self.setChecked(bool(names))
        self.updateGeometry()
        self.update()

    def set_away(self, team: TeamId, *, is_away: bool) -> None:
        wanted = {*self.away, team} if is_away else {*self.away} - {team}
        if wanted != set(self.away):
            self.show_away(tuple(wanted))
            self.changed.emit()

    def nextCheckState(self) -> None:
        self.list.open_under(self)

    def _tick(self, team: TeamId, is_away: bool) -> None:  # noqa: FBT001 (as the signal brings it)
        self.set_away(team, is_away=is_away)
