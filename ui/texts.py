"""Text that is painted: cut to its place with “…”, on its base line, remembered from one repaint to the next."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from orgmodel.names_in_sentences import cut_apart, names_apart
from ui.theme import Weight, font

Style = tuple[int, Weight]
"""Size in pixels and weight."""

BODY: Final[Style] = (13, "regular")
STRONG: Final[Style] = (13, "semibold")
SMALL: Final[Style] = (12, "regular")
SMALL_STRONG: Final[Style] = (12, "semibold")

_MOST_HELD: Final = 20_000
_cut: dict[tuple[str, Style, int], tuple[str, float]] = {}


@cache
def metrics(style: Style) -> QFontMetricsF:
    return QFontMetricsF(_font(style))


@cache
def _font(style: Style) -> QFont:
    return font(*style)


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=_MOST_HELD)
def width_of(text: str, style: Style) -> float:
    return metrics(style).horizontalAdvance(names_apart(text))


def cut(text: str, style: Style, width: int) -> tuple[str, float]:
    """The text, ending in “…” where it is wider than its place, and how wide that is."""
    key = (text, style, width)
    found = _cut.get(key)
    if found is None:
        if len(_cut) > _MOST_HELD:
            _cut.clear()
        whole = names_apart(text)
        shown = cut_apart(metrics(style).elidedText(whole, Qt.TextElideMode.ElideRight, width))
        found = _cut[key] = (shown, width_of(shown, style))
    return found


def write(painter: QPainter, place: tuple[float, float], text: str, style: Style, colour: str) -> None:
    """Write a line from a place: where it begins across, and the height on which its letters are centred."""
    x, middle = place
    measured = metrics(style)
    painter.setFont(_font(style))
    painter.setPen(_colour(colour))
    base = middle + (measured.ascent() - measured.descent()) / 2
    painter.drawText(QPointF(x, round(base)), names_apart(text))


def two_lines(text: str, style: Style, width: int) -> list[str]:
    """The text broken between words into at most two lines, each cut where it is too wide."""
    words, first = text.split(), ""
    while words:
        longer = f"{first} {words[0]}".strip()
        if first and width_of(longer, style) > width:
            break
        first = longer
        words.pop(0)
    lines = [first, " ".join(words)] if words else [first]
    return [cut(line, style, width)[0] for line in lines]
