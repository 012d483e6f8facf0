"""ONC001 and ONC002: too few people of a site to be on call around the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodel.coverage import WEEK, minutes_a_week
from orgmodel.findings import Fix, Severity
from orgmodel.graph import OrgGraph
from orgmodel.model import ORGANIZATION, RotationId, Team, TeamId
from orgmodel.rules.on_call.sites import AtSite, Level, levels_of, teams_on_call
from orgmodel.rules.on_call.turns import with_everybody
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import SRE_BOOK_ON_CALL, WORKBOOK_ON_CALL
from orgmodel.sentences import counted, listed


@rule("ONC001", "single-site-too-small", "error", SRE_BOOK_ON_CALL)
def single_site_too_small(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        One site covers all hours of the week with fewer people than it takes: single_site_members (8). Exactly that
        many are for information, as one who leaves or falls ill makes them too few.

    Why it hurts
        Somebody is on call every night. With fewer people each has too many such weeks, has no time left for anything
        that would make the nights quieter, and leaves.

    An example that fails
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre, headcount: 6}
        rotations:
          - {id: web-sre-primary, team: web-sre, coverage: 24x7, members: 6}

    An example that passes
        teams:
          - {id: web-sre, name: Web SRE, kind: application-sre, headcount: 9}
        rotations:
          - {id: web-sre-primary, team: web-sre, coverage: 24x7, members: 9}

    How to put it right
        Let more people take turns, share the hours with a second site, or cover fewer hours.

    Limits
        The source counts on two levels, a week at a time. A team without sites is at one. Each level is judged by its
        own people: the members of its rotations, or the headcount where one of them does not say; people who are only
        counted in several rotations are not taken for more than work there. Not assessed where it is unknown which
        hours a rotation covers or how many take turns, or where that hangs on whether those counted in two rotations
        are the same people.
    """
    if not graph.organization.rotations:
        yield not_assessed(ORGANIZATION, "rotations")
        return
    least = graph.organization.settings.limit("single_site_members")
    for team in teams_on_call(graph):
        of_one_site = [(level, level.sites[0]) for level in levels_of(graph, team) if len(level.sites) == 1]
        known = [
            (site.most, level.number, site.name or "")
            for level, site in of_one_site
            if level.is_round and site.most is not None and (site.most < least or site.people is not None)
        ]
        people, number, name = min(known, default=(None, 0, ""))
        if people is not None and people <= least:
            yield found(
                team.subject,
                severity="error" if people < least else "info",
                message=_too_small(
                    team, number if len({held for held, _, _ in known}) > 1 else None, name, people, least
                ),
                alike="cover all hours from one site with "
                + ("too few people" if people < least else "nobody to spare"),
                advice=f"Let {least + 1:g} people take turns, share the hours with another site, or cover fewer hours.",
                numbers=figures(people=people, single_site_members=least),
                fixes=partial(_let_all_take_turns, team=team.id),
            )
        else:
            yield from _unknown_of_one_site(team, of_one_site, least)


def _too_small(team: Team, number: int | None, site: str, people: int, least: float) -> str:
    """With the level's number where several levels of the team go around the clock."""
    level = f" at level {number}" if number else ""
    where = f"from {site} alone" if site else "from one site"
    staff = counted(people, "person", "people") if people else "nobody"
    said = f"{team.name} covers all hours of the week{level} {where} with {staff}"
    return f"{said}: it takes {least:g} at least." if people < least else f"{said}: it takes all of them."


def _unknown_of_one_site(team: Team, levels: Iterable[tuple[Level, AtSite]], least: float) -> Iterator[Observation]:
    """What stands in the way of calling the team big enough."""
    for level, site in levels:
        if site.fewest is not None and (site.fewest > least or (level.is_round and site.people is not None)):
            continue
        if level.is_round:
            lacking = [rotation.subject for rotation in level.rotations if rotation.members is None]
            yield not_assessed(team.subject, "members" if lacking else "headcount", *(lacking or [team.subject]))
        else:
            lacking = [rotation.subject for rotation in level.rotations if rotation.coverage is None]
            yield not_assessed(team.subject, "coverage", *lacking)


