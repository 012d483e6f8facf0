"""GAP008: rows that others depend on, and that nobody is asked or told about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.commands import AssignTeam
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ORGANIZATION, Letters, TeamId, subject
from orgmodel.rules.fixes import as_one
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import Observation, figures, found, not_assessed, row_rule
from orgmodel.rules.services_needed import by_what_they_need, services_leaning_on
from orgmodel.rules.sources import RACI_ANALYSIS
from orgmodel.sentences import listed


@row_rule("GAP008", "silent-row", "info", RACI_ANALYSIS, reads=("in_place", "dependants", "namesakes"))
def silent_row(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        A row or a service of another team depends on this row, and on this one nobody is asked (C) and nobody is
        told (I).

    Why it hurts
        The team that has it can change it and need tell nobody, and those who depend on it learn of the change when
        their own work breaks. The source asks of a row without C and I whether its communication is missing.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        responsibilities:
          - {id: scaling, name: Scaling Systems, depends_on: [capacity], raci: {web-sre: A}}
          - {id: capacity, name: Capacity on Hand, raci: {infra-sre: A}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        responsibilities:
          - {id: scaling, name: Scaling Systems, depends_on: [capacity], raci: {web-sre: A}}
          - {id: capacity, name: Capacity on Hand, raci: {infra-sre: A, web-sre: I}}

    How to put it right
        Let the team that depends on it be told, or be asked before it changes.

    Limits
        Anybody asked or told will do, even if it is not the team that depends on the row; a team that does the work
        knows of it anyhow. A service that depends on the row's service counts where the row is the only one of that
        service, since only then is it certain what it needs. A row that nobody does is left to GAP001. Not assessed
        where nothing in the file says what it depends on.
    """
    dependants, needed, there = graph.dependants, by_what_they_need(graph), graph.organization.teams_there
    is_said = bool(dependants or needed)
    for row in rows:
        if is_said and row.id not in dependants and row.row.service not in needed:
            continue
        if not row.carriers or _tells_somebody(row, there):
            continue
        if not is_said:
            yield not_assessed(row.subject, "dependencies", ORGANIZATION)
            continue
        involved = {*row.accountable, *row.responsible}
        rows_leaning = graph.rows_at(dependants.get(row.id, ()))
        waiting = sorted(
            (other for other in rows_leaning if not involved.issuperset(other.carriers)), key=lambda other: other.id
        )
        theirs = {
            service.id: service.team
            for service in services_leaning_on(graph, row)
            if service.team in there and service.team not in involved
        }
        if not waiting and not theirs:
            continue
        of_rows = {team for other in waiting for team in other.carriers} - involved
        teams = tuple(sorted(of_rows.union(theirs.values()), key=graph.by_name))
        names = listed([graph.name(team) for team in teams], most=4)
        depends = "depends" if len(teams) == 1 else "depend"
        yield found(
            row.subject,
            *(subject("team", team) for team in teams),
            message=f"{names} {depends} on {said_of(graph, row)}, and nobody is asked or told about it.",
            alike="are depended on by another team, and nobody is asked or told about them",
            advice="Let whoever depends on it be told, or be asked before it changes.",
            evidence=Evidence(
                things=(
                    row.subject,
                    *(other.subject for other in waiting),
                    *(subject("service", service) for service in sorted(theirs)),
                    *(subject("team", team) for team in teams),
                )
            ),
            numbers=figures(
                rows_of_others_that_depend_on_it=len(waiting), services_of_others_that_depend_on_it=len(theirs)
            ),
            fixes=partial(_involve, row=row, teams=teams),
        )


def _tells_somebody(row: RowFacts, there: frozenset[TeamId]) -> bool:
    return not there.isdisjoint([team for team, letters in row.row.raci.items() if letters in ("C", "I")])


def _involve(graph: OrgGraph, row: RowFacts, teams: tuple[TeamId, ...]) -> Iterator[Fix]:
    names = listed([graph.name(team) for team in teams], most=4)
    letters: tuple[Letters, ...] = ("I", "C")
    for letter in letters:
        yield as_one(f"Assign {letter} to {names}", [AssignTeam(row.id, team, letter) for team in teams])
