"""What the board says where it shows no card: that there is no team yet, or that the field hides them all."""

from __future__ import annotations

from PySide6.QtCore import QSize

from orgmodel.sentences import counted
from ui.empty_state import EmptyState
from ui.teams.state import BoardState
from ui.translation import tr

_NEW_TEAM_ROOM = 120
"""So much of the board is left to the place for a new team, where there is none."""


class BoardEmptiness(EmptyState):
    """`pressed` is what helps: another team, or an empty field."""

    def say_why(self, state: BoardState) -> None:
        if state.cards:
            hidden = tr("{count} are hidden.", count=counted(state.hidden, "team"))
            self.say(tr("No team matches."), hidden, tr("Clear field"))
        else:
            self.say(tr("No teams yet."), tr("A team is whoever can have a row: add the first one."), tr("Team…"))

    def fill(self, size: QSize, state: BoardState) -> None:
        """Stand in a board of that size."""
        top = 0 if state.cards else _NEW_TEAM_ROOM
        self.setGeometry(0, top, size.width(), max(200, size.height() - top))
