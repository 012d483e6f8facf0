"""LOAD004: more kinds of work than one team can keep in mind, and teams too small or too large."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Final, NamedTuple

from orgmodel.commands import ChangeField
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import Complexity, Service, Team, TeamId
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import TEAM_TOPOLOGIES
from orgmodel.sentences import counted, listed, short

_WITH_A_COMPLEX_ONE: Final = 1
_COMPLICATED: Final = 1
_SIMPLE: Final = 3
"""How many services a team can have of each complexity: a complex one is its only one (S17)."""

_COMPLEXITIES: Final[tuple[Complexity | None, ...]] = ("complex", "complicated", None, "simple")
_MOST_OFFERED: Final = 2


@rule("LOAD004", "too-many-domains", "warning", TEAM_TOPOLOGIES)
def too_many_domains(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        The services of this team are more than it can keep in mind: a complex one and anything else, two complicated
        ones, or more than three simple ones. For information the same rule names teams of fewer people than
        team_size_min (5) or more than team_size_max (9).

    Why it hurts
        Whoever has to switch between many kinds of work knows none of them well. In a team that is too small one
        absence is felt at once; in one that is too large people stop talking to everybody.

    An example that fails
        teams:
          - {id: shop, name: Shop Team, kind: application, headcount: 7}
        services:
          - {id: web, name: Shop Web, team: shop, complexity: complicated}
          - {id: prices, name: Prices, team: shop, complexity: complicated}

    An example that passes
        teams:
          - {id: shop, name: Shop Team, kind: application, headcount: 7}
        services:
          - {id: web, name: Shop Web, team: shop, complexity: complicated}
          - {id: prices, name: Prices, team: shop, complexity: simple}

    How to put it right
        Give a service to a team that has room for it, or split the team along its services.

    Limits
        Services count for the team that they name. Governance teams and teams without people are left out. A team is
        not assessed where the complexity of a service decides and is unknown, or where its headcount is.
    """
    services = _services_of(graph)
    for team in graph.present.values():
        if team.kind == "governance" or team.people == 0:
            continue
        held = services.get(team.id, ())
        crowded, size = _is_crowded(held), _size(graph, team)
        if crowded:
            also = f"; and it has {size.said}" if size else ""
            yield found(
                team.subject,
                *(service.subject for service in held),
                message=f"{team.name} has {_counted(held)}: more kinds of work than one team can keep in mind{also}.",
                alike="have more kinds of work than one team can keep in mind",
                advice="Give a service to a team that has room for it, or split the team along its services.",
                numbers=figures(services=len(held)),
                fixes=partial(_gifts, team=team.id),
            )
        elif size:
            yield found(
                team.subject,
                severity="info",
                message=f"{team.name} has {size.said}: {size.why}.",
                alike="are smaller or larger than teams that work well",
                advice=f"{size.advice}, or write down why it is of that size.",
                numbers=figures(people=team.people, **{size.limit: size.number}),
            )
        unknown = [service.subject for service in held if service.complexity is None]
        if unknown and len(held) > 1 and not crowded:
            yield not_assessed(team.subject, "complexity", *unknown)
        if team.people is None:
            yield not_assessed(team.subject, "headcount")


def _services_of(graph: OrgGraph) -> Mapping[TeamId, Sequence[Service]]:
    """The services of each team, by name."""
    grouped: dict[TeamId, list[Service]] = {}
    for service in graph.organization.services:
        if service.team is not None:
            grouped.setdefault(service.team, []).append(service)
    return {team: sorted(held, key=lambda service: (service.name, service.id)) for team, held in grouped.items()}


def _is_crowded(services: Sequence[Service]) -> bool:
    """Whether they are certainly too many, whatever an unknown complexity turns out to be."""
    counts = Counter(service.complexity for service in services)
    return (
        (counts["complex"] > 0 and len(services) > _WITH_A_COMPLEX_ONE)
        or counts["complicated"] > _COMPLICATED
        or counts["simple"] > _SIMPLE
    )


def _counted(services: Sequence[Service]) -> str:
    """`4 simple services`, `4 services, 1 complex, 2 simple and 1 of unknown complexity`."""
    counts = Counter(service.complexity for service in services)
    if len(counts) == 1:
        return f"{len(services)} {services[0].complexity} services"
    parts = [f"{counts[each]} {each or 'of unknown complexity'}" for each in _COMPLEXITIES if counts[each]]
    return f"{counted(len(services), 'service')}, {listed(parts)}"


class _Size(NamedTuple):
    """What is wrong with the number of people of a team, why, what to do, and the limit that says so."""

    said: str
    why: str
    advice: str
    limit: str
    number: float


def _size(graph: OrgGraph, team: Team) -> _Size | None:
    """None where nothing is wrong with it, or it is unknown."""
    fewest, most = (graph.organization.settings.limit(f"team_size_{end}") for end in ("min", "max"))
    if team.people is None or fewest <= team.people <= most:
        return None
    people = counted(team.people, "person", "people")
    if team.people < fewest:
        said, why = f"{people}, fewer than {short(fewest)}", "one absence is felt at once"
        return _Size(said, why, "Join it with another team, or give it people", "team_size_min", fewest)
    said, why = f"{people}, more than {short(most)}", "not everybody can know what the others do"
    return _Size(said, why, "Split it", "team_size_max", most)


def _gifts(graph: OrgGraph, team: TeamId) -> Iterator[Fix]:
    """One service, the lightest first, to a team of the same kind that has room, the one with fewest services first."""
    services, kind = _services_of(graph), graph.present[team].kind
    others = [
        other.id for other in graph.present.values() if other.id != team and other.kind == kind and other.people != 0
    ]
    others.sort(key=lambda other: (len(services.get(other, ())), *graph.by_name(other)))
    for service in sorted(services[team], key=lambda service: -_COMPLEXITIES.index(service.complexity)):
        with_room = (other for other in others if not _is_crowded([*services.get(other, ()), service]))
        for other in islice(with_room, _MOST_OFFERED):
            yield Fix(f"Give {service.name} to {graph.name(other)}", ChangeField(service.subject, "team", other))
