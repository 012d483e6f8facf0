"""What the board shows of an organisation, kept in step with it: card by card, and whole where its shape changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from orgmodel.diagram.board import BoardCard, Held, card_of, cards, held_rows, hold_anew, missing_cards
from orgmodel.diagram.board_groups import BoardGroup, Grouping, groups
from orgmodel.diagram.board_places import Bars, BlockKey, BoardLayout, CardPlace, Folding, Look, lay_out
from orgmodel.model import Organization, Responsibility, RowId, Team, TeamId
from orgmodel.model.value import changed
from orgmodel.sentences import listed
from ui.row_names import place_of
from ui.teams.finding_words import Found, Names, found, places_by_name
from ui.teams.spots import Section, Spot
from ui.teams.tray_rows import SECTIONS, TrayLayout, TrayLists

_MEASURED: Final = 100
"""So many rows that two answer for are looked at, to see whether names of owners take a second line."""


class BoardState:
    """The organisation in hand, its cards, where they stand, and the lists of the tray; holds nothing of Qt."""

    def __init__(
        self,
        organization: Organization,
        today: date,
        title_lines: Callable[[str, int], int],
        owner_lines: Callable[[str], int],
    ) -> None:
        self.today = today
        self._owner_lines = owner_lines
        self.by: Grouping = "product"
        self.look = Look(title_lines)
        self.width = 0.0
        self.text = ""
        self.hides_others = False
        self.folded_lists: frozenset[Section] = frozenset()
        self._rebuild(organization)

    def _rebuild(self, organization: Organization) -> None:
        self.organization = organization
        self.place_of: dict[RowId, int] = {row.id: place for place, row in enumerate(organization.responsibilities)}
        self._names: Names | None = None
        self.held: Held = held_rows(organization.responsibilities)
        self.cards: dict[TeamId, BoardCard] = cards(organization, self.held)
        self.lists = TrayLists(organization)
        self._group()

    def _group(self) -> None:
        self.groups: tuple[BoardGroup, ...] = groups(self.organization, self.cards, self.by)
        self._arrange()

    def _arrange(self) -> None:
        self.found: Found | None = found(self.names, self.cards, self.text) if self.text else None
        self.most = max((card.carried for card in self.cards.values()), default=0)
        self._lay_out()

    def _lay_out(self) -> None:
        shown = self.groups
        if self.found and self.hides_others:
            shown = tuple(_kept(group, self.cards, self.found) for group in shown)
            shown = tuple(group for group in shown if group.teams)
        self.layout: BoardLayout = lay_out(shown, self.cards, self.look, self.width)
        counts = tuple(len(self.lists.places[section]) for section in SECTIONS)
        several = self.lists.places["several"][:_MEASURED]
        lines = max((self._owner_lines(self.owners_words(self.row(place))) for place in several), default=1)
        self.tray = TrayLayout(counts, self.folded_lists, lines)

    # What is shown, and how

    def set_width(self, width: float) -> None:
        if width != self.width:
            self.width = width
            self._lay_out()

    def group_by(self, by: Grouping) -> None:
        self.by = by
        self._group()

    def show_bars(self, bars: Bars) -> None:
        self.look = changed(self.look, bars=bars)
        self._lay_out()

    def find(self, text: str, *, hides_others: bool) -> None:
        was_whole = not (self.found and self.hides_others)
        self.text, self.hides_others = text, hides_others
        self.found = found(self.names, self.cards, text)
        if hides_others or not was_whole:
            self._lay_out()

    def fold(self, key: BlockKey) -> None:
        self._set_folding(self.look.folding.turned(key))

    def fold_list(self, section: Section) -> None:
        self.folded_lists = self.folded_lists ^ {section}
        self._lay_out()

    def list_whole(self, key: BlockKey) -> None:
        self._set_folding(self.look.folding.with_whole(key))

    def open_up(self, team: TeamId, row: RowId) -> None:
        """Unfold what keeps a row of a card out of sight."""
        card, place = self.cards.get(team), self.place_of.get(row)
        block = next((b for b in card.blocks if place in b.places), None) if card else None
        if block is None:
            return
        key, folding = (team, block.layer), self.look.folding
        if not folding.is_open(key, is_own=block.is_own):
            folding = folding.turned(key)
        opened = changed(self.look, folding=folding)
        place_of = lay_out_of_one(self, opened, team)
        if key not in folding.whole and place_of is not None and not _lists(place_of, place):
            folding = folding.with_whole(key)
        self._set_folding(folding)

    def _set_folding(self, folding: Folding) -> None:
        if folding != self.look.folding:
            self.look = changed(self.look, folding=folding)
            self._lay_out()

    def matches(self) -> list[Spot]:
        """What was found, in the order of the board: whole cards by their head, rows on the others."""
        if self.found is None:
            return [Spot(place.team) for place in self.layout.cards[:1]]
        matches: list[Spot] = []
        for place in self.layout.cards:
            if place.team in self.found.teams:
                matches.append(Spot(place.team))
                continue
            for block in place.card.blocks:
                rows = (self.row(each) for each in block.places if each in self.found.rows)
                matches += (Spot(place.team, "row", block.layer, row.id) for row in rows)
        return matches

    @property
    def hidden(self) -> int:
        """How many cards the field hides."""
        return len(self.cards) - len(self.layout.cards)

    # What stands where

    def row(self, place: int) -> Responsibility:
        return self.organization.responsibilities[place]

    def owners_words(self, row: Responsibility) -> str:
        """`Web SRE and Shop Team`: who answers for a row."""
        return listed([self.organization.team_name(team) for team in row.raci.accountable], 4)

    def service_beside(self, row: Responsibility) -> str:
        """The service of a row by name, where another row has the same name; else nothing."""
        return place_of(self.organization, row) if len(self.names.get(row.name, ())) > 1 else ""

    @property
    def names(self) -> Names:
        """The places of the rows by name; made when they are first asked for."""
        if self._names is None:
            self._names = places_by_name(self.organization.responsibilities)
        return self._names

    def row_named(self, row: RowId | None) -> Responsibility | None:
        return self.organization.row_by_id.get(row) if row is not None else None

    def team(self, team: TeamId) -> Team | None:
        card = self.cards.get(team)
        return card.team if card else None

    def spots_of(self, place: CardPlace) -> list[tuple[Spot, int, int]]:
        """Everything of a card that the keys stop at, from the top, with its height from the card's top and its own."""
        found_spots = [(Spot(place.team), 0, place.look.lines_top(place.card, round(place.rect.width)))]
        for line in place.lines:
            if line.kind in ("layer", "folded"):
                spot = Spot(place.team, "layer", line.layer)
            elif line.kind == "row":
                spot = Spot(place.team, "row", line.layer, self.row(line.place).id)
            elif line.kind == "more":
                spot = Spot(place.team, "more", line.layer)
            else:
                continue
            found_spots.append((spot, line.y, line.height))
        return found_spots

    def spot_box(self, spot: Spot) -> tuple[float, float, float, float] | None:
        """Left, top, width and height of a spot on the board; a row that is folded away stands at its layer."""
        if spot.part == "new":
            rect = self.layout.new_team
            return rect.x, rect.y, rect.width, rect.height
        place = self.layout.place_of.get(spot.team)
        if place is None:
            return None
        layer_box: tuple[int, int] | None = None
        for each, y, height in self.spots_of(place):
            if each == spot or (spot.row is not None and each.row == spot.row):
                return place.rect.x, place.rect.y + y, place.rect.width, height
            if each.part == "layer" and each.layer == spot.layer:
                layer_box = y, height
        y, height = layer_box or (0, place.look.lines_top(place.card, round(place.rect.width)))
        return place.rect.x, place.rect.y + y, place.rect.width, height

    # Keeping in step

    def take(self, organization: Organization) -> None:
        """Take over the next organisation; where only rows differ, only the cards they stand on are made anew."""
        before = self.organization
        if before.responsibilities is organization.responsibilities and before.layers is organization.layers:
            self._take_teams(before, organization)
            return
        places = _changed_rows(before, organization)
        if places is None:
            self._rebuild(organization)
            return
        self.organization = organization
        if any(before.responsibilities[at].name != organization.responsibilities[at].name for at in places):
            self._names = None
        touched: set[TeamId] = set()
        for place in places:
            touched |= hold_anew(self.held, place, before.responsibilities[place], organization.responsibilities[place])
            self.lists.put(organization, place)
        missing = {team for team in touched if team not in organization.team_by_id}
        for team_id in touched - missing:
            team = organization.team_by_id[team_id]
            self.cards[team_id] = card_of(organization, team, self.held.get(team_id, ()))
        if missing:
            self.cards = cards(organization, self.held)
            self._group()
        elif places:
            self._arrange()

    def _take_teams(self, before: Organization, organization: Organization) -> None:
        """The rows are the same: only the cards of teams that are different are made anew."""
        if before is organization:
            return
        self.organization = organization
        if before.teams is not organization.teams:
            old = self.cards
            self.cards = {
                team.id: old[team.id]
                if team.id in old and old[team.id].team is team
                else card_of(organization, team, self.held.get(team.id, ()))
                for team in organization.teams
            }
            self.cards |= missing_cards(organization, self.held)
            if before.teams_there != organization.teams_there:
                self.lists = TrayLists(organization)
        self._group()


