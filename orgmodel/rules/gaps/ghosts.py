"""GAP003: rows, rotations, escalations and links that name a team which is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.commands import AssignTeam, Command, Together
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ALERT, Organization, Subject, TeamId, name_of, subject
from orgmodel.rules.fixes import as_one, best_teams, hand_to
from orgmodel.rules.gaps.absent import everywhere, why_absent
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import Found, Mend, Observation, found, row_rule
from orgmodel.rules.sources import WORKBOOK_TEAMS
from orgmodel.sentences import listed


def _in_other_places(graph: OrgGraph) -> Iterator[Observation]:
    organization = graph.organization
    for namer, named in _names_of_teams(organization):
        absent = {team for team in named if team != ALERT and team not in organization.teams_there}
        if absent:
            ghosts = tuple(sorted(absent, key=graph.by_name))
            kind = namer.partition(":")[0]
            said = name_of(organization, namer)
            yield _found(
                graph,
                namer,
                said if kind == "team" else f"The {kind} {said}",
                ghosts,
                partial(_elsewhere, ghosts=ghosts),
            )


@row_rule("GAP003", "owner-does-not-exist", "error", WORKBOOK_TEAMS, reads=("namesakes",), also=_in_other_places)
def owner_does_not_exist(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        A row, a rotation, an escalation, a parent or a support link names a team that is not there: no team has that
        id, or it is archived, or its headcount is 0.

    Why it hurts
        On paper the work has an owner; in fact the page and the question go to nobody. Mostly a team was renamed, or
        dissolved and its work never handed over.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, raci: {web-sree: A}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        responsibilities:
          - {id: database, name: Database, raci: {web-sre: A}}

    How to put it right
        Put the team that was meant in its place, everywhere at once; or give its rows to somebody else.

    Limits
        The team of a service is another rule's question. What a missing team is named in counts for nothing in every
        other rule, and the gaps that follow on the same row are not said a second time.
    """
    there = graph.organization.teams_there
    for row in rows:
        if not there.issuperset(row.row.raci.keys()):
            ghosts = tuple(sorted((team for team in row.row.raci if team not in there), key=graph.by_name))
            yield _found(graph, row.subject, said_of(graph, row), ghosts, partial(_on_a_row, row=row, ghosts=ghosts))


def _found(graph: OrgGraph, namer: Subject, said: str, ghosts: tuple[TeamId, ...], fixes: Mend) -> Found:
    return found(
        namer,
        *(subject("team", ghost) for ghost in ghosts),
        message=f"{said} names {why_absent(graph, ghosts)}.",
        alike="name a team that is not there",
        advice="Put the team that was meant in its place, or give what it had to somebody else.",
        fixes=fixes,
    )


def _on_a_row(graph: OrgGraph, row: RowFacts, ghosts: tuple[TeamId, ...]) -> Iterator[Fix]:
    yield from _elsewhere(graph, ghosts)
    yield from _on_this_row(graph, row, ghosts)


def _elsewhere(graph: OrgGraph, ghosts: tuple[TeamId, ...]) -> tuple[Fix, ...]:
    return everywhere(graph, ghosts[0]) if len(ghosts) == 1 else ()


def _names_of_teams(organization: Organization) -> Iterator[tuple[Subject, Iterable[TeamId]]]:
    """Each thing but the rows that names teams, once, with those it names."""
    for rotation in organization.rotations:
        yield rotation.subject, (rotation.team,)
    yield from {each.subject: (each.source, each.target) for each in organization.escalations}.items()
    for team in organization.teams:
        links = (*team.supports, *((team.parent,) if team.parent else ()))
        if team.status == "archived":
            links = tuple(link for link in links if link not in organization.team_by_id)
        yield team.subject, links


def _on_this_row(graph: OrgGraph, row: RowFacts, ghosts: tuple[TeamId, ...]) -> Iterator[Fix]:
    """Fixes for one row alone: clear the ghosts where somebody else has the row, else give it to another team."""
    clear = tuple(AssignTeam(row.id, ghost, None) for ghost in ghosts)
    if row.doers:
        names = listed([graph.name(ghost) for ghost in ghosts], most=4)
        yield as_one(f"Clear {names} from {said_of(graph, row)}", clear)
        return

    def give(team: TeamId) -> Command:
        return Together(f"Assign A to {graph.name(team)}", (*clear, AssignTeam(row.id, team, "A")))

    yield from hand_to(graph, row, best_teams(graph, row), "Assign A to", give)
