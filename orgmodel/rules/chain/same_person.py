"""ESC006: people who are on two levels of one chain at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations
from operator import itemgetter
from typing import Final, NamedTuple

from orgmodel.commands import ChangeField
from orgmodel.coverage import Span, people_of
from orgmodel.findings import Evidence, Fix
from orgmodel.graph import Chain, OrgGraph
from orgmodel.model import ORGANIZATION, Rotation, Subject, Team, TeamId, name_of, subject
from orgmodel.rules.chain.meeting import Listed, do_meet, share_hours, weeks_side_by_side
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import GAPS_AND_CONFLICTS
from orgmodel.sentences import few, spelled

TURN: Final = "length of a turn"
COVERAGE: Final = "coverage"
MOST_ROTATIONS: Final = 40
"""Rotations of one person that are compared: pairs grow with the square of them."""


class _Pair(NamedTuple):
    """Two places of one person; `is_clash` is None where that turns on what is unknown, named with whose it is."""

    first: Rotation
    second: Rotation
    is_clash: bool | None
    unknown: str = ""
    lacking: tuple[Subject, ...] = ()


@rule("ESC006", "same-person-twice", "error", GAPS_AND_CONFLICTS, reads=("in_place",))
def same_person_twice(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        At one and the same minute a person is on two levels of a team, or on call for two teams of which one hands
        pages to the other.

    Why it hurts
        Whoever did not answer is called again, as the one who should have helped. The level is there on paper alone.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        rotations:
          - {id: web-primary, team: web-sre, coverage: 24x7, turn: 7d, members: [Ana Sousa, Ben Okafor]}
          - {id: web-backup, team: web-sre, level: 2, coverage: 24x7, turn: 7d, members: [Ana Sousa, Ben Okafor]}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre}
        rotations:
          - {id: web-primary, team: web-sre, coverage: 24x7, turn: 7d, members: [Ana Sousa, Ben Okafor]}
          - {id: web-backup, team: web-sre, level: 2, coverage: 24x7, turn: 7d, members: [Ben Okafor, Ana Sousa]}

    How to put it right
        Let the second level take its turns half a round later, or put somebody else on it. Where that leaves a person
        in both all the same, as with somebody who is alone in a list, put somebody else in one of the two.

    Limits
        Lists are taken to begin together, with the first one named, and each to go through its turns without a change;
        on which day of the week a turn begins is not known. Where people are only counted, what is certain is found:
        a team with fewer people than it has levels at one minute. Else, with two levels, it is not assessed; nor is it
        where a turn or the coverage is unknown that it turns on. Of a person in more than 40 rotations 40 are
        compared, some of each team and level, and what is said says so.
    """
    if not graph.organization.rotations:
        yield not_assessed(ORGANIZATION, "rotations")
        return
    listing = people_of(graph.organization)
    places: dict[Subject, list[Listed]] = {}
    for rotation in sorted(graph.organization.rotations, key=lambda rotation: (rotation.level, rotation.id)):
        if rotation.team in graph.present:
            people = listing.get(rotation.id, ())
            for person in dict.fromkeys(people):
                places.setdefault(person, []).append(Listed(rotation, people))
    for person, held in places.items():
        if len(held) > 1:
            yield from _judged(graph, person, held)
    for team in graph.rotations_of:
        if team in graph.organization.teams_there:
            yield from _counted(graph, graph.present[team])


# People who are listed


def _judged(graph: OrgGraph, person: Subject, held: Sequence[Listed]) -> Iterator[Observation]:
    pairs = [
        _pair(graph, person, first, second)
        for first, second in combinations(_compared(held), 2)
        if _on_one_chain(graph, first.rotation, second.rotation)
    ]
    clashes = [pair for pair in pairs if pair.is_clash]
    if clashes:
        yield _twice(graph, person, clashes, len(held))
        return
    if len(held) > MOST_ROTATIONS:
        yield not_assessed(person, f"all but {MOST_ROTATIONS} rotations")
    for unknown in (TURN, COVERAGE):
        lacking = sorted({each for pair in pairs if pair.unknown == unknown for each in pair.lacking})
        if lacking:
            yield not_assessed(person, unknown, *lacking)


