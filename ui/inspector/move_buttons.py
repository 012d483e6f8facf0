"""Two buttons that put something one place earlier or later in the order that is the author's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from orgmodel.commands import MoveEscalation
from orgmodel.model import Escalation
from ui.icons import icon
from ui.pieces import words
from ui.session import Session
from ui.style import wear
from ui.theme import Theme
from ui.translation import tr

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_HELD: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def step_of(event: QEvent) -> int:
    """-1 where a key moves something earlier, 1 where later, else 0."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return 0
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _STEPS.get(Qt.Key(event.key()), 0) if held == _HELD else 0


class MoveButtons(QWidget):
    """`move` is called with -1 or 1; `one` is what is moved."""

    def __init__(self, one: str, theme: Theme, move: Callable[[int], object]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.earlier = self._made("chevron-up", tr("Move earlier (Alt+Shift+Up)"), one, theme)
        self.later = self._made("chevron-down", tr("Move later (Alt+Shift+Down)"), one, theme)
        self._move = move
        for button, step in ((self.earlier, -1), (self.later, 1)):
            button.clicked.connect(lambda _=False, step=step: move(step))
            button.installEventFilter(self)
            row.addWidget(button)

    def show_place(self, place: int, number: int) -> None:
        """The first cannot go earlier, the last not later; the keyboard goes to the other button then."""
        had = next((each for each in (self.earlier, self.later) if each.hasFocus()), None)
        for button, can in ((self.earlier, place > 0), (self.later, place < number - 1)):
            button.setEnabled(can)
        if had and not had.isEnabled():
            (self.later if had is self.earlier else self.earlier).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        step = step_of(event)
        if step:
            self._move(step)
            return True
        return super().eventFilter(watched, event)

    def _made(self, sign: str, says: str, one: str, theme: Theme) -> QToolButton:
        made = QToolButton()
        wear(made, "small-icon")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setIcon(icon(sign, theme.ink2, 14))
        made.setAccessibleName(f"{says.partition(' (')[0]}: {one}")
        made.setToolTip(says)
        return made


class EscalationPlace(QWidget):
    """Which of all escalations one is, and what puts it one place earlier or later."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self.escalation: Escalation | None = None
        self.said = words("", theme.ink2, 12)
        self.buttons = MoveButtons(tr("escalation"), theme, self.shift)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(0)
        label = QLabel(tr("Place"))
        label.setFixedWidth(96)
        row.addWidget(label)
        row.addWidget(self.said, 1)
        row.addWidget(self.buttons)

    def show_escalation(self, escalation: Escalation) -> None:
        escalations = self.session.organization.escalations
        self.escalation, place = escalation, escalations.index(escalation)
        self.said.setText(tr("{place} of {number} in the file", place=place + 1, number=len(escalations)))
        self.buttons.show_place(place, len(escalations))

    def shift(self, step: int) -> None:
        """Put it one place earlier (-1) or later (1)."""
        escalations = self.session.organization.escalations
        if self.escalation in escalations and 0 <= (to := escalations.index(self.escalation) + step) < len(escalations):
            self.session.execute(MoveEscalation(self.escalation, to))
