"""GAP005 and GAP006: rows that an alert can land on, with nobody on call or nothing to work from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.commands import AddRotation
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ORGANIZATION, Rotation, TeamId, subject
from orgmodel.rules.fixes import fresh_rotation_id
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import PAGED, Observation, found, not_assessed, row_rule
from orgmodel.rules.sources import FULL_SERVICE_OWNERSHIP, GOING_ON_CALL
from orgmodel.sentences import listed


@row_rule("GAP005", "owner-not-on-call", "error", FULL_SERVICE_OWNERSHIP, reads=("namesakes",))
def owner_not_on_call(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        An alert can land on this row, and nobody is on call for it: the team that answers for it has no rotation, and
        neither has a team that hands pages to it. It is an error for a critical row, else a warning.

    Why it hurts
        The page rings nowhere. The source wants a service wholly owned by the team that supports it, with a rotation.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        responsibilities:
          - {id: database, name: Database, paged: true, criticality: 1, raci: {web-sre: A}}
        rotations:
          - {id: infra-primary, team: infra-sre}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        responsibilities:
          - {id: database, name: Database, paged: true, criticality: 1, raci: {web-sre: A}}
        rotations:
          - {id: infra-primary, team: infra-sre}
          - {id: web-primary, team: web-sre}

    How to put it right
        Put the team that answers for it on call, or let a team that is on call receive the page first and hand it on.

    Limits
        Whether the hours are covered is another rule's question. Not assessed where it is unknown whether an alert
        can land on the row, and where the file has no rotation at all.
    """
    for row in rows:
        if row.row.paged is False or not row.carriers:
            continue
        if row.row.paged is None:
            yield not_assessed(row.subject, PAGED)
        elif not graph.organization.rotations:
            yield not_assessed(row.subject, "rotations", ORGANIZATION)
        elif not any(graph.is_heard(row, team) for team in row.carriers):
            teams = sorted(row.carriers, key=graph.by_name)
            names, has = listed([graph.name(team) for team in teams], most=4), "has" if len(teams) == 1 else "have"
            yield found(
                row.subject,
                *(subject("team", team) for team in teams),
                severity="error" if row.critical else "warning",
                message=f"A page for {said_of(graph, row)} finds nobody on call: {names} {has} no rotation.",
                alike="can raise a page that finds nobody on call",
                advice="Put the team on call, or let a team that is on call hand pages to it.",
                fixes=partial(_put_on_call, team=teams[0]),
            )


def _put_on_call(graph: OrgGraph, team: TeamId) -> tuple[Fix, ...]:
    rotation = Rotation(fresh_rotation_id(graph, f"{team}-primary"), team)
    return (Fix(f"Add a rotation for {graph.name(team)}", AddRotation(rotation)),)


@row_rule("GAP006", "paged-without-runbook", "warning", GOING_ON_CALL, reads=("namesakes",))
def paged_without_runbook(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        An alert can land on this row, and no runbook is named for it.

    Why it hurts
        Whoever is woken starts from nothing, and only those who know the system by heart can help. The source has
        whoever goes on call verify that all alerts have documentation.

    An example that fails
        responsibilities:
          - {id: database, name: Database, paged: true}

    An example that passes
        responsibilities:
          - {id: database, name: Database, paged: true, runbook: "https://runbooks.example/database"}

    How to put it right
        Write down what to look at first, what to try and whom to hand the page to; link it in the row.

    Limits
        The link is not followed, and what stands behind it is not read. Not assessed where it is unknown whether an
        alert can land on the row, unless it has a runbook anyhow. There is no quick fix: nobody can make up a runbook.
    """
    for row in rows:
        if row.row.paged is False or (row.row.runbook and row.row.runbook.strip()):
            continue
        if row.row.paged is None:
            yield not_assessed(row.subject, PAGED)
        else:
            yield found(
                row.subject,
                message=f"A page for {said_of(graph, row)} comes without a runbook.",
                alike="can raise a page and have no runbook",
                advice=_write_it_down,
            )


def _write_it_down(graph: OrgGraph) -> str:
    without, paged = graph.remembered("paged without a runbook", lambda: _counted(graph))
    share = f": {without} of {paged:,} that can raise a page have none" if paged > 1 else ""
    return f"Write down what to look at first and whom to hand the page to{share}."


def _counted(graph: OrgGraph) -> tuple[int, int]:
    """How many rows are paged and have no runbook, and how many are paged."""
    runbooks = [bool(row.row.runbook and row.row.runbook.strip()) for row in graph.rows if row.row.paged]
    return runbooks.count(False), len(runbooks)
