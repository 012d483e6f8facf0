"""The stations of a page side by side, with the minutes between them; arrows, Space, Home and End step through them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.icons import pixmap
from ui.marks import draw_hatch, draw_kind, draw_letters, draw_mark
from ui.plain_text import as_tip
from ui.texts import SMALL, SMALL_STRONG, STRONG, Style, cut, two_lines, width_of, write
from ui.theme import Theme
from ui.walk.stations import Arrow, Station

CARD: Final = QSize(174, 130)
GAP: Final = 88
MARGIN: Final = 8
_PAD: Final = 12
_GLYPH: Final = 24
_HOUR: Final[Style] = (14, "semibold")
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Backspace: -1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
}


class StationStrip(QWidget):
    """Shows all stations; the page is at one of them, at the last one to begin with."""

    stepped = Signal()
    """The page is at another station."""
    chosen = Signal(object)
    """Somebody wants to see a `Station` in the lens: Enter, or a double click."""
    menu_wanted = Signal(object, QPoint)
    """Somebody asks what can be done with a `Station`, at a point of the screen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.stations: tuple[Station, ...] = ()
        self.place = 0
        """Where the page is."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def show_stations(self, stations: tuple[Station, ...]) -> None:
        """The page is at its end, which is what is asked most."""
        if stations != self.stations:
            self.stations = stations
            self.place = max((place for place, each in enumerate(stations) if each.statement), default=0)
            self.updateGeometry()
        self._tell()

    @property
    def current(self) -> Station | None:
        return self.stations[self.place] if self.stations else None

    def go_to(self, place: int) -> None:
        """Put the page at a station that it gets to; nothing where it does not."""
        if 0 <= place < len(self.stations) and self.stations[place].statement and place != self.place:
            self.place = place
            self._tell()
            self.stepped.emit()

    def card(self, place: int) -> QRectF:
        """Where a station is drawn."""
        return QRectF(MARGIN + place * (CARD.width() + GAP), MARGIN, CARD.width(), CARD.height())

    def sizeHint(self) -> QSize:
        count = max(1, len(self.stations))
        return QSize(2 * MARGIN + count * CARD.width() + (count - 1) * GAP, 2 * MARGIN + CARD.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press_key(event.key()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(place)
        elif place is not None and event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(self.stations[place], event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place is not None:
            self.chosen.emit(self.stations[place])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            QToolTip.showText(event.globalPos(), as_tip(self.stations[place].sentence) if place is not None else "")
            return True
        return super().event(event)

    def press_key(self, key: int) -> bool:
        """Whether it was one of ours."""
        if key in _STEPS:
            self.go_to(self.place + _STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(max((place for place, each in enumerate(self.stations) if each.statement), default=0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.chosen.emit(self.current)
        elif key == Qt.Key.Key_Menu and self.current:
            self.menu_wanted.emit(self.current, self.mapToGlobal(self.card(self.place).bottomLeft().toPoint()))
        else:
            return False
        return True

    def place_at(self, point: QPoint) -> int | None:
        return next((place for place in range(len(self.stations)) if self.card(place).contains(point)), None)

    def _tell(self) -> None:
        reached = sum(1 for each in self.stations if each.statement)
        said = f"Station {self.place + 1} of {reached}: {self.current.sentence}" if self.current else "No walk yet"
        self.setAccessibleName(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    # What is drawn

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, station in enumerate(self.stations):
            self._draw_card(painter, place, station)
            if station.arrow:
                self._draw_arrow(painter, self.card(place), station.arrow, is_ahead=place > self.place)

    def _draw_card(self, painter: QPainter, place: int, station: Station) -> None:
        theme, card = self.theme, self.card(place)
        is_here = place == self.place
        painter.setPen(self._border(station, is_ahead=place > self.place))
        painter.setBrush(QColor(theme.accent_tint if is_here else theme.paper))
        painter.drawRoundedRect(card.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
        if is_here:
            painter.fillRect(QRectF(card.left(), card.top() + 8, 3, card.height() - 16), QColor(theme.accent))
        if is_here and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(card.adjusted(-3, -3, 3, 3), 8, 8)
        self._draw_head(painter, card, station)
        left, width = card.left() + _PAD, round(card.width() - 2 * _PAD)
        for number, line in enumerate(two_lines(station.name, STRONG, width)):
            write(painter, (left, card.top() + 54 + 18 * number), line, STRONG, theme.ink)
        self._draw_who(painter, QPointF(left, card.top() + 96), station, width)

    def _border(self, station: Station, *, is_ahead: bool) -> QPen:
        theme = self.theme
        if station.state in ("nobody", "never"):
            pen = QPen(QColor(theme.error), 1.5)
            pen.setDashPattern([4, 2.7])
        elif station.state == "unknown" or is_ahead:
            pen = QPen(QColor(theme.control), 1.5)
            pen.setDashPattern([2, 2])
        else:
            pen = QPen(QColor(theme.ink), 1.5)
        return pen

    def _draw_head(self, painter: QPainter, card: QRectF, station: Station) -> None:
        theme, glyph = self.theme, QRectF(card.left() + _PAD, card.top() + 11, _GLYPH, _GLYPH)
        if station.kind:
            draw_kind(painter, glyph, station.kind, theme)
        elif station.state == "alert":
            painter.setPen(QPen(QColor(theme.ink), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(glyph.adjusted(0.75, 0.75, -0.75, -0.75))
            picture = pixmap("siren", theme.ink, 14, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(glyph.left() + 5, glyph.top() + 5), picture)
        else:
            draw_hatch(painter, glyph, theme)
        if station.hour:
            write(painter, (glyph.right() + 8, glyph.center().y()), station.hour, _HOUR, theme.ink)
        if station.letters:
            cell = QRectF(card.right() - _PAD - 26, glyph.center().y() - 9, 26, 18)
            draw_letters(painter, cell, station.letters, station.kind or "other", theme, small=True)

    def _draw_who(self, painter: QPainter, at: QPointF, station: Station, width: int) -> None:
        mark = {"nobody": "error", "never": "page-lost", "unknown": "not-assessed"}.get(station.state)
        ink, style = (self.theme.error, SMALL_STRONG) if station.state in ("nobody", "never") else (None, SMALL)
        if mark:
            draw_mark(painter, QRectF(at.x(), at.y() - 7, 14, 14), mark, self.theme)
        room = width - 20 if mark else width
        for number, line in enumerate(two_lines(station.who, style, room)):
            place = (at.x() + (20 if mark else 0), at.y() + 16 * number)
            write(painter, place, line, style, ink or self.theme.ink2)

    def _draw_arrow(self, painter: QPainter, card: QRectF, arrow: Arrow, *, is_ahead: bool) -> None:
        """The way that leads to a card; cut by two strokes where the page waits in silence or goes no further."""
        theme = self.theme
        colour = theme.error if arrow.is_lost else theme.ink3 if is_ahead else theme.ink
        start, end, y = card.left() - GAP + 5, card.left() - 5, card.center().y()
        middle = (start + end) / 2
        pen = QPen(QColor(colour), 2)
        if is_ahead or arrow.is_missing:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        if arrow.is_lost:
            painter.drawLine(QPointF(start, y), QPointF(middle - 6, y))
            painter.drawLine(QPointF(middle + 6, y), QPointF(end - 8, y))
            painter.setPen(QPen(QColor(colour), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            for across in (middle - 4, middle + 4):
                painter.drawLine(QPointF(across - 3, y + 8), QPointF(across + 3, y - 8))
        else:
            painter.drawLine(QPointF(start, y), QPointF(end - 8, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawPolygon(QPolygonF([QPointF(end, y), QPointF(end - 10, y - 5), QPointF(end - 10, y + 5)]))
        self._write_arrow(painter, middle, y, arrow, colour)

    def _write_arrow(self, painter: QPainter, middle: float, y: float, arrow: Arrow, colour: str) -> None:
        room = GAP - 6
        is_silent = arrow.is_lost and not arrow.is_missing
        style: Style = _HOUR if width_of(arrow.minutes, _HOUR) <= room else SMALL_STRONG
        minutes = cut(arrow.minutes, style, room)[0]
        write(painter, (middle - width_of(minutes, style) / 2, y - 20), minutes, style, colour)
        below = ["lost"] if is_silent else []
        below += two_lines(arrow.when, SMALL, room) if arrow.when else []
        for number, line in enumerate(below):
            face, ink = (SMALL_STRONG, colour) if is_silent and number == 0 else (SMALL, self.theme.ink2)
            write(painter, (middle - width_of(line, face) / 2, y + 20 + 16 * number), line, face, ink)
