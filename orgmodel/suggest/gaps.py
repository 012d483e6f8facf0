"""The rows that want an owner, as the findings say it, and who could be given each without a new error."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Final

from orgmodel.analysis import Analysis
from orgmodel.commands import AssignTeam, Command
from orgmodel.findings import Finding
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import Letters, RowId, TeamId, subject_parts
from orgmodel.model.value import changed, value
from orgmodel.rules.candidates import Candidate, ranked
from orgmodel.rules.fixes import hand_to, level_above, stands_against
from orgmodel.rules.gaps.absent import heirs_of
from orgmodel.rules.overlaps.layers_apart import is_far_from_home

MOST_OPTIONS: Final = 12
"""How many teams are weighed for one row."""

_CODES: Final = frozenset({"GAP001", "GAP002", "GAP003"})
_HEIR: Final = 5.0
"""What it counts for that a row names a team that is not there, and this one was probably meant, or takes over."""


class Gap:
    """A row that wants an owner: nobody does it, several do it and nobody answers, or who answers is not there.

    `findings` are those that go with an owner. Where teams that are there do the row already, one of them is to answer
    for it (`doers`); else it is new work. `ghosts` are teams that it names and that are not there.
    """

    __slots__ = ("doers", "findings", "ghosts", "row")

    def __init__(self, graph: OrgGraph, row: RowFacts, findings: tuple[Finding, ...]) -> None:
        there = graph.organization.teams_there
        self.row = row
        self.findings = findings
        self.doers: tuple[TeamId, ...] = row.responsible
        self.ghosts: tuple[TeamId, ...] = tuple(team for team in row.row.raci if team not in there)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(sorted(finding.code for finding in self.findings))


@value
class Option:
    """A team that could take a row, what it gets there, and a level above it where that is wanted too."""

    team: TeamId
    score: float
    reasons: tuple[str, ...]
    cells: tuple[AssignTeam, ...]
    added: tuple[Command, ...] = ()


def candidates_for(graph: OrgGraph, row: RowFacts, most: int = MOST_OPTIONS) -> tuple[Candidate, ...]:
    """The teams that could be given a row without a new error as far as it can be seen from there, the best first.

    Where teams do the row already and nobody answers for it, those come first.
    """
    doing = row.responsible if not row.accountable else ()
    first = ranked(graph, row, among=doing)
    everybody = (*first, *(each for each in ranked(graph, row, most + len(first)) if each.team not in doing))
    return tuple(each for each in everybody if not stands_against(graph, row, each.team))[:most]


def gaps_of(analysis: Analysis) -> tuple[tuple[Gap, ...], tuple[Finding, ...]]:
    """The gaps that are open, by the ids of their rows, and the findings of those that are accepted for a while."""
    graph = analysis.graph
    open_ones: dict[RowId, list[Finding]] = {}
    for row, finding in _of_rows(graph, analysis.report.findings):
        if _wants_an_owner(graph, row, finding.code):
            open_ones.setdefault(row.id, []).append(finding)
    accepted = tuple(
        finding
        for row, finding in _of_rows(graph, analysis.report.waived)
        if row.id not in open_ones and _wants_an_owner(graph, row, finding.code)
    )
    rows = {held: graph.rows[graph.place_of_row[held]] for held in sorted(open_ones)}
    return tuple(Gap(graph, row, tuple(open_ones[held])) for held, row in rows.items()), accepted


def options_for(
    graph: OrgGraph, gap: Gap, barred: Collection[TeamId] = (), full: Collection[TeamId] = ()
) -> tuple[Option, ...]:
    """At most twelve teams that nothing is seen to stand against, the best first; the barred and the full are left out.

    Work far from a team's home (OVR004) is no help: such teams are options only where all that could take it are such.
    """
    near: list[Candidate] = []
    wanted: list[Candidate] = []
    for most in (len(barred) + len(full) + MOST_OPTIONS, None):
        wanted = [each for each in _likely(graph, gap, most) if each.team not in barred]
        near = [each for each in wanted if not is_far_from_home(graph, each.team, gap.row.row.layer)]
        if gap.doers or _first(graph, gap, near):
            break
    able = near if _first(graph, gap, near) else wanted
    return tuple(islice(_options(graph, gap, (each for each in able if each.team not in full)), MOST_OPTIONS))


def giving(graph: OrgGraph, row: RowFacts, team: TeamId) -> tuple[AssignTeam, ...]:
    """What makes a team the one that answers for a row; teams that are not there are cleared from it."""
    there = graph.organization.teams_there
    letters: Letters = "AR" if "R" in row.row.raci.get(team, "") else "A"
    cleared = (AssignTeam(row.id, ghost, None) for ghost in row.row.raci if ghost not in there)
    return (*cleared, AssignTeam(row.id, team, letters))


def _of_rows(graph: OrgGraph, findings: tuple[Finding, ...]) -> Iterator[tuple[RowFacts, Finding]]:
    for finding in findings:
        about = finding.subjects[0]
        if finding.code in _CODES and subject_parts(about)[0] == "responsibility":
            yield graph.rows[graph.place_of[about]], finding


def _wants_an_owner(graph: OrgGraph, row: RowFacts, code: str) -> bool:
    """Whether the finding is one of a row without an owner, not just of a letter that is to be cleared or said."""
    if not row.doers:
        return True
    if code == "GAP003":
        there = graph.organization.teams_there
        return not row.accountable and any(team not in there for team in row.row.raci.accountable)
    return code == "GAP002" and len(row.responsible) > 1


def _likely(graph: OrgGraph, gap: Gap, most: int | None) -> tuple[Candidate, ...]:
    if gap.doers:
        found = ranked(graph, gap.row, among=gap.doers)
        return tuple(changed(each, reasons=("does the work already", *each.reasons)) for each in found)
    heirs = {heir: ghost for ghost in sorted(gap.ghosts) for heir in heirs_of(graph, ghost)}
    first = tuple(
        changed(each, score=each.score + _HEIR, reasons=(_takes_over(graph, heirs[each.team]), *each.reasons))
        for each in ranked(graph, gap.row, among=heirs)
    )
    others = (each for each in ranked(graph, gap.row, most) if each.team not in heirs)
    return tuple(sorted((*first, *others), key=lambda each: (-each.score, *graph.by_name(each.team))))


def _takes_over(graph: OrgGraph, ghost: TeamId) -> str:
    if ghost in graph.organization.team_by_id:
        return f"could take over from {graph.name(ghost)}"
    return f"is probably meant by “{ghost}”"


def _first(graph: OrgGraph, gap: Gap, candidates: Iterable[Candidate]) -> Option | None:
    return next(_options(graph, gap, candidates), None)


def _options(graph: OrgGraph, gap: Gap, candidates: Iterable[Candidate]) -> Iterator[Option]:
    for each in candidates:
        cells = giving(graph, gap.row, each.team)
        for fix in hand_to(
            graph, gap.row, (each.team,), "", partial(AssignTeam, gap.row.id, letters=cells[-1].letters)
        ):
            added = () if fix.command == cells[-1] else level_above(graph, each.team)
            yield Option(each.team, each.score, each.reasons, cells, added)
