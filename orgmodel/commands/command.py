"""What every edit is: a value that turns one document into the next, or refuses with a sentence."""

from __future__ import annotations

from typing import Protocol

from orgmodel.document import Document


class Command(Protocol):
    """One gesture. The same document back means that nothing changed."""

    def label(self, document: Document) -> str:
        """The step's name in Undo, imperative and with names: `Assign A: Database to Web Application SRE`."""

    def apply(self, document: Document) -> Document:
        """The document after the edit; raises `CommandRefused` before any change where the edit makes no sense."""
