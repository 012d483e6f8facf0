"""Where a chain is drawn: at once where that takes no longer than a frame, else beside the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from orgmodel.diagram.chain import ChainPlan, draw, has_same_lines
from orgmodel.diagram.shapes import ChainDiagram
from ui.background import Background

FEW_ESCALATIONS: Final = 16
"""So many are laid out and routed within a frame; the hundred of a department take fifteen."""


class Drawing(QObject):
    """The latest plan wins; one that is overtaken by an edit is not shown."""

    drawn = Signal(object, object)
    """A plan and its `ChainDiagram`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background("chain", draw, self, gives_way=True)
        self._background.done.connect(self._finish)
        self._wanted: ChainPlan | None = None
        self._last: ChainPlan | None = None

    @property
    def is_behind(self) -> bool:
        """Whether a diagram is still to come."""
        return self._wanted is not None

    def ask(self, plan: ChainPlan) -> None:
        self._wanted = plan
        if len(plan.ways) <= FEW_ESCALATIONS or (self._last is not None and has_same_lines(plan, self._last)):
            self._finish(plan, draw(plan))
        else:
            self._background.ask(plan)

    def _finish(self, plan: ChainPlan, diagram: ChainDiagram) -> None:
        wanted = self._wanted
        self._last = plan
        if wanted is None or plan.organization is not wanted.organization or plan.arrangement is not wanted.arrangement:
            return
        if plan is wanted:
            self._wanted = None
        self.drawn.emit(plan, diagram)
