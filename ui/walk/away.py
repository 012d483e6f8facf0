"""Who is away: a switch that opens the list of teams, each to be ticked."""

from __future__ import annotations

from orgmodel.model import Organization, TeamId
from orgmodel.sentences import counted
from ui.theme import Theme
from ui.tick_chip import TickChip, TickWords


class AwayChip(TickChip):
    """Says who is away; `ticked` are the ids of those teams."""

    def __init__(self, theme: Theme) -> None:
        words = TickWords("Who is away", "Teams that can be away", "Find a team", self._word)
        super().__init__(theme, "user-round", words)
        self.is_plain = True
        self._names: dict[TeamId, str] = {}

    def offer(self, organization: Organization) -> None:
        """The teams that can be away; who is not among them any more is not away either."""
        teams = [team for team in organization.teams if team.status != "archived"]
        self._names = {team.id: team.name for team in teams}
        self.offer_things(((team.id, team.name, team.kind) for team in teams), self.ticked)

    def _word(self) -> str:
        names = [self._names[team] for team in self.ticked]
        if not names:
            return "Everybody in"
        return f"{names[0]} is away" if len(names) == 1 else f"{counted(len(names), 'team')} are away"
