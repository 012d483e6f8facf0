"""On call and load: the week of the given day on one clock, then for each team its people's share and its sums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from orgmodel.coverage import usual_zone, zone_named
from orgmodel.diagram.week import WeekPlan, plan_of
from orgmodel.diagram.week_lanes import Lane, needs_of
from orgmodel.diagram.week_steps import Step, steps_of
from orgmodel.model import ServiceId, TeamId
from orgmodel.pdf.matter import Matter
from orgmodel.pdf.pages.block import Block
from orgmodel.pdf.pages.book import Leaf
from orgmodel.pdf.pages.flow import flowed
from orgmodel.pdf.pages.headings import heading
from orgmodel.pdf.sections.on_call.load import load_blocks
from orgmodel.pdf.sections.on_call.week import fitted_plan, week_blocks
from orgmodel.pdf.style import Sheet
from orgmodel.sentences import day, listed

SECTION_NAME: Final = "On call and load"
KEY: Final = "on-call"
_MOST_CHAINS: Final = 3
"""Up to so many chains of services each has its own strip; more would print the same lanes over and over."""
_MOST_NAMED: Final = 4
_SPARE: Final = 3.4
"""What the legend has to say here stands in one line of a wide page."""
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def on_call(matter: Matter) -> list[Leaf]:
    sheet = matter.portrait if matter.order.turned == "portrait" else matter.landscape
    organization = matter.organization
    if not matter.teams and not organization.rotations:
        return flowed(SECTION_NAME, KEY, sheet, "", [], empty="No teams and no rotations yet: nobody is on call.")
    zone = zone_named(usual_zone(organization))
    blocks: list[Block] = []
    plan: WeekPlan | None = None
    for title, plan in _strips(matter, sheet):
        blocks += [heading(title, sheet, holds=40)] if title else []
        blocks += week_blocks(matter, plan)
    blocks += load_blocks(matter, sheet)
    lead = _lead(plan, zone.key) if plan else _unknown(matter)
    return flowed(SECTION_NAME, KEY, sheet, lead, blocks, spare=_SPARE if sheet == matter.landscape else 0.0)


def _unknown(matter: Matter) -> str:
    whose = " of these teams" if matter.organization.rotations else ""
    return f"No rotation{whose} is in the file, so who is on call is unknown."


def _lead(plan: WeekPlan, zone: str) -> str:
    return f"{_week(plan)}, on the clocks of {zone.replace('_', ' ')}. {_changed_clocks(plan)}".strip()


def _strips(matter: Matter, sheet: Sheet) -> Iterator[tuple[str, WeekPlan]]:
    """A strip for each chain where services have a few of them, else one of all."""
    organization, needs = matter.organization, needs_of(matter.organization)
    zone = zone_named(usual_zone(organization))
    asked = set(matter.order.teams)

    def plan(service: ServiceId | None, teams: list[TeamId] | None) -> WeekPlan:
        return fitted_plan(plan_of(organization, matter.today, zone, service, needs=needs, shown=teams), sheet)

    chains: dict[tuple[Step, ...], list[ServiceId]] = {}
    for service in organization.services:
        chains.setdefault(steps_of(organization, service.id), []).append(service.id)
    wanted = [team.id for team in matter.teams] if asked else None
    if not 1 < len(chains) <= _MOST_CHAINS:
        whole = plan(None, wanted)
        if _is_known(whole):
            yield "", whole
        return
    seen: set[TeamId] = set()
    for services in chains.values():
        found = plan(services[0], wanted)
        if _is_known(found):
            names = [organization.service_by_id[service].name for service in services]
            yield listed(names, _MOST_NAMED), found
            seen |= {row.team for row in found.rows if isinstance(row, Lane)}
    every = {team.id for team in matter.teams} | (set() if asked else set(organization.rotations_of))
    archived = {team.id for team in organization.teams if team.status == "archived"}
    left = plan(None, sorted(every - seen - archived))
    if _is_known(left):
        yield "In no chain of these services", left


def _is_known(plan: WeekPlan) -> bool:
    """Whether somebody is on call in it: lanes of which nothing is known, one below the other, say less than a line."""
    return any(isinstance(row, Lane) and row.level is not None for row in plan.rows)


def _week(plan: WeekPlan) -> str:
    """`The week of 23 to 29 November 2026`."""
    first, last = plan.axis.date_of(0), plan.axis.date_of(6)
    return f"The week of {_start(first, last)} to {day(last)}"


def _changed_clocks(plan: WeekPlan) -> str:
    """`Clocks change on Sunday, which has 25 hours. `; nothing in most weeks."""
    hours = [(place, plan.axis.hours_of(place)) for place in range(7)]
    days = [f"on {_DAYS[place]}, which has {count:g} hours" for place, count in hours if count != 24]
    return f"Clocks change {listed(days)}. " if days else ""


def _start(first: date, last: date) -> str:
    if first.year != last.year:
        return day(first)
    words = day(first).rsplit(" ", 1)[0]
    return str(first.day) if first.month == last.month else words
