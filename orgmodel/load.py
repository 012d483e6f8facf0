"""What each team carries, and how that adds up: rows, effort, pages, services and hand-offs, each in its own unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import fsum
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.model import ALERT, Complexity, Duration, Rotation, Team, TeamId
from orgmodel.model.value import changed, value
from orgmodel.sentences import counted, short

HOURS_A_WEEK: Final = 40
"""What one person works in a week, full time."""

_WEIGHTS: Final[Mapping[int | None, float]] = {1: 4, 2: 3, 3: 2, 4: 1, None: 2.5}
"""What a row counts for by its criticality: 5 less the criticality; an unknown one is weighed as the middle."""

_COMPLEXITIES: Final[tuple[Complexity | None, ...]] = ("complex", "complicated", "simple", None)
_SECONDS_IN: Final = {"s": 1, "m": 60, "h": 3600, "d": 24 * 3600}


@value
class Term:
    """One line of a sum: `count` of `what`, each with `weight`."""

    count: float
    what: str
    weight: float = 1

    @property
    def total(self) -> float:
        return self.count * self.weight


@value
class Part:
    """One sum of a team's load, in one unit.

    `total` is what the terms add up to, None where nothing is known; where it `is_least`, what is unknown would add to
    it. `per_head` is the total by the people of the team, None where they are unknown or nobody. `share` is the total
    in percent of what the people can give, where that can be said. `unknown` names what is missing; `said` is all of
    it in one line.
    """

    name: str
    unit: str
    terms: tuple[Term, ...]
    total: float | None
    per_head: float | None
    unknown: tuple[str, ...]
    said: str
    is_least: bool = False
    share: float | None = None

    @property
    def terms_said(self) -> tuple[str, ...]:
        """Each term by itself, as `4.0 pages a day of shop-frontline`."""
        return tuple(f"{short(term.count, 1)} {term.what}" for term in self.terms)


@value
class Load:
    """What one team carries; the parts have units of their own and are never added to each other."""

    team: TeamId
    rows: Part
    effort: Part
    pages: Part
    services: Part
    hand_offs: Part

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.rows, self.effort, self.pages, self.services, self.hand_offs


def loads(graph: OrgGraph) -> Mapping[TeamId, Load]:
    """What each team carries, in the order of the file; archived teams carry nothing and are left out.

    All rows are counted at once, and what is said of a team is put together when it is first asked for.
    """
    return graph.remembered("loads", lambda: _Loads(graph))


def rows_of(graph: OrgGraph, team: TeamId) -> Part:
    """The rows that a team answers for or does, weighted by criticality; `KeyError` of no team that is there."""
    return _rows_of(graph.present[team], rows_by_criticality(graph)[team])


def rows_by_criticality(graph: OrgGraph) -> Mapping[TeamId, Mapping[int | None, int]]:
    """How many rows each team that is there answers for or does, by criticality, None where that is unknown."""
    return graph.remembered("rows by criticality", lambda: _rows_by_criticality(graph))


def weight_of(rows: Mapping[int | None, int]) -> float:
    """What rows, counted by criticality, weigh together."""
    return sum(_WEIGHTS[criticality] * number for criticality, number in rows.items())


def full_time_of(team: Team) -> float | None:
    """The people of a team as full-time people; None where their number is unknown.

    Members count by their `fte`; in full where it is unknown, as do people who are not listed.
    """
    people = team.people
    if people is None or len(team.members) > people:
        return people
    return fsum(1 if member.fte is None else member.fte for member in team.members) + people - len(team.members)


def seconds_of(effort: Duration) -> int:
    return effort.count * _SECONDS_IN[effort.unit]


class _Loads(Mapping[TeamId, Load]):
    def __init__(self, graph: OrgGraph) -> None:
        self._teams, self._rotations = graph.present, graph.rotations_of
        self._rows, self._effort = rows_by_criticality(graph), _effort(graph)
        self._services, self._hand_offs = _services(graph), _hand_offs(graph)
        self._made: dict[TeamId, Load] = {}

    def __getitem__(self, team: TeamId) -> Load:
        if team not in self._made:
            held = self._teams[team]
            self._made[team] = Load(
                team,
                _rows_of(held, self._rows[team]),
                _effort_of(held, *self._effort[team]),
                _pages_of(held, self._rotations.get(team, ())),
                _services_of(self._services[team]),
                _hand_offs_of(self._hand_offs[team]),
            )
        return self._made[team]

    def __iter__(self) -> Iterator[TeamId]:
        return iter(self._teams)

    def __len__(self) -> int:
        return len(self._teams)


def _rows_by_criticality(graph: OrgGraph) -> dict[TeamId, dict[int | None, int]]:
    counts: dict[TeamId, dict[int | None, int]] = {team: {} for team in graph.present}
    for (team, criticality), places in graph.held_by_criticality.items():
        counts[team][criticality] = len(places)
    return counts


def _rows_of(team: Team, counts: Mapping[int | None, int]) -> Part:
    terms: list[Term] = []
    steps: list[str] = []
    for criticality, weight in _WEIGHTS.items():
        if number := counts.get(criticality, 0):
            of = "unknown criticality" if criticality is None else f"criticality {criticality}"
            terms.append(Term(number, f"rows of {of}", weight))
            rows = counted(number, "row") + (f" of {of}" if criticality is None else "")
            steps.append(f"{rows} × {short(weight)}")
    total = weight_of(counts)
    unknown = (f"criticality of {counted(counts[None], 'row')}",) if None in counts else ()
    said = f"{' + '.join(steps)} = {short(total)}" if terms else "no rows"
    return _by_head(Part("Rows by criticality", "weighted rows", tuple(terms), total, None, unknown, said), team)


def _effort(graph: OrgGraph) -> dict[TeamId, tuple[dict[int, tuple[int, int]], int]]:
    """The rows that each team does, and their seconds a week, by how many teams share them; and those without effort.

    A row's effort is of all teams together, and nobody says how they share it: its doers carry equal parts.
    """
    known: dict[TeamId, dict[int, tuple[int, int]]] = {team: {} for team in graph.present}
    unknown = dict.fromkeys(graph.present, 0)
    for (_, doers, effort), places in graph.done.items():
        for team in doers:
            if effort is None:
                unknown[team] += len(places)
            else:
                rows, seconds = known[team].get(len(doers), (0, 0))
                known[team][len(doers)] = rows + len(places), seconds + seconds_of(effort) * len(places)
    return {team: (known[team], unknown[team]) for team in graph.present}


def _effort_of(team: Team, known: Mapping[int, tuple[int, int]], unknown: int) -> Part:
    missing: tuple[str, ...] = (f"effort of {counted(unknown, 'row')}",) if unknown else ()
    if unknown and not known:
        return Part("Effort", "hours a week", (), None, None, missing, "effort unknown")
    terms: list[Term] = []
    steps: list[str] = []
    for sharing, (rows, seconds) in sorted(known.items()):
        shared, split = (f" shared by {sharing} teams", f" ÷ {sharing} teams") if sharing > 1 else ("", "")
        terms.append(Term(seconds / 3600, f"hours of {counted(rows, 'row')}{shared}", 1 / sharing))
        steps.append(f"{short(seconds / 3600)} h of {counted(rows, 'row')}{split}")
    total, least, full_time = fsum(term.total for term in terms), _least(unknown), full_time_of(team)
    share = 100 * total / (full_time * HOURS_A_WEEK) if full_time else None
    said = f"{' + '.join(steps)} = {least}{short(total)} h a week" if terms else "no rows to do"
    if terms and full_time and share is not None:
        people = f"{'full-time ' if full_time != team.people else ''}{'person' if full_time == 1 else 'people'}"
        said += f" ÷ ({short(full_time)} {people} × {HOURS_A_WEEK} h) = {least}{short(share)} %"
    if any(sharing > 1 for sharing in known):
        said += "; shared rows are split evenly"
    if full_time is None and terms:
        said, missing = f"{said}; headcount unknown", (*missing, "headcount")
    if unknown:
        said += f"; {missing[0]} unknown"
    per_head = total / team.people if team.people else None
    return Part("Effort", "hours a week", tuple(terms), total, per_head, missing, said, bool(unknown), share)


def _pages_of(team: Team, rotations: tuple[Rotation, ...]) -> Part:
    """Every rotation has pages of its own: those that reach a second level are heard by both."""
    known = sorted((held.id, held.pages_per_day) for held in rotations if held.pages_per_day is not None)
    if not known:
        return Part("Pages", "pages a day", (), None, None, ("pages a day",), "pages a day unknown")
    terms = tuple(Term(pages, f"pages a day of {rotation}") for rotation, pages in known)
    unheard = len(rotations) - len(known)
    unknown = (f"pages a day of {counted(unheard, 'rotation')}",) if unheard else ()
    total = fsum(term.count for term in terms)
    steps = f"{' + '.join(short(term.count, 1) for term in terms)} = " if len(terms) > 1 else ""
    said = f"{steps}{_least(unheard)}{short(total, 1)} pages a day"
    part = Part("Pages", "pages a day", terms, total, None, unknown, said, is_least=bool(unheard))
    return _by_head(part, team, "each", decimals=2)


def _services(graph: OrgGraph) -> dict[TeamId, dict[Complexity | None, int]]:
    counts: dict[TeamId, dict[Complexity | None, int]] = {team: {} for team in graph.present}
    for service in graph.organization.services:
        if service.team in counts:
            held = counts[service.team]
            held[service.complexity] = held.get(service.complexity, 0) + 1
    return counts


def _services_of(counts: Mapping[Complexity | None, int]) -> Part:
    shown = [(counts[held], held or "of unknown complexity") for held in _COMPLEXITIES if held in counts]
    terms = tuple(
        Term(number, f"{which} services" if which in counts else f"services {which}") for number, which in shown
    )
    total = sum(counts.values())
    unknown = (f"complexity of {counted(counts[None], 'service')}",) if None in counts else ()
    said = f"{' + '.join(f'{number} {which}' for number, which in shown)} = {counted(total, 'service')}"
    return Part("Services", "services", terms, total, None, unknown, said if counts else "no services")


def _hand_offs(graph: OrgGraph) -> dict[TeamId, tuple[int, int, bool] | None]:
    """From how many teams each receives pages, to how many it hands them on, and whether they enter there."""
    if not graph.escalations:
        return dict.fromkeys(graph.present)
    into, escalations = dict.fromkeys(graph.present, 0), graph.whole_chain.escalations
    entries: Mapping[TeamId, object] = escalations.get(ALERT, {})
    for source, targets in escalations.items():
        for target in targets if source != ALERT else ():
            into[target] += 1
    return {team: (into[team], len(escalations.get(team, ())), team in entries) for team in graph.present}


def _hand_offs_of(counts: tuple[int, int, bool] | None) -> Part:
    if counts is None:
        return Part("Hand-offs", "hand-offs", (), None, None, ("escalations",), "hand-offs unknown")
    into, onward, is_entry = counts
    terms = (Term(into, "teams that hand pages to it"), Term(onward, "teams that it hands pages to"))
    said = f"from {counted(into, 'team')} + to {counted(onward, 'team')} = {counted(into + onward, 'hand-off')}"
    alert = "; pages enter here" if is_entry else ""
    return Part("Hand-offs", "hand-offs", terms, into + onward, None, (), said + alert)


def _by_head(part: Part, team: Team, each: str = "a head", *, decimals: int = 0) -> Part:
    """The part with its total shared by the people of the team, and that said; `decimals` at least."""
    people, unknown, said, per_head = team.people, part.unknown, part.said, None
    if people and part.total is not None:
        per_head = part.total / people
        if part.terms:
            least = _least(part.is_least)
            said += f" ÷ {counted(people, 'person', 'people')} = {least}{short(per_head, decimals)} {each}"
    if people is None and part.terms:
        said, unknown = f"{said}; headcount unknown", (*unknown, "headcount")
    if part.is_least:
        said += f"; {part.unknown[0]} unknown"
    return changed(part, per_head=per_head, unknown=unknown, said=said)


def _least(unknown: int) -> str:
    return "at least " if unknown else ""
