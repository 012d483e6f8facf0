"""SPOF003: what much depends on, and nobody does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.commands import AssignTeam
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ORGANIZATION
from orgmodel.rules.fixes import best_teams, hand_to
from orgmodel.rules.rows_said import said_of, whose
from orgmodel.rules.rule import Observation, figures, found, not_assessed, row_rule
from orgmodel.rules.services_needed import by_what_they_need, services_leaning_on
from orgmodel.rules.sources import WORKBOOK_TEAMS
from orgmodel.sentences import few, listed


@row_rule("SPOF003", "unowned-hub", "error", WORKBOOK_TEAMS, reads=("in_place", "dependants", "namesakes"))
def unowned_hub(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        Nobody does this row, and hub_dependants (3) or more things depend on it.

    Why it hurts
        When it fails, all of them fail with it, and there is nobody to turn to.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: access, name: Access Management}
          - {id: code, name: Application Code, depends_on: [access], raci: {web-sre: A}}
          - {id: database, name: Database, depends_on: [access], raci: {web-sre: A}}
          - {id: release, name: Release Process, depends_on: [access], raci: {web-sre: A}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: access, name: Access Management, raci: {web-sre: A}}
          - {id: code, name: Application Code, depends_on: [access], raci: {web-sre: A}}
          - {id: database, name: Database, depends_on: [access], raci: {web-sre: A}}
          - {id: release, name: Release Process, depends_on: [access], raci: {web-sre: A}}

    How to put it right
        Give it to a team before anything else: of all rows that nobody does, it is the one that most things need.

    Limits
        What depends on it are the rows that name it. Services that depend on its service count as well where it is
        the only row of that service, since only then is it certain what they need. Dependencies of dependencies are
        not followed. Not assessed where the file names no dependency at all.
    """
    limit = graph.organization.settings.limit("hub_dependants")
    for row in rows:
        if row.doers:
            continue
        rows_leaning = graph.rows_at(graph.dependants.get(row.id, ()))
        leaning = sorted((f"{other.name}{whose(graph, other)}", other.subject) for other in rows_leaning)
        leaning += sorted((service.name, service.subject) for service in services_leaning_on(graph, row))
        if len(leaning) >= limit:
            names, depend = listed([name for name, _ in leaning], most=4), "depends" if len(leaning) == 1 else "depend"
            yield found(
                row.subject,
                *(about for _, about in leaning),
                message=f"Nobody does {said_of(graph, row)}, and {few(len(leaning), 'thing')} {depend} on it: {names}.",
                alike="have nobody to do them, and much depends on them",
                advice="Give it to a team before any other row that nobody does.",
                numbers=figures(things_that_depend_on_it=len(leaning), limit=limit),
                fixes=partial(_give_to_the_best, row=row),
            )
        elif not graph.dependants and not by_what_they_need(graph):
            yield not_assessed(row.subject, "dependencies", ORGANIZATION)


def _give_to_the_best(graph: OrgGraph, row: RowFacts) -> Iterator[Fix]:
    return hand_to(graph, row, best_teams(graph, row), "Assign A to", partial(AssignTeam, row.id, letters="A"))
