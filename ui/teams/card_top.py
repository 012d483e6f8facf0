"""The upper part of a card: whose it is, who they are and when they are on call; then the bars."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from orgmodel.diagram.board_places import BAR, BAR_COUNT, CardPlace
from orgmodel.diagram.board_words import limit_of, operations_of, people_of, per_head, sites_of
from orgmodel.diagram.cover import cover_of
from ui.teams.scene import Scene
from ui.texts import SMALL, SMALL_STRONG, Style, cut, two_lines, width_of, write
from ui.translation import tr

TITLE: Final[Style] = (15, "semibold")
TITLE_X: Final = 54
INSET: Final = 12
_ICON_TEXT: Final = 34
_MARK: Final = 16


def title_room(width: int) -> int:
    """How wide a team's name may be on a card of a width."""
    return width - TITLE_X - INSET


@lru_cache(maxsize=4096)
def title_lines(name: str, width: int) -> int:
    """One or two: how many lines a name takes."""
    return len(two_lines(name, TITLE, title_room(width))) or 1


def draw_head(painter: QPainter, scene: Scene, place: CardPlace) -> None:
    """Glyph, name, mission, people with their sites, cover; the worst finding about the team at the right."""
    theme, card, rect = scene.theme, place.card, place.rect
    team, width = card.team, round(rect.width)
    scene.pixmaps.kind(painter, rect.x + INSET, rect.y + 15, team.kind, 30)
    y = rect.y + 22
    for line in two_lines(team.name, TITLE, title_room(width)):
        write(painter, (rect.x + TITLE_X, y), line, TITLE, theme.ink)
        y += 20
    mark = scene.marks.of(team.subject)
    if mark:
        scene.pixmaps.mark(
            painter, rect.right - INSET - _MARK, rect.y + place.look.head_of(card, width) - 47, mark, _MARK
        )
    said = _mission(place)
    write(painter, (rect.x + TITLE_X, y - 1), cut(said, SMALL, width - TITLE_X - INSET)[0], SMALL, theme.ink2)
    _draw_people(painter, scene, place, y + 24)
    _draw_cover(painter, scene, place, y + 44)
    _rule(painter, scene, place, place.look.head_of(card, width))


def _mission(place: CardPlace) -> str:
    card = place.card
    if card.missing:
        return tr("rows name it, but it is not there")
    prefix = f"{card.team.status}: " if card.team.status != "active" else ""
    return prefix + (card.team.mission or tr("no mission written"))


def _draw_people(painter: QPainter, scene: Scene, place: CardPlace, middle: float) -> None:
    theme, team, rect = scene.theme, place.card.team, place.rect
    scene.pixmaps.icon(painter, rect.x + INSET + 1, middle - 7, "users-round", theme.ink2, 14)
    number, x = people_of(team), rect.x + _ICON_TEXT
    is_known = team.people is not None
    write(painter, (x, middle), number, SMALL_STRONG if is_known else SMALL, theme.ink if is_known else theme.ink2)
    x += width_of(number, SMALL_STRONG if is_known else SMALL)
    if not is_known:
        _dashes(painter, theme.ink3, rect.x + _ICON_TEXT, x, middle + 9)
    rest = sites_of(team)
    if rest:
        gap = " " if is_known else ", "
        beside = _MARK + 6 if scene.marks.of(team.subject) else 0
        said, _ = cut(f"{gap}{rest}", SMALL, round(rect.right - INSET - beside - x))
        write(painter, (x, middle), said, SMALL, theme.ink2)


def _draw_cover(painter: QPainter, scene: Scene, place: CardPlace, middle: float) -> None:
    theme, rect = scene.theme, place.rect
    scene.pixmaps.icon(painter, rect.x + INSET + 1, middle - 7, "phone", theme.ink2, 14)
    cover = cover_of(scene.state.organization, place.card.team, scene.state.today)
    said, width = cut(cover or tr("on call unknown"), SMALL, round(rect.width) - _ICON_TEXT - INSET)
    write(painter, (rect.x + _ICON_TEXT, middle), said, SMALL, theme.ink2)
    if cover is None or "unknown" in cover:
        _dashes(painter, theme.ink3, rect.x + _ICON_TEXT, rect.x + _ICON_TEXT + width, middle + 9)


def draw_bars(painter: QPainter, scene: Scene, place: CardPlace) -> None:
    """What is carried, on one scale for all cards; operations and toil in percent, with the limit."""
    look, width = place.look, round(place.rect.width)
    if not BAR_COUNT[look.bars]:
        return
    top = place.rect.y + look.bars_top(place.card, width)
    if look.bars in ("both", "rows"):
        _draw_carried(painter, scene, place, top)
        top += BAR
    if look.bars in ("both", "operations"):
        _draw_operations(painter, scene, place, top)
    _rule(painter, scene, place, look.lines_top(place.card, width))


def _draw_carried(painter: QPainter, scene: Scene, place: CardPlace, top: float) -> None:
    theme, card, rect = scene.theme, place.card, place.rect
    write(painter, (rect.x + INSET, top + 18), tr("Carries"), SMALL, theme.ink2)
    _draw_sum(painter, scene, place, top + 18)
    left, room = rect.x + INSET, rect.width - 2 * INSET
    painter.fillRect(QRectF(left, top + 35.5, room, 1), QColor(theme.line))
    scale = room / max(scene.state.most, 1)
    colour = QColor(theme.kinds[card.team.kind])
    solid = card.answers * scale
    if solid:
        painter.fillRect(QRectF(left, top + 31, solid, 10), colour)
    if card.does:
        ring = QRectF(left + solid + (1.5 if solid else 0), top + 31, max(3.0, card.does * scale - 1.5), 10)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(QColor(theme.kind_tints[card.team.kind]))
        painter.drawRect(ring.adjusted(0.75, 0.75, -0.75, -0.75))


