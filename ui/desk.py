"""What lies under the tabs: the workspace of each open document, or the start screen where none is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions import Actions
from ui.appearance import Appearance
from ui.open_document import OpenDocument
from ui.pane import PanePlace
from ui.settings import Settings
from ui.theme import Theme
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.start.screen import StartScreen


class Desk(QStackedWidget):
    """Makes the workspace of a document when that first comes to the front, and keeps it until it is closed."""

    begun = Signal(object)
    """This `Workspace` was made."""
    start_shown = Signal(object)
    """This `StartScreen` was made."""

    def __init__(
        self,
        actions: Actions,
        appearance: Appearance,
        settings: Settings,
        lenses: tuple[PanePlace, ...],
        docks: tuple[PanePlace, ...],
    ) -> None:
        super().__init__()
        self._actions, self._appearance, self._settings = actions, appearance, settings
        self._lenses, self._docks = lenses, docks
        self._workspaces: dict[OpenDocument, Workspace] = {}
        self.start_screen: StartScreen | None = None
        self.workspace: Workspace | None = None
        """The one in front."""
        appearance.theme_changed.connect(self.apply_theme)

    def show_document(self, document: OpenDocument | None) -> None:
        """Put the workspace of a document on top, and give it the keyboard; the start screen where there is none."""
        left, self.workspace = self.workspace, self._workspace(document) if document else None
        if self.workspace and self.workspace.theme is not self._appearance.theme:
            self.workspace.apply_theme(self._appearance.theme)
        page = self.workspace or self._start()
        if left and left is not self.workspace:
            left.step_back()
        self.setCurrentWidget(page)
        page.setFocus()
        if self.workspace:
            self.workspace.step_forward()
            self._clear_start()

    def clear(self, document: OpenDocument) -> None:
        """Take the workspace of a document away that is closed."""
        workspace = self._workspaces.pop(document, None)
        if workspace:
            workspace.stop()
            self._take_away(workspace)

    def stop(self) -> None:
        """End what is done beside the window; it is about to go."""
        for workspace in self._workspaces.values():
            workspace.stop()

    def apply_theme(self, theme: Theme) -> None:
        """The workspace in front at once, another one when it comes to the front."""
        if self.workspace:
            self.workspace.apply_theme(theme)
        if self.start_screen:
            self.start_screen.apply_theme(theme)

    def _workspace(self, document: OpenDocument) -> Workspace:
        if document not in self._workspaces:
            made = self._workspaces[document] = Workspace(
                document.session,
                self._actions,
                self._appearance.theme,
                self._settings,
                lenses=self._lenses,
                docks=self._docks,
            )
            self.addWidget(made)
            self.begun.emit(made)
        return self._workspaces[document]

    def _start(self) -> QWidget:
        from ui.start.screen import StartScreen

        if self.start_screen is None:
            self.start_screen = StartScreen(self._appearance.theme)
            self.addWidget(self.start_screen)
            self.start_shown.emit(self.start_screen)
        return self.start_screen

    def _clear_start(self) -> None:
        if self.start_screen:
            self._take_away(self.start_screen)
            self.start_screen = None

    def _take_away(self, page: QWidget) -> None:
        self.removeWidget(page)
        page.deleteLater()
