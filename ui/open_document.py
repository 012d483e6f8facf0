"""One document that is open: its session, and what is known of the file it came from."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from orgmodel.document import Document
from orgmodel.model.value import value
from ui.session import Session
from ui.settings import Recent
from ui.translation import tr

if TYPE_CHECKING:
    from orgmodel.yaml_file import ModelFile


@value
class _TakeOver:
    """What somebody else wrote takes the place of what is open."""

    document: Document

    def label(self, _: Document) -> str:
        return tr("Take over the changed file")

    def apply(self, _: Document) -> Document:
        return self.document


class OpenDocument(QObject):
    """`file` is as it was read or written last, None for a new document; so is `saved_at`."""

    def __init__(
        self,
        document: Document,
        path: Path | None = None,
        file: ModelFile | None = None,
        saved_at: datetime | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = Session(document, path, self)
        self.session.mark_untouched()
        self.file, self.saved_at = file, saved_at
        self._stamp = _stamp(path)

    @property
    def path(self) -> Path | None:
        return self.session.path

    @property
    def name(self) -> str:
        return self.session.organization.name

    @property
    def is_modified(self) -> bool:
        return self.session.is_modified

    @property
    def is_blank(self) -> bool:
        """Whether it is new, empty and untouched: nobody misses it when something else takes its place."""
        history, organization = self.session.history, self.session.organization
        is_untouched = self.path is None and history.undo_label is None and history.redo_label is None
        return is_untouched and not organization.responsibilities and not organization.teams

    def write(self, path: Path) -> None:
        """Write the document as it is now, and go on with that file. Raises `OrgModelError` where it cannot be."""
        from orgmodel.yaml_file import save_file

        self.file = save_file(path, self.file, self.session.document)
        self.saved_at, self._stamp = datetime.now(UTC).astimezone(), _stamp(path)
        self.session.mark_saved(path)

    def is_changed_on_disk(self) -> bool:
        """Whether somebody else wrote the file since it was read or saved here; what cannot be read is no work lost."""
        if self.file is None or self.path is None:
            return False
        try:
            return self.path.read_bytes() != self.file.text.encode()
        except OSError:
            return False

    def is_touched(self) -> bool:
        """Whether somebody else changed the file since this was asked last: only then it is worth a word."""
        stamp, self._stamp = self._stamp, _stamp(self.path)
        return self._stamp != stamp and self.is_changed_on_disk()

    def take_over(self) -> None:
        """Read the file anew, as one step that Undo takes back. Raises `FileRefused`, and then nothing changes."""
        from orgmodel.yaml_file import read_file

        if self.path is None:
            return
        file = read_file(self.path)
        self.session.execute(_TakeOver(file.document))
        self.file, self.saved_at, self._stamp = file, datetime.now(UTC).astimezone(), _stamp(self.path)
        self.session.mark_saved(self.path)

    def recent(self) -> Recent | None:
        """How it stands among the recent files, with its counts where they are known; None where it has no file."""
        if self.path is None:
            return None
        report = self.session.report
        return Recent(
            self.path,
            self.name,
            datetime.now(UTC).astimezone(),
            report.count("error") if report else None,
            report.count("warning") if report else None,
        )


def written_at(path: Path) -> datetime | None:
    """When a file was written last, on the clocks here; None where it is gone by now."""
    stamp = _stamp(path)
    return datetime.fromtimestamp(stamp[0] / 1e9, UTC).astimezone() if stamp else None


def _stamp(path: Path | None) -> tuple[int, int] | None:
    """When the file was written last and how long it is; None where it cannot be said."""
    try:
        held = path.stat() if path else None
    except OSError:
        return None
    return (held.st_mtime_ns, held.st_size) if held else None
