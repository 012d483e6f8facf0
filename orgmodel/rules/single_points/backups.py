"""SPOF005: critical work that only one team could do, when everybody has to be backed up at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import NamedTuple

from orgmodel.commands import AssignTeam
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import LayerId, ServiceId, Subject, Team, TeamId, name_of, subject
from orgmodel.rules.candidates import ranked
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import Observation, figures, found, not_assessed, row_rule
from orgmodel.rules.single_points.matching import Matching
from orgmodel.rules.sources import BEING_ON_CALL
from orgmodel.sentences import listed

Bundle = tuple[str, str, TeamId]
"""Critical rows that one team could take over together: their service, layer and owner; "" for none."""


class LeftOver(NamedTuple):
    """What is said of each row of a bundle nobody is left for, before its name and after; and who could take it."""

    before: str
    after: str
    alike: str
    able: tuple[TeamId, ...]
    teams: tuple[Subject, ...]
    numbers: tuple[tuple[str, float], ...]


class Backups(NamedTuple):
    """The bundles that nobody is left for; and how many more each team could take."""

    left_over: Mapping[Bundle, LeftOver]
    room: Mapping[TeamId, int]


@row_rule("SPOF005", "backups-cannot-be-matched", "warning", BEING_ON_CALL, reads=("backed", "namesakes"))
def backups_cannot_be_matched(graph: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
    """What it means
        If the team that answers for this critical row fell away, no other could stand in: no second team does the
        row, is asked about it or has a row of the same layer and service, or those that could have to stand in for
        more than they have people.

    Why it hurts
        Every schedule needs a backup. A team that everybody counts on as the second one is the second one for only
        a few.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        responsibilities:
          - {id: database, name: Database, criticality: 1, raci: {web-sre: A, infra-sre: I}}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
          - {id: infra-sre, name: Infrastructure SRE, kind: infrastructure-sre}
        responsibilities:
          - {id: database, name: Database, criticality: 1, raci: {web-sre: A, infra-sre: C}}

    How to put it right
        Cross-train a team: let it be asked about the row (C), then let it do some of the work (R).

    Limits
        Critical rows of one owner, layer and service are one bundle, which wants one second team; a team that could
        take one of its rows is taken to be able to take them all. A person can stand in for one bundle at a time, so
        a team can for as many as it has people, and for any number where its headcount is unknown. A row that names
        no layer shares its layer with none. Governance teams do not stand in. Rows with no owner or several are left
        to other rules; not assessed where the criticality is unknown. Which bundles are left over is a choice among
        equals: those of criticality 1 are served first.
    """
    backups: Backups | None = None
    for row in rows:
        if len(row.owners) != 1:
            continue
        if row.critical is None:
            yield not_assessed(row.subject, "criticality")
        elif row.critical:
            backups = backups or graph.remembered("backups", lambda: _backups(graph))
            left = backups.left_over.get(_bundle(row.row.service, row.row.layer, row.owners[0]))
            if left is not None:
                yield found(
                    row.subject,
                    *left.teams,
                    message=f"{left.before} {said_of(graph, row)}: {left.after}.",
                    alike=left.alike,
                    advice=partial(_advice, row=row, able=left.able),
                    numbers=left.numbers,
                    fixes=partial(_cross_trainings, row=row),
                )


def _left_over(graph: OrgGraph, owner: TeamId, able: tuple[TeamId, ...]) -> LeftOver:
    if able:
        names, have = listed([graph.name(team) for team in able], most=3), "has" if len(able) == 1 else "have"
        before, after = "Nobody is left to stand in for", f"{names} {have} to stand in for other work"
        alike = "are critical and nobody is left to stand in"
    else:
        before, after = "Nobody can stand in for", "no other team does it, is asked or works beside it"
        alike = "are critical and have no second team"
    teams = tuple(subject("team", team) for team in (owner, *able))
    return LeftOver(f"{before} {graph.name(owner)} on", after, alike, able, teams, figures(teams_that_could=len(able)))


def _advice(graph: OrgGraph, row: RowFacts, able: tuple[TeamId, ...]) -> str:
    nearest = [graph.name(team) for team in islice(_nearest(graph, row), 2)]
    if nearest:
        return f"Cross-train {' or '.join(nearest)}: let it be asked about the row, then do some of the work."
    return "Give the teams that could stand in more people." if able else "Let another team learn it, or form one."


def _cross_trainings(graph: OrgGraph, row: RowFacts) -> Iterator[Fix]:
    for team in _nearest(graph, row):
        yield Fix(f"Let {graph.name(team)} be asked about it", AssignTeam(row.id, team, "C"))


def _nearest(graph: OrgGraph, row: RowFacts) -> Iterator[TeamId]:
    """The teams that have somebody to spare, the best first."""
    room = graph.remembered("backups", lambda: _backups(graph)).room
    return (each.team for each in ranked(graph, row) if each.team not in row.owners and room.get(each.team, 1) > 0)


def _bundle(service: ServiceId | None, layer: LayerId | None, owner: TeamId) -> Bundle:
    return service or "", layer or "", owner


def _backups(graph: OrgGraph) -> Backups:
    able, urgent = _able(graph)
    room = {team.id: len(able) if team.people is None else team.people for team in _who_stand_in(graph)}
    waiting = _without_plenty(able, room)
    left = [bundle for bundle, teams in able.items() if not teams]
    for part in _parts(able, waiting):
        bundles = sorted(part, key=lambda bundle: (bundle not in urgent, *_by_names(graph, bundle)))
        teams = sorted({team for bundle in bundles for team in able[bundle]}, key=graph.by_name)
        number = {team: place for place, team in enumerate(teams)}
        wanted = tuple(tuple(sorted(number[team] for team in able[bundle])) for bundle in bundles)
        rooms = tuple(room[team] for team in teams)
        first = sum(bundle in urgent for bundle in bundles)
        given = graph.remembered_by_value(("backups", wanted, rooms, first), partial(_given, wanted, rooms, first))
        for place, bundle in enumerate(bundles):
            if place in given:
                room[teams[given[place]]] -= 1
            else:
                left.append(bundle)
    return Backups({bundle: _left_over(graph, bundle[2], able[bundle]) for bundle in left}, room)


def _by_names(graph: OrgGraph, bundle: Bundle) -> tuple[str, ...]:
    service, layer, owner = bundle
    names = (
        name_of(graph.organization, subject(kind, held)) for kind, held in (("service", service), ("layer", layer))
    )
    return *names, graph.name(owner), *bundle


def _given(wanted: tuple[tuple[int, ...], ...], room: tuple[int, ...], first: int) -> Mapping[int, int]:
    """Which team stands in for each bundle that one is left for; the first so many are served before the others."""
    matching = Matching(wanted, room)
    matching.serve(range(first))
    matching.serve(range(len(wanted)))
    return matching.given


def _who_stand_in(graph: OrgGraph) -> Iterator[Team]:
    return (team for team in graph.present.values() if team.people != 0 and team.kind != "governance")


def _able(graph: OrgGraph) -> tuple[dict[Bundle, tuple[TeamId, ...]], set[Bundle]]:
    """The teams that could stand in for each bundle, by name; and the bundles with a row of criticality 1."""
    stand_in = {team.id: graph.by_name(team.id) for team in _who_stand_in(graph)}
    owners: dict[tuple[LayerId | None, ServiceId | None], set[TeamId]] = {}
    for service, layer, owning, _, _ in graph.backed:
        owners.setdefault((layer, service), set()).update(owning)
    able: dict[Bundle, set[TeamId]] = {}
    urgent: set[Bundle] = set()
    for service, layer, owning, criticality, near in graph.backed:
        if criticality is None or len(owning) != 1:
            continue
        bundle = _bundle(service, layer, owning[0])
        if criticality == 1:
            urgent.add(bundle)
        if bundle not in able:
            able[bundle] = set() if layer is None else set(owners[layer, service])
        able[bundle].update(near)
    return {
        bundle: tuple(sorted((teams & stand_in.keys()) - {bundle[2]}, key=stand_in.__getitem__))
        for bundle, teams in able.items()
    }, urgent


def _without_plenty(able: Mapping[Bundle, tuple[TeamId, ...]], room: dict[TeamId, int]) -> set[Bundle]:
    """The bundles that not everybody can be found for at a glance; `room` is left with what the others take.

    A team that has people enough for all that could ask it takes all of those, which leaves fewer to ask the next.
    """
    asking: dict[TeamId, list[Bundle]] = {}
    for bundle in sorted(able):
        for team in able[bundle]:
            asking.setdefault(team, []).append(bundle)
    waiting = {bundle for bundle, teams in able.items() if teams}
    open_count = {team: len(bundles) for team, bundles in asking.items()}
    plenty = [team for team in sorted(asking) if room[team] >= open_count[team]]
    known = set(plenty)
    while plenty:
        team = plenty.pop()
        for bundle in asking[team]:
            if bundle not in waiting:
                continue
            waiting.remove(bundle)
            room[team] -= 1
            for other in able[bundle]:
                open_count[other] -= 1
                if other not in known and room[other] >= open_count[other]:
                    known.add(other)
                    plenty.append(other)
    return waiting


def _parts(able: Mapping[Bundle, tuple[TeamId, ...]], waiting: set[Bundle]) -> Iterator[list[Bundle]]:
    """The bundles in parts that share no team."""
    asking: dict[TeamId, list[Bundle]] = {}
    for bundle in sorted(waiting):
        for team in able[bundle]:
            asking.setdefault(team, []).append(bundle)
    seen: set[Bundle] = set()
    for start in sorted(waiting):
        if start in seen:
            continue
        seen.add(start)
        part = [start]
        for bundle in part:
            for team in able[bundle]:
                for other in asking.pop(team, ()):
                    if other not in seen:
                        seen.add(other)
                        part.append(other)
        yield part
