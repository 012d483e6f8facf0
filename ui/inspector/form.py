"""The fields of one thing, or of several at once: sections of labels and editors, with what is wrong under each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from orgmodel.model import Subject, subject
from ui.icons import icon
from ui.inspector.fields import ChoiceField, Field, ListField, PickField, Section, TableField, TextField
from ui.inspector.folds import FoldHead, Folds
from ui.inspector.hand import Hand, ThingsHand
from ui.inspector.held import SEVERAL
from ui.inspector.list_editor import ListEditor
from ui.inspector.making import as_editor, editor_for
from ui.inspector.table_editor import TableEditor
from ui.pieces import rule, words
from ui.plain_text import as_tip
from ui.style import wear
from ui.translation import tr

LABEL: Final = 96
NARROW: Final = 104


class Remark(QLabel):
    """A few words beside an editor, cut with “…” where there is no room for them."""

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, measured = QPainter(self), self.fontMetrics()
        said = measured.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(side | Qt.AlignmentFlag.AlignVCenter), said)


class FieldRow(QWidget):
    """A label, the editor of its field, what is to be said beside it, and what is wrong under it."""

    def __init__(self, field: Field, hand: Hand, *, is_titled: bool) -> None:
        super().__init__()
        self.field, self.hand = field, hand
        self.remark: QLabel | None = None
        self.go: QToolButton | None = None
        self._refusal: QLabel | None = None
        self.editor = self._made(field)
        as_editor(self.editor).told.connect(self.say)
        is_wide = isinstance(field, TableField | ListField)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        if not is_wide:
            label = QLabel(tr(field.label))
            label.setFixedWidth(LABEL)
            label.setMinimumHeight(24)
            label.setBuddy(self.editor)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        elif not is_titled:
            self._column.addWidget(words(tr(field.label), hand.theme.ink, 12, "semibold"))
        row.addLayout(self._column, 1)
        self._column.addLayout(self._beside(field))

    def fill(self, thing: Any) -> None:
        """Show what the field holds, unless somebody is changing it."""
        value = None if isinstance(self.field, TableField | ListField) else self.hand.value(self.field.field)
        if not as_editor(self.editor).is_in_hand():
            as_editor(self.editor).fill(value)
        if self.go:
            self.go.setVisible(value is not None and value is not SEVERAL and value != "alert")
        if isinstance(self.field, ChoiceField) and self.field.instead and self.remark:
            short, whole = self.field.instead(self.hand.session.organization, thing)
            for widget in (self.remark, self.editor):
                widget.setToolTip(as_tip(whole))
            self.remark.setText(short or tr(self.field.remark))

    def say(self, refused: str) -> None:
        """Why what is typed cannot be, under the field; nothing where it can."""
        if self._refusal is None:
            if not refused:
                return
            self._refusal = words("", self.hand.theme.error, 12)
            self._refusal.setWordWrap(True)
            self._refusal.setObjectName("refusal")
            self._column.addWidget(self._refusal)
        self._refusal.setText(refused)
        self._refusal.setVisible(bool(refused))
        self.editor.setAccessibleDescription(refused)

    def take_keyboard(self) -> None:
        if isinstance(self.editor, TableEditor | ListEditor):
            self.editor.focus_line()
        else:
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _made(self, field: Field) -> QWidget:
        if isinstance(field, TableField):
            return TableEditor(field, self.hand)
        if isinstance(field, ListField):
            return ListEditor(field, self.hand)
        return editor_for(field, self.hand)

    def _beside(self, field: Field) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        if getattr(field, "narrow", False):
            self.editor.setFixedWidth(NARROW)
        row.addWidget(self.editor, 1)
        if isinstance(field, TextField | ChoiceField) and field.remark:
            self.remark = Remark(tr(field.remark))
            self.remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            wear(self.remark, "caption")
            row.addWidget(self.remark, 1)
        elif getattr(field, "narrow", False):
            row.addStretch(1)
        if isinstance(field, PickField) and field.kind:
            row.setSpacing(2)
            self.go = self._made_go(field)
            row.addWidget(self.go)
        return row

    def _made_go(self, field: PickField) -> QToolButton:
        made = QToolButton()
        wear(made, "small-icon")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setIcon(icon("arrow-right", self.hand.theme.ink2, 14))
        made.setAccessibleName(tr("Go to {label}", label=tr(field.label)))
        made.setToolTip(tr("Go there"))
        made.clicked.connect(lambda: self.hand.go(subject(field.kind, self.hand.value(field.field))))
        return made


class FieldForm(QWidget):
    """The sections of one kind of thing; a section is made when it is first opened."""

    def __init__(self, kind: str, sections: Sequence[Section], hand: ThingsHand, folds: Folds) -> None:
        super().__init__()
        self.kind, self.sections, self.hand, self.theme = kind, tuple(sections), hand, hand.theme
        self.editors: dict[str, QWidget] = {}
        """By field, those that have been made."""
        self.remarks: dict[str, QLabel] = {}
        """By field: what stands beside its editor."""
        self.heads: dict[str, FoldHead] = {}
        """By title of the section."""
        self._folds = folds
        self._rows: dict[str, list[FieldRow]] = {}
        """By title of the section, those that have been made."""
        self._bodies: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for section in self.sections:
            self._lay(section, column)
        self.show_folds()

    @property
    def named(self) -> Subject:
        return self.hand.named

    @property
    def thing(self) -> Any:
        return self.hand.thing

    def fill(self, subjects: Sequence[Subject], things: Sequence[Any]) -> None:
        """Show things as they are now, leaving alone what somebody is changing of the same ones."""
        if tuple(subjects) != self.hand.subjects:
            self._put_back()
        self.hand.subjects, self.hand.things = tuple(subjects), tuple(things)
        self._count()
        for title, rows in self._rows.items():
            if not self._bodies[title].isHidden():
                self._fill(rows)

    def show_folds(self) -> None:
        """Open and fold the sections as it is remembered."""
        for section in self.sections:
            self._open(section, is_open=self._folds.is_open(self.kind, section))
        self._count()

    def focus_first(self) -> None:
        self._rows[self.sections[0].title][0].take_keyboard()

    def focus_field(self, field: str) -> QWidget | None:
        """Open the section of a field and put the keyboard there; None where there is no such field."""
        for section in self.sections:
            for each in section.fields:
                if field in (each.field, each.field.partition(".")[0]):
                    self._open(section, is_open=True)
                    row = next(row for row in self._rows[section.title] if row.field is each)
                    row.take_keyboard()
                    return row
        return None

    def has_focus(self) -> bool:
        return self._focused() is not None

    def commit(self) -> None:
        """Write what stands half typed."""
        editor = self._focused()
        if editor:
            as_editor(editor).commit()

    def _focused(self) -> QWidget | None:
        """The editor that has the keyboard."""
        focused = self.focusWidget()
        if focused is None or not focused.hasFocus():
            return None
        editors = self.editors.values()
        return next((editor for editor in editors if editor is focused or editor.isAncestorOf(focused)), None)

    def _lay(self, section: Section, column: QVBoxLayout) -> None:
        body = self._bodies[section.title] = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(4)
        if section.title:
            head = self.heads[section.title] = FoldHead(tr(section.title), self.theme)
            head.turned.connect(lambda is_open, section=section: self._turn(section, is_open=is_open))
            column.addWidget(rule(self.theme))
            column.addWidget(head)
        column.addWidget(body)
        body.hide()

    def _turn(self, section: Section, *, is_open: bool) -> None:
        self._folds.turn(self.kind, section, is_open=is_open)
        self._open(section, is_open=is_open)

    def _open(self, section: Section, *, is_open: bool) -> None:
        title = section.title
        if title in self.heads:
            self.heads[title].show_open(is_open=is_open)
        if is_open:
            if title not in self._rows:
                self._make(section)
            self._fill(self._rows[title])
        self._bodies[title].setVisible(is_open)

    def _make(self, section: Section) -> None:
        layout = self._bodies[section.title].layout()
        rows = self._rows[section.title] = []
        for field in section.fields:
            row = FieldRow(field, self.hand, is_titled=field.label == section.title or len(section.fields) == 1)
            rows.append(row)
            self.editors[field.field] = row.editor
            if row.remark:
                self.remarks[field.field] = row.remark
            if layout:
                layout.addWidget(row)

    def _fill(self, rows: Sequence[FieldRow]) -> None:
        for row in rows:
            row.fill(self.hand.thing)

    def _count(self) -> None:
        """Say at the head of each section how many things are listed in it."""
        document, thing = self.hand.session.document, self.hand.thing
        for section in self.sections:
            first = section.fields[0]
            if section.title and isinstance(first, ListField):
                listed = (field for field in section.fields if isinstance(field, ListField))
                self.heads[section.title].show_count(sum(len(field.links(document, thing)) for field in listed))
            elif section.title and isinstance(first, TableField) and first.add is not None:
                self.heads[section.title].show_count(len(first.rows(document, thing)))

    def _put_back(self) -> None:
        """Forget what somebody has begun: it was of another thing."""
        for editor in self.editors.values():
            focused = editor.focusWidget() or editor
            if as_editor(editor).is_in_hand():
                as_editor(editor).fill(None)
            elif isinstance(editor, TableEditor) and focused is not editor:
                editor.forget()
