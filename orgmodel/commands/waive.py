"""Edits of the waivers: accept a finding for a while, or take that back."""

from __future__ import annotations

from orgmodel.document import Document, Waiver
from orgmodel.errors import CommandRefused
from orgmodel.model.value import value


@value
class Waive:
    """Accept a finding until a day, with a reason; it stays visible, apart, and counts no more."""

    waiver: Waiver

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Waive {self.waiver.rule} until {self.waiver.until.isoformat()}"

    def apply(self, document: Document) -> Document:
        if not self.waiver.on:
            raise CommandRefused("A waiver has to say what it is about.")
        if not self.waiver.reason.strip():
            raise CommandRefused("A waiver needs a reason, for whoever reads it later.")
        if self.waiver in document.waivers:
            return document
        return document.copy_with(waivers=(*document.waivers, self.waiver))


@value
class RemoveWaiver:
    """Take a waiver back: its findings count again."""

    waiver: Waiver

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Take back the waiver of {self.waiver.rule}"

    def apply(self, document: Document) -> Document:
        if self.waiver not in document.waivers:
            raise CommandRefused("There is no such waiver any more.")
        return document.copy_with(waivers=tuple(waiver for waiver in document.waivers if waiver != self.waiver))
