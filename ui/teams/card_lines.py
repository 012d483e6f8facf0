"""The lower part of a card: its own layer row by row, the others folded to their letters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from orgmodel.diagram.board import Block, answered
from orgmodel.diagram.board_places import CardLine, CardPlace
from orgmodel.diagram.board_words import carried_words
from orgmodel.model import Letters, Responsibility
from orgmodel.verdicts import verdict_of
from ui.teams.pixmaps import LETTER_SIZE
from ui.teams.scene import Scene
from ui.teams.spots import Spot
from ui.texts import SMALL, SMALL_STRONG, Style, cut, width_of, write
from ui.translation import tr

INSET: Final = 12
NAME_X: Final = 46
_LETTER_STEP: Final = LETTER_SIZE[0] + 3
_DIMMED: Final = 0.2
_LEAST_BESIDE: Final = 28


def draw_lines(painter: QPainter, scene: Scene, place: CardPlace) -> None:
    mixed = {block.layer for block in place.card.blocks if _is_mixed(scene, block)}
    for number, line in enumerate(place.lines):
        box = QRectF(place.rect.x, place.rect.y + line.y, place.rect.width, line.height)
        if line.kind == "row":
            _draw_row(painter, scene, place, line, box, says_service=line.layer in mixed)
        elif line.kind in ("layer", "folded"):
            if number:
                painter.fillRect(QRectF(box.x() + 1, box.y() - 1, box.width() - 2, 1), QColor(scene.theme.line))
            _draw_layer(painter, scene, place, line, box)
        elif line.kind == "slot":
            _draw_slot(painter, scene, place, box)
        elif line.kind == "more":
            _draw_more(painter, scene, place, line, box)
        else:
            said, _ = cut(tr("No rows. Drop one here."), SMALL, round(box.width()) - 2 * INSET)
            write(painter, (box.x() + INSET, box.center().y()), said, SMALL, scene.theme.ink3)


def _is_mixed(scene: Scene, block: Block) -> bool:
    """Whether the rows of a layer are of several services."""
    return len({scene.state.row(place).service for place in block.places}) > 1


def _draw_row(
    painter: QPainter, scene: Scene, place: CardPlace, line: CardLine, box: QRectF, *, says_service: bool
) -> None:
    row, card = scene.state.row(line.place), place.card
    spot = Spot(place.team, "row", line.layer, row.id)
    if _is_old_place(scene, place, row):
        _draw_old_place(painter, scene, box)
        return
    if scene.hover == spot:
        painter.fillRect(box.adjusted(1, 0, -1, 0), QColor(scene.theme.hover))
    _draw_ground(painter, scene, place, box, row)
    painter.save()
    if scene.is_dimmed(card, line.place):
        painter.setOpacity(_DIMMED)
    letters = row.raci.get(card.team.id) or "R"
    shared = "A" in letters and verdict_of(scene.state.organization, row) == "several answer"
    y = box.y() + 4
    scene.pixmaps.letters(painter, QPointF(box.x() + INSET, y), letters, card.team.kind, shared=shared)
    mark = scene.marks.of_row(scene.state.organization, row)
    room = round(box.width()) - NAME_X - INSET - (20 if mark else 0)
    beside = scene.state.service_beside(row) if says_service else ""
    write_row(painter, scene, (row.name, beside), QRectF(box.x() + NAME_X, box.y(), room, box.height()))
    if mark:
        scene.pixmaps.mark(painter, box.right() - INSET - 14, box.center().y() - 7, mark, 14)
    painter.restore()
    _draw_ring(painter, scene, spot, box)


def write_row(painter: QPainter, scene: Scene, said: tuple[str, str], room: QRectF, style: Style = SMALL) -> None:
    """A row's name, and behind it its service where that is to be said and has room."""
    name, beside = said
    shown, width = cut(name, style, round(room.width()))
    write(painter, (room.x(), room.center().y()), shown, style, scene.theme.ink)
    left = round(room.width() - width) - 8
    if beside and left >= _LEAST_BESIDE:
        at = room.x() + width + 8, room.center().y()
        write(painter, at, cut(beside, SMALL, left)[0], SMALL, scene.theme.ink3)


def _draw_ground(painter: QPainter, scene: Scene, place: CardPlace, box: QRectF, row: Responsibility) -> None:
    theme = scene.theme
    inside = box.adjusted(1, 0, -1, 0)
    if scene.is_selected(place.card, row):
        painter.fillRect(inside, QColor(theme.accent_tint))
        painter.fillRect(QRectF(inside.x(), inside.y(), 3, inside.height()), QColor(theme.accent))
    elif scene.is_evidence(place.card, row):
        painter.fillRect(inside, QColor(theme.accent_tint))
        for dash in range(0, round(inside.height()) - 4, 6):
            painter.fillRect(QRectF(inside.x(), inside.y() + 1 + dash, 3, 4), QColor(theme.accent))


