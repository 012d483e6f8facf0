"""The one mutable object: document, history, selection and findings; the only writer and the only emitter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from orgmodel.commands import Command
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.findings import Report
from orgmodel.history import History
from orgmodel.model import Organization, Subject, TeamId


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
        self.selection: tuple[Subject, ...] = ()
        """What is selected, the most important first: rows, teams, escalations, services."""
        self.team: TeamId | None = None
        """The team whose column the cell in hand is in, where the selection is a cell of the matrix."""

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

    def select(self, *subjects: Subject, team: TeamId | None = None) -> None:
        """Select things everywhere; the first is the one the Inspector shows."""
        if (subjects, team) != (self.selection, self.team):
            self.selection, self.team = subjects, team
            self.selection_changed.emit()

    def show_findings(self, report: Report) -> None:
        self.report = report
        self.findings_changed.emit(report)

    def mark_saved(self, path: Path) -> None:
        """The document in hand is what the file at that path holds."""
        self.path, self.saved_document = path, self.document
        self.file_changed.emit()
        self.history_changed.emit()

    def _go(self, history: History) -> bool:
        before = self.document
        self.history = history
        if self.document is before:
            return False
        self.document_changed.emit(before, self.document)
        self.history_changed.emit()
        return True
