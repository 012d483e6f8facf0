"""Drawing what is in hand over the lines: the ring around it, the evidence of a finding, where a drop would go."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.matrix.columns import FROZEN_WIDTH, NAME_COLUMN
from ui.matrix.filtering import is_gap
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT
from ui.matrix.row_painting import draw_fact, draw_hatch, draw_letters
from ui.matrix.scene import Scene


def draw_evidence(painter: QPainter, scene: Scene, lines: range) -> None:
    """A dashed bar at the rows that a finding points at, and dashes around the letters that its teams have there."""
    columns = scene.layout.columns
    scrolled = QRect(FROZEN_WIDTH, HEADER_HEIGHT, scene.port.width, scene.port.height)
    for line in lines:
        if not scene.is_evidence(line):
            continue
        y = scene.layout.line_y(scene.port, line)
        if line != scene.line:
            for dash in range(0, LINE_HEIGHT - 4, 6):
                painter.fillRect(0, y + 1 + dash, 3, 4, QColor(scene.theme.accent))
        if scene.layout.group_at(line):
            continue
        painter.save()
        painter.setClipRect(scrolled, Qt.ClipOperation.IntersectClip)
        named = scene.highlight.teams.intersection(scene.row(scene.layout.lines[line]).raci)
        for team in named.intersection(columns.place_of):
            box = scene.layout.cell_box(scene.port, line, columns.place_of[team])
            _stroke_dashes(painter, scene, QRect(box.x + 1, box.y, box.width - 1, box.height - 1))
        painter.restore()


def _stroke_dashes(painter: QPainter, scene: Scene, place: QRect) -> None:
    pen = QPen(QColor(scene.theme.accent), 1)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(1, 1, -2, -2))


def draw_ring(painter: QPainter, scene: Scene, lines: range) -> None:
    """The ring around what is in hand: a cell, which stands on paper; a name; a whole group."""
    if scene.line is None or scene.line not in lines:
        return
    group = scene.layout.group_at(scene.line)
    column = NAME_COLUMN if scene.column is None or group else scene.column
    box = (
        scene.layout.line_box(scene.port, scene.line)
        if group
        else scene.layout.cell_box(scene.port, scene.line, column)
    )
    if column == NAME_COLUMN:
        _stroke_ring(painter, scene, QRect(box.x, box.y, box.width - 1, box.height - 1))
        return
    painter.save()
    scrolled = QRect(FROZEN_WIDTH, HEADER_HEIGHT, scene.port.width, scene.port.height)
    painter.setClipRect(scrolled, Qt.ClipOperation.IntersectClip)
    row, cell = scene.row(scene.layout.lines[scene.line]), QRect(box.x + 1, box.y, box.width - 1, box.height - 1)
    painter.fillRect(cell, QColor(scene.theme.paper))
    fact = scene.layout.columns.fact_at(column)
    if fact:
        draw_fact(painter, scene, row, box.y, fact)
        _stroke_ring(painter, scene, cell)
    else:
        if is_gap(scene.state.organization, row):
            draw_hatch(painter, scene, box.y, range(column, column + 1))
        _stroke_ring(painter, scene, cell)
        draw_letters(painter, scene, row, box.y, range(column, column + 1))
    painter.restore()


def _stroke_ring(painter: QPainter, scene: Scene, place: QRect) -> None:
    """2 px in the accent while the keys go here, 1 px as for any control while they go elsewhere."""
    width = 2 if scene.has_focus else 1
    pen = QPen(QColor(scene.theme.accent if scene.has_focus else scene.theme.control), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(place).adjusted(width / 2, width / 2, -width / 2, -width / 2))


def draw_drop(painter: QPainter, scene: Scene) -> None:
    """The line between two rows, or between two heads, where what is dragged would land; the group it would join."""
    drop = scene.drop
    if drop is None:
        return
    accent = QColor(scene.theme.accent)
    if drop.line is not None:
        if drop.group is not None and drop.joins:
            painter.setPen(QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            y = scene.layout.line_y(scene.port, drop.group)
            painter.drawRect(QRectF(1, y + 1, scene.port.width - 2, LINE_HEIGHT - 2))
        y = scene.layout.line_y(scene.port, drop.line)
        painter.fillRect(QRect(0, max(HEADER_HEIGHT, y - 1), scene.port.width, 2), accent)
    elif drop.column is not None:
        x = scene.layout.columns.team_x(drop.column) - scene.port.x
        painter.fillRect(QRect(max(FROZEN_WIDTH, x - 1), 0, 2, scene.port.height), accent)
