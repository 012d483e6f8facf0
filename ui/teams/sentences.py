"""What the board says in words: of what the keys are on, of what is under the pointer, of what the keys do."""

from __future__ import annotations

from html import escape

from orgmodel.diagram.board import BoardCard, answered
from orgmodel.diagram.board_words import carried_words, limit_of, operations_of, people_of, per_head, sites_of
from orgmodel.diagram.cover import cover_of
from orgmodel.model import KIND_NAMES, PHRASES, STATE_NAMES, Organization, Responsibility, TeamId
from orgmodel.sentences import counted, listed
from orgmodel.verdicts import owners_of
from ui.teams.found_marks import FoundMarks
from ui.teams.spots import Spot, TraySpot
from ui.teams.state import BoardState
from ui.teams.tray_rows import TITLES
from ui.translation import tr


def hint_of(spot: Spot | None) -> str:
    """The keys that what the keys are on takes, for the status bar."""
    if spot is not None and spot.part == "row":
        return tr("Space takes it in hand, arrows and Enter drop it, Ctrl+Enter shares it, F2 renames, Del clears it")
    if spot is not None and spot.part == "new":
        return tr("Enter asks for the name of a new team")
    return tr("Space takes it in hand, Enter opens it, F2 renames, H people, K kind, M what if, Del removes")


def spot_sentence(state: BoardState, spot: Spot) -> str:
    """The place in hand, for a screen reader."""
    if spot.part == "new":
        return tr("New team: Enter asks for its name")
    card = state.cards.get(spot.team)
    if card is None:
        return ""
    if spot.part == "row":
        row = state.row_named(spot.row)
        return row_sentence(card, row) if row else ""
    block = card.block_of(spot.layer)
    if spot.part in ("layer", "more") and block:
        answers = answered(state.organization, card, block.places)
        said = carried_words(answers, len(block.places) - answers)
        is_open = state.look.folding.is_open((spot.team, spot.layer), is_own=block.is_own)
        return f"{card.team.name}, {block.title}: {said}{'' if is_open else tr(', folded')}"
    return card_sentence(card)


def tray_sentence(state: BoardState, spot: TraySpot) -> str:
    row = state.row_named(spot.row)
    if row is None:
        return f"{tr(TITLES[spot.section])}: {counted(len(state.lists.places[spot.section]), 'row')}"
    owners = listed([state.organization.team_name(team) for team in owners_of(state.organization, row)], 3)
    return f"{tr(TITLES[spot.section])}: {row.name}{tr(', with {owners}', owners=owners) if owners else ''}"


def row_sentence(card: BoardCard, row: Responsibility) -> str:
    letters = row.raci.get(card.team.id)
    return f"{row.name} × {card.team.name}: {f'{letters}, {tr(PHRASES[letters])}' if letters else tr('no letter')}"


def card_sentence(card: BoardCard) -> str:
    team = card.team
    said = f"{people_of(team)} {sites_of(team)}".strip()
    head = per_head(card)
    carries = tr("carries {rows}", rows=carried_words(card.answers, card.does)) + (f", {head}" if head else "")
    return f"{team.name}, {tr(KIND_NAMES[team.kind])}: {said}; {carries}"


def card_tip(state: BoardState, card: BoardCard, marks: FoundMarks) -> str:
    """All of a card's head in whole words: what is cut there stands here."""
    team, organization = card.team, state.organization
    measured = operations_of(team, limit_of(organization.settings, team))
    lines = [
        team.name,
        tr(KIND_NAMES[team.kind]) if not card.missing else tr("Rows name this team, but it does not exist."),
        team.mission or "",
        f"{people_of(team)} {sites_of(team)}".strip(),
        f"{tr('On call')}: {cover_of(organization, team, state.today) or tr('unknown')}",
        f"{tr('Operations')}: {''.join(measured) if measured else tr('unknown, not assessed')}",
        *_links(organization, team.supports, tr("Supports")),
        *_links(organization, (team.parent,) if team.parent else (), tr("Reports to")),
        *marks.messages(team.subject),
    ]
    return as_lines(lines)


def row_tip(organization: Organization, row: Responsibility, card: BoardCard | None, marks: FoundMarks) -> str:
    lines = [row.name]
    if card is not None:
        letters = row.raci.get(card.team.id)
        lines.append(f"{card.team.name} {tr(PHRASES[letters]) if letters else tr('has no part in it')}")
    else:
        owners = [organization.team_name(team) for team in row.raci.accountable]
        lines.append(
            tr("{teams} answer for it", teams=listed(owners)) if len(owners) > 1 else tr(STATE_NAMES[row.state])
        )
    service = organization.service_by_id.get(row.service) if row.service else None
    return as_lines([*lines, service.name if service else "", *marks.messages(row.subject)])


def as_lines(lines: list[str]) -> str:
    """Rich text for a tip, in which nothing of the file is read as markup."""
    return "<br>".join(escape(line) for line in lines if line)


def _links(organization: Organization, teams: tuple[TeamId, ...], word: str) -> list[str]:
    return [f"{word} {listed([organization.team_name(team) for team in teams], 4)}"] if teams else []
