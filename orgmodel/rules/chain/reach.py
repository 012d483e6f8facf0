"""ESC001 and ESC003: pages that never reach the owner, and teams and rows with nobody above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.findings import Evidence, Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ORGANIZATION, TeamId, subject
from orgmodel.rules.chain.missing_ways import how_to_lead_there, missing_way, reached_in_order, steps_missing
from orgmodel.rules.fixes import as_one, level_above
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import PAGED, Observation, found, not_assessed, row_rule
from orgmodel.rules.sources import ITIL_ESCALATION, WHO_IS_ON_CALL
from orgmodel.sentences import few, listed


@row_rule("ESC001", "owner-unreachable", "error", WHO_IS_ON_CALL, reads=("namesakes",))
def owner_unreachable(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        An alert can land on this row, and no escalation leads from the alert to the team that answers for it.

    Why it hurts
        The page stops with people who cannot put it right, and nobody on the way knows whom to call next.

    An example that fails
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, paged: true, raci: {web-sre: A}}
        escalations:
          - {from: alert, to: frontline}

    An example that passes
        teams:
          - {id: frontline, name: Frontline, kind: frontline}
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, paged: true, raci: {web-sre: A}}
        escalations:
          - {from: alert, to: frontline}
          - {from: frontline, to: web-sre, after: 15m}

    How to put it right
        Add the escalation that is missing, from the last team that the page gets to. Where one is there that leaves
        this service or layer out, let it cover that too.

    Limits
        Only escalations that carry a page and cover the row count. Not assessed where it is unknown whether an alert
        can land on the row, and where the file has no escalation at all.
    """
    for row in rows:
        if row.row.paged is False or not row.carriers:
            continue
        if row.row.paged is None:
            yield not_assessed(row.subject, PAGED)
        elif not graph.escalations:
            yield not_assessed(row.subject, "escalations", ORGANIZATION)
        elif not (chain := graph.chain_of(row.row)).reaches(row.carriers):
            teams = sorted(row.carriers, key=graph.by_name)
            names = listed([graph.name(team) for team in teams], most=4)
            reached = reached_in_order(graph, chain)
            how_far = (
                f"it gets no further than {listed([graph.name(team) for team in reached], most=4)}"
                if reached
                else "it gets to nobody"
            )
            yield found(
                row.subject,
                *(subject("team", team) for team in teams),
                message=f"A page for {said_of(graph, row)} never reaches {names}: {how_far}.",
                alike="can raise a page that never reaches their team",
                advice=partial(how_to_lead_there, row=row, owner=teams[0]),
                evidence=partial(_how_far, row=row, owners=tuple(teams)),
                fixes=partial(missing_way, row=row, owner=teams[0]),
            )


def _how_far(graph: OrgGraph, row: RowFacts, owners: tuple[TeamId, ...]) -> Evidence:
    """How far a page gets, and the escalation that is missing."""
    reached = reached_in_order(graph, graph.chain_of(row.row))
    steps = steps_missing(graph, row, owners[0])
    return Evidence(
        (row.subject, *(subject("team", team) for team in (*owners, *reached))),
        tuple((subject("team", source), subject("team", target)) for source, target in steps),
    )


def _teams_with_nobody_above(graph: OrgGraph) -> Iterator[Observation]:
    if not graph.escalations:
        yield not_assessed(ORGANIZATION, "escalations")
        return
    for team, places in graph.dead_ends.items():
        if team not in graph.organization.teams_there:
            continue
        at_times = ""
        if graph.whole_chain.escalations.get(team):
            rows = graph.rows_at(places)
            at_times = f" with a page for {_example(rows)}" if rows else " with some pages"
        yield found(
            subject("team", team),
            severity="error" if team in graph.critical_teams else "warning",
            message=f"{graph.name(team)} has nobody to escalate to{at_times}.",
            alike="have nobody to escalate to",
            advice="Name somebody for the hour when the team is stuck, and add the escalation to them.",
            fixes=partial(_add_a_level, team=team),
        )


def _example(rows: tuple[RowFacts, ...]) -> str:
    """`“Database” and two other rows`."""
    example = min((row.name, row.id) for row in rows)[0]
    return f"“{example}”" + (f" and {few(len(rows) - 1, 'other row')}" if len(rows) > 1 else "")


@row_rule(
    "ESC003",
    "dead-end",
    "error",
    ITIL_ESCALATION,
    reads=("namesakes", "in_place"),
    also=_teams_with_nobody_above,
    also_reads=("owned_critical",),
)
def dead_end(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        A page can get to this team and no further: it has nobody to escalate to, and it is no governance team. Or: a
        critical row whose page is never handed up to management, neither on the way to its team nor from there.

    Why it hurts
        When the team is stuck, or nobody answers, the incident waits. At the top of the chain somebody has to be able
        to call in others and to decide.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, criticality: 3, raci: {web-sre: A}}
        escalations:
          - {from: alert, to: web-sre}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: head, name: Head of Reliability, kind: governance}
        responsibilities:
          - {id: database, name: Database, criticality: 3, raci: {web-sre: A}}
        escalations:
          - {from: alert, to: web-sre}
          - {from: web-sre, to: head, kind: hierarchic, after: 60m}

    How to put it right
        Name who is called in the hour when the team is stuck, and add the escalation to them.

    Limits
        It is an error where the team owns a critical row (criticality 1 or 2), else a warning. A row that is never
        handed up is left out where its team has nobody to escalate to, which is the same fault, said once; and where
        governance owns it. A team without people is left to GAP003. Whether a row is critical, and so has to be handed
        up, is not assessed where its criticality is unknown.
    """
    if not graph.escalations:
        return
    for row in rows:
        if not row.carriers:
            continue
        if row.critical is None:
            yield not_assessed(row.subject, "criticality")
        elif (
            row.critical
            and not any(map(graph.chain_of(row.row).leads_up, row.carriers))
            and not any(team in graph.dead_ends or graph.present[team].kind == "governance" for team in row.carriers)
        ):
            owner = min(row.carriers, key=graph.by_name)
            yield found(
                row.subject,
                subject("team", owner),
                severity="error",
                message=f"A page for {said_of(graph, row)} is not handed up to management (by a hierarchic escalation) "
                f"on its way to {graph.name(owner)}, nor from there.",
                alike="are critical and their pages are never handed up",
                advice=f"Add a level above {graph.name(owner)}, or on the way to it.",
                fixes=partial(_add_a_level, team=owner),
            )


def _add_a_level(graph: OrgGraph, team: TeamId) -> tuple[Fix, ...]:
    return (as_one("Add a level above " + graph.name(team), level_above(graph, team)),)
