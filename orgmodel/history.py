"""Undo and redo: a cursor over earlier documents. Nobody writes an inverse."""

from __future__ import annotations

from typing import Self

from orgmodel.document import Document
from orgmodel.model.value import changed, value


@value
class Step:
    """A document and the name of the edit that led to it; the first step's name is what was opened."""

    label: str
    document: Document


@value
class History:
    """The steps so far, with the cursor on the one that is shown; a new step drops what was undone."""

    steps: tuple[Step, ...]
    cursor: int = 0

    @classmethod
    def starting(cls, document: Document, label: str = "Opened") -> Self:
        return cls((Step(label, document),))

    @property
    def document(self) -> Document:
        return self.steps[self.cursor].document

    @property
    def undo_label(self) -> str | None:
        """The edit that undo would take back; None where there is none."""
        return self.steps[self.cursor].label if self.cursor else None

    @property
    def redo_label(self) -> str | None:
        return self.steps[self.cursor + 1].label if self.cursor + 1 < len(self.steps) else None

    def then(self, label: str, document: Document) -> Self:
        """With one more step; the very same history where the document is the one that is shown."""
        if document is self.document:
            return self
        return changed(self, steps=(*self.steps[: self.cursor + 1], Step(label, document)), cursor=self.cursor + 1)

    def undone(self) -> Self:
        return changed(self, cursor=max(0, self.cursor - 1))

    def redone(self) -> Self:
        return changed(self, cursor=min(len(self.steps) - 1, self.cursor + 1))
