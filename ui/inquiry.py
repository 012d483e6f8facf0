"""A window beside the work that answers one question about the document, and answers it anew after every edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from orgmodel.errors import OrgModelError
from ui.background import Background
from ui.pressing import press_focused
from ui.reading_order import step_focus
from ui.session import Session
from ui.style import wear
from ui.theme import Theme

PATIENCE: Final = 300
"""Milliseconds after which a window says that it is still at work."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a window asks, how that is worked out beside it, and how it shows what came of it."""

    request: Callable[[], object | None]
    """What to work out; None where there is nothing to ask."""
    answer: Callable[[Any], object]
    show_answer: Callable[[Any, Any], None]
    """Takes the request and its answer."""
    show_failure: Callable[[str], None]
    """What was asked could not be worked out: say so, in a sentence that is given, in the place of an answer."""


class Inquiry(QDialog):
    """Never modal; Esc closes it. What it asks is worked out beside the window, and only the latest counts."""

    shown = Signal(str)
    """A subject that somebody pressed here, to be brought into view in the lens."""
    answered = Signal()
    """The answer to what was asked last is on screen."""

    def __init__(self, session: Session, theme: Theme, title: str, question: Question) -> None:
        super().__init__()
        self.session, self.theme, self._question = session, theme, question
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._asked: object | None = None
        self._is_stale = True
        self._place: QPoint | None = None
        """Where it was closed; there it opens again."""
        self._background = Background(title, question.answer, self)
        self._background.done.connect(self._deliver)
        self._background.failed.connect(self._fail)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(PATIENCE)
        self._slow.timeout.connect(self._say_waiting)
        session.document_changed.connect(self._follow)

    @property
    def is_waiting(self) -> bool:
        """Whether the answer to what was asked last is still being worked out."""
        return self._asked is not None

    def begin(self) -> None:
        """Come to the front, about what is selected now."""
        self.take_up_selection()
        self.come_back()
        self.activateWindow()

    def come_back(self) -> None:
        """Show it where it was: X11 would put what its window manager draws around it beside that place, each time."""
        if self._place is not None and not self.isVisible():
            self.move(self._place)
        self.show()

    def ask(self) -> None:
        """Ask what the fields say now; while nobody looks, that waits until somebody does."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self._asked = self._question.request()
        if self._asked is None:
            self._background.stop()
            self.show_nothing()
            self.answered.emit()
        else:
            self._background.ask(self._asked)
            self._slow.start()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (Qt's own signature)
        return step_focus((self,), self.focusWidget(), forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self._place = self.pos()
        super().hideEvent(event)

    def resize_within(self, width: int, height: int) -> None:
        """So large at most, and no larger than the screen."""
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(width, room.width() - 32), min(height, room.height() - 64))

    def foot(self, hint: QLabel | None = None, primary: QPushButton | None = None) -> QHBoxLayout:
        """The last line: what is good to know, the button that does it, and Close."""
        close = QPushButton("Close")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(hint or QLabel(), 1)
        if hint:
            wear(hint, "caption")
        if primary:
            wear(primary, "primary")
            primary.setAutoDefault(False)
            row.addWidget(primary)
        row.addWidget(close)
        return row

    # What each of them may say for itself

    def take_up_selection(self) -> None:
        """Put what is selected into the fields."""

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        for widget in self.findChildren(QWidget):
            widget.update()

    def show_waiting(self) -> None:
        """It takes so long that what is on screen would be taken for the answer."""

    def show_nothing(self) -> None:
        """There is nothing to ask: say why, and what to do."""

    def refresh(self) -> None:
        """The document was edited: offer what there is now, and ask again."""
        self.ask()

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _say_waiting(self) -> None:
        if self.is_waiting:
            self.show_waiting()

    def _deliver(self, request: object, answer: object) -> None:
        if request is self._asked:
            self._asked = None
            self._question.show_answer(request, answer)
            self.answered.emit()

    def _fail(self, request: object, failure: Exception) -> None:
        if request is self._asked:
            self._asked = None
            self._slow.stop()
            self._question.show_failure(failure_sentence(failure))
            self.answered.emit()


def failure_sentence(failure: Exception) -> str:
    """What to say where work raised something: `This could not be worked out: it stopped with KeyError.`"""
    why = str(failure) if isinstance(failure, OrgModelError) else f"it stopped with {type(failure).__name__}."
    return f"This could not be worked out: {why}"
