"""The scroll area of the board: draws the cards in sight, at a zoom, and keeps what is looked at in place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from orgmodel.diagram.shapes import Rect
from ui.evidence import NO_HIGHLIGHT, Highlight
from ui.session import Session
from ui.teams.found_marks import FoundMarks
from ui.teams.in_hand import InHand
from ui.teams.painting import draw_board
from ui.teams.pixmaps import BoardPixmaps
from ui.teams.scene import Scene
from ui.teams.spots import Spot
from ui.teams.state import BoardState
from ui.theme import Theme

SMALLEST: Final = 0.4
LARGEST: Final = 2.5
STEP: Final = 1.15
_WHEEL: Final = 60


class BoardSurface(QAbstractScrollArea):
    """No widget and no object for a card: all of it is drawn from its geometry."""

    zoomed = Signal()

    def __init__(self, session: Session, state: BoardState, hand: InHand, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.state, self.hand = session, state, hand
        self.zoom = 1.0
        self.spot: Spot | None = None
        self.hover: Spot | None = None
        self.marks = FoundMarks(session.report)
        self.highlight: Highlight = NO_HIGHLIGHT
        self._theme = theme
        self._pixmaps = BoardPixmaps(theme, self.devicePixelRatioF())
        self.setViewport(QWidget())
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def theme(self) -> Theme:
        return self._theme

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._pixmaps = BoardPixmaps(theme, self._ratio())
        self.viewport().update()

    def _ratio(self) -> float:
        return self.devicePixelRatioF() * self.zoom

    def scene(self) -> Scene:
        """What is to be drawn now."""
        if self._pixmaps.ratio != self._ratio():
            self._pixmaps = BoardPixmaps(self._theme, self._ratio())
        return Scene(
            self.state,
            self._theme,
            self._pixmaps,
            self.marks,
            self.session.selection,
            self.session.team,
            self.spot,
            None,
            self.hasFocus(),
            self.highlight,
            self.hand.carried,
            self.hover if self.hand.is_empty else None,
        )

    # Where things are

    @property
    def offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def on_board(self, at: QPoint) -> QPointF:
        """A point of the viewport as one of the board."""
        return QPointF(at + self.offset) / self.zoom

    def in_viewport(self, box: tuple[float, float, float, float]) -> QRect:
        x, y, width, height = (each * self.zoom for each in box)
        return QRectF(x, y, width, height).translated(QPointF(-self.offset)).toRect()

    def reveal(self, box: tuple[float, float, float, float]) -> None:
        """Scroll until a box of the board is in sight, with some room around it."""
        rect, port, margin = self.in_viewport(box), self.viewport().rect(), 12
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if rect.top() < margin or rect.height() + 2 * margin > port.height():
            down.setValue(down.value() + rect.top() - margin - round(28 * self.zoom))
        elif rect.bottom() > port.bottom() - margin:
            down.setValue(down.value() + rect.bottom() - port.bottom() + margin)
        if rect.left() < margin:
            across.setValue(across.value() + rect.left() - margin)
        elif rect.right() > port.right() - margin:
            across.setValue(across.value() + rect.right() - port.right() + margin)

    def fit(self) -> None:
        """Lay the board out for the width that there is, and let it be scrolled as far as it goes."""
        size = self.viewport().size()
        self.state.set_width(max(1.0, size.width() / self.zoom))
        layout = self.state.layout
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(layout.height * self.zoom) - size.height()))
        down.setPageStep(max(1, size.height() - 40))
        down.setSingleStep(_WHEEL // 3)
        across.setRange(0, max(0, round(layout.width * self.zoom) - size.width()))
        across.setPageStep(max(1, size.width()))
        across.setSingleStep(_WHEEL)
        self.viewport().update()

    # Zoom

    def set_zoom(self, zoom: float, at: QPoint | None = None) -> None:
        """Zoom so that the card under a point of the viewport, its middle if none is given, stays there."""
        zoom = min(LARGEST, max(SMALLEST, zoom))
        if abs(zoom - self.zoom) < 1e-6:
            return
        pivot = at or self.viewport().rect().center()
        before = self.on_board(pivot)
        held = self.state.layout.card_at(before.x(), before.y()) or next(
            iter(self.state.layout.within(Rect(before.x() - 400, before.y() - 400, 800, 800))), None
        )
        self.zoom = zoom
        self.fit()
        if held is not None and held.team in self.state.layout.place_of:
            now = self.state.layout.place_of[held.team].rect
            y = now.y + before.y() - held.rect.y
            x = now.x + before.x() - held.rect.x
            self.verticalScrollBar().setValue(round(y * zoom - pivot.y()))
            self.horizontalScrollBar().setValue(round(x * zoom - pivot.x()))
        self.zoomed.emit()

    def step_zoom(self, step: int, at: QPoint | None = None) -> None:
        self.set_zoom(self.zoom * STEP**step if step else 1.0, at)

    def _wheel(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        turned = event.angleDelta().y() / 120
        self.set_zoom(self.zoom * STEP**turned, event.position().toPoint())
        event.accept()
        return True

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(QPainter(self.viewport()), event.rect())

    def _paint(self, painter: QPainter, exposed: QRect) -> None:
        painter.fillRect(exposed, QColor(self._theme.paper))
        painter.translate(QPointF(-self.offset))
        painter.scale(self.zoom, self.zoom)
        corner, far = self.on_board(exposed.topLeft()), self.on_board(exposed.bottomRight() + QPoint(1, 1))
        area = Rect(corner.x(), corner.y(), far.x() - corner.x(), far.y() - corner.y())
        painter.setClipRect(QRectF(*area))
        draw_board(painter, self.scene(), area.grown(4))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._wheel(event):
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
