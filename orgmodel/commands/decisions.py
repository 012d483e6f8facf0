"""Edits of what was said in the room. The same may be said twice, so each is named by its whole value."""

from __future__ import annotations

from datetime import datetime

from orgmodel.commands import references as names
from orgmodel.commands.allowed import check_thing
from orgmodel.commands.relations import check_subjects
from orgmodel.document import Decision, Document
from orgmodel.errors import CommandRefused
from orgmodel.model.value import changed, value


@value
class AddDecision:
    """One more decision, question or action, before the place `at` (from 0) or at the end."""

    decision: Decision
    at: int | None = None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Add {self.decision.kind} {_words(self.decision)}"

    def apply(self, document: Document) -> Document:
        decision = _to_the_minute(self.decision)
        check_thing(decision)
        check_subjects(document, decision.about)
        return document.copy_with(decisions=names.placed(document.decisions, decision, self.at))


@value
class ChangeDecision:
    """Put another wording, day or kind in the place of one."""

    decision: Decision
    replacement: Decision

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Change {self.decision.kind} {_words(self.decision)}"

    def apply(self, document: Document) -> Document:
        place = _place(document, self.decision)
        replacement = _to_the_minute(self.replacement)
        if replacement == self.decision:
            return document
        check_thing(replacement)
        check_subjects(document, replacement.about, self.decision.about)
        left = names.without_place(document.decisions, place)
        return document.copy_with(decisions=names.placed(left, replacement, place))


@value
class RemoveDecision:
    """Take back what was said."""

    decision: Decision

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Remove {self.decision.kind} {_words(self.decision)}"

    def apply(self, document: Document) -> Document:
        place = _place(document, self.decision)
        return document.copy_with(decisions=names.without_place(document.decisions, place))


def _place(document: Document, decision: Decision) -> int:
    place = names.place_in(document.decisions, decision)
    if place is None:
        raise CommandRefused(f"There is no such {decision.kind} any more: {_words(decision)}.")
    return place


def _to_the_minute(decision: Decision) -> Decision:
    """A decision at the minute of the clock that was read: a file holds no seconds."""
    if not isinstance(decision.on, datetime):
        return decision
    on = decision.on.replace(second=0, microsecond=0, tzinfo=None)
    return decision if on == decision.on else changed(decision, on=on)


def _words(decision: Decision) -> str:
    """What was said, in at most 40 characters."""
    text = " ".join(str(decision.text).split())
    return f"“{text if len(text) <= 40 else text[:39].rstrip() + '…'}”"
