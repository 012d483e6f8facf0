"""What each team carries in one measure, as bars of one scale with their sums; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from orgmodel.load import Load, Part
from orgmodel.model import Organization, TeamId, TeamKind
from orgmodel.model.value import value
from orgmodel.sentences import short

Measure = Literal["rows", "effort", "pages", "services", "hand_offs"]

MEASURES: Final[tuple[tuple[Measure, str], ...]] = (
    ("rows", "Rows"),
    ("effort", "Effort"),
    ("pages", "Pages"),
    ("services", "Services"),
    ("hand_offs", "Hand-offs"),
)
AT_LEAST: Final = "at least "
BY_HEAD: Final[frozenset[Measure]] = frozenset({"rows", "effort", "pages"})
"""What the people of a team share; effort as a share of the hours that they can give."""

UNITS: Final[Mapping[Measure, str]] = {
    "rows": "rows, weighted by criticality",
    "effort": "hours a week",
    "pages": "pages a day",
    "services": "services",
    "hand_offs": "teams that pages come from or go to",
}
UNITS_BY_HEAD: Final[Mapping[Measure, str]] = {
    **{measure: f"{unit}, for each person of the team" for measure, unit in UNITS.items()},
    "effort": "percent of the hours a week that the people of the team have",
}


@value
class LoadBar:
    """One team: `amount` is None where it is unknown, `share` is of the largest one, from 0 to 1."""

    team: TeamId
    name: str
    kind: TeamKind
    amount: float | None
    share: float
    figure: str
    said: str
    is_least: bool
    terms: tuple[str, ...] = ()
    """What is added up, where the sum does not name it."""

    @property
    def sentence(self) -> str:
        return f"{self.name}: {self.figure}. {self.said}"


def part_of(load: Load, measure: Measure) -> Part:
    found: Part = getattr(load, measure)
    return found


def bars_of(
    organization: Organization, loads: Mapping[TeamId, Load], measure: Measure, *, by_head: bool
) -> tuple[LoadBar, ...]:
    """The heaviest first, those that are unknown last, else in the order of the file."""
    parts = {team: part_of(load, measure) for team, load in loads.items()}
    is_share = by_head and measure == "effort"
    amounts = {
        team: part.share if is_share else part.per_head if by_head else part.total for team, part in parts.items()
    }
    most = max((amount for amount in amounts.values() if amount is not None), default=0) or 1
    bars = [
        LoadBar(
            team,
            organization.team_by_id[team].name,
            organization.team_by_id[team].kind,
            amount,
            (amount or 0) / most,
            figure(amount, is_least=parts[team].is_least, unit=" %" if is_share else ""),
            parts[team].said,
            parts[team].is_least,
            parts[team].terms_said if measure == "pages" else (),
        )
        for team, amount in amounts.items()
        if team in organization.team_by_id
    ]
    return tuple(sorted(bars, key=lambda bar: (bar.amount is None, -(bar.amount or 0))))


def figure(amount: float | None, *, is_least: bool, unit: str = "") -> str:
    """`16.11`, `at least 3`, `35.23 %`, `unknown`."""
    if amount is None:
        return "unknown"
    return f"{AT_LEAST if is_least else ''}{short(amount)}{unit}"
