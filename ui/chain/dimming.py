"""Things that lose their strength, and get it back within 120 ms, where something else comes into focus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QGraphicsItem

from ui.motion import duration

if TYPE_CHECKING:
    from ui.chain.view import ChainView

DIMMED: Final = 0.2
DIM: Final = 120
"""Milliseconds."""
MOST_FADING: Final = 160
"""More things than these are dimmed at once: drawing all of them at every step would hold up the keys."""


class DimmableItem(QGraphicsItem):
    """Has its strength at once, 1 or less, and may be drawn on the way there."""

    strength = 1.0

    def set_strength(self, strength: float) -> None:
        """Be drawn with it from now on."""
        self.strength = strength
        self.fade(strength)

    def fade(self, share: float) -> None:
        """Be drawn with so much of the full strength, until the next time."""
        self.setOpacity(share)


class Dimming:
    """Draws things on the way from the strength that they were seen with to the one that they have."""

    def __init__(self, view: ChainView) -> None:
        self._view = view
        self._from: dict[DimmableItem, float] = {}
        self._animation = QVariantAnimation(view)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._show)
        self._animation.finished.connect(self.settle)

    @property
    def is_moving(self) -> bool:
        return bool(self._from)

    def lead(self, wanted: Iterable[tuple[DimmableItem, float]]) -> None:
        """Give each thing its strength."""
        changing = [(item, strength) for item, strength in wanted if strength != item.strength]
        if not changing:
            return
        for item, strength in changing:
            item.strength = strength
        milliseconds = duration(DIM) if self._view.isVisible() else 0
        self._animation.stop()
        self._from = {item: item.opacity() for item in (*self._from, *(item for item, _ in changing))}
        if not milliseconds or len(self._from) > MOST_FADING:
            self.settle()
        else:
            self._animation.setDuration(milliseconds)
            self._animation.start()

    def settle(self) -> None:
        """Everything as strong as it is."""
        self._animation.stop()
        fading, self._from = self._from, {}
        for item in fading:
            item.fade(item.strength)

    def _show(self, share: float) -> None:
        for item, before in self._from.items():
            item.fade(before + (item.strength - before) * share)
