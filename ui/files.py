"""New, open, save and close: the one open document and the file it came from."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtWidgets  # its dialogs are classes of their own that PySide makes when they are first named
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from orgmodel.document import Document
from orgmodel.errors import FileRefused, OrgModelError
from orgmodel.exporting import Format
from orgmodel.model import id_from_name
from ui.exporting import Exporter
from ui.plain_text import message
from ui.session import Session
from ui.settings import Recent, Settings

if TYPE_CHECKING:
    from orgmodel.yaml_file import ModelFile
    from ui.read_ahead import ReadAhead

FILTER: Final = "Model files (*.yaml *.yml);;All files (*)"
REFERENCE_TEMPLATE: Final = "four-teams"


class Files(QObject):
    """Asks before anything is lost; a file that is refused leaves what is open as it is."""

    opened = Signal(object)
    """The new `Session`, or None where nothing is open any more."""
    said = Signal(str)
    """A sentence for the status bar."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.session: Session | None = None
        self.saved_at: datetime | None = None
        self._file: ModelFile | None = None
        self.exporter = Exporter(self)
        self.exporter.written.connect(lambda path, warnings: self.said.emit(" ".join((f"Written: {path}", *warnings))))
        self.exporter.refused.connect(self.said)

    def new_from_reference(self) -> bool:
        return self._new(REFERENCE_TEMPLATE)

    def new_empty(self) -> bool:
        return self._new("empty")

    def ask_and_open(self) -> bool:
        chosen, _ = QtWidgets.QFileDialog.getOpenFileName(self._window, "Open", str(self._settings.folder), FILTER)
        return bool(chosen) and self.open(Path(chosen))

    def open(self, path: Path, ahead: ReadAhead | None = None) -> bool:
        """Open a file in place of what is open; where it is refused, its problems are listed and nothing changes.

        `ahead` is reading that very file already.
        """
        if not self.may_leave():
            return False
        path = path.absolute()
        try:
            file = (ahead and ahead.file()) or _read(path)
        except FileRefused as refusal:
            self._show_problems(path, refusal)
            return False
        self._settings.folder = path.parent
        self._take(file.document, path, file, datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone())
        if file.warnings:
            self.said.emit(str(file.warnings[0]) + _and_more(len(file.warnings) - 1))
        return True

    def open_copy(self, name: str, text: str) -> bool:
        """Open text as a document of its own that has no file yet: how samples are opened."""
        if not self.may_leave():
            return False
        from orgmodel.yaml_file import read_text

        file = read_text(text, name)
        self._take(file.document, None, file, None)
        self.said.emit("A copy: Save asks where to put it.")
        return True

    def save(self) -> bool:
        """Write the file; asks for a place where there is none yet."""
        session = self.session
        if session is None:
            return False
        _take_typing()
        return self._write(session, session.path) if session.path else self.save_as()

    def save_as(self) -> bool:
        session = self.session
        if session is None:
            return False
        _take_typing()
        suggested = session.path or self._settings.folder / f"{id_from_name(session.organization.name, set())}.yaml"
        chosen, _ = QtWidgets.QFileDialog.getSaveFileName(self._window, "Save As", str(suggested), FILTER)
        return bool(chosen) and self._write(session, _with_suffix(Path(chosen), ".yaml"))

    def close(self) -> bool:
        """Close what is open, unless somebody thinks better of it."""
        if not self.may_leave():
            return False
        self._let_go()
        self.opened.emit(None)
        return True

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or was saved just now, or may be lost."""
        _take_typing()
        session = self.session
        if session is None or not session.is_modified:
            return True
        box = message(
            self._window,
            f"Save the changes to “{session.organization.name}”?",
            "Without saving, what was changed since the last save is lost.",
        )
        box.setIcon(QtWidgets.QMessageBox.Icon.Question)
        buttons = QtWidgets.QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.button(buttons.Discard).setText("&Don’t save")
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        return self.save() if answer == buttons.Save else answer == buttons.Discard

    def ask_and_export(self, chosen: Format) -> bool:
        """Write a chart or table beside the window's work; the status bar says when it is there."""
        session = self.session
        if session is None:
            return False
        _take_typing()
        stem = session.path.stem if session.path else id_from_name(session.organization.name, set())
        folder = session.path.parent if session.path else self._settings.folder
        place, _ = QtWidgets.QFileDialog.getSaveFileName(
            self._window,
            f"Export {chosen.name}",
            str(folder / f"{stem}{chosen.suffix}"),
            f"{chosen.name} (*{chosen.suffix})",
        )
        if not place:
            return False
        path = _with_suffix(Path(place), chosen.suffix)
        self.said.emit(f"Writing {path.name}…")
        self.exporter.export(chosen, session.document, session.today, path)
        return True

    def remember(self) -> None:
        """Put what is open among the recent files, with its counts where they are known."""
        session = self.session
        if session is None or session.path is None:
            return
        report = session.report
        self._settings.remember(
            Recent(
                session.path,
                session.organization.name,
                datetime.now(UTC).astimezone(),
                report.count("error") if report else None,
                report.count("warning") if report else None,
            )
        )

    def _new(self, template_name: str) -> bool:
        if not self.may_leave():
            return False
        from orgmodel.catalogue import template

        self._take(template(template_name), None, None, None)
        return True

    def _take(self, document: Document, path: Path | None, file: ModelFile | None, saved: datetime | None) -> None:
        self._let_go()
        self.session = Session(document, path, self)
        self.session.mark_untouched()
        self._file, self.saved_at = file, saved
        self.opened.emit(self.session)

    def _let_go(self) -> None:
        self.remember()
        if self.session is not None:
            self.session.deleteLater()
        self.session = self._file = self.saved_at = None

    def _write(self, session: Session, path: Path) -> bool:
        from orgmodel.yaml_file import save_file

        if path == session.path and self._is_changed_on_disk(path) and not self._may_write_over(path):
            return False
        try:
            self._file = save_file(path, self._file, session.document)
        except OrgModelError as failure:
            message(self._window, str(failure)).exec()
            return False
        self.saved_at = datetime.now(UTC).astimezone()
        self._settings.folder = path.parent
        session.mark_saved(path)
        self.remember()
        return True

    def _is_changed_on_disk(self, path: Path) -> bool:
        """Whether somebody else wrote the file since it was read or saved here; what cannot be read is no work lost."""
        try:
            return self._file is not None and path.read_bytes() != self._file.text.encode()
        except OSError:
            return False

    def _may_write_over(self, path: Path) -> bool:
        box = message(
            self._window,
            f"“{path.name}” was changed by somebody else since you opened it.",
            "Saving now writes over what they did. Cancel, then Save As keeps both.",
        )
        box.setIcon(QtWidgets.QMessageBox.Icon.Warning)
        buttons = QtWidgets.QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Cancel)
        box.button(buttons.Save).setText("Write &over it")
        box.setDefaultButton(buttons.Cancel)
        return box.exec() == buttons.Save

    def _show_problems(self, path: Path, refusal: FileRefused) -> None:
        from ui.problems import ProblemsDialog

        ProblemsDialog(path, refusal.problems, self._window).open()


def _read(path: Path) -> ModelFile:
    from orgmodel.yaml_file import read_file

    return read_file(path)


def _take_typing() -> None:
    """What stands half typed in a field becomes an edit now, as it would when the field is left."""
    field = QtWidgets.QApplication.focusWidget()
    if isinstance(field, QtWidgets.QLineEdit):
        field.clearFocus()


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix else path.with_name(path.name + suffix)


def _and_more(count: int) -> str:
    return f" And {count} more." if count > 0 else ""
