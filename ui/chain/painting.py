"""How the chain looks on screen: bands, cards, arrows and their words, each drawn from its plain shape."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from orgmodel.diagram.marks import SEVERITY_MARKS
from orgmodel.diagram.shapes import Band, Card, ChainDiagram, NobodyCard
from ui import icons
from ui.chain.words import LARGE, NAME, SMALL, STRONG, Runs, carried, cover, nobody_lines, people
from ui.marks import draw_hatch, draw_kind, draw_mark
from ui.texts import Style, cut, two_lines, width_of, write
from ui.theme import Theme
from ui.translation import plural, tr

PIXELS_A_ROW: Final = 7.4
"""The longest that a row is on a load bar; with many rows it is shorter, the same for every card."""

HANDLE: Final = 7.0
FAR: Final = 0.6
"""Seen from further away than this share, a card shows its shape and its name in large letters, and no more."""

_LEFT: Final = 12


Words = tuple[Style, str]
"""A style and an ink."""


def ground(theme: Theme, place: int) -> QColor:
    """The colour behind a band, counted from the top: every other is a shade towards the chrome."""
    if place % 2:
        return QColor(theme.paper)
    paper, chrome = QColor(theme.paper), QColor(theme.chrome)
    return QColor(
        (paper.red() + chrome.red()) // 2, (paper.green() + chrome.green()) // 2, (paper.blue() + chrome.blue()) // 2
    )


def paint_bands(painter: QPainter, diagram: ChainDiagram, theme: Theme, area: QRectF) -> None:
    """Every band over the width of what is seen; the last one down to its end."""
    painter.fillRect(area, QColor(theme.paper))
    for place, band in enumerate(diagram.bands):
        height = max(band.height, area.bottom() - band.y) if band is diagram.bands[-1] else band.height
        strip = QRectF(area.left(), band.y, area.width(), height)
        if not strip.intersects(area):
            continue
        painter.fillRect(strip, ground(theme, place))
        if band is not diagram.bands[-1]:
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QLineF(area.left(), band.bottom - 0.5, area.right(), band.bottom - 0.5))
        _band_words(painter, band, theme)


def _band_words(painter: QPainter, band: Band, theme: Theme) -> None:
    y = band.y + 24.0
    for line in two_lines(band.title, NAME, 148):
        write(painter, (16, y), line, NAME, theme.ink)
        y += 18
    y += 1
    if band.remark:
        for line in two_lines(band.remark, SMALL, 148):
            write(painter, (16, y), line, SMALL, theme.ink2)
            y += 16
        y += 8
    if band.layer or band.rows:
        write(painter, (16, y), plural(band.rows, "1 row", "{count} rows"), SMALL, theme.ink2)


def paint_card(painter: QPainter, card: Card, most: int, theme: Theme, *, second_line: str = "") -> None:
    """A card with its corner at the origin; `second_line` says what a drop would do while it is dragged."""
    width, height = card.rect.width, card.rect.height
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    border = QPen(QColor(theme.control), 1)
    if card.ghost:
        border = QPen(QColor(theme.error), 1.5)
        border.setDashPattern([4, 3])
    painter.setPen(border)
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 6, 6)
    if card.shared:
        painter.setPen(QPen(QColor(theme.error), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0, 0, width, height).adjusted(-3.75, -3.75, 3.75, 3.75), 9, 9)
    if painter.worldTransform().m11() < FAR:
        _far_card(painter, card, theme)
        return
    _head(painter, card, theme)
    _people_line(painter, card, theme, second_line)
    _load_bar(painter, card, most, theme)
    _write_runs(painter, (_LEFT, 85), carried(card), theme)


def _head(painter: QPainter, card: Card, theme: Theme) -> None:
    draw_kind(painter, QRectF(_LEFT, 10, 24, 24), card.team.kind, theme)
    room = round(card.rect.width - 44 - _LEFT - (24 if card.severity else 0))
    lines = two_lines(card.team.name, NAME, room)
    middle = 22 if len(lines) == 1 else 15
    for place, line in enumerate(lines):
        write(painter, (44, middle + 16 * place), line, NAME, theme.ink)
    if card.severity:
        corner = QRectF(card.rect.width - _LEFT - 16, 14, 16, 16)
        draw_mark(painter, corner, SEVERITY_MARKS[card.severity], theme)


def _people_line(painter: QPainter, card: Card, theme: Theme, second_line: str) -> None:
    middle = 48.0
    if second_line:
        write(painter, (_LEFT, middle), second_line, STRONG, theme.accent)
        return
    if card.ghost:
        write(painter, (_LEFT, middle), tr("not defined"), STRONG, theme.error)
        return
    x = float(_LEFT)
    for text, ink in ((people(card), theme.ink2), ("·", theme.ink3)):
        write(painter, (x, middle), text, SMALL, ink)
        x += width_of(text, SMALL) + 6
    painter.drawPixmap(QPointF(x, middle - 6.5), icons.pixmap("phone", theme.ink2, 13, _ratio(painter)))
    room = round(card.rect.width - x - 17 - _LEFT)
    write(painter, (x + 17, middle), cut(cover(card), SMALL, room)[0], SMALL, theme.ink2)


def _load_bar(painter: QPainter, card: Card, most: int, theme: Theme) -> None:
    """A solid, R as a ring; one scale for all cards."""
    step = min(PIXELS_A_ROW, (card.rect.width - 2 * _LEFT - 2) / max(most, 1))
    colour = QColor(theme.kinds[card.team.kind])
    solid = round(card.answers * step)
    if solid:
        painter.fillRect(QRectF(_LEFT, 65, solid, 8), colour)
    if card.does:
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(QColor(theme.kind_tints[card.team.kind]))
        start = _LEFT + solid + (1.75 if solid else 0.75)
        painter.drawRect(QRectF(start, 65.75, max(1.5, card.does * step - 1.5), 6.5))


def _far_card(painter: QPainter, card: Card, theme: Theme) -> None:
    draw_kind(painter, QRectF(_LEFT, 12, 40, 40), card.team.kind, theme)
    lines = two_lines(card.team.name, LARGE, round(card.rect.width - 2 * _LEFT - 50))
    for place, line in enumerate(lines):
        write(painter, (_LEFT + 50, (34 if len(lines) == 1 else 28) + 31 * place), line, LARGE, theme.ink)
    if card.severity:
        place_of_mark = QRectF(card.rect.width - _LEFT - 26, card.rect.height - 36, 26, 26)
        draw_mark(painter, place_of_mark, SEVERITY_MARKS[card.severity], theme)


def paint_nobody(painter: QPainter, card: NobodyCard, named: int, theme: Theme) -> None:
    """`named` is the place of the row that the card names."""
    area = QRectF(0, 0, card.rect.width, card.rect.height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(area, 6, 6)
    draw_hatch(painter, area.adjusted(2, 2, -2, -2), theme)
    pen = QPen(QColor(theme.error), 1.5)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
    first, more = nobody_lines(card, named)
    room = round(area.width() - 28)
    lines = [*two_lines(first, STRONG, room)] if not more else [cut(first, STRONG, room)[0], more]
    middle = 19.0 if len(lines) == 1 else 15.0
    draw_mark(painter, QRectF(11, middle - 8, 16, 16), "error", theme)
    _on_pad(painter, (33, middle), tr("Nobody"), (NAME, theme.error), theme)
    for place, line in enumerate(lines):
        style = SMALL if more and place else STRONG
        _on_pad(painter, (14, middle + (27 if len(lines) == 1 else 22) + 19 * place), line, (style, theme.ink), theme)


def _on_pad(painter: QPainter, place: tuple[float, float], text: str, words: Words, theme: Theme) -> None:
    x, middle = place
    style, ink = words
    half = style[0] * 0.65
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(QRectF(x - 4, middle - half, width_of(text, style) + 8, 2 * half), 2, 2)
    write(painter, place, text, style, ink)


def paint_entry(painter: QPainter, width: float, height: float, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.ink), 2))
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(QRectF(1, 1, width - 2, height - 2), height / 2 - 1, height / 2 - 1)
    word = tr("Alert")
    wide = 18 + 6 + width_of(word, NAME)
    x = (width - wide) / 2
    draw_mark(painter, QRectF(x, height / 2 - 9, 18, 18), "siren", theme, theme.ink)
    write(painter, (x + 24, height / 2), word, NAME, theme.ink)


def paint_handle(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """Where an escalation is pulled out of a card."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.setBrush(QColor(theme.paper))
    painter.drawEllipse(centre, HANDLE - 1, HANDLE - 1)


