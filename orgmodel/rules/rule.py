"""What a rule is: a function that reads the graph and yields what it found and what it could not judge."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from orgmodel.findings import Evidence, Fix, Severity, Source
from orgmodel.graph import OrgGraph
from orgmodel.model import Subject
from orgmodel.model.value import value


@value
class Found:
    """Something that a rule found; the analysis adds the rule's code, name and source, and makes it a `Finding`."""

    subjects: tuple[Subject, ...]
    message: str
    severity: Severity | None
    advice: str
    evidence: Evidence
    numbers: tuple[tuple[str, float], ...]
    fixes: tuple[Fix, ...]
    alike: str | None


@value
class Unjudged:
    """A thing that a rule could not judge: the input that is unknown (`headcount`), and whose it is."""

    subject: Subject
    unknown: str
    lacking: tuple[Subject, ...]


Observation = Found | Unjudged
"""On anything else that it looked at, a rule's verdict is *clean*."""

Judge = Callable[[OrgGraph], Iterator[Observation]]


@value
class Rule:
    """One rule of the catalogue; `severity` is the worst it gives unless the file says otherwise.

    `manual` is the docstring of its function as it stands there, `page` what a person reads.
    """

    code: str
    name: str
    severity: Severity
    source: Source
    manual: str
    judge: Judge

    @property
    def page(self) -> str:
        """The manual page, plain text."""
        head = f"{self.code} {self.name} ({self.severity} unless the file says otherwise)"
        first, _, rest = self.manual.partition("\n")
        text = f"{first}\n{textwrap.dedent(rest)}".strip()
        return f"{head}\n\n{text}\n\nSource\n    {self.source.key}: {self.source.title}\n"


def rule(code: str, name: str, severity: Severity, source: Source) -> Callable[[Judge], Rule]:
    """Make a rule of a function; its docstring is the manual page."""

    def made(judge: Judge) -> Rule:
        return Rule(code, name, severity, source, judge.__doc__ or "", judge)

    return made


def found(
    *subjects: Subject,
    message: str,
    advice: str,
    severity: Severity | None = None,
    alike: str | None = None,
    evidence: Evidence | None = None,
    numbers: tuple[tuple[str, float], ...] = (),
    fixes: tuple[Fix, ...] = (),
) -> Found:
    """A finding about these things, the most concerned first; without a severity it has the rule's."""
    shown = evidence or Evidence(things=subjects)
    return Found(subjects, message, severity, advice, shown, numbers, fixes, alike)


def not_assessed(subject: Subject, unknown: str, *lacking: Subject) -> Unjudged:
    """A thing that cannot be judged because an input is unknown, its own or that of the things given."""
    return Unjudged(subject, unknown, lacking or (subject,))


def figures(**numbers: Any) -> tuple[tuple[str, float], ...]:
    """Numbers by the names they are shown with, underscores read as spaces."""
    return tuple((name.replace("_", " "), number) for name, number in numbers.items())
