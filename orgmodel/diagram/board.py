"""What stands on the board of teams: a card for each, with the rows that it carries, layer by layer."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from orgmodel.model import LayerId, Organization, Responsibility, ServiceId, Team, TeamId
from orgmodel.model.value import changed, value

NO_LAYER: Final = "No layer"

Held = dict[TeamId, list[int]]
"""For each team the places of the rows that it carries, in the order of the file."""


class Block(NamedTuple):
    """What a team carries of one layer, as places of rows; its own layer is that of its kind or of most of its rows.

    `parts` are the same places by service, for where there is no room for the rows one by one; empty where nobody asks.
    """

    layer: LayerId | None
    title: str
    places: tuple[int, ...]
    is_own: bool
    parts: tuple[tuple[int, ...], ...] = ()

    def part_of(self, place: int) -> tuple[int, ...]:
        """The rows of the same service as the first one of a part."""
        return next(part for part in self.parts if part[0] == place)


@value
class BoardCard:
    """A team and what it carries; `answers` counts its A, `does` its R alone.

    A *missing* team is named by rows and defined nowhere.
    """

    team: Team
    blocks: tuple[Block, ...]
    answers: int
    does: int
    missing: bool = False

    @property
    def carried(self) -> int:
        return self.answers + self.does

    @property
    def is_there(self) -> bool:
        """Whether it can be given a row."""
        return not self.missing and self.team.status != "archived"

    def block_of(self, layer: LayerId | None) -> Block | None:
        return next((block for block in self.blocks if block.layer == layer), None)


def answered(organization: Organization, card: BoardCard, places: Iterable[int]) -> int:
    """How many of some rows of a card its team answers for; the others it does."""
    rows, team = organization.responsibilities, card.team.id
    return sum(team in rows[place].raci.accountable for place in places)


def with_parts(organization: Organization, card: BoardCard) -> BoardCard:
    """The card with the rows of its layers by service too, where they are of several."""
    return changed(card, blocks=tuple(block._replace(parts=_parts(organization, block)) for block in card.blocks))


def _parts(organization: Organization, block: Block) -> tuple[tuple[int, ...], ...]:
    parts: dict[ServiceId | None, list[int]] = {}
    for place in block.places:
        parts.setdefault(organization.responsibilities[place].service, []).append(place)
    return tuple(map(tuple, parts.values())) if len(parts) > 1 else ()


def held_rows(rows: Iterable[Responsibility]) -> Held:
    """The places of the rows that each team answers for or does, in one pass."""
    held: Held = {}
    for place, row in enumerate(rows):
        raci = row.raci
        for team in raci.accountable:
            held.setdefault(team, []).append(place)
        for team in raci.doers:
            if team not in raci.accountable:
                held.setdefault(team, []).append(place)
    return held


def carriers(row: Responsibility) -> tuple[TeamId, ...]:
    """The teams on whose cards a row stands."""
    raci = row.raci
    if not raci.doers:
        return raci.accountable
    return tuple(dict.fromkeys((*raci.accountable, *raci.doers)))


def hold_anew(held: Held, place: int, before: Responsibility, after: Responsibility) -> set[TeamId]:
    """Put a changed row where it belongs; the teams whose cards look different."""
    old, new = set(carriers(before)), set(carriers(after))
    for team in old - new:
        held[team].remove(place)
    for team in new - old:
        places = held.setdefault(team, [])
        places.insert(bisect_left(places, place), place)
    return old | new


def card_of(organization: Organization, team: Team, places: Iterable[int], *, missing: bool = False) -> BoardCard:
    """The card of a team that carries the rows at those places."""
    rows, known = organization.responsibilities, organization.layer_by_id
    by_layer: dict[LayerId | None, list[int]] = {}
    answers = does = 0
    for place in places:
        row = rows[place]
        by_layer.setdefault(row.layer if row.layer in known else None, []).append(place)
        if team.id in row.raci.accountable:
            answers += 1
        else:
            does += 1
    own = _own_layer(organization, team, Counter({layer: len(found) for layer, found in by_layer.items()}))
    return BoardCard(team, _blocks(organization, by_layer, own), answers, does, missing)


def _blocks(
    organization: Organization, by_layer: Mapping[LayerId | None, list[int]], own: LayerId | None
) -> tuple[Block, ...]:
    """The own layer first, the others from the top of the stack, what has no layer last."""
    layers: list[LayerId | None] = [layer.id for layer in organization.layers if layer.id in by_layer]
    layers.sort(key=lambda layer: layer != own)
    if None in by_layer:
        layers.append(None)
    return tuple(
        Block(
            layer,
            organization.layer_by_id[layer].title if layer is not None else NO_LAYER,
            tuple(by_layer[layer]),
            layer == own,
        )
        for layer in layers
    )


def _own_layer(organization: Organization, team: Team, counts: Counter[LayerId | None]) -> LayerId | None:
    """That of its kind, else, or where several are, the one that it carries most of."""
    own = [layer.id for layer in organization.layers if layer.kind == team.kind]
    candidates = own or [layer.id for layer in organization.layers if counts[layer.id]]
    return max(candidates, key=lambda layer: counts[layer], default=None)


def cards(organization: Organization, held: Held) -> dict[TeamId, BoardCard]:
    """A card for every team, and for those that rows name and that do not exist, in the order of the file."""
    found = {team.id: card_of(organization, team, held.get(team.id, ())) for team in organization.teams}
    return found | missing_cards(organization, held)


def missing_cards(organization: Organization, held: Held) -> dict[TeamId, BoardCard]:
    """A card for each team that rows name and that does not exist, in the order of the rows."""
    known = organization.team_by_id
    named = sorted((places[0], team) for team, places in held.items() if places and team not in known)
    return {team: card_of(organization, Team(team, str(team)), held[team], missing=True) for _, team in named}
