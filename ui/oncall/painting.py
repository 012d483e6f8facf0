"""Drawing the week: days and rows, the label column and the header that stand still, and the moment line over all."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from orgmodel.diagram.week import Head
from orgmodel.diagram.week_blocks import minute_said
from orgmodel.diagram.week_lanes import Lane, lane_detail, lane_title
from orgmodel.model import DAYS, TeamKind, subject
from ui.marks import draw_kind
from ui.oncall.lane_painting import draw_lane
from ui.oncall.scene import Scene
from ui.texts import SMALL, SMALL_STRONG, STRONG, Style, cut, two_lines, width_of, write
from ui.translation import tr

TAG_ROOM: Final = 28
"""What the strip keeps below its last lane for the words of the moment line."""
_HOUR: Final[Style] = (11, "regular")
_NAME: Final[Style] = (13, "medium")
_TICKS: Final = (6, 12, 18)
_NARROW_NAME: Final[Style] = (12, "medium")
_ROOM_FOR_THREE: Final = 48
_GLYPH: Final = 24


def draw_week(painter: QPainter, scene: Scene) -> None:
    """Draw what the port shows, its upper left corner at 0, 0; in pixels at 100 %."""
    plan, port, label = scene.plan, scene.port, scene.plan.measures.label
    header = plan.measures.header
    rows = plan.rows_between(port.y + header, port.y + port.height)
    painter.fillRect(QRectF(0, 0, port.width, port.height), QColor(scene.theme.paper))
    painter.save()
    painter.setClipRect(QRectF(label, header, port.width - label, port.height - header), Qt.ClipOperation.IntersectClip)
    painter.translate(-port.x, -port.y)
    _draw_days(painter, scene)
    for row in rows:
        if isinstance(plan.rows[row], Lane):
            draw_lane(painter, scene, row)
    painter.restore()
    painter.save()
    painter.setClipRect(QRectF(0, header, port.width, port.height - header), Qt.ClipOperation.IntersectClip)
    painter.translate(0, -port.y)
    for row in rows:
        _draw_row(painter, scene, row)
    painter.restore()
    _draw_header(painter, scene)
    _draw_moment(painter, scene)


def _draw_days(painter: QPainter, scene: Scene) -> None:
    """Weekends on a ground of their own, and a line where each day begins."""
    plan, theme = scene.plan, scene.theme
    top, bottom = scene.port.y, min(scene.port.y + scene.port.height, plan.height)
    for day in range(8):
        left = plan.measures.label + day * plan.measures.day
        if day in (5, 6):
            painter.fillRect(QRectF(left, top, plan.measures.day, bottom - top), QColor(theme.chrome))
    for day in range(8):
        left = plan.measures.label + day * plan.measures.day
        painter.fillRect(QRectF(round(left), top, 1, bottom - top), QColor(theme.line2))


def _draw_row(painter: QPainter, scene: Scene, row: int) -> None:
    """The head of a step across the whole width; of a lane its label."""
    plan, theme = scene.plan, scene.theme
    held, rect = plan.rows[row], plan.row_rect(row)
    width = min(max(scene.port.width, plan.measures.label), plan.width - scene.port.x)
    if isinstance(held, Head):
        painter.fillRect(QRectF(0, rect.y, width, rect.height), QColor(theme.chrome))
        text = cut(held.said, STRONG, round(width) - 32)[0]
        write(painter, (16, rect.y + rect.height / 2), text, STRONG, theme.ink)
    else:
        _draw_label(painter, scene, row, held)
    painter.fillRect(QRectF(0, rect.bottom - 1, width, 1), QColor(theme.line))


def _draw_label(painter: QPainter, scene: Scene, row: int, lane: Lane) -> None:
    state, theme, rect = scene.state, scene.theme, scene.plan.row_rect(row)
    label = scene.plan.measures.label
    names = {subject("team", lane.team), *(rotation.subject for rotation in lane.rotations)}
    is_selected, is_in_hand = bool(names & set(scene.selection)), _is_in_hand(scene, lane)
    ground = theme.accent_tint if is_selected else theme.paper
    painter.fillRect(QRectF(0, rect.y, label, rect.height), QColor(ground))
    painter.fillRect(QRectF(label - 1, rect.y, 1, rect.height), QColor(theme.line2))
    if is_selected or lane.team in scene.evidence:
        painter.fillRect(QRectF(0, rect.y, 3, rect.height - 1), QColor(theme.accent))
    found = state.organization.team_by_id.get(lane.team)
    kind: TeamKind = found.kind if found else "other"
    middle, room = rect.y + rect.height / 2, round(label - 50 - 8)
    if lane.is_first:
        draw_kind(painter, QRectF(16, middle - _GLYPH / 2, _GLYPH, _GLYPH), kind, theme)
        _write_title(painter, scene, lane, (rect.height, middle, room))
    else:
        write(painter, (50, middle), cut(lane_detail(state.organization, lane), SMALL, room)[0], SMALL, theme.ink2)
    if is_in_hand and scene.has_focus and not scene.hand.is_window:
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, rect.y + 1, label - 3, rect.height - 3))


def _write_title(painter: QPainter, scene: Scene, lane: Lane, place: tuple[float, float, int]) -> None:
    """The name of the team, on two lines where it needs them, and below it what the lane has."""
    height, middle, room = place
    organization, theme = scene.state.organization, scene.theme
    title = lane_title(organization, lane)
    fits = width_of(title, _NAME) <= room
    style = _NAME if fits or height >= _ROOM_FOR_THREE else _NARROW_NAME
    names = two_lines(title, style, room)
    step = 16.5 if len(names) == 1 else 15 if height >= _ROOM_FOR_THREE else 12.5
    y = middle - step * len(names) / 2
    for name in names:
        write(painter, (50, y), name, style, theme.ink)
        y += step
    write(painter, (50, y), cut(lane_detail(organization, lane), SMALL, room)[0], SMALL, theme.ink2)


def _is_in_hand(scene: Scene, lane: Lane) -> bool:
    return (scene.hand.team, scene.hand.level) == (lane.team, lane.level)


def _draw_header(painter: QPainter, scene: Scene) -> None:
    plan, theme, port = scene.plan, scene.theme, scene.port
    height, label = plan.measures.header, plan.measures.label
    painter.fillRect(QRectF(0, 0, port.width, height), QColor(theme.paper))
    painter.save()
    painter.setClipRect(QRectF(label, 0, port.width - label, height), Qt.ClipOperation.IntersectClip)
    painter.translate(-port.x, 0)
    for day in range(7):
        _draw_day_head(painter, scene, day)
    painter.restore()
    painter.fillRect(QRectF(0, height - 1, port.width, 1), QColor(theme.control))


def _draw_day_head(painter: QPainter, scene: Scene, day: int) -> None:
    """The day, its hours, and how many they are where clocks are changed."""
    plan, theme, axis = scene.plan, scene.theme, scene.plan.axis
    height, left = plan.measures.header, plan.measures.label + day * plan.measures.day
    if day in (5, 6):
        painter.fillRect(QRectF(left, 0, plan.measures.day, height), QColor(theme.chrome))
    painter.fillRect(QRectF(round(left), 0, 1, height), QColor(theme.line2))
    on = axis.date_of(day)
    name = f"{DAYS[day]} {on.day}"
    is_today = on == scene.state.today
    write(painter, (left + 8, 16), name, STRONG, theme.accent if is_today else theme.ink)
    said = tr("today") if is_today else ""
    if axis.hours_of(day) != 24:
        said = tr("{hours:g} h, clocks change", hours=axis.hours_of(day))
    if said:
        x = left + 8 + width_of(name, STRONG) + 6
        colour = theme.accent if is_today and axis.hours_of(day) == 24 else theme.warning
        room = left + plan.measures.day - 4 - x
        shown = next((words for words in (said, said.partition(",")[0]) if width_of(words, _HOUR) <= room), "")
        write(painter, (x, 16), shown, _HOUR, colour)
    for hour in _TICKS:
        x = plan.x_of(axis.instant_of(day * 24 * 60 + hour * 60))
        write(painter, (x - width_of(str(hour), _HOUR) / 2, 35), str(hour), _HOUR, theme.ink3)
        painter.fillRect(QRectF(round(x), height - 5, 1, 4), QColor(theme.line2))


def _draw_moment(painter: QPainter, scene: Scene) -> None:
    """A line through all lanes, and below them the minute that it stands at."""
    plan, theme, port = scene.plan, scene.theme, scene.port
    x = plan.x_of(scene.state.instant) - port.x
    said = minute_said(plan.axis.clock_at(scene.state.instant))
    if x < plan.measures.label - 1 or x > port.width + 1:
        return
    header, bottom = plan.measures.header, min(plan.height - port.y, port.height)
    painter.fillRect(QRectF(x - 1, header - 2, 2, bottom - header + 2), QColor(theme.accent))
    width = width_of(said, SMALL_STRONG) + 14
    left = min(max(x - width / 2, plan.measures.label), max(port.width - width - 2, plan.measures.label))
    tag = QRectF(left, moment_handle(scene).y() - 10, width, 20)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(tag, 3, 3)
    write(painter, (tag.left() + 7, tag.center().y()), said, SMALL_STRONG, theme.on_accent)
    if scene.has_focus and scene.hand.team is None:
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tag.adjusted(-3, -3, 3, 3), 5, 5)


def moment_handle(scene: Scene) -> QPointF:
    """The middle of the words of the moment line: below the last lane, or in the header while that is out of sight."""
    plan, port = scene.plan, scene.port
    below = plan.height - port.y + 10
    is_seen = below + 12 <= port.height
    return QPointF(plan.x_of(scene.state.instant) - port.x, below if is_seen else plan.measures.header - 13)
