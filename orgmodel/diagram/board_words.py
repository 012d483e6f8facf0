"""What a card of the board says in words: people and sites, on-call cover, what is carried, measured operations."""

from __future__ import annotations

from orgmodel.coverage import in_words, joined, week_of
from orgmodel.coverage.spans import WHOLE_WEEK
from orgmodel.diagram.board import BoardCard
from orgmodel.model import Organization, Rotation, Team
from orgmodel.sentences import counted, few


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


def cover_of(organization: Organization, team: Team) -> str | None:
    """`24x7, each person 1 week in 8`, `Mon-Fri 09:00-17:00`; None where nothing at all is known of anybody's."""
    rotations = organization.rotations_of.get(team.id, ())
    if not rotations:
        return "no rotation" if organization.rotations else None
    known = [rotation for rotation in rotations if rotation.coverage]
    if not known:
        return "on call, hours unknown"
    hours = _hours(known)
    turns = _turns(known)
    return f"{hours}, {turns}" if turns else hours


def _hours(rotations: list[Rotation]) -> str:
    """The hours of the week by the clocks of the rotations, where these have one clock; else around the clock or so."""
    zones = {rotation.timezone for rotation in rotations}
    if any(rotation.coverage and week_of(rotation.coverage) == WHOLE_WEEK for rotation in rotations):
        return "24x7"
    if len(zones) > 1:
        return f"{few(len(rotations), 'shift')} in {few(len(zones), 'time zone')}"
    spans = joined(span for rotation in rotations if rotation.coverage for span in week_of(rotation.coverage))
    said = in_words(spans)
    return "24x7" if said == ("all week",) else ", ".join(said).replace("-", "–")


def _turns(rotations: list[Rotation]) -> str:
    """How often a turn comes round: `each person 1 week in 8`; nothing where several rotations share the hours."""
    if len(rotations) > 1:
        always = all(rotation.level == rotations[0].level for rotation in rotations)
        return f"in {few(len(rotations), 'shift')}" if always and len({r.timezone for r in rotations}) == 1 else ""
    members, turn = rotations[0].members, rotations[0].turn
    number = members if isinstance(members, int) else len(members or ())
    if not number or turn is None:
        return counted(number, "person", "people") + " in turn" if number else ""
    unit = {"m": "minute", "h": "hour", "d": "day", "w": "week"}.get(turn.unit, "")
    if turn.unit == "d" and turn.count == 7:
        return f"each person 1 week in {number}"
    if not unit:
        return ""
    return f"each person {counted(turn.count, unit)} in {turn.count * number}"


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
