"""GAP007: teams that the matrix gives nothing to do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from orgmodel.commands import AssignTeam
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ORGANIZATION, TeamId
from orgmodel.rules.fixes import best_teams
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import Observation, found, not_assessed, rule
from orgmodel.rules.sources import RACI_ANALYSIS

_NEAR = 3
"""A team is near a row that nobody does if it is among as many of the best for it."""


@rule("GAP007", "idle-team", "info", RACI_ANALYSIS, reads=("held",))
def idle_team(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        A team that does no row and answers for none. Being asked or told is no work of its own, and neither is a place
        in the chain: a team on call that has no row still has nothing to do there.

    Why it hurts
        Either its work is missing from the matrix, and then nobody can rely on it, or the team is not needed. The
        source asks of a column without R and A whether the role is needed at all.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: tools, name: Tools Team}
        responsibilities:
          - {id: database, name: Database, raci: {web-sre: A, tools: C}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: tools, name: Tools Team}
        responsibilities:
          - {id: database, name: Database, raci: {web-sre: A, tools: R}}

    How to put it right
        Add the rows of its work that are missing, or give it some that nobody does; or archive the team.

    Limits
        Planned and archived teams, governance, and teams without people are left out. Not assessed in a file without
        any row.
    """
    for team in graph.organization.teams:
        if team.status != "active" or team.kind == "governance" or team.people == 0 or team.id in graph.held:
            continue
        if not graph.organization.responsibilities:
            yield not_assessed(team.subject, "rows", ORGANIZATION)
        else:
            yield found(
                team.subject,
                message=f"{team.name} has nothing to do: no row is done or answered for by it.",
                alike="have nothing to do",
                advice="Add the rows of its work that are missing, or give it some that nobody does.",
                fixes=partial(_give_what_nobody_does, team=team.id),
            )


def _give_what_nobody_does(graph: OrgGraph, team: TeamId) -> Iterator[Fix]:
    """The rows that nobody does and for which the team is among the best."""
    for row in graph.remembered("rows that nobody does", lambda: _that_nobody_does(graph)):
        if team in best_teams(graph, row)[:_NEAR]:
            yield Fix(f"Assign A of {said_of(graph, row)} to it", AssignTeam(row.id, team, "A"))


def _that_nobody_does(graph: OrgGraph) -> tuple[RowFacts, ...]:
    return tuple(sorted((row for row in graph.rows if not row.doers), key=lambda row: (row.name, row.id)))
