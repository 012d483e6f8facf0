"""The board as it is drawn: brackets, and the cards that are in sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from orgmodel.diagram.board_places import Bracket, CardPlace
from orgmodel.diagram.shapes import Rect
from ui.teams.card_lines import draw_lines
from ui.teams.card_top import draw_bars, draw_head
from ui.teams.scene import Scene
from ui.teams.spots import NEW_TEAM, Spot
from ui.texts import SMALL, SMALL_STRONG, cut, width_of, write
from ui.theme import Theme
from ui.translation import tr

DIMMED = 0.2


def draw_board(painter: QPainter, scene: Scene, area: Rect, *, with_new: bool = True) -> None:
    """Draw what an area of the board shows; the painter stands at the board's corner, at 100 %."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    layout = scene.state.layout
    for bracket in layout.brackets:
        if bracket.rect.overlaps(area):
            _draw_bracket(painter, scene, bracket)
    if with_new and layout.new_team.overlaps(area):
        _draw_new(painter, scene)
    above: CardPlace | None = None
    for place in layout.within(area):
        if scene.carried and scene.carried.target == place.team and scene.carried.is_allowed:
            above = place
        else:
            draw_card(painter, scene, place)
    if above is not None:
        _draw_target(painter, scene, above)


def draw_card(painter: QPainter, scene: Scene, place: CardPlace) -> None:
    theme, rect = scene.theme, QRectF(*place.rect)
    is_old_place = scene.carried is not None and scene.carried.card == place.team
    painter.save()
    if is_old_place:
        _stroke(painter, rect, theme.control, 1, dashes=(4, 3))
        painter.setOpacity(DIMMED)
    elif scene.is_dimmed(place.card):
        painter.setOpacity(DIMMED)
    ground = theme.paper
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(rect, 6, 6)
    _draw_inside(painter, scene, place)
    _draw_outline(painter, scene, place)
    painter.restore()


def _draw_target(painter: QPainter, scene: Scene, place: CardPlace) -> None:
    """The card that a drop would reach: an accent border, a tinted head, and the slot where it lands."""
    carried = scene.carried
    shown = place.with_slot(carried.slot) if carried and carried.slot else place
    rect = QRectF(*shown.rect)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scene.theme.paper))
    painter.drawRoundedRect(rect, 6, 6)
    _tint_head(painter, scene, shown)
    _draw_inside(painter, scene, shown)
    _stroke(painter, rect, scene.theme.accent, 2)
    painter.restore()


def _draw_inside(painter: QPainter, scene: Scene, place: CardPlace) -> None:
    if (scene.is_selected(place.card) and not (scene.carried and scene.carried.target)) or scene.is_evidence(
        place.card
    ):
        _tint_head(painter, scene, place)
    draw_head(painter, scene, place)
    draw_bars(painter, scene, place)
    draw_lines(painter, scene, place)


def _tint_head(painter: QPainter, scene: Scene, place: CardPlace) -> None:
    rect = place.rect
    head = place.look.head_of(place.card, round(rect.width))
    path = QPainterPath()
    path.addRoundedRect(QRectF(*rect), 6, 6)
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(rect.x, rect.y, rect.width, head), QColor(scene.theme.accent_tint))
    painter.restore()


def _draw_outline(painter: QPainter, scene: Scene, place: CardPlace) -> None:
    theme, rect, card = scene.theme, QRectF(*place.rect), place.card
    is_selected = scene.is_selected(card)
    is_under_keys = scene.has_focus and scene.spot == Spot(place.team)
    if scene.carried and scene.carried.target == place.team:
        _stroke(painter, rect, theme.control, 2)
    elif is_selected:
        _stroke(painter, rect, theme.accent, 2 if scene.has_focus else 1.5)
        bar = QRectF(rect.x(), rect.y() + 6, 3, place.look.head_of(card, round(rect.width())) - 6)
        painter.fillRect(bar, QColor(theme.accent))
    elif is_under_keys:
        _stroke(painter, rect, theme.accent, 2)
    elif scene.is_evidence(card):
        _stroke(painter, rect, theme.accent, 1.5, dashes=(4, 3))
    elif card.missing:
        _stroke(painter, rect, theme.control, 1, dashes=(3, 3))
    else:
        _stroke(painter, rect, theme.line2, 1)


def _stroke(
    painter: QPainter, rect: QRectF, colour: str, width: float, dashes: tuple[float, ...] | None = None
) -> None:
    pen = QPen(QColor(colour), width)
    if dashes:
        pen.setDashPattern([dash / width for dash in dashes])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 6, 6)


def _draw_bracket(painter: QPainter, scene: Scene, bracket: Bracket) -> None:
    """A line over the cards of a group with its words in it; further lines of the group say so."""
    theme, group = scene.theme, scene.state.layout.groups[bracket.group]
    is_target = scene.carried is not None and scene.carried.group == group.key and scene.carried.is_allowed
    colour, width = (theme.accent, 2.0) if is_target else (theme.control, 1.0)
    x, y, right, foot = bracket.rect.x + 0.5, bracket.rect.y + 14.5, bracket.rect.right - 0.5, bracket.rect.bottom - 1
    line = QPainterPath(QPointF(x, foot))
    line.lineTo(x, y + 4)
    line.quadTo(x, y, x + 4, y)
    line.lineTo(right - 4, y)
    line.quadTo(right, y, right, y + 4)
    line.lineTo(right, foot)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), width))
    painter.drawPath(line)
    room = round(bracket.rect.width) - 40
    title, title_width = cut(group.title, SMALL_STRONG, room)
    said = group.said if bracket.is_first else tr("continued")
    after, after_width = remark_within(said, room - round(title_width) - 5)
    middle = bracket.rect.y + 13.5
    painter.fillRect(QRectF(x + 11, y - 9, title_width + after_width + 17, 18), QColor(_ground(theme, is_target)))
    write(painter, (x + 17, middle), title, SMALL_STRONG, theme.ink)
    if after:
        write(painter, (x + 22 + title_width, middle), after, SMALL, theme.ink2)


def remark_within(said: str, room: float) -> tuple[str, float]:
    """As much of what is said after a title as is seen whole, and its width: what stands last is left out first."""
    parts = said.split(", ")
    while parts and width_of(", ".join(parts), SMALL) > room:
        parts.pop()
    text = ", ".join(parts)
    return (text, width_of(text, SMALL)) if text else ("", -5)


def _ground(theme: Theme, is_target: bool) -> str:  # noqa: FBT001 (a colour of two)
    return theme.accent_tint if is_target else theme.paper


def _draw_new(painter: QPainter, scene: Scene) -> None:
    theme, rect = scene.theme, QRectF(*scene.state.layout.new_team)
    is_current = scene.spot == NEW_TEAM and scene.has_focus
    _stroke(
        painter, rect, theme.accent if is_current else theme.control, 2 if is_current else 1,
        None if is_current else (4, 3),
    )  # fmt: skip
    text, width = cut(tr("New team"), SMALL, round(rect.width()) - 48)
    left = rect.center().x() - (width + 22) / 2
    scene.pixmaps.icon(painter, left, rect.center().y() - 8, "plus", theme.ink2, 16)
    write(painter, (left + 22, rect.center().y()), text, SMALL, theme.ink2)
