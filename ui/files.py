"""New, open, save, export and close: what the File menu does with the open documents and their files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtWidgets  # its dialogs are classes of their own that PySide makes when they are first named
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from orgmodel.errors import FileRefused, OrgModelError
from orgmodel.exporting import Format, Wanted
from ui.exporting import CHARTS, Exporter, kinds_of
from ui.open_document import OpenDocument, written_at
from ui.open_documents import OpenDocuments
from ui.opening import Reader, is_large, read_now
from ui.plain_text import message
from ui.save_place import ask_place, is_same, may_write_over, model_stays_said, suggested_place
from ui.session import Session
from ui.settings import Settings
from ui.translation import tr

if TYPE_CHECKING:
    from orgmodel.yaml_file import ModelFile
    from ui.read_ahead import ReadAhead

FILTER: Final = "Model files (*.yaml *.yml);;All files (*)"
REFERENCE_TEMPLATE: Final = "four-teams"


class Files(QObject):
    """Asks before anything is lost; a file that is refused leaves what is open as it is."""

    said = Signal(str)
    """A sentence for the status bar."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.documents = OpenDocuments(self)
        self.exporter = Exporter(self)
        self.exporter.written.connect(lambda path, warnings: self.said.emit(written_said(path, warnings)))
        self.exporter.refused.connect(self.said)
        self.reader = Reader(self)
        self.reader.read.connect(self._take)
        self.documents.closed.connect(self._remember)

    @property
    def front(self) -> OpenDocument | None:
        """The document that is worked on."""
        return self.documents.front

    @property
    def session(self) -> Session | None:
        return self.front.session if self.front else None

    def new_from_reference(self) -> bool:
        return self._new(REFERENCE_TEMPLATE)

    def new_empty(self) -> bool:
        return self._new("empty")

    def ask_and_open(self) -> bool:
        """Ask which files, and open each."""
        chosen, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, tr("Open"), str(self._settings.folder), tr(FILTER)
        )
        return self.open_all(tuple(map(Path, chosen)))

    def open_all(self, paths: Iterable[Path]) -> bool:
        """Open each of these in a tab of its own; whether any was."""
        opened = [self.open(path) for path in paths]
        return any(opened)

    def open(self, path: Path, ahead: ReadAhead | None = None) -> bool:
        """Open a file in a tab of its own, or bring its tab to the front.

        Where it is refused, its problems are listed and nothing changes; a large one comes when it is read. `ahead` is
        reading that very file already.
        """
        path = path.absolute()
        known = self.documents.with_file(path)
        if known:
            self.documents.bring(known)
            return True
        if ahead is None and is_large(path):
            self.reader.begin(path)
            return True
        try:
            self._take(path, (ahead and ahead.file()) or read_now(path))
        except FileRefused as refusal:
            self._show_problems(path, refusal)
            return False
        return True

    def open_copy(self, name: str, text: str) -> bool:
        """Open text as a document of its own that has no file yet: how samples are opened."""
        from orgmodel.yaml_file import read_text

        file = read_text(text, name)
        self.documents.add(OpenDocument(file.document, None, file))
        self.said.emit(tr("A copy: Save asks where to put it."))
        return True

    def save(self) -> bool:
        """Write the file of what is in front; asks for a place where there is none yet."""
        if self.front is None:
            return False
        _take_typing()
        return self._write(self.front, self.front.path) if self.front.path else self.save_as()

    def save_as(self) -> bool:
        document = self.front
        if document is None:
            return False
        _take_typing()
        suggested = document.path or suggested_place(None, document.name, ".yaml", self._settings.folder)
        place = ask_place(self._window, tr("Save As"), suggested, tr(FILTER), ".yaml")
        return place is not None and self._write(document, place.path)

    def reload(self) -> bool:
        """Read the file of what is in front anew; Undo takes that back."""
        document = self.front
        if document is None or document.path is None:
            self.said.emit(tr("There is no file to read anew: this was not saved yet."))
            return False
        _take_typing()
        try:
            document.take_over()
        except FileRefused as refusal:
            self._show_problems(document.path, refusal)
            return False
        self.said.emit(tr("As “{file}” is now. Undo goes back to what was here.", file=document.path.name))
        return True

    def look_again(self) -> None:
        """Take over what somebody else wrote into the file in front; where that is modified here, say it only."""
        document = self.front
        if document is None or document.path is None or not document.is_touched():
            return
        changed = tr("“{file}” was changed by somebody else.", file=document.path.name)
        if document.is_modified:
            self.said.emit(changed + " " + tr("Reload (F5) takes that over; Save asks before it writes over it."))
            return
        try:
            document.take_over()
            self.said.emit(changed + " " + tr("It is shown as it is now; Undo goes back."))
        except FileRefused:
            self.said.emit(changed + " " + tr("It cannot be read now: Reload (F5) says why."))

    def close(self, document: OpenDocument | None = None) -> bool:
        """Close a document, else the one in front, unless somebody thinks better of it."""
        document = document or self.front
        _take_typing()
        if document is None or not self._may_close(document):
            return False
        self.documents.remove(document)
        return True

    def close_others(self, kept: OpenDocument) -> bool:
        """Close all documents but this one, until somebody thinks better of it; whether all are closed."""
        return all(self.close(document) for document in list(self.documents) if document is not kept)

    def may_quit(self) -> bool:
        """Whether nothing would be lost, or was saved just now, or may be lost: asks for each that is modified."""
        _take_typing()
        return all(self._may_close(document) for document in self.documents)

    def _may_close(self, document: OpenDocument) -> bool:
        if not document.is_modified:
            return True
        self.documents.bring(document)
        box = message(
            self._window,
            tr("Save the changes to “{name}”?", name=document.name),
            tr("Without saving, what was changed since the last save is lost."),
        )
        box.setIcon(QtWidgets.QMessageBox.Icon.Question)
        buttons = QtWidgets.QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.button(buttons.Discard).setText(tr("&Don’t save"))
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        return self.save() if answer == buttons.Save else answer == buttons.Discard

    def ask_and_export(self, chosen: Format) -> bool:
        """Write a chart or table beside the window's work; the status bar says when it is there."""
        from orgmodel.pdf.order import STANDARD

        document = self.front
        if document is None:
            return False
        _take_typing()
        kinds = kinds_of(chosen)
        place = ask_place(
            self._window,
            tr("Export {format}", format=chosen.name),
            suggested_place(document.path, document.name, chosen.suffix, self._settings.folder),
            ";;".join(kinds),
            chosen.suffix,
        )
        if place is None:
            return False
        if is_same(place.path, document.path):
            self.said.emit(model_stays_said(place.path))
            return False
        session = document.session
        scale = kinds.get(place.kind, 1.0)
        wanted = Wanted(session.document, session.today, STANDARD, CHARTS.get(session.lens), scale)
        self.exporter.export(chosen, wanted, place.path, document.path)
        return True

    def remember(self) -> None:
        """Put what is open among the recent files, what is in front first."""
        for document in sorted(self.documents, key=lambda each: each is self.front):
            self._remember(document)

    def _remember(self, document: OpenDocument) -> None:
        recent = document.recent()
        if recent:
            self._settings.remember(recent)

    def _take(self, path: Path, read: ModelFile | FileRefused) -> None:
        """Open what was read, or list why it was refused."""
        if isinstance(read, FileRefused):
            self._show_problems(path, read)
            return
        self._settings.folder = path.parent
        self.documents.add(OpenDocument(read.document, path, read, written_at(path)))
        if read.warnings:
            self.said.emit(str(read.warnings[0]) + _and_more(len(read.warnings) - 1))

    def _new(self, template_name: str) -> bool:
        from orgmodel.catalogue import template

        self.documents.add(OpenDocument(template(template_name)))
        return True

    def _write(self, document: OpenDocument, path: Path) -> bool:
        other = self.documents.with_file(path)
        if other and other is not document:
            sentence = tr("“{file}” is open in another tab.", file=path.name)
            message(self._window, sentence, tr("Close that tab first, or choose another name.")).exec()
            return False
        if path == document.path and document.is_changed_on_disk() and not self._may_overrule(path):
            return False
        try:
            document.write(path)
        except OrgModelError as failure:
            message(self._window, str(failure)).exec()
            return False
        self._settings.folder = path.parent
        self._remember(document)
        return True

    def _may_overrule(self, path: Path) -> bool:
        return may_write_over(
            self._window,
            tr("“{file}” was changed by somebody else since you opened it.", file=path.name),
            tr("Saving now writes over what they did. Cancel, then Save As keeps both."),
        )

    def _show_problems(self, path: Path, refusal: FileRefused) -> None:
        from ui.problems import ProblemsDialog

        ProblemsDialog(path, refusal.problems, self._window).open()


def _take_typing() -> None:
    """What stands half typed in a field, or half chosen, becomes an edit now, as it would when the field is left."""
    field = QtWidgets.QApplication.focusWidget()
    if isinstance(field, QtWidgets.QLineEdit | QtWidgets.QComboBox | QtWidgets.QPlainTextEdit):
        field.clearFocus()
        if field.isVisible():
            field.setFocus()  # whoever saves in the middle of a word goes on typing


def _and_more(count: int) -> str:
    return f" And {count} more." if count > 0 else ""


def written_said(path: Path, warnings: Sequence[str]) -> str:
    """Where a file was written, and what is to be known about it."""
    return " ".join((f"Written: {path}.", *warnings)) if warnings else f"Written: {path}"
