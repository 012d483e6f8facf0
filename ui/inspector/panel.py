"""The dock's content: what is selected, in the sheet of its kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from orgmodel.document import Document
from orgmodel.model import Subject, subject_parts
from ui.empty_state import EmptyState
from ui.inspector import subjects
from ui.inspector.editors import FieldForm
from ui.inspector.sheet import Sheet
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme

KIND_CAPTIONS = {
    "responsibility": "Row",
    "team": "Team",
    "service": "Service",
    "escalation": "Escalation",
    "organization": "Organisation",
}


class InspectorPanel(QWidget):
    """Shows the first thing of the selection; `caption_changed` is what stands beside the dock's title."""

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
        self._sheets: dict[str, Sheet] = {}
        """By kind of thing: building one takes longer than a frame."""
        self.sheet: Sheet | None = None
        """The one that is shown; None where nothing is selected."""
        self.named: Subject | None = None
        self.setStyleSheet(_sheet_style(theme))
        session.selection_changed.connect(self.show_selection)
        session.document_changed.connect(self._follow)
        session.findings_changed.connect(self.show_selection)
        self.show_selection()

    @property
    def caption(self) -> str:
        """What stands beside the dock's title."""
        kind = subject_parts(self.named)[0] if self.named else ""
        return KIND_CAPTIONS.get(kind, "")

    @property
    def forms(self) -> tuple[FieldForm, ...]:
        """One for the thing, or one for each way between two teams; none where nothing is selected."""
        return self.sheet.forms if self.sheet else ()

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.empty.apply_theme(theme)
        self.setStyleSheet(_sheet_style(theme))
        for sheet in self._sheets.values():
            self._pages.removeWidget(sheet)
            sheet.deleteLater()
        self._sheets.clear()
        self.sheet = None
        self.show_selection()

    def focus_first(self) -> None:
        """Put the keyboard into the first field, as Enter in a lens asks."""
        if self.forms:
            self.forms[0].focus_first()

    def focus_field(self, field: str) -> None:
        """Put the keyboard into a field of what is selected, ready to be typed over; the first where it has no such."""
        editor = self.forms[0].editors.get(field) if self.forms else None
        if editor is None or self.sheet is None:
            self.focus_first()
            return
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sheet.ensureWidgetVisible(editor)

    def recall(self, settings: Settings) -> None:
        """It looks like what is selected, in every run."""

    def show_selection(self) -> None:
        named = self._first_selected()
        if named is not None and named == self.named and self.sheet and self.sheet.is_typed_in():
            self.sheet.tell(named)  # somebody is typing; the fields are theirs
            return
        self._show(named)

    def _first_selected(self) -> Subject | None:
        organization = self.session.organization
        return next((each for each in self.session.selection if subjects.find(organization, each) is not None), None)

    def _show(self, named: Subject | None) -> None:
        self.named = named
        if named is None:
            self.sheet = None
            self.empty.say("Nothing selected.", "Click a row, a team or an arrow, or move to it with the arrow keys.")
        else:
            self.sheet = self._sheet(named)
        self._pages.setCurrentWidget(self.sheet or self.empty)
        self.caption_changed.emit(self.caption)

    def _sheet(self, named: Subject) -> Sheet:
        """The sheet of its kind, with the thing in it."""
        kind = subject_parts(named)[0]
        found = self._sheets.get(kind)
        if found:
            found.show_thing(named)
            return found
        made = self._sheets[kind] = Sheet(self.session, self.theme, self._go, named)
        self._pages.addWidget(made)
        return made

    def _follow(self, before: Document, after: Document) -> None:
        if self.named is None or self.sheet is None:
            self.show_selection()
            return
        old, new = (subjects.find_all(document.organization, self.named) for document in (before, after))
        is_told = old == new and all(
            getattr(before.organization, items) is getattr(after.organization, items)
            for items in ("escalations", "services")
        )
        if is_told and self.sheet.offers(after.organization):
            return
        if self.sheet.is_typed_in() and len(new) == len(self.forms):
            self.sheet.fill(self.named, new)
        else:
            self._show(self._first_selected())

    def _go(self, subject: Subject) -> None:
        self.session.select(subject)
        self.shown.emit(subject)


def _sheet_style(theme: Theme) -> str:
    """Fields are 24 high here, and red-edged while what is typed means nothing."""
    return f"""
#sheet {{ background: {theme.chrome}; }}
QScrollArea {{ background: {theme.chrome}; }}
QLineEdit, QComboBox {{ min-height: 22px; max-height: 22px; }}
QLineEdit {{ padding: 0 6px; }}
QLineEdit:focus {{ padding: 0 5px; }}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow {{ image: none; }}
QLineEdit:focus, QComboBox:focus {{ min-height: 20px; max-height: 20px; }}
QLineEdit[refused="true"] {{ border-color: {theme.error}; }}
"""
