"""Drawing the lines of the matrix: groups, rows, letters and what stands beside them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLine, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from orgmodel.model import KIND_NAMES, Responsibility
from ui.matrix.cells import CELL_WIDTH, CellLook, put
from ui.matrix.columns import AREA_WIDTH, FROZEN_WIDTH, MARK_WIDTH, NAME_WIDTH
from ui.matrix.filtering import is_gap, is_overlap
from ui.matrix.header import draw_header
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT, NAME_COLUMN, Group
from ui.matrix.scene import Scene
from ui.matrix.sentences import trouble_word
from ui.texts import BODY, SMALL, SMALL_STRONG, STRONG, cut, width_of, write

MIDDLE: Final = 12.5
"""The middle of a line above its rule."""

_STATES: Final = {
    "open": ("circle-dashed", "Open"),
    "agreed": ("circle-check", "Agreed"),
    "parked": ("circle-pause", "Parked"),
}


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
            _draw_frozen(painter, scene, line)
    _draw_evidence(painter, scene, lines)
    _draw_ring(painter, scene, lines)
    painter.setClipping(False)
    if exposed.top() < HEADER_HEIGHT:
        draw_header(painter, scene, exposed)


def _draw_grounds(painter: QPainter, scene: Scene, lines: range) -> None:
    for line in lines:
        ground = _ground(scene, line)
        if ground:
            painter.fillRect(0, scene.layout.line_y(scene.port, line), scene.port.width, LINE_HEIGHT, QColor(ground))


def _ground(scene: Scene, line: int) -> str | None:
    if line == scene.line or scene.is_evidence(line):
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
            _draw_hatch(painter, scene, layout.line_y(port, line), teams)
    _draw_columns(painter, scene, lines, teams)
    for line in lines:
        y, group = layout.line_y(port, line), layout.group_at(line)
        if group:
            _draw_tallies(painter, scene, group, y, teams)
        else:
            row = scene.row(layout.lines[line])
            _draw_letters(painter, scene, row, y, teams)
            if right > layout.columns.area_x - port.x:
                _draw_facts(painter, scene, row, y)


def _draw_columns(painter: QPainter, scene: Scene, lines: range, teams: range) -> None:
    """The hairlines at the left of the team columns, and the stronger one behind the last."""
    if lines:
        layout, port, columns = scene.layout, scene.port, scene.layout.columns
        top, bottom = layout.line_y(port, lines[0]), layout.line_y(port, lines[-1] + 1) - 1
        edges = [columns.team_x(team) - port.x for team in teams]
        painter.setPen(QColor(scene.theme.line))
        painter.drawLines([QLine(x, top, x, bottom) for x in edges])
        painter.fillRect(columns.area_x - port.x, top, 1, bottom + 1 - top, QColor(scene.theme.line2))


def _draw_hatch(painter: QPainter, scene: Scene, y: int, teams: range) -> None:
    columns = scene.layout.columns
    hatch = scene.pixmaps.hatch(columns.team_width)
    for team in teams:
        put(painter, hatch, columns.team_x(team) - scene.port.x, y)


def _draw_letters(painter: QPainter, scene: Scene, row: Responsibility, y: int, teams: range) -> None:
    """The letters of one row in the columns on screen: rows have few letters, so these are walked, not the columns."""
    columns, pixmaps = scene.layout.columns, scene.pixmaps
    inset = (columns.team_width + 2 - CELL_WIDTH) // 2 - scene.port.x
    organization = scene.state.organization
    gap, shared = is_gap(organization, row), is_overlap(organization, row)
    if gap:
        owner = scene.findings.likeliest_owner(scene.state.organization, row)
        place = columns.place_of.get(owner) if owner else None
        if place is not None and place in teams and row.letters_of(columns.teams[place].team) is None:
            put(painter, pixmaps.suggestion(), columns.team_x(place) + inset, y)
    for team_id, letters in row.raci.items():
        place = columns.place_of[team_id]
        if place in teams:
            column = columns.teams[place]
            look = CellLook(letters, column.kind, shared and "A" in letters, gap, column.missing)
            put(painter, pixmaps.letters(look), columns.team_x(place) + inset, y)


def _draw_facts(painter: QPainter, scene: Scene, row: Responsibility, y: int) -> None:
    """Area, paged, runbook and state."""
    theme, columns, shift, middle = scene.theme, scene.layout.columns, scene.port.x, y + MIDDLE
    area = scene.state.organization.area_by_id.get(row.area) if row.area else None
    if area:
        text, _ = cut(area.name, SMALL, AREA_WIDTH - 19)
        write(painter, (columns.area_x - shift + 13, middle), text, SMALL, theme.ink2)
    if row.paged:
        put(painter, scene.pixmaps.icon("bell", theme.ink2, 15), columns.paged_x - shift + 8, y + 5)
    if row.runbook:
        put(painter, scene.pixmaps.icon("book-open", theme.ink2, 15), columns.runbook_x - shift + 8, y + 5)
    elif row.paged:
        put(painter, scene.pixmaps.icon("book-dashed", theme.warning, 15), columns.runbook_x - shift + 8, y + 5)
    icon, word = _STATES[row.state]
    colour = theme.ink if row.state == "open" else theme.ink2
    put(painter, scene.pixmaps.icon(icon, colour, 14), columns.state_x - shift + 8, y + 6)
    write(painter, (columns.state_x - shift + 27, middle), word, SMALL, colour)


def _draw_tallies(painter: QPainter, scene: Scene, group: Group, y: int, teams: range) -> None:
    theme, columns, shift, middle = scene.theme, scene.layout.columns, scene.port.x, y + MIDDLE
    for place, tally in scene.state.tally_of(group).items():
        if place in teams:
            text, width = cut(tally, SMALL, columns.team_width - 6)
            x = columns.team_x(place) - shift + (columns.team_width + 1 - width) / 2
            write(painter, (x, middle), text, SMALL, theme.ink2)
    if group.kind:
        x = columns.area_x - shift + 13.0
        write(painter, (x, middle), "Owner by default", SMALL, theme.ink2)
        x += width_of("Owner by default", SMALL) + 6
        put(painter, scene.pixmaps.kind(group.kind, 16), x, y + 5)
        write(painter, (x + 22, middle), KIND_NAMES[group.kind], SMALL, theme.ink2)


def _draw_frozen(painter: QPainter, scene: Scene, line: int) -> None:
    """Mark and name of one line, over whatever was scrolled under them."""
    theme, y = scene.theme, scene.layout.line_y(scene.port, line)
    group = scene.layout.group_at(line)
    if group:
        icon = "chevron-right" if group.is_collapsed else "chevron-down"
        put(painter, scene.pixmaps.icon(icon, theme.ink2, 14), 7, y + 6)
        _draw_title(painter, scene, group, y)
    else:
        row = scene.row(scene.layout.lines[line])
        mark = scene.findings.mark_of(scene.state.organization, row)
        if mark:
            size = 14 if mark == "warning" else 16
            put(painter, scene.pixmaps.mark(mark, size), (MARK_WIDTH - size) / 2, y + (25 - size) // 2)
        _draw_name(painter, scene, row, y)
    if line == scene.line:
        painter.fillRect(0, y, 3, LINE_HEIGHT - 1, QColor(theme.accent))


def _draw_title(painter: QPainter, scene: Scene, group: Group, y: int) -> None:
    count = str(group.total) if len(group.rows) == group.total else f"{len(group.rows)} of {group.total}"
    room = NAME_WIDTH - 20 - round(width_of(count, BODY))
    title, width = cut(group.title, STRONG, room)
    write(painter, (MARK_WIDTH + 4, y + MIDDLE), title, STRONG, scene.theme.ink)
    write(painter, (MARK_WIDTH + 12 + width, y + MIDDLE), count, BODY, scene.theme.ink3)


def _draw_name(painter: QPainter, scene: Scene, row: Responsibility, y: int) -> None:
    trouble = trouble_word(row)
    style = STRONG if trouble else BODY
    room = NAME_WIDTH - 12 - (round(width_of(trouble, SMALL_STRONG)) + 8 if trouble else 0)
    name, width = cut(row.name, style, room)
    write(painter, (MARK_WIDTH + 4, y + MIDDLE), name, style, scene.theme.ink)
    if trouble:
        write(painter, (MARK_WIDTH + 12 + width, y + MIDDLE), trouble, SMALL_STRONG, scene.theme.error)


def _draw_rules(painter: QPainter, scene: Scene, lines: range) -> None:
    if not lines:
        return
    port, layout = scene.port, scene.layout
    bottoms = [layout.line_y(port, line) + LINE_HEIGHT - 1 for line in lines]
    painter.setPen(QColor(scene.theme.line))
    painter.drawLines([QLine(0, bottom, port.width, bottom) for bottom in bottoms])
    top = layout.line_y(port, lines[0])
    painter.fillRect(FROZEN_WIDTH - 1, top, 1, bottoms[-1] + 1 - top, QColor(scene.theme.control))


def _draw_evidence(painter: QPainter, scene: Scene, lines: range) -> None:
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
        for team in scene.highlight.teams.intersection(scene.row(scene.layout.lines[line]).raci):
            box = scene.layout.cell_box(scene.port, line, columns.place_of[team])
            _stroke_dashes(painter, scene, QRect(box.x + 1, box.y, box.width - 1, box.height - 1))
        painter.restore()


def _stroke_dashes(painter: QPainter, scene: Scene, place: QRect) -> None:
    pen = QPen(QColor(scene.theme.accent), 1)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(1, 1, -2, -2))


def _draw_ring(painter: QPainter, scene: Scene, lines: range) -> None:
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
    if is_gap(scene.state.organization, row):
        _draw_hatch(painter, scene, box.y, range(column, column + 1))
    _stroke_ring(painter, scene, cell)
    _draw_letters(painter, scene, row, box.y, range(column, column + 1))
    painter.restore()


def _stroke_ring(painter: QPainter, scene: Scene, place: QRect) -> None:
    """2 px in the accent while the keys go here, 1 px as for any control while they go elsewhere."""
    width = 2 if scene.has_focus else 1
    pen = QPen(QColor(scene.theme.accent if scene.has_focus else scene.theme.control), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(place).adjusted(width / 2, width / 2, -width / 2, -width / 2))
