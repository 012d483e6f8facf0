"""What every lens offers the window, and which lenses there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

from PySide6.QtCore import QSizeF, SignalInstance
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QWidget

from orgmodel.model import Subject
from orgmodel.model.value import value
from ui.pane import PanePlace
from ui.theme import Theme


@value
class LensTable:
    """What a lens shows, as text: a head, and for each thing its subject and as many cells as the head has."""

    head: tuple[str, ...]
    rows: tuple[tuple[Subject, tuple[str, ...]], ...]


class Lens(Protocol):
    """A widget that shows and edits the session's document in one way; made with (session, theme)."""

    name: str
    key_hint: str
    """The keys that what is selected takes: `A R C I to set, Del to clear, Enter to open`."""

    repeated_head: float
    """So much of the top of what it draws stands on every sheet of paper: the names of the columns; 0 where none do."""

    column_edges: tuple[float, ...]
    """Where its columns end, in pixels at 100 %: what is too wide for a sheet of paper is cut there.

    What lies before the first of them stands on every sheet. Empty where there are no columns to cut between.
    """

    tools: QWidget
    """The strip over the lens."""

    opened: SignalInstance
    """What is selected is to be opened in the Inspector."""

    key_hint_changed: SignalInstance
    """Other keys may go on with what is in hand, though nothing else is selected."""

    def apply_theme(self, theme: Theme) -> None: ...

    def show_subject(self, subject: Subject) -> None:
        """Bring a thing into view and select it, whatever filter is on; nothing where this lens has no place for it."""

    def reveal(self, subjects: Iterable[Subject]) -> bool:
        """Bring the first of these that has a place here into view, and leave the selection; False where none has."""

    def actions(self) -> list[QAction]:
        """What the Edit menu offers for this lens; their shortcuts work in the lens only."""

    def find(self) -> None:
        """Put the keyboard into the field that finds as one types."""

    def zoom(self, step: int) -> None:
        """One step larger (1) or smaller (-1), or back to 100 % (0)."""

    def extent(self) -> QSizeF:
        """The size of all that the lens shows at 100 %, scrolled into view or not."""

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Paint all of that from the top left corner: for a picture, or for paper.

        Paper is painted sheet by sheet: what lies outside the painter's clip had better be left out.
        """

    def table(self) -> LensTable:
        """The same as text, for whoever does not see the canvas, and for a spreadsheet."""


LENSES: Final = (
    PanePlace("lens-matrix", "Matrix", "layout-grid", "ui.matrix", "MatrixLens"),
    PanePlace("lens-chain", "Chain", "waypoints", "ui.chain", "ChainLens"),
    PanePlace("lens-teams", "Teams", "users-round", "ui.teams", "TeamsLens"),
    PanePlace("lens-oncall", "On call", "calendar-clock", "ui.oncall", "OnCallLens"),
)
