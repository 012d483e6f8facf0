"""The Chain lens: how a page travels, from the first alert to the fix."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orgmodel.model import Subject
from ui.chain.actions import ChainActions
from ui.chain.over_canvas import OverCanvas
from ui.chain.table import table_of
from ui.chain.tools import ChainTools
from ui.chain.view import ChainView
from ui.chain.zooming import STEP
from ui.lens import LensTable
from ui.session import Session
from ui.theme import Theme
from ui.translation import tr


class ChainLens(QWidget):
    """Teams as cards in the bands of their layers, escalations as arrows, findings where they are."""

    name = "Chain"
    repeated_head = 0.0
    column_edges = ()

    opened = Signal()
    """What is selected is to be opened in the Inspector."""
    key_hint_changed = Signal()
    """Other keys may go on with what is in hand."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.tools = ChainTools(theme, self)
        self.view = ChainView(session, theme, self)
        self.over = OverCanvas(self.view, theme)
        self._awaited: tuple[Subject, ...] = ()
        """What is to be brought into view when it is drawn, and selected where `_selects`."""
        self._selects = False
        self.acts = ChainActions(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect()
        self._show_shape()
        self._show_focus()

    @property
    def key_hint(self) -> str:
        """The keys that go on with the gesture in hand, else with the card or the escalation."""
        gesture = self.view.gesture
        return (gesture.key_hint if gesture else "") or tr(
            "Arrows move, Enter selects, E escalates from here, F2 types over it, Del removes, 0 fits"
        )

    def apply_theme(self, theme: Theme) -> None:
        for part in (self.tools, self.view, self.over):
            part.apply_theme(theme)

    def actions(self) -> list[QAction]:
        """Edits of what is selected, then how one looks at it; their shortcuts work in the chain only."""
        self.acts.refresh()
        return self.acts.every()

    def find(self) -> None:  # type: ignore[override]  # Qt's finds a window by its number
        """Put the keyboard into the field: what holds its words stands out, Enter goes to the first."""
        self.tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.field.selectAll()

    def zoom(self, step: int) -> None:
        if step:
            self.view.set_zoom(self.view.zoom * STEP**step)
        else:
            self.view.set_zoom(1.0)

    def extent(self) -> QSizeF:
        """Of all of the chain; where it was never drawn it is drawn now."""
        return self.view.picture().size

    def draw(self, painter: QPainter, theme: Theme) -> None:
        self.view.picture().draw(painter, theme)

    def table(self) -> LensTable:
        return table_of(self.view.plan())

    def show_everything(self) -> None:
        """Nothing selected, nothing looked for, nothing filtered out."""
        self.tools.field.clear()
        self.tools.clear_filters()
        self._session.select()
        self.view.show_looks()

    def show_subject(self, subject: Subject) -> None:
        """Bring a thing into view and select it where it has a card or an arrow; filters in its way go."""
        self.reveal((subject,))
        if self.view.canvas.card_of(subject) or self.view.canvas.arrow_of(subject):
            if self._session.selection[:1] != (subject,):
                self._session.select(subject)
        elif self._awaited:
            self._selects = True

    def reveal(self, subjects: Iterable[Subject]) -> bool:
        """Bring the first of these that has a place here into view; filters that hide all of them go.

        Where the diagram is still being drawn that is done when it is there.
        """
        wanted = tuple(subjects)
        self._awaited, self._selects = (), False
        if any(self.view.reveal(subject) for subject in wanted):
            return True
        if self.tools.is_filtered:
            self.tools.clear_filters()
            if any(self.view.reveal(subject) for subject in wanted):
                return True
        self._awaited = wanted if self.view.is_behind else ()
        return bool(self._awaited)

    def _show_awaited(self) -> None:
        awaited, selects = self._awaited, self._selects
        if awaited and selects:
            self.show_subject(awaited[0])
        elif awaited:
            self.reveal(awaited)

    def _connect(self) -> None:
        tools, view = self.tools, self.view
        tools.services.chosen.connect(view.show_service)
        tools.layers.chosen.connect(view.show_layer)
        tools.kinds.chosen.connect(view.show_kind)
        tools.escalations.toggled.connect(lambda on: view.show_arrows(wanted=on))
        tools.findings.toggled.connect(lambda on: view.show_findings(wanted=on))
        tools.arrange_wanted.connect(lambda *_: view.edits.arrange())
        tools.sought.connect(self._seek)
        tools.field.left.connect(self._to_match)
        view.shape_changed.connect(self._show_shape)
        view.caught_up.connect(self._show_awaited)
        view.focus_changed.connect(self._show_focus)
        view.hand_changed.connect(self.acts.refresh)
        view.gesture_changed.connect(self.key_hint_changed)
        view.ended.connect(tools.field.clear)
        view.menu_asked.connect(self.acts.open_menu)
        view.opened.connect(self.opened)
        self.over.banner.ended.connect(self._end_focus)
        self._session.document_changed.connect(self._show_placed)

    def _seek(self, text: str) -> None:
        self.view.seek(text)
        self._say_shown()

    def _to_match(self) -> None:
        """From the field to the first card that matches."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.view.focus.found and self.view.current not in self.view.focus.found.cards:
            self.view.go_to_match()

    def _end_focus(self) -> None:
        """Everything at full strength again, whatever it was dimmed for."""
        self.tools.field.clear()
        self.view.escape()

    def _say_shown(self) -> None:
        view = self.view
        found = (view.focus.found.count if view.focus.found else 0) if view.focus.sought else None
        self.tools.say_shown(view.diagram.totals, found)

    def _show_shape(self) -> None:
        self.tools.show_choices(self._session.organization)
        self._show_placed()
        self._say_shown()
        self.over.show_shape()

    def _show_placed(self, *_: object) -> None:
        placed = len(self._session.document.arrangement.chain)
        self.tools.show_placed(placed)
        self.acts.refresh()

    def _show_focus(self) -> None:
        self.acts.refresh()
        self.over.show_focus()
