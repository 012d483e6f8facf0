"""Bars that say before and after: an outline over a solid bar, one scale for all, a dashed frame for unknown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from orgmodel.model import TeamKind
from orgmodel.model.value import value
from orgmodel.sentences import short
from ui.marks import draw_kind, draw_mark
from ui.texts import BODY, STRONG, cut, width_of, write
from ui.theme import Theme

LINE: Final = 26
_GLYPH: Final = 16
_BAR: Final = 10
_NAME: Final = 172
_FIGURES: Final = 128
_SMALLEST: Final = 80


@value
class ChangeBar:
    """A team's figure before and after; None where it is unknown, or the team is not there."""

    name: str
    kind: TeamKind
    before: float | None
    after: float | None
    is_gone: bool = False
    is_new: bool = False

    @property
    def figures(self) -> tuple[str, str]:
        before = "new" if self.is_new else _figure(self.before)
        return before, "gone" if self.is_gone else _figure(self.after)

    @property
    def sentence(self) -> str:
        return f"{self.name}: {' → '.join(self.figures)}"


class BeforeAfterBars(QWidget):
    """A line for each team; its height follows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.bars: tuple[ChangeBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[ChangeBar, ...]) -> None:
        self.bars = bars
        self.setAccessibleName("; ".join(bar.sentence for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_GLYPH + 8 + _NAME + _SMALLEST + _FIGURES, max(1, len(self.bars)) * LINE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        known = (each for bar in self.bars for each in (bar.before, bar.after) if each is not None)
        most = max(known, default=0) or 1
        for place, bar in enumerate(self.bars):
            line = QRectF(0, place * LINE, self.width(), LINE)
            if line.intersects(QRectF(event.rect())):
                self._draw(painter, line, bar, most)

    def _draw(self, painter: QPainter, line: QRectF, bar: ChangeBar, most: float) -> None:
        theme, middle = self.theme, line.center().y()
        draw_kind(painter, QRectF(0, middle - _GLYPH / 2, _GLYPH, _GLYPH), bar.kind, theme)
        name = cut(bar.name, BODY, _NAME - 8)[0]
        write(painter, (_GLYPH + 8, middle), name, BODY, theme.ink)
        left = _GLYPH + 8 + _NAME
        room = QRectF(left, middle - _BAR / 2, line.width() - left - _FIGURES, _BAR)
        self._draw_bars(painter, room, bar, most)
        self._write_figures(painter, room.right() + 12, middle, bar)

    def _draw_bars(self, painter: QPainter, room: QRectF, bar: ChangeBar, most: float) -> None:
        theme = self.theme
        dashed = QPen(QColor(theme.control), 1)
        dashed.setDashPattern([3, 3])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if (bar.after is None and not bar.is_gone) or (bar.before is None and not bar.is_new):
            painter.setPen(dashed)
            painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        if bar.after is not None:
            solid = QRectF(room.left(), room.top(), room.width() * bar.after / most, _BAR)
            painter.fillRect(solid, QColor(theme.kinds[bar.kind]))
        if bar.before is not None:
            outline = QRectF(room.left(), room.top(), max(2.0, room.width() * bar.before / most), _BAR)
            painter.setPen(QPen(QColor(theme.ink), 1.5))
            painter.drawRect(outline.adjusted(0.75, -1.25, -0.75, 1.25))

    def _write_figures(self, painter: QPainter, left: float, middle: float, bar: ChangeBar) -> None:
        theme = self.theme
        before, after = bar.figures
        if before == after == "unknown":
            draw_mark(painter, QRectF(left, middle - 7, 14, 14), "not-assessed", theme)
            write(painter, (left + 20, middle), "unknown", BODY, theme.ink2)
            return
        write(painter, (left, middle), f"{before} → ", BODY, theme.ink2)
        write(painter, (left + width_of(f"{before} → ", BODY), middle), after, STRONG, theme.ink)


def _figure(amount: float | None) -> str:
    return "unknown" if amount is None else short(amount)
