"""Cards on their way to new places, where somebody had them arranged: 200 ms, and none where less motion is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QPointF, QVariantAnimation

from ui.chain.items import CardItem
from ui.motion import duration

if TYPE_CHECKING:
    from ui.chain.view import ChainView

ARRANGE: Final = 200
"""Milliseconds."""


class CardMotion:
    """Cards stand at their new places at once; they are only drawn on the way there, and their lines dimmed."""

    def __init__(self, view: ChainView) -> None:
        self._view = view
        self._from: dict[str, QPointF] | None = None
        self._offsets: list[tuple[CardItem, QPointF]] = []
        self._animation = QVariantAnimation(view)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._show)
        self._animation.finished.connect(self._end)

    @property
    def is_moving(self) -> bool:
        return bool(self._offsets)

    def note(self) -> None:
        """The next places are gone to from where the cards stand now."""
        self._from = {subject: card.pos() for subject, card in self._view.canvas.cards.items()}

    def begin(self) -> None:
        """The cards have their new places."""
        before, self._from = self._from, None
        if before is None:
            return
        self.stop()
        seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        for subject, card in self._view.canvas.cards.items():
            offset = before.get(subject, card.pos()) - card.pos()
            if not offset.isNull() and (seen.intersects(card.rect) or seen.intersects(card.rect.translated(offset))):
                self._offsets.append((card, offset))
        if not self._offsets:
            return
        milliseconds = duration(ARRANGE)
        if not milliseconds:
            self._offsets.clear()
            return
        for card, offset in self._offsets:
            card.shift(offset)
            self._view.dim_lines_of(card.subject)
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def stop(self) -> None:
        """Every card where it stands."""
        self._animation.stop()
        for card, _ in self._offsets:
            card.shift(QPointF())
        self._offsets.clear()

    def _show(self, share: float) -> None:
        for card, offset in self._offsets:
            card.shift(offset * share)

    def _end(self) -> None:
        self.stop()
        self._view.show_looks()
