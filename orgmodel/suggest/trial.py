"""Try a plan on a copy until every move mends what it is for and none opens an error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from orgmodel.analysis import Analysis
from orgmodel.commands import AssignTeam, Command, Together
from orgmodel.commands.assign_many import AssignTeams
from orgmodel.errors import CommandRefused
from orgmodel.finding_changes import changes_between
from orgmodel.findings import Finding
from orgmodel.model import RowId, TeamId, subject
from orgmodel.sentences import counted
from orgmodel.suggest.assignment import Demand, Room, rooms_of, shared_out
from orgmodel.suggest.gaps import Gap, Option, options_for

_ROUNDS: Final = 5
"""How often the rows are shared out anew, with what went wrong barred, before moves are tried by halves."""

_SCALE: Final = 100
"""Costs are whole numbers: hundredths of what reasons count for."""

_NEW_LEVEL: Final = 150
"""What it costs that a level above the team has to be added."""

Taken = Sequence[tuple[Gap, Option]]


class Given(Protocol):
    """What one row is given: an option, or the move that was made of it."""

    @property
    def cells(self) -> tuple[AssignTeam, ...]: ...
    @property
    def added(self) -> tuple[Command, ...]: ...


def command_of(given: Sequence[Given]) -> Together:
    """All of it as one step of Undo; a level that several teams get above them is added once."""
    cells = tuple(cell for each in given for cell in each.cells)
    title = f"Find {'an owner' if len(given) == 1 else 'owners'} for {counted(len(given), 'row')}"
    added = dict.fromkeys(command for each in given for command in each.added)
    return Together(title, (AssignTeams(title, cells), *added))


class Trial:
    """What is chosen for each gap, by the id of its row, and what was barred on the way, with the reason."""

    def __init__(self, analysis: Analysis, gaps: Sequence[Gap]) -> None:
        self.chosen: dict[RowId, Option] = {}
        self.barred: dict[RowId, dict[TeamId, str]] = {}
        self.rooms: Mapping[TeamId, Room] = {}
        self._before = analysis
        self._gaps = gaps
        self._options: dict[RowId, tuple[Option, ...]] = {}

    def options(self, gap: Gap) -> tuple[Option, ...]:
        """Who could take a row, as far as is known by now."""
        found = self._options.get(gap.row.id)
        if found is None:
            barred = self.barred.get(gap.row.id, {})
            found = self._options[gap.row.id] = options_for(self._before.graph, gap, barred)
        return found

    def rows(self) -> Mapping[TeamId, int]:
        """How many rows each team answers for with all that is chosen."""
        rows = Counter({team: len(places) for team, places in self._before.graph.owned.items()})
        rows.update(option.team for option in self.chosen.values())
        return rows

    def settle(self) -> Analysis:
        """Choose for as many gaps as can be; the analysis of the organisation with all of it done."""
        self._share_out()
        for _ in range(_ROUNDS):
            taken = self._taken()
            after = self._after(taken)
            faults = [] if after is None else self._faults(taken, after)
            if after is not None and not faults:
                return after
            blamed = [each for fault in faults for each in _blamed(taken, fault)]
            if not blamed:
                break
            for gap, option, why in blamed:
                self._bar(gap, option, why)
            self._share_out()
        return self._by_halves(self._before, [], self._taken())

    def _share_out(self) -> None:
        """Rows that teams do already go to the best of them; the others are shared out under the room that is left."""
        graph = self._before.graph
        carried = {team: len(places) for team, places in graph.owned.items()}
        self.chosen = {}
        new: list[Gap] = []
        for gap in self._gaps:
            if not gap.doers:
                new.append(gap)
            elif self.options(gap):
                option = self.chosen[gap.row.id] = self.options(gap)[0]
                carried[option.team] = carried.get(option.team, 0) + 1
        self.rooms = rooms_of(graph, carried, len(new))
        free = {team: list(room.steps) for team, room in self.rooms.items()}
        while new:
            new = self._placed(new, free)

    def _placed(self, gaps: list[Gap], free: dict[TeamId, list[int]]) -> list[Gap]:
        """Share rows out among teams with room; those that are still without an owner, where others found one."""
        full = frozenset(team for team, steps in free.items() if not any(steps))
        offered = [self.options(gap) for gap in gaps]
        if full:
            offered = [
                options
                if full.isdisjoint(option.team for option in options)
                else options_for(self._before.graph, gap, self.barred.get(gap.row.id, {}), full)
                for gap, options in zip(gaps, offered, strict=True)
            ]
        teams = shared_out([_demand(gap, options) for gap, options in zip(gaps, offered, strict=True)], free)
        for gap, team, options in zip(gaps, teams, offered, strict=True):
            if team is not None:
                self.chosen[gap.row.id] = next(option for option in options if option.team == team)
        left = [gap for gap, team in zip(gaps, teams, strict=True) if team is None]
        return left if len(left) < len(gaps) else []

    def _taken(self) -> list[tuple[Gap, Option]]:
        return [(gap, self.chosen[gap.row.id]) for gap in self._gaps if gap.row.id in self.chosen]

    def _after(self, taken: Taken) -> Analysis | None:
        if not taken:
            return self._before
        try:
            return self._before.after(
                command_of([option for _, option in taken]).apply(self._before.document), self._before.today
            )
        except CommandRefused:
            return None

    def _faults(self, taken: Taken, after: Analysis) -> list[Finding]:
        """The errors that are new, and what was to be mended and is still there."""
        promised = {(code, gap.row.subject) for gap, _ in taken for code in gap.codes}
        changes = changes_between(self._before.report, after.report)
        there = (finding for finding in after.report.findings if (finding.code, finding.subjects[0]) in promised)
        return [*changes.new_errors, *there]

    def _by_halves(self, settled: Analysis, kept: Taken, rest: Taken) -> Analysis:
        """What can be kept of the rest beside what is kept: all of it, or what can be kept of each half."""
        self.chosen = {gap.row.id: option for gap, option in (*kept, *rest)}
        after = self._after((*kept, *rest))
        faults = [] if after is None else self._faults((*kept, *rest), after)
        if after is not None and not faults:
            return after
        if len(rest) == 1:
            ((gap, option),) = rest
            self._bar(gap, option, _would_open(faults[0]) if faults else "that is refused")
            self.chosen = {gap.row.id: option for gap, option in kept}
            return settled
        middle = len(rest) // 2
        settled = self._by_halves(settled, kept, rest[:middle])
        return self._by_halves(settled, self._taken(), rest[middle:])

    def _bar(self, gap: Gap, option: Option, why: str) -> None:
        self.barred.setdefault(gap.row.id, {}).setdefault(option.team, why)
        self._options.pop(gap.row.id, None)


def _demand(gap: Gap, options: Sequence[Option]) -> Demand:
    best = max((option.score for option in options), default=0.0)
    costs = (
        (option.team, round(_SCALE * (best - option.score)) + (_NEW_LEVEL if option.added else 0)) for option in options
    )
    return Demand(5 - (gap.row.criticality or 3), tuple(costs))


def _blamed(taken: Taken, fault: Finding) -> list[tuple[Gap, Option, str]]:
    """The moves that a finding is about: those of its row, else those to its team, of critical or paged rows first."""
    why = _would_open(fault)
    about = [each for each in taken if each[0].row.subject in fault.subjects]
    if not about:
        about = [each for each in taken if subject("team", each[1].team) in fault.subjects]
        about = [each for each in about if each[0].row.critical or each[0].row.row.paged] or about
    return [(gap, option, why) for gap, option in about]


def _would_open(fault: Finding) -> str:
    return f"the tool would then say: {fault.message.rstrip('.')}"
