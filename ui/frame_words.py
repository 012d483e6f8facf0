"""What the frame says of what is open: the title, the names, what can be undone, the status bar, what is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QMetaObject, QObject
from PySide6.QtWidgets import QMainWindow

from orgmodel.document import Document
from orgmodel.findings import Finding
from orgmodel.names_in_sentences import apart
from ui.actions import Actions
from ui.appearance import Appearance
from ui.files import Files
from ui.ink_line import InkLine, Words
from ui.plain_text import as_menu_text, as_tip
from ui.status_bar import StatusBar
from ui.theme import Theme
from ui.translation import tr
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.findings.filtering import Kind

DOCUMENT_NAME_WIDTH: Final = 640
MENU_BAR_HEIGHT: Final = 28


class FrameWords(QObject):
    """Puts the document's name into the menu bar and the status bar below, and follows one workspace at a time."""

    def __init__(self, window: QMainWindow, actions: Actions, files: Files, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._actions, self._files, self._appearance = window, actions, files, appearance
        self._workspace: Workspace | None = None
        self._ties: tuple[QMetaObject.Connection, ...] = ()
        self._hint = ""
        """The keys that the status bar says."""
        self.document_name = InkLine(appearance.theme, 13, firm=True, widest=DOCUMENT_NAME_WIDTH)
        self.document_name.setContentsMargins(0, 0, 14, 0)
        self.document_name.setFixedHeight(MENU_BAR_HEIGHT)
        window.menuBar().setCornerWidget(self.document_name)
        self.status = StatusBar(appearance.theme)
        self.status.kind_pressed.connect(self._show_kind)
        window.setStatusBar(self.status)

    def fit(self) -> None:
        """The name in the corner takes what the menus leave."""
        bar = self._window.menuBar()
        menus = sum(bar.actionGeometry(action).width() for action in bar.actions())
        self.document_name.set_widest(min(DOCUMENT_NAME_WIDTH, max(0, bar.width() - menus - 24)))

    def follow(self, workspace: Workspace | None) -> None:
        """Speak of a workspace from now on; of none where nothing is open."""
        for tie in self._ties:
            QObject.disconnect(tie)
        self._workspace = workspace
        self._ties = self._tied(workspace) if workspace else ()
        self._actions.enable(with_document=workspace is not None)
        self._show_names()
        self._show_steps()
        self._show_selection()
        self._show_state()
        self._tick()

    def _tied(self, workspace: Workspace) -> tuple[QMetaObject.Connection, ...]:
        session = workspace.session
        return (
            workspace.lens_changed.connect(self._show_selection),
            workspace.lens_changed.connect(self._tick),
            workspace.key_hint_changed.connect(self._show_hint),
            workspace.docks_changed.connect(self._tick),
            session.selection_changed.connect(self._show_selection),
            session.document_changed.connect(self._follow_document),
            session.history_changed.connect(self._show_steps),
            session.history_changed.connect(self._show_state),
            session.file_changed.connect(self._show_names),
            session.findings_changed.connect(self._show_state),
            session.finding_shown.connect(self._tell_finding),
        )

    def apply_theme(self, theme: Theme) -> None:
        self.document_name.apply_theme(theme)
        self.status.apply_theme(theme)

    def _follow_document(self, before: Document, after: Document) -> None:
        self._show_selection()
        if before.organization is not after.organization:
            self._show_names()

    def _show_names(self) -> None:
        if self._workspace is None:
            self._window.setWindowTitle("orgmodel")
            self.document_name.show_pieces()
            return
        session = self._workspace.session
        name, file = session.organization.name, session.path.name if session.path else tr("not saved yet")
        self._window.setWindowTitle(f"{apart(name.replace('[*]', ''))} ({apart(file)})[*] – orgmodel")
        self.document_name.show_pieces(Words(name, "ink", "semibold"), Words("  "), Words(file))
        self._window.menuBar().adjustSize()  # the corner is as wide as it was else

    def _show_steps(self) -> None:
        history = self._workspace.session.history if self._workspace else None
        for action, label in (
            ("undo", history.undo_label if history else None),
            ("redo", history.redo_label if history else None),
        ):
            made = self._actions[action]
            name, idle = (
                (tr("Undo"), tr("Nothing to undo")) if action == "undo" else (tr("Redo"), tr("Nothing to redo"))
            )
            made.setEnabled(label is not None)
            made.setText(f"&{name} {as_menu_text(label)}" if label else f"&{name}")
            key = made.shortcut().toString()
            made.setToolTip(as_tip(f"{name} {label} ({key})") if label else idle)
        if self._workspace:
            self._workspace.bar.show_steps()
        self._window.setWindowModified(self._workspace is not None and self._workspace.session.is_modified)

    def _show_selection(self) -> None:
        if self._workspace:
            self._hint = self._workspace.lens.key_hint
            self.status.show_selection(self._workspace.session, self._hint)

    def _show_hint(self) -> None:
        if self._workspace and self._workspace.lens.key_hint != self._hint:
            self._show_selection()

    def _tell_finding(self, finding: Finding) -> None:
        """Say which finding somebody went to, where the list that marks it is not to be seen."""
        if self._workspace and "dock-findings" not in self._workspace.docks.open_docks():
            self.status.say(f"{finding.code}: {finding.message}")

    def _show_state(self) -> None:
        if self._workspace:
            self.status.show_state(self._workspace.session, self._files.front.saved_at if self._files.front else None)
        else:
            self.status.show_nothing()

    def _show_kind(self, kind: str) -> None:
        """List the findings of a kind whose count was pressed."""
        if self._workspace:
            self._workspace.findings().show_kind(cast("Kind", kind))

    def _tick(self) -> None:
        """Tick what is on in the View menu."""
        self._actions[f"theme-{self._appearance.choice}"].setChecked(True)
        self._actions[f"text-{self._appearance.text_size}"].setChecked(True)
        if self._workspace is None:
            return
        self._actions[self._workspace.lens_id].setChecked(True)
        self._actions["as-list"].setChecked(self._workspace.is_list)
        for action in self._workspace.docks.docks:
            self._actions[action].setChecked(action in self._workspace.docks.open_docks())
