"""The glyphs of the visual standard on screen: kinds of team, letters, marks and the hatch of a gap.

Every function leaves the painter as it found it, draws with antialiasing, and keeps the paths it made.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final, Literal

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTransform

from orgmodel.diagram.marks import BOX, KIND_GLYPHS, MARKS, SIGN, Ink, KindGlyph, Mark
from orgmodel.diagram.path import Close, Cubic, Line, Move, Segment, segments
from orgmodel.model import Letters, TeamKind
from ui.theme import FAMILY, Theme, Weight, font

SMALLEST_WITH_CODE: Final = 20
"""From this many pixels up the shape of a kind carries its code."""

CELL: Final = (36.0, 20.0)
SMALL_CELL: Final = (26.0, 18.0)
RADIUS: Final = 3.0

HATCH_STEP: Final = 6.6
HATCH_WIDTH: Final = 1.1

Rect = QRectF | QRect


def draw_kind(painter: QPainter, rect: Rect, kind: TeamKind, theme: Theme, *, with_code: bool | None = None) -> None:
    """The shape of a kind in the largest square centred in `rect`; its code from 20 px up unless told otherwise."""
    glyph = KIND_GLYPHS[kind]
    square = _square(QRectF(rect))
    if with_code is None:
        with_code = square.width() >= SMALLEST_WITH_CODE
    colour = QColor(theme.kinds[kind])
    painter.save()
    _into_box(painter, square)
    if glyph.outline:
        painter.strokePath(_path(glyph.data), QPen(colour, glyph.outline))
    else:
        painter.fillPath(_path(glyph.data), colour)
    if with_code:
        painter.fillPath(_code_path(glyph), colour if glyph.outline else QColor(theme.on_kind))
    painter.restore()


def draw_letters(
    painter: QPainter,
    rect: Rect,
    letters: Letters | Literal["?"],
    kind: TeamKind,
    theme: Theme,
    *,
    shared: bool = False,
    small: bool = False,
) -> None:
    """The letters of a cell, 36 × 20 or small 26 × 18, centred in `rect`; `?` is the likeliest owner of a gap.

    A and AR are blocks, R a ring, C an outline, I a bare letter; a shared A has a second border.
    """
    width, height = SMALL_CELL if small else CELL
    cell = QRectF(0, 0, width, height)
    cell.moveCenter(QRectF(rect).center())
    # On whole pixels, so that blocks of one column have the same sharp edges.
    cell.moveTo(round(cell.x()), round(cell.y()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(theme.kinds[kind])
    weight: Weight = "semibold"
    if letters in ("A", "AR"):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(cell, RADIUS, RADIUS)
        ink = QColor(theme.on_kind)
        if shared:
            _ring(painter, cell.adjusted(-2.25, -2.25, 2.25, 2.25), QPen(QColor(theme.error), 1.5), RADIUS + 2)
    elif letters == "R":
        painter.setBrush(QColor(theme.kind_tints[kind]))
        painter.setPen(QPen(ink, 1.5))
        painter.drawRoundedRect(cell.adjusted(0.75, 0.75, -0.75, -0.75), RADIUS - 0.75, RADIUS - 0.75)
    elif letters == "C":
        ink, weight = QColor(theme.ink), "medium"
        _ring(painter, cell.adjusted(0.5, 0.5, -0.5, -0.5), QPen(QColor(theme.line2), 1), RADIUS - 0.5)
    elif letters == "I":
        ink, weight = QColor(theme.ink2), "regular"
    else:
        ink, weight = QColor(theme.error), "medium"
        pen = QPen(ink, 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2, 2])
        _ring(painter, cell.adjusted(0.75, 0.75, -0.75, -0.75), pen, RADIUS - 0.75)
    painter.setFont(_letter_font(12 if small else 15, weight))
    painter.setPen(ink)
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


def draw_mark(painter: QPainter, rect: Rect, mark: Mark | str, theme: Theme, colour: str | None = None) -> None:
    """A mark, or the one of that name in `orgmodel.diagram.marks.MARKS`, in its own colour unless another is given."""
    found = MARKS[mark] if isinstance(mark, str) else mark
    own = colour or getattr(theme, found.colour)
    painter.save()
    _into_box(painter, _square(QRectF(rect)))
    for part in found.parts:
        path = _path(part.data)
        if part.fill:
            painter.fillPath(path, _colour(part.fill, own, theme))
        if part.stroke:
            pen = QPen(_colour(part.stroke, own, theme), part.width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap if part.is_round else Qt.PenCapStyle.FlatCap)
            if part.dashes:
                pen.setDashPattern([dash / part.width for dash in part.dashes])
            painter.strokePath(path, pen)
    painter.restore()


def draw_hatch(painter: QPainter, rect: Rect, theme: Theme, origin: QPointF | None = None) -> None:
    """Lines at 45° across `rect`: nobody has it. Cells that give one `origin` are hatched without a seam."""
    area = QRectF(rect)
    anchor = area.topLeft() if origin is None else origin
    step = HATCH_STEP * math.sqrt(2)
    start = anchor.x() + anchor.y()
    first = math.floor((area.left() + area.top() - start) / step)
    last = math.ceil((area.right() + area.bottom() - start) / step)
    # Lines run past the edges: where the clip cuts them, the next cell's continue.
    top, bottom = area.top() - 2, area.bottom() + 2
    reaches = [start + place * step for place in range(first, last + 1)]
    lines = [QLineF(reach - top, top, reach - bottom, bottom) for reach in reaches]
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.error_hatch), HATCH_WIDTH))
    painter.drawLines(lines)
    painter.restore()


def painter_path(drawn: tuple[Segment, ...]) -> QPainterPath:
    """Plain segments as Qt's path."""
    made = QPainterPath()
    for segment in drawn:
        if isinstance(segment, Move):
            made.moveTo(segment.x, segment.y)
        elif isinstance(segment, Line):
            made.lineTo(segment.x, segment.y)
        elif isinstance(segment, Cubic):
            made.cubicTo(*segment)
        elif isinstance(segment, Close):
            made.closeSubpath()
    return made


@lru_cache(maxsize=256)
def _path(data: str) -> QPainterPath:
    return painter_path(segments(data))


@lru_cache(maxsize=32)
def _code_path(glyph: KindGlyph) -> QPainterPath:
    """The code as an outline in the glyph's box: type sizes there are no whole pixels."""
    large = QFont(FAMILY)
    large.setPixelSize(100)
    large.setWeight(QFont.Weight.DemiBold)
    large.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    text = QPainterPath()
    text.addText(0, 0, large, glyph.code)
    box = text.boundingRect()
    into_box = QTransform.fromTranslate(BOX / 2, glyph.baseline)
    into_box.scale(glyph.size / 100, glyph.size / 100)
    return into_box.map(text.translated(-box.center().x(), 0))


@lru_cache(maxsize=16)
def _letter_font(pixels: int, weight: Weight) -> QFont:
    return font(pixels, weight)


def _ring(painter: QPainter, rect: QRectF, pen: QPen, radius: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRoundedRect(rect, radius, radius)


def _square(rect: QRectF) -> QRectF:
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    return square


def _into_box(painter: QPainter, square: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(square.width() / BOX, square.height() / BOX)


def _colour(ink: Ink, own: str, theme: Theme) -> QColor:
    if ink == "own":
        return QColor(own)
    return QColor({"paper": theme.paper, "warning": theme.warning, "sign": SIGN}[ink])
