"""Where every page goes, on a strip: the alert, and the first three steps of the chain from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, permutations
from typing import Final, NamedTuple

from orgmodel.diagram.chain import minutes_text
from orgmodel.diagram.contents import condition_of
from orgmodel.diagram.week_steps import hand_offs
from orgmodel.model import ALERT, Escalation, TeamId, TeamKind
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.style import BODY_BOLD
from orgmodel.sentences import counted

STRIP_HEIGHT: Final = 25.0
_STEPS: Final = 3
_PER_STEP: Final = 3
ENTRY: Final = 14.0
"""As wide as the alert is, in millimetres."""
_GAP: Final = 15.0


class Station(NamedTuple):
    """A team on the strip, its name in lines and as a whole."""

    team: TeamId
    name: tuple[str, ...]
    whole: str
    kind: TeamKind
    contact: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


class Hop(NamedTuple):
    """An escalation between two stations; `is_long` where it passes a step and so runs below the cards."""

    source: TeamId
    target: TeamId
    said: str
    condition: str
    is_conditional: bool
    is_lost: bool
    is_long: bool


class Strip(NamedTuple):
    """What is drawn; `shown` is how much of all that is, where it is not all, `empty` why there is nothing."""

    stations: tuple[Station, ...]
    hops: tuple[Hop, ...]
    shown: str = ""
    empty: str = ""

    def said(self, page: str) -> str:
        """What stands beside the title: how much is shown, and the page that has all of it, where one does."""
        if self.empty or not page:
            return self.shown
        return f"{self.shown}; all of them{page}" if self.shown else f"Every escalation with its condition{page}"

    @property
    def told(self) -> str:
        """The drawing in words, for those who listen."""
        names = {station.team: station.whole for station in self.stations} | {ALERT: "the alert"}
        ways = []
        for hop in self.hops:
            how = [hop.said and f"after {hop.said}", hop.condition, "lost" if hop.is_lost else ""]
            said = ", ".join(part for part in how if part)
            ways.append(f"{names[hop.source]} to {names[hop.target]}{f' ({said})' if said else ''}")
        return f"A page goes from {'; from '.join(ways)}."


def strip_of(matter: Matter) -> Strip:
    organization = matter.organization
    carrying = [each for each in organization.escalations if each.carries_pages]
    if not any(each.source == ALERT for each in carrying):
        empty = "Nobody hears an alert: no escalation begins there." if carrying else "No page goes anywhere yet."
        return Strip((), (), empty=empty)
    steps = hand_offs(carrying)
    shown = list(_columns(matter, carrying, steps))
    hops = tuple(_hops(matter, carrying, shown))
    stations = tuple(_stations(matter, shown, has_lane=any(hop.is_long for hop in hops)))
    teams = sum(team.status != "archived" for team in organization.teams)
    if len(stations) == teams and len(hops) == len(organization.escalations):
        return Strip(stations, hops)
    escalations = counted(len(organization.escalations), "escalation")
    return Strip(stations, hops, f"{len(stations)} of {counted(teams, 'team')}, {len(hops)} of {escalations} shown")


def _columns(matter: Matter, carrying: list[Escalation], steps: Mapping[TeamId, int]) -> Iterator[list[TeamId]]:
    """The teams of each step that get pages from one that is shown, in the order in which fewest lines cross."""
    ways = [(each.source, each.target) for each in carrying]
    before = [ALERT]
    for step in range(1, _STEPS + 1):
        column = _chosen(matter, (team for team, at in steps.items() if at == step and _leads(ways, before, team)))
        if not column:
            return
        passed = {target for source, target in ways if source not in before and steps.get(source, step) < step}
        orders = [list(order) for order in permutations(column)]
        at_foot = passed & {*column}
        before = min(orders, key=partial(_price, ways, before, at_foot))
        yield before


def _leads(ways: list[tuple[TeamId, TeamId]], sources: Iterable[TeamId], target: TeamId) -> bool:
    return any((source, target) in ways for source in sources)


def _price(
    ways: list[tuple[TeamId, TeamId]], before: list[TeamId], at_foot: set[TeamId], order: list[TeamId]
) -> tuple[bool, int]:
    """Lines past a step end at the lowest card: that comes first, then how many lines cross."""
    return bool(at_foot) and order[-1] not in at_foot, _crossed(ways, before, order)


def _crossed(ways: list[tuple[TeamId, TeamId]], left: Sequence[TeamId], right: Sequence[TeamId]) -> int:
    """How many lines between two columns cross."""
    lines = [(left.index(one), right.index(other)) for one, other in {*ways} if one in left and other in right]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(lines, 2))


def _chosen(matter: Matter, teams: Iterable[TeamId]) -> list[TeamId]:
    """The teams of one step that there is room for: those that answer for most, in the order of the file."""
    order = {team.id: place for place, team in enumerate(matter.organization.teams)}
    known = sorted((team for team in teams if team in order), key=order.__getitem__)
    first = sorted(known, key=lambda team: (-matter.carried[team].answers, order[team]))[:_PER_STEP]
    return [team for team in known if team in first]


def _hops(matter: Matter, escalations: Iterable[Escalation], shown: list[list[TeamId]]) -> Iterable[Hop]:
    columns = {team: at for at, column in enumerate(shown, 1) for team in column}
    lowest = {ALERT, *(column[-1] for column in shown)}
    long = 0
    seen: set[tuple[TeamId, TeamId]] = set()
    for escalation in escalations:
        start = 0 if escalation.source == ALERT else columns.get(escalation.source)
        end = columns.get(escalation.target)
        if start is None or end is None or end <= start or (escalation.source, escalation.target) in seen:
            continue
        is_long = end > start + 1
        long += is_long
        if is_long and (long > 1 or escalation.source not in lowest or escalation.target not in lowest):
            continue
        seen.add((escalation.source, escalation.target))
        is_lost = (escalation.source, escalation.target) in matter.lost_ways
        condition = condition_of(matter.organization, escalation)
        said = minutes_text(escalation.after)
        yield Hop(escalation.source, escalation.target, said, condition, escalation.is_conditional, is_lost, is_long)


def _stations(matter: Matter, columns: list[list[TeamId]], *, has_lane: bool) -> Iterable[Station]:
    measure = matter.portrait.measure
    width = (measure - ENTRY - _GAP * len(columns)) / max(len(columns), 1)
    width = min(width, 46.0)
    height = 20.4 if has_lane else STRIP_HEIGHT
    for place, column in enumerate(columns):
        x = ENTRY + _GAP + place * (width + _GAP)
        count = len(column)
        tall = min(12.0, (height - 1.6 * (count - 1)) / count)
        start = (height - count * tall - 1.6 * (count - 1)) / 2
        for number, team in enumerate(column):
            found = matter.organization.team_by_id[team]
            name = matter.names.fit(found.name, "team", BODY_BOLD, width - 11.4, 1 if tall < 9 else 2)
            contact = found.contact or ""
            yield Station(
                team,
                name,
                found.name,
                found.kind,
                contact if tall >= 9 and len(name) == 1 else "",
                x,
                start + number * (tall + 1.6),
                width,
                tall,
            )
