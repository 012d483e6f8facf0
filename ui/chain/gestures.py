"""Gestures that edit: a card is moved, a line is pulled from card to card; each is one command, or cancelled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF

from orgmodel.commands import AddEscalation, ChangeEscalation, Command
from orgmodel.diagram.signs import team_at
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Escalation
from orgmodel.model.value import changed
from ui.chain.items import CardItem, NobodyItem, TeamItem
from ui.chain.rubber import RubberItem
from ui.translation import marked, tr

if TYPE_CHECKING:
    from ui.chain.view import ChainView

GRID: Final = 4
"""Places are whole multiples of this, so that cards line up and files stay short."""
CHOOSING: Final = marked("Choose the team by the arrows, Enter draws, Esc ends")
"""How a line goes on that keys have begun."""
MOST_TRIED: Final = 12
"""Of so many cards the nearest is offered that a line may end at."""


class MoveCard:
    """Drag a card; it stays where it is dropped, as one step."""

    ends: tuple[CardItem, ...] = ()
    away: Escalation | None = None
    by_keys = False

    def __init__(self, view: ChainView, card: CardItem, point: QPointF) -> None:
        self.view = view
        self.card = card
        self.home = card.pos()
        self.grip = point - card.pos()
        self.ghost = RubberItem(view.theme)
        self.ghost.show_place(card.rect)
        view.scene().addItem(self.ghost)
        view.dim_lines_of(card.subject)
        card.setZValue(4)
        card.set_strength(1.0)
        card.set_look(selected=True)
        self.band = view.canvas.band_at(card.rect.center().y())
        self._say()

    @property
    def key_hint(self) -> str:
        return tr("Let go to leave the card here, Esc puts it back")

    def move(self, point: QPointF, at: QPoint) -> None:
        del at
        place = point - self.grip
        self.card.setPos(round(place.x() / GRID) * GRID, round(place.y() / GRID) * GRID)
        self._say()

    def _say(self) -> None:
        """What a drop does: no card leaves the band of its layer."""
        if isinstance(self.card, TeamItem):
            is_within = self.view.canvas.band_at(self.card.rect.center().y()) == self.band
            self.card.say(tr("stays where you drop it") if is_within else tr("goes back to its layer’s band"))

    def finish(self, point: QPointF) -> None:
        self.move(point, QPoint())
        place = self.card.pos()
        self.cancel()
        if place != self.home:
            self.view.edits.place(self.card, place)

    def cancel(self) -> None:
        self.view.scene().removeItem(self.ghost)
        self.card.setPos(self.home)
        self.card.setZValue(2)
        if isinstance(self.card, TeamItem):
            self.card.say("")
        self.view.show_looks()


class DrawEscalation:
    """Pull a line from a card to the team that hears a page next, or one end of an escalation to another card.

    By keyboard, step to it. `held` is the card at the end that stays; `away` is the escalation whose other end
    moves.
    """

    def __init__(
        self, view: ChainView, held: CardItem, away: Escalation | None = None, *, moves_source: bool = False
    ) -> None:
        self.view, self.held, self.away, self.moves_source = view, held, away, moves_source
        self.target: CardItem | None = None
        """The card that a drop would reach; `refusal` is why it may not, where it may not."""
        self.refusal = ""
        self.by_keys = False
        """Whether arrow keys choose the target, and Enter draws the line."""
        self.is_offered = False
        """Whether nobody chose the target yet: arrow keys lead on from the card at the end that stays."""
        self.line = RubberItem(view.theme)
        line = view.canvas.arrow_of(away.subject, away) if away is not None else None
        self._start = line.grips[1 if moves_source else 0] if line else held.handle
        self.line.show_line(self._start, self._start)
        view.scene().addItem(self.line)

    @property
    def key_hint(self) -> str:
        return tr(CHOOSING) if self.by_keys else tr("Let go on the team, Esc ends")

    @property
    def ends(self) -> tuple[CardItem, ...]:
        """The card that the line comes from, and the one that a drop would reach."""
        return (self.held, self.target) if self.target and not self.refusal else (self.held,)

    def move(self, point: QPointF, at: QPoint) -> None:
        del at
        self.aim(self.view.canvas.card_at(point))
        self.line.show_line(self._start, point, self.refusal)

    def aim(self, card: CardItem | None) -> None:
        """Mark the card that a drop would reach, or say why it must not."""
        target = None if card is self.held or isinstance(card, NobodyItem) else card
        if target is not self.target:
            self.target = target
            self.refusal = refusal_of(self.view.session.document, self._command(target)) if target else ""
            self.view.show_looks()
        if target:
            self.line.show_line(self._start, target.rect.center(), self.refusal)

    def aim_first(self, cards: Iterable[CardItem]) -> None:
        """Mark the first of these that a line may end at; none where it may end at none."""
        self.is_offered = True
        for card in cards:
            if card is not self.held:
                self.aim(card)
                if not self.refusal:
                    return
        self.aim(None)
        self.line.show_line(self._start, self._start)

    def finish(self, point: QPointF) -> None:
        del point
        target = self.target
        self.cancel()
        if target is not None:
            command = self._command(target)
            after = command.replacement if isinstance(command, ChangeEscalation) else command.escalation
            if self.view.session.execute(command):
                self.view.select_escalation(after)

    def cancel(self) -> None:
        self.view.scene().removeItem(self.line)
        self.view.show_looks()

    def _command(self, target: CardItem) -> AddEscalation | ChangeEscalation:
        held, end = team_at(self.held.subject), team_at(target.subject)
        if self.away is None:
            return AddEscalation(Escalation(held, end))
        after = changed(self.away, source=end) if self.moves_source else changed(self.away, target=end)
        return ChangeEscalation(self.away, after)


def refusal_of(document: Document, command: Command) -> str:
    """Why a command would be refused; empty where it would not."""
    try:
        command.apply(document)
    except CommandRefused as refusal:
        return str(refusal)
    return ""
