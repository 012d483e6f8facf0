"""One plan for all gaps: who takes which row and why, what fits nowhere, and the findings before and after."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from orgmodel.analysis import Analysis
from orgmodel.commands import AssignTeam, Command, Together
from orgmodel.document import Document
from orgmodel.finding_changes import FindingChanges, changes_between
from orgmodel.findings import Finding, Report
from orgmodel.graph import OrgGraph
from orgmodel.model import Letters, RowId, TeamId
from orgmodel.model.value import value
from orgmodel.rules.candidates import ranked
from orgmodel.rules.fixes import stands_against
from orgmodel.rules.rows_said import said_of
from orgmodel.sentences import counted, day, listed
from orgmodel.suggest.gaps import MOST_OPTIONS, Gap, Option, gaps_of
from orgmodel.suggest.trial import Trial, command_of

_MOST_OTHERS: Final = 3
_MOST_SAID: Final = 2
"""How many other teams a move names, and how many of its reasons its sentence says."""


@value
class Other:
    """A team that could take the row as well, and why."""

    team: TeamId
    reasons: tuple[str, ...]


@value
class Move:
    """One row that gets an owner.

    `mends` are the codes of the findings about the row that go with it. `reasons` are to be read after the team's name,
    the weightiest first. `others` are the next best teams. `cells` are the letters that change, `added` gives the team
    somebody to escalate to where it needs that. `said` is all of it in one sentence.
    """

    row: RowId
    team: TeamId
    letters: Letters
    mends: tuple[str, ...]
    reasons: tuple[str, ...]
    others: tuple[Other, ...]
    cells: tuple[AssignTeam, ...]
    added: tuple[Command, ...]
    said: str

    @property
    def command(self) -> Together:
        """What does this one move alone."""
        return command_of((self,))

    @property
    def adds_level(self) -> bool:
        return bool(self.added)


@value
class Left:
    """A gap that the plan leaves as it is; `said` is why, in one sentence, `others` could take it all the same."""

    row: RowId
    said: str
    others: tuple[Other, ...] = ()


@value
class Burden:
    """How many rows a team answers for before and after the plan; `share` is its fair share of all of them."""

    team: TeamId
    before: int
    after: int
    share: float
    people: int | None


@value
class Plan:
    """Owners for the gaps, by row id; nothing is changed until `command` is applied, and that is one step of Undo.

    `command` is None where nothing is to be done. `burdens` are those of the teams that take something, by name.
    """

    moves: tuple[Move, ...]
    left: tuple[Left, ...]
    burdens: tuple[Burden, ...]
    before: Report
    after: Report
    command: Together | None

    @property
    def changes(self) -> FindingChanges:
        """The findings that go, stay and come."""
        return changes_between(self.before, self.after)


def plan(document: Document, today: date) -> Plan:
    """Owners for all rows that want one, together: what a lead would propose, each move with its reasons.

    A row that teams do already goes to the best of them: that is no new work. The rows that nobody does are new work:
    they are shared out by one minimum-cost flow, so that as many as can be get an owner, the critical ones first, each
    the team that most speaks for. Up to its fair share of all rows a head a team takes what suits it; up to one and a
    half times that only where no other team comes near; nothing beyond. The plan is tried on a copy: a move that would
    open an error is replaced, or left out and said.
    """
    return plan_from(Analysis.of(document, today))


def plan_from(analysis: Analysis) -> Plan:
    """The same, from an analysis that is there already."""
    graph = analysis.graph
    gaps, accepted = gaps_of(analysis)
    trial = Trial(analysis, gaps)
    after = trial.settle()
    taken = [(gap, trial.chosen[gap.row.id]) for gap in gaps if gap.row.id in trial.chosen]
    moves = tuple(_move(graph, gap, option, trial.options(gap)) for gap, option in taken)
    rows = trial.rows()
    left = [_left(graph, trial, rows, gap) for gap in gaps if gap.row.id not in trial.chosen]
    left += [_accepted(graph, finding) for finding in accepted]
    return Plan(
        moves,
        tuple(sorted(left, key=lambda each: each.row)),
        _burdens(graph, trial, rows, taken),
        analysis.report,
        after.report,
        command_of(moves) if moves else None,
    )


def _move(graph: OrgGraph, gap: Gap, option: Option, options: tuple[Option, ...]) -> Move:
    return Move(
        gap.row.id,
        option.team,
        option.cells[-1].letters or "A",
        gap.codes,
        option.reasons,
        _others(options, option),
        option.cells,
        option.added,
        _said(graph, gap, option),
    )


def _said(graph: OrgGraph, gap: Gap, option: Option) -> str:
    because = f": it {listed(option.reasons[:_MOST_SAID])}" if option.reasons else ", which has room for it"
    said = f"{said_of(graph, gap.row)} goes to {graph.name(option.team)}{because}."
    if option.added:
        said += " A level above it is added, for a critical row wants one."
    if gap.ghosts:
        names = listed([f"“{graph.name(ghost)}”" for ghost in sorted(gap.ghosts)])
        said += (
            f" {names} {'is not there and is' if len(gap.ghosts) == 1 else 'are not there and are'} cleared from it."
        )
    return said


def _left(graph: OrgGraph, trial: Trial, rows: Mapping[TeamId, int], gap: Gap) -> Left:
    row, options = gap.row, trial.options(gap)
    if options:
        return Left(row.id, _full(graph, trial, rows, gap, options), _others(options, None))
    against = []
    for each in ranked(graph, row, MOST_OPTIONS, among=gap.doers or None):
        why = trial.barred.get(row.id, {}).get(each.team) or stands_against(graph, row, each.team)
        if why:
            against.append(f"not {graph.name(each.team)}, because {why}")
    if against:
        shown = [*against[:3], *([f"and {len(against) - 3} more"] if len(against) > 3 else [])]
        return Left(row.id, f"Nobody can take {said_of(graph, row)} without a new error: {'; '.join(shown)}.")
    if gap.doers:
        return Left(
            row.id, f"{said_of(graph, row)} is done by governance alone, and the tool gives governance no rows."
        )
    return Left(row.id, f"There is no team with people that could take {said_of(graph, row)}.")


def _full(graph: OrgGraph, trial: Trial, rows: Mapping[TeamId, int], gap: Gap, options: tuple[Option, ...]) -> str:
    names = [graph.name(option.team) for option in options]
    if len(options) > 1:
        has = f"those near it, {listed(names, most=4)}, have one and a half times a fair share of rows by then"
        return f"{said_of(graph, gap.row)} fits nowhere: {has}."
    team = options[0].team
    has = f"has {counted(rows[team], 'row')} by then; a fair share is {trial.rooms[team].share:.1f}"
    return f"{said_of(graph, gap.row)} fits nowhere: only {names[0]} is near it, and {has}."


def _others(options: tuple[Option, ...], taken: Option | None) -> tuple[Other, ...]:
    others = (Other(each.team, each.reasons) for each in options if taken is None or each.team != taken.team)
    return tuple(others)[:_MOST_OTHERS]


def _accepted(graph: OrgGraph, finding: Finding) -> Left:
    row, waiver = graph.rows[graph.place_of[finding.subjects[0]]], finding.waived
    until = f" until {day(waiver.until)}: {waiver.reason.rstrip('.')}" if waiver else ""
    return Left(row.id, f"That {said_of(graph, row)} has no owner is accepted{until}.")


def _burdens(
    graph: OrgGraph, trial: Trial, rows: Mapping[TeamId, int], taken: list[tuple[Gap, Option]]
) -> tuple[Burden, ...]:
    teams = sorted({option.team for _, option in taken}, key=graph.by_name)
    return tuple(
        Burden(
            team,
            len(graph.owned.get(team, ())),
            rows[team],
            trial.rooms[team].share,
            graph.present[team].people,
        )
        for team in teams
    )