def lay_out_of_one(state: BoardState, look: Look, team: TeamId) -> CardPlace | None:
    """Where one card's lines would stand with another look."""
    place = state.layout.place_of.get(team)
    return changed(place, look=look) if place else None


def _lists(card: CardPlace, place: int | None) -> bool:
    return any(line.kind == "row" and line.place == place for line in card.lines)


def _kept(group: BoardGroup, cards_by_id: dict[TeamId, BoardCard], wanted: Found) -> BoardGroup:
    teams = tuple(team for team in group.teams if wanted.has_card(cards_by_id[team]))
    return changed(group, teams=group.teams if teams == group.teams else teams)


def _changed_rows(before: Organization, after: Organization) -> list[int] | None:
    """The places of the rows that are other objects; None where more than single rows is different."""
    if (
        before.teams is not after.teams
        or before.layers is not after.layers
        or before.services is not after.services
        or before.rotations is not after.rotations
        or before.settings is not after.settings
        or len(before.responsibilities) != len(after.responsibilities)
    ):
        return None
    if before.responsibilities is after.responsibilities:
        return []
    places = []
    for place, (old, new) in enumerate(zip(before.responsibilities, after.responsibilities, strict=True)):
        if old is not new:
            if old.id != new.id:
                return None
            places.append(place)
    return places
