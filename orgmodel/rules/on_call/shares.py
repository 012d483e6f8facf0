"""ONC003: too much of a person's time on call."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from orgmodel.commands import ChangeField
from orgmodel.coverage import Share, Shares, people_of, shares
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import (
    ORGANIZATION,
    Organization,
    Rotation,
    RotationId,
    Subject,
    TeamId,
    name_of,
    subject,
    subject_parts,
)
from orgmodel.rules.on_call.sizes import even_shares
from orgmodel.rules.on_call.turns import with_everybody, without_person
from orgmodel.rules.roots import FROM_SIZE_ALONE
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import SRE_BOOK_ON_CALL
from orgmodel.sentences import few

_NEARLY: Final = 0.01
"""Percents that differ by less are the same: they are sums of fractions."""


@rule("ONC003", "on-call-too-often", "error", SRE_BOOK_ON_CALL)
def on_call_too_often(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        Somebody is on call for more of the time than is healthy, over all rotations and levels together: a warning
        above on_call_share (25) percent of all hours of the week, an error above on_call_share_error (33.4) percent.

    Why it hurts
        Whoever is on call cannot be far away, cannot sleep soundly and gets little else done. The source wants no more
        than a quarter of an engineer's time on call, so that half of it is left for engineering.

    An example that fails
        teams:
          - id: web-sre
            name: Web SRE
            members: [{id: ana, name: Ana Sousa}, {id: bo, name: Bo Li}]
        rotations:
          - {id: nights, team: web-sre, coverage: ["Mon-Sun 20:00-08:00"], members: [ana]}
          - {id: days, team: web-sre, coverage: business-hours, members: [bo]}

    An example that passes
        teams:
          - id: web-sre
            name: Web SRE
            members: [{id: ana, name: Ana Sousa}, {id: bo, name: Bo Li}]
        rotations:
          - {id: nights, team: web-sre, coverage: ["Mon-Sun 20:00-08:00"], members: [ana, bo, Kim Lee]}

    How to put it right
        Let more people take turns, or take the person off a rotation.

    Limits
        Turns are taken to be of equal length. A plain name is one person wherever it stands, but no member of another
        team. Where people are only counted, the share is that of a rotation; over several, that of a team: the mean of
        its people. Not assessed where hours or members are unknown, or, of a team on several rotations, its headcount.
    """
    if not graph.organization.rotations:
        yield not_assessed(ORGANIZATION, "rotations")
        return
    all_shares = shares(graph.organization)
    for identifier, lacks in all_shares.unknown:
        for unknown in lacks:
            yield not_assessed(subject("rotation", identifier), unknown)
    limit = graph.organization.settings.limit("on_call_share")
    above = [share for share in (*all_shares.people, *all_shares.rotations) if (share.percent or 0) > limit]
    said = {identifier for share in above for identifier in share.rotations}
    for team in all_shares.teams:
        if team.percent is None and _together(all_shares, team) > limit:
            yield not_assessed(team.subject, "headcount")
        elif (team.percent or 0) > limit and said.isdisjoint(team.rotations):
            above.append(team)
    team_of = {rotation.id: rotation.team for rotation in graph.organization.rotations} if above else {}
    for share in above:
        yield _too_often(graph, share, tuple(sorted({team_of[identifier] for identifier in share.rotations})))


def _together(all_shares: Shares, team: Share) -> float:
    """The share of one who takes turns in all the counted rotations of a team."""
    return sum(share.percent or 0 for share in all_shares.rotations if {*share.rotations} & {*team.rotations})


def _too_often(graph: OrgGraph, share: Share, teams: tuple[TeamId, ...]) -> Observation:
    limit = graph.organization.settings.limit
    healthy, most = limit("on_call_share"), limit("on_call_share_error")
    percent = share.percent or 0
    numbers = figures(percent=percent, on_call_share=healthy, on_call_share_error=most)
    if _is_from_size_alone(graph, share, teams):
        numbers = (*numbers, (FROM_SIZE_ALONE, 1))
    utmost = f", and {most:g} percent is the utmost" if percent > most else ""
    over = f" over {few(len(share.rotations), 'rotation')}" if len(share.rotations) > 1 else ""
    return found(
        *dict.fromkeys(
            (
                share.subject,
                *(subject("rotation", identifier) for identifier in share.rotations),
                *(subject("team", team) for team in teams),
            )
        ),
        severity="error" if percent > most else "warning",
        message=f"{_who(graph, share.subject)} on call {round(percent, 1):g} percent of the time{over}: "
        f"more than {healthy:g} percent is too much{utmost}.",
        alike="are on call too often",
        advice="Let more people take turns, or take somebody off a rotation.",
        numbers=numbers,
        fixes=partial(_share_the_turns, of=share, teams=teams),
    )


def _who(graph: OrgGraph, about: Subject) -> str:
    kind, identifier = subject_parts(about)
    if kind == "person":
        return f"{name_of(graph.organization, about)} is"
    if kind == "team":
        return f"On average, each person of {graph.name(TeamId(identifier))} is"
    return f"Each person in the rotation “{identifier}” is"


def _is_from_size_alone(graph: OrgGraph, share: Share, teams: tuple[TeamId, ...]) -> bool:
    """Whether as much falls to everybody, as ONC001 says that too few people are on call around the clock."""
    if len(teams) != 1:
        return False
    levels = [(held, even) for held, even in even_shares(graph, teams[0]) if not held.isdisjoint(share.rotations)]
    everywhere = frozenset[RotationId]().union(*(held for held, _ in levels)).issuperset(share.rotations)
    return everywhere and (share.percent or 0) <= sum(even for _, even in levels) + _NEARLY


def _share_the_turns(graph: OrgGraph, of: Share, teams: tuple[TeamId, ...]) -> Iterator[Fix]:
    """All of a team in turn; or the person off a rotation, where those who stay do not get too much by it."""
    for team in teams:
        yield from with_everybody(graph, team, of.rotations)
    for identifier in of.rotations:
        others = without_person(graph, identifier, of.subject)
        if others is not None and _can_cope(graph.organization, others):
            label = f"Take {name_of(graph.organization, of.subject)} off “{identifier}”"
            yield Fix(label, ChangeField(others.subject, "members", others.members))


def _can_cope(organization: Organization, rotation: Rotation) -> bool:
    """Whether nobody of a rotation is on call too often once it replaces the one of its id."""
    rotations = tuple(rotation if other.id == rotation.id else other for other in organization.rotations)
    after = organization.copy_with(rotations=rotations)
    limit, people = organization.settings.limit("on_call_share"), {*people_of(after)[rotation.id]}
    return all((share.percent or 0) <= limit for share in shares(after).people if share.subject in people)
