"""The windows beside the work, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from orgmodel.findings import Finding, family_of
from orgmodel.model import subject_parts
from ui.pane import PanePlace
from ui.session import Session
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.inquiry import Inquiry

INQUIRIES: Final = (
    PanePlace("walk-page", "Walk a page", "siren", "ui.walk", "WalkWindow"),
    PanePlace("what-if", "What if", "git-branch", "ui.what_if", "WhatIfWindow"),
    PanePlace("suggest-owners", "Suggest owners", "users-round", "ui.suggesting", "SuggestWindow"),
    PanePlace("show-load", "Load", "gauge", "ui.loads", "LoadWindow"),
    PanePlace("export-pdf", "Export PDF", "file-down", "ui.export_window", "ExportWindow"),
)

_OWNERLESS: Final = frozenset({"GAP001", "GAP002", "GAP003"})


def inquiries_about(finding: Finding) -> tuple[tuple[str, str], ...]:
    """The windows that say more of a finding, by the actions that open them, and what a menu calls them."""
    kind, family = subject_parts(finding.subjects[0])[0], family_of(finding.code)
    offered: list[tuple[str, str]] = []
    if kind == "responsibility" and finding.code in _OWNERLESS:
        offered.append(("suggest-owners", "Suggest owners…"))
    if kind == "responsibility" and family in ("GAP", "ESC"):
        offered.append(("walk-page", "Walk a page…"))
    if kind == "team" and family in ("SPOF", "LOAD", "ONC"):
        offered.append(("what-if", "What if…"))
    if kind == "team" and family == "LOAD":
        offered.append(("show-load", "Show the load…"))
    return tuple(offered)


class Inquiries(QObject):
    """Those of one session; they go with the widget beside which they stand."""

    shown = Signal(str)
    """A subject that somebody pressed in one of them, to be brought into view in the lens."""

    def __init__(self, session: Session, theme: Theme, beside: QWidget, actions: Iterable[QAction]) -> None:
        """`actions` have their shortcuts in these windows too: Undo and Redo."""
        super().__init__(beside)
        self._session, self._theme, self._beside, self._actions = session, theme, beside, tuple(actions)
        self._places = {place.action: place for place in INQUIRIES}
        self.made: dict[str, Inquiry] = {}
        """By the action that opens them."""
        self._aside: tuple[Inquiry, ...] = ()
        session.inquiry_wanted.connect(self.open)

    def open(self, action: str) -> None:
        """Bring the window of an action to the front, about what is selected."""
        self.window_of(action).begin()

    def window_of(self, action: str) -> Inquiry:
        """The window of an action, made where it was not opened before."""
        if action not in self.made:
            made = cast("Inquiry", self._places[action].make(self._session, self._theme))
            made.setParent(self._beside, made.windowFlags())
            made.addActions(self._actions)
            made.shown.connect(self.shown)
            self.made[action] = made
        return self.made[action]

    def step_aside(self) -> None:
        """Hide those that are open, for another document comes to the front."""
        self._aside = tuple(made for made in self.made.values() if made.isVisible())
        for made in self._aside:
            made.hide()

    def come_back(self) -> None:
        """Show what stepped aside."""
        aside, self._aside = self._aside, ()
        for made in aside:
            made.come_back()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for made in self.made.values():
            made.apply_theme(theme)
