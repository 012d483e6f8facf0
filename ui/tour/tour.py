"""Leads somebody through the steps: listens to the window and the session, and changes nothing itself."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.actions import ACTIONS
from ui.theme import Theme
from ui.tour.card import Outline, TourCard, card_place
from ui.tour.steps import ASKS, LAST, SAMPLE, STEPS, Seen, Step, words_of
from ui.translation import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.open_document import OpenDocument
    from ui.workspace import Workspace


class Tour(QObject):
    """One tour of one window; over when it is left, or when its copy of the sample is closed."""

    ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        theme = window.appearance.theme
        self.outline, self.card = Outline(theme, window), TourCard(theme, window)
        self.place = 0
        """Of the step that is shown; behind the last one stands the farewell."""
        self._began: Seen | None = None
        self._asked = self._written = 0
        self._document: OpenDocument | None = None
        self._workspace: Workspace | None = None
        self.card.went_back.connect(lambda: self.show_step(self.place - 1))
        self.card.went_on.connect(self._go_on)
        self.card.left.connect(self.leave)

    @property
    def step(self) -> Step:
        return (*STEPS, LAST)[self.place]

    def begin(self) -> bool:
        """Open a copy of the sample and say the first step; False where there is no sample."""
        try:
            text = resources.files("sample_orgs").joinpath(SAMPLE).read_text("utf-8")
        except (ModuleNotFoundError, FileNotFoundError):
            return False
        self._window.files.open_copy(SAMPLE, text)
        self._document, self._workspace = self._window.files.front, self._window.workspace
        if self._workspace is None:
            return False
        self._workspace.show_list(wanted=False)
        self._workspace.show_lens("lens-matrix")
        self._listen(self._workspace)
        self.show_step(0)
        return True

    def show_step(self, place: int, done: str = "") -> None:
        """Say a step; it counts as done when it is done from now on."""
        self.place = max(0, min(place, len(STEPS)))
        self._began = self._seen()
        is_last = self.place == len(STEPS)
        keys = words_of({row.id: row.shortcut.split(";")[0] for row in ACTIONS})
        count = "" if is_last else tr("{step} of {steps}", step=self.place + 1, steps=len(STEPS))
        self.card.say(tr(self.step.title), tr(self.step.text, **keys), count=count, done=done)
        self.card.offer(back=self.place > 0, is_last=is_last)
        self._show()

    def leave(self) -> None:
        """End it; what was done in the copy stays done."""
        had_keyboard = self.card.isAncestorOf(self._window.focusWidget())
        self._window.removeEventFilter(self)
        self.card.hide()
        self.outline.hide()
        if had_keyboard and self._window.workspace:
            self._window.workspace.setFocus()
        self.ended.emit()
        for each in (self.card, self.outline, self):
            each.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            QTimer.singleShot(0, self, self._put)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._leave_by(event)
        return super().eventFilter(watched, event)

    def _leave_by(self, event: QKeyEvent) -> bool:
        """Esc that nothing else in the window has taken."""
        is_escape = event.key() == Qt.Key.Key_Escape and self.card.isVisible()
        if is_escape:
            self.leave()
        return is_escape

    def _listen(self, workspace: Workspace) -> None:
        window, session = self._window, workspace.session
        for signal in (session.document_changed, session.selection_changed, session.findings_changed):
            signal.connect(self._look)
        workspace.lens_changed.connect(self._look)
        workspace.docks_changed.connect(self._put)
        for action in ASKS:
            window.actions_by_id[action].triggered.connect(self._count_asked)
        session.inquiry_wanted.connect(self._count_wanted)
        window.files.exporter.written.connect(self._count_written)
        window.files.documents.front_changed.connect(self._show_soon)
        window.files.documents.closed.connect(self._end_with)
        window.appearance.theme_changed.connect(self._apply_theme)
        window.installEventFilter(self)

    def _apply_theme(self, theme: Theme) -> None:
        self.card.apply_theme(theme)
        self.outline.apply_theme(theme)

    def _seen(self) -> Seen | None:
        if self._workspace is None:
            return None
        session = self._workspace.session
        return Seen(session.organization, session.selection, self._workspace.lens_id, self._asked, self._written)

    def _look(self, *_: object) -> None:
        """Go on where the step is done."""
        now = self._seen()
        if now and self._began and self.step.is_done(self._began, now):
            self.show_step(self.place + 1, done=tr(self.step.title))
        else:
            self._put()

    def _count_asked(self, *_: object) -> None:
        self._asked += 1
        self._look()

    def _count_wanted(self, action: str) -> None:
        if action in ASKS:
            self._count_asked()

    def _count_written(self, *_: object) -> None:
        self._written += 1
        self._look()

    def _go_on(self) -> None:
        if self.place == len(STEPS):
            self.leave()
        else:
            self.show_step(self.place + 1)

    def _end_with(self, document: OpenDocument) -> None:
        if document is self._document:
            self.leave()

    def _show_soon(self, _: object) -> None:
        """A function of its own: Qt would go on calling one without a name after the tour is gone."""
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        """Be seen while the copy is in front."""
        is_front = self._window.files.front is self._document
        self.card.setVisible(is_front)
        if is_front:
            self._put()
        else:
            self.outline.hide()

    def _put(self) -> None:
        """Draw the line around the place, and put the card where it hides least of it."""
        now = self._seen()
        if now is None or not self.card.isVisible():
            return
        pointed = self._pointed(self.step.place(now))
        self.outline.setVisible(not pointed.isEmpty())
        self.outline.setGeometry(pointed.adjusted(-2, -2, 2, 2).intersected(self._window.rect()))
        self.outline.raise_()
        self.card.resize(self.card.sizeHint())
        desk = self._window.desk
        room = QRect(desk.mapTo(self._window, QPoint()), desk.size())
        self.card.move(card_place(room, self.card.size(), pointed).topLeft())
        self.card.raise_()

    def _pointed(self, place: str) -> QRect:
        """A place by its name, in the window; empty for none."""
        window, workspace = self._window, self._workspace
        if place == "model":
            bar = window.menuBar()
            menu = next((each for each in bar.actions() if each.menu() and _holds(each.menu(), ASKS[0])), None)
            return bar.actionGeometry(menu).translated(bar.pos()) if menu else QRect()
        if workspace is None or not place:
            return QRect()
        spots: dict[str, QWidget] = {
            "lens": workspace.stack,
            "export-pdf": workspace.bar.export,
            **workspace.bar.lenses,
        }
        spot = spots[place]
        return QRect(spot.mapTo(window, QPoint()), spot.size())


def _holds(menu: QObject, action: str) -> bool:
    return isinstance(menu, QWidget) and any(each.objectName() == action for each in menu.actions())
