"""Teams that are named and not there: what is the matter with each, and who could stand in everywhere."""

from __future__ import annotations

from orgmodel.commands import ChangeField, MapTeam
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import Organization, TeamId


def why_absent(graph: OrgGraph, team: TeamId) -> str:
    """`“web-sree”, and there is no such team (did you mean “web-sre”?)`, to be read after *names*."""
    known = graph.organization.team_by_id.get(team)
    if known is None:
        likely = graph.remembered(("likely", team), lambda: _likely(graph.organization, team))
        meant = f" (did you mean “{likely}”?)" if likely else ""
        return f"“{team}”, and there is no such team{meant}"
    return f"{known.name}, which is archived" if known.status == "archived" else f"{known.name}, which has no people"


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
