"""GAP001 and GAP002: rows that nobody does, or that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.commands import AssignTeam
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import subject
from orgmodel.rules.candidates import ranked
from orgmodel.rules.fixes import best_teams, hand_to
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import Observation, figures, found, row_rule
from orgmodel.rules.sources import RACI_ANALYSIS
from orgmodel.sentences import capital, few, listed


@row_rule("GAP001", "nobody-does-it", "error", RACI_ANALYSIS, reads=("namesakes",))
def nobody_does_it(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        A responsibility that no team does and no team answers for. Being asked (C) or told (I) is not doing it.

    Why it hurts
        Everybody believes that somebody else has it. It shows on the day that it is needed. The source says that
        with no R the job may not get done.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: scaling, name: Scaling Systems, layer: environment, raci: {web-sre: C}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: scaling, name: Scaling Systems, layer: environment, raci: {web-sre: A}}

    How to put it right
        Give it to one team. The candidates are ranked: at home in the row's layer, in the service's own chain, with
        other rows of the area, on call, and with few rows a head.

    Limits
        Letters of teams that are missing, archived or without people do not count. Where a row names such a team,
        GAP003 says it instead.
    """
    for row in rows:
        if row.doers:
            continue
        yield found(
            row.subject,
            message=f"Nobody does {said_of(graph, row)}.",
            alike="have nobody to do them",
            advice=partial(_nearest, row=row),
            fixes=partial(_give_to_the_best, row=row),
        )


def _nearest(graph: OrgGraph, row: RowFacts) -> str:
    nearest = ranked(graph, row, 1)
    if nearest and nearest[0].reasons:
        return f"Give it to {graph.name(nearest[0].team)}: it {nearest[0].reasons[0]}."
    return "Decide which team answers for it."


def _give_to_the_best(graph: OrgGraph, row: RowFacts) -> Iterator[Fix]:
    return hand_to(graph, row, best_teams(graph, row), "Assign A to", partial(AssignTeam, row.id, letters="A"))


@row_rule("GAP002", "nobody-answers", "error", RACI_ANALYSIS, reads=("namesakes",))
def nobody_answers(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        Work is done and no team answers for it. With two or more teams at work that is an error. With exactly one,
        that team is taken to answer for it, and the finding is for information.

    Why it hurts
        When the work is late or wrong, each team can point at the other, and nobody can decide.

    An example that fails
        teams:
          - {id: ruby-web, name: Ruby Web, kind: application}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: tuning, name: Performance Tuning, raci: {ruby-web: R, web-sre: R}}

    An example that passes
        teams:
          - {id: ruby-web, name: Ruby Web, kind: application}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: tuning, name: Performance Tuning, raci: {ruby-web: AR, web-sre: R}}

    How to put it right
        Let one of the teams that do it answer for it.

    Limits
        Several teams at work are no fault in themselves. The rule looks at letters alone, not at who is thought to
        be in charge.
    """
    for row in rows:
        if row.accountable or not row.responsible:
            continue
        teams = sorted(row.responsible, key=graph.by_name)
        several = len(teams) > 1
        names = listed([graph.name(team) for team in teams], most=4)
        said = said_of(graph, row)
        shared = capital(f"{few(len(teams), 'team')} do {said} and nobody answers for it: {names}.")
        alone = f"{names} does {said} alone, so it is taken to answer for it, but nobody has said so."
        yield found(
            row.subject,
            *(subject("team", team) for team in teams),
            severity="error" if several else "info",
            message=shared if several else alone,
            alike="are done by several teams and nobody answers for them"
            if several
            else "are done by one team that nobody made answer for them",
            advice="Let one of them answer for it." if several else "Say so: give it the A as well.",
            numbers=figures(teams_that_do_it=len(teams)),
            fixes=partial(_let_one_answer, row=row),
        )


def _let_one_answer(graph: OrgGraph, row: RowFacts) -> Iterator[Fix]:
    teams = best_teams(graph, row, among=row.responsible)
    return hand_to(graph, row, teams, "Assign A to", partial(AssignTeam, row.id, letters="AR"))
