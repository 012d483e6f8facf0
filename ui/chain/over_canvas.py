"""What lies over the canvas, each where it covers nothing that one looks at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QWidget

from orgmodel.model import TeamId, name_of, subject_parts
from ui.chain.canvas import NOTHING
from ui.chain.free_places import free_rect, meets
from ui.chain.gestures import CHOOSING
from ui.chain.legend import Legend, signs_of
from ui.chain.minimap import Minimap
from ui.chain.overlays import FocusBanner, Note, ZoomBar
from ui.chain.view import ChainView
from ui.empty_state import EmptyState
from ui.theme import Theme
from ui.translation import tr

_MARGIN: Final = 12
_STEP: Final = 40
"""Pixels between the places that the legend is tried at."""


class OverCanvas:
    """The legend, the zoom, the map, and what is said of the focus, of a gesture, of work and of an empty chain.

    They lie on the viewport: over its neighbour, Qt would paint all of it anew at each step of a scroll. What lies on
    it goes with it then, and is put back.
    """

    def __init__(self, view: ChainView, theme: Theme) -> None:
        port = view.viewport()
        self._view, self._session = view, view.session
        self.legend = Legend(theme, port)
        self.zoom_bar = ZoomBar(theme, port)
        self.banner = FocusBanner(theme, port)
        self.drawing = Note(theme, tr("Drawing the lines…"), port)
        self.choosing = Note(theme, tr(CHOOSING), port)
        self.minimap = Minimap(view, theme)
        self.empty = EmptyState(theme, port)
        self._is_empty = False
        """Whether there is something to say in the place of what is not there."""
        self._connect()

    def _connect(self) -> None:
        view, zoom_bar = self._view, self.zoom_bar
        for elsewhere in (view.resized, view.zoomed, view.scrolled):
            elsewhere.connect(self.place)
        view.zoomed.connect(lambda: zoom_bar.show_zoom(view.zoom))
        view.work_changed.connect(self._show_work)
        view.hand_changed.connect(self._show_choosing)
        zoom_bar.smaller.connect(view.zoom_out)
        zoom_bar.larger.connect(view.zoom_in)
        zoom_bar.whole.connect(view.fit)
        zoom_bar.full_size.connect(lambda: view.set_zoom(1.0))
        self.empty.pressed.connect(lambda *_: view.edits.ask_team())

    def apply_theme(self, theme: Theme) -> None:
        for part in (self.legend, self.zoom_bar, self.banner, self.drawing, self.choosing, self.minimap, self.empty):
            part.apply_theme(theme)

    # What they say

    def show_shape(self) -> None:
        """Another diagram is on the canvas."""
        diagram, document = self._view.diagram, self._session.document
        signs = signs_of(diagram, has_placed=bool(document.arrangement.chain), with_arrows=self._view.with_arrows)
        self.legend.show_signs(signs, str(diagram.totals))
        self._is_empty = diagram is NOTHING or not document.organization.escalations
        self._say_empty()
        self.show_focus()
        self.place()

    def _say_empty(self) -> None:
        is_drawn = self._view.diagram is not NOTHING
        title, has_teams = tr("No page goes anywhere yet."), bool(self._session.organization.teams)
        if not is_drawn:
            self.empty.say(tr("Drawing the chain…"), tr("Large ones take a moment."))
        elif has_teams:
            self.empty.say(title, tr("Drag from Alert to the team that hears it first, or press E."))
        else:
            self.empty.say(title, tr("There are no teams: double-click in a layer to add one."), tr("Team…"))
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_drawn or has_teams)

    def show_focus(self) -> None:
        """Say what stands out, where something does."""
        focus, chosen = self._view.focus, self._session.selection[:1]
        self.banner.setVisible(bool(focus.cards))
        if not focus.cards:
            return
        organization, finding = self._session.organization, self._session.highlighted
        if focus.shows_found:
            self.banner.say(tr("“{words}”", words=focus.sought), "")
        elif finding:
            self.banner.say(name_of(organization, chosen[0]) if chosen else "", "", finding.message)
        elif self._view.canvas.arrow_of(chosen[0]):
            self.banner.say(name_of(organization, chosen[0]), "")
        else:
            self.banner.say(organization.team_name(TeamId(subject_parts(chosen[0])[1])), tr("and its neighbours"))
        self.place()

    def _show_work(self) -> None:
        self.drawing.setVisible(self._view.is_drawing and self._view.diagram is not NOTHING)
        self._place_drawing()

    def _show_choosing(self) -> None:
        """Say how a line goes on that keys have begun."""
        is_choosing = self._view.gesture is not None and self._view.gesture.by_keys
        if is_choosing != self.choosing.isVisibleTo(self._view.viewport()):
            self.choosing.setVisible(is_choosing)
            self.place()

    # Where they lie

    def place(self) -> None:
        area, zoom, mini = self._view.viewport().rect(), self.zoom_bar, self.minimap
        zoom.adjustSize()
        zoom.move(area.right() - zoom.width() - _MARGIN, area.bottom() - zoom.height() - 10)
        mini.fit()
        mini.move(area.right() - mini.width() - _MARGIN, zoom.y() - mini.height() - 8)
        self._place_drawing()
        self._place_legend(area)
        self.banner.fit(area.width() - 32)
        for over in (self.banner, self.choosing):
            if over.isVisible():
                over.move(self._free_place(area, over))
        self._place_empty(area)

    def _place_drawing(self) -> None:
        area = self._view.viewport().rect()
        self.drawing.move(area.center().x() - self.drawing.width() // 2, area.top() + 8)

    def _place_empty(self, area: QRect) -> None:
        """In the middle at the top, else near there where it covers nothing; nowhere where there is no such place."""
        if not self._is_empty:
            self.empty.hide()
            return
        over = (self.legend, self.zoom_bar, self.minimap, self.banner, self.choosing)
        labels = map(self._in_port, self._view.canvas.labels())
        taken = [*self.cards_seen(), *labels, *(each.geometry() for each in over if each.isVisible())]
        place = free_rect(area, taken)
        self.empty.setVisible(place is not None)
        if place is not None:
            self.empty.setGeometry(place)

    def _place_legend(self, area: QRect) -> None:
        """Where it covers no card: at the bottom, else at the top; without its totals where those need the room.

        Where there is no such place it is not there until there is one again.
        """
        legend, most = self.legend, max(0, self.zoom_bar.x() - 2 * _MARGIN)
        cards = self.cards_seen()
        for folded in (False, True):
            legend.fold(folded=folded)
            legend.setFixedWidth(min(legend.sizeHint().width(), most))
            left, right = area.left() + _MARGIN, self.zoom_bar.x() - _MARGIN - legend.width()
            bottom, top = area.bottom() - legend.height() - _MARGIN, area.top() + _MARGIN
            places = (QPoint(x, y) for y in (bottom, top) for x in (*range(left, right, _STEP), right))
            free = next((place for place in places if not meets(QRect(place, legend.size()), cards)), None)
            legend.setVisible(free is not None and self._view.diagram is not NOTHING)
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
        there = [*self._strong_seen(), *(each.geometry() for each in others)]
        free = (rect.topLeft() for rect in rects if not meets(rect, there))
        return next(free, places[0])

    def cards_seen(self) -> list[QRect]:
        """Where cards are in the viewport."""
        return self._seen(card.rect for card in self._view.canvas.cards.values())

    def _strong_seen(self) -> list[QRect]:
        """Where cards and words are in the viewport that are not dimmed."""
        canvas = self._view.canvas
        cards = [card.rect for card in canvas.cards.values() if card.strength == 1.0]
        return self._seen([*cards, *(item.words_area for item in canvas.arrows.values() if item.strength == 1.0)])

    def _seen(self, areas: Iterable[QRectF]) -> list[QRect]:
        seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        return [self._in_port(area) for area in areas if area.intersects(seen)]

    def _in_port(self, area: QRectF) -> QRect:
        return self._view.mapFromScene(area).boundingRect()
