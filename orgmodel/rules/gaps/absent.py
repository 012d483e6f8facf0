"""Teams that are named and not there: what is the matter with each, and who could stand in everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from orgmodel.commands import ChangeField, MapTeam
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import Organization, TeamId
from orgmodel.sentences import listed

_MOST_SAID: Final = 4


def why_absent(graph: OrgGraph, teams: Sequence[TeamId]) -> str:
    """`“web-sree”, which is no team here (did you mean “web-sre”?)`, to be read after *names*."""
    known = {team: graph.organization.team_by_id.get(team) for team in teams}
    missing = [team for team in teams if known[team] is None]
    archived = [team.name for team in known.values() if team and team.status == "archived"]
    empty = [team.name for team in known.values() if team and team.status != "archived"]
    said = []
    if missing:
        nearest = (graph.remembered(("likely", team), partial(_likely, graph.organization, team)) for team in missing)
        likely = list(dict.fromkeys(f"“{team}”" for team in nearest if team))
        what = "which is no team here" if len(missing) == 1 else "which are no teams here"
        meant = f" (did you mean {listed(likely, most=_MOST_SAID)}?)" if likely else ""
        said.append(f"{listed([f'“{team}”' for team in missing], most=_MOST_SAID)}, {what}{meant}")
    if archived:
        said.append(f"{listed(archived, most=_MOST_SAID)}, which {'is' if len(archived) == 1 else 'are'} archived")
    if empty:
        said.append(f"{listed(empty, most=_MOST_SAID)}, which {'has' if len(empty) == 1 else 'have'} no people")
    return ", and ".join(said)


def everywhere(graph: OrgGraph, team: TeamId) -> tuple[Fix, ...]:
    """Fixes that mend all that names the team at once: another in its place, or itself brought back."""
    return graph.remembered(("absent", team), lambda: _everywhere(graph, team))


def _everywhere(graph: OrgGraph, team: TeamId) -> tuple[Fix, ...]:
    fixes = [
        Fix(f"Put {graph.name(heir)} in the place of {graph.name(team)}", MapTeam(team, heir))
        for heir in heirs_of(graph, team)
    ]
    known = graph.organization.team_by_id.get(team)
    if known is not None and known.status == "archived" and known.people != 0:
        fixes.append(Fix(f"Bring {known.name} back", ChangeField(known.subject, "status", "active")))
    return tuple(fixes)


def heirs_of(graph: OrgGraph, absent: TeamId) -> tuple[TeamId, ...]:
    """Who was probably meant: the nearest name. Or who could take over: few of the same kind, and the parent."""
    team = graph.organization.team_by_id.get(absent)
    if team is None:
        likely = _likely(graph.organization, absent)
        return (likely,) if likely else ()
    kin = [other.id for other in graph.present.values() if other.kind == team.kind and other.people != 0]
    kin = sorted((other for other in kin if other != absent), key=graph.by_name)
    parent = graph.present.get(team.parent) if team.parent else None
    above = [parent.id] if parent and parent.people != 0 else []
    return tuple(dict.fromkeys((*(kin if len(kin) <= 2 else ()), *above)))


def _likely(organization: Organization, absent: TeamId) -> TeamId | None:
    """The id that was probably meant: the nearest one, of a team that is there."""
    from difflib import get_close_matches

    near = get_close_matches(absent, sorted(organization.teams_there), n=1)
    return TeamId(near[0]) if near else None
