"""The window: menus, tabs, the desk under them and the status bar; joins them, and does nothing else."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from orgmodel.finding_changes import change_sentence
from orgmodel.findings import Report
from ui.accessible_roles import teach_roles
from ui.actions import Actions
from ui.analysis_runner import AnalysisRunner
from ui.appearance import Appearance
from ui.desk import Desk
from ui.docks import DOCKS
from ui.files import Files
from ui.frame_words import FrameWords
from ui.handlers import Handlers
from ui.lens import LENSES
from ui.menus import Menus
from ui.open_document import OpenDocument
from ui.output import Output
from ui.pane import PanePlace
from ui.panes_round import go_round
from ui.pressing import press_focused
from ui.reading_order import step_focus
from ui.settings import Settings
from ui.stepwise import Stepwise
from ui.tabs import DocumentTabs
from ui.theme import Theme
from ui.translation import tr
from ui.window_size import bound_size, reset_size, restore_size
from ui.work import Work, hold_still
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.start.screen import StartScreen
    from ui.tour import Tour


class MainWindow(QMainWindow):
    """The open documents, one in front of the others, or the start screen."""

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
        self.files = Files(self, settings)
        self.runner = runner or AnalysisRunner(parent=self)
        self.stepwise, self.output = Stepwise(self), Output(self)
        self.actions_by_id = Actions(self, Handlers(self).by_action(lenses, docks))
        self.desk = Desk(self.actions_by_id, appearance, settings, lenses, docks)
        self.tabs = DocumentTabs(self.files.documents, appearance.theme)
        self._is_painted = self._settled = False
        self._before: Report | None = None
        self.tour: Tour | None = None
        self._build()
        self._listen()

    @property
    def workspace(self) -> Workspace | None:
        """The one of the document in front; None where nothing is open."""
        return self.desk.workspace

    @property
    def start_screen(self) -> StartScreen | None:
        return self.desk.start_screen

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar for a while."""
        self.status.say(sentence)

    def lens_actions(self) -> list[QAction]:
        """What the lens in front can do."""
        return self.workspace.lens.actions() if self.workspace else []

    def take_tour(self) -> bool:
        """Begin the tour from its first step; False where its sample is not installed."""
        from ui.tour import Tour

        if self.tour:
            self.tour.leave()
        tour = Tour(self)
        tour.ended.connect(self._forget_tour)
        self.tour = tour if tour.begin() else None
        return self.tour is not None

    def _forget_tour(self) -> None:
        self.tour = None

    def go_round(self, step: int) -> None:
        """Give the keyboard to the next pane, or to the one before."""
        panes = self.workspace.panes() if self.workspace else ()
        panes = (*panes, self.tour.card) if self.tour else panes
        go_round((*panes, self.status), self.focusWidget(), step)

    def reset_layout(self) -> None:
        """The window, its docks and its lens as they were in the beginning."""
        reset_size(self, self.settings)
        if self.workspace:
            self.workspace.reset_layout()

    def open_recent(self, path: Path) -> None:
        """Open a file of the list of recent ones, or take it off the list where it is gone."""
        if path.exists():
            self.files.open(path)
            return
        self.settings.forget(path)
        self.say(tr("“{path}” is no longer there; it is off the list now.", path=path))
        if self.start_screen is not None:
            self.start_screen.fill(self.settings.recents)

    def shut_down(self) -> None:
        """End the threads and write the settings; the window is closed or about to be."""
        self.runner.stop()
        self.stepwise.stop()
        self.desk.stop()
        self.files.reader.stop()
        self.files.exporter.finish()
        self.files.remember()
        self.settings.geometry = self.saveGeometry()
        self.settings.save()

    def settle(self) -> None:
        """After the first paint: what that paint did not need."""
        if not self._settled:
            cast("QGuiApplication", QGuiApplication.instance()).applicationStateChanged.connect(self._come_back)
        self._settled = True
        teach_roles()
        if self.workspace is not None:
            self.workspace.settle()
            self.runner.watch(self.workspace.session)
            self.files.remember()
        elif self.start_screen is not None:
            self.start_screen.fill(self.settings.recents)
        self.settled.emit()

    def _build(self) -> None:
        bound_size(self)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(self.contextMenuPolicy().NoContextMenu)
        self.menus = Menus(self.menuBar(), self.actions_by_id)
        self.menus.offer_recents(self.settings, self.open_recent, self._clear_recents)
        self.menus.offer_samples(self.files.open_copy)
        self.menus.offer_edits(self.lens_actions)
        self._words = FrameWords(self, self.actions_by_id, self.files, self.appearance)
        self.document_name, self.status = self._words.document_name, self._words.status
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.desk, 1)
        self.setCentralWidget(page)
        restore_size(self, self.settings)

    def _listen(self) -> None:
        self.files.documents.front_changed.connect(self._show_front)
        self.files.documents.closed.connect(self.desk.clear)
        self.files.said.connect(self.say)
        self.tabs.close_wanted.connect(self.files.close)
        self.tabs.others_close_wanted.connect(self.files.close_others)
        self.desk.begun.connect(self._listen_to_workspace)
        self.desk.start_shown.connect(self._listen_to_start)
        self.runner.report_ready.connect(self._tell_change)
        self.runner.stopped.connect(self.status.show_not_looked)
        for worker in (self.runner, self.files.exporter, self.files.reader, self.stepwise):
            worker.begun.connect(self.status.progress.follow)
        self.stepwise.begun.connect(self._hold_still)
        self.appearance.theme_changed.connect(self._apply_theme)

    def _listen_to_workspace(self, workspace: Workspace) -> None:
        workspace.session.document_changed.connect(self._keep_report)
        workspace.session.refused.connect(self.say)

    def _listen_to_start(self, screen: StartScreen) -> None:
        screen.action_chosen.connect(lambda action: self.actions_by_id[action].trigger())
        screen.recent_chosen.connect(self.open_recent)
        screen.recents_cleared.connect(self._clear_recents)
        screen.sample_chosen.connect(self.files.open_copy)

    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through, one after the other."""
        shown = self.workspace.parts() if self.workspace else (self.desk,)
        return (self.tabs, *shown, *([self.tour.card] if self.tour else []), self.status)

    # Qt's overrides

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (Qt's own signature)
        focused, parts = self.focusWidget(), self.parts()
        if focused is not None and not any(part is focused or part.isAncestorOf(focused) for part in parts):
            return super().focusNextPrevChild(forward)  # in what lies over them: the palette
        return step_focus(parts, focused, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._settled and self.workspace is None:
            self._show_front(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.settle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._words.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.files.may_quit():
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dragged_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dragged_files(event)
        if paths:
            event.acceptProposedAction()
            # The program the files are dragged from waits until this returns, and a question may follow.
            QTimer.singleShot(0, partial(self.files.open_all, paths))

    # What is in front

    def _show_front(self, document: OpenDocument | None) -> None:
        self.runner.watch(None)
        self._before = None
        self.desk.show_document(document)
        self._words.follow(self.workspace)
        if self._settled:
            self.settle()
            self.files.look_again()

    def _come_back(self, state: Qt.ApplicationState) -> None:
        """Somebody comes back from another program, which may have written into what is open."""
        if state == Qt.ApplicationState.ApplicationActive and not self.stepwise.is_busy:
            self.files.look_again()  # else it would change under the pen

    def _hold_still(self, work: Work) -> None:
        """What is drawn now must not change under the pen: all but Cancel waits until that is over."""
        actions = (action for action in self.actions() if action.isEnabled())
        hold_still(work, (self.menuBar(), self.tabs, self.desk, *actions), self.focusWidget())

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
        self.tabs.apply_theme(theme)

    def _clear_recents(self) -> None:
        self.settings.recents = ()
        if self.start_screen is not None:
            self.start_screen.fill(())


def _dragged_files(event: QDragEnterEvent | QDropEvent) -> tuple[Path, ...]:
    """The local files that are dragged; none where anything else is among them."""
    urls = event.mimeData().urls()
    return tuple(Path(url.toLocalFile()) for url in urls) if all(url.isLocalFile() for url in urls) else ()
