"""The one mutable object: document, history, selection and findings; the only writer and the only emitter."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.findings import Finding, Report
from orgmodel.history import History
from orgmodel.model import Organization, Subject, TeamId
from ui.remedies import Remedies

if TYPE_CHECKING:
    from orgmodel.commands import Command  # all of them are loaded with it, and the app starts without any


class Session(QObject):
    """One open document. Views listen, project and ask it to execute commands; they hold nothing of their own."""

    document_changed = Signal(object, object)
    """Before and after, both `Document`; views sync what differs, by identity."""
    history_changed = Signal()
    """Undo, redo, their names or *modified* may be different."""
    selection_changed = Signal()
    findings_changed = Signal(object)
    """The new `Report`."""
    file_changed = Signal()
    """The path, or what is known of the file on disk."""
    finding_shown = Signal(object)
    """Somebody went to this `Finding`: mark it in the panel, bring what it is about into view in the lens."""
    field_wanted = Signal(str)
    """Somebody wants to fill in this field of what is selected."""
    inquiry_wanted = Signal(str)
    """Somebody wants the window of this action, about what is selected: `walk-page`."""
    refused = Signal(str)
    """An edit was refused: the sentence for the status bar."""

    def __init__(self, document: Document, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = History.starting(document)
        self.saved_document: Document | None = document if path else None
        self.path = path
        self.today = date.today()
        self.report: Report | None = None
        """The findings of some recent document; None until the first analysis is through."""
        self.finding: Finding | None = None
        """The finding somebody went to last; `_place` is where it stood among those that are walked through."""
        self._place = 0
        self._is_gone = False
        self._walk: tuple[Finding, ...] | None = None
        self.remedies = Remedies()
        self.selection: tuple[Subject, ...] = ()
        """What is selected, the most important first: rows, teams, escalations, services."""
        self.team: TeamId | None = None
        """The team whose column the cell in hand is in, where the selection is a cell of the matrix."""
        self.cells = 0
        """How many cells of the matrix are selected together, where there are several."""
        self.lens = "lens-matrix"
        """The action of the lens in front, which is what somebody looks at."""
        self.moment: datetime | None = None
        """The minute that the week on screen is looked at, on the clocks of a zone; None while no week is on screen."""

    @property
    def document(self) -> Document:
        return self.history.document

    @property
    def organization(self) -> Organization:
        return self.document.organization

    @property
    def is_modified(self) -> bool:
        return self.document is not self.saved_document

    def execute(self, command: Command) -> bool:
        """Apply a command as one step; False where it was refused (the sentence is emitted) or changed nothing."""
        try:
            after = command.apply(self.document)
        except CommandRefused as refusal:
            self.refused.emit(str(refusal))
            return False
        return self._go(self.history.then(command.label(self.document), after))

    def undo(self) -> bool:
        return self._go(self.history.undone())

    def redo(self) -> bool:
        return self._go(self.history.redone())

    def select(self, *subjects: Subject, team: TeamId | None = None, cells: int = 0) -> None:
        """Select things everywhere; the first is the one the Inspector shows."""
        if (subjects, team, cells) != (self.selection, self.team, self.cells):
            self.selection, self.team, self.cells = subjects, team, cells
            self.selection_changed.emit()

    def show_findings(self, report: Report) -> None:
        self.report = report
        self.remedies.forget()
        if self.finding:
            same = (each for each in (*report.findings, *report.waived) if is_same_finding(each, self.finding))
            found = next(same, None)
            self.finding, self._is_gone = found or self.finding, found is None
        self.findings_changed.emit(report)

    @property
    def highlighted(self) -> Finding | None:
        """The finding whose evidence stands out: the last one somebody went to, while it is there and selected."""
        is_selected = self.finding and self.team is None and self.selection == self.finding.subjects
        return self.finding if is_selected and not self._is_gone else None

    @property
    def walk(self) -> tuple[Finding, ...]:
        """The findings that are stepped through: as they are listed, where a list is on screen; else every open one."""
        return self._walk if self._walk is not None else self.report.findings if self.report else ()

    def walk_through(self, findings: tuple[Finding, ...] | None) -> None:
        """Step through these from now on, each there once; through every open one where they are None."""
        self._walk = findings

    def show_finding(self, finding: Finding) -> None:
        """Go to a finding: what it is about is selected, and everybody is told to bring it into view."""
        self.finding, self._is_gone = finding, False
        self._place = next((place for place, each in enumerate(self.walk) if each is finding), self._place)
        self.select(*finding.subjects)
        self.finding_shown.emit(finding)

    def step_finding(self, step: int) -> bool:
        """Go `step` findings on from the last one, round and round; False where there are none.

        Where the last one is gone, because it was fixed, the one that took its place is the next.
        """
        findings = self.walk
        if not findings:
            return False
        last = self._place_of_finding(findings)
        if last is None:
            last = self._place - (step > 0) if self.finding else (-1 if step > 0 else 0)
        self.show_finding(findings[(last + step) % len(findings)])
        return True

    def fill_in(self, named: Subject, field: str) -> None:
        """Select a thing and have one of its fields opened."""
        self.select(named)
        self.field_wanted.emit(field)

    def _place_of_finding(self, findings: tuple[Finding, ...]) -> int | None:
        """Where the finding somebody went to last stands, else the first one about what is selected."""
        last = self.finding
        if last and last.subjects == self.selection:
            places = (place for place, each in enumerate(findings) if is_same_finding(each, last))
        else:
            places = (place for place, each in enumerate(findings) if each.subjects[:1] == self.selection[:1])
        return next(places, None)

    def mark_saved(self, path: Path) -> None:
        """The document in hand is what the file at that path holds."""
        self.path, self.saved_document = path, self.document
        self.file_changed.emit()
        self.history_changed.emit()

    def mark_untouched(self) -> None:
        """Nothing of anybody's would be lost by closing what is in hand: a copy, a new document."""
        self.saved_document = self.document
        self.history_changed.emit()

    def _go(self, history: History) -> bool:
        before = self.document
        self.history = history
        if self.document is before:
            return False
        self.document_changed.emit(before, self.document)
        self.history_changed.emit()
        return True


def is_same_finding(one: Finding, other: Finding) -> bool:
    """Whether two findings say the same of the same things, perhaps in other words."""
    return one.code == other.code and one.subjects == other.subjects
