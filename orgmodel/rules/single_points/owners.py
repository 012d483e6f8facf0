"""SPOF: one is not enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.commands import MoveAccountability
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import OrgGraph, Passage, RowFacts, rows_behind
from orgmodel.model import ALERT, ORGANIZATION, TeamId, subject
from orgmodel.rules.fixes import best_teams, hand_to, is_alone
from orgmodel.rules.rule import Observation, figures, found, not_assessed, row_rule, rule
from orgmodel.rules.sources import BEING_ON_CALL, WORKBOOK_TEAMS
from orgmodel.sentences import few, listed


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


@rule("SPOF002", "everything-passes-through", "warning", BEING_ON_CALL, reads=("passages",))
def everything_passes_through(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        Every page for some team has to pass through this one, which does not own the row itself. For the team where
        pages enter that is for information.

    Why it hurts
        If it does not answer, what lies behind it is cut off. The finding lists what that is.

    An example that fails
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: ruby-web, name: Ruby Web, kind: application}
        responsibilities:
          - {id: code, name: Application Code, raci: {ruby-web: A}}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: web-sre, after: 15m}
          - {from: web-sre, to: ruby-web, after: 15m}

    An example that passes
        teams:
          - {id: ruby-web, name: Ruby Web, kind: application}
        responsibilities:
          - {id: code, name: Application Code, raci: {ruby-web: A}}
        escalations:
          - {from: alert, to: ruby-web}

    How to put it right
        Give the page a second way, or make sure that the team always answers: a backup level, a second site.

    Limits
        It is about ways between teams (the immediate dominators of the escalation graph), not about hours or people.
        A condition on a way is taken to be one that can hold.
    """
    if not graph.escalations:
        yield not_assessed(ORGANIZATION, "escalations")
        return
    passages: dict[TeamId, Passage] = {}
    for found_there in graph.passages.values():
        for team, passage in found_there.items():
            held = passages.get(team)
            passages[team] = Passage(passage.rows + held.rows, passage.behind | held.behind) if held else passage
    entries = graph.whole_chain.ways.get(ALERT, {})
    for team, passage in passages.items():
        entry = team in entries
        behind = sorted(passage.behind - {team}, key=graph.by_name)
        names = listed([graph.name(owner) for owner in behind], most=3)
        if entry:
            message = (
                f"Every page enters through {graph.name(team)}."
                if len(entries) == 1
                else f"Every page for {names} enters through {graph.name(team)}."
            )
        else:
            message = f"Every page for {names} passes through {graph.name(team)}."
        yield found(
            subject("team", team),
            *(subject("team", owner) for owner in behind),
            severity="info" if entry else "warning",
            message=message,
            alike=None,
            advice=f"Without it {few(passage.rows, 'row')} would be cut off: give the page a second way there.",
            evidence=partial(_cut_off, team=team),
            numbers=figures(rows_cut_off=passage.rows),
        )


def _cut_off(graph: OrgGraph, team: TeamId) -> Evidence:
    """The team, the rows that it cuts off, and every way into the team and out of it."""
    rows = sorted(
        row.subject
        for chain, found_there in graph.passages.items()
        if team in found_there
        for row in rows_behind(chain, graph.rows_at(chain.places), team)
    )
    chain = graph.whole_chain
    into = [(source, team) for source, targets in chain.ways.items() if team in targets]
    out = [(team, target) for target in chain.ways.get(team, ())]
    ways = sorted((subject("team", source), subject("team", target)) for source, target in (*into, *out))
    return Evidence((subject("team", team), *rows), tuple(ways))
