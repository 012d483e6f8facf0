"""SPOF002: teams that every page has to pass through on its way to others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from orgmodel.findings import Evidence
from orgmodel.graph import OrgGraph, Passage, rows_behind
from orgmodel.model import ALERT, ORGANIZATION, TeamId, subject
from orgmodel.rules.rule import Found, Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import BEING_ON_CALL
from orgmodel.sentences import few, listed


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
        Make sure that the team always answers: a backup level, a second site. Where pages do not enter there, a second
        way past it helps as well, as long as it skips no tier.

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
    entries = graph.whole_chain.escalations.get(ALERT, {})
    for team, passage in passages.items():
        enters_here = tuple(entries) if team in entries else ()
        said = partial(_said, graph, team, passage, enters_here)
        yield graph.remembered_by_value(("passage", team, passage, enters_here), said)


def _said(graph: OrgGraph, team: TeamId, passage: Passage, entries: tuple[TeamId, ...]) -> Found:
    """The finding about a team; `entries` are all teams where pages enter, where it is one of them."""
    behind = sorted(passage.behind - {team}, key=graph.by_name)
    names = listed([graph.name(owner) for owner in behind], most=3)
    if len(entries) == 1:
        message = f"Every page enters through {graph.name(team)}."
    else:
        message = f"Every page for {names} {'enters' if entries else 'passes'} through {graph.name(team)}."
    return found(
        subject("team", team),
        *(subject("team", owner) for owner in behind),
        severity="info" if entries else "warning",
        message=message,
        alike=None,
        advice=f"If it does not answer, pages for {few(passage.rows, 'responsibility', 'responsibilities')} do not get "
        "through: make sure that it always answers, with a backup level or a second site"
        + ("." if entries else ", or give the page a second way there."),
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
    into = [(source, team) for source, targets in chain.escalations.items() if team in targets]
    out = [(team, target) for target in chain.escalations.get(team, ())]
    ways = sorted((subject("team", source), subject("team", target)) for source, target in (*into, *out))
    return Evidence((subject("team", team), *rows), tuple(ways))
