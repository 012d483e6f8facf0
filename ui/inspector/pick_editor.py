"""The editor of a field that names another thing: type a part of its name, or open the list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.inspector.changes import set_to
from ui.inspector.fields import Choices, PickField
from ui.inspector.hand import Hand
from ui.inspector.held import SEVERAL
from ui.picker import Picker
from ui.plain_text import as_tip
from ui.theme import Theme
from ui.translation import tr


class LatePicker(Picker):
    """A picker whose things are asked for when it is used: there may be 20,000, and as many pickers as a form has."""

    told = Signal(str)
    """Why what is typed cannot be; nothing where it can."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(name, theme, typed=True)
        self.setMinimumContentsLength(3)
        self._is_offered = False
        self._refused = ""
        if self._line:
            self._line.textEdited.connect(self._check)

    def offered(self) -> Choices:
        """All that there is to pick; of whoever has it."""
        return ()

    def show_only(self, value: Any, name: str) -> None:
        """Show a name, and nothing to pick until somebody wants to."""
        self._is_offered = False
        self.offer(((value, name),) if name else (), value)
        self._mark("")

    def say_empty(self, words: str) -> None:
        """Say something where nothing is picked."""
        if self._line:
            self._line.setPlaceholderText(words)

    def is_in_hand(self) -> bool:
        """Whether somebody is typing here, so that it is left alone."""
        return self.hasFocus() and bool(self._line) and self._typed != self._name

    def show_value(self, value: Any) -> None:
        """What is unknown is shown as an empty field that says so."""
        super().show_value(value)
        if value is SEVERAL:
            self._value = SEVERAL
        if value is None and self._line:
            self._line.clear()

    def commit(self) -> None:
        """Take what is typed; where it names nothing put back what was there."""
        self._take_typed()
        self._mark("")

    def showPopup(self) -> None:
        self._offer_all()
        super().showPopup()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()  # the line itself says nothing while its list of names is open

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.is_in_hand():
            self.show_value(self._value)
            self._mark("")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.showPopup()  # a closed box is not stepped through: each step would be an edit
        else:
            if event.text().isprintable() and event.text():
                self._offer_all()
            super().keyPressEvent(event)

    @property
    def _held(self) -> Any:
        """What is shown as picked once everything is offered."""
        return self._value

    @property
    def _name(self) -> str:
        return "" if self._value is None else super()._name

    @property
    def _typed(self) -> str:
        return self._line.text() if self._line else ""

    def _offer_all(self) -> None:
        if not self._is_offered:
            self._is_offered = True
            line = self._line
            typed, start, length = self._typed, line.selectionStart() if line else 0, len(self._selected)
            cursor = line.cursorPosition() if line else 0
            self.offer(self.offered(), self._held)
            if line:  # what is typed so far stays, and what is about to be typed over
                line.setText(typed)
                line.setCursorPosition(cursor)
                if length:
                    line.setSelection(start, length)

    @property
    def _selected(self) -> str:
        return self._line.selectedText() if self._line else ""

    def _take_typed(self, *_: object) -> None:
        if self._typed != self._name:
            self._offer_all()
        super()._take_typed()

    def _check(self, typed: str) -> None:
        self._offer_all()
        part = typed.strip().casefold()
        fits = not part or any(part in name.casefold() for _, name in self.names.things)
        self._mark("" if fits else tr("Nothing here is called “{typed}”.", typed=typed.strip()))

    def _mark(self, refused: str) -> None:
        if refused != self._refused:
            self._refused = refused
            self.told.emit(refused)
            self.setProperty("refused", bool(refused))
            self.style().unpolish(self)
            self.style().polish(self)


class PickEditor(LatePicker):
    """Shows a name and holds an id; a pick is written at once."""

    def __init__(self, field: PickField, hand: Hand) -> None:
        super().__init__(field.label, hand.theme)
        self.field, self.hand = field, hand
        self.takes_whole = field.field == "timezone"  # a part of one is in many others
        self.refused.connect(hand.session.refused)
        self.written: Any = None
        """What is written in the document."""
        self.picked.connect(self._write)

    def offered(self) -> Choices:
        hand = self.hand
        things = self.field.things(hand.session.document, hand.named, hand.thing)
        unknown = ((None, self.field.absent),) if self.field.optional else ()
        is_there = self.written is None or self.written is SEVERAL or any(thing == self.written for thing, _ in things)
        return (*unknown, *things) if is_there else (*unknown, (self.written, self._called(self.written)), *things)

    def fill(self, value: Any) -> None:
        """Show what is written now, and forget what was offered: the things may be others."""
        self.written = value
        name = "" if value is SEVERAL or value is None else self._called(value)
        self.show_only(value, name)
        self.say_empty(tr("several") if value is SEVERAL else tr(self.field.absent) if self.field.optional else "")
        self.setToolTip(as_tip(name))

    @property
    def _held(self) -> Any:
        return self.written

    def _called(self, value: Any) -> str:
        return self.field.name(self.hand.session.document, self.hand.named, value)

    def _take_typed(self, *_: object) -> None:
        if self.field.optional and not self._typed.strip() and self.written is not None and self.written is not SEVERAL:
            self._write(None)
        else:
            super()._take_typed()

    def _write(self, value: Any) -> None:
        if value == self.written:
            return
        before, self.written = self.written, value
        if not self.hand.give(self.field.field, set_to(value)):
            self.written = before
        self.fill(self.written)
