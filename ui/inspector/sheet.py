"""The sheet of one kind of thing: what is told of it, and under that its fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from orgmodel.model import Escalation, Organization, Responsibility, Subject, Team, TeamId, subject_parts
from ui.inspector import subjects
from ui.inspector.editors import FieldForm
from ui.inspector.fields import FIELDS
from ui.inspector.load import LoadSection
from ui.inspector.parts import TeamList, Told, Top
from ui.pieces import rule, words
from ui.session import Session
from ui.theme import Theme


class Sheet(QScrollArea):
    """Filled with one thing after the other; built anew only where the fields are others."""

    def __init__(self, session: Session, theme: Theme, go: Callable[[Subject], None], named: Subject) -> None:
        super().__init__()
        self.session, self.theme, self._go = session, theme, go
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.forms: tuple[FieldForm, ...] = ()
        """One for the thing, or one for each way between two teams."""
        self.load: LoadSection | None = None
        """What the team carries, where the sheet is for teams."""
        self.top: Top
        """What stands above the fields."""
        self._column: QVBoxLayout
        self._build(named)

    def show_thing(self, named: Subject) -> None:
        """A thing of the kind that the sheet is for, as it is now."""
        is_other = named != self.forms[0].named
        things = subjects.find_all(self.session.organization, named)
        if self.is_typed_in() or len(things) != len(self.forms) or not self.offers(self.session.organization):
            self._build(named)
        else:
            self.fill(named, things)
        if is_other:
            self.verticalScrollBar().setValue(0)

    def fill(self, named: Subject, things: tuple[object, ...]) -> None:
        """Fill the fields, leaving alone what somebody is typing, and say above them what is so now."""
        if self.load:
            self.load.show_team(TeamId(subject_parts(named)[1]))
        for form, thing in zip(self.forms, things, strict=True):
            form.fill(named, thing)
        self.tell(named)

    def tell(self, named: Subject) -> None:
        """Say above the fields what is so now."""
        told = _told(self.session, named)
        if told != self.top.told:
            old, self.top = self.top, Top(told, self.theme, self._go)
            self._column.replaceWidget(old, self.top)
            if old.isAncestorOf(self.focusWidget()):
                self.setFocus()  # or the next field would have the keyboard, and be scrolled to
            old.hide()
            old.deleteLater()

    def is_typed_in(self) -> bool:
        return any(form.has_focus() for form in self.forms)

    def offers(self, organization: Organization) -> bool:
        """Whether every choice is still what the organisation has."""
        return all(form.offers(organization) for form in self.forms)

    def _build(self, named: Subject) -> None:
        """Build it in the place of the old one, which may be in the middle of losing the keyboard: that goes later."""
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        inside = QWidget()
        inside.setObjectName("sheet")
        inside.setMinimumWidth(1)  # else one long word would make it wider than the dock
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(12, 2, 12, 12)
        column.setSpacing(0)
        self.top = Top(_told(self.session, named), self.theme, self._go)
        column.addWidget(self.top)
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
        self.load = None
        if subject_parts(named)[0] == "team":
            self.load = LoadSection(self.session, self.theme)
            self.load.show_team(TeamId(subject_parts(named)[1]))
            column.addWidget(self.load)
        column.addStretch()
        self.setWidget(inside)


def _told(session: Session, named: Subject) -> Told:
    organization = session.organization
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
        subjects.sentences_of(session.report, named),
        _lists(organization, thing),
    )


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
