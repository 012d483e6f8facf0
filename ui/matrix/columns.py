"""Which columns the matrix has, how wide they are and where they stand, in pixels of the whole content."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from orgmodel.model import Organization, TeamId, TeamKind
from orgmodel.model.value import value

MARK_WIDTH: Final = 28
NAME_WIDTH: Final = 276
FROZEN_WIDTH: Final = MARK_WIDTH + NAME_WIDTH
AREA_WIDTH: Final = 160
PAGED_WIDTH: Final = 30
RUNBOOK_WIDTH: Final = 30
STATE_WIDTH: Final = 92

_SHORTER: Final = {
    "Application": "App",
    "Infrastructure": "Infra",
    "Engineering": "Eng",
    "Operations": "Ops",
    "Development": "Dev",
    "Management": "Mgmt",
    "Frontline": "Front",
    "Database": "DB",
}


@value
class TeamColumn:
    """A team's column; a *missing* one is named by rows and defined nowhere, so it is shown as a ghost."""

    team: TeamId
    name: str
    kind: TeamKind
    people: int | None = None
    missing: bool = False

    @property
    def short_name(self) -> str:
        """`Web SRE` of Web Application SRE, `Infra SRE` of Infrastructure SRE: for narrow places."""
        words = [_SHORTER.get(word, word) for word in self.name.split() if word != "Team"]
        telling = [word for word in words if word != "App"]
        return " ".join(telling if set(telling) - {"SRE"} else words) or self.name


@value(indexed=True)
class Columns:
    """The mark and the name stay in place; teams, area, paged, runbook and state scroll."""

    teams: tuple[TeamColumn, ...]

    @cached_property
    def team_width(self) -> int:
        if len(self.teams) < 9:
            return 116
        return 88 if len(self.teams) < 15 else 64

    @cached_property
    def place_of(self) -> dict[TeamId, int]:
        return {column.team: place for place, column in enumerate(self.teams)}

    @property
    def area_x(self) -> int:
        return FROZEN_WIDTH + len(self.teams) * self.team_width

    @property
    def paged_x(self) -> int:
        return self.area_x + AREA_WIDTH

    @property
    def runbook_x(self) -> int:
        return self.paged_x + PAGED_WIDTH

    @property
    def state_x(self) -> int:
        return self.runbook_x + RUNBOOK_WIDTH

    @property
    def width(self) -> int:
        return self.state_x + STATE_WIDTH

    def team_x(self, place: int) -> int:
        return FROZEN_WIDTH + place * self.team_width


def columns_of(organization: Organization) -> Columns:
    """A column for every team, archived ones only where they hold a letter, and ghosts for teams that are missing."""
    named = dict.fromkeys(team for row in organization.responsibilities for team in row.raci)
    known = organization.team_by_id
    shown = [
        TeamColumn(team.id, team.name, team.kind, team.people)
        for team in organization.teams
        if team.status != "archived" or team.id in named
    ]
    ghosts = [TeamColumn(team, str(team), "other", missing=True) for team in named if team not in known]
    return Columns((*shown, *ghosts))
