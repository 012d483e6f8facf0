"""The places that somebody was at in one document: back to each, and forward again."""

from __future__ import annotations

from typing import Final

from orgmodel.model import Subject, TeamId
from orgmodel.model.value import value

MOST: Final = 50


@value
class Visit:
    """What was selected in which lens; `team` where that was a cell of the matrix."""

    lens: str
    selection: tuple[Subject, ...]
    team: TeamId | None = None


class Visited:
    """Like the pages of a browser: whoever goes on from an earlier place leaves the later ones behind."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._place = -1

    @property
    def here(self) -> Visit | None:
        return self._visits[self._place] if self._visits else None

    @property
    def recent(self) -> tuple[Visit, ...]:
        """The others, the last first."""
        return tuple(visit for visit in reversed(self._visits) if visit != self.here)

    def note(self, visit: Visit) -> None:
        """Somebody is here now; being where one was already is no visit."""
        if visit == self.here or not visit.selection:
            return
        del self._visits[self._place + 1 :]
        self._visits.append(visit)
        del self._visits[:-MOST]
        self._place = len(self._visits) - 1

    def step(self, by: int) -> Visit | None:
        """Go back (-1) or forward (1); None where that is the end."""
        place = self._place + by
        if not 0 <= place < len(self._visits):
            return None
        self._place = place
        return self._visits[place]
