"""SPOF: one is not enough."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from orgmodel.commands import MoveAccountability
from orgmodel.findings import Evidence
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ALERT, ORGANIZATION, Subject, TeamId, subject
from orgmodel.rules.fixes import best_teams, hand_to, is_alone
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import BEING_ON_CALL, WORKBOOK_TEAMS
from orgmodel.sentences import few, listed


@rule("SPOF001", "bus-factor-one", "error", WORKBOOK_TEAMS)
def bus_factor_one(graph: OrgGraph) -> Iterator[Observation]:
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
    for row in graph.rows:
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
                severity="error" if graph.is_critical(row.row) else "warning",
                message=f"“{row.name}” rests on one person: there is nobody else in {names}.",
                alike="rest on one person",
                advice="Give it to a team with more people, or a second person to the team.",
                numbers=figures(people=1),
                fixes=hand_to(
                    graph,
                    row,
                    (team for team in best_teams(graph, row) if is_alone(graph, (team,)) is False),
                    "Move A to",
                    partial(MoveAccountability, row.id),
                ),
            )


@rule("SPOF002", "everything-passes-through", "warning", BEING_ON_CALL)
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
    cut_off: dict[TeamId, list[RowFacts]] = {}
    for chain in graph.chains:
        by_carriers: dict[tuple[TeamId, ...], list[RowFacts]] = {}
        for row in chain.rows:
            if row.carriers:
                by_carriers.setdefault(row.carriers, []).append(row)
        through = chain.on_every_way_to(dict.fromkeys(team for carriers in by_carriers for team in carriers))
        for carriers, rows in by_carriers.items():
            reached = [through[team] for team in carriers if team in through]
            if reached:
                for team in frozenset.intersection(*reached).difference(carriers):
                    cut_off.setdefault(team, []).extend(rows)
    entries = graph.whole_chain.ways.get(ALERT, {})
    for team, rows in cut_off.items():
        entry = team in entries
        behind = sorted({owner for row in rows for owner in row.carriers if owner != team}, key=graph.by_name)
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
            advice=f"Without it {few(len(rows), 'row')} would be cut off: give the page a second way there.",
            evidence=Evidence(
                (subject("team", team), *sorted(row.subject for row in rows)), _ways_through(graph, team)
            ),
            numbers=figures(rows_cut_off=len(rows)),
        )


def _ways_through(graph: OrgGraph, team: TeamId) -> tuple[tuple[Subject, Subject], ...]:
    """Every way into the team and out of it."""
    chain = graph.whole_chain
    into = [(source, team) for source, targets in chain.ways.items() if team in targets]
    out = [(team, target) for target in chain.ways.get(team, ())]
    return tuple(sorted((subject("team", source), subject("team", target)) for source, target in (*into, *out)))
