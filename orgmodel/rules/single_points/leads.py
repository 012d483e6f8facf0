"""SPOF004: one person who leads several teams, or holds everything that is named in one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from orgmodel.commands import ChangeField
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import Subject, Team, TeamId, name_key, subject
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import WORKBOOK_TEAMS
from orgmodel.sentences import few, listed

_SEVERAL: Final = 2


@rule("SPOF004", "one-lead-many-teams", "warning", WORKBOOK_TEAMS)
def one_lead_many_teams(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        One person leads two teams or more, or holds every duty that is named in a team: leads it, and is the only one
        on all its rotations.

    Why it hurts
        When that person is away, several teams are without anybody who decides, or one team is without anybody at
        all.

    An example that fails
        teams:
          - {id: ruby-web, name: Ruby Web, lead: Dana Reyes}
          - {id: web-sre, name: Web SRE, lead: Dana Reyes}

    An example that passes
        teams:
          - {id: ruby-web, name: Ruby Web, lead: Dana Reyes}
          - {id: web-sre, name: Web SRE, lead: Ana Sousa}

    How to put it right
        Let somebody else lead one of the teams; let a second person share the duties.

    Limits
        People are the same where their names are, whatever the case and the spaces; two people of one name are taken
        for one. A team with fewer than two named duties is not looked at for the second clause. Not assessed where a
        team names no lead, or where it is unknown who is on a rotation that decides.
    """
    led: dict[str, list[Team]] = {}
    holding: dict[str, list[Team]] = {}
    for team in sorted(graph.present.values(), key=lambda team: team.id):
        if team.lead is None:
            yield not_assessed(team.subject, "lead")
        else:
            led.setdefault(name_key(team.name_of(team.lead)), []).append(team)
        holder = _sole_holder(graph, team)
        unnamed = _unnamed(graph, team)
        if holder and unnamed:
            yield not_assessed(team.subject, "members", *unnamed)
        elif holder:
            holding.setdefault(holder, []).append(team)
    for person in sorted({*led, *holding}):
        leads, holds = led.get(person, []), holding.get(person, [])
        if len(leads) >= _SEVERAL:
            yield _found(graph, person, leads, holds)
        elif holds:
            yield _found(graph, person, [], holds)


def _found(graph: OrgGraph, person: str, leads: list[Team], holds: list[Team]) -> Observation:
    about, name = _subject(graph, person, [*leads, *holds])
    said = []
    if leads:
        said.append(f"leads {few(len(leads), 'team')}, {_listed(graph, leads)}")
    if holds:
        said.append(f"holds every duty that is named in {_listed(graph, holds)}")
    return found(
        about,
        *dict.fromkeys(team.subject for team in (*leads, *holds)),
        message=f"{name} {', and '.join(said)}.",
        alike="lead several teams" if leads else "hold every duty that is named in a team",
        advice="Let somebody else lead one of them." if leads else "Let a second person share the duties.",
        numbers=figures(teams_led=len(leads)) if leads else (),
        fixes=partial(_other_leads, teams=tuple(team.id for team in leads)) if leads and not holds else (),
    )


def _listed(graph: OrgGraph, teams: list[Team]) -> str:
    return listed([team.name for team in sorted(teams, key=lambda team: graph.by_name(team.id))], most=4)


def _sole_holder(graph: OrgGraph, team: Team) -> str | None:
    """Who leads the team and is alone on its rotations, as far as names are given; None where that is one duty only."""
    duties = [{name_key(team.name_of(team.lead))}] if team.lead is not None else []
    for rotation in graph.rotations_of.get(team.id, ()):
        if isinstance(rotation.members, tuple):
            duties.append({name_key(team.name_of(member)) for member in rotation.members})
        elif rotation.members is not None and rotation.members > 1:
            return None
    named = [people for people in duties if people]
    everybody = set().union(*named)
    return everybody.pop() if len(named) >= _SEVERAL and len(everybody) == 1 else None


def _unnamed(graph: OrgGraph, team: Team) -> tuple[Subject, ...]:
    """The rotations of the team that somebody is on, and nobody knows who."""
    return tuple(rotation.subject for rotation in graph.rotations_of.get(team.id, ()) if rotation.members in (None, 1))


def _subject(graph: OrgGraph, person: str, teams: list[Team]) -> tuple[Subject, str]:
    """A person and their name: as a member, of one of these teams if possible, else with the first of them."""
    members = [
        (team not in teams, team.id, member.id)
        for team in graph.present.values()
        for member in team.members
        if name_key(member.name) == person
    ]
    name = min(name for team in teams for name in _named(graph, team) if name_key(name) == person)
    if members:
        _, team_id, member_id = min(members)
        return subject("person", f"{team_id}/{member_id}"), name
    return subject("person", f"{min(team.id for team in teams)}/{name}"), name


def _named(graph: OrgGraph, team: Team) -> Iterator[str]:
    """The lead and everybody on a rotation, by name where that is known."""
    if team.lead is not None:
        yield team.name_of(team.lead)
    for rotation in graph.rotations_of.get(team.id, ()):
        if isinstance(rotation.members, tuple):
            yield from (team.name_of(member) for member in rotation.members)


def _other_leads(graph: OrgGraph, teams: tuple[TeamId, ...]) -> Iterator[Fix]:
    """Members of one of the teams who lead none."""
    leading = {name_key(team.name_of(team.lead)) for team in graph.present.values() if team.lead is not None}
    for team in sorted(teams, key=graph.by_name):
        held = graph.present[team]
        for member in sorted(held.members, key=lambda member: (member.name, member.id)):
            if name_key(member.name) not in leading:
                yield Fix(f"Let {member.name} lead {held.name}", ChangeField(held.subject, "lead", member.name))
