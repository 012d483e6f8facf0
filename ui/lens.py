"""What every lens offers the window, and which lenses there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction

from orgmodel.model import Subject
from ui.pane import PanePlace
from ui.theme import Theme


class Lens(Protocol):
    """A widget that shows and edits the session's document in one way; made with (session, theme)."""

    name: str
    key_hint: str
    """The keys that what is selected takes: `A R C I to set, Del to clear, Enter to open`."""

    opened: SignalInstance
    """What is selected is to be opened in the Inspector."""

    def apply_theme(self, theme: Theme) -> None: ...

    def show_subject(self, subject: Subject) -> None:
        """Bring a thing into view and select it, whatever filter is on; nothing where this lens has no place for it."""

    def reveal(self, subjects: Iterable[Subject]) -> bool:
        """Bring the first of these that has a place here into view, and leave the selection; False where none has."""

    def actions(self) -> list[QAction]:
        """What the Edit menu offers for this lens; their shortcuts work in the lens only."""


LENSES: Final = (
    PanePlace("lens-matrix", "Matrix", "layout-grid", "ui.matrix", "MatrixLens"),
    PanePlace("lens-chain", "Chain", "waypoints", "ui.chain", "ChainLens"),
)
