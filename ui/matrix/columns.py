"""Which columns the matrix has, how wide they are and where they stand, in pixels of the whole content."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain
from typing import Final, Literal, NewType, get_args

from orgmodel.model import Organization, TeamId, TeamKind
from orgmodel.model.value import value

MARK_WIDTH: Final = 28
NAME_WIDTH: Final = 276
FROZEN_WIDTH: Final = MARK_WIDTH + NAME_WIDTH

Fact = Literal["area", "paged", "runbook", "state"]
"""What else stands beside the letters of a row, each in a column of its own."""
FACTS: Final[tuple[Fact, ...]] = get_args(Fact)
FACT_WIDTHS: Final[dict[Fact, int]] = {"area": 160, "paged": 30, "runbook": 30, "state": 92}
AREA_WIDTH: Final = FACT_WIDTHS["area"]
WIDEST_AREA: Final = 300
AREA_INSET: Final = 19
"""What the column of areas has beside the name."""

NAME_COLUMN: Final = -1
"""The place of the name among the columns that a cell can be in; teams count from 0, and the facts after them."""

ColumnKey = NewType("ColumnKey", str)
"""A column by what it is of: `team:web-sre`, `fact:area`, or the name."""
NAME_KEY: Final = ColumnKey("name")


def team_key(team: TeamId) -> ColumnKey:
    return ColumnKey(f"team:{team}")


def fact_key(fact: Fact) -> ColumnKey:
    return ColumnKey(f"fact:{fact}")


def team_of(key: ColumnKey | None) -> TeamId | None:
    """The team whose column that is; None for the name and the facts."""
    return TeamId(key[5:]) if key is not None and key.startswith("team:") else None


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
    """The mark and the name stay in place; teams and facts scroll. What is `hidden` has no place."""

    teams: tuple[TeamColumn, ...]
    facts: tuple[Fact, ...] = FACTS
    hidden: tuple[TeamColumn, ...] = ()
    area_width: int = AREA_WIDTH

    @cached_property
    def team_width(self) -> int:
        if len(self.teams) < 9:
            return 116
        return 88 if len(self.teams) < 15 else 64

    @cached_property
    def place_of(self) -> dict[TeamId, int]:
        return {column.team: place for place, column in enumerate(self.teams)}

    @cached_property
    def keys(self) -> tuple[ColumnKey, ...]:
        """Every column behind the name, from the left."""
        return (*(team_key(column.team) for column in self.teams), *(fact_key(fact) for fact in self.facts))

    @cached_property
    def place_of_key(self) -> dict[ColumnKey, int]:
        return {NAME_KEY: NAME_COLUMN} | {key: place for place, key in enumerate(self.keys)}

    @cached_property
    def by_team(self) -> dict[TeamId, TeamColumn]:
        """Every team that has a column or would have one."""
        return {column.team: column for column in (*self.teams, *self.hidden)}

    @property
    def last(self) -> int:
        """The place of the column at the far right."""
        return len(self.teams) + len(self.facts) - 1

    def key_at(self, place: int) -> ColumnKey:
        return NAME_KEY if place == NAME_COLUMN else self.keys[place]

    def fact_at(self, place: int) -> Fact | None:
        """The fact of a column; None for the name and the teams."""
        return self.facts[place - len(self.teams)] if place >= len(self.teams) else None

    @property
    def facts_x(self) -> int:
        """Where the teams end and the facts begin."""
        return FROZEN_WIDTH + len(self.teams) * self.team_width

    @cached_property
    def fact_x(self) -> dict[Fact, int]:
        """Where the column of each fact that is shown begins."""
        found, x = {}, self.facts_x
        for fact in self.facts:
            found[fact] = x
            x += self.fact_width(fact)
        return found

    def fact_width(self, fact: Fact) -> int:
        return self.area_width if fact == "area" else FACT_WIDTHS[fact]

    @property
    def width(self) -> int:
        return self.facts_x + sum(map(self.fact_width, self.facts))

    def team_x(self, place: int) -> int:
        return FROZEN_WIDTH + place * self.team_width

    def x_of(self, place: int) -> int:
        """Where a column behind the name begins."""
        fact = self.fact_at(place)
        return self.fact_x[fact] if fact else self.team_x(place)

    def width_of(self, place: int) -> int:
        fact = self.fact_at(place)
        return self.fact_width(fact) if fact else self.team_width

    def place_at(self, x: int) -> int | None:
        """The column at a place across the content, behind the frozen ones; None right of the last."""
        if x < self.facts_x:
            return (x - FROZEN_WIDTH) // self.team_width
        places = enumerate(self.facts, start=len(self.teams))
        return next((at for at, fact in places if x < self.fact_x[fact] + self.fact_width(fact)), None)


def columns_of(
    organization: Organization,
    hidden_teams: AbstractSet[TeamId] = frozenset(),
    hidden_facts: AbstractSet[Fact] = frozenset(),
) -> Columns:
    """A column for every team, archived ones only where they hold a letter, and ghosts for teams that are missing."""
    named = dict.fromkeys(chain.from_iterable(row.raci for row in organization.responsibilities))
    known = organization.team_by_id
    shown = [
        TeamColumn(team.id, team.name, team.kind, team.people)
        for team in organization.teams
        if team.status != "archived" or team.id in named
    ]
    ghosts = [TeamColumn(team, str(team), "other", missing=True) for team in named if team not in known]
    every = (*shown, *ghosts)
    if not hidden_teams and not hidden_facts:
        return Columns(every)
    return Columns(
        tuple(column for column in every if column.team not in hidden_teams),
        tuple(fact for fact in FACTS if fact not in hidden_facts),
        tuple(column for column in every if column.team in hidden_teams),
    )
