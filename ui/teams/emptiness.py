"""What the board says where it shows no card: that there is no team yet, or that the field hides them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.empty_state import EmptyState
from ui.theme import Theme
from ui.translation import plural, tr

if TYPE_CHECKING:
    from ui.teams.lens import TeamsLens

_NEW_TEAM_ROOM: Final = 120
"""So much of the board is left to the place for a new team, where there is none."""


class BoardEmptiness:
    """Says it with a button for what helps: another team, or an empty field. Made when there is something to say."""

    def __init__(self, lens: TeamsLens, theme: Theme) -> None:
        self._lens, self._theme = lens, theme
        self.said: EmptyState | None = None

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.said:
            self.said.apply_theme(theme)

    def refresh(self) -> None:
        """Say it where there is no card, and nothing where there is one."""
        state = self._lens.state
        if state.layout.cards:
            if self.said:
                self.said.hide()
            return
        said = self.said = self.said or self._made()
        if state.cards:
            hidden = plural(state.hidden, "1 team is hidden.", "{count} teams are hidden.")
            said.say(tr("No team matches."), hidden, tr("Clear field"))
        else:
            said.say(tr("No teams yet."), tr("A team is whoever can have a row: add the first one."), tr("Team…"))
        said.show()
        self.place()

    def place(self) -> None:
        """In all of the board but the place for a new team."""
        if self.said:
            size, top = self._lens.board.viewport().size(), 0 if self._lens.state.cards else _NEW_TEAM_ROOM
            self.said.setGeometry(0, top, size.width(), max(200, size.height() - top))

    def _made(self) -> EmptyState:
        made = EmptyState(self._theme, self._lens.board.viewport())
        made.pressed.connect(self._mend)
        return made

    def _mend(self) -> None:
        if self._lens.state.cards:
            self._lens.tools.clear()
            self._lens.board.setFocus()
        else:
            self._lens.edits.ask_team()
