"""ONC003 and ONC004: too much of a person's time on call, and hours at which nobody is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Final

from orgmodel.commands import ChangeField
from orgmodel.coverage import Gap, Share, Shares, Uncovered, people_of, shares, uncovered
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import (
    ALWAYS,
    ORGANIZATION,
    Organization,
    Rotation,
    RotationId,
    Subject,
    Team,
    TeamId,
    name_of,
    subject,
    subject_parts,
)
from orgmodel.rules.on_call.sites import on_call_among
from orgmodel.rules.on_call.sizes import even_shares
from orgmodel.rules.on_call.turns import at_hours, with_everybody, without_person
from orgmodel.rules.roots import FROM_SIZE_ALONE
from orgmodel.rules.rule import PAGED, Observation, figures, found, not_assessed, rule, team_rule
from orgmodel.rules.sources import PAGERDUTY_COMMUNITY, SRE_BOOK_ON_CALL
from orgmodel.sentences import capital, few, listed

_MOST_SAID: Final = 4
"""So many stretches of open hours stand in a sentence."""

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
        f"more than {healthy:g} percent is too much.",
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


def _neither_day_nor_rotations(graph: OrgGraph) -> Iterator[Observation]:
    if graph.today is None or not graph.organization.rotations:
        yield not_assessed(ORGANIZATION, "date" if graph.organization.rotations else "rotations")


@team_rule("ONC004", "uncovered-hours", "error", PAGERDUTY_COMMUNITY, also=_neither_day_nor_rotations)
def uncovered_hours(graph: OrgGraph, teams: Iterable[Team]) -> Iterator[Observation]:
    """What it means
        There are hours at which nobody of this team is on call at any level, though somebody is needed: an error. Where
        a later level is there and level 1 is not, it is a warning. A team that answers for critical rows that an alert
        can land on is needed all week; any other at the hours that its own rotations are there for.

    Why it hurts
        A page that comes at such an hour is dropped: nobody is told, and nobody knows that nobody was.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, sites: [{name: London, timezone: Europe/London}]}
        responsibilities:
          - {id: database, name: Database, paged: true, criticality: 1, raci: {web-sre: A}}
        rotations:
          - {id: web-sre-days, team: web-sre, coverage: ["Mon-Fri 07:00-22:00"], members: 9}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, sites: [{name: London, timezone: Europe/London}]}
        responsibilities:
          - {id: database, name: Database, paged: true, criticality: 1, raci: {web-sre: A}}
        rotations:
          - {id: web-sre-days, team: web-sre, coverage: ["Mon-Fri 07:00-22:00"], members: 9}
          - {id: web-sre-nights, team: web-sre, coverage: ["Mon-Fri 22:00-07:00", "Sat-Sun 00:00-24:00"], members: 9}
          - {id: web-sre-mondays, team: web-sre, coverage: ["Mon 00:00-07:00"], members: 9}

    How to put it right
        Add a rotation for those hours, widen one, or let a team that is on call then take the page first.

    Limits
        Every week of the coming twelve months is looked at, changes of clocks included; an hour that is open only in
        some of them is said with its dates. Holidays are not known. Times are those of the team's sites, else of its
        rotations. A rotation with nobody in it covers nothing. Not assessed where hours are unknown, or where it is
        unknown whether a row is critical or an alert can land on it and that would make a difference.
    """
    if graph.today is None:
        return
    for team in on_call_among(graph, teams):
        rotations = graph.rotations_of[team.id]
        first = min(rotations, key=lambda rotation: (rotation.level, rotation.id))
        is_critical = (team.id, True, True) in graph.owned_urgent
        open_hours = uncovered(graph.organization, team.id, graph.today, whole_week=is_critical)
        unknown = [subject("rotation", identifier) for identifier in open_hours.unknown]
        if unknown and not (is_critical and _is_clean(open_hours)):
            yield not_assessed(first.subject, "coverage", *unknown)
        elif not _is_clean(open_hours):
            yield _open(graph, team, first, open_hours)
        elif not is_critical:
            yield from _if_critical(graph, team, first, graph.today)


def _is_clean(open_hours: Uncovered) -> bool:
    return not open_hours.nobody and not open_hours.no_first_level


def _if_critical(graph: OrgGraph, team: Team, first: Rotation, today: date) -> Iterator[Observation]:
    """What is unknown of rows because of which the team may be needed all week, where it is not there all week."""
    for critical, paged in ((None, True), (None, None), (True, None)):
        places = graph.owned_urgent.get((team.id, critical, paged), ())
        if places and not _is_clean(uncovered(graph.organization, team.id, today, whole_week=True)):
            lacking = (row.subject for row in graph.rows_at(places))
            yield not_assessed(first.subject, PAGED if critical else "criticality", *lacking)


def _open(graph: OrgGraph, team: Team, first: Rotation, open_hours: Uncovered) -> Observation:
    nobody, no_first = open_hours.nobody, open_hours.no_first_level
    said = [f"nobody of {team.name} is on call {_in_words(nobody)}"] if nobody else []
    if no_first:
        said.append(f"{'level 1' if nobody else f'level 1 of {team.name}'} is missing {_in_words(no_first)}")
    others = sorted(rotation.subject for rotation in graph.rotations_of[team.id] if rotation is not first)
    return found(
        first.subject,
        team.subject,
        *others,
        severity="error" if nobody else "warning",
        message=f"{capital(', and '.join(said))} (times in {open_hours.zone.key}).",
        advice="Add a rotation for those hours, or widen one."
        if nobody
        else "Let somebody of level 1 be on call then, or say that the later level is the first at those hours.",
        numbers=tuple(
            (name, _hours(gaps))
            for name, gaps in (("hours a week with nobody", nobody), ("hours a week without level 1", no_first))
            if gaps
        ),
        fixes=partial(_cover, team=team.id, identifier=first.id),
    )


def _hours(gaps: Iterable[Gap]) -> float:
    """The hours of a week that has all of them, to the hundredth."""
    return round(sum(gap.minutes for gap in gaps) / 60, 2)


def _in_words(gaps: tuple[Gap, ...]) -> str:
    """Each stretch of hours with its time of the year, the rest of many counted."""
    said = [f"{hours} {gap.when}".rstrip() for gap in gaps for hours in gap.hours]
    return listed(said, most=_MOST_SAID)


def _cover(graph: OrgGraph, team: TeamId, identifier: RotationId) -> Iterator[Fix]:
    """A rotation of level 1 for the hours at which it is missing; else all hours for the first one there is."""
    if graph.today is None:
        return
    whole_week = (team, True, True) in graph.owned_urgent
    open_hours = uncovered(graph.organization, team, graph.today, whole_week=whole_week)
    spans = [span for gap in (*open_hours.nobody, *open_hours.no_first_level) for span in gap.spans]
    if spans:
        yield at_hours(graph, team, spans, open_hours.zone.key)
    first = next((rotation for rotation in graph.rotations_of.get(team, ()) if rotation.id == identifier), None)
    if first is not None and first.level == 1:
        yield Fix(f"Let “{identifier}” cover all week", ChangeField(first.subject, "coverage", ALWAYS))