def pin_at(width: float, height: float) -> QPointF:
    """Where the needle of a card's pin ends, with the card's corner at the origin."""
    return QPointF(width - 14, height - 5)


def paint_pin(painter: QPainter, point: QPointF, theme: Theme) -> None:
    """A pin whose needle ends at a point: somebody put the card here."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(theme.ink2), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(point, point - QPointF(0, 5)))
    painter.setBrush(QColor(theme.ink2))
    head = point - QPointF(0, 5)
    painter.drawPolygon(
        QPolygonF(
            [head + QPointF(x, y) for x, y in ((-4, 0), (4, 0), (2.2, -2.5), (2.2, -6), (-2.2, -6), (-2.2, -2.5))]
        )
    )


def paint_ring(painter: QPainter, rect: QRectF, theme: Theme, radius: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def _write_runs(painter: QPainter, place: tuple[float, float], runs: Runs, theme: Theme) -> None:
    x, middle = place
    for text, is_strong in runs:
        style, ink = (STRONG, theme.ink) if is_strong else (SMALL, theme.ink2)
        write(painter, (x, middle), text, style, ink)
        x += width_of(text, style)


def _ratio(painter: QPainter) -> float:
    """Device pixels for a pixel at 100 %: of the screen and of the zoom, in quarters so that few icons are made."""
    ratio = painter.device().devicePixelRatio() * max(1.0, painter.worldTransform().m11())
    return min(4.0, max(1.0, round(ratio * 4) / 4))
