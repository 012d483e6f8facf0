"""Pushing the canvas about, and what every gesture on it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor

if TYPE_CHECKING:
    from orgmodel.model import Escalation
    from ui.chain.items import CardItem
    from ui.chain.view import ChainView


class Gesture(Protocol):
    """Begun by mouse or keyboard: it moves, and then it is finished or cancelled.

    Points are on the canvas, `at` in the viewport.
    """

    @property
    def ends(self) -> tuple[CardItem, ...]:
        """The card that a line is pulled out of, and the one that a drop would reach."""

    @property
    def away(self) -> Escalation | None:
        """The escalation of which one end is in hand."""

    @property
    def by_keys(self) -> bool:
        """Whether keys have begun it, and go on with it."""

    @property
    def key_hint(self) -> str:
        """What goes on with it and what ends it; empty where nobody has to be told."""

    def move(self, point: QPointF, at: QPoint) -> None: ...

    def finish(self, point: QPointF) -> None: ...

    def cancel(self) -> None:
        """Everything back to what it was."""


class Pan:
    """Push the canvas about."""

    ends: tuple[CardItem, ...] = ()
    away: Escalation | None = None
    by_keys = False
    key_hint = ""

    def __init__(self, view: ChainView, at: QPoint) -> None:
        self.view = view
        self.last = at
        self.cursor: QCursor = view.viewport().cursor()
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, point: QPointF, at: QPoint) -> None:
        del point
        step = at - self.last
        self.last = at
        for bar, by in ((self.view.horizontalScrollBar(), step.x()), (self.view.verticalScrollBar(), step.y())):
            bar.setValue(bar.value() - by)

    def finish(self, point: QPointF) -> None:
        del point
        self.cancel()

    def cancel(self) -> None:
        self.view.viewport().setCursor(self.cursor)
