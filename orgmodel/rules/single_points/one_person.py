"""SPOF001: rows that rest on one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.commands import MoveAccountability
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import subject
from orgmodel.rules.fixes import best_teams, hand_to, is_alone
from orgmodel.rules.rule import Observation, figures, found, not_assessed, row_rule
from orgmodel.rules.sources import WORKBOOK_TEAMS
from orgmodel.sentences import listed


@row_rule("SPOF001", "bus-factor-one", "error", WORKBOOK_TEAMS)
def bus_factor_one(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        The team that answers for this row is one person; where several answer, they are one person together. It is an
        error for a critical row, else a warning.

    Why it hurts
        One holiday, one illness or one resignation, and nobody is left who answers for it.

    An example that fails
        teams:
          - {id: dba, name: Database Administration, headcount: 1}
        responsibilities:
          - {id: database, name: Database, raci: {dba: A}}

    An example that passes
        teams:
          - {id: dba, name: Database Administration, headcount: 3}
        responsibilities:
          - {id: database, name: Database, raci: {dba: A}}

    How to put it right
        Give the row to a team with more people, or a second person to the team.

    Limits
        Governance teams are left out. How many know the work is not asked, only how many are there. Not assessed
        where the headcount is unknown.
    """
    for row in rows:
        if not row.owners:
            continue
        alone = is_alone(graph, row.owners)
        if alone is None:
            unknown = [team for team in row.owners if graph.present[team].people is None]
            yield not_assessed(row.subject, "headcount", *(subject("team", team) for team in unknown))
        elif alone:
            names = listed([graph.name(team) for team in sorted(row.owners, key=graph.by_name)], most=4)
            yield found(
                row.subject,
                *(subject("team", team) for team in sorted(row.owners, key=graph.by_name)),
                severity="error" if row.critical else "warning",
                message=f"“{row.name}” rests on one person: there is nobody else in {names}.",
                alike="rest on one person",
                advice="Give it to a team with more people, or a second person to the team.",
                numbers=figures(people=1),
                fixes=partial(_move_to_more_people, row=row),
            )


def _move_to_more_people(graph: OrgGraph, row: RowFacts) -> Iterator[Fix]:
    several = (team for team in best_teams(graph, row) if is_alone(graph, (team,)) is False)
    return hand_to(graph, row, several, "Move A to", partial(MoveAccountability, row.id))
