"""The sheet of one kind of thing: what is told of it, and under that its fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from orgmodel.model import Organization, Responsibility, Subject, Team, TeamId, subject_parts
from ui import things
from ui.inspector import subjects
from ui.inspector.fields import Section
from ui.inspector.folds import Folds
from ui.inspector.form import FieldForm
from ui.inspector.hand import ThingsHand
from ui.inspector.id_line import IdLine
from ui.inspector.letters import AnotherTeam
from ui.inspector.load import LoadSection
from ui.inspector.move_buttons import EscalationPlace
from ui.inspector.parts import TeamList, Told, Top
from ui.inspector.sheets import SECTIONS
from ui.inspector.steadiness import Steadiness
from ui.inspector.stops import stops_in
from ui.pieces import rule, words
from ui.session import Session
from ui.theme import Theme

Subjects = tuple[Subject, ...]


class Sheet(QScrollArea):
    """Filled with one thing after the other; `is_alone` is False where it is for several things at once."""

    def __init__(
        self, session: Session, theme: Theme, go: Callable[[Subject], None], named: Subjects, folds: Folds
    ) -> None:
        super().__init__()
        self.session, self.theme, self._go, self._folds = session, theme, go, folds
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that nothing changes its width
        self.verticalScrollBar().rangeChanged.connect(self._show_range)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.named = named
        self.forms: tuple[FieldForm, ...] = ()
        """One for the thing or for all of them, or one for each escalation between two teams."""
        self.load: LoadSection | None = None
        """What the team carries, where the sheet is for a team."""
        self.another: AnotherTeam | None = None
        """What gives one more team a letter, where the sheet is for a row."""
        self.places: tuple[EscalationPlace, ...] = ()
        """What moves each escalation, where the sheet is for those between two teams."""
        self.top: Top
        """What stands above the fields."""
        self._column: QVBoxLayout
        self._is_whole = False
        """Whether every finding is told, and not only the first."""
        self._build(named)

    def show_things(self, named: Subjects) -> None:
        """Things of the kind that the sheet is for, as they are now."""
        is_other = named != self.named
        found = things.find_all(self.session.document, named)
        if is_other:
            self._is_whole = False
            self.steadiness.release()
        if self._number_of_forms(named, found) != len(self.forms):
            self._build(named)
        elif is_other:
            self.fill(named, found)
        else:
            with self.steadiness.held():
                self.fill(named, found)
        if is_other:
            self.verticalScrollBar().setValue(0)

    def fill(self, named: Subjects, found: Sequence[Any]) -> None:
        """Fill the fields, leaving alone what somebody is typing, and say above them what is so now."""
        is_other, self.named = named != self.named, named
        if self.load:
            self.load.show_team(TeamId(subject_parts(named[0])[1]))
        if self.another:
            self.another.show_row(named[0])
        if len(self.forms) == 1:
            self.forms[0].fill(named, found)
        else:
            for form, thing in zip(self.forms, found, strict=True):
                form.fill(named, (thing,))
        self.id_line.show_thing(found[0] if len(named) == 1 else None)
        for place, escalation in zip(self.places, found, strict=False):
            place.show_escalation(escalation)
        self.tell(is_other=is_other)

    def tell(self, *, is_other: bool = False) -> None:
        """Say above the fields what is so now; the keyboard stays on the line of a team, of the same thing."""
        told = _told(self.session, self.named)
        before = self.top.told
        if told != before:
            with nullcontext() if is_other else self.steadiness.held():
                self._put_top(told, is_other=is_other)
            self.steadiness.tell(before.findings, told.findings)

    def _put_top(self, told: Told, *, is_other: bool = False) -> None:
        old, self.top = self.top, self._made_top(told)
        self._column.replaceWidget(old, self.top)
        self.top.show()
        focused = self.focusWidget()
        if focused is not None and old.isAncestorOf(focused):
            # Or the next field would have the keyboard, and be scrolled to.
            same = None if is_other else self.top.line_of(old.subject_at(focused))
            (same or self).setFocus()
        old.hide()
        old.deleteLater()

    def _made_top(self, told: Told) -> Top:
        top = Top(told, self.theme, (self._go, self._give_letters), is_whole=self._is_whole)
        if top.others:
            top.others.clicked.connect(self._show_whole)
        return top

    def _show_whole(self) -> None:
        """Tell every finding from now on, until another thing is shown."""
        self._is_whole = True
        self._put_top(self.top.told)

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 (Qt's own)
        return self._step(1 if forwards else -1) or super().focusNextPrevChild(forwards)

    def _step(self, step: int) -> bool:
        """Give the keyboard to what stands next on the sheet; parts of it are made in any order."""
        stops, focused = stops_in(self.widget()), QApplication.focusWidget()
        if focused not in stops:
            return False
        place = stops.index(focused) + step
        if 0 <= place < len(stops):
            reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            stops[place].setFocus(reason)
            self.ensureWidgetVisible(stops[place])
            return True
        return False

    def _show_range(self, least: int, most: int) -> None:
        """Without anything to scroll there is no bar to be seen; as the window goes the bar may be gone before this."""
        if isValid(self) and isValid(self.verticalScrollBar()):
            self.verticalScrollBar().setEnabled(most > least)

    def show_folds(self) -> None:
        for form in self.forms:
            form.show_folds()

    def is_typed_in(self) -> bool:
        return any(form.has_focus() for form in self.forms)

    def commit(self) -> None:
        """Write what stands half typed: by a key of the window one goes to another thing without leaving the field."""
        for form in self.forms:
            form.commit()

    def _give_letters(self, team: Subject, letters: str | None) -> None:
        from orgmodel.commands import AssignTeam
        from orgmodel.model import RowId

        row, of = RowId(subject_parts(self.named[0])[1]), TeamId(subject_parts(team)[1])
        self.session.execute(AssignTeam(row, of, letters))  # type: ignore[arg-type]  # the menu offers letters alone

    def _number_of_forms(self, named: Subjects, found: Sequence[Any]) -> int:
        return len(found) if len(named) == 1 and subject_parts(named[0])[0] == "escalation" else 1

    def _build(self, named: Subjects) -> None:
        """Build it in the place of the old one, which may be in the middle of losing the keyboard: that goes later."""
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.named = named
        inside = QWidget()
        inside.setObjectName("sheet")
        inside.setMinimumWidth(1)  # else one long word would make it wider than the dock
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(12, 2, 4, 12)  # and at the right the scroll bar, seen or not
        column.setSpacing(0)
        self.top = self._made_top(_told(self.session, named))
        column.addWidget(self.top)
        self.steadiness = Steadiness(self, self.theme)
        column.addWidget(self.steadiness.space)
        kind = subject_parts(named[0])[0]
        self.another = self.load = None
        if kind == "responsibility" and len(named) == 1:
            self.another = AnotherTeam(self.session, self.theme, self._give_letters)
            self.another.show_row(named[0])
            column.addWidget(self.another)
            column.addSpacing(6)
        column.addWidget(rule(self.theme))
        column.addSpacing(6)
        self._add_forms(kind, named, column)
        if kind == "team" and len(named) == 1:
            self.load = LoadSection(self.session, self.theme)
            self.load.show_team(TeamId(subject_parts(named[0])[1]))
            column.addWidget(self.load)
        self.id_line = IdLine(self.theme)
        column.addWidget(self.id_line)  # before it is shown, or it would be a window of its own
        self.id_line.show_thing(things.find(self.session.document, named[0]) if len(named) == 1 else None)
        column.addStretch()
        self.setWidget(inside)

    def _add_forms(self, kind: str, named: Subjects, column: QVBoxLayout) -> None:
        found = things.find_all(self.session.document, named)
        sections = SECTIONS[kind] if len(named) == 1 else _shared(SECTIONS[kind])
        is_apart = self._number_of_forms(named, found) != 1
        each_of = [(thing,) for thing in found] if is_apart else [found]
        self.forms = tuple(
            FieldForm(kind, sections, ThingsHand(self.session, self.theme, self._go, named, of), self._folds)
            for of in each_of
        )
        is_escalation = kind == "escalation" and len(named) == 1
        self.places = tuple(EscalationPlace(self.session, self.theme) for _ in found) if is_escalation else ()
        for number, form in enumerate(self.forms, 1):
            if len(self.forms) > 1:
                column.addWidget(
                    words(f"{number} of {len(self.forms)} escalations here", self.theme.ink, 13, "semibold")
                )
            column.addWidget(form)
            if self.places:
                self.places[number - 1].show_escalation(found[number - 1])
                column.addWidget(self.places[number - 1])
            column.addSpacing(8)


def _shared(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with the fields that several things can have the same value in."""
    kept = (
        Section(section.title, tuple(field for field in section.fields if not field.alone), section.is_open)
        for section in sections
    )
    return tuple(section for section in kept if section.fields)


def _told(session: Session, named: Subjects) -> Told:
    document = session.document
    if len(named) > 1:
        return Told(things.several_said(named), subjects.several_names(document, named), None, (), ())
    thing = things.find(document, named[0])
    return Told(
        subjects.title_of(document, named[0], thing),
        subjects.place_of(document.organization, thing, named[0]),
        thing.kind if isinstance(thing, Team) else None,
        subjects.sentences_of(session.report, named[0]),
        _lists(document.organization, thing),
    )


def _lists(organization: Organization, thing: object) -> tuple[TeamList, ...]:
    if isinstance(thing, Responsibility):
        return (("", subjects.letters_of(organization, thing), "No team has a letter here."),)
    return ()
