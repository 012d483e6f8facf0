"""The tray as it is drawn: three lists, and at its foot what a drop here does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from orgmodel.model import Responsibility
from orgmodel.sentences import counted
from orgmodel.verdicts import owners_of
from ui import marks
from ui.teams.card_lines import write_row
from ui.teams.scene import Scene
from ui.teams.spots import Section, TraySpot
from ui.teams.tray_rows import FOOT, SECTIONS, TITLES, TRAY_WIDTH, TrayLine
from ui.texts import BODY, SMALL, SMALL_STRONG, STRONG, Style, cut, two_lines, width_of, write
from ui.translation import tr

_LEAD: Style = (17, "semibold")
_MARKS: dict[Section, str] = {"nobody": "nobody", "several": "two-owners", "open": "open"}
_INSET = 12
_TEXT_X = 36
_DIMMED = 0.2
OWNERS_ROOM = TRAY_WIDTH - 12 - _TEXT_X - _INSET
"""Beside a scroll bar."""


def owner_lines(words: str) -> int:
    """How many lines the names of owners take."""
    return len(two_lines(words, SMALL, OWNERS_ROOM)) or 1


def draw_tray(painter: QPainter, scene: Scene, width: int, top: int, bottom: int) -> None:
    """Draw the lines between two heights; the painter stands at the corner of the tray's content."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in scene.state.tray.lines(top, bottom):
        box = QRectF(0, line.y, width, line.height)
        if line.is_head:
            _draw_head(painter, scene, line, box)
        elif line.place is None:
            _draw_none(painter, scene, box)
        else:
            place = scene.state.lists.places[line.section][line.place]
            _draw_row(painter, scene, line.section, place, box)


def draw_foot(painter: QPainter, scene: Scene, width: int, height: int) -> None:
    """What a drop does here; while something is over it, the whole tray is framed."""
    theme, top = scene.theme, height - FOOT
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(0, top, width, FOOT, QColor(theme.chrome))
    painter.fillRect(0, top, width, 1, QColor(theme.line))
    said, _ = cut(tr("Drop a row here and nobody has it."), SMALL, width - 2 * _INSET)
    write(painter, (_INSET, top + FOOT / 2), said, SMALL, theme.ink2)
    painter.fillRect(width - 1, 0, 1, height, QColor(theme.line))
    carried = scene.carried
    if carried and carried.on_nobody:
        painter.setPen(QPen(QColor(theme.accent if carried.is_allowed else theme.control), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, 1, width - 2, height - 2))


def _draw_head(painter: QPainter, scene: Scene, line: TrayLine, box: QRectF) -> None:
    theme, section = scene.theme, line.section
    is_first = section == SECTIONS[0]
    if not is_first:
        painter.fillRect(QRectF(0, box.y(), box.width(), 1), QColor(theme.line))
    middle = box.y() + (22 if is_first else 21)
    size = 18 if is_first else 16
    scene.pixmaps.mark(painter, _INSET, middle - size / 2, _MARKS[section], size)
    style = _LEAD if is_first else STRONG
    title, width = cut(tr(TITLES[section]), style, round(box.width()) - 120)
    write(painter, (_TEXT_X + (2 if is_first else 0), middle), title, style, theme.ink)
    count = counted(len(scene.state.lists.places[section]), "row")
    write(painter, (_TEXT_X + width + 10, middle + (1 if is_first else 0)), count, BODY, theme.ink2)
    icon = "chevron-right" if section in scene.state.folded_lists else "chevron-down"
    scene.pixmaps.icon(painter, box.right() - _INSET - 14, middle - 7, icon, theme.ink2, 14)
    if is_first and section not in scene.state.folded_lists:
        hint, _ = cut(tr("Drag a row to the team that answers for it."), SMALL, round(box.width()) - 2 * _INSET)
        write(painter, (_INSET, box.y() + 44), hint, SMALL, theme.ink2)
    if scene.carried and scene.carried.on_nobody and is_first and scene.carried.is_allowed:
        _draw_step(painter, scene, box, middle)
    _draw_ring(painter, scene, TraySpot(section), box.adjusted(0, 2, 0, -2))


def _draw_step(painter: QPainter, scene: Scene, box: QRectF, middle: float) -> None:
    """`1 → 2`: what a drop here adds."""
    count = len(scene.state.lists.places["nobody"])
    said = f"{count} → {count + 1}"
    x = box.right() - _INSET - 24 - width_of(said, SMALL_STRONG)
    write(painter, (x, middle), said, SMALL_STRONG, scene.theme.accent)


