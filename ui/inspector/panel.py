"""The dock's content: what is selected, in a form that is built for each kind of thing and filled with each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from orgmodel.document import Document
from orgmodel.model import Escalation, Organization, Responsibility, Subject, Team, subject_parts
from ui.empty_state import EmptyState
from ui.inspector import subjects
from ui.inspector.editors import FieldForm
from ui.inspector.fields import FIELDS
from ui.inspector.parts import TeamList, Told, Top, rule, words
from ui.session import Session
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
    _column: QVBoxLayout
    _top: Top
    """The sheet that is shown, from its first selection on: its column and what stands above its fields."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self.empty = EmptyState(theme, self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.area)
        self.forms: tuple[FieldForm, ...] = ()
        """One for the thing, or one for each way between two teams; none where nothing is selected."""
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

    def apply_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.empty.apply_theme(theme)
        self.setStyleSheet(_sheet_style(theme))
        self.forms = ()
        self.show_selection()

    def focus_first(self) -> None:
        """Put the keyboard into the first field, as Enter in a lens asks."""
        if self.forms:
            self.forms[0].focus_first()

    def show_selection(self) -> None:
        named = self._first_selected()
        if named is not None and named == self.named and self._is_typed_in():
            return  # somebody is typing; what they type decides
        self._show(named)

    def _first_selected(self) -> Subject | None:
        organization = self.session.organization
        return next((each for each in self.session.selection if subjects.find(organization, each) is not None), None)

    def _show(self, named: Subject | None) -> None:
        self.named = named
        if named is None:
            self.forms = ()
            self.empty.say("Nothing selected.", "Click a row, a team or an arrow, or move to it with the arrow keys.")
            self._pages.setCurrentWidget(self.empty)
        else:
            if not self._refill(named):
                self._show_sheet(self._sheet(named))
            self._pages.setCurrentWidget(self.area)
        self.caption_changed.emit(self.caption)

    def _refill(self, named: Subject) -> bool:
        """Show the thing in the sheet that is there; False where its fields are others, or somebody types in them."""
        organization = self.session.organization
        fields, things = FIELDS[subject_parts(named)[0]], subjects.find_all(organization, named)
        if self._is_typed_in() or len(things) != len(self.forms):
            return False
        if not all(form.fields is fields and form.offers(organization) for form in self.forms):
            return False
        for form, thing in zip(self.forms, things, strict=True):
            if form.named != named:
                self.area.verticalScrollBar().setValue(0)
            form.fill(named, thing)
        told = self._told(named)
        if told != self._top.told:
            old, self._top = self._top, Top(told, self.theme, self._go)
            self._column.replaceWidget(old, self._top)
            old.hide()
            old.deleteLater()
        return True

    def _follow(self, before: Document, after: Document) -> None:
        if self.named is None:
            self.show_selection()
            return
        old, new = (subjects.find_all(document.organization, self.named) for document in (before, after))
        is_told = old == new and before.organization.escalations is after.organization.escalations
        if is_told and all(form.offers(after.organization) for form in self.forms):
            return
        if self._is_typed_in() and len(new) == len(self.forms):
            for form, thing in zip(self.forms, new, strict=True):
                form.fill(self.named, thing)
        else:
            self._show(self._first_selected())

    def _is_typed_in(self) -> bool:
        return any(form.has_focus() for form in self.forms)

    def _show_sheet(self, sheet: QWidget) -> None:
        """Put a sheet in the place of the old one, which may be in the middle of losing the keyboard: it goes later."""
        old = self.area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.area.setWidget(sheet)

    def _sheet(self, named: Subject) -> QWidget:
        """What is told of the thing, and its fields."""
        sheet = QWidget()
        sheet.setObjectName("sheet")
        self._column = column = QVBoxLayout(sheet)
        column.setContentsMargins(12, 2, 12, 12)
        column.setSpacing(0)
        self._top = Top(self._told(named), self.theme, self._go)
        column.addWidget(self._top)
        column.addWidget(rule(self.theme))
        column.addSpacing(6)
        fields, things = FIELDS[subject_parts(named)[0]], subjects.find_all(self.session.organization, named)
        self.forms = tuple(FieldForm(fields, self.session, named, each, self.theme) for each in things)
        for number, form in enumerate(self.forms, 1):
            if len(self.forms) > 1:
                column.addWidget(
                    words(f"{number} of {len(self.forms)} escalations here", self.theme.ink, 13, "semibold")
                )
            column.addWidget(form)
            column.addSpacing(8)
        column.addStretch()
        return sheet

    def _told(self, named: Subject) -> Told:
        organization = self.session.organization
        thing = subjects.find(organization, named)
        if isinstance(thing, Escalation):
            names = (organization.team_name(thing.source), organization.team_name(thing.target))
            title = f"{'Alert' if thing.source == 'alert' else names[0]} → {names[1]}"
        else:
            title = getattr(thing, "name", "")
        return Told(
            title,
            subjects.place_of(organization, thing),
            thing.kind if isinstance(thing, Team) else None,
            subjects.sentences_of(self.session.report, named),
            _lists(organization, thing),
        )

    def _go(self, subject: Subject) -> None:
        self.session.select(subject)
        self.shown.emit(subject)


def _lists(organization: Organization, thing: object) -> tuple[TeamList, ...]:
    if isinstance(thing, Responsibility):
        return (("", subjects.letters_of(organization, thing), "No team has a letter here."),)
    if isinstance(thing, Team):
        on_call = f"On call: {subjects.on_call(organization, thing)}"
        return (
            (on_call, (), ""),
            ("Receives pages from", subjects.ways_in(organization, thing), "Nobody pages this team."),
            ("Escalates to", subjects.ways_out(organization, thing), "Nobody above this team."),
        )
    return ()


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
