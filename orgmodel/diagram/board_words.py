"""What a card of the board says in words: people and sites, what is carried, measured operations."""

from __future__ import annotations

from orgmodel.diagram.board import BoardCard
from orgmodel.model import SRE_KINDS, Settings, Team


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


def limit_of(settings: Settings, team: Team) -> float | None:
    """How many percent of its time operations may take; None for a kind of team that may spend all on them."""
    return settings.limit("operations_percent") if team.kind in SRE_KINDS else None


def operations_of(team: Team, limit: float | None) -> tuple[str, str] | None:
    """What stands out and what follows: `45 %` and `, limit 50 %, toil 20 %`; None where nothing was measured."""
    load = team.workload
    if load is None or load.operations is None:
        return None
    toil = "toil unknown" if load.toil is None else f"toil {percent(load.toil)}"
    most = "" if limit is None else f", limit {percent(limit)}"
    return percent(load.operations), f"{most}, {toil}"
