"""What a card of the board says in words: people and sites, on-call cover, what is carried, measured operations."""

from __future__ import annotations

from datetime import date
from typing import Final

from orgmodel.coverage import around_the_clock, in_words, joined, week_of
from orgmodel.diagram.board import BoardCard
from orgmodel.model import Organization, Rotation, Team
from orgmodel.model.durations import Unit
from orgmodel.sentences import counted, few

_UNITS: Final[dict[Unit, str]] = {"s": "second", "m": "minute", "h": "hour", "d": "day"}


def people_of(team: Team) -> str:
    """`9`, or `people unknown`; the word for the number stands in `sites_of`."""
    return "people unknown" if team.people is None else f"{team.people:,}"


def sites_of(team: Team) -> str:
    """What follows the number: `people, London 5, Denver 3`; `people, Lisbon` where all are at one site."""
    parts = [] if team.people is None else ["person" if team.people == 1 else "people"]
    if len(team.sites) == 1:
        parts.append(team.sites[0].name)
    else:
        parts += [site.name if site.headcount is None else f"{site.name} {site.headcount}" for site in team.sites]
    return ", ".join(parts)


def cover_of(organization: Organization, team: Team, today: date) -> str | None:
    """`24x7, each person 1 week in 8`, `Mon–Fri 09:00–17:00`; None where nothing at all is known of anybody's.

    What the first of a team's levels covers; where it has several clocks, as they stand in the year of a day.
    """
    rotations = organization.rotations_of.get(team.id, ())
    if not rotations:
        return "no rotation" if organization.rotations else None
    first = [rotation for rotation in rotations if rotation.level == rotations[0].level and rotation.coverage]
    if not first:
        return "on call, hours unknown"
    hours = "24x7" if around_the_clock(organization, first, today) else _hours(first)
    turns = f"in {few(len(first), 'shift')}" if len(first) > 1 else _turn(first[0])
    return f"{hours}, {turns}" if turns else hours


def _hours(rotations: list[Rotation]) -> str:
    """The hours of the week by the clock of the rotations; of several clocks, how many there are."""
    zones = {rotation.timezone for rotation in rotations}
    if len(zones) > 1:
        return f"{few(len(zones), 'time zone')}"
    spans = joined(span for rotation in rotations if rotation.coverage for span in week_of(rotation.coverage))
    return ", ".join(in_words(spans)).replace("-", "–")


def _turn(rotation: Rotation) -> str:
    """How often somebody's turn comes round: `each person 1 week in 8`; nothing where that is unknown."""
    members, turn = rotation.members, rotation.turn
    number = members if isinstance(members, int) else len(members or ())
    if not number:
        return ""
    if turn is None:
        return f"{counted(number, 'person', 'people')} in turn"
    count, unit = turn.count, _UNITS[turn.unit]
    if turn.unit == "d" and turn.count % 7 == 0:
        count, unit = turn.count // 7, "week"
    return f"each person {counted(count, unit)} in {count * number}"


def carried_words(answers: int, does: int) -> str:
    """`11 A + 3 R`, `12 A`, `nothing`."""
    parts = [f"{count:,} {letter}" for count, letter in ((answers, "A"), (does, "R")) if count]
    return " + ".join(parts) or "nothing"


def per_head(card: BoardCard, more: int = 0) -> str:
    """`1.6 a head`; nothing where nothing is carried, `headcount unknown` where that is so."""
    carried = card.carried + more
    if not carried or card.team.people == 0:
        return ""
    if card.team.people is None:
        return "headcount unknown"
    return f"{carried / card.team.people:.1f} a head"


def percent(share: float) -> str:
    return f"{share:g} %"


def operations_of(team: Team, limit: float) -> tuple[str, str] | None:
    """What stands out and what follows: `45 %` and ` of 50 %, toil 20 %`; None where nothing was measured."""
    load = team.workload
    if load is None or load.operations is None:
        return None
    toil = "toil unknown" if load.toil is None else f"toil {percent(load.toil)}"
    return percent(load.operations), f" of {percent(limit)}, {toil}"
