"""Edits of the waivers: accept a finding for a while, or take that back."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.allowed import check_thing
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
        _check(self.waiver)
        if self.waiver in document.waivers:
            return document
        return document.copy_with(waivers=(*document.waivers, self.waiver))


@value
class ChangeWaiver:
    """Put another waiver in the place of one: another day, another reason, about other things."""

    waiver: Waiver
    replacement: Waiver

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Change the waiver of {self.waiver.rule}"

    def apply(self, document: Document) -> Document:
        place = _place(document, self.waiver)
        if self.replacement == self.waiver:
            return document
        _check(self.replacement)
        if self.replacement in document.waivers:
            raise CommandRefused(f"There is the same waiver of {self.replacement.rule} already.")
        after = (*document.waivers[:place], self.replacement, *document.waivers[place + 1 :])
        return names.with_waivers(document, after)


@value
class RemoveWaiver:
    """Take a waiver back: its findings count again."""

    waiver: Waiver

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Take back the waiver of {self.waiver.rule}"

    def apply(self, document: Document) -> Document:
        place = _place(document, self.waiver)
        return names.with_waivers(document, (*document.waivers[:place], None, *document.waivers[place + 1 :]))


def _check(waiver: Waiver) -> None:
    if not waiver.on:
        raise CommandRefused("A waiver has to say what it is about.")
    check_thing(waiver)


def _place(document: Document, waiver: Waiver) -> int:
    place = names.place_in(document.waivers, waiver)
    if place is None:
        raise CommandRefused("There is no such waiver any more.")
    return place
