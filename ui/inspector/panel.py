"""The dock's content: what is selected, in the sheet of its kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from orgmodel.document import Document
from orgmodel.model import ORGANIZATION, Subject, subject_parts
from ui.empty_state import EmptyState
from ui.inspector.folds import Folds
from ui.inspector.form import FieldForm
from ui.inspector.sheet import Sheet
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme
from ui.things import KIND_CAPTIONS, find_all, several_said, shown_of
from ui.translation import tr


class InspectorPanel(QWidget):
    """Shows the first thing of the selection, or all of it where it is of one kind.

    `caption_changed` is what stands beside the dock's title.
    """

    caption_changed = Signal(str)
    shown = Signal(str)
    """A subject that somebody pressed here, to be brought into view."""
    head: tuple[QWidget, ...] = ()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self.empty = EmptyState(theme, self)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self.folds = Folds()
        self._sheets: dict[tuple[str, bool], Sheet] = {}
        """By kind of thing, and whether it is for one: building one takes longer than a frame."""
        self.sheet: Sheet | None = None
        """The one that is shown; None where nothing is selected."""
        self.named: tuple[Subject, ...] = ()
        """What is shown: one thing, or several of one kind."""
        self.setStyleSheet(_sheet_style(theme))
        self.empty.pressed.connect(lambda: self._go(ORGANIZATION))
        session.selection_changed.connect(self.show_selection)
        session.document_changed.connect(self._follow)
        session.findings_changed.connect(self.show_selection)
        self.show_selection()

    @property
    def caption(self) -> str:
        """What stands beside the dock's title."""
        if len(self.named) > 1:
            return several_said(self.named)
        return tr(KIND_CAPTIONS[subject_parts(self.named[0])[0]]) if self.named else ""

    @property
    def forms(self) -> tuple[FieldForm, ...]:
        """One for the thing, or one for each escalation between two teams; none where nothing is selected."""
        return self.sheet.forms if self.sheet else ()

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.empty.apply_theme(theme)
        self.setStyleSheet(_sheet_style(theme))
        old, self._sheets, self.sheet = self._sheets, {}, None  # before one goes: what is typed in it is written then
        for sheet in old.values():
            self._pages.removeWidget(sheet)
            sheet.deleteLater()
        self.show_selection()

    def focus_first(self) -> None:
        """Put the keyboard into the first field, as Enter in a lens asks."""
        if self.forms:
            self.forms[0].focus_first()
        else:
            self.empty.action.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_field(self, field: str) -> None:
        """Put the keyboard into a field of what is selected, ready to be typed over; the first where it has no such."""
        row = self.forms[0].focus_field(field) if self.forms else None
        if row is None or self.sheet is None:
            self.focus_first()
            return
        sheet = self.sheet
        sheet.ensureWidgetVisible(row)
        QTimer.singleShot(0, lambda: sheet.ensureWidgetVisible(row))  # once a section that was folded has its height

    def recall(self, settings: Settings) -> None:
        """Sections are open or folded as they were left."""
        self.folds.recall(settings)
        for sheet in self._sheets.values():
            sheet.show_folds()

    def show_selection(self) -> None:
        session = self.session
        named = shown_of(session.document, session.selection, only_first=session.highlighted is not None)
        if named and named == self.named and self.sheet and self.sheet.is_typed_in():
            self.sheet.tell()  # somebody is typing; the fields are theirs
            return
        if named != self.named and self.sheet and len(find_all(session.document, self.named)) == len(self.named):
            self.sheet.commit()
        self._show(named)

    def _show(self, named: tuple[Subject, ...]) -> None:
        before, self.named = self.sheet, named
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        if not named:
            self.sheet = None
            self.empty.say(
                tr("Nothing selected."),
                tr("Click a row, a team or an arrow, or move to it with the arrow keys."),
                tr("Fields of the organisation"),
            )
        else:
            self.sheet = self._sheet(named)
        self._pages.setCurrentWidget(self.sheet or self.empty)
        if had_keyboard and self.sheet is not before:
            (self.sheet or self.empty.action).setFocus(Qt.FocusReason.OtherFocusReason)
        self.caption_changed.emit(self.caption)

    def _sheet(self, named: tuple[Subject, ...]) -> Sheet:
        """The sheet of its kind, with the things in it."""
        key = (subject_parts(named[0])[0], len(named) == 1)
        found = self._sheets.get(key)
        if found:
            found.show_things(named)
            return found
        made = self._sheets[key] = Sheet(self.session, self.theme, self._go, named, self.folds)
        self._pages.addWidget(made)
        return made

    def _follow(self, before: Document, after: Document) -> None:
        if not self.named or self.sheet is None:
            self.show_selection()
        elif len(find_all(after, self.named)) < len(self.named) or self._is_other_now(before, after):
            session = self.session
            self._show(shown_of(after, session.selection, only_first=session.highlighted is not None))

    def _is_other_now(self, before: Document, after: Document) -> bool:
        """Whether anything that the sheet shows may be different: what it is of, or what that names."""
        if find_all(before, self.named) != find_all(after, self.named):
            return True
        held = ("teams", "services", "layers", "areas", "rotations", "escalations", "questionnaires", "assessments")
        is_row = subject_parts(self.named[0])[0] == "responsibility"
        names = held[:4] if is_row else held
        organizations = before.organization, after.organization
        if any(getattr(organizations[0], name) is not getattr(organizations[1], name) for name in names):
            return True
        said = ("waivers", "decisions", "views")
        return self.named[0] == ORGANIZATION and any(getattr(before, n) is not getattr(after, n) for n in said)

    def _go(self, subject: Subject) -> None:
        self.session.select(subject)
        self.shown.emit(subject)


def _sheet_style(theme: Theme) -> str:
    """Fields are 24 high here, and red-edged while what is typed means nothing."""
    return f"""
#sheet {{ background: {theme.chrome}; }}
QScrollArea {{ background: {theme.chrome}; }}
QScrollBar::handle:vertical:disabled {{ background: transparent; }}
QLineEdit, QComboBox {{ min-height: 22px; max-height: 22px; }}
QLineEdit {{ padding: 0 6px; }}
QLineEdit:focus {{ padding: 0 5px; }}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow {{ image: none; }}
QLineEdit:focus, QComboBox:focus {{ min-height: 20px; max-height: 20px; }}
QPlainTextEdit {{ padding: 2px 8px; }}
QPlainTextEdit:focus {{ padding: 1px 7px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ padding: 0; min-height: 0; max-height: 22px; }}
*[flat="true"] {{ border-color: transparent; background: transparent; border-radius: 3px; }}
QLineEdit[flat="true"], QComboBox[flat="true"] {{ padding: 0 4px; font-size: 12px; }}
QLineEdit[flat="true"]:hover, QComboBox[flat="true"]:hover {{ background: {theme.hover}; }}
QLineEdit[flat="true"]:focus, QComboBox[flat="true"]:focus {{ border: 2px solid {theme.accent}; padding: 0 3px;
  background: {theme.paper}; }}
QLineEdit[refused="true"], QComboBox[refused="true"], QPlainTextEdit[refused="true"] {{
  border-color: {theme.error}; }}
QToolButton#fold {{ border: 1px solid transparent; padding: 0; min-height: 22px; max-height: 22px; text-align: left;
  font-weight: 600; }}
QToolButton#fold:focus {{ border: 2px solid {theme.accent}; min-height: 20px; max-height: 20px; }}
"""
