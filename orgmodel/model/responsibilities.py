"""One thing that somebody has to do, and the letters that say who."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from orgmodel.model.durations import Duration
from orgmodel.model.identifiers import (
    AreaId,
    LayerId,
    RowId,
    ServiceId,
    Subject,
    TeamId,
    subject,
)
from orgmodel.model.raci import NO_LETTERS, Letters, Raci
from orgmodel.model.value import value

DiscussionState = Literal["open", "agreed", "parked"]

STATE_NAMES: Final[dict[DiscussionState, str]] = {
    "open": "Open, not yet discussed",
    "agreed": "Agreed",
    "parked": "Parked",
}


@value
class Confirmation:
    """Who said last that the row is right, and when."""

    by: str | None = None
    on: date | None = None


@value
class Responsibility:
    """A row of the matrix.

    Criticality runs from 1, the highest, to 4. `paged` means that an alert can land here. `effort` is a week's work
    of all teams together. Without a service the row belongs to the organisation as a whole.
    """

    id: RowId
    name: str
    service: ServiceId | None = None
    layer: LayerId | None = None
    area: AreaId | None = None
    criticality: int | None = None
    paged: bool | None = None
    runbook: str | None = None
    effort: Duration | None = None
    depends_on: tuple[RowId, ...] = ()
    activities: tuple[str, ...] = ()
    raci: Raci = NO_LETTERS
    confirmed: Confirmation | None = None
    state: DiscussionState = "open"

    @property
    def subject(self) -> Subject:
        return subject("responsibility", self.id)

    def letters_of(self, team: TeamId) -> Letters | None:
        return self.raci.get(team)
