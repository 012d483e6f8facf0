"""GAP003: names of teams that are missing, archived or have no people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.commands import AssignTeam, ChangeField, Command, MapTeam, Together
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ALERT, Organization, Subject, TeamId, name_of, subject
from orgmodel.rules.fixes import as_one, best_teams, hand_to
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


@row_rule(
    "GAP003", "owner-does-not-exist", "error", WORKBOOK_TEAMS, reads=("namesakes",), also=_in_other_places
)
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
        if not there.issuperset(row.row.raci):
            ghosts = tuple(sorted((team for team in row.row.raci if team not in there), key=graph.by_name))
            yield _found(graph, row.subject, said_of(graph, row), ghosts, partial(_on_a_row, row=row, ghosts=ghosts))


def _found(graph: OrgGraph, namer: Subject, said: str, ghosts: tuple[TeamId, ...], fixes: Mend) -> Found:
    reasons = [_reason(graph.organization, ghost) for ghost in ghosts]
    return found(
        namer,
        *(subject("team", ghost) for ghost in ghosts),
        message=f"{said} names {', and '.join(reasons)}.",
        alike="name a team that is not there",
        advice="Put the team that was meant in its place, or give what it had to somebody else.",
        fixes=fixes,
    )


def _on_a_row(graph: OrgGraph, row: RowFacts, ghosts: tuple[TeamId, ...]) -> tuple[Fix, ...]:
    return (*_elsewhere(graph, ghosts), *_on_this_row(graph, row, ghosts))


def _elsewhere(graph: OrgGraph, ghosts: tuple[TeamId, ...]) -> tuple[Fix, ...]:
    if len(ghosts) > 1:
        return ()
    return graph.remembered(("ghost", ghosts[0]), partial(_everywhere, graph, ghosts[0]))


def _names_of_teams(organization: Organization) -> Iterator[tuple[Subject, Iterable[TeamId]]]:
    """Each thing but the rows that names teams, once, with those it names."""
    for rotation in organization.rotations:
        yield rotation.subject, (rotation.team,)
    yield from {way.subject: (way.source, way.target) for way in organization.escalations}.items()
    for team in organization.teams:
        links = (*team.supports, *((team.parent,) if team.parent else ()))
        if team.status == "archived":
            links = tuple(link for link in links if link not in organization.team_by_id)
        yield team.subject, links


def _reason(organization: Organization, ghost: TeamId) -> str:
    team = organization.team_by_id.get(ghost)
    if team is None:
        likely = _likely(organization, ghost)
        meant = f" (did you mean “{likely}”?)" if likely else ""
        return f"“{ghost}”, and there is no such team{meant}"
    return f"{team.name}, which is archived" if team.status == "archived" else f"{team.name}, which has no people"


def _likely(organization: Organization, ghost: TeamId) -> TeamId | None:
    """The id that was probably meant: the nearest one, of a team that is there."""
    from difflib import get_close_matches

    there = sorted(team.id for team in organization.teams if team.status != "archived" and team.people != 0)
    near = get_close_matches(ghost, there, n=1)
    return TeamId(near[0]) if near else None


def _heirs(graph: OrgGraph, ghost: TeamId) -> tuple[TeamId, ...]:
    """Who was probably meant: the nearest name. Or who could take over: few of the same kind, and the parent."""
    team = graph.organization.team_by_id.get(ghost)
    if team is None:
        likely = _likely(graph.organization, ghost)
        return (likely,) if likely else ()
    kin = [other.id for other in graph.present.values() if other.kind == team.kind and other.people != 0]
    kin = sorted((other for other in kin if other != ghost), key=graph.by_name)
    parent = graph.present.get(team.parent) if team.parent else None
    above = [parent.id] if parent and parent.people != 0 else []
    return tuple(dict.fromkeys((*(kin if len(kin) <= 2 else ()), *above)))


def _everywhere(graph: OrgGraph, ghost: TeamId) -> tuple[Fix, ...]:
    """Fixes that mend all that names the ghost at once, where no row is shared by more teams for it."""
    fixes = [
        Fix(f"Put {graph.name(heir)} in the place of {graph.name(ghost)}", MapTeam(ghost, heir))
        for heir in _heirs(graph, ghost)
        if not _makes_worse(graph, ghost, heir)
    ]
    team = graph.organization.team_by_id.get(ghost)
    if team is not None and team.status == "archived" and team.people != 0 and not _makes_worse(graph, ghost, ghost):
        fixes.append(Fix(f"Bring {team.name} back", ChangeField(team.subject, "status", "active")))
    return tuple(fixes)


def _on_this_row(graph: OrgGraph, row: RowFacts, ghosts: tuple[TeamId, ...]) -> tuple[Fix, ...]:
    """Fixes for one row alone: clear the ghosts where somebody else has the row, else give it to another team."""
    clear = tuple(AssignTeam(row.id, ghost, None) for ghost in ghosts)
    standing = [team for team in row.doers if team not in ghosts]
    if standing:
        settled = len(standing) == 1 or any(team not in ghosts for team in row.accountable)
        label = f"Clear {listed([graph.name(ghost) for ghost in ghosts], most=4)} from “{row.name}”"
        return (as_one(label, clear),) if settled and not row.row.paged else ()

    def give(team: TeamId) -> Command:
        return Together(f"Assign A to {graph.name(team)}", (*clear, AssignTeam(row.id, team, "A")))

    others = (team for team in best_teams(graph, row) if team not in ghosts)
    return tuple(hand_to(graph, row, others, "Assign A to", give))


def _makes_worse(graph: OrgGraph, ghost: TeamId, heir: TeamId) -> bool:
    """Whether some row would be shared by several teams, that is not yet, if the heir had what the ghost is given."""
    held = graph.remembered("rows of ghosts", lambda: _rows_given_to(graph))
    return any(_is_shared_by(row, ghost, heir) for row in held.get(ghost, ()))


def _is_shared_by(row: RowFacts, ghost: TeamId, heir: TeamId) -> bool:
    letters = row.row.raci[ghost]
    accountable = {*row.accountable, *((heir,) if "A" in letters else ())} - ({ghost} - {heir})
    responsible = {*row.responsible, *((heir,) if "R" in letters else ())} - ({ghost} - {heir})
    if len(accountable) > 1:
        return len(row.accountable) < len(accountable)
    return not accountable and len(responsible) > 1 and (bool(row.accountable) or len(row.responsible) < 2)


def _rows_given_to(graph: OrgGraph) -> dict[TeamId, list[RowFacts]]:
    """The rows on which each team has an A or an R, whether the team is there or not."""
    held: dict[TeamId, list[RowFacts]] = {}
    for row in graph.rows:
        for team in {*row.row.raci.accountable, *row.row.raci.doers}:
            held.setdefault(team, []).append(row)
    return held
