"""The window: menus, the start screen or the workspace, and the status bar; joins them, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from orgmodel import __version__
from orgmodel.finding_changes import change_sentence
from orgmodel.findings import Report
from orgmodel.model import ORGANIZATION
from ui.actions import Actions
from ui.analysis_runner import AnalysisRunner
from ui.appearance import Appearance
from ui.docks import DOCKS
from ui.exporting import EXPORTS
from ui.files import Files
from ui.frame_words import FrameWords
from ui.inquiries import INQUIRIES
from ui.lens import LENSES
from ui.menus import Menus
from ui.pane import PanePlace
from ui.plain_text import message
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.start.screen import StartScreen

FIRST_SIZE = (1440, 900)
SMALLEST = (1024, 600)


class MainWindow(QMainWindow):
    """One document at a time, or the start screen."""

    settled = Signal()
    """The first paint is done, and what it did not need is there."""

    def __init__(
        self,
        settings: Settings,
        appearance: Appearance,
        *,
        lenses: tuple[PanePlace, ...] = LENSES,
        docks: tuple[PanePlace, ...] = DOCKS,
        runner: AnalysisRunner | None = None,
    ) -> None:
        super().__init__()
        self.settings, self.appearance = settings, appearance
        self._lenses, self._docks = lenses, docks
        self.files = Files(self, settings)
        self.runner = runner or AnalysisRunner(parent=self)
        self.actions_by_id = Actions(self, self._handlers())
        self.workspace: Workspace | None = None
        self._is_painted = self._settled = False
        self._before: Report | None = None
        self.start_screen: StartScreen | None = None
        self._build()
        self._listen()

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar for a while."""
        self.status.say(sentence)

    def shut_down(self) -> None:
        """End the threads and write the settings; the window is closed or about to be."""
        self.runner.stop()
        if self.workspace is not None:
            self.workspace.stop()
        self.files.exporter.finish()
        self.files.remember()
        self.settings.geometry = self.saveGeometry()
        self.settings.save()

    def settle(self) -> None:
        """After the first paint: what that paint did not need."""
        self._settled = True
        if self.workspace is not None:
            self.workspace.settle()
            self.runner.watch(self.workspace.session)
            self.files.remember()
        elif self.start_screen is not None:
            self.start_screen.fill(self.settings.recents)
        self.settled.emit()

    def _build(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(self.contextMenuPolicy().NoContextMenu)
        self.menus = Menus(self.menuBar(), self.actions_by_id)
        self.menus.offer_recents(self.settings, self._open_recent, self._clear_recents)
        self.menus.offer_edits(self._lens_actions)
        self._words = FrameWords(self, self.actions_by_id, self.files, self.appearance)
        self.document_name, self.status = self._words.document_name, self._words.status
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self._set_size()

    def _set_size(self) -> None:
        held = self.settings.geometry
        if held is None or not self.restoreGeometry(held):
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))
            if room.width() <= FIRST_SIZE[0] or room.height() <= FIRST_SIZE[1]:
                self.setWindowState(self.windowState().WindowMaximized)  # its frame has to fit as well

    def _listen(self) -> None:
        self.files.opened.connect(self._show_session)
        self.files.said.connect(self.say)
        self.runner.report_ready.connect(self._tell_change)
        self.appearance.theme_changed.connect(self._apply_theme)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        files = self.files
        return {
            "new-reference": files.new_from_reference,
            "new-empty": files.new_empty,
            "open": files.ask_and_open,
            "save": files.save,
            "save-as": files.save_as,
            **{action: partial(files.ask_and_export, chosen) for action, chosen in EXPORTS.items()},
            "close": files.close,
            "quit": self.close,
            "undo": lambda: files.session and files.session.undo(),
            "redo": lambda: files.session and files.session.redo(),
            **{place.action: partial(self._show_lens, place.action) for place in self._lenses},
            **{place.action: partial(self._switch_dock, place.action) for place in self._docks},
            "next-pane": self._next_pane,
            "theme-system": partial(self.appearance.choose, "system"),
            "theme-light": partial(self.appearance.choose, "light"),
            "theme-dark": partial(self.appearance.choose, "dark"),
            "reset-layout": self._reset_layout,
            "organization": self._show_organization,
            **{place.action: partial(self._inquire, place.action) for place in INQUIRIES},
            "next-finding": partial(self._step_finding, 1),
            "previous-finding": partial(self._step_finding, -1),
            "filter-findings": self._filter_findings,
            "fix-finding": partial(self._act_on_finding, "fix"),
            "waive-finding": partial(self._act_on_finding, "waive"),
            "about-rule": partial(self._act_on_finding, "about"),
            "keyboard": self._show_keys,
            "about": self._show_about,
        }

    # Qt's overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._settled and self.workspace is None:
            self._show_session(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.settle)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.files.may_leave():
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dragged_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dragged_file(event)
        if path:
            event.acceptProposedAction()
            # The program the file is dragged from waits until this returns, and a question may follow.
            QTimer.singleShot(0, partial(self.files.open, path))

    # What is open

    def _show_session(self, session: Session | None) -> None:
        """Show the workspace of a session, or the start screen."""
        self.runner.watch(None)
        if self.workspace is not None:
            self.workspace.stop()
        old, self._before = self._pages.currentWidget(), None
        self.workspace = self.start_screen = None
        page: QWidget
        if session is None:
            page = self.start_screen = self._start_screen()
        else:
            page = self.workspace = self._workspace(session)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.setFocus()
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        self._words.follow(self.workspace)
        if self._settled:
            self.settle()

    def _workspace(self, session: Session) -> Workspace:
        made = Workspace(
            session,
            self.actions_by_id,
            self.appearance.theme,
            self.settings,
            lenses=self._lenses,
            docks=self._docks,
        )
        session.document_changed.connect(self._keep_report)
        session.refused.connect(self.say)
        return made

    def _start_screen(self) -> StartScreen:
        from ui.start.screen import StartScreen

        made = StartScreen(self.appearance.theme)
        made.action_chosen.connect(lambda action: self.actions_by_id[action].trigger())
        made.recent_chosen.connect(self._open_recent)
        made.recents_cleared.connect(self._clear_recents)
        made.sample_chosen.connect(self.files.open_copy)
        return made

    def _keep_report(self) -> None:
        """What was found before an edit is compared with what is found after it."""
        self._before = self.workspace.session.report if self.workspace else None

    def _tell_change(self, report: Report) -> None:
        before, self._before = self._before, None
        told = change_sentence(before, report) if before else None
        if told:
            self.say(told)

    def _apply_theme(self, theme: Theme) -> None:
        self._words.apply_theme(theme)
        for page in (self.workspace, self.start_screen):
            if page is not None:
                page.apply_theme(theme)

    # What the actions do

    def _show_lens(self, action: str) -> None:
        if self.workspace:
            self.workspace.show_lens(action)

    def _switch_dock(self, action: str) -> None:
        if self.workspace:
            self.workspace.docks.open(action, wanted=self.actions_by_id[action].isChecked())

    def _next_pane(self) -> None:
        if self.workspace:
            self.workspace.next_pane()

    def _show_organization(self) -> None:
        if self.workspace:
            self.workspace.session.select(ORGANIZATION)
            self.workspace.open_inspector()

    def _inquire(self, action: str) -> None:
        if self.workspace:
            self.workspace.inquiries.open(action)

    def _reset_layout(self) -> None:
        if self.workspace:
            self.workspace.reset_layout()

    def _step_finding(self, step: int) -> None:
        if self.workspace and not self.workspace.session.step_finding(step):
            report = self.workspace.session.report
            is_hidden = report is not None and bool(report.findings)
            self.say("The filter hides every finding." if is_hidden else "There are no findings to go to.")

    def _filter_findings(self) -> None:
        if self.workspace:
            self.workspace.findings().focus_filter()

    def _act_on_finding(self, action: Literal["fix", "waive", "about"]) -> None:
        if self.workspace and not self.workspace.findings().act(action):
            self.say("Choose a finding first: F8 goes to the next one.")

    def _open_recent(self, path: Path) -> None:
        if path.exists():
            self.files.open(path)
            return
        self.settings.forget(path)
        self.say(f"“{path}” is no longer there; it is off the list now.")
        if self.start_screen is not None:
            self.start_screen.fill(self.settings.recents)

    def _clear_recents(self) -> None:
        self.settings.recents = ()
        if self.start_screen is not None:
            self.start_screen.fill(())

    def _lens_actions(self) -> list[QAction]:
        return self.workspace.lens.actions() if self.workspace else []

    def _show_keys(self) -> None:
        from ui.keyboard_sheet import KeyboardSheet

        KeyboardSheet(self._lens_actions(), self).open()

    def _show_about(self) -> None:
        message(
            self,
            f"orgmodel {__version__}",
            "Who supports what, from the first alert to the fix.\n\nApache-2.0. Type: IBM Plex Sans (OFL-1.1). "
            "Icons: Lucide (ISC).",
        ).open()


def _dragged_file(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The one local file that is dragged; None where it is something else."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
