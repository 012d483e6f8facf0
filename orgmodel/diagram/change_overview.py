"""What each team answers for, before as an outline over what it answers for now as a solid bar: one scale for all."""

from __future__ import annotations

from typing import Final

from orgmodel.model import Organization, Team, TeamId, TeamKind
from orgmodel.model.value import value

FEW: Final = 12
"""Up to so many teams all are shown; of more only those whose count changes."""
THICK: Final = 0.3
"""Each bar's height as a share of its row's."""
BETWEEN: Final = 0.06
"""The gap between the two bars, as a share of the row's height."""


@value
class TeamBars:
    """A team's two counts of rows, and the widths of their bars; None where the team is not there."""

    team: TeamId
    name: str
    kind: TeamKind
    before: int | None
    after: int | None
    outline: float | None
    solid: float | None

    @property
    def moved(self) -> int:
        """How many rows more, or fewer where it is negative."""
        return (self.after or 0) - (self.before or 0)


@value
class ChangeOverview:
    """The teams in their order, those that are gone last; `same` more teams answer for as many rows as before."""

    bars: tuple[TeamBars, ...]
    same: int
    most: int


def change_overview(
    before: Organization, after: Organization, room: float, asked: tuple[TeamId, ...] = ()
) -> ChangeOverview:
    """Bars no wider than `room`, in its unit; archived teams, and where some are asked for all others, are left out."""
    was, now = _counted(before), _counted(after)
    kept = {team.id: team for team in after.teams if _is_there(team)}
    gone = [team for team in before.teams if _is_there(team) and team.id not in kept]
    earlier = {team.id for team in before.teams if _is_there(team)}
    most = max((*was.values(), *now.values()), default=0)
    every = []
    for team in (*kept.values(), *gone):
        if asked and team.id not in asked:
            continue
        old = was.get(team.id, 0) if team.id in earlier else None
        new = now.get(team.id, 0) if team.id in kept else None
        every.append(TeamBars(team.id, team.name, team.kind, old, new, _wide(old, most, room), _wide(new, most, room)))
    shown = every if len(every) <= FEW else [each for each in every if each.before != each.after]
    return ChangeOverview(tuple(shown), len(every) - len(shown), most)


def _is_there(team: Team) -> bool:
    return team.status != "archived"


def _counted(organization: Organization) -> dict[TeamId, int]:
    counts: dict[TeamId, int] = {}
    for row in organization.responsibilities:
        for team in row.raci.accountable:
            counts[team] = counts.get(team, 0) + 1
    return counts


def _wide(count: int | None, most: int, room: float) -> float | None:
    if count is None:
        return None
    return count * room / most if most else 0.0
