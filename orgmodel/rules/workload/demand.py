"""LOAD005: more work for SRE teams than half of their hours can take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Final, NamedTuple

from orgmodel.commands import ChangeField
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.load import HOURS_A_WEEK, full_time_of, seconds_of
from orgmodel.model import SRE_KINDS, ServiceId, TeamId, name_of, subject
from orgmodel.rules.rule import Observation, figures, found, not_assessed, row_rule
from orgmodel.rules.sources import ENGAGEMENT_MODEL
from orgmodel.rules.workload.flows import Shortage, shared_out, shortages
from orgmodel.sentences import listed, short

Job = tuple[str, ...]
"""What is asked for as one: the rows of a service, or those of the organisation as a whole that the same teams do.

The id of the service; "" and the ids of the teams.
"""

_HOUR: Final = 3600
_HALF: Final = 50
_MOST_SAID: Final = 4
_MOST_LINKS: Final = 2000
"""So many pairs of a team and a job are shared out within a second; of more, nobody could read the result."""


Asked = Mapping[Job, Mapping[TeamId, int]]
"""Seconds a week that SRE teams are asked for, by job and by who does it now."""


class Part(NamedTuple):
    """Jobs and the SRE teams that could do them, together with nobody else; each in order of id.

    `supply` is in seconds a week, None where the headcount is unknown; `links` are the teams of each job by number.
    """

    teams: tuple[TeamId, ...]
    jobs: tuple[Job, ...]
    supply: tuple[int | None, ...]
    asked: tuple[int, ...]
    links: tuple[tuple[int, ...], ...]


def _bottlenecks(graph: OrgGraph) -> Iterator[Observation]:
    asked = _asked(graph)
    undecided: dict[TeamId, None] = {}
    for part in _parts(graph, asked):
        missing = _shortages(graph, asked, part)
        for shortage in missing:
            yield _found(graph, asked, _narrowed(part, shortage))
        if not missing:
            undecided.update(dict.fromkeys(_deciding(asked, part)))
    for team in undecided:
        yield not_assessed(subject("team", team), "headcount")


@row_rule(
    "LOAD005",
    "demand-exceeds-capacity",
    "warning",
    ENGAGEMENT_MODEL,
    also=_bottlenecks,
    also_reads=("done", "answered_in_place"),
)
def demand_exceeds_capacity(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        The effort asked of SRE teams for their services is more than they can give in operations_percent (50) of
        their hours, however they share it out. The finding names the teams that are the bottleneck.

    Why it hurts
        What does not fit is done late, or in the hours that were meant for mending causes, and the demand grows.

    An example that fails
        teams:
          - {id: shop, name: Shop Team, kind: application}
          - {id: web-sre, name: Web SRE, kind: application-sre, headcount: 2, supports: [shop]}
        services:
          - {id: web, name: Shop Web, team: shop}
        responsibilities:
          - {id: database, name: Database, service: web, effort: 50h, raci: {web-sre: A}}

    An example that passes
        teams:
          - {id: shop, name: Shop Team, kind: application}
          - {id: web-sre, name: Web SRE, kind: application-sre, headcount: 2, supports: [shop]}
          - {id: shop-sre, name: Shop SRE, kind: application-sre, headcount: 2, supports: [shop]}
        services:
          - {id: web, name: Shop Web, team: shop}
        responsibilities:
          - {id: database, name: Database, service: web, effort: 50h, raci: {web-sre: A}}

    How to put it right
        Share the work out as the advice says; then let another SRE team support the service as well, hand rows back
        to the team that builds it, or support fewer services.

    Limits
        A person works 40 hours a week, by fte where members are listed. The effort of a row is split evenly over the
        teams that do it, and only the SRE teams' part is asked of them; a day of effort is 24 hours. A team can take
        work of a service whose team it supports, or of whose rows it has one; rows without a service stay with the
        teams that do them. Not assessed where the headcount of such a team decides, or the effort of a row is unknown.
    """
    for row in rows:
        if row.row.effort is None and any(graph.present[team].kind in SRE_KINDS for team in row.doers):
            yield not_assessed(row.subject, "effort")


