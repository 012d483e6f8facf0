"""What every lens offers the window, and which lenses there are."""

from __future__ import annotations

from importlib import import_module
from typing import Final, Protocol, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from orgmodel.model import Subject
from orgmodel.model.value import value
from ui.session import Session
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
        """Bring a thing into view, whatever filter or focus is on; nothing where this lens has no place for it."""

    def actions(self) -> list[QAction]:
        """What the Edit menu offers for this lens; their shortcuts work in the lens only."""


@value
class LensPlace:
    """Where a lens stands in the lens bar, and the class that makes it; imported when it is first shown."""

    action: str
    name: str
    icon: str
    module: str
    maker: str

    def make(self, session: Session, theme: Theme) -> QWidget:
        return cast("QWidget", getattr(import_module(self.module), self.maker)(session, theme))


LENSES: Final = (
    LensPlace("lens-matrix", "Matrix", "layout-grid", "ui.matrix", "MatrixLens"),
    LensPlace("lens-chain", "Chain", "waypoints", "ui.chain", "ChainLens"),
)
