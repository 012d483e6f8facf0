"""What matches the words typed into the field: teams by name, kind, mission and site, rows by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgmodel.diagram.board import BoardCard
from orgmodel.model import KIND_NAMES, Responsibility, TeamId
from orgmodel.model.value import value

Names = dict[str, list[int]]


@value
class Found:
    """The teams that match as a whole, and the places of rows that do; every word has to be there."""

    teams: frozenset[TeamId]
    rows: frozenset[int]

    def has_card(self, card: BoardCard) -> bool:
        """Whether the team or any row on its card matches."""
        return card.team.id in self.teams or any(not self.rows.isdisjoint(block.places) for block in card.blocks)

    def has_row(self, card: BoardCard, place: int) -> bool:
        return card.team.id in self.teams or place in self.rows


def found(names: Names, cards: Mapping[TeamId, BoardCard], text: str) -> Found | None:
    """None where nothing was typed: then all of it counts."""
    words = text.casefold().split()
    if not words:
        return None
    teams = frozenset(team for team, card in cards.items() if _has(_said_of(card), words))
    rows = (place for name, places in names.items() if _has(name.casefold(), words) for place in places)
    return Found(teams, frozenset(rows))


def places_by_name(rows: Iterable[Responsibility]) -> Names:
    """The places of the rows of each name: services made from one matrix have the same names over and over."""
    names: Names = {}
    for place, row in enumerate(rows):
        names.setdefault(row.name, []).append(place)
    return names


def _said_of(card: BoardCard) -> str:
    team = card.team
    sites = " ".join(site.name for site in team.sites)
    return f"{team.name} {KIND_NAMES[team.kind]} {team.mission or ''} {sites}".casefold()


def _has(said: str, words: list[str]) -> bool:
    return all(word in said for word in words)
