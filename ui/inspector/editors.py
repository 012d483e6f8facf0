"""The fields of a sheet as widgets: each writes one command when it is left, and says at once what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from orgmodel.errors import CommandRefused
from orgmodel.model import Organization, Subject
from ui.icons import pixmap
from ui.inspector.fields import ChoiceField, Choices, Field, TextField, shown
from ui.inspector.subjects import edit
from ui.plain_text import as_tip
from ui.session import Session
from ui.style import wear
from ui.theme import Theme

NARROW = 104
_STAYS: Final = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Why a field loses the keyboard that is not left: its own list opens, or another window comes to the front."""
_CHOICE_EDGES: Final = 40
"""What the borders of a choice and its chevron take of its width."""
Give = Callable[[str, Any], None]
"""Takes a field and the value given for it."""


class FieldForm(QWidget):
    """Label and editor for each field of one thing."""

    def __init__(
        self, fields: tuple[Field, ...], session: Session, named: Subject, thing: object, theme: Theme
    ) -> None:
        super().__init__()
        self.session, self.named, self.thing, self.theme = session, named, thing, theme
        self.editors: dict[str, TextEditor | ChoiceEditor] = {}
        self.remarks: dict[str, QLabel] = {}
        """By field: what stands beside its editor."""
        self._fields = fields
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        form.setHorizontalSpacing(0)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for field in fields:
            editor = self._editor(field, getattr(thing, field.field))
            self.editors[field.field] = editor
            label = QLabel(field.label)
            label.setFixedWidth(96)
            label.setBuddy(editor)
            editor.setAccessibleName(field.label)
            form.addRow(label, self._with_remark(editor, field))
        self._tell_remarks()

    def fill(self, named: Subject, thing: object) -> None:
        """Show a thing as it is now, leaving alone what somebody is typing."""
        self.named, self.thing = named, thing
        for field, editor in self.editors.items():
            if not editor.is_in_hand():
                editor.show_value(getattr(thing, field))
        self._tell_remarks()

    def offers(self, organization: Organization) -> bool:
        """Whether every choice is still what the organisation has."""
        editors = self.editors.values()
        return all(editor.is_offering(organization) for editor in editors if isinstance(editor, ChoiceEditor))

    def focus_first(self) -> None:
        next(iter(self.editors.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_focus(self) -> bool:
        return any(editor.hasFocus() for editor in self.editors.values())

    def _editor(self, field: Field, value: Any) -> TextEditor | ChoiceEditor:
        if isinstance(field, TextField):
            return TextEditor(field, value, self._give, self.session.refused.emit)
        made = ChoiceEditor(field, field.choices(self.session.organization), value, self._give)
        made.chevron = pixmap("chevron-down", self.theme.ink2, 14, self.devicePixelRatioF())
        return made

    def _with_remark(self, editor: QWidget, field: Field) -> QWidget:
        if field.narrow:
            editor.setFixedWidth(NARROW)
        if not field.remark:
            return editor
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        remark = self.remarks[field.field] = QLabel(field.remark)
        remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        wear(remark, "caption")
        row.addWidget(editor)
        row.addWidget(remark, 1)
        return holder

    def _tell_remarks(self) -> None:
        """What counts in place of what is unknown."""
        for field in self._fields:
            if isinstance(field, ChoiceField) and field.instead:
                short, whole = field.instead(self.session.organization, self.thing)
                for widget in (self.remarks[field.field], self.editors[field.field]):
                    widget.setToolTip(as_tip(whole))
                self.remarks[field.field].setText(short or field.remark)

    def _give(self, field: str, value: Any) -> None:
        self.session.execute(edit(self.named, self.thing, field, value))


class TextEditor(QLineEdit):
    """A typed field; Enter or leaving it writes, Esc puts back what was there."""

    def __init__(self, field: TextField, value: Any, give: Give, refuse: Callable[[str], None]) -> None:
        super().__init__()
        self.field, self._give, self._refuse = field, give, refuse
        self.setPlaceholderText("unknown")
        self.show_value(value)
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._check)

    def show_value(self, value: Any) -> None:
        self.value = value
        self.setText(shown(value))
        self.setCursorPosition(0)  # of a long text its start is shown, not its end
        self._mark("")

    def is_in_hand(self) -> bool:
        """Whether somebody is typing here, so that it is left alone."""
        return self.hasFocus()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._leaves(event):
            return False  # nothing is typed here, so undoing is the window's
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != shown(self.value):
            self.show_value(self.value)
        else:
            super().keyPressEvent(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        return undoes and self.text() == shown(self.value)

    def commit(self) -> None:
        if self.text() == shown(self.value):
            return
        try:
            given = self.field.parse(self.text())
        except CommandRefused as refusal:
            self._mark(str(refusal))
            self._refuse(str(refusal))
            return
        self._mark("")
        if given != self.value:
            self.value = given
            self._give(self.field.field, given)

    def _check(self, typed: str) -> None:
        try:
            self.field.parse(typed)
            self._mark("")
        except CommandRefused as refusal:
            self._mark(str(refusal))

    def _mark(self, refusal: str) -> None:
        """Red edge and the reason as a tip while the text means nothing."""
        self.setToolTip(as_tip(refusal))
        if bool(self.property("refused")) != bool(refusal):
            self.setProperty("refused", bool(refusal))
            self.style().unpolish(self)
            self.style().polish(self)


class ChoiceEditor(QComboBox):
    """A chosen field; Enter, a choice in the open list or leaving it writes, Esc puts back what was there."""

    def __init__(self, field: ChoiceField, choices: Choices, value: Any, give: Give) -> None:
        super().__init__()
        self.chevron = QPixmap()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field, self.choices, self._give = field, choices, give
        self._is_stepping = False
        """Whether a key goes through the choices of the closed box."""
        view = QListView(self)
        view.setObjectName("choices")
        self.setView(view)
        for _, name in choices:
            self.addItem(name)
        self.show_value(value)
        self.activated.connect(self._take)

    def is_offering(self, organization: Organization) -> bool:
        return self.choices == self.field.choices(organization)

    def show_value(self, value: Any) -> None:
        self.value = value
        self.setCurrentIndex(self._place)
        if self._place < 0:
            self.setPlaceholderText(str(value))
        self.setToolTip(as_tip(self.currentText() or self.placeholderText()))

    def is_in_hand(self) -> bool:
        """Whether another choice is shown than is written, so that it is left alone."""
        return self.currentIndex() != self._place

    def commit(self) -> None:
        if self.is_in_hand():
            self.value = self.choices[self.currentIndex()][0]
            self._give(self.field.field, self.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_in_hand() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        elif self.is_in_hand() and event.key() == Qt.Key.Key_Escape:
            self.show_value(self.value)
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
        room = self.width() - _CHOICE_EDGES
        text = self.currentText() or self.placeholderText()
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.drawPixmap(self.width() - 20, (self.height() - 14) // 2, self.chevron)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the sheet; it changes nothing

    @property
    def _place(self) -> int:
        """Where among the choices the value is that is written; -1 where it is none of them."""
        return next((place for place, (choice, _) in enumerate(self.choices) if choice == self.value), -1)

    def _take(self) -> None:
        if not self._is_stepping:
            self.commit()
