"""Every way to fail.

OrgModelError               one sentence for a person: what is wrong, where, what to do
├── CommandRefused          an edit that would make no sense; nothing was changed
├── FileRefused             a file that cannot be read as a model; holds every problem found in it
├── SaveFailed              the file could not be written; the old one is whole
├── ExportFailed            a chart or table could not be written
└── NotFound                nothing has that name: a rule, a template, a row
"""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing wrong in a file, at a line and column that both count from 1 (0 where it concerns the whole file)."""

    file: str
    line: int
    column: int
    sentence: str

    def __str__(self) -> str:
        if not self.line:
            return f"{self.file}: {self.sentence}"
        return f"{self.file}:{self.line}:{self.column}: {self.sentence}"


class OrgModelError(Exception):
    """The root of the tree; its text is the sentence to show."""


class CommandRefused(OrgModelError):
    """An edit that would make no sense; nothing was changed."""


class FileRefused(OrgModelError):
    """A file that cannot be read as a model, with every problem found in it, in the order of its lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class SaveFailed(OrgModelError):
    """The file could not be written; the old one is whole."""


class ExportFailed(OrgModelError):
    """A chart or a table could not be written."""


class NotFound(OrgModelError):
    """Nothing has that name: a rule, a template, a row."""