def even_shares(graph: OrgGraph, team_id: TeamId) -> tuple[tuple[frozenset[RotationId], float], ...]:
    """Of each level for which ONC001 is an error: its rotations, and the percent of all hours that falls to each."""
    team = graph.present.get(team_id)
    if team is None or team_id not in graph.organization.teams_there:
        return ()
    least = graph.organization.settings.limit("single_site_members")
    found = []
    for level in levels_of(graph, team):
        people = level.sites[0].most
        if level.is_round and len(level.sites) == 1 and people is not None and people < least:
            minutes = sum(minutes_a_week(rotation) or 0 for rotation in level.rotations)
            percent = minutes * 100 / WEEK / people if people else 0.0
            found.append((frozenset(rotation.id for rotation in level.rotations), percent))
    return tuple(found)


def _let_all_take_turns(graph: OrgGraph, team: TeamId) -> Iterator[Fix]:
    levels = levels_of(graph, graph.present[team]) if team in graph.rotations_of else ()
    return with_everybody(graph, team, [rotation.id for level in levels for rotation in level.rotations])


@rule("ONC002", "site-too-small", "error", WORKBOOK_ON_CALL)
def site_too_small(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        Two or more sites share all hours of the week, and one of them has fewer people than it takes: an error below
        multi_site_minimum (5), a warning below multi_site_members (6).

    Why it hurts
        Each site is on call every day of the year, weekends and holidays included. A site with so few has nobody left
        when one is ill and another on holiday, and the other site gets its nights back.

    An example that fails
        teams:
          - id: web-sre
            name: Web SRE
            sites:
              - {name: London, timezone: Europe/London, headcount: 6}
              - {name: Denver, timezone: America/Denver, headcount: 4}
        rotations:
          - {id: web-sre-primary, team: web-sre, coverage: 24x7}

    An example that passes
        teams:
          - id: web-sre
            name: Web SRE
            sites:
              - {name: London, timezone: Europe/London, headcount: 6}
              - {name: Denver, timezone: America/Denver, headcount: 6}
        rotations:
          - {id: web-sre-primary, team: web-sre, coverage: 24x7}

    How to put it right
        Let more people of that site take turns, or hire there; else give its hours to a larger site.

    Limits
        A rotation is taken to be of the site where all its members sit, else of the only site in its time zone, else of
        all. Each level is judged by its own people; where they do not say, or share a rotation, by the headcount of the
        site. Not assessed where neither is known, or the hours are not.
    """
    if not graph.organization.rotations:
        yield not_assessed(ORGANIZATION, "rotations")
        return
    limit = graph.organization.settings.limit
    least, enough = limit("multi_site_minimum"), limit("multi_site_members")
    for team in teams_on_call(graph):
        shared = [level for level in levels_of(graph, team) if len(level.sites) > 1]
        smallest: dict[str | None, int] = {}
        for level in shared:
            for site in level.sites if level.is_round else ():
                if site.most is not None:
                    smallest[site.name] = min(site.most, smallest.get(site.name, site.most))
        small = sorted((people, str(name)) for name, people in smallest.items() if people < max(least, enough))
        if small:
            severity: Severity = "error" if small[0][0] < least else "warning"
            yield found(
                team.subject,
                severity=severity,
                message=f"Of the sites that share all hours of the week for {team.name}, {_sizes(small)}: each needs "
                f"{least:g} at least, and {enough:g} to be safe.",
                alike="share all hours of the week with a site that is too small",
                advice="Let more people of that site take turns, or give its hours to a larger one.",
                numbers=figures(people=small[0][0], multi_site_minimum=least, multi_site_members=enough),
                fixes=partial(_let_all_take_turns, team=team.id),
            )
        else:
            yield from _unknown_of_sites(team, shared, max(least, enough))


def _sizes(small: list[tuple[int, str]]) -> str:
    """`Denver has 3 people and London 5`."""
    first, *others = (f"{name} has {counted(people, 'person', 'people')}" for people, name in small[:1])
    return listed([first, *others, *(f"{name} {people}" for people, name in small[1:])], most=4)


def _unknown_of_sites(team: Team, levels: Iterable[Level], enough: float) -> Iterator[Observation]:
    """What stands in the way of calling each site big enough."""
    for level in levels:
        if all(site.fewest is not None and site.fewest >= enough for site in level.sites):
            continue
        if level.is_round:
            yield not_assessed(team.subject, "headcount of each site", team.subject)
        else:
            lacking = [rotation.subject for rotation in level.rotations if rotation.coverage is None]
            yield not_assessed(team.subject, "coverage", *lacking)