def _compared(held: Sequence[Listed]) -> Sequence[Listed]:
    """As many as are compared: first one of each team and level, then a second of each."""
    if len(held) <= MOST_ROTATIONS:
        return held
    before: Counter[tuple[TeamId, int]] = Counter()
    ranked: list[tuple[int, Listed]] = []
    for each in held:
        place = (each.rotation.team, each.rotation.level)
        ranked.append((before[place], each))
        before[place] += 1
    return [each for _, each in sorted(ranked, key=itemgetter(0))[:MOST_ROTATIONS]]


def _pair(graph: OrgGraph, person: Subject, first: Listed, second: Listed) -> _Pair:
    rotations = first.rotation, second.rotation
    meet, overlap = do_meet(person, first, second), share_hours(graph, *rotations)
    if meet is False or overlap is False:
        return _Pair(*rotations, is_clash=False)
    if meet is None:
        lacking = tuple(rotation.subject for rotation in rotations if not rotation.turn)
        return _Pair(*rotations, None, TURN, lacking)
    if overlap is None:
        lacking = tuple(rotation.subject for rotation in rotations if rotation.coverage is None)
        return _Pair(*rotations, None, COVERAGE, lacking)
    return _Pair(*rotations, is_clash=True)


def _on_one_chain(graph: OrgGraph, first: Rotation, second: Rotation) -> bool:
    """Whether one page can come to both: to two levels of a team, or to two teams one after the other."""
    if first.team == second.team:
        return first.level != second.level
    ends = tuple(sorted((first.team, second.team)))
    return graph.remembered(("one page for both", ends), lambda: _one_page_for_both(graph, *ends))


def _one_page_for_both(graph: OrgGraph, one: TeamId, other: TeamId) -> bool:
    def leads_to_both(chain: Chain) -> bool:
        return chain.reaches((one,)) and (other in chain.onward(one) or one in chain.onward(other))

    return leads_to_both(graph.whole_chain) and any(
        chain.reaches((other,)) and leads_to_both(chain) for chain in graph.chains
    )


def _twice(graph: OrgGraph, person: Subject, clashes: Sequence[_Pair], rotations: int) -> Observation:
    first, second = clashes[0].first, clashes[0].second
    name, team, other = name_of(graph.organization, person), graph.name(first.team), graph.name(second.team)
    if first.team == second.team:
        where = f"on level {first.level} and level {second.level} of {team} at the same time"
    else:
        where = f"on call for {team} and for {other} at the same time, and pages go from one to the other"
    more = f"; so it is with {few(len(clashes) - 1, 'other pair')} of rotations" if len(clashes) > 1 else ""
    if rotations > MOST_ROTATIONS:
        more += f"; of {rotations:,} rotations {MOST_ROTATIONS} were compared"
    teams = dict.fromkeys((first.team, second.team))
    things = (person, first.subject, second.subject, *(subject("team", each) for each in teams))
    escalations = graph.whole_chain.escalations
    return found(
        *things,
        message=f"{name} is {where}{more}.",
        alike="are on two levels of one chain at the same time",
        advice=partial(_what_helps, person=person, clashes=tuple((pair.first, pair.second) for pair in clashes)),
        evidence=Evidence(
            things,
            tuple(
                (subject("team", source), subject("team", target))
                for source, target in ((first.team, second.team), (second.team, first.team))
                if target in escalations.get(source, ())
            ),
        ),
        numbers=figures(pairs_of_rotations=len(clashes)),
        fixes=partial(_apart, person=person, rotation=second),
    )


