"""What the keys are on: a card, a line of it, or a row of the tray; kept by what it is, not by where it stands."""

from __future__ import annotations

from typing import Literal, NamedTuple

from orgmodel.model import LayerId, RowId, Subject, TeamId, subject

Section = Literal["nobody", "several", "open"]
"""The lists of the tray: rows that nobody has, that two teams answer for, that are not yet discussed."""

SpotPart = Literal["head", "layer", "row", "more", "empty", "new"]


class Spot(NamedTuple):
    """A place on the board: the head of a card, a layer, a row, what opens the rest of a layer, the new team."""

    team: TeamId
    part: SpotPart = "head"
    layer: LayerId | None = None
    row: RowId | None = None

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What is selected while the keys are here."""
        if self.part == "new":
            return ()
        if self.row is not None:
            return (subject("responsibility", self.row),)
        return (subject("team", self.team),)


class TraySpot(NamedTuple):
    """A list of the tray, or a row in it."""

    section: Section
    row: RowId | None = None


NEW_TEAM = Spot(TeamId(""), "new")
