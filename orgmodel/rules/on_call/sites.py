"""Who keeps a level of a team on call around the clock: from which sites, and how many people at each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from orgmodel.coverage import around_the_clock, people_of
from orgmodel.graph import OrgGraph
from orgmodel.model import Member, Rotation, Site, Team
from orgmodel.model.value import value
from orgmodel.rules.day_judged import day_judged


@value
class AtSite:
    """The people of one site who take part in a level: so many at least and at most, None where nothing is known.

    The name is None where the team is at one site that has none.
    """

    name: str | None
    fewest: int | None
    most: int | None

    @property
    def people(self) -> int | None:
        """How many they are; None where that is not known exactly."""
        return self.most if self.fewest == self.most else None


@value
class Level:
    """The rotations of one level of a team, by its number, and the sites that they are staffed from.

    `is_round` says whether together they cover the whole week; None where that depends on unknown hours.
    """

    number: int
    rotations: tuple[Rotation, ...]
    is_round: bool | None
    sites: tuple[AtSite, ...]


def teams_on_call(graph: OrgGraph) -> Iterator[Team]:
    """The teams that are there and have a rotation."""
    there = graph.organization.teams_there
    return (graph.present[team] for team in graph.rotations_of if team in there)


def on_call_among(graph: OrgGraph, teams: Iterable[Team]) -> Iterator[Team]:
    """Those of the teams that are there and have a rotation."""
    there, rotations = graph.organization.teams_there, graph.rotations_of
    return (team for team in teams if team.id in rotations and team.id in there)


def levels_of(graph: OrgGraph, team: Team) -> tuple[Level, ...]:
    """The levels of a team by number, but for those that are known not to go around the clock."""
    return graph.remembered(("around the clock", team.id), lambda: tuple(_levels(graph, team)))


def _levels(graph: OrgGraph, team: Team) -> Iterator[Level]:
    by_level: dict[int, list[Rotation]] = {}
    for rotation in graph.rotations_of[team.id]:
        by_level.setdefault(rotation.level, []).append(rotation)
    for number, rotations in by_level.items():
        is_round = around_the_clock(graph.organization, rotations, day_judged(graph))
        if is_round is not False:
            yield Level(number, tuple(rotations), is_round, tuple(_sites(graph, team, rotations)))


def _sites(graph: OrgGraph, team: Team, rotations: Sequence[Rotation]) -> Iterator[AtSite]:
    if len(team.sites) < 2:
        site = team.sites[0] if team.sites else None
        fallback = team.people if site is None or site.headcount is None else site.headcount
        yield AtSite(site.name if site else None, *_people(graph, rotations, fallback))
        return
    at = [(rotation, site_of(team, rotation)) for rotation in rotations]
    shared = [rotation for rotation, site in at if site is None]
    for site in team.sites:
        own = [rotation for rotation, its in at if its is site]
        if own:
            yield AtSite(site.name, *_people(graph, own, site.headcount))
        elif shared:
            people = _of_site(team, shared, site)
            yield AtSite(site.name, people, people)


def site_of(team: Team, rotation: Rotation) -> Site | None:
    """The one site that a rotation is staffed from: that of all who are listed, else the only one in its time zone.

    None where several share it, or nobody can tell.
    """
    listed = {member.site if member else None for member in _listed(team, rotation)}
    of_people = [site for site in team.sites if {site.name} == listed]
    in_zone = [site for site in team.sites if site.timezone is not None and site.timezone == rotation.timezone]
    found = of_people if listed and None not in listed else in_zone
    return found[0] if len(found) == 1 else None


def _of_site(team: Team, rotations: Iterable[Rotation], site: Site) -> int | None:
    """How many of the people listed are at a site; its headcount where that cannot be told."""
    listed = [member for rotation in rotations for member in _listed(team, rotation)]
    members = {member.id: member for member in listed if member is not None}
    if not listed or None in listed or any(member.site is None for member in members.values()):
        return site.headcount
    return sum(member.site == site.name for member in members.values())


def _listed(team: Team, rotation: Rotation) -> tuple[Member | None, ...]:
    """Whom a rotation lists, None for each who is no member of the team."""
    if not isinstance(rotation.members, tuple):
        return ()
    known = {member.name: member for member in team.members} | {str(member.id): member for member in team.members}
    return tuple(known.get(name) for name in rotation.members)


def _people(
    graph: OrgGraph, rotations: Sequence[Rotation], headcount: int | None
) -> tuple[int, int] | tuple[None, None]:
    """How many take turns in these rotations of one site, at least and at most; its headcount where one does not say.

    Those who are only counted may stand in several: together they are not more than work there, and where that is
    unknown, nobody can tell them apart.
    """
    if any(rotation.members is None for rotation in rotations):
        return (None, None) if headcount is None else (headcount, headcount)
    people = graph.remembered("people of rotations", lambda: people_of(graph.organization))
    listed = {person for rotation in rotations for person in people.get(rotation.id, ())}
    counts = [rotation.members for rotation in rotations if isinstance(rotation.members, int)]
    together, fewest = len(listed) + sum(counts), max(len(listed), *counts, 0)
    if len(rotations) > 1 and headcount is not None:
        together = min(together, max(headcount, fewest))
        return together, together
    return fewest if len(rotations) > 1 else together, together
