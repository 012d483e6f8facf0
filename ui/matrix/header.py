"""The head of the matrix, 76 high: what is listed, each team with its kind, people and name, and the other columns."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.matrix.cells import put
from ui.matrix.columns import FROZEN_WIDTH, MARK_WIDTH, TeamColumn
from ui.matrix.layout import HEADER_HEIGHT
from ui.matrix.scene import Scene
from ui.matrix.sentences import people
from ui.texts import BODY, SMALL, SMALL_STRONG, STRONG, two_lines, width_of, write

_GLYPH: Final = 22
_NAME_MIDDLES: Final = (46, 60)
_FOOT: Final = 59
"""The middle of the line on which the heads that have no glyph stand."""


def draw_header(painter: QPainter, scene: Scene, exposed: QRect) -> None:
    """Draw what lies within a rectangle of the screen, whose top is in the header."""
    left, right = exposed.left(), exposed.right() + 1
    painter.save()
    painter.setClipRect(exposed.intersected(QRect(0, 0, scene.port.width, HEADER_HEIGHT)))
    painter.fillRect(left, 0, right - left, HEADER_HEIGHT, QColor(scene.theme.paper))
    if left < FROZEN_WIDTH:
        _draw_frozen(painter, scene)
    painter.fillRect(left, HEADER_HEIGHT - 1, right - left, 1, QColor(scene.theme.control))
    beside = QRect(FROZEN_WIDTH, 0, scene.port.width - FROZEN_WIDTH, HEADER_HEIGHT)
    painter.setClipRect(beside, Qt.ClipOperation.IntersectClip)
    for place in scene.layout.visible_teams(scene.port, left, right):
        _draw_team(painter, scene, place)
    _draw_rest(painter, scene)
    painter.restore()


def _draw_team(painter: QPainter, scene: Scene, place: int) -> None:
    theme, columns = scene.theme, scene.layout.columns
    team, x, width = columns.teams[place], columns.team_x(place) - scene.port.x, columns.team_width
    if place == scene.column or team.team in scene.highlight.teams:
        painter.fillRect(x, 0, width, HEADER_HEIGHT - 2, QColor(theme.accent_tint))
        painter.fillRect(x, HEADER_HEIGHT - 2, width, 2, QColor(theme.accent))
    painter.fillRect(x, 0, 1, HEADER_HEIGHT - 1, QColor(theme.line))
    inset = 10 if width >= 88 else 6
    put(painter, scene.pixmaps.kind(team.kind, _GLYPH), x + inset, 12)
    _draw_people(painter, scene, team, x + inset + _GLYPH + 6, width - inset - _GLYPH - 8)
    room = width - inset - 4
    name = team.short_name if width < 88 else team.name
    for line, middle in zip(two_lines(name, SMALL_STRONG, room), _NAME_MIDDLES, strict=False):
        write(painter, (x + inset, middle), line, SMALL_STRONG, theme.ink3 if team.missing else theme.ink)


def _draw_people(painter: QPainter, scene: Scene, team: TeamColumn, x: int, room: int) -> None:
    said = "missing" if team.missing else people(team.people)
    if width_of(said, SMALL) + 8 > room:
        said = "?" if team.people is None else str(team.people)
    if team.people is None:
        pen = QPen(QColor(scene.theme.error if team.missing else scene.theme.control), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(x + 0.5, 14.5, width_of(said, SMALL) + 8, 17), 3, 3)
        write(painter, (x + 4.5, 23), said, SMALL, scene.theme.error if team.missing else scene.theme.ink3)
    else:
        write(painter, (x, 23), said, SMALL, scene.theme.ink2)


def _draw_rest(painter: QPainter, scene: Scene) -> None:
    theme, columns, shift = scene.theme, scene.layout.columns, scene.port.x
    painter.fillRect(columns.area_x - shift, 0, 1, HEADER_HEIGHT - 1, QColor(theme.line2))
    write(painter, (columns.area_x - shift + 13, _FOOT), "Area", STRONG, theme.ink)
    put(painter, scene.pixmaps.icon("bell", theme.ink2, 16), columns.paged_x - shift + 7, _FOOT - 8)
    put(painter, scene.pixmaps.icon("book-open", theme.ink2, 16), columns.runbook_x - shift + 7, _FOOT - 8)
    write(painter, (columns.state_x - shift + 8, _FOOT), "State", STRONG, theme.ink)


def _draw_frozen(painter: QPainter, scene: Scene) -> None:
    theme = scene.theme
    painter.fillRect(0, 0, FROZEN_WIDTH, HEADER_HEIGHT, QColor(theme.paper))
    painter.fillRect(FROZEN_WIDTH - 1, 0, 1, HEADER_HEIGHT, QColor(theme.control))
    x = MARK_WIDTH + 4.0
    write(painter, (x, _FOOT), "Responsibility", STRONG, theme.ink)
    x += width_of("Responsibility", STRONG) + 6
    said = next((each for each in scene.summaries if x + width_of(each, BODY) <= FROZEN_WIDTH - 8), "")
    write(painter, (x, _FOOT), said, BODY, theme.ink3)
