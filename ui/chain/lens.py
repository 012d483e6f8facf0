"""The Chain lens: how a page travels, from the first alert to the fix."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orgmodel.model import Subject, TeamId, name_of, subject_parts
from ui.chain.canvas import NOTHING
from ui.chain.overlays import FocusBanner, Legend, ZoomBar
from ui.chain.tools import ChainTools
from ui.chain.view import ChainView
from ui.empty_state import EmptyState
from ui.session import Session
from ui.theme import Theme

_MARGIN = 12
_STEP = 40
"""Pixels between the places that the legend is tried at."""


class ChainLens(QWidget):
    """Teams as cards in the bands of their layers, escalations as arrows, findings where they are."""

    name = "Chain"
    key_hint = "Arrows to move, Enter to select, E to escalate from here, Del to remove an escalation, 0 to fit"
    repeated_head = 0.0

    opened = Signal()
    """What is selected is to be opened in the Inspector."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.tools = ChainTools(theme, self)
        self.view = ChainView(session, theme, self)
        # Children of the view, not of its viewport: what is on the viewport scrolls with it.
        self.legend = Legend(theme, self.view)
        self.zoom_bar = ZoomBar(theme, self.view)
        self.banner = FocusBanner(theme, self.view)
        self.empty = EmptyState(theme, self.view)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._awaited: tuple[Subject, ...] = ()
        """What is to be brought into view when it is drawn, and selected where `_selects`."""
        self._selects = False
        self._actions = self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self._show_shape()
        self._show_focus()

    def apply_theme(self, theme: Theme) -> None:
        for part in (self.tools, self.view, self.legend, self.zoom_bar, self.banner, self.empty):
            part.apply_theme(theme)

    def actions(self) -> list[QAction]:
        """Edits of what is selected, then how one looks at it; their shortcuts work in the chain only."""
        return list(self._actions)

    def show_subject(self, subject: Subject) -> None:
        """Bring a thing into view and select it where it has a card or an arrow; a service filter in its way goes."""
        self.reveal((subject,))
        if self.view.canvas.card_of(subject) or self.view.canvas.arrow_of(subject):
            if self._session.selection[:1] != (subject,):
                self._session.select(subject)
        elif self._awaited:
            self._selects = True

    def reveal(self, subjects: Iterable[Subject]) -> bool:
        """Bring the first of these that has a place here into view; a service filter that hides all of them goes.

        Where the diagram is still being drawn that is done when it is there.
        """
        wanted = tuple(subjects)
        self._awaited, self._selects = (), False
        if any(self.view.reveal(subject) for subject in wanted):
            return True
        if self.view.service is not None:
            self.tools.services.choose(None)
            if any(self.view.reveal(subject) for subject in wanted):
                return True
        self._awaited = wanted if self.view.is_behind else ()
        return bool(self._awaited)

    def _show_awaited(self) -> None:
        awaited, selects = self._awaited, self._selects
        if awaited and selects:
            self.show_subject(awaited[0])
        elif awaited:
            self.reveal(awaited)

    def _connect(self) -> None:
        self.tools.services.chosen.connect(self.view.show_service)
        self.tools.escalations.toggled.connect(lambda on: self.view.show_arrows(wanted=on))
        self.tools.findings.toggled.connect(lambda on: self.view.show_findings(wanted=on))
        self.tools.arrange_wanted.connect(self.view.arrange)
        self.view.shape_changed.connect(self._show_shape)
        self.view.caught_up.connect(self._show_awaited)
        self.view.focus_changed.connect(self._show_focus)
        self.view.zoomed.connect(lambda: self.zoom_bar.show_zoom(self.view.zoom))
        self.view.resized.connect(self._place_overlays)
        self.view.zoomed.connect(self._place_overlays)
        for bar in (self.view.horizontalScrollBar(), self.view.verticalScrollBar()):
            bar.valueChanged.connect(self._place_overlays)
        self.view.opened.connect(self.opened)
        self.zoom_bar.smaller.connect(self.view.zoom_out)
        self.zoom_bar.larger.connect(self.view.zoom_in)
        self.zoom_bar.whole.connect(self.view.fit)
        self.zoom_bar.full_size.connect(lambda: self.view.set_zoom(1.0))
        self.banner.ended.connect(self.view.escape)
        self._session.document_changed.connect(self._show_placed)

    def _make_actions(self) -> tuple[QAction, ...]:
        view = self.view
        self._select = self._action("Select card", ["Return", "Enter"], view.keys.enter)
        self._escalate = self._action("Add escalation from here", ["E"], view.keys.start_escalation)
        self._next = self._action("Next escalation of the card", ["N"], view.keys.next_way)
        self._remove = self._action("Remove escalation", ["Del", "Backspace"], view.remove_selected_way)
        self._arrange = self._action("Arrange cards", [], view.arrange)
        looking = (
            self._action("Zoom in", ["+", "="], view.zoom_in),
            self._action("Zoom out", ["-"], view.zoom_out),
            self._action("Zoom to 100 %", ["1"], lambda: view.set_zoom(1.0)),
            self._action("Zoom to everything", ["0"], view.fit),
        )
        return self._select, self._escalate, self._next, self._remove, self._arrange, *looking

    def _action(self, text: str, keys: list[str], act: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: act())
        self.view.addAction(action)
        return action

    def _show_shape(self) -> None:
        diagram, organization = self.view.diagram, self._session.organization
        self.tools.show_choices(organization)
        self.legend.show_signs(self._signs(), str(diagram.totals))
        self._show_placed()
        is_drawn = diagram is not NOTHING
        self.legend.setVisible(is_drawn)
        self.empty.setVisible(not is_drawn or not organization.escalations)
        if not is_drawn:
            self.empty.say("Drawing the chain…", "Large ones take a moment.")
        elif organization.teams:
            self.empty.say("No page goes anywhere yet.", "Drag from Alert to the team that hears it first.")
        else:
            self.empty.say("No page goes anywhere yet.", "There are no teams: make one in the Matrix, Ctrl+1.")
        self._show_focus()
        self._place_overlays()

    def _signs(self) -> tuple[tuple[str, str], ...]:
        """What is on the canvas, and no more."""
        diagram = self.view.diagram
        arrows = diagram.arrows if self.view.with_arrows else ()
        signs = [("always", "always")] if arrows else []
        if any(arrow.conditional for arrow in arrows):
            signs.append(("condition", "on a condition"))
        if any(arrow.inform for arrow in arrows):
            signs.append(("inform", "is told"))
        if any(arrow.is_lost for arrow in arrows):
            signs.append(("page-lost", "a page is lost"))
        if any(card.shared for card in diagram.cards):
            signs.append(("two-owners", "shares an A"))
        if diagram.nobody:
            signs.append(("nobody", "nobody"))
        return tuple(signs)

    def _show_placed(self, *_: object) -> None:
        placed = len(self._session.document.arrangement.chain)
        self.tools.show_placed(placed)
        self._arrange.setEnabled(placed > 0)

    def _show_focus(self) -> None:
        chosen = self._session.selection[:1]
        arrow = self.view.canvas.arrow_of(chosen[0]) if chosen else None
        self._remove.setEnabled(arrow is not None)
        self.banner.setVisible(bool(self.view.focus()))
        if not chosen or not self.view.focus():
            return
        finding = self._session.highlighted
        if finding:
            self.banner.say(name_of(self._session.organization, chosen[0]), "", finding.message)
        elif arrow:
            self.banner.say(name_of(self._session.organization, chosen[0]), "")
        else:
            team = TeamId(subject_parts(chosen[0])[1])
            self.banner.say(self._session.organization.team_name(team), "and its neighbours")
        self._place_overlays()

    def _place_overlays(self) -> None:
        area = self.view.viewport().geometry()
        self.zoom_bar.adjustSize()
        zoom = self.zoom_bar
        zoom.move(area.right() - zoom.width() - _MARGIN, area.bottom() - zoom.height() - 10)
        self._place_legend(area)
        self.banner.move(self._free_place(area))
        width, height = min(480, area.width() - 32), 120
        middle = area.center()
        self.empty.setGeometry(middle.x() - width // 2, area.top() + 24, width, height)

    def _place_legend(self, area: QRect) -> None:
        """Where it covers no card: at the bottom, else at the top; without its totals where those need the room.

        Where there is no such place it is not there until there is one again.
        """
        legend, most = self.legend, max(0, self.zoom_bar.x() - 2 * _MARGIN)
        for folded in (False, True):
            legend.fold(folded=folded)
            legend.setFixedWidth(min(legend.sizeHint().width(), most))
            left, right = area.left() + _MARGIN, self.zoom_bar.x() - _MARGIN - legend.width()
            bottom, top = area.bottom() - legend.height() - _MARGIN, area.top() + _MARGIN
            places = (QPoint(x, y) for y in (bottom, top) for x in (*range(left, right, _STEP), right))
            free = next((place for place in places if not self.view.has_card_in(QRect(place, legend.size()))), None)
            legend.setVisible(free is not None and self.view.diagram is not NOTHING)
            if free is not None:
                legend.move(free)
                return

    def _free_place(self, area: QRect) -> QPoint:
        """Where the banner covers nothing that stands out: at the top right, else elsewhere along the edges."""
        width, height = self.banner.width(), self.banner.height()
        right, middle = area.right() - width - 16, area.center().x() - width // 2
        top, bottom = area.top() + 16, self.zoom_bar.y() - height - 8
        places = [QPoint(x, y) for y in (top, bottom) for x in (right, middle)]
        legend = self.legend.geometry()
        rects = (QRect(place, self.banner.size()) for place in places)
        free = (rect.topLeft() for rect in rects if not self.view.is_covered(rect) and not rect.intersects(legend))
        return next(free, places[0])
