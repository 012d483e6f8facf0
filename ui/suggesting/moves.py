"""A plan as the lines of a table, and the moves of it that are taken; no Qt."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from orgmodel.analysis import Analysis
from orgmodel.document import Document
from orgmodel.findings import Report
from orgmodel.model import Letters, Organization, Responsibility, RowId, TeamId, TeamKind
from orgmodel.model.value import value
from orgmodel.sentences import capital, listed
from orgmodel.suggest import Move, Plan, command_of, plan_from
from orgmodel.verdicts import verdict_of
from ui.before_after import ChangeBar
from ui.row_names import place_of


@value
class Suggested:
    """A plan for a document, and what the findings of parts of it are worked out from."""

    document: Document
    today: date
    plan: Plan
    analysis: Analysis

    def report_with(self, taken: Collection[RowId]) -> Report:
        """What is found once these moves are made."""
        moves = taken_of(self.plan, taken)
        if len(moves) == len(self.plan.moves):
            return self.plan.after
        if not moves:
            return self.plan.before
        return self.analysis.after(command_of(moves).apply(self.document), self.today).report


@value
class MoveLine:
    """One move as it reads: what the row is, who has it now, who is to have it and why."""

    row: RowId
    name: str
    place: str
    now: str
    is_nobody: bool
    team: str
    kind: TeamKind
    letters: Letters
    why: str
    whole: str


def suggest(asked: tuple[Document, date]) -> Suggested:
    analysis = Analysis.of(*asked)
    return Suggested(*asked, plan_from(analysis), analysis)


def lines_of(organization: Organization, plan: Plan) -> tuple[MoveLine, ...]:
    return tuple(_line(organization, move) for move in plan.moves)


def left_lines(organization: Organization, plan: Plan) -> tuple[tuple[RowId, str], ...]:
    """The rows that nothing fits for, and why."""
    return tuple((left.row, left.said) for left in plan.left if left.row in organization.row_by_id)


def taken_of(plan: Plan, taken: Collection[RowId]) -> tuple[Move, ...]:
    wanted = frozenset(taken)
    return tuple(move for move in plan.moves if move.row in wanted)


def bars_of(organization: Organization, plan: Plan, taken: Collection[RowId]) -> tuple[ChangeBar, ...]:
    """How many rows each team answers for before and after, of the teams that the plan gives something."""
    given: dict[TeamId, int] = {}
    for move in taken_of(plan, taken):
        given[move.team] = given.get(move.team, 0) + 1
    return tuple(
        ChangeBar(
            organization.team_name(burden.team),
            organization.team_by_id[burden.team].kind,
            burden.before,
            burden.before + given.get(burden.team, 0),
        )
        for burden in plan.burdens
        if burden.team in organization.team_by_id
    )


def _line(organization: Organization, move: Move) -> MoveLine:
    row = organization.row_by_id[move.row]
    layer = organization.layer_by_id.get(row.layer) if row.layer else None
    places = (place_of(organization, row), layer.title if layer else "")
    team = organization.team_by_id[move.team]
    others = [organization.team_name(other.team) for other in move.others]
    whole = f"{move.said} Next best: {listed(others)}." if others else move.said
    why = capital(listed(move.reasons)) if move.reasons else "Has room for it"
    now = _now(organization, row)
    return MoveLine(
        row.id,
        row.name,
        ", ".join(place for place in places if place),
        now,
        now == "nobody",
        team.name,
        team.kind,
        move.letters,
        f"{why}; a level above it is added" if move.adds_level else why,
        whole,
    )


def _now(organization: Organization, row: Responsibility) -> str:
    """`nobody`, or who has to do with it and why that is not enough."""
    verdict = verdict_of(organization, row)
    if verdict == "missing owner":
        gone = [organization.team_name(team) for team in row.raci if team not in organization.teams_there]
        return f"not there: {listed(gone, most=2)}"
    if verdict == "nobody answers":
        doing = [organization.team_name(team) for team in row.raci.doers if team in organization.teams_there]
        return f"nobody answers: {listed(doing, most=2)} do it"
    return "nobody"