def _draw_layer(painter: QPainter, scene: Scene, place: CardPlace, line: CardLine, box: QRectF) -> None:
    """An open layer with its count, or a folded one with the letters of its rows."""
    theme, block = scene.theme, place.card.block_of(line.layer)
    if block is None:
        return
    is_open = line.kind == "layer"
    if scene.hover == Spot(place.team, "layer", line.layer):
        painter.fillRect(box.adjusted(1, 0, -1, 0), QColor(theme.hover))
    icon = "chevron-down" if is_open else "chevron-right"
    scene.pixmaps.icon(painter, box.x() + INSET, box.center().y() - 7, icon, theme.ink2, 14)
    room = round(box.width()) - 32 - INSET
    if is_open:
        count = f"{len(block.places):,}"
        title, width = cut(block.title, SMALL_STRONG, room - 40)
        write(painter, (box.x() + 32, box.center().y()), title, SMALL_STRONG, theme.ink)
        write(painter, (box.x() + 40 + width, box.center().y()), count, SMALL, theme.ink3)
    else:
        taken = _draw_folded(painter, scene, place, block, box)
        title, _ = cut(block.title, SMALL, room - taken - 8)
        write(painter, (box.x() + 32, box.center().y()), title, SMALL, theme.ink)
    _draw_ring(painter, scene, Spot(place.team, "layer", line.layer), box)


def _draw_folded(painter: QPainter, scene: Scene, place: CardPlace, block: Block, box: QRectF) -> int:
    """The letters of a folded layer, or how many of each there are where they would not fit; the room they take."""
    most = int((box.width() - 32 - INSET - 84) // _LETTER_STEP)
    right = box.right() - INSET
    if len(block.places) > most:
        answers = answered(scene.state.organization, place.card, block.places)
        said = carried_words(answers, len(block.places) - answers)
        write(painter, (right - width_of(said, SMALL_STRONG), box.center().y()), said, SMALL_STRONG, scene.theme.ink2)
        return round(width_of(said, SMALL_STRONG))
    x = right - len(block.places) * _LETTER_STEP + 3
    for row, letters in _strongest_last(scene, place, block):
        shared = "A" in letters and verdict_of(scene.state.organization, row) == "several answer"
        painter.save()
        if scene.is_dimmed(place.card, scene.state.place_of[row.id]):
            painter.setOpacity(_DIMMED)
        at = QPointF(x, box.center().y() - 9)
        scene.pixmaps.letters(painter, at, letters, place.card.team.kind, shared=shared)
        painter.restore()
        if scene.is_selected(place.card, row) or scene.is_evidence(place.card, row):
            painter.fillRect(QRectF(x, box.center().y() + 11, LETTER_SIZE[0], 2), QColor(scene.theme.accent))
        x += _LETTER_STEP
    return len(block.places) * _LETTER_STEP


def _strongest_last(scene: Scene, place: CardPlace, block: Block) -> list[tuple[Responsibility, Letters]]:
    rows = [scene.state.row(each) for each in block.places]
    return sorted(((row, row.raci[place.team]) for row in rows), key=lambda pair: "A" in pair[1])


def _draw_more(painter: QPainter, scene: Scene, place: CardPlace, line: CardLine, box: QRectF) -> None:
    block = place.card.block_of(line.layer)
    shown = sum(each.kind == "row" and each.layer == line.layer for each in place.lines)
    total = len(block.places) if block else 0
    said = tr("{count} more", count=f"{total - shown:,}") if shown < total else tr("Show fewer")
    write(painter, (box.x() + NAME_X, box.center().y()), said, SMALL, scene.theme.accent)
    _draw_ring(painter, scene, Spot(place.team, "more", line.layer), box)


def _draw_slot(painter: QPainter, scene: Scene, place: CardPlace, box: QRectF) -> None:
    """Where a row would land, dashed, with the letter it would have."""
    theme, carried = scene.theme, scene.carried
    inside = box.adjusted(8, 0.5, -8, -0.5)
    painter.setPen(_dashed(theme.accent))
    painter.setBrush(QColor(theme.accent_tint))
    painter.drawRoundedRect(inside, 3, 3)
    letter = QRectF(box.x() + INSET, box.y() + 4, *LETTER_SIZE)
    colour = theme.kinds[place.card.team.kind]
    painter.setPen(_dashed(colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(letter.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    letters = (carried.letters if carried else None) or ""
    x = letter.center().x() - width_of(letters, SMALL_STRONG) / 2
    write(painter, (x, letter.center().y()), letters, SMALL_STRONG, colour)
    write(painter, (box.x() + NAME_X, box.center().y()), tr("lands here"), SMALL, theme.ink2)


def _is_old_place(scene: Scene, place: CardPlace, row: Responsibility) -> bool:
    carried = scene.carried
    return carried is not None and carried.row == row.id and carried.home == place.team


def _draw_old_place(painter: QPainter, scene: Scene, box: QRectF) -> None:
    painter.setPen(_dashed(scene.theme.control))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(8.5, 1.5, -8.5, -1.5), 3, 3)


def _dashed(colour: str) -> QPen:
    pen = QPen(QColor(colour), 1)
    pen.setDashPattern([3, 3])
    return pen


def _draw_ring(painter: QPainter, scene: Scene, spot: Spot, box: QRectF) -> None:
    """The ring around what the keys are on: 2 px in the accent while they go here."""
    now = scene.spot
    is_here = now is not None and now.team == spot.team and now.part == spot.part
    if not is_here or now is None or (spot.row != now.row) or (spot.layer != now.layer and spot.row is None):
        return
    width = 2.0 if scene.has_focus else 1.0
    painter.setPen(QPen(QColor(scene.theme.accent if scene.has_focus else scene.theme.control), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(box.adjusted(2 + inset, inset, -2 - inset, -inset), 3, 3)
