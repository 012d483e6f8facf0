"""Drawing one lane of the week: shifts in the colour of their team, gaps hatched, what is missing or unknown dashed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from orgmodel.diagram.shapes import Rect
from orgmodel.diagram.week_blocks import Block, Gap, GapKind
from orgmodel.model import TeamKind
from ui.marks import draw_hatch
from ui.oncall.scene import Scene
from ui.texts import SMALL, Style, metrics, width_of, write

_RADIUS: Final = 3.0
_STRONG: Final[Style] = (12, "medium")
_NARROW: Final[Style] = (11, "regular")
_GAP_STYLE: Final[Style] = (12, "semibold")
_AWAY: Final = 0.25
_HATCHED: Final[frozenset[GapKind]] = frozenset({"nobody", "away"})
_WARNED: Final[frozenset[GapKind]] = frozenset({"later-level", "no-backup"})
_LEAST_TEXT: Final = 14


def draw_lane(painter: QPainter, scene: Scene, row: int) -> None:
    content, lane = scene.content(row), scene.state.lane_at(row)
    if lane is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    found = scene.state.organization.team_by_id.get(lane.team)
    kind: TeamKind = found.kind if found else "other"
    left, right = scene.port.x + scene.plan.measures.label, scene.port.x + scene.port.width
    is_away = lane.team in scene.state.away
    if is_away:
        painter.setOpacity(_AWAY)
    for block in content.blocks:
        rect = scene.plan.rect_of(row, block.start, block.end, block.track)
        if rect.right >= left and rect.x <= right:
            _draw_block(painter, scene, block, rect, kind)
    painter.setOpacity(1.0)
    for gap in content.gaps:
        rect = scene.plan.rect_of(row, gap.start, gap.end, gap.track)
        if rect.right >= left and rect.x <= right:
            _draw_gap(painter, scene, gap, rect, seen=(left, right))
    if scene.preview and scene.preview.row == row:
        _draw_said(painter, scene, row)


def _draw_block(painter: QPainter, scene: Scene, block: Block, rect: Rect, kind: TeamKind) -> None:
    theme = scene.theme
    colour, ink = theme.kinds[kind], theme.on_kind
    place = QRectF(rect.x + 0.5, rect.y, max(rect.width - 1, 1.5), rect.height)
    if block.is_empty:
        painter.setPen(_dashed(theme.error))
        painter.setBrush(QColor(theme.error_tint))
        ink = theme.error
    elif block.is_tint:
        painter.setPen(QPen(QColor(colour), 1.5))
        painter.setBrush(QColor(theme.kind_tints[kind]))
        ink = colour
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
    inset = 0.0 if not (block.is_tint or block.is_empty) else 0.75
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
    _write_middle(painter, scene, place, block.labels, ink)
    is_held = block.rotation == scene.hand.rotation and block.held in scene.grasped
    if is_held or block is scene.hover:
        painter.setPen(QPen(QColor(theme.accent), 2 if is_held else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(-1.5, -1.5, 1.5, 1.5), _RADIUS + 1, _RADIUS + 1)
        if is_held and scene.has_focus and block.held == scene.hand.held:
            painter.setPen(QPen(QColor(theme.paper), 1))
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _draw_gap(painter: QPainter, scene: Scene, gap: Gap, rect: Rect, *, seen: tuple[float, float]) -> None:
    """Hatched where nobody is there; dashed alone where a level is missing, or nothing is known."""
    theme = scene.theme
    is_hatched = gap.kind in _HATCHED
    colour = theme.error if is_hatched else theme.warning if gap.kind in _WARNED else theme.ink3
    place = QRectF(rect.x + 0.75, rect.y + 0.75, max(rect.width - 1.5, 1), rect.height - 1.5)
    if is_hatched:
        painter.fillRect(place, QColor(theme.error_tint))
        draw_hatch(painter, place, theme, QPointF(0, 0))
    painter.setPen(_dashed(colour, 1.5 if is_hatched else 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, _RADIUS, _RADIUS)
    inside = place.intersected(QRectF(seen[0], place.top(), seen[1] - seen[0], place.height()))
    if gap.kind in ("no-backup", "no-rotation", "hours-unknown"):
        _write_left(painter, inside, gap.labels, colour, theme.paper)
        return
    text = _fitting(gap.labels, _GAP_STYLE if is_hatched else SMALL, inside.width() - 12)
    if text:
        style = _GAP_STYLE if is_hatched else SMALL
        width = width_of(text, style)
        pad = QRectF(inside.center().x() - width / 2 - 5, inside.top() + 4, width + 10, inside.height() - 8)
        painter.fillRect(pad, QColor(theme.paper))
        write(painter, (pad.left() + 5, inside.center().y()), text, style, colour)


def _write_left(painter: QPainter, place: QRectF, labels: tuple[str, ...], colour: str, ground: str) -> None:
    """On a ground of its own, so that the lines between days do not run through the words."""
    text = _fitting(labels, _GAP_STYLE, place.width() - 20)
    if text:
        pad = QRectF(place.left() + 6, place.top() + 4, width_of(text, _GAP_STYLE) + 8, place.height() - 8)
        painter.fillRect(pad, QColor(ground))
        write(painter, (place.left() + 10, place.center().y()), text, _GAP_STYLE, colour)


def _write_middle(painter: QPainter, scene: Scene, place: QRectF, labels: tuple[str, ...], ink: str) -> None:
    """The fullest of the labels that has room, in the part that is seen; none where even the shortest has not."""
    if place.height() < _LEAST_TEXT:
        return
    left, right = scene.port.x + scene.plan.measures.label, scene.port.x + scene.port.width
    inside = place.intersected(QRectF(left, place.top(), right - left, place.height()))
    for style, edges in ((_STRONG, 6), (_NARROW, 2)):
        text = _fitting(labels, style, inside.width() - edges)
        if text:
            x = inside.center().x() - width_of(text, style) / 2
            write(painter, (x, inside.center().y()), text, style, ink)
            return


def _fitting(labels: tuple[str, ...], style: Style, room: float) -> str:
    found = next((text for text in labels if width_of(text, style) <= room), "")
    if found:
        return found
    last = labels[-1]
    if room < 40 or any(sign.isdigit() for sign in last):
        return ""
    return metrics(style).elidedText(last, Qt.TextElideMode.ElideRight, int(room))


def _draw_said(painter: QPainter, scene: Scene, row: int) -> None:
    """What the drop would write, on the lane it is about."""
    preview = scene.preview
    if preview is None:
        return
    rect = scene.plan.rect_of(row, preview.start, preview.end, None)
    width = width_of(preview.said, SMALL) + 14
    left = max(min(rect.x, scene.port.x + scene.port.width - width - 4), scene.port.x + scene.plan.measures.label + 4)
    tag = QRectF(left, rect.y - 20, width, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scene.theme.accent))
    painter.drawRoundedRect(tag, 3, 3)
    write(painter, (tag.left() + 7, tag.center().y()), preview.said, SMALL, scene.theme.on_accent)


def _dashed(colour: str, width: float = 1.5) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setDashPattern([3 / width, 3 / width])
    return pen
