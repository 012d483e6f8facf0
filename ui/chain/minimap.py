"""The whole chain in a corner, and where one looks: dragged, the canvas follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from orgmodel.diagram.shapes import ChainDiagram
from ui.chain import painting
from ui.theme import Theme
from ui.translation import tr

if TYPE_CHECKING:
    from ui.chain.view import ChainView

FROM_CARDS: Final = 50
WIDEST: Final = 208
HIGHEST: Final = 132
_LEAST: Final = 2.0


class Minimap(QWidget):
    """There from 50 cards, while not all of them are seen at once."""

    def __init__(self, view: ChainView, theme: Theme) -> None:
        super().__init__(view.viewport())
        self._view, self.theme = view, theme
        self._drawn: tuple[object, ...] = ()
        self._picture = QPixmap()
        self.setAccessibleName(tr("Map of the chain"))
        self.setToolTip(tr("Drag to look elsewhere"))
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.hide()

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def fit(self) -> None:
        """Be there where there is need, and as high as the chain is in proportion."""
        diagram, seen = self._view.diagram, self.seen()
        is_whole = seen.contains(QRectF(0, 0, diagram.width, diagram.height))
        self.setVisible(len(diagram.cards) >= FROM_CARDS and not is_whole)
        scale = min(WIDEST / max(1.0, diagram.width), HIGHEST / max(1.0, diagram.height))
        self.resize(max(24, round(diagram.width * scale)), max(24, round(diagram.height * scale)))
        self.update()

    def seen(self) -> QRectF:
        """What the canvas shows."""
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    @property
    def scale(self) -> float:
        return self.width() / max(1.0, self._view.diagram.width)

    def look_at(self, at: QPoint) -> None:
        """Bring what is there on the map into the middle of the canvas."""
        self._view.centerOn(QPointF(at) / self.scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.look_at(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.look_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        diagram, ratio = self._view.diagram, self.devicePixelRatioF()
        wanted = (diagram, self.theme, self.size(), ratio)
        if not self._drawn or any(
            now is not before and now != before for now, before in zip(wanted, self._drawn, strict=True)
        ):
            self._drawn, self._picture = wanted, self._drawn_picture(diagram, ratio)
        painter.drawPixmap(0, 0, self._picture)
        scale, seen = self.scale, self.seen()
        area = QRectF(seen.x() * scale, seen.y() * scale, seen.width() * scale, seen.height() * scale)
        area = area.intersected(QRectF(self.rect()))
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _drawn_picture(self, diagram: ChainDiagram, ratio: float) -> QPixmap:
        made = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        made.setDevicePixelRatio(ratio)
        painter = QPainter(made)
        scale, theme = self.scale, self.theme
        for place, band in enumerate(diagram.bands):
            strip = QRectF(0, band.y * scale, self.width(), band.height * scale + 1)
            painter.fillRect(strip, painting.ground(theme, place))
        marks = [(card.rect, theme.kinds[card.team.kind]) for card in diagram.cards]
        marks += [(nobody.rect, theme.error_hatch) for nobody in diagram.nobody]
        for rect, colour in marks:
            wide, high = max(_LEAST, rect.width * scale), max(_LEAST, rect.height * scale)
            painter.fillRect(QRectF(rect.x * scale, rect.y * scale, wide, high), QColor(colour))
        painter.setPen(QPen(QColor(theme.control), 1))
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        painter.end()
        return made
