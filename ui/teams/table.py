"""The board as text: a line for each team in the order of the board, then the rows that nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from orgmodel.diagram.board import BoardCard
from orgmodel.diagram.board_words import percent
from orgmodel.diagram.cover import cover_of
from orgmodel.model import KIND_NAMES, Subject
from ui.lens import LensTable
from ui.teams.state import BoardState
from ui.translation import marked, tr

HEAD: Final = (
    *(marked("Group"), marked("Team"), marked("Kind"), marked("People"), marked("Sites"), marked("On call")),
    *(marked("Answers for"), marked("Does"), marked("A head"), marked("Operations"), marked("Toil")),
)
UNKNOWN: Final = marked("unknown")


def table_of(state: BoardState) -> LensTable:
    return LensTable(tuple(map(tr, HEAD)), (*_teams(state), *_nobody(state)))


def _teams(state: BoardState) -> Iterator[tuple[Subject, tuple[str, ...]]]:
    layout = state.layout
    for place in layout.cards:
        yield place.card.team.subject, (layout.groups[place.group].title, *_cells(state, place.card))


def _cells(state: BoardState, card: BoardCard) -> tuple[str, ...]:
    team = card.team
    load = team.workload
    unknown = tr(UNKNOWN)
    head = f"{card.carried / team.people:.1f}" if team.people else unknown
    sites = ", ".join(site.name if site.headcount is None else f"{site.name} {site.headcount}" for site in team.sites)
    return (
        team.name,
        tr(KIND_NAMES[team.kind]),
        unknown if team.people is None else str(team.people),
        sites or unknown,
        cover_of(state.organization, team, state.today) or unknown,
        str(card.answers),
        str(card.does),
        head,
        unknown if load is None or load.operations is None else percent(load.operations),
        unknown if load is None or load.toil is None else percent(load.toil),
    )


def _nobody(state: BoardState) -> Iterator[tuple[Subject, tuple[str, ...]]]:
    for place in state.lists.places["nobody"]:
        row = state.row(place)
        yield row.subject, (tr("Nobody"), row.name, *([""] * (len(HEAD) - 2)))
