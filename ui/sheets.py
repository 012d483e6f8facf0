"""A lens on paper: how it is cut into sheets, and how one of them is drawn."""

from __future__ import annotations

from math import ceil
from typing import Final, cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from orgmodel.model.value import value
from orgmodel.names_in_sentences import names_apart
from ui.lens import Lens
from ui.theme import LIGHT, font
from ui.translation import tr

HEAD_MM: Final = 9.0
FOOT_MM: Final = 7.0
_TYPE_MM: Final = 3.0
SQUEEZED: Final = 0.74
"""So much of the width of the paper at least is used by what is drawn smaller to be on one sheet."""
_STRIP: Final = 0.6
"""What is cut sideways is drawn at so much of its size on screen at least."""
SMALLEST: Final = 0.5
"""And it is drawn at half the size that it has on screen at least: smaller letters cannot be read on paper."""
_HARDLY: Final = 0.85
"""What is that small for its width already may become so much smaller for its height."""
_NOTHING: Final = 0.01
"""Pixels that are no reason for one more sheet: what was fitted to one is as high as it but for rounding."""
SMOOTH: Final = (
    QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing | QPainter.RenderHint.SmoothPixmapTransform
)
_SMALLER: Final = (0.94, 0.88, 0.82)
"""Shares of its size that are tried where less is cut through then, on a few sheets."""
_FEW: Final = 12
_ASIDE: Final = 8
"""So many pixels above what is drawn next it is cut, where there is as much room again above that."""
_GAUGE: Final = 600
"""Pixels across of the trial on which a quiet place to cut is looked for."""


@value
class Paper:
    """What can be printed on of one sheet, in dots, and how many of them make an inch."""

    width: float
    height: float
    dots_per_inch: float

    def dots(self, millimetres: float) -> float:
        return millimetres * self.dots_per_inch / 25.4

    @property
    def room(self) -> QRectF:
        """What is left for the lens between the head and the foot."""
        head, foot = self.dots(HEAD_MM), self.dots(FOOT_MM)
        return QRectF(0, head, self.width, max(1.0, self.height - head - foot))


@value
class Sheets:
    """A lens cut into slices, one a sheet; `scale` is dots of paper for a pixel at 100 %.

    So much of its top as `head` says stands on every sheet, over the slice, and so much of its left side as `side`
    says beside the slice. Where not `is_all`, there are more sheets than these.
    """

    scale: float
    head: float
    slices: tuple[QRectF, ...]
    side: float = 0.0
    is_all: bool = True

    @property
    def count(self) -> int | None:
        """How many sheets there are; None where nobody knows yet."""
        return len(self.slices) if self.is_all else None


def sheets_of(lens: Lens, paper: Paper, most: int | None = None) -> Sheets:
    """As wide as the paper, but never larger than on screen; cut where the least is drawn.

    What is a little more than one sheet is drawn a little smaller instead; what could not be read as wide as one
    sheet is cut between its columns, and printed across, then down. At `most` so many sheets are laid out.
    """
    extent, full_size = lens.extent(), paper.dots_per_inch / 96
    scale = min(paper.width / max(extent.width(), 1.0), full_size)
    if len(lens.column_edges) > 1 and scale < full_size * SMALLEST:
        return _in_strips(lens, paper, most)
    on_one = paper.room.height() / max(extent.height(), 1.0)
    if max(scale * SQUEEZED, min(full_size * SMALLEST, scale * _HARDLY)) <= on_one < scale:
        scale = on_one
    best, loudness = _cut(lens, paper, scale, most)
    for share in _SMALLER if 1 < len(best.slices) <= _FEW else ():
        if scale * share < full_size * SMALLEST:
            break
        other, its = _cut(lens, paper, scale * share, most)
        if 2 * its < loudness:
            best, loudness = other, its
    return best


