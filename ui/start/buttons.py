"""The painted buttons of the start screen: actions, recent files and samples."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from orgmodel.model import TeamKind
from ui.icons import pixmap
from ui.ink_line import Words, draw_pieces
from ui.plain_text import as_tip
from ui.recents import found_pieces, short_path, spoken, when_words
from ui.settings import Recent
from ui.start.arrow_keys import ARROWS
from ui.start.samples import Lines, Sample
from ui.theme import Theme, font

_CHART_HEIGHT: Final = 52
_PITCHES: Final = (13, 10, 8, 6, 5)


class StartButton(QAbstractButton):
    """A button as wide as its column, with the states of the visual standard; each kind paints itself."""

    arrow_pressed = Signal(int)
    """A `Qt.Key` that leads to another button."""

    def __init__(self, theme: Theme, height: int, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()  # Qt presses buttons by Space alone
        elif event.key() in ARROWS:
            self.arrow_pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def painter(self) -> QPainter:
        """One with smooth edges, for `paintEvent`."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    def draw_ground(self, painter: QPainter) -> None:
        """Tint and ring where it has the keyboard, the hover ground under the pointer, else a hairline below."""
        area = QRectF(self.rect())
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.setBrush(QColor(self.theme.accent_tint))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
            return
        if self.underMouse():
            painter.fillRect(area, QColor(self.theme.hover))
        painter.fillRect(QRectF(0, area.height() - 1, area.width(), 1), QColor(self.theme.line))

    def write(self, painter: QPainter, place: QRect, words: Words, pixels: int) -> None:
        """One line of text, cut with “…” where it does not fit."""
        draw_pieces(painter, (words,), place, self.theme, pixels)


class ActionButton(StartButton):
    """An icon, what it does, what comes of it, and its key."""

    def __init__(self, theme: Theme, icon: str, title: str, remark: str, key: str) -> None:
        super().__init__(theme, 56, title)
        self._icon, self._title, self._remark, self._key = icon, title, remark, key.replace("+", " ")
        self.setAccessibleDescription(f"{remark} ({key})" if key else remark)

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(self.painter())

    def _draw(self, painter: QPainter) -> None:
        self.draw_ground(painter)
        tone = self.theme.accent if self.hasFocus() else self.theme.ink2
        painter.drawPixmap(12, 17, pixmap(self._icon, tone, 22, self.devicePixelRatioF()))
        room = self.width() - 52 - 12
        if self._key:
            room -= self._draw_key(painter) + 8
        self.write(painter, QRect(52, 8, room, 20), Words(self._title, "ink", "semibold"), 14)
        self.write(painter, QRect(52, 29, room, 16), Words(self._remark, "ink2"), 12)

    def _draw_key(self, painter: QPainter) -> int:
        width = QFontMetrics(font(11)).horizontalAdvance(self._key) + 10
        cap = QRectF(self.width() - 12 - width, 20, width, 16)
        painter.setPen(QPen(QColor(self.theme.line2), 1))
        painter.setBrush(QColor(self.theme.paper))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        self.write(painter, cap.toRect().adjusted(5, 0, 0, 0), Words(self._key, "ink3"), 11)
        return width


class RecentButton(StartButton):
    """A recent file: name over path, when, and what was found."""

    def __init__(self, theme: Theme, recent: Recent, now: datetime) -> None:
        is_there = recent.path.exists()
        super().__init__(theme, 44, spoken(recent, is_there=is_there))
        self._name, self._path = recent.name, short_path(recent.path)
        self._tone = "ink" if is_there else "ink2"
        self._when, self._found = when_words(recent.opened, now), found_pieces(recent, is_there=is_there)
        self.setToolTip(as_tip(f"{recent.name}\n{recent.path}"))

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(self.painter())

    def _draw(self, painter: QPainter) -> None:
        self.draw_ground(painter)
        counts, when = self.width() - 12 - 132, self.width() - 12 - 132 - 150
        if self.width() < 560:
            when = counts
        self.write(painter, QRect(12, 4, when - 20, 18), Words(self._name, self._tone, "semibold"), 13)
        self.write(painter, QRect(12, 23, when - 20, 16), Words(self._path, "ink2"), 12)
        if when != counts:
            self.write(painter, QRect(when, 0, 146, 44), Words(self._when, "ink2"), 12)
        draw_pieces(painter, self._found, QRect(counts, 0, 132, 44), self.theme)


class SampleButton(StartButton):
    """A sample: its unit chart, its name and what is in it; empty until it has been read."""

    def __init__(self, theme: Theme, file: str) -> None:
        super().__init__(theme, 126, file)
        self.file = file
        self.sample: Sample | None = None

    def show_sample(self, sample: Sample) -> None:
        self.sample = sample
        self.setAccessibleName(f"{sample.name}: {sample.summary}")
        self.setToolTip(as_tip(f"{sample.name}: {sample.summary}"))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        self._draw(self.painter())

    def _draw(self, painter: QPainter) -> None:
        focused = self.hasFocus()
        edge = 2 if focused else 1
        painter.setPen(QPen(QColor(self.theme.accent if focused else self.theme.line2), edge))
        ground = self.theme.accent_tint if focused else self.theme.hover if self.underMouse() else self.theme.paper
        painter.setBrush(QColor(ground))
        inset = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        if self.sample is None:
            return
        draw_units(painter, QPoint(16, 15), self.width() - 32, self.sample.lines, self.theme)
        self.write(painter, QRect(16, 79, self.width() - 32, 18), Words(self.sample.name, "ink", "semibold"), 13)
        self.write(painter, QRect(16, 97, self.width() - 32, 16), Words(self.sample.summary, "ink2"), 12)


def draw_units(painter: QPainter, origin: QPoint, width: int, lines: Lines, theme: Theme) -> None:
    """One square a row, a line for each layer, as large as the room allows; a gap is dashed and struck."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    pitch, wrapped = _fitted(lines, width)
    for y, line in enumerate(wrapped):
        for x, kind in enumerate(line):
            _draw_unit(
                painter, QRect(origin.x() + x * pitch, origin.y() + y * pitch, pitch - 2, pitch - 2), kind, theme
            )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _fitted(lines: Lines, width: int) -> tuple[int, Lines]:
    """The largest pitch at which every line, folded to the width, has room; the smallest where none has."""
    for pitch in _PITCHES:
        across = max(1, width // pitch)
        folded = tuple(line[start : start + across] for line in lines for start in range(0, len(line), across))
        if len(folded) * pitch <= _CHART_HEIGHT:
            return pitch, folded
    return _PITCHES[-1], folded[: _CHART_HEIGHT // _PITCHES[-1]]


def _draw_unit(painter: QPainter, place: QRect, kind: TeamKind | None, theme: Theme) -> None:
    if kind is not None:
        painter.fillRect(place, QColor(theme.kinds[kind]))
        return
    pen = QPen(QColor(theme.error), 1)
    pen.setDashPattern([2, 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(0, 0, -1, -1))
    painter.setPen(QPen(QColor(theme.error), 1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawLine(place.bottomLeft() + QPoint(2, -1), place.topRight() + QPoint(-1, 2))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
