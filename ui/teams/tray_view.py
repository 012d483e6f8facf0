"""The tray at the left, 272 wide: rows that nobody has, that two teams answer for, that are not yet discussed."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from orgmodel.model import subject
from orgmodel.model.value import changed
from ui.teams.board_view import BoardView
from ui.teams.keyboard import TAKES
from ui.teams.pixmaps import BoardPixmaps
from ui.teams.scene import Scene
from ui.teams.sentences import row_tip, tray_sentence
from ui.teams.spots import Section, TraySpot
from ui.teams.tray_painting import draw_foot, draw_tray
from ui.teams.tray_rows import FOOT, TRAY_WIDTH, TrayLine
from ui.teams.tray_spots import extent_of, first_spot, spot_of, spots_near, step_from, still_there
from ui.theme import Theme
from ui.translation import tr

if TYPE_CHECKING:
    from ui.teams.dragging import Dragging


_WIDEST: Final = 0.4
"""So much of the lens it takes at most, however large the cards are."""


class TrayView(QAbstractScrollArea):
    """Three lists one below the other; what is dropped on it, nobody has."""

    opened = Signal()
    menu_asked = Signal(QPoint)
    right_wanted = Signal()
    """The keys go on to the board."""
    spot_changed = Signal()

    def __init__(self, board: BoardView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.board = board
        self.state, self.session = board.state, board.session
        self._lens = parent
        parent.installEventFilter(self)
        self.spot: TraySpot | None = None
        self.dragging: Dragging | None = None
        self._theme = theme
        self.zoom = 1.0
        """Grows with that of the board; it does not shrink with it, for a row that is lower could not be pressed."""
        self._pixmaps = BoardPixmaps(theme, self._ratio())
        self.setViewport(QWidget())
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(TRAY_WIDTH)
        self.setMaximumWidth(TRAY_WIDTH)
        board.zoomed.connect(self.fit)
        self.setAccessibleName(tr("Rows without one clear owner"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._pixmaps = BoardPixmaps(theme, self._ratio())
        self.viewport().update()

    def _ratio(self) -> float:
        return self.devicePixelRatioF() * self.zoom

    def scene(self) -> Scene:
        if self._pixmaps.ratio != self._ratio():
            self._pixmaps = BoardPixmaps(self._theme, self._ratio())
        scene = self.board.scene()
        return changed(scene, pixmaps=self._pixmaps, spot=None, tray_spot=self._shown_spot(), has_focus=self.hasFocus())

    def fit(self) -> None:
        """As large as the board by now, and scrolled to what was at its top."""
        before, down = self.zoom, self.verticalScrollBar()
        top = down.value() / before
        widest = max(1.0, self._lens.width() * _WIDEST / TRAY_WIDTH)
        self.zoom = min(max(1.0, self.board.zoom), widest)
        self.setMaximumWidth(floor(TRAY_WIDTH * self.zoom))
        self.updateGeometry()
        down.setRange(0, max(0, round(self.state.tray.height * self.zoom) - self._room))
        down.setPageStep(max(1, self._room - round(26 * self.zoom)))
        down.setSingleStep(round(26 * self.zoom))
        if self.zoom != before:
            down.setValue(round(top * self.zoom))
        self.viewport().update()

    @property
    def _room(self) -> int:
        """The height of the viewport above the foot."""
        return self.viewport().height() - round(FOOT * self.zoom)

    # What the keys are on

    def _shown_spot(self) -> TraySpot | None:
        """The place of the keys, as long as it is there."""
        return still_there(self.state, self.spot)

    def go(self, spot: TraySpot) -> None:
        self.spot = spot
        rect = self.rect_of(spot)
        down = self.verticalScrollBar()
        room = self._room
        if rect.top() < 0:
            down.setValue(down.value() + rect.top() - 8)
        elif rect.bottom() > room:
            down.setValue(down.value() + rect.bottom() - room + 8)
        if spot.row is not None:
            self.session.select(subject("responsibility", spot.row))
        self.viewport().update()
        self.setAccessibleDescription(tray_sentence(self.state, spot))
        self.spot_changed.emit()

    def start(self) -> None:
        """Take the keyboard, at the first row there is."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._shown_spot() is None:
            self.go(first_spot(self.state))

    def rect_of(self, spot: TraySpot) -> QRect:
        """Where a place of the tray is in the viewport."""
        top, height = extent_of(self.state, spot)
        shift, first, last = self.verticalScrollBar().value(), round(top * self.zoom), round((top + height) * self.zoom)
        return QRect(0, first - shift, self.viewport().width(), last - first)

    # Keys

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if self.dragging and not self.board.hand.is_empty:
            return self.dragging.press_key(key, modifiers)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.go(step_from(self.state, self._shown_spot(), 1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            spots = spots_near(self.state, self._shown_spot() or TraySpot("nobody"))
            self.go(spots[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Escape):
            self.right_wanted.emit()
        elif key in TAKES:
            self.act()
        else:
            return False
        return True

    def act(self) -> None:
        """Space or Enter: a row is taken in hand, a list folded."""
        spot = self._shown_spot()
        if spot is None:
            return
        if spot.row is None:
            self.fold(spot.section)
        elif self.dragging:
            self.dragging.take_from_tray(spot)

    def fold(self, section: Section) -> None:
        self.state.fold_list(section)
        self.fit()

    # The mouse

    def line_at(self, at: QPoint) -> TrayLine | None:
        if at.y() >= self._room:
            return None
        return self.state.tray.line_at(int((at.y() + self.verticalScrollBar().value() + 0.5) / self.zoom))

    def spot_at(self, at: QPoint) -> TraySpot | None:
        return spot_of(self.state, self.line_at(at))

    def _press(self, at: QPoint, where: QPoint) -> None:
        spot = self.spot_at(at)
        if spot is None:
            return
        self.go(spot)
        if self.dragging:
            self.dragging.press(spot, where)

    def _ask_menu(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            point = self.rect_of(self.spot).center() if self.spot else QPoint()
        else:
            point, spot = event.pos(), self.spot_at(event.pos())
            if spot is None:
                return
            self.go(spot)
        if self.spot and self.spot.row is not None:
            self.menu_asked.emit(point)

    def show_tip(self, event: QHelpEvent) -> None:
        spot = self.spot_at(event.pos())
        row = self.state.row_named(spot.row) if spot else None
        said = row_tip(self.state.organization, row, None, self.board.marks) if row else ""
        QToolTip.showText(event.globalPos(), said, self.viewport())

    # Qt's overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._lens and event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(TRAY_WIDTH, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(QPainter(self.viewport()), event.rect())

    def _paint(self, painter: QPainter, exposed: QRect) -> None:
        size, shift, scene, zoom = self.viewport().size(), self.verticalScrollBar().value(), self.scene(), self.zoom
        width, height = round(size.width() / zoom), round(size.height() / zoom)
        painter.fillRect(exposed, QColor(self._theme.chrome))
        painter.save()
        painter.setClipRect(QRect(0, 0, size.width(), self._room))
        painter.translate(0, -shift)
        painter.scale(zoom, zoom)
        draw_tray(
            painter, scene, width, int((exposed.top() + shift) / zoom), ceil((exposed.bottom() + 1 + shift) / zoom)
        )
        painter.restore()
        painter.scale(zoom, zoom)
        draw_foot(painter, scene, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self.press(Qt.Key(event.key()), event.modifiers()))

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 (Qt's)
        self.board.hand.put_back()
        return super().focusNextPrevChild(forwards)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self.dragging:
            self.dragging.release_key(Qt.Key(event.key()))
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position().toPoint(), event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.dragging:
            self.dragging.move(event.globalPosition().toPoint(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.dragging and event.button() == Qt.MouseButton.LeftButton:
            self.dragging.release(event.globalPosition().toPoint(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position().toPoint())
        if spot and spot.row is not None:
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._ask_menu(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.board.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.spot = self._shown_spot() or first_spot(self.state)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.show_tip(event)
            return True
        return super().viewportEvent(event)
