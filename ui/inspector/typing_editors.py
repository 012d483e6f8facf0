"""The editors of fields that are typed: a line, or prose of several lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from ui.elided_line import ElidedLine
from ui.icons import icon
from ui.inspector.changes import set_to
from ui.inspector.fields import TextField
from ui.inspector.hand import Hand, refusal
from ui.inspector.held import SEVERAL
from ui.translation import tr
from ui.typed_text import TypedText
from ui.written import shown

_MOST_LINES: Final = 5


class _FieldText(TypedText):
    """The text of a field of what is in hand."""

    field: TextField
    hand: Hand
    value: Any = None
    """What is written in the document."""

    if TYPE_CHECKING:

        def setPlaceholderText(self, text: str) -> None: ...

    @property
    def written(self) -> str:
        return "" if self.value is SEVERAL else shown(self.value)

    def fill(self, value: Any) -> None:
        self.value = value
        self.setPlaceholderText(tr("several") if value is SEVERAL else tr(self.field.absent))
        self.show_written()

    def refusal_of(self, given: Any) -> str:
        return "" if given == self.value else refusal(self.hand, self.field.field, given)

    def take(self, given: Any) -> None:
        if given == self.value:
            self.fill(given)
            return
        before, self.value = self.value, given
        if self.hand.give(self.field.field, set_to(given)):
            self.fill(self.value)  # as it is written, or what another thing has that is shown by now
        else:
            self.value = before

    def complain(self, sentence: str) -> None:
        self.hand.session.refused.emit(sentence)


class TextEditor(_FieldText, ElidedLine):
    """One line; while it has the keyboard, a cross takes away what is in it."""

    told = Signal(str)
    """Why what is typed cannot be; nothing where it can."""

    def __init__(self, field: TextField, hand: Hand) -> None:
        super().__init__()
        self.field, self.hand, self.parse = field, hand, field.parse
        self._add_sign()
        self._clear = self.addAction(icon("x", hand.theme.ink3, 14), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip(tr("Clear: unknown"))
        self._clear.triggered.connect(self._take_away)
        self._clear.setVisible(False)
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(lambda _: self._typed())

    def _add_sign(self) -> None:
        """Add what stands at its end always; nothing in a plain line."""

    def fill(self, value: Any) -> None:
        super().fill(value)
        self.setCursorPosition(0)  # of a long text its start is shown, not its end
        self._offer_clearing()

    def event(self, event: QEvent) -> bool:
        return False if self.leaves(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.put_back():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offer_clearing()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._clear.setVisible(False)

    def _typed(self) -> None:
        self.check()
        self._offer_clearing()

    def _offer_clearing(self) -> None:
        can_be_cleared = self.field.absent in ("unknown", "default")
        self._clear.setVisible(can_be_cleared and self.hasFocus() and bool(self.text()) and self.width() > 60)

    def _take_away(self) -> None:
        self.clear()
        self.commit()
        self._offer_clearing()


class ProseEditor(_FieldText, QPlainTextEdit):
    """Several lines, as high as what is in them; Enter writes, Shift+Enter begins another line."""

    told = Signal(str)
    """Why what is typed cannot be; nothing where it can."""

    def __init__(self, field: TextField, hand: Hand) -> None:
        super().__init__()
        self.field, self.hand, self.parse = field, hand, field.parse
        self.setTabChangesFocus(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        return self.toPlainText()

    def setText(self, text: str | None, /) -> None:
        if text != self.toPlainText():
            self.setPlainText(text or "")

    def event(self, event: QEvent) -> bool:
        return False if self.leaves(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.commit()
        elif event.key() != Qt.Key.Key_Escape or not self.put_back():
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()
            self._show_beginning()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns the sheet, unless somebody is in a text that is longer than the field."""
        if self.hasFocus() and self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded:
            super().wheelEvent(event)
        else:
            event.ignore()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(self._lines(width), _MOST_LINES) * self.fontMetrics().lineSpacing() + 6

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(40, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bars, is_long = Qt.ScrollBarPolicy, self._lines(self.width()) > _MOST_LINES
        self.setVerticalScrollBarPolicy(bars.ScrollBarAsNeeded if is_long else bars.ScrollBarAlwaysOff)
        if not self.hasFocus():
            self._show_beginning()

    def _show_beginning(self) -> None:
        """Of a text that nobody is in its start is shown, not its end."""
        self.verticalScrollBar().setValue(0)

    def _changed(self) -> None:
        if self.hasFocus():
            self.check()
        self.updateGeometry()

    def _lines(self, width: int) -> int:
        """How many lines the text takes at a width."""
        wraps = int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap)
        measured = self.fontMetrics()
        wrapped = measured.boundingRect(QRect(0, 0, max(40, width - 20), 10_000), wraps, self.text())
        return max(1, math.ceil(wrapped.height() / measured.lineSpacing()))