def _in_strips(lens: Lens, paper: Paper, most: int | None) -> Sheets:
    """Cut both ways: the strips from left to right, each in as many sheets as all of it is high."""
    side, full_size = lens.column_edges[0], paper.dots_per_inch / 96
    strips = strips_of(lens.column_edges, paper.width / (full_size * _STRIP))
    scale = min(paper.width / max(right - left + side for left, right in strips), full_size)
    rows = -(-most // len(strips)) if most else None
    down, _ = _cut(lens, paper, scale, rows)
    slices = [
        QRectF(left, each.top(), right - left, each.height())
        for each in down.slices
        for left, right in ((0.0 if left == side else left, right) for left, right in strips)
    ]
    is_all = down.is_all and (most is None or len(slices) <= most)
    return Sheets(scale, down.head, tuple(slices[:most]), side, is_all)


def strips_of(edges: tuple[float, ...], widest: float) -> list[tuple[float, float]]:
    """What lies behind the first edge, cut at edges into as few strips as can be, hardly one narrower than another.

    Each has room beside what lies before the first edge, in the width of the widest; but a column is never cut.
    """
    side, end = edges[0], edges[-1]
    room = max(widest - side, 1.0)
    even = (end - side) / ceil((end - side) / room)
    strips: list[tuple[float, float]] = []
    left = side
    while left < end:
        ahead = [edge for edge in edges if edge > left]
        fitting = [edge for edge in ahead if edge - left <= room] or ahead[:1]
        right = next((edge for edge in fitting if edge - left >= even - _NOTHING), fitting[-1])
        strips.append((left, right))
        left = right
    return strips


def _cut(lens: Lens, paper: Paper, scale: float, most: int | None = None) -> tuple[Sheets, int]:
    """The sheets at a scale, and how much is cut through: changes along all the lines where it is cut."""
    extent, tallest, top = lens.extent(), paper.room.height() / scale, 0.0
    head = lens.repeated_head if lens.repeated_head < tallest / 2 else 0.0
    slices: list[QRectF] = []
    loudness = 0
    while top < extent.height() and (most is None or len(slices) < most):
        room, bottom = tallest - (head if slices else 0.0), extent.height()
        if bottom - top > room + _NOTHING:
            bottom, changes = quiet_cut(lens, extent, int(top + room * 0.8), int(top + room))
            if changes:
                higher, fewer = quiet_cut(lens, extent, int(top + room * 0.5), int(top + room * 0.8))
                bottom, changes = (higher, fewer) if 2 * fewer < changes else (bottom, changes)
            loudness += changes
        slices.append(QRectF(0, top, extent.width(), bottom - top))
        top = bottom
    is_all = top >= extent.height()
    while is_all and len(slices) > 1 and is_blank(lens, extent, slices[-1]):
        slices.pop()
    return Sheets(scale, head, tuple(slices), is_all=is_all), loudness


def quiet_cut(lens: Lens, extent: QSizeF, first: int, last: int) -> tuple[int, int]:
    """Below the line between two heights along which the drawing changes least, the lowest of such; and how often."""
    lines = _lines(lens, extent, first, last)
    at = quietest(lines)
    return first + at + 1, _changes(lines[at])


def is_blank(lens: Lens, extent: QSizeF, part: QRectF) -> bool:
    """Whether there is nothing but ground here."""
    return not any(map(_changes, _lines(lens, extent, int(part.top()), int(part.bottom()))))


def _lines(lens: Lens, extent: QSizeF, first: int, last: int) -> list[bytes]:
    """The drawing between two heights, in grey."""
    scale = min(1.0, _GAUGE / extent.width())
    image = QImage(max(1, int(extent.width() * scale)), max(1, last - first), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, 1.0)
    painter.translate(0, -first)
    painter.setClipRect(QRectF(0, first, extent.width(), last - first))
    lens.draw(painter, LIGHT)
    painter.end()
    return [bytes(cast("memoryview", image.constScanLine(y)))[: image.width()] for y in range(image.height())]


def quietest(lines: list[bytes]) -> int:
    """The line of a picture that changes least along itself; of several the last, but not close to what follows."""
    changes = [_changes(line) for line in lines]
    least = min(changes)
    last = max(place for place, count in enumerate(changes) if count == least)
    quiet = next((number for number in range(last + 1) if changes[last - number] != least), last + 1)
    return last - min(quiet // 2, _ASIDE)


def _changes(line: bytes) -> int:
    return sum(map(int.__ne__, line, line[1:]))


@value
class Sheet:
    """What stands on one sheet around the slice of the lens; `count` is None where nobody knows it yet."""

    title: str
    lens: str
    foot: str
    number: int
    count: int | None


def draw_sheet(painter: QPainter, paper: Paper, lens: Lens, sheets: Sheets, sheet: Sheet) -> None:
    """One sheet: the title, its slice of the lens, and which sheet of how many it is."""
    slice_, room = sheets.slices[sheet.number - 1], paper.room
    _draw_words(painter, paper, sheet)
    painter.save()
    painter.setRenderHints(SMOOTH)
    painter.translate(room.left(), room.top())
    painter.scale(sheets.scale, sheets.scale)
    side = sheets.side if slice_.left() > 0 else 0.0
    head = sheets.head if slice_.top() > 0 else 0.0
    for top, height in ((0.0, head), (slice_.top(), slice_.height())):
        if height:
            if side:
                _draw_part(painter, lens, QRectF(0, top, side, height), QPointF(0, 0))
            _draw_part(painter, lens, QRectF(slice_.left(), top, slice_.width(), height), QPointF(side, 0))
            painter.translate(0, height)
    painter.restore()


def _draw_part(painter: QPainter, lens: Lens, part: QRectF, at: QPointF) -> None:
    """A part of a lens, with its own top left corner at a point."""
    painter.save()
    painter.translate(at - part.topLeft())
    painter.setClipRect(part)
    lens.draw(painter, LIGHT)
    painter.restore()


def _draw_words(painter: QPainter, paper: Paper, sheet: Sheet) -> None:
    line = round(paper.dots(5))
    head = QRect(0, 0, round(paper.width), line)
    foot = QRect(0, round(paper.height) - line, round(paper.width), line)
    middle, left, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    painter.save()
    painter.setPen(QColor(LIGHT.ink))
    painter.setFont(font(round(paper.dots(_TYPE_MM * 1.2)), "semibold"))
    at_right = round(paper.width * 0.25)
    title = painter.fontMetrics().elidedText(
        names_apart(sheet.title), Qt.TextElideMode.ElideRight, head.width() - at_right
    )
    painter.drawText(head, middle | left, title)
    painter.setPen(QColor(LIGHT.ink2))
    painter.setFont(font(round(paper.dots(_TYPE_MM))))
    painter.drawText(head, middle | right, sheet.lens)
    file = painter.fontMetrics().elidedText(
        names_apart(sheet.foot), Qt.TextElideMode.ElideMiddle, foot.width() - at_right
    )
    painter.drawText(foot, middle | left, file)
    number = tr("Page {number} of {count}", number=sheet.number, count=sheet.count)
    number = number if sheet.count else tr("Page {number}", number=sheet.number)
    painter.drawText(foot, middle | right, number)
    painter.setPen(QPen(QColor(LIGHT.line2), paper.dots(0.18)))
    painter.drawLine(0, head.bottom(), head.right(), head.bottom())
    painter.restore()