def _draw_none(painter: QPainter, scene: Scene, box: QRectF) -> None:
    """The hatched frame of an empty list: here is where a row would be that nobody has."""
    theme = scene.theme
    frame = box.adjusted(_INSET, 2, -_INSET, -4)
    marks.draw_hatch(painter, frame, theme)
    pen = QPen(QColor(theme.error_hatch), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 3, 3)
    said, width = cut(tr("Nobody: 0 rows."), SMALL_STRONG, round(frame.width()) - 24)
    pad = QRectF(frame.center().x() - width / 2 - 8, frame.center().y() - 11, width + 16, 22)
    painter.fillRect(pad, QColor(theme.chrome))
    write(painter, (pad.x() + 8, pad.center().y()), said, SMALL_STRONG, theme.ink)


def _draw_row(painter: QPainter, scene: Scene, section: Section, place: int, box: QRectF) -> None:
    theme, row = scene.theme, scene.state.row(place)
    carried = scene.carried
    if carried and carried.row == row.id and carried.section == section:
        frame = box.adjusted(_INSET, 2, -_INSET, -2)
        if section == "nobody":
            marks.draw_hatch(painter, frame, theme)
        pen = QPen(QColor(theme.control), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 3, 3)
        return
    is_selected = scene.selection[:1] == (row.subject,)
    if is_selected or row.id in scene.highlight.rows:
        painter.fillRect(box.adjusted(0, 0, -1, 0), QColor(theme.accent_tint))
    if is_selected:
        painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), QColor(theme.accent))
    found = scene.state.found
    painter.save()
    if found and place not in found.rows:
        painter.setOpacity(_DIMMED)
    _DRAWN[section](painter, scene, row, box)
    painter.restore()
    _draw_ring(painter, scene, TraySpot(section, row.id), box)


def _draw_gap(painter: QPainter, scene: Scene, row: Responsibility, box: QRectF) -> None:
    frame = QRectF(_INSET, box.y() + 4, 18, 18)
    marks.draw_hatch(painter, frame, scene.theme)
    _draw_name(painter, scene, row, box.center().y(), box)


def _draw_several(painter: QPainter, scene: Scene, row: Responsibility, box: QRectF) -> None:
    """The row in bold, and below it the teams that both answer for it."""
    scene.pixmaps.mark(painter, _INSET, box.y() + 6, "error", 14)
    room = QRectF(_TEXT_X, box.y() + 4, box.width() - _TEXT_X - _INSET, 18)
    write_row(painter, scene, (row.name, scene.state.service_beside(row)), room, SMALL_STRONG)
    owners = scene.state.owners_words(row)
    for number, line in enumerate(two_lines(owners, SMALL, OWNERS_ROOM)[: scene.state.tray.owner_lines]):
        write(painter, (_TEXT_X, box.y() + 30 + 16 * number), line, SMALL, scene.theme.ink2)


def _draw_open(painter: QPainter, scene: Scene, row: Responsibility, box: QRectF) -> None:
    """The row, with the kind of the team that has it by now."""
    owners = owners_of(scene.state.organization, row)
    team = scene.state.organization.team_by_id.get(owners[0]) if owners else None
    if team:
        scene.pixmaps.kind(painter, _INSET, box.center().y() - 9, team.kind, 18)
    else:
        scene.pixmaps.mark(painter, _INSET + 1, box.center().y() - 8, "nobody", 16)
    _draw_name(painter, scene, row, box.center().y(), box)


def _draw_name(painter: QPainter, scene: Scene, row: Responsibility, middle: float, box: QRectF) -> None:
    room = QRectF(_TEXT_X, middle - 9, box.width() - _TEXT_X - _INSET, 18)
    write_row(painter, scene, (row.name, scene.state.service_beside(row)), room)


_DRAWN = {"nobody": _draw_gap, "several": _draw_several, "open": _draw_open}


def _draw_ring(painter: QPainter, scene: Scene, spot: TraySpot, box: QRectF) -> None:
    if scene.tray_spot != spot or not scene.has_focus:
        return
    painter.setPen(QPen(QColor(scene.theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(3, 1, -4, -1), 3, 3)
