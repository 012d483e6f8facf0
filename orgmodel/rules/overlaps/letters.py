"""OVR001 and OVR003: rows that several teams answer for, or that many have a hand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from math import ceil

from orgmodel.commands import KeepOneAccountable
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import TeamId, subject
from orgmodel.rules.fixes import best_teams, hand_to
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import Observation, figures, found, row_rule
from orgmodel.rules.sources import RACI_ANALYSIS, RESPONSIBILITY_CHARTING
from orgmodel.sentences import capital, few, listed


@row_rule("OVR001", "several-accountable", "error", RESPONSIBILITY_CHARTING, reads=("namesakes",))
def several_accountable(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        Two or more teams answer for the same responsibility.

    Why it hurts
        Each can decide and each can wait for the other. The source says it plainly: only one A can be assigned to an
        action.

    An example that fails
        teams:
          - {id: ruby-web, name: Ruby Web, kind: application}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: runbooks, name: Application Runbooks, layer: application, raci: {ruby-web: A, web-sre: A}}

    An example that passes
        teams:
          - {id: ruby-web, name: Ruby Web, kind: application}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: runbooks, name: Application Runbooks, layer: application, raci: {ruby-web: A, web-sre: R}}

    How to put it right
        Keep one: the team at home in the row's layer comes first, then the service's own chain, then the area. The
        others go on doing the work, or are asked.

    Limits
        Several teams that do the work (R) are no overlap. Two rows with like names are not one row.
    """
    for row in rows:
        if len(row.accountable) < 2:
            continue
        teams = sorted(row.accountable, key=graph.by_name)
        names = listed([graph.name(team) for team in teams], most=4)
        yield found(
            row.subject,
            *(subject("team", team) for team in teams),
            message=capital(f"{few(len(teams), 'team')} answer for {said_of(graph, row)}: {names}."),
            alike="have more than one team that answers for them",
            advice="Keep one; the other does the work or is asked."
            if len(teams) == 2
            else "Keep one; the others do the work or are asked.",
            numbers=figures(teams_that_answer=len(teams)),
            fixes=partial(_keep_one, row=row),
        )


def _keep_one(graph: OrgGraph, row: RowFacts) -> Iterator[Fix]:
    teams = best_teams(graph, row, among=row.accountable)
    return hand_to(graph, row, teams, "Keep A with", partial(KeepOneAccountable, row.id))


@row_rule("OVR003", "crowded-row", "info", RACI_ANALYSIS, reads=("namesakes",))
def crowded_row(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        Many teams have a hand in one responsibility: four or more do the work; or as many as four and half of all
        teams are asked; or as many as six and four fifths of all teams are told.

    Why it hurts
        Work that everybody does is finished by nobody, and what everybody has to be asked about is slow.

    An example that fails
        teams:
          - {id: a, name: Ruby Web}
          - {id: b, name: Web SRE}
          - {id: c, name: Infrastructure SRE}
          - {id: d, name: Frontline}
        responsibilities:
          - {id: tuning, name: Performance Tuning, raci: {a: AR, b: R, c: R, d: R}}

    An example that passes
        teams:
          - {id: a, name: Ruby Web}
          - {id: b, name: Web SRE}
          - {id: c, name: Infrastructure SRE}
          - {id: d, name: Frontline}
        responsibilities:
          - {id: tuning, name: Performance Tuning, raci: {a: AR, b: R, c: R, d: C}}

    How to put it right
        Ask of each team what would go wrong without it. Split the row where the teams do different things.

    Limits
        The numbers are ours, not the source's: settings.limits has crowded_responsible (4), crowded_consulted (4) and
        crowded_informed (6). Half and four fifths of the teams compare with the whole organisation, so another team
        can change the verdict.
    """
    limit = graph.organization.settings.limit
    teams = len(graph.present)
    most = {
        "R": (ceil(limit("crowded_responsible")), "do the work"),
        "C": (ceil(max(limit("crowded_consulted"), teams / 2)), "are asked"),
        "I": (ceil(max(limit("crowded_informed"), teams * 4 / 5)), "are told"),
    }
    least = min(number for number, _ in most.values())
    for row in rows:
        if len(row.row.raci) < least:
            continue
        held: dict[str, list[TeamId]] = {"R": list(row.doers), "C": [], "I": []}
        for team, letters in row.row.raci.items():
            if letters in ("C", "I") and team in graph.present:
                held[letters].append(team)
        crowds = [letter for letter in most if held[letter] and len(held[letter]) >= most[letter][0]]
        if not crowds:
            continue
        many = [f"{few(len(held[letter]), 'team')} {most[letter][1]}" for letter in crowds]
        from_numbers = ", ".join(f"{most[letter][0]} or more" for letter in crowds)
        involved = sorted({team for letter in crowds for team in held[letter]}, key=graph.by_name)
        yield found(
            row.subject,
            *(subject("team", team) for team in involved),
            message=f"{said_of(graph, row)} is crowded: {listed(many)} ({from_numbers} is a crowd).",
            alike="are crowded",
            advice="Ask of each team what would go wrong without it.",
            numbers=tuple(
                pair
                for letter in crowds
                for pair in (
                    (f"teams that {most[letter][1]}", len(held[letter])),
                    (f"a crowd that {most[letter][1]}", most[letter][0]),
                )
            ),
        )
