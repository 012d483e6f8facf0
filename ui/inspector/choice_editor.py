"""The editor of a field that is chosen from a few words."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QStyle, QStyleOptionComboBox, QStylePainter

from ui.choice_box import ChoiceBox
from ui.icons import pixmap
from ui.inspector.changes import set_to
from ui.inspector.fields import ChoiceField
from ui.inspector.hand import Hand
from ui.inspector.held import SEVERAL
from ui.plain_text import as_tip
from ui.translation import tr

_STAYS: Final = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Why a field loses the keyboard that is not left: its own list opens, or another window comes to the front."""
_EDGES: Final = 30
"""What the borders of a choice and its chevron take of its width."""


class ChoiceEditor(ChoiceBox):
    """Enter, a choice in the open list or leaving it writes; Esc puts back what was there."""

    told = Signal(str)
    """As of other editors; every choice is one that can be."""

    def __init__(self, field: ChoiceField, hand: Hand) -> None:
        super().__init__()
        self.field, self.hand = field, hand
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choices = field.choices(hand.session.organization)
        self.value: Any = None
        """What is written in the document."""
        self._is_stepping = False
        """Whether a key goes through the choices of the closed box."""
        view = QListView(self)
        view.setObjectName("choices")
        self.setView(view)
        self.let_tab_take(view)
        self.addItems([tr(name) for _, name in self.choices])
        self.activated.connect(self._take)

    def fill(self, value: Any) -> None:
        self.value = value
        self.setCurrentIndex(self._place)
        if self._place < 0:
            self.setPlaceholderText(tr("several") if value is SEVERAL else str(value))
        self.setToolTip(as_tip(self.currentText() or self.placeholderText()))

    def is_in_hand(self) -> bool:
        """Whether another choice is shown than is written, so that it is left alone."""
        return self.hasFocus() and self.currentIndex() != self._place

    def commit(self) -> None:
        if self.currentIndex() != self._place and self.currentIndex() >= 0:
            before, self.value = self.value, self.choices[self.currentIndex()][0]
            if not self.hand.give(self.field.field, set_to(self.value)):
                self.fill(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_in_hand() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        elif self.is_in_hand() and event.key() == Qt.Key.Key_Escape:
            self.fill(self.value)
        else:
            self._is_stepping = True
            super().keyPressEvent(event)
            self._is_stepping = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.commit()

    def paintEvent(self, _: QPaintEvent) -> None:
        """As Qt does, but a name that is too long ends in “…”."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        text = self.currentText() or self.placeholderText()
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width() - _EDGES)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        chevron = pixmap("chevron-down", self.hand.theme.ink2, 14, self.devicePixelRatioF())
        painter.drawPixmap(6 if self.isRightToLeft() else self.width() - 20, (self.height() - 14) // 2, chevron)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the sheet; it changes nothing

    @property
    def _place(self) -> int:
        """Where among the choices the value is that is written; -1 where it is none of them."""
        return next((place for place, (choice, _) in enumerate(self.choices) if choice == self.value), -1)

    def _take(self) -> None:
        if not self._is_stepping:
            self.commit()
