"""ONC004: hours at which nobody is on call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Final

from orgmodel.commands import ChangeField
from orgmodel.coverage import Gap, Uncovered, uncovered
from orgmodel.findings import Fix
from orgmodel.graph import OrgGraph
from orgmodel.model import (
    ALWAYS,
    ORGANIZATION,
    Rotation,
    RotationId,
    Team,
    TeamId,
    subject,
)
from orgmodel.rules.on_call.sites import on_call_among
from orgmodel.rules.on_call.turns import at_hours
from orgmodel.rules.rule import PAGED, Observation, figures, found, not_assessed, team_rule
from orgmodel.rules.sources import PAGERDUTY_COMMUNITY
from orgmodel.sentences import capital, listed

_MOST_SAID: Final = 4
"""So many stretches of open hours stand in a sentence."""


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
    said = [f"{_in_words(nobody)} nobody of {team.name} is on call"] if nobody else []
    if no_first:
        said.append(f"{_in_words(no_first)} {'level 1' if nobody else f'level 1 of {team.name}'} is missing")
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
        numbers=(
            *(figures(hours_a_week_with_nobody=_hours(nobody)) if nobody else ()),
            *(figures(hours_a_week_without_level_1=_hours(no_first)) if no_first else ()),
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
