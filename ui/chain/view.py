"""The chain on a canvas that can be zoomed and pushed about; every gesture becomes one command."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QWidget

from orgmodel.diagram.signs import ENTRY
from orgmodel.document import Document
from orgmodel.findings import Finding
from orgmodel.model import Escalation, RowId, Subject, subject_parts
from ui.announcing import announce
from ui.chain import painting
from ui.chain.arrow_items import ArrowItem
from ui.chain.canvas import rows_of
from ui.chain.dimming import DIMMED, Dimming
from ui.chain.focus import ChainFocus
from ui.chain.items import CardItem, NobodyItem
from ui.chain.keyboard import ChainKeys
from ui.chain.looks import show_looks
from ui.chain.motion import CardMotion
from ui.chain.mouse import ChainMouse
from ui.chain.projection import Projection
from ui.focus_ring import FocusRing
from ui.session import Session
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.chain.edits import ChainEdits
    from ui.chain.pan import Gesture

SMALLEST_AT_FIRST: Final = 0.7
"""A larger chain starts at 100 %, at its alert: smaller, nobody could read it."""


class ChainView(Projection):
    """Where one looks, which card the keys are on, what stands out, and the gesture in hand."""

    opened = Signal()
    """What is selected is to be opened in the Inspector."""
    scrolled = Signal()
    """One looks elsewhere; what lay on the viewport went with it."""
    gesture_changed = Signal()
    """A gesture has begun, or is over."""
    hand_changed = Signal()
    """What the keys are on, or what stands out, may be something else."""
    ended = Signal()
    """Nobody looks for the words any more."""
    menu_asked = Signal(QPoint)
    """Somebody wants the menu of what is in hand there, in the viewport."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._escalation: Escalation | None = None
        self.focus = ChainFocus(self)
        self.ring = FocusRing(self, lambda: self.theme, lambda: self.current is None)
        self.hand_changed.connect(self._say_hand)
        self.resized.connect(self.ring.follow)
        self.keys, self.mouse = ChainKeys(self), ChainMouse(self)
        self.motion, self.dimming = CardMotion(self), Dimming(self)
        self._awaited: Subject | None = None
        """What is brought into view as soon as it is drawn."""
        self.brought.connect(self._look_again)
        self.caught_up.connect(self._settle)
        self.on_resize = self.start_zoom
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        session.document_changed.connect(self._document_changed)
        session.findings_changed.connect(self.rebuild)
        session.selection_changed.connect(self._selection_changed)
        session.finding_shown.connect(self._finding_shown)

    @cached_property
    def edits(self) -> ChainEdits:
        """What gestures do to the document; made with all the commands when the first of them comes."""
        from ui.chain.edits import ChainEdits

        return ChainEdits(self)

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._canvas.apply_theme(theme)
        self.viewport().update()

    def seek(self, text: str) -> None:
        """Let what holds these words stand out; nothing but what is selected where there are none."""
        self.focus.seek(text)
        self.show_looks()
        self.focus_changed.emit()

    def go_to_match(self, step: int = 1) -> None:
        """Select the next card that holds the words, or with -1 the one before."""
        found = self.focus.found
        named = found.after(self.current, step) if found else None
        if named is not None:
            self.select_card(self._canvas.cards[named])
            self.ensureVisible(self._canvas.cards[named].rect, 40, 40)

    # What is selected, and what stands out

    def show_looks(self) -> None:
        """Strength, borders, rings and handles from the finding in hand, the selection and the card the keys are on."""
        self.focus.follow()
        show_looks(self)
        self.hand_changed.emit()

    def _say_hand(self) -> None:
        """Say to who does not see it which card the keys are on."""
        self.ring.follow()
        card = self._canvas.cards.get(self.current) if self.current else None
        if card and card.sentence != self.accessibleDescription() and not self.gesture:
            self.setAccessibleDescription(card.sentence)
            announce(self, card.sentence)

    def _look_again(self, is_other: bool) -> None:  # noqa: FBT001 (as the signal brings it)
        """What stands out of another diagram; or of the same one, where another finding is in hand by now."""
        if is_other:
            self.show_looks()
            self.dimming.settle()
        elif not self.focus.has_seen(self.session.highlighted):
            self.show_looks()
            self.focus_changed.emit()

    def _settle(self) -> None:
        self.motion.begin()
        self._show_awaited()

    def show_when_drawn(self, named: Subject) -> None:
        """Bring a thing into view, as soon as it is there."""
        self._awaited = named
        if not self.is_behind:
            self._show_awaited()

    def _show_awaited(self) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited is not None:
            self.reveal(awaited)

    def dim_lines_of(self, card: Subject) -> None:
        """While a card is dragged its lines lead nowhere."""
        for item in self._canvas.arrows.values():
            if card in (item.arrow.source, item.arrow.target):
                item.set_strength(DIMMED)

    def select_card(self, card: CardItem) -> None:
        self.current = card.subject
        if isinstance(card, NobodyItem):
            self.session.select(*rows_of(card.card))
        elif card.team is not None:
            self.session.select(card.subject)
        else:
            self.session.select()
        self.show_looks()

    def select_escalation(self, escalation: Escalation) -> None:
        """Select one escalation, of several between the same teams that one; the keys leave the card they were on."""
        self._escalation = escalation
        self.current = None
        self.session.select(escalation.subject)
        self.show_looks()

    def selected_arrow(self) -> ArrowItem | None:
        chosen = self.session.selection[:1]
        return self._canvas.arrow_of(chosen[0], self._escalation) if chosen else None

    def reveal(self, named: Subject) -> bool:
        """Bring a card or an arrow into view; a row's Nobody card, else the card of the team that answers for it."""
        row = self.session.organization.row_by_id.get(RowId(subject_parts(named)[1]))
        card = self._canvas.card_of(named)
        if card is None and row is not None and subject_parts(named)[0] == "responsibility":
            teams = [Subject(f"team:{team}") for team in (*row.raci.accountable, *row.raci.doers)]
            card = next((self._canvas.cards[team] for team in teams if team in self._canvas.cards), None)
        arrow = self._canvas.arrow_of(named)
        area = card.rect if card else arrow.boundingRect() if arrow else None
        if area:
            self.ensureVisible(area, 40, 40)
        return area is not None

    # Where one looks

    def start_zoom(self) -> None:
        """All of it where that can be read, else its alert at 100 %."""
        fitting = self.fitting()
        self.set_zoom(min(1.0, fitting) if fitting >= SMALLEST_AT_FIRST else 1.0)
        entry = self._canvas.cards.get(ENTRY)
        if entry:
            self.ensureVisible(entry.rect, 200, 80)
        self.on_resize = self.start_zoom

    # Gestures: Qt's events are doors

    def begin_gesture(self, gesture: Gesture) -> None:
        self.gesture = gesture
        self.gesture_changed.emit()

    def finish_gesture(self, point: QPointF) -> None:
        gesture = self._let_go()
        if gesture:
            gesture.finish(point)
        self.catch_up()

    def end_gesture(self) -> None:
        self.mouse.forget_press()
        gesture = self._let_go()
        if gesture:
            gesture.cancel()
        self.catch_up()

    def _let_go(self) -> Gesture | None:
        """The gesture that was in hand until now."""
        gesture, self.gesture = self.gesture, None
        if gesture:
            self.gesture_changed.emit()
        return gesture

    def escape(self) -> None:
        """Cancel the gesture in hand; else show everything at full strength again."""
        if self.gesture or self.mouse.is_pressed:
            self.end_gesture()
        elif self.session.selection or not self.focus.sought:
            self.session.select()
            self.show_looks()
        else:
            self.ended.emit()

    def _document_changed(self, before: Document, after: Document) -> None:
        if before.arrangement is not after.arrangement and self.isVisible():
            self.motion.note()
        self._is_stale = True
        self.end_gesture()

    def _selection_changed(self) -> None:
        if not self.isVisible():
            return
        chosen = self.session.selection[:1]
        if chosen and chosen[0] in self._canvas.cards:
            self.current = chosen[0]
        self.show_looks()
        self.focus_changed.emit()

    def _finding_shown(self, finding: Finding) -> None:
        """Another finding about what is selected already."""
        if not self.focus.has_seen(finding):
            self._selection_changed()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painting.paint_bands(painter, self.diagram, self.theme, QRectF(rect))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse.press(event.position().toPoint(), event.button())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.drag(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.press_again(event.position().toPoint(), event.button())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_asked.emit(self.keys.menu_point() if is_by_key else self.mouse.take_for_menu(event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.mouse.hold_pan(on=True)
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.mouse.hold_pan(on=False)
        super().keyReleaseEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()
        self._selection_changed()
        self.dimming.settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.show_looks()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.mouse.hold_pan(on=False)
        self.show_looks()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mouse.leave()