def _draw_sum(painter: QPainter, scene: Scene, place: CardPlace, middle: float) -> None:
    """`11 A + 3 R, 1.6 a head`, right-aligned; `12 → 13` for the letter that something in hand would add."""
    parts = _sum_parts(scene, place)
    room = place.rect.width - 2 * INSET - width_of(tr("Carries"), SMALL) - 8
    if sum(width_of(text, style) for text, style, _ in parts) > room:
        parts.pop()
    x = place.rect.right - INSET - sum(width_of(text, style) for text, style, _ in parts)
    for text, style, colour in parts:
        write(painter, (x, middle), text, style, colour)
        x += width_of(text, style)


def _sum_parts(scene: Scene, place: CardPlace) -> list[tuple[str, Style, str]]:
    """Text, style and colour of each piece of the sum; the last one says how much it is a head."""
    theme, card, more = scene.theme, place.card, _more(scene, place)
    parts: list[tuple[str, Style, str]] = []
    for letter, count in (("A", card.answers), ("R", card.does)):
        if not count and letter != more:
            continue
        if parts:
            parts.append((" + ", SMALL_STRONG, theme.ink))
        if letter == more:
            parts += [(f"{count} → {count + 1}", SMALL_STRONG, theme.accent), (f" {letter}", SMALL_STRONG, theme.ink)]
        else:
            parts.append((f"{count:,} {letter}", SMALL_STRONG, theme.ink))
    head = per_head(card)
    return [*(parts or [(tr("nothing"), SMALL, theme.ink2)]), (f", {head}" if head else "", SMALL, theme.ink2)]


def _more(scene: Scene, place: CardPlace) -> str | None:
    """A or R where a drop would add one here; nothing where the team has that already."""
    carried = scene.carried
    if carried is None or carried.row is None or carried.target != place.team or not carried.letters:
        return None
    row = scene.state.organization.row_by_id.get(carried.row)
    now = row.raci.get(place.team) if row else None
    if "A" in carried.letters:
        return None if now in ("A", "AR") else "A"
    return None if now in ("A", "AR", "R") else "R"


def _draw_operations(painter: QPainter, scene: Scene, place: CardPlace, top: float) -> None:
    theme, team, rect = scene.theme, place.card.team, place.rect
    write(painter, (rect.x + INSET, top + 18), tr("Operations"), SMALL, theme.ink2)
    left, room = rect.x + INSET, rect.width - 2 * INSET
    limit = limit_of(scene.state.organization.settings, team)
    said = operations_of(team, limit)
    if said is None or team.workload is None or team.workload.operations is None:
        words = tr("unknown, not assessed")
        x = rect.right - INSET - width_of(words, SMALL)
        write(painter, (x, top + 18), words, SMALL, theme.ink2)
        scene.pixmaps.mark(painter, x - 20, top + 11, "not-assessed", 14)
        pen = QPen(QColor(theme.control), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left + 0.5, top + 31.5, room - 1, 9))
        return
    bold, rest = said
    is_over = limit is not None and team.workload.operations > limit
    rest, rest_width = cut(rest, SMALL, round(room) - 78 - round(width_of(bold, SMALL_STRONG)))
    x = rect.right - INSET - rest_width - width_of(bold, SMALL_STRONG)
    write(painter, (x, top + 18), bold, SMALL_STRONG, theme.error if is_over else theme.ink)
    write(painter, (x + width_of(bold, SMALL_STRONG), top + 18), rest, SMALL, theme.ink2)
    _draw_percents(painter, scene, QRectF(left, top + 31, room, 10), team.workload.operations, team.workload.toil)
    if limit is not None:
        tick = left + room * min(limit, 100) / 100
        painter.fillRect(QRectF(tick - 1, top + 30, 2, 14), QColor(theme.ink))
        painter.fillRect(QRectF(tick - 4, top + 29, 8, 2), QColor(theme.ink))


def _draw_percents(painter: QPainter, scene: Scene, bar: QRectF, operations: float, toil: float | None) -> None:
    """Operations in ink2 and the toil within it in ink, of 100 % of the team's time."""
    theme = scene.theme
    painter.fillRect(QRectF(bar.x(), bar.y() + 4.5, bar.width(), 1), QColor(theme.line))
    share = bar.width() / 100
    painter.fillRect(QRectF(bar.x(), bar.y(), min(100.0, operations) * share, bar.height()), QColor(theme.ink2))
    if toil:
        painter.fillRect(QRectF(bar.x(), bar.y(), min(toil, operations, 100) * share, bar.height()), QColor(theme.ink))


def _rule(painter: QPainter, scene: Scene, place: CardPlace, y: float) -> None:
    painter.fillRect(QRectF(place.rect.x + 1, place.rect.y + y, place.rect.width - 2, 1), QColor(scene.theme.line))


def _dashes(painter: QPainter, colour: str, left: float, right: float, y: float) -> None:
    """A dashed line under a word that says *unknown*."""
    pen = QPen(QColor(colour), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawLine(QLineF(left, y, right, y))
