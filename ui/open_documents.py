"""The documents that are open, in the order of their tabs, and which of them is in front."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.open_document import OpenDocument


class OpenDocuments(QObject):
    """While there are any, one of them is in front."""

    front_changed = Signal(object)
    """The `OpenDocument` that is in front now, or None where none is open any more."""
    listed = Signal()
    """Another one is open, one is closed, or they stand in another order."""
    named = Signal()
    """The name or the file of one is another, or whether it has changes that are not saved."""
    closed = Signal(object)
    """This `OpenDocument` is not open any more, and goes as soon as everybody let go of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: list[OpenDocument] = []
        self.front: OpenDocument | None = None

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(tuple(self._documents))

    def __len__(self) -> int:
        return len(self._documents)

    def with_file(self, path: Path) -> OpenDocument | None:
        """The one that came from this file, by whatever path."""
        wanted = path.resolve()
        return next((each for each in self if each.path and each.path.resolve() == wanted), None)

    def add(self, document: OpenDocument) -> None:
        """Open a document beside the one in front, or in its place where that is blank, and bring it to the front."""
        document.setParent(self)
        document.session.history_changed.connect(self.named)
        document.session.file_changed.connect(self.named)
        before = self.front
        place = self._documents.index(before) if before else -1
        self._documents.insert(place + 1, document)
        blank = before if before and before.is_blank else None
        if blank:
            self._documents.remove(blank)
        self._bring(document)
        self.listed.emit()
        if blank:
            self._let_go(blank)

    def bring(self, document: OpenDocument) -> None:
        """Bring an open document to the front."""
        if document is not self.front and document in self._documents:
            self._bring(document)

    def step(self, by: int) -> None:
        """Bring the one that stands so many tabs on to the front, round and round."""
        if self.front:
            self.bring(self._documents[(self._documents.index(self.front) + by) % len(self._documents)])

    def shift(self, by: int) -> None:
        """Put the one in front so many places further on, as far as there are any."""
        if self.front:
            place = self._documents.index(self.front)
            self.move(place, min(max(place + by, 0), len(self._documents) - 1))

    def move(self, start: int, end: int) -> None:
        """Put the one at a place into another place."""
        self._documents.insert(end, self._documents.pop(start))
        self.listed.emit()

    def remove(self, document: OpenDocument) -> None:
        """Close it, whatever would be lost; the one after it comes to the front where it was, else the one before."""
        place = self._documents.index(document)
        self._documents.remove(document)
        if document is self.front:
            left = self._documents
            self._bring(left[min(place, len(left) - 1)] if left else None)
        self.listed.emit()
        self._let_go(document)

    def _bring(self, document: OpenDocument | None) -> None:
        self.front = document
        self.front_changed.emit(document)

    def _let_go(self, document: OpenDocument) -> None:
        self.closed.emit(document)
        document.deleteLater()