def _asked(graph: OrgGraph) -> Asked:
    sre = {team.id for team in graph.present.values() if team.kind in SRE_KINDS}
    jobs: dict[Job, dict[TeamId, int]] = {}
    for (service, doers, effort), places in graph.done.items():
        teams = [team for team in doers if team in sre]
        if teams and effort is not None and (share := seconds_of(effort) * len(places) // len(doers)):
            job = jobs.setdefault((service,) if service else ("", *sorted(teams)), {})
            for team in teams:
                job[team] = job.get(team, 0) + share
    return jobs


def _parts(graph: OrgGraph, asked: Asked) -> Iterator[Part]:
    """The jobs with the teams that could do them, in parts that share no team."""
    links = _links(graph, asked)
    jobs_of: dict[TeamId, list[Job]] = {}
    for job in sorted(links):
        for team in links[job]:
            jobs_of.setdefault(team, []).append(job)
    seen: set[Job] = set()
    for start in sorted(links):
        if start in seen:
            continue
        seen.add(start)
        part = [start]
        for job in part:
            for team in links[job]:
                fresh = [other for other in jobs_of.pop(team, ()) if other not in seen]
                seen.update(fresh)
                part += fresh
        jobs, teams = tuple(sorted(part)), tuple(sorted({team for job in part for team in links[job]}))
        number = {team: place for place, team in enumerate(teams)}
        yield Part(
            teams,
            jobs,
            tuple(_supply(graph, team) for team in teams),
            tuple(sum(asked[job].values()) for job in jobs),
            tuple(tuple(sorted(number[team] for team in links[job])) for job in jobs),
        )


def _links(graph: OrgGraph, asked: Asked) -> dict[Job, set[TeamId]]:
    """The SRE teams that could do each job: those that support its service's team, and those that have a row of it."""
    sre = {team.id: team for team in graph.present.values() if team.kind in SRE_KINDS and team.people != 0}
    supporting: dict[TeamId, list[TeamId]] = {}
    for team in sre.values():
        for served in team.supports:
            supporting.setdefault(served, []).append(team.id)
    links = {job: set(now) for job, now in asked.items()}
    having = chain(
        ((service, doers) for service, doers, _ in graph.done),
        ((service, (team,)) for service, _, team in graph.answered_in_place),
    )
    for service, teams in having if links else ():
        if service is not None and (service,) in links:
            links[service,].update(team for team in teams if team in sre)
    for job, able in links.items():
        held = graph.organization.service_by_id.get(ServiceId(job[0]))
        if held is not None and held.team is not None:
            able.update(supporting.get(held.team, ()))
    return links


def _supply(graph: OrgGraph, team: TeamId) -> int | None:
    """The seconds a week that a team has for operations."""
    full_time = full_time_of(graph.present[team])
    if full_time is None:
        return None
    return round(full_time * HOURS_A_WEEK * _HOUR * graph.organization.settings.limit("operations_percent") / 100)


def _does(asked: Asked, part: Part) -> dict[TeamId, int]:
    """The seconds a week that each team does now."""
    does = dict.fromkeys(part.teams, 0)
    for job in part.jobs:
        for team, seconds in asked[job].items():
            does[team] += seconds
    return does


def _fits(asked: Asked, part: Part) -> bool:
    """Whether every team whose headcount is known has time for what it does now."""
    does = _does(asked, part)
    return all(supply is None or does[team] <= supply for team, supply in zip(part.teams, part.supply, strict=True))


def _shortages(graph: OrgGraph, asked: Asked, part: Part) -> tuple[Shortage, ...]:
    if _fits(asked, part):
        return ()
    given = part.supply, part.asked, part.links
    return graph.remembered_by_value(("shortages", *given), partial(shortages, *given))


def _deciding(asked: Asked, part: Part) -> Iterator[TeamId]:
    """The teams whose headcount is unknown, and without which it is not certain that all can be done."""
    does, fits = _does(asked, part), _fits(asked, part)
    for team, supply in zip(part.teams, part.supply, strict=True):
        if supply is None and (does[team] or not fits):
            yield team


def _narrowed(part: Part, shortage: Shortage) -> Part:
    """Only what is short."""
    number = {giver: place for place, giver in enumerate(shortage.givers)}
    return Part(
        tuple(part.teams[giver] for giver in shortage.givers),
        tuple(part.jobs[taker] for taker in shortage.takers),
        tuple(part.supply[giver] for giver in shortage.givers),
        tuple(part.asked[taker] for taker in shortage.takers),
        tuple(tuple(number[giver] for giver in part.links[taker]) for taker in shortage.takers),
    )


def _found(graph: OrgGraph, asked: Asked, part: Part) -> Observation:
    does = _does(asked, part)
    over = {team: (supply or 0) - does[team] for team, supply in zip(part.teams, part.supply, strict=True)}
    teams = sorted(part.teams, key=lambda team: (over[team], *graph.by_name(team)))
    wanted, there = sum(part.asked), sum(supply or 0 for supply in part.supply)
    percent = graph.organization.settings.limit("operations_percent")
    share = "half" if percent == _HALF else f"{short(percent)} %"
    names, its, them = listed([graph.name(team) for team in teams], most=3), "its", "it"
    if len(teams) > 1:
        its, them = "their", "them"
    asks = "asks" if len(part.jobs) == 1 and part.jobs[0][0] else "ask"
    return found(
        *(subject("team", team) for team in teams),
        *(subject("service", job[0]) for job in part.jobs if job[0]),
        message=f"{names} cannot do in {share} of {its} hours what {_named(graph, part.jobs)} {asks} of {them}: "
        f"{_hours(wanted)} a week, and there are {_hours(there)}.",
        alike=None,
        advice=partial(_advice, part=part, now=tuple(dict(asked[job]) for job in part.jobs)),
        numbers=figures(
            hours_asked=wanted / _HOUR,
            hours_available=there / _HOUR,
            hours_missing=(wanted - there) / _HOUR,
            percent=percent,
        ),
        fixes=partial(_more_support, part=part),
    )


def _advice(graph: OrgGraph, part: Part, now: Sequence[Mapping[TeamId, int]]) -> str:
    """Who takes what, so that as much as can be is done and little changes hands."""
    supply = [seconds or 0 for seconds in part.supply]
    missing = _hours(sum(part.asked) - sum(supply))
    if sum(map(len, part.links)) > _MOST_LINKS:
        return f"However they share it out, {missing} a week remain undone: let other teams help, or hand rows back."
    number = {team: place for place, team in enumerate(part.teams)}
    today = [{number[team]: seconds for team, seconds in held.items()} for held in now]
    got = shared_out(supply, part.asked, part.links, today)
    takes: dict[TeamId, list[str]] = {}
    for job, held in zip(part.jobs, got, strict=True):
        for giver, seconds in held.items():
            takes.setdefault(part.teams[giver], []).append(f"{_hours(seconds)} for {_named(graph, (job,))}")
    said = [f"{graph.name(team)} takes {listed(takes[team], most=3)}" for team in sorted(takes, key=graph.by_name)]
    if len(said) > _MOST_SAID:
        said = [*said[: _MOST_SAID - 1], f"{len(said) - _MOST_SAID + 1} other teams take the rest"]
    undone = f"{missing} a week remain undone"
    best = f"Shared out best, {'; '.join(said)}, and {undone}" if said else f"All {undone}"
    return f"{best}: let another team help, or hand rows back to those who build."


def _more_support(graph: OrgGraph, part: Part) -> Iterator[Fix]:
    """Another SRE team with hours to spare supports a team whose service is short, the one with most hours first."""
    does: dict[TeamId, int] = {}
    for now in _asked(graph).values():
        for team, seconds in now.items():
            does[team] = does.get(team, 0) + seconds
    spare = {
        team.id: (_supply(graph, team.id) or 0) - does.get(team.id, 0)
        for team in graph.present.values()
        if team.kind in SRE_KINDS and team.id not in part.teams
    }
    helpers = sorted((team for team in spare if spare[team] > 0), key=lambda team: (-spare[team], *graph.by_name(team)))
    by_need = sorted(zip(part.asked, part.jobs, strict=True), key=lambda each: (-each[0], each[1]))
    services = [graph.organization.service_by_id.get(ServiceId(job[0])) for _, job in by_need]
    served = dict.fromkeys(service.team for service in services if service is not None and service.team is not None)
    for helper in (graph.present[team] for team in helpers):
        for team in served:
            if team in graph.present and team != helper.id and team not in helper.supports:
                label = f"Let {helper.name} support {graph.name(team)} as well"
                yield Fix(label, ChangeField(helper.subject, "supports", (*helper.supports, team)))


def _named(graph: OrgGraph, jobs: Sequence[Job]) -> str:
    names = [name_of(graph.organization, subject("service", job[0])) for job in jobs if job[0]]
    whole = ["rows of the organisation as a whole"] if len(names) < len(jobs) else []
    return listed([*sorted(names), *whole], most=3)


def _hours(seconds: int) -> str:
    return f"{short(seconds / _HOUR)} h"
