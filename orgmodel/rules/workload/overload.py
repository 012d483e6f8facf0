"""LOAD003: teams that carry far more rows a head than the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import fsum, isclose, sqrt
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.load import rows_by_criticality, rows_of, weight_of
from orgmodel.model import ORGANIZATION, Team, TeamId
from orgmodel.rules.rule import Observation, figures, found, not_assessed, rule
from orgmodel.rules.sources import RACI_ANALYSIS
from orgmodel.sentences import listed, short

_FEWEST_TEAMS: Final = 8
"""How many teams it takes to say that one carries more than the others."""


@rule("LOAD003", "column-overload", "warning", RACI_ANALYSIS, reads=("held_by_criticality",))
def column_overload(graph: OrgGraph) -> Iterator[Observation]:
    """What it means
        This team answers for or does far more than the others, for the people that it has: each row weighs 5 less its
        criticality, the sum is divided by the people, and it lies beyond the mean of all teams by more than
        overload_deviations (2) standard deviations. The finding shows the sum.

    Why it hurts
        A team that carries that much does some of it badly, and nobody has decided which.

    An example that fails
        teams:
          - {id: web, name: Web, headcount: 2}
          - {id: shop, name: Shop, headcount: 5}
          - {id: till, name: Till, headcount: 5}
          - {id: stock, name: Stock, headcount: 5}
          - {id: mail, name: Mail, headcount: 5}
          - {id: search, name: Search, headcount: 5}
          - {id: media, name: Media, headcount: 5}
          - {id: feeds, name: Feeds, headcount: 5}
        responsibilities:
          - {id: database, name: Database, criticality: 1, raci: {web: A}}
          - {id: rails, name: Rails, criticality: 1, raci: {web: A}}
          - {id: release, name: Release Process, criticality: 3, raci: {shop: A}}

    An example that passes
        teams:
          - {id: web, name: Web, headcount: 5}
          - {id: shop, name: Shop, headcount: 5}
          - {id: till, name: Till, headcount: 5}
          - {id: stock, name: Stock, headcount: 5}
          - {id: mail, name: Mail, headcount: 5}
          - {id: search, name: Search, headcount: 5}
          - {id: media, name: Media, headcount: 5}
          - {id: feeds, name: Feeds, headcount: 5}
        responsibilities:
          - {id: database, name: Database, criticality: 1, raci: {web: A}}
          - {id: rails, name: Rails, criticality: 1, raci: {shop: A}}
          - {id: release, name: Release Process, criticality: 3, raci: {till: A}}

    How to put it right
        Give some of what it has to teams that carry less, or give it people.

    Limits
        A row of unknown criticality is weighed as the middle, 2.5. Governance teams are left out. Not assessed with
        fewer than 8 teams whose headcount is known, and for a team whose headcount is unknown.
    """
    teams = [team for team in graph.present.values() if team.kind != "governance"]
    rows = rows_by_criticality(graph)
    loads = {team.id: weight_of(rows[team.id]) / team.people for team in teams if team.people}
    if len(loads) < _FEWEST_TEAMS:
        yield not_assessed(ORGANIZATION, f"{_FEWEST_TEAMS} teams with a headcount")
        return
    for team in teams:
        if team.people is None:
            yield not_assessed(team.subject, "headcount")
    mean = fsum(loads.values()) / len(loads)
    deviation = sqrt(fsum((load - mean) ** 2 for load in loads.values()) / len(loads))
    deviations = graph.organization.settings.limit("overload_deviations")
    limit = mean + deviations * deviation
    for team in teams:
        load = loads.get(team.id, 0.0)
        if load > limit and not isclose(load, limit):
            yield found(
                team.subject,
                message=f"{team.name} carries far more than the others, each responsibility weighed by how critical "
                f"it is: {_in_steps(rows_of(graph, team.id).said)}. More than {short(limit)} is unusual here: the mean "
                f"is {short(mean)}, and {short(deviations)} standard deviations of {short(deviation)} are added.",
                alike="carry far more a head than the others",
                advice=_give_to(graph, team, loads),
                numbers=figures(
                    a_head=load,
                    mean=mean,
                    standard_deviation=deviation,
                    overload_deviations=deviations,
                    limit=limit,
                    teams_compared=len(loads),
                    teams_that_it_takes=_FEWEST_TEAMS,
                ),
            )


def _in_steps(said: str) -> str:
    """`2 rows × 4 = 8; 8 ÷ 2 people = 4 a head`: a sum and what it is shared by, each an equation of its own."""
    total, sign, share = said.partition(" ÷ ")
    return f"{total}; {total.rpartition('= ')[2]} ÷ {share}" if sign and "= " in total else said


def _give_to(graph: OrgGraph, team: Team, loads: Mapping[TeamId, float]) -> str:
    """Who carry least, of the same kind where there is another one."""
    others = [graph.present[other] for other in loads if other != team.id]
    alike = [other for other in others if other.kind == team.kind] or others
    least = min(loads[other.id] for other in alike)
    ids = sorted((other.id for other in alike if isclose(loads[other.id], least)), key=graph.by_name)
    those = "of its kind, " if alike[0].kind == team.kind else ""
    names, carry = listed([graph.name(each) for each in ids], most=4), "carries" if len(ids) == 1 else "carry"
    return (
        f"Give some of what it has to teams that carry less: {those}{names} {carry} least, {short(least)} a head"
        f"{' each' if len(ids) > 1 else ''}."
    )
