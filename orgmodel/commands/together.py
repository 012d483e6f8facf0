"""Several edits as one gesture: a paste, a fill down, a new level with the escalation that leads to it."""

from __future__ import annotations

from orgmodel.commands.command import Command
from orgmodel.document import Document
from orgmodel.model.value import value


@value
class Together:
    """Commands that are one step of Undo; where one of them is refused, none of them is applied."""

    title: str
    commands: tuple[Command, ...]

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return self.title

    def apply(self, document: Document) -> Document:
        for command in self.commands:
            document = command.apply(document)
        return document
