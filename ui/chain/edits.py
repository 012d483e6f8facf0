"""What gestures, keys and menus of the chain do to the document: one gesture, one command, one undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF

from orgmodel.commands import (
    AddTeam,
    ChangeEscalation,
    ChangeField,
    ClearPlaces,
    Command,
    PlaceCard,
    RemoveEscalation,
    RemoveTeam,
    Together,
)
from orgmodel.diagram.layout import first_column
from orgmodel.diagram.shapes import Band
from orgmodel.document import Place
from orgmodel.model import ALERT, KIND_NAMES, Escalation, Team, TeamId, TeamKind, id_from_name
from orgmodel.model.escalations import EscalationKind
from orgmodel.model.value import changed
from ui.announcing import announce
from ui.chain.arrow_items import ArrowItem
from ui.chain.gestures import GRID, MOST_TRIED, DrawEscalation, MoveCard
from ui.chain.in_place import InPlace, Line
from ui.chain.items import CardItem
from ui.chain.navigation import Direction, neighbour
from ui.chain.typed_minutes import NoDuration, typed_duration
from ui.translation import tr

if TYPE_CHECKING:
    from ui.chain.view import ChainView


class ChainEdits:
    """Edits of the view's selected card or escalation; what is refused says so through the session."""

    def __init__(self, view: ChainView) -> None:
        self.view = view
        self.editor: InPlace | None = None

    # Gestures

    def pull(self, card: CardItem) -> DrawEscalation:
        """A line out of a card, for a new escalation."""
        return DrawEscalation(self.view, card)

    def lead_elsewhere(self, arrow: ArrowItem, *, moves_source: bool) -> DrawEscalation | None:
        """One end of an escalation on its way to another card."""
        held = self.view.canvas.cards.get(arrow.arrow.target if moves_source else arrow.arrow.source)
        if held is None or arrow.arrow.escalation is None:
            return None
        return DrawEscalation(self.view, held, arrow.arrow.escalation, moves_source=moves_source)

    def pull_by_keys(self, card: CardItem) -> None:
        """The same by keyboard: the nearest team that may hear the page is the first that is offered."""
        self._begin_by_keys(self.pull(card), card)

    def lead_by_keys(self, arrow: ArrowItem, *, moves_source: bool) -> None:
        moved = self.view.canvas.cards.get(arrow.arrow.source if moves_source else arrow.arrow.target)
        gesture = self.lead_elsewhere(arrow, moves_source=moves_source)
        if gesture and moved:
            self._begin_by_keys(gesture, moved)

    def _begin_by_keys(self, gesture: DrawEscalation, start: CardItem) -> None:
        view, here = self.view, start.rect.center()
        gesture.by_keys = True
        view.begin_gesture(gesture)
        others = [card for card in view.canvas.cards.values() if card is not start and card.team is not None]
        others.sort(key=lambda card: (card.rect.center() - here).manhattanLength())
        gesture.aim_first(others[:MOST_TRIED])
        view.show_looks()
        self._say_aim(gesture)

    def aim(self, direction: Direction) -> None:
        """On from the card that the line would reach to the next one in a direction."""
        view, gesture = self.view, self.view.gesture
        if not isinstance(gesture, DrawEscalation):
            return
        start = (gesture.held if gesture.is_offered or not gesture.target else gesture.target).subject
        gesture.is_offered = False
        card = view.canvas.cards[neighbour(start, direction, view.canvas.rects())]
        gesture.aim(card)
        self._say_aim(gesture)

    def _say_aim(self, gesture: DrawEscalation) -> None:
        view, card = self.view, gesture.target or gesture.held
        view.ensureVisible(card.rect, 40, 40)
        view.setAccessibleDescription(gesture.refusal or card.sentence)
        announce(view, gesture.refusal or card.sentence)

    def take(self, card: CardItem, point: QPointF) -> MoveCard:
        return MoveCard(self.view, card, point)

    # Places

    def place(self, card: CardItem, at: QPointF) -> None:
        """Put a card somewhere, as one step: it stands there at once, its lines follow."""
        view, home, point = self.view, card.pos(), at.toPoint()
        card.setPos(point)
        if not view.session.execute(PlaceCard(Place(card.subject, point.x(), point.y()))):
            card.setPos(home)
        elif view.is_behind:
            view.dim_lines_of(card.subject)

    def switch_pin(self) -> None:
        """Keep the card in hand where it is, or leave it to the automatic layout again."""
        card = self.view.keys.movable
        if card is None:
            return
        if card.is_placed:
            self._rearrange(ClearPlaces((card.subject,)))
        else:
            self.place(card, card.pos())

    def arrange(self) -> None:
        """Leave every card to the automatic layout again, as one step."""
        if self.view.session.document.arrangement.chain:
            self._rearrange(ClearPlaces())

    def arrange_others(self) -> None:
        """The same, but the card in hand stays where somebody put it."""
        card = self.view.keys.card
        kept = card.subject if card else None
        others = tuple(place.subject for place in self.view.session.document.arrangement.chain if place.subject != kept)
        if others:
            self._rearrange(ClearPlaces(others))

    def _rearrange(self, command: Command) -> None:
        self.view.motion.note()
        self.view.session.execute(command)

    # What is there, and what is said of it

    def remove(self) -> None:
        """The selected escalation, or the team whose card is selected; undo mends."""
        view = self.view
        arrow = view.selected_arrow()
        team = self.team()
        if arrow and arrow.arrow.escalation:
            view.session.execute(RemoveEscalation(arrow.arrow.escalation))
        elif team is not None:
            view.session.execute(RemoveTeam(team.id))
        else:
            return
        view.session.select()

    def team(self) -> Team | None:
        """The team in hand, where it is defined."""
        card = self.view.keys.card
        return self.team_of(card) if card else None

    def team_of(self, card: CardItem) -> Team | None:
        """The team of a card; None for the alert, for nobody, and for a team that is only named."""
        return self.view.session.organization.team_by_id.get(card.team) if card.team else None

    def set_kind(self, kind: EscalationKind) -> None:
        arrow = self.view.selected_arrow()
        escalation = arrow.arrow.escalation if arrow else None
        if escalation is not None and escalation.kind != kind:
            self._change(escalation, changed(escalation, kind=kind))

    def edit(self) -> None:
        """F2: type over what is selected: minutes and condition of an escalation, or the name of a team."""
        arrow, team = self.view.selected_arrow(), self.team()
        if arrow and arrow.arrow.escalation:
            self.edit_escalation(arrow)
        elif team is not None:
            self.rename(team)

    def edit_escalation(self, arrow: ArrowItem) -> None:
        escalation = arrow.arrow.escalation
        if escalation is None:
            return
        lines = (
            Line(tr("Minutes, or as in 2h; empty is unknown"), str(escalation.after or ""), 80, tr("minutes")),
            Line(tr("When? Empty is always"), escalation.when or "", 280, tr("always: when?")),
        )
        self._open(
            lines, lambda typed: self._take_words(escalation, *typed), QRectF(arrow.words_point, arrow.words_point)
        )

    def _take_words(self, escalation: Escalation, after: str, when: str) -> bool:
        try:
            minutes = typed_duration(after)
        except NoDuration as refusal:
            self.view.session.refused.emit(str(refusal))
            return False
        same = minutes is not None and escalation.after is not None and minutes.minutes == escalation.after.minutes
        return self._change(
            escalation, changed(escalation, after=escalation.after if same else minutes, when=when or None)
        )

    def _change(self, escalation: Escalation, after: Escalation) -> bool:
        if after == escalation:
            return True
        if not self.view.session.execute(ChangeEscalation(escalation, after)):
            return False
        self.view.select_escalation(after)
        return True

    def rename(self, team: Team) -> None:
        card = self.view.canvas.cards.get(team.subject)
        if card is None:
            return
        line = Line(tr("Another name for {team}", team=team.name), team.name, 210, tr("name"))
        self._open((line,), lambda typed: self._rename(team, typed[0]), card.rect.translated(34, 4))

    def _rename(self, team: Team, name: str) -> bool:
        return not name or self.view.session.execute(ChangeField(team.subject, "name", name))

    def ask_team(self, band: Band | None = None, at: QPointF | None = None) -> None:
        """A new team: its name is typed in its band, its kind is the band's; it stays where that was asked for."""
        view = self.view
        band = band or self.band_in_hand()
        if band is None:
            view.session.refused.emit(tr("There is no layer to put a team in: add one first."))
            return
        point = at or self._free_point(band)
        kind = self._kind_of(band)
        title = tr("Name of the new team in {layer}", layer=band.title)
        line = Line(title, "", 300, title)
        editor = self._open((line,), lambda typed: self._add_team(typed[0], band, kind, at), QRectF(point, point))
        if at is None:  # by keyboard; where the mouse put one, the next is put by the mouse too
            editor.entered.connect(lambda: self._ask_next(band))

    def _ask_next(self, band: Band) -> None:
        """The name of one more team, in the same layer; the canvas may have been laid out anew."""
        alike = (each for each in self.view.diagram.bands if (each.layer, each.title) == (band.layer, band.title))
        self.ask_team(next(alike, band))

    def _add_team(self, name: str, band: Band, kind: TeamKind, at: QPointF | None) -> bool:
        if not name:
            return True
        session = self.view.session
        team = Team(TeamId(id_from_name(name, {*session.organization.team_by_id, ALERT})), name, kind)
        add = AddTeam(team)
        command: Command = add
        if at is not None:
            place = Place(team.subject, round(at.x() / GRID) * GRID, round(at.y() / GRID) * GRID)
            command = Together(add.label(session.document), (add, PlaceCard(place)))
        if not session.execute(command):
            return False
        self.view.current = team.subject
        session.select(team.subject)
        self.view.show_when_drawn(team.subject)
        if band.layer is not None:
            session.refused.emit(tr("{team}: {kind}, by its layer", team=name, kind=tr(KIND_NAMES[kind])))
        return True

    def _free_point(self, band: Band) -> QPointF:
        """Where a name can be typed in a band, within what is seen."""
        view = self.view
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        x = max(first_column(view.canvas.measures), seen.left() + 24)
        return QPointF(x, min(max(band.y + 8, seen.top() + 8), seen.bottom() - 48))

    def _kind_of(self, band: Band) -> TeamKind:
        if band.layer is None:
            return "governance" if band is self.view.diagram.bands[0] else "other"
        layer = self.view.session.organization.layer_by_id.get(band.layer)
        return layer.kind if layer and layer.kind else "other"

    def band_in_hand(self) -> Band | None:
        """That of the card in hand, else the one in the middle of what is seen."""
        view = self.view
        card = view.canvas.cards.get(view.current) if view.current else None
        y = card.rect.center().y() if card else view.mapToScene(view.viewport().rect().center()).y()
        return view.canvas.band_at(y) or next(iter(view.diagram.bands), None)

    def _open(self, lines: tuple[Line, ...], done: Callable[[tuple[str, ...]], bool], place: QRectF) -> InPlace:
        view = self.view
        if self.editor is not None and self.editor.isVisible():
            self.editor.finish(is_leaving=True)
        self.editor = made = InPlace(lines, done, view.theme, view)
        made.destroyed.connect(lambda: self._forget(made))
        corner = view.viewport().mapTo(view, view.mapFromScene(place.topLeft()))
        area = QRect(view.viewport().mapTo(view, QPoint()), view.viewport().size())
        made.open_at(corner, area.adjusted(4, 4, -4, -4))
        return made

    def _forget(self, gone: InPlace) -> None:
        if self.editor is gone:
            self.editor = None
