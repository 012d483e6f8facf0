"""Drawing the matrix: the grounds, the rules and the columns, and each line of it within what is to be painted."""

from __future__ import annotations

from PySide6.QtCore import QLine, QRect
from PySide6.QtGui import QColor, QPainter, QRegion

from ui.matrix.columns import FROZEN_WIDTH, NAME_COLUMN, NAME_KEY
from ui.matrix.filtering import is_gap
from ui.matrix.hand_painting import draw_drop, draw_evidence, draw_ring
from ui.matrix.header import draw_header
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT
from ui.matrix.row_painting import draw_facts, draw_frozen, draw_hatch, draw_letters, draw_tallies
from ui.matrix.scene import Scene


def draw_matrix(painter: QPainter, scene: Scene, exposed: QRegion) -> None:
    """Draw what lies within a region of the screen, header included: each of its rectangles by itself."""
    for part in exposed:  # type: ignore[attr-defined]  # the stubs lack what PySide has
        _draw_part(painter, scene, part)


def _draw_part(painter: QPainter, scene: Scene, exposed: QRect) -> None:
    left, right = exposed.left(), exposed.right() + 1
    lines = scene.layout.lines_between(scene.port, exposed.top(), exposed.bottom() + 1)
    body = exposed.intersected(QRect(0, HEADER_HEIGHT, scene.port.width, scene.port.height))
    painter.setClipRect(body)
    painter.fillRect(body, QColor(scene.theme.paper))
    _draw_grounds(painter, scene, lines)
    _draw_rules(painter, scene, lines)
    if right > FROZEN_WIDTH:
        painter.setClipRect(body.intersected(QRect(FROZEN_WIDTH, HEADER_HEIGHT, scene.port.width, scene.port.height)))
        _draw_scrolled(painter, scene, lines, max(left, FROZEN_WIDTH), right)
        painter.setClipRect(body)
    if left < FROZEN_WIDTH:
        for line in lines:
            draw_frozen(painter, scene, line)
    draw_evidence(painter, scene, lines)
    draw_ring(painter, scene, lines)
    draw_drop(painter, scene)
    painter.setClipping(False)
    if exposed.top() < HEADER_HEIGHT:
        draw_header(painter, scene, exposed)
        draw_drop(painter, scene)


def _draw_grounds(painter: QPainter, scene: Scene, lines: range) -> None:
    for line in lines:
        ground = _ground(scene, line)
        if ground:
            painter.fillRect(0, scene.layout.line_y(scene.port, line), scene.port.width, LINE_HEIGHT, QColor(ground))
        if scene.chosen.blocks and not scene.layout.group_at(line):
            _draw_chosen(painter, scene, line)


def _draw_chosen(painter: QPainter, scene: Scene, line: int) -> None:
    """The tint of the cells of a row that are selected together."""
    keys = scene.chosen.columns_of(scene.row(scene.layout.lines[line]).id)
    if not keys:
        return
    layout, tint = scene.layout, QColor(scene.theme.accent_tint)
    beside = QRect(FROZEN_WIDTH, HEADER_HEIGHT, scene.port.width, scene.port.height)
    for column in (*layout.visible_teams(scene.port), *range(len(layout.columns.teams), layout.columns.last + 1)):
        if layout.columns.keys[column] in keys:
            painter.fillRect(QRect(*layout.cell_box(scene.port, line, column)).intersected(beside), tint)
    if NAME_KEY in keys:
        painter.fillRect(QRect(*layout.cell_box(scene.port, line, NAME_COLUMN)), tint)


def _ground(scene: Scene, line: int) -> str | None:
    if (line == scene.line and not scene.chosen.blocks) or scene.is_evidence(line):
        return scene.theme.accent_tint
    if line == scene.hover:
        return scene.theme.hover
    return scene.theme.chrome if scene.layout.group_at(line) else None


def _draw_scrolled(painter: QPainter, scene: Scene, lines: range, left: int, right: int) -> None:
    layout, port = scene.layout, scene.port
    teams = layout.visible_teams(port, left, right)
    for line in lines:
        group = layout.group_at(line)
        if not group and is_gap(scene.state.organization, scene.row(layout.lines[line])):
            draw_hatch(painter, scene, layout.line_y(port, line), teams)
    _draw_columns(painter, scene, lines, teams)
    for line in lines:
        y, group = layout.line_y(port, line), layout.group_at(line)
        if group:
            draw_tallies(painter, scene, group, y, teams)
        else:
            row = scene.row(layout.lines[line])
            draw_letters(painter, scene, row, y, teams)
            if right > layout.columns.facts_x - port.x:
                draw_facts(painter, scene, row, y)


def _draw_columns(painter: QPainter, scene: Scene, lines: range, teams: range) -> None:
    """The hairlines at the left of the team columns, and the stronger one behind the last."""
    if lines:
        layout, port, columns = scene.layout, scene.port, scene.layout.columns
        top, bottom = layout.line_y(port, lines[0]), layout.line_y(port, lines[-1] + 1) - 1
        edges = [columns.team_x(team) - port.x for team in teams]
        painter.setPen(scene.hairline)
        painter.drawLines([QLine(x, top, x, bottom) for x in edges])
        painter.fillRect(columns.facts_x - port.x, top, 1, bottom + 1 - top, QColor(scene.theme.line2))


def _draw_rules(painter: QPainter, scene: Scene, lines: range) -> None:
    if not lines:
        return
    port, layout = scene.port, scene.layout
    bottoms = [layout.line_y(port, line) + LINE_HEIGHT - 1 for line in lines]
    painter.setPen(scene.hairline)
    painter.drawLines([QLine(0, bottom, port.width, bottom) for bottom in bottoms])
    top = layout.line_y(port, lines[0])
    painter.fillRect(FROZEN_WIDTH - 1, top, 1, bottoms[-1] + 1 - top, QColor(scene.theme.control))
