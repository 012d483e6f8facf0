"""The values of a comparison."""

from __future__ import annotations

from typing import Any

from orgmodel.document import Document
from orgmodel.finding_changes import FindingChanges
from orgmodel.model import Subject
from orgmodel.model.value import value

Plain = Any
"""Texts, numbers, truth values, lists and dictionaries, as the file writes them; None for what it does not say."""


@value
class FieldChange:
    """One field of one thing; `path` leads to it: `("raci", "web-sre")`, `("sites", "London", "headcount")`."""

    path: tuple[str, ...]
    before: Plain
    after: Plain

    @property
    def field(self) -> str:
        """`raci.web-sre`."""
        return ".".join(self.path)


@value
class Difference:
    """A thing that was added (`before` is None), removed (`after` is None), or changed in some fields.

    `was` and `now` name it in the one file and the other; they are unlike each other for waivers alone, which are
    numbered.
    """

    kind: str
    was: Subject | None
    now: Subject | None
    before: Any
    after: Any
    fields: tuple[FieldChange, ...] = ()

    @property
    def subject(self) -> Subject:
        return self.now or self.was or Subject("organization")


@value
class Change:
    """One field of one thing that is in both files."""

    subject: Subject
    field: str
    before: Plain
    after: Plain


@value
class Comparison:
    """Two documents, the things in which they differ, and what became of the findings.

    The differences stand by kind of thing, within a kind as the later document has them and then what is gone.
    """

    before: Document
    after: Document
    differences: tuple[Difference, ...]
    findings: FindingChanges

    @property
    def is_same(self) -> bool:
        """Whether both say the same; findings may differ even then, where they were judged on different days."""
        return not self.differences

    @property
    def added(self) -> tuple[Subject, ...]:
        return tuple(each.subject for each in self.differences if each.before is None)

    @property
    def removed(self) -> tuple[Subject, ...]:
        return tuple(each.subject for each in self.differences if each.after is None)

    @property
    def changed(self) -> tuple[Change, ...]:
        return tuple(
            Change(each.subject, one.field, one.before, one.after) for each in self.differences for one in each.fields
        )
