"""What is in hand, by mouse or by keyboard: a row or a card, where it would land, and what a drop there would do."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from orgmodel.diagram.board_places import Slot
from orgmodel.model import RowId, TeamId
from ui.session import Session
from ui.teams.drops import Drop, Where, row_on_nobody, row_on_team, team_on_group, team_on_team
from ui.teams.scene import Carried
from ui.teams.spots import Section
from ui.teams.state import BoardState
from ui.translation import tr


class Target(NamedTuple):
    """Where something in hand would be dropped: a card, a bracket by its key, or the tray."""

    where: Where
    team: TeamId | None = None
    group: str | None = None


ON_NOBODY = Target("nobody")


class InHand(QObject):
    """Nothing in the document changes before the drop; Esc, or any other edit, puts it back."""

    changed = Signal()
    ended = Signal()
    landed = Signal(str)
    """What was dropped, by its subject, to be seen where it is now."""

    def __init__(self, session: Session, state: BoardState, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._state = session, state
        self.row: RowId | None = None
        self.home: TeamId | None = None
        self.section: Section | None = None
        self.card: TeamId | None = None
        self.target: Target | None = None
        self.shares = False
        self._drop: Drop | None = None

    @property
    def is_empty(self) -> bool:
        return self.row is None and self.card is None

    def take_row(self, row: RowId, home: TeamId | None, section: Section | None) -> None:
        self.row, self.home, self.section, self.card = row, home, section, None
        self.target, self._drop = None, None
        self.changed.emit()

    def take_card(self, team: TeamId) -> None:
        self.row, self.home, self.section, self.card = None, None, None, team
        self.target, self._drop = None, None
        self.changed.emit()

    def aim(self, target: Target | None, *, shares: bool = False) -> None:
        """Work out what a drop there would do; nothing is done."""
        if (target, shares) == (self.target, self.shares) and self._drop is not None:
            return
        self.target, self.shares = target, shares
        self._drop = self._dropped(target) if target else None
        self.changed.emit()

    def drop(self) -> bool:
        """Do it, as one step; False where nothing came of it. A refusal says why, and puts the thing back."""
        drop, row, card, target = self._drop, self.row, self.card, self.target
        self.put_back()
        if drop is None:
            return False
        if drop.refusal:
            self._session.refused.emit(drop.refusal)
        if drop.command is None or not self._session.execute(drop.command):
            return False
        organization = self._session.organization
        if row is not None:
            self._session.select(organization.row_by_id[row].subject, team=target.team if target else None)
        elif card is not None:
            self._session.select(organization.team_by_id[card].subject)
        self.landed.emit(self._session.selection[0])
        return True

    def put_back(self) -> None:
        if self.is_empty:
            return
        self.row = self.home = self.section = self.card = None
        self.target, self._drop, self.shares = None, None, False
        self.changed.emit()
        self.ended.emit()

    # What is shown of it

    @property
    def title(self) -> str:
        organization = self._state.organization
        if self.row is not None:
            found = organization.row_by_id.get(self.row)
            return found.name if found else str(self.row)
        return organization.team_name(self.card) if self.card is not None else ""

    @property
    def said(self) -> str:
        """What a drop would do, here and now."""
        if self._drop is not None:
            return self._drop.said
        if self.row is not None:
            return tr("drop it on a team, or on Nobody")
        return tr("drop it on a team, or on a bracket")

    @property
    def is_refused(self) -> bool:
        return self._drop is not None and self._drop.refusal is not None

    @property
    def status(self) -> str:
        """For the status bar: `Dragging Database to Web SRE. Esc puts it back.`; nothing where nothing is in hand."""
        if self.is_empty:
            return ""
        where = self._target_name()
        if not where:
            return tr("{thing} is in hand. Esc puts it back.", thing=self.title)
        return tr("{thing} to {place}: {said}. Esc puts it back.", thing=self.title, place=where, said=self.said)

    @property
    def sentence(self) -> str:
        """For a screen reader: what is in hand, where it is held, and what a drop would do."""
        if self.is_empty:
            return ""
        where = self._target_name()
        over = tr("{thing} over {place}", thing=self.title, place=where) if where else self.title
        return f"{over}: {self.said}. {tr('Enter drops, Esc puts it back.')}"

    @property
    def carried(self) -> Carried | None:
        """How it is drawn on the board; None where nothing is in hand."""
        if self.is_empty:
            return None
        drop, target = self._drop, self.target
        allowed = drop is not None and drop.command is not None
        return Carried(
            row=self.row,
            home=self.home,
            section=self.section,
            card=self.card,
            target=target.team if target else None,
            group=target.group if target else None,
            on_nobody=target is not None and target.where == "nobody",
            letters=drop.letters if drop else None,
            slot=self._slot() if allowed else None,
            is_allowed=allowed,
        )

    def _slot(self) -> Slot | None:
        """Where the row would land on its target, unless it stands there already."""
        if (
            self.row is None
            or self.target is None
            or self.target.team is None
            or not (self._drop and self._drop.letters)
        ):
            return None
        row = self._state.row_named(self.row)
        place = self._state.place_of.get(self.row)
        card = self._state.cards.get(self.target.team)
        if row is None or place is None or card is None:
            return None
        if any(place in block.places for block in card.blocks):
            return None
        return Slot(row.layer if row.layer in self._state.organization.layer_by_id else None, place)

    def _target_name(self) -> str:
        if self.target is None:
            return ""
        if self.target.where == "nobody":
            return tr("Nobody")
        if self.target.team is not None:
            return self._state.organization.team_name(self.target.team)
        return next((group.title for group in self._state.groups if group.key == self.target.group), "")

    def _dropped(self, target: Target) -> Drop:
        organization, state = self._session.organization, self._state
        row = state.row_named(self.row)
        if row is not None:
            if target.where == "nobody":
                return row_on_nobody(organization, row, self.home)
            if target.team is not None:
                return row_on_team(organization, row, self.home, self.section, target.team, shares=self.shares)
        team = organization.team_by_id.get(self.card) if self.card is not None else None
        if team is not None and target.team is not None:
            return team_on_team(organization, team, target.team, state.by, shares=self.shares)
        group = next((group for group in state.groups if group.key == target.group), None)
        if team is not None and group is not None:
            return team_on_group(organization, team, group, state.by)
        return Drop(tr("nothing happens here"))