def _what_helps(graph: OrgGraph, person: Subject, clashes: tuple[tuple[Rotation, Rotation], ...]) -> str:
    """To let the later rotation begin its list further on, where that keeps the person's turns apart, or to swap."""
    first, second = clashes[0]
    team = graph.name(second.team)
    place = f"level {second.level} of {team}" if first.team == second.team else f"the rotation “{second.id}” of {team}"
    listing = people_of(graph.organization)
    if all(second in pair for pair in clashes):
        others = [one if other == second else other for one, other in clashes]
        for by, words in _shifts(second):
            people = listing[second.id]
            turned = Listed(second, (*people[by:], *people[:by]))
            if all(do_meet(person, Listed(other, listing[other.id]), turned) is False for other in others):
                return f"Let {place} take its turns {words} later, or put somebody else on it."
    if first.team == second.team:
        return f"Put somebody else on {place}."
    name = name_of(graph.organization, person)
    return f"Put somebody else on call in the place of {name}, for {graph.name(first.team)} or for {team}."


def _shifts(rotation: Rotation) -> Iterator[tuple[int, str]]:
    """By how many turns its list can begin further on: half a round, or a turn."""
    members = rotation.members if isinstance(rotation.members, tuple) else ()
    half = len(members) // 2
    for by, words in ((half, "half a round"), *([(1, "one turn")] if half > 1 else [])):
        if (*members[by:], *members[:by]) != members:
            yield by, words


def _apart(graph: OrgGraph, person: Subject, rotation: Rotation) -> Iterator[Fix]:
    """The later rotation half a round on, or a turn on; or without that person."""
    members = rotation.members if isinstance(rotation.members, tuple) else ()
    for by, words in _shifts(rotation):
        turned = (*members[by:], *members[:by])
        yield Fix(f"Let “{rotation.id}” begin {words} on", ChangeField(rotation.subject, "members", turned))
    people = people_of(graph.organization).get(rotation.id, ())
    others = tuple(member for member, held in zip(members, people, strict=True) if held != person)
    if others:
        name = name_of(graph.organization, person)
        yield Fix(f"Take {name} off “{rotation.id}”", ChangeField(rotation.subject, "members", others))


# People who are only counted


def _counted(graph: OrgGraph, team: Team) -> Iterator[Observation]:
    rotations = [rotation for rotation in graph.rotations_of[team.id] if not rotation.is_empty]
    unlisted = [rotation.subject for rotation in rotations if not isinstance(rotation.members, tuple)]
    levels = len({rotation.level for rotation in rotations})
    if not unlisted or levels < 2:
        return
    known = [rotation for rotation in rotations if rotation.coverage]
    at_once = _most_at_once(graph, known) if team.people is not None and team.people < levels else 0
    if team.people is not None and at_once > team.people:
        people = "one person" if team.people == 1 else f"{spelled(team.people)} people"
        yield found(
            team.subject,
            *(rotation.subject for rotation in rotations),
            message=f"{team.name} has {spelled(at_once)} levels on call at the same time and {people}: "
            "somebody is on two of them.",
            alike="have more levels on call at once than people",
            advice="Put people of another team on the further level, or give the team more people.",
            numbers=figures(levels=at_once, people=team.people),
        )
    elif any(
        first.level != second.level and share_hours(graph, first, second) is not False
        for first, second in combinations(rotations, 2)
    ):
        yield not_assessed(team.subject, "names of members", *unlisted)


def _most_at_once(graph: OrgGraph, rotations: Sequence[Rotation]) -> int:
    """The most levels of rotations with known hours that are covered at one minute."""
    weeks = weeks_side_by_side(graph, rotations) if rotations else ()
    return max((_levels_at_once(rotations, week) for week in weeks), default=0)


def _levels_at_once(rotations: Sequence[Rotation], week: Sequence[Sequence[Span]]) -> int:
    """The most levels that are covered at one minute of a week."""
    by_level: dict[int, list[Span]] = {}
    for rotation, spans in zip(rotations, week, strict=True):
        by_level.setdefault(rotation.level, []).extend(spans)
    starts = {start for spans in by_level.values() for start, _ in spans}
    return max(
        (sum(any(start <= at < end for start, end in spans) for spans in by_level.values()) for at in starts), default=0
    )
