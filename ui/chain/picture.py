"""The whole chain drawn at once, scrolled into view or not: for a picture, or for paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from orgmodel.diagram.shapes import Arrow, ChainDiagram, Rect
from orgmodel.diagram.signs import ENTRY
from orgmodel.model import Subject
from ui.chain import line_painting, painting
from ui.theme import Theme

_MARGIN = 16.0


class Picture:
    """A diagram and the cards on it that somebody placed; drawn with nothing in hand."""

    def __init__(self, diagram: ChainDiagram, placed: frozenset[Subject], corner: float, *, with_arrows: bool) -> None:
        self._diagram, self._placed, self._corner = diagram, placed, corner
        self._arrows = diagram.arrows if with_arrows else ()

    @property
    def size(self) -> QSizeF:
        """At 100 %."""
        return QSizeF(self._diagram.width, self._diagram.height)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """All of it; of a painter that is clipped, only what lies within the clip."""
        diagram = self._diagram
        whole = QRectF(0, 0, diagram.width, diagram.height)
        part = whole.intersected(painter.clipBoundingRect()) if painter.hasClipping() else whole
        arrows = [arrow for arrow in self._arrows if _area(arrow).intersects(part)]
        painter.save()
        painting.paint_bands(painter, diagram, theme, part)
        for arrow in arrows:
            shape = line_painting.ArrowShape(arrow, self._corner)
            line_painting.paint_arrow(painter, arrow, shape, theme)
        for subject, rect, paint in self._cards(painter, theme):
            if QRectF(*rect.grown(_MARGIN)).intersects(part):
                painter.save()
                painter.translate(rect.x, rect.y)
                paint()
                if subject in self._placed:
                    painting.paint_pin(painter, painting.pin_at(rect.width, rect.height), theme)
                painter.restore()
        for arrow in arrows:
            behind = line_painting.ground_behind(theme, diagram, arrow)
            if arrow.label:
                line_painting.paint_label(painter, arrow.label, theme, behind)
            if arrow.loss:
                line_painting.paint_loss(painter, arrow.loss, theme, behind)
        painter.restore()

    def _cards(self, painter: QPainter, theme: Theme) -> list[tuple[Subject, Rect, Callable[[], None]]]:
        """Each with where it is, and how it is painted with its corner at the origin."""
        diagram, entry = self._diagram, self._diagram.entry
        found: list[tuple[Subject, Rect, Callable[[], None]]] = [
            (card.subject, card.rect, partial(painting.paint_card, painter, card, diagram.most, theme))
            for card in diagram.cards
        ]
        found += [
            (Subject("nobody"), card.rect, partial(painting.paint_nobody, painter, card, 0, theme))
            for card in diagram.nobody
        ]
        if entry:
            found.append((ENTRY, entry, partial(painting.paint_entry, painter, entry.width, entry.height, theme)))
        return found


def _area(arrow: Arrow) -> QRectF:
    xs, ys = [point.x for point in arrow.points], [point.y for point in arrow.points]
    area = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
    for words in (arrow.label, arrow.loss):
        if words:
            area = area.united(QRectF(*words.rect))
    return area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
