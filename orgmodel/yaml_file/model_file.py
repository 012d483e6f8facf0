"""A file that was read: its text, what it means, and where each thing stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from orgmodel.document import Document
from orgmodel.errors import Problem
from orgmodel.model import Subject
from orgmodel.model.value import value


@value(indexed=True)
class ModelFile:
    """The document of a file and the text it was read from; `name` is the path as it was given.

    `lines` are things and the lines, from 1, at which they stood when the text was read.
    """

    name: str
    text: str
    document: Document
    warnings: tuple[Problem, ...] = ()
    lines: tuple[tuple[Subject, int], ...] = ()

    def line_of(self, subject: Subject) -> int | None:
        """The line, from 1, of a thing; None for what is not in the file, as the reference's layers may be."""
        return self._line_by_subject.get(subject)

    @cached_property
    def _line_by_subject(self) -> Mapping[Subject, int]:
        return dict(reversed(self.lines))
