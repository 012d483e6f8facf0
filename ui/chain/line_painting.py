"""How the lines of the chain look on screen: arrows, what is said beside them, and where their ends are taken."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from orgmodel.diagram.path import rounded
from orgmodel.diagram.shapes import Arrow, ChainDiagram, Label, Loss, Point, cut_strokes, pieces
from ui.chain.painting import ground
from ui.chain.words import NAME, SMALL
from ui.marks import draw_mark, painter_path
from ui.texts import width_of, write
from ui.theme import Theme

LINE: Final = 20.0
SECOND: Final = 16.0
"""The height of a line beside an arrow, and how far its second line is below it."""
CUT_GAP: Final = 18.0
GRIP: Final = 6.0
VERY_FAR: Final = 0.25
"""From here on a line is drawn without the roundness of its corners and edges, which nobody sees."""
_TIP: Final = 11.0


def ground_behind(theme: Theme, diagram: ChainDiagram, arrow: Arrow) -> QColor:
    """The colour behind the words of an arrow."""
    words = arrow.label or arrow.loss
    middle = words.rect.centre.y if words else 0.0
    return ground(theme, next((place for place, band in enumerate(diagram.bands) if middle < band.bottom), 1))


class ArrowShape:
    """The line of an arrow as Qt draws it, made once: its pieces, the strokes that cut it, and its tip."""

    def __init__(self, arrow: Arrow, corner: float) -> None:
        parts = list(pieces(arrow, CUT_GAP))
        parts[-1] = (*parts[-1][:-1], _short_of(parts[-1][-2], parts[-1][-1], _TIP - 1))
        self.lines = [painter_path(rounded(part, corner)) for part in parts]
        self.strokes = [QLineF(*start, *end) for start, end in cut_strokes(arrow, CUT_GAP)]
        self.points = [QPointF(*point) for point in arrow.points]
        self.tip = _tip(arrow.points[-2], arrow.points[-1])


def paint_arrow(
    painter: QPainter,
    arrow: Arrow,
    shape: ArrowShape,
    theme: Theme,
    *,
    strong: bool = False,
    selected: bool = False,
    strength: float = 1.0,
) -> None:
    """The line with its tip; strong in focus, in the accent where it is selected.

    A dimmed one has less strength: its colour is mixed, for many faint lines on top of each other would be none.
    """
    is_wrong = arrow.is_lost or arrow.severity == "error"
    colour = theme.accent if selected else theme.error if is_wrong else theme.ink2 if arrow.inform else theme.ink
    if strength < 1.0:
        colour = _faint(colour, theme.paper, strength)
    width = 3.0 if strong or selected or arrow.is_lost else 1.0 if arrow.inform else 2.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = _line_pen(colour, width, dashed=arrow.conditional and not arrow.is_lost)
    if painter.worldTransform().m11() < VERY_FAR:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(pen)
        painter.drawPolyline(shape.points)
        return
    for line in shape.lines:
        painter.strokePath(line, pen)
    if shape.strokes:
        painter.setPen(_stroke_pen(colour))
        painter.drawLines(shape.strokes)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(shape.tip)


@cache
def _faint(colour: str, paper: str, strength: float) -> str:
    ink, ground = QColor(colour), QColor(paper)
    pairs = ((ink.red(), ground.red()), (ink.green(), ground.green()), (ink.blue(), ground.blue()))
    return QColor(*(round(strong * strength + weak * (1 - strength)) for strong, weak in pairs)).name()


@cache
def _line_pen(colour: str, width: float, *, dashed: bool) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([9 / width, 5 / width])
    return pen


@cache
def _stroke_pen(colour: str) -> QPen:
    pen = QPen(QColor(colour), 2.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _short_of(start: Point, end: Point, by: float) -> Point:
    """A point before the end, by so much."""
    length = abs(end.x - start.x) + abs(end.y - start.y)
    share = max(0.0, 1 - by / length) if length else 0.0
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _tip(before: Point, end: Point) -> QPolygonF:
    tip, back = _short_of(before, end, 1.5), _short_of(before, end, 1.5 + _TIP)
    dx, dy = (end.x > before.x) - (end.x < before.x), (end.y > before.y) - (end.y < before.y)
    half = _TIP / 2
    left = QPointF(back.x - dy * half, back.y - dx * half)
    right = QPointF(back.x + dy * half, back.y + dx * half)
    return QPolygonF([QPointF(*tip), left, right])


def paint_label(painter: QPainter, label: Label, theme: Theme, behind: QColor) -> None:
    """Minutes and condition on a pad of the band's own colour, so that a line under them does not strike them out."""
    rect = QRectF(*label.rect)
    painter.fillRect(rect.adjusted(-2, 2, 2, -2), behind)
    x, middle = rect.left(), rect.top() + LINE / 2
    if label.minutes:
        write(painter, (x, middle), label.minutes, NAME, theme.ink)
        x += width_of(label.minutes, NAME) + 8
    if label.condition:
        write(painter, (x, middle), label.condition, SMALL, theme.ink2)
    if label.second:
        write(painter, (x, middle + SECOND), label.second, SMALL, theme.ink2)


def paint_loss(painter: QPainter, loss: Loss, theme: Theme, behind: QColor) -> None:
    rect = QRectF(*loss.rect)
    painter.fillRect(rect.adjusted(-2, 0, 2, 0), behind)
    draw_mark(painter, QRectF(rect.left(), rect.top() + 2, 16, 16), "error", theme)
    write(painter, (rect.left() + 22, rect.top() + 10), loss.title, NAME, theme.error)
    for place, line in enumerate(loss.lines):
        write(painter, (rect.left(), rect.top() + 29 + 16 * place), line, SMALL, theme.ink)


def paint_grip(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """Where an end of an escalation is taken, to lead it to another card."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.setBrush(QColor(theme.paper))
    painter.drawEllipse(centre, GRIP - 1, GRIP - 1)
