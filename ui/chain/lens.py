"""The Chain lens: how a page travels, from the first alert to the fix."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orgmodel.model import Subject, TeamId, name_of, subject_parts
from ui.chain.actions import ChainActions
from ui.chain.canvas import NOTHING
from ui.chain.free_places import free_rect, meets
from ui.chain.gestures import CHOOSING
from ui.chain.minimap import Minimap
from ui.chain.overlays import FocusBanner, Legend, Note, ZoomBar
from ui.chain.table import table_of
from ui.chain.tools import ChainTools
from ui.chain.view import ChainView
from ui.chain.zooming import STEP
from ui.empty_state import EmptyState
from ui.lens import LensTable
from ui.session import Session
from ui.theme import Theme
from ui.translation import tr

_MARGIN = 12
_STEP = 40
"""Pixels between the places that the legend is tried at."""


class ChainLens(QWidget):
    """Teams as cards in the bands of their layers, escalations as arrows, findings where they are."""

    name = "Chain"
    repeated_head = 0.0
    column_edges = ()
    column_edges = ()

    opened = Signal()
    """What is selected is to be opened in the Inspector."""
    key_hint_changed = Signal()
    """Other keys may go on with what is in hand."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.tools = ChainTools(theme, self)
        self.view = ChainView(session, theme, self)
        # On the viewport: over its neighbour, Qt would paint all of it anew at each step of a scroll. What lies on it
        # goes with it then, and is put back.
        port = self.view.viewport()
        self.legend = Legend(theme, port)
        self.zoom_bar = ZoomBar(theme, port)
        self.banner = FocusBanner(theme, port)
        self.drawing = Note(theme, tr("Drawing the lines…"), port)
        self.choosing = Note(theme, tr(CHOOSING), port)
        self.minimap = Minimap(self.view, theme)
        self.empty = EmptyState(theme, port)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._awaited: tuple[Subject, ...] = ()
        """What is to be brought into view when it is drawn, and selected where `_selects`."""
        self._selects = False
        self._is_empty = False
        """Whether there is something to say in the place of what is not there."""
        self.acts = ChainActions(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self._show_shape()
        self._show_focus()

    @property
    def key_hint(self) -> str:
        """The keys that go on with the gesture in hand, else with the card or the escalation."""
        gesture = self.view.gesture
        return (gesture.key_hint if gesture else "") or tr(
            "Arrows move, Enter selects, E escalates from here, F2 types over it, Del removes, 0 fits"
        )

    def apply_theme(self, theme: Theme) -> None:
        parts = (self.tools, self.view, self.legend, self.zoom_bar, self.banner, self.minimap, self.empty)
        for part in (*parts, self.drawing, self.choosing):
            part.apply_theme(theme)

    def actions(self) -> list[QAction]:
        """Edits of what is selected, then how one looks at it; their shortcuts work in the chain only."""
        self.acts.refresh()
        return self.acts.every()

    def find(self) -> None:  # type: ignore[override]  # Qt's finds a window by its number
        """Put the keyboard into the field: what holds its words stands out, Enter goes to the first."""
        self.tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.field.selectAll()

    def zoom(self, step: int) -> None:
        if step:
            self.view.set_zoom(self.view.zoom * STEP**step)
        else:
            self.view.set_zoom(1.0)

    def extent(self) -> QSizeF:
        """Of all of the chain; where it was never drawn it is drawn now."""
        return self.view.picture().size

    def draw(self, painter: QPainter, theme: Theme) -> None:
        self.view.picture().draw(painter, theme)

    def table(self) -> LensTable:
        return table_of(self.view.plan())

    def show_everything(self) -> None:
        """Nothing selected, nothing looked for, nothing filtered out."""
        self.tools.field.clear()
        self.tools.clear_filters()
        self.view.session.select()
        self.view.show_looks()

    def show_subject(self, subject: Subject) -> None:
        """Bring a thing into view and select it where it has a card or an arrow; filters in its way go."""
        self.reveal((subject,))
        if self.view.canvas.card_of(subject) or self.view.canvas.arrow_of(subject):
            if self._session.selection[:1] != (subject,):
                self._session.select(subject)
        elif self._awaited:
            self._selects = True

    def reveal(self, subjects: Iterable[Subject]) -> bool:
        """Bring the first of these that has a place here into view; filters that hide all of them go.

        Where the diagram is still being drawn that is done when it is there.
        """
        wanted = tuple(subjects)
        self._awaited, self._selects = (), False
        if any(self.view.reveal(subject) for subject in wanted):
            return True
        if self.tools.is_filtered:
            self.tools.clear_filters()
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
        tools, view = self.tools, self.view
        tools.services.chosen.connect(view.show_service)
        tools.layers.chosen.connect(view.show_layer)
        tools.kinds.chosen.connect(view.show_kind)
        tools.escalations.toggled.connect(lambda on: view.show_arrows(wanted=on))
        tools.findings.toggled.connect(lambda on: view.show_findings(wanted=on))
        tools.arrange_wanted.connect(lambda *_: view.edits.arrange())
        tools.sought.connect(self._seek)
        tools.field.left.connect(self._to_match)
        view.shape_changed.connect(self._show_shape)
        view.caught_up.connect(self._show_awaited)
        view.work_changed.connect(self._show_work)
        view.focus_changed.connect(self._show_focus)
        view.hand_changed.connect(self.acts.refresh)
        view.hand_changed.connect(self._show_choosing)
        view.gesture_changed.connect(self.key_hint_changed)
        view.ended.connect(tools.field.clear)
        view.menu_asked.connect(self.acts.open_menu)
        view.zoomed.connect(lambda: self.zoom_bar.show_zoom(view.zoom))
        view.resized.connect(self._place_overlays)
        view.zoomed.connect(self._place_overlays)
        view.scrolled.connect(self._place_overlays)
        view.opened.connect(self.opened)
        self.zoom_bar.smaller.connect(view.zoom_out)
        self.zoom_bar.larger.connect(view.zoom_in)
        self.zoom_bar.whole.connect(view.fit)
        self.zoom_bar.full_size.connect(lambda: view.set_zoom(1.0))
        self.banner.ended.connect(self._end_focus)
        self.empty.pressed.connect(lambda *_: view.edits.ask_team())
        self._session.document_changed.connect(self._show_placed)

    def _seek(self, text: str) -> None:
        self.view.seek(text)
        self._say_shown()

    def _to_match(self) -> None:
        """From the field to the first card that matches."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.view.found and self.view.current not in self.view.found.cards:
            self.view.go_to_match()

    def _end_focus(self) -> None:
        """Everything at full strength again, whatever it was dimmed for."""
        self.tools.field.clear()
        self.view.escape()

    def _say_shown(self) -> None:
        view = self.view
        found = (view.found.count if view.found else 0) if view.sought else None
        self.tools.say_shown(view.diagram.totals, found)

    def _show_work(self) -> None:
        self.drawing.setVisible(self.view.is_drawing and self.view.diagram is not NOTHING)
        self._place_drawing()

    def _show_choosing(self) -> None:
        """Say how a line goes on that keys have begun."""
        is_choosing = self.view.gesture is not None and self.view.gesture.by_keys
        if is_choosing != self.choosing.isVisibleTo(self.view.viewport()):
            self.choosing.setVisible(is_choosing)
            self._place_overlays()

    def _place_drawing(self) -> None:
        area = self.view.viewport().rect()
        self.drawing.move(area.center().x() - self.drawing.width() // 2, area.top() + 8)

    def _show_shape(self) -> None:
        diagram, organization = self.view.diagram, self._session.organization
        self.tools.show_choices(organization)
        self.legend.show_signs(self._signs(), str(diagram.totals))
        self._show_placed()
        is_drawn = diagram is not NOTHING
        self.legend.setVisible(is_drawn)
        self._is_empty = not is_drawn or not organization.escalations
        self._say_empty(is_drawn=is_drawn)
        self._say_shown()
        self._show_focus()
        self._place_overlays()

    def _say_empty(self, *, is_drawn: bool) -> None:
        title, has_teams = tr("No page goes anywhere yet."), bool(self._session.organization.teams)
        if not is_drawn:
            self.empty.say(tr("Drawing the chain…"), tr("Large ones take a moment."))
        elif has_teams:
            self.empty.say(title, tr("Drag from Alert to the team that hears it first, or press E."))
        else:
            self.empty.say(title, tr("There are no teams: double-click in a layer to add one."), tr("Team…"))
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_drawn or has_teams)

    def _signs(self) -> tuple[tuple[str, str], ...]:
        """What is on the canvas, and no more."""
        diagram = self.view.diagram
        arrows = diagram.arrows if self.view.with_arrows else ()
        signs = [("always", tr("always"))] if arrows else []
        if any(arrow.conditional for arrow in arrows):
            signs.append(("condition", tr("on a condition")))
        if any(arrow.inform for arrow in arrows):
            signs.append(("inform", tr("is told")))
        if any(arrow.is_lost for arrow in arrows):
            signs.append(("page-lost", tr("a page is lost")))
        if any(card.shared for card in diagram.cards):
            signs.append(("two-owners", tr("shares an A")))
        if diagram.nobody:
            signs.append(("nobody", tr("nobody")))
        if self._session.document.arrangement.chain:
            signs.append(("pin", tr("put here by hand")))
        return tuple(signs)

    def _show_placed(self, *_: object) -> None:
        placed = len(self._session.document.arrangement.chain)
        self.tools.show_placed(placed)
        self.acts.refresh()

    def _show_focus(self) -> None:
        chosen = self._session.selection[:1]
        arrow = self.view.canvas.arrow_of(chosen[0]) if chosen else None
        self.acts.refresh()
        self.banner.setVisible(bool(self.view.focus()))
        if not self.view.focus():
            return
        name = name_of(self._session.organization, chosen[0]) if chosen else ""
        finding = self._session.highlighted
        if self.view.shows_found:
            self.banner.say(tr("“{words}”", words=self.view.sought), "")
        elif finding:
            self.banner.say(name, "", finding.message)
        elif arrow:
            self.banner.say(name, "")
        else:
            team = TeamId(subject_parts(chosen[0])[1])
            self.banner.say(self._session.organization.team_name(team), tr("and its neighbours"))
        self._place_overlays()

    def _place_overlays(self) -> None:
        area = self.view.viewport().rect()
        self.zoom_bar.adjustSize()
        zoom = self.zoom_bar
        zoom.move(area.right() - zoom.width() - _MARGIN, area.bottom() - zoom.height() - 10)
        self.minimap.fit()
        mini = self.minimap
        mini.move(area.right() - mini.width() - _MARGIN, zoom.y() - mini.height() - 8)
        self._place_drawing()
        self._place_legend(area)
        for over in (self.banner, self.choosing):
            if over.isVisible():
                over.move(self._free_place(area, over))
        self._place_empty(area)

    def _place_empty(self, area: QRect) -> None:
        """In the middle at the top, else near there where it covers nothing; nowhere where there is no such place."""
        if not self._is_empty:
            self.empty.hide()
            return
        over = (self.legend, self.zoom_bar, self.minimap, self.banner, self.choosing)
        taken = [
            *self.view.cards_seen(),
            *self.view.labels_seen(),
            *(each.geometry() for each in over if each.isVisible()),
        ]
        place = free_rect(area, taken)
        self.empty.setVisible(place is not None)
        if place is not None:
            self.empty.setGeometry(place)

    def _place_legend(self, area: QRect) -> None:
        """Where it covers no card: at the bottom, else at the top; without its totals where those need the room.

        Where there is no such place it is not there until there is one again.
        """
        legend, most = self.legend, max(0, self.zoom_bar.x() - 2 * _MARGIN)
        cards = self.view.cards_seen()
        for folded in (False, True):
            legend.fold(folded=folded)
            legend.setFixedWidth(min(legend.sizeHint().width(), most))
            left, right = area.left() + _MARGIN, self.zoom_bar.x() - _MARGIN - legend.width()
            bottom, top = area.bottom() - legend.height() - _MARGIN, area.top() + _MARGIN
            places = (QPoint(x, y) for y in (bottom, top) for x in (*range(left, right, _STEP), right))
            free = next((place for place in places if not meets(QRect(place, legend.size()), cards)), None)
            legend.setVisible(free is not None and self.view.diagram is not NOTHING)
            if free is not None:
                legend.move(free)
                return

    def _free_place(self, area: QRect, over: QWidget) -> QPoint:
        """Where this covers nothing that stands out: at the top right, else elsewhere along the edges."""
        width, height = over.width(), over.height()
        right, middle = area.right() - width - 16, area.center().x() - width // 2
        top, bottom = area.top() + 16, self.zoom_bar.y() - height - 8
        places = [QPoint(x, y) for y in (top, bottom) for x in (right, middle)]
        others = (each for each in (self.legend, self.banner) if each is not over and each.isVisible())
        rects = (QRect(place, over.size()) for place in places)
        there = [*self.view.cards_seen(standing_out=True), *(each.geometry() for each in others)]
        free = (rect.topLeft() for rect in rects if not meets(rect, there))
        return next(free, places[0])
