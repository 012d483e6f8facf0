"""The quick fixes that several rules offer, and what would stand against each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from orgmodel.commands import AddEscalation, AddRotation, AddTeam, Command, Together
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import ALERT, ALWAYS, Escalation, Rotation, RotationId, Team, TeamId, id_from_name
from orgmodel.rules.candidates import ranked

_TRIED = 12


def hand_to(
    graph: OrgGraph, row: RowFacts, teams: Iterable[TeamId], verb: str, do: Callable[[TeamId], Command]
) -> Iterator[Fix]:
    """Fixes that make one of the teams the owner, the best first; most that would open an error are left out here.

    Where all that stands against a team is that nobody is above it, the fix adds that level as well.
    """
    for team in teams:
        if stands_against(graph, row, team):
            continue
        label = f"{verb} {graph.name(team)}"
        if _lacks_a_level_above(graph, row, team):
            label = f"{label}, and add a level above it"
            yield Fix(label, Together(label, (do(team), *level_above(graph, team))))
        else:
            yield Fix(label, do(team))


def best_teams(graph: OrgGraph, row: RowFacts, among: Iterable[TeamId] | None = None) -> tuple[TeamId, ...]:
    """The teams that could own the row, the best first; `among` leaves only those."""
    if among is None:
        return tuple(candidate.team for candidate in ranked(graph, row, _TRIED))
    wanted = tuple(among)
    order = [candidate.team for candidate in ranked(graph, row, among=wanted)]
    return (*order, *sorted(set(wanted).difference(order), key=graph.by_name))


def level_above(graph: OrgGraph, team: TeamId) -> tuple[Command, ...]:
    """Commands that give a team somebody to escalate to: a governance team that is there, else a new one.

    Where the file has rotations the new one is on call too: a page would wait there in silence (ESC011).
    """
    return graph.remembered(("level above", team), lambda: _level_above(graph, team))


def _level_above(graph: OrgGraph, team: TeamId) -> tuple[Command, ...]:
    above = [
        other
        for other in graph.present.values()
        if other.kind == "governance" and other.people != 0 and team not in graph.whole_chain.onward(other.id)
    ]
    parent = graph.present[team].parent if team in graph.present else None
    above.sort(key=lambda other: (other.id != parent, *graph.by_name(other.id)))
    if above:
        return (AddEscalation(Escalation(team, above[0].id, "hierarchic")),)
    taken: set[str] = {ALERT, *(other.id for other in graph.organization.teams)}
    management = Team(TeamId(id_from_name("Management", taken)), "Management", "governance")
    above_it = AddTeam(management), AddEscalation(Escalation(team, management.id, "hierarchic"))
    if not graph.organization.rotations:
        return above_it
    return (*above_it, on_call_always(graph, management.id))


def on_call_always(graph: OrgGraph, team: TeamId) -> AddRotation:
    """A rotation around the clock for a team, with nobody named in it."""
    return AddRotation(Rotation(fresh_rotation_id(graph, f"{team}-always"), team, coverage=ALWAYS))


def fresh_rotation_id(graph: OrgGraph, name: str) -> RotationId:
    return RotationId(id_from_name(name, {rotation.id for rotation in graph.organization.rotations}))


def as_one(label: str, commands: Sequence[Command]) -> Fix:
    """A fix of several commands that are one step of Undo."""
    return Fix(label, commands[0] if len(commands) == 1 else Together(label, tuple(commands)))


def is_alone(graph: OrgGraph, teams: Iterable[TeamId]) -> bool | None:
    """Whether the teams together are one person; None if their people are unknown. Governance is never alone."""
    held = [graph.present[team] for team in teams if team in graph.present]
    if all(team.kind == "governance" for team in held):
        return False
    if all(team.members and team.people == len(team.members) for team in held):
        return len({member.name for team in held for member in team.members}) == 1
    known = [team.people for team in held if team.people is not None]
    if sum(known) > 1:
        return False
    return sum(known) == 1 if len(known) == len(held) else None


def stands_against(graph: OrgGraph, row: RowFacts, team: TeamId) -> str | None:
    """Which error this team as the owner would be, that the row's owners so far are not: `no page gets to it`.

    To be read after the team's name and “because”; None where nothing is seen to stand against it.
    """
    paged, critical = bool(row.row.paged), bool(row.critical)
    if critical and is_alone(graph, (team,)) and not (row.owners and is_alone(graph, row.owners)):
        return "it is one person and the row is critical"
    if not paged:
        return None
    chain = graph.chain_of(row.row)
    if graph.escalations and not chain.reaches((team,)) and (not row.carriers or chain.reaches(row.carriers)):
        return "no page gets to it"
    if not critical or not graph.organization.rotations or graph.is_heard(row, team):
        return None
    heard = any(graph.is_heard(row, other) for other in row.carriers)
    return "nobody there is on call for its pages" if heard or not row.carriers else None


def _lacks_a_level_above(graph: OrgGraph, row: RowFacts, team: TeamId) -> bool:
    """Whether a critical row with this owner would be an error of ESC003."""
    if not row.critical or not graph.escalations:
        return False
    chain = graph.chain_of(row.row)
    has_led_up = not row.carriers or any(chain.leads_up(other) for other in row.carriers)
    stuck = team in graph.dead_ends and team not in graph.critical_teams
    return stuck or (has_led_up and not chain.leads_up(team))
