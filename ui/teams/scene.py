"""Everything that one repaint of the board looks at."""

from __future__ import annotations

from orgmodel.diagram.board import BoardCard
from orgmodel.diagram.board_places import Slot
from orgmodel.model import Letters, Responsibility, RowId, Subject, TeamId
from orgmodel.model.value import value
from ui.evidence import NO_HIGHLIGHT, Highlight
from ui.teams.found_marks import FoundMarks
from ui.teams.pixmaps import BoardPixmaps
from ui.teams.spots import Section, Spot, TraySpot
from ui.teams.state import BoardState
from ui.theme import Theme


@value
class Carried:
    """What is in hand as it is drawn: a row or a card, where it was taken, and where it would land with what letter."""

    row: RowId | None = None
    home: TeamId | None = None
    section: Section | None = None
    card: TeamId | None = None
    target: TeamId | None = None
    group: str | None = None
    on_nobody: bool = False
    letters: Letters | None = None
    slot: Slot | None = None
    is_allowed: bool = False


@value
class Scene:
    """The board with what is selected, under the keys and in hand."""

    state: BoardState
    theme: Theme
    pixmaps: BoardPixmaps
    marks: FoundMarks
    selection: tuple[Subject, ...] = ()
    team: TeamId | None = None
    spot: Spot | None = None
    tray_spot: TraySpot | None = None
    has_focus: bool = False
    highlight: Highlight = NO_HIGHLIGHT
    carried: Carried | None = None
    hover: Spot | None = None

    def is_dimmed(self, card: BoardCard, place: int | None = None) -> bool:
        """Whether the field asks for something else: a card where nothing matches, a row that does not."""
        found = self.state.found
        if found is None:
            return False
        return not found.has_card(card) if place is None else not found.has_row(card, place)

    def is_selected(self, card: BoardCard, row: Responsibility | None = None) -> bool:
        """A row that is selected as such is so on every card; one of a team on that card alone."""
        if not self.selection:
            return False
        if row is None:
            return self.selection[0] == card.team.subject
        return self.selection[0] == row.subject and self.team in (None, card.team.id)

    def is_evidence(self, card: BoardCard, row: Responsibility | None = None) -> bool:
        return (row.id in self.highlight.rows) if row else (card.team.id in self.highlight.teams)
