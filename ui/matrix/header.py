"""The head of the matrix, 76 high: what is listed, each team with its kind, people and name, and the other columns."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.matrix.cells import put
from ui.matrix.columns import FROZEN_WIDTH, MARK_WIDTH, Fact, TeamColumn
from ui.matrix.layout import HEADER_HEIGHT
from ui.matrix.scene import Scene
from ui.matrix.sentences import people
from ui.texts import BODY, SMALL, SMALL_STRONG, STRONG, two_lines, width_of, write
from ui.translation import marked, tr

SORT_SIGN_X: Final = FROZEN_WIDTH - 24
"""Where the sign begins that opens what the rows are sorted by."""
FACT_WORDS: Final[dict[Fact, str]] = {
    "area": marked("Area"),
    "paged": marked("Paged"),
    "runbook": marked("Runbook"),
    "state": marked("State"),
}
_FACT_ICONS: Final[dict[Fact, str]] = {"paged": "bell", "runbook": "book-open"}
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
    chosen = scene.chosen.blocks and columns.keys[place] in scene.chosen.columns
    if chosen or (place == scene.column and not scene.chosen.blocks) or team.team in scene.highlight.teams:
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
    if place == scene.column and scene.line is None and scene.has_focus:
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x + 2, 1, width - 2, HEADER_HEIGHT - 3))


def _draw_people(painter: QPainter, scene: Scene, team: TeamColumn, x: int, room: int) -> None:
    said = tr("missing") if team.missing else people(team.people)
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
    painter.fillRect(columns.facts_x - shift, 0, 1, HEADER_HEIGHT - 1, QColor(theme.line2))
    for fact, at in columns.fact_x.items():
        if fact in _FACT_ICONS:
            put(painter, scene.pixmaps.icon(_FACT_ICONS[fact], theme.ink2, 16), at - shift + 7, _FOOT - 8)
        else:
            inset = 13 if fact == "area" else 8
            write(painter, (at - shift + inset, _FOOT), tr(FACT_WORDS[fact]), STRONG, theme.ink)


def _draw_frozen(painter: QPainter, scene: Scene) -> None:
    theme = scene.theme
    painter.fillRect(0, 0, FROZEN_WIDTH, HEADER_HEIGHT, QColor(theme.paper))
    painter.fillRect(FROZEN_WIDTH - 1, 0, 1, HEADER_HEIGHT, QColor(theme.control))
    x = MARK_WIDTH + 4.0
    head = tr("Responsibility")
    write(painter, (x, _FOOT), head, STRONG, theme.ink)
    x += width_of(head, STRONG) + 6
    said = next((each for each in scene.summaries if x + width_of(each, BODY) <= SORT_SIGN_X - 4), "")
    write(painter, (x, _FOOT), said, BODY, theme.ink3)
    colour = theme.ink2 if scene.state.shape.sort == "file" else theme.accent
    put(painter, scene.pixmaps.icon("arrow-down-up", colour, 14), SORT_SIGN_X, _FOOT - 7)
