"""SPOF005: critical work that only one team could do, when everybody has to be backed up at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import NamedTuple

from orgmodel.commands import AssignTeam
from orgmodel.findings import Fix
from orgmodel.graph import Bundle, OrgGraph, RowFacts
from orgmodel.model import RowId, TeamId, name_of, subject
from orgmodel.rules.candidates import ranked
from orgmodel.rules.rows_said import said_of
from orgmodel.rules.rule import Found, Observation, figures, found, not_assessed, row_rule
from orgmodel.rules.single_points.matching import Matching
from orgmodel.rules.sources import BEING_ON_CALL
from orgmodel.sentences import listed


class Backups(NamedTuple):
    """The bundles that nobody is left for; and how many more each team could take."""

    left_over: tuple[Bundle, ...]
    room: Mapping[TeamId, int]


def _left_over(graph: OrgGraph) -> Iterator[Observation]:
    for bundle in _remembered(graph).left_over:
        rows = tuple((row.id, said_of(graph, row)) for row in graph.rows_at(bundle.rows))
        yield from graph.remembered_by_value(("left over", bundle, rows), partial(_said, graph, bundle, rows))


def _said(graph: OrgGraph, bundle: Bundle, rows: tuple[tuple[RowId, str], ...]) -> tuple[Found, ...]:
    """A finding for each row of the bundle, given by its id and what a sentence calls it."""
    owner, able = graph.name(bundle.owner), bundle.able
    if able:
        names, have = listed([graph.name(team) for team in able], most=3), "has" if len(able) == 1 else "have"
        before, after = "Nobody is left to stand in for", f"{names} {have} to stand in for other work"
        alike = "are critical and nobody is left to stand in"
    else:
        before, after = "Nobody can stand in for", "no other team does it, is asked or works beside it"
        alike = "are critical and have no second team"
    teams = tuple(subject("team", team) for team in (bundle.owner, *able))
    numbers = figures(teams_that_could=len(able))
    return tuple(
        found(
            subject("responsibility", row),
            *teams,
            message=f"{before} {owner} on {said}: {after}.",
            alike=alike,
            advice=partial(_advice, row=row, able=able),
            numbers=numbers,
            fixes=partial(_cross_trainings, row=row),
        )
        for row, said in rows
    )


@row_rule(
    "SPOF005",
    "backups-cannot-be-matched",
    "warning",
    BEING_ON_CALL,
    also=_left_over,
    also_reads=("backing", "namesakes"),
)
def backups_cannot_be_matched(_: OrgGraph, rows: Iterable[RowFacts]) -> Iterator[Observation]:
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
    for row in rows:
        if len(row.owners) == 1 and row.critical is None:
            yield not_assessed(row.subject, "criticality")


def _advice(graph: OrgGraph, row: RowId, able: tuple[TeamId, ...]) -> str:
    nearest = [graph.name(team) for team in islice(_nearest(graph, row), 2)]
    if nearest:
        return f"Cross-train {' or '.join(nearest)}: let it be asked about the row, then do some of the work."
    return "Give the teams that could stand in more people." if able else "Let another team learn it, or form one."


def _cross_trainings(graph: OrgGraph, row: RowId) -> Iterator[Fix]:
    for team in _nearest(graph, row):
        yield Fix(f"Let {graph.name(team)} be asked about it", AssignTeam(row, team, "C"))


def _nearest(graph: OrgGraph, row: RowId) -> Iterator[TeamId]:
    """The teams that have somebody to spare, the best first."""
    held, room = graph.rows[graph.place_of_row[row]], _remembered(graph).room
    return (each.team for each in ranked(graph, held) if each.team not in held.owners and room.get(each.team, 1) > 0)


def _remembered(graph: OrgGraph) -> Backups:
    return graph.remembered("backups", lambda: _backups(graph))


def _backups(graph: OrgGraph) -> Backups:
    bundles = [bundle for held in graph.backing.values() for bundle in held]
    bundles.sort(key=lambda bundle: (bundle.service or "", bundle.layer or "", bundle.owner))
    room = {team.id: len(bundles) if team.people is None else team.people for team in graph.standing_in.values()}
    left = [bundle for bundle in bundles if not bundle.able]
    for part in _parts(_without_plenty(bundles, room)):
        part.sort(key=lambda bundle: (not bundle.is_urgent, *_by_names(graph, bundle)))
        teams = sorted({team for bundle in part for team in bundle.able}, key=graph.by_name)
        number = {team: place for place, team in enumerate(teams)}
        wanted = tuple(tuple(sorted(number[team] for team in bundle.able)) for bundle in part)
        rooms = tuple(room[team] for team in teams)
        first = sum(bundle.is_urgent for bundle in part)
        given = graph.remembered_by_value(("backups", wanted, rooms, first), partial(_given, wanted, rooms, first))
        for place, bundle in enumerate(part):
            if place in given:
                room[teams[given[place]]] -= 1
            else:
                left.append(bundle)
    return Backups(tuple(left), room)


def _by_names(graph: OrgGraph, bundle: Bundle) -> tuple[str, ...]:
    service, layer = bundle.service or "", bundle.layer or ""
    names = (
        name_of(graph.organization, subject(kind, held)) for kind, held in (("service", service), ("layer", layer))
    )
    return *names, graph.name(bundle.owner), service, layer, bundle.owner


def _given(wanted: tuple[tuple[int, ...], ...], room: tuple[int, ...], first: int) -> Mapping[int, int]:
    """Which team stands in for each bundle that one is left for; the first so many are served before the others."""
    matching = Matching(wanted, room)
    matching.serve(range(first))
    matching.serve(range(len(wanted)))
    return matching.given


def _without_plenty(bundles: Iterable[Bundle], room: dict[TeamId, int]) -> list[Bundle]:
    """The bundles that not everybody can be found for at a glance; `room` is left with what the others take.

    A team that has people enough for all that could ask it takes all of those, which leaves fewer to ask the next.
    """
    waiting = {bundle: None for bundle in bundles if bundle.able}
    asking = _asking(waiting)
    open_count = {team: len(held) for team, held in asking.items()}
    plenty = [team for team in asking if room[team] >= open_count[team]]
    known = set(plenty)
    while plenty:
        for bundle in asking[team := plenty.pop()]:
            if bundle not in waiting:
                continue
            del waiting[bundle]
            room[team] -= 1
            for other in bundle.able:
                open_count[other] -= 1
                if other not in known and room[other] >= open_count[other]:
                    known.add(other)
                    plenty.append(other)
    return list(waiting)


def _parts(waiting: Iterable[Bundle]) -> Iterator[list[Bundle]]:
    """The bundles in parts that share no team."""
    asking = _asking(waiting)
    seen: set[Bundle] = set()
    for start in waiting:
        if start in seen:
            continue
        seen.add(start)
        part = [start]
        for bundle in part:
            for team in bundle.able:
                for other in asking.pop(team, ()):
                    if other not in seen:
                        seen.add(other)
                        part.append(other)
        yield part


def _asking(bundles: Iterable[Bundle]) -> dict[TeamId, list[Bundle]]:
    """The bundles that each team could take."""
    asking: dict[TeamId, list[Bundle]] = {}
    for bundle in bundles:
        for team in bundle.able:
            asking.setdefault(team, []).append(bundle)
    return asking
