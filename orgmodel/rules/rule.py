"""What a rule is: a function that reads the graph and yields what it found and what it could not judge."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Literal, NamedTuple

from orgmodel.document import Waiver
from orgmodel.findings import Evidence, Fix, Severity, Source
from orgmodel.graph import OrgGraph, RowFacts
from orgmodel.model import Service, Subject, Team
from orgmodel.model.value import value

Advise = Callable[[OrgGraph], str]
Show = Callable[[OrgGraph], Evidence]
Mend = Callable[[OrgGraph], Iterable[Fix]]
"""What is worked out when somebody asks, from the graph of the report that the finding is in by then."""


@value
class Found:
    """Something that a rule found; the analysis adds the rule's code, name and source, and makes it a `Finding`."""

    subjects: tuple[Subject, ...]
    message: str
    severity: Severity | None
    advice: str | Advise
    evidence: Evidence | Show
    numbers: tuple[tuple[str, float], ...]
    fixes: tuple[Fix, ...] | Mend
    alike: str | None


class Unjudged(NamedTuple):
    """A thing that a rule could not judge: the input that is unknown (`headcount`), and whose it is.

    A tuple, for there may be one for each of twenty thousand rows.
    """

    subject: Subject
    unknown: str
    lacking: tuple[Subject, ...]


Observation = Found | Unjudged
"""On anything else that it looked at, a rule's verdict is *clean*."""


@value
class WaiverUse:
    """A waiver with the subject that names it, and whether on the day it has expired, or accepts some finding.

    `missed` are the things that findings of its rule are first about where the waiver names another thing of theirs,
    each with that; `has_rule` says whether there is such a rule.
    """

    waiver: Waiver
    subject: Subject
    has_expired: bool
    matches: bool
    missed: tuple[tuple[Subject, Subject], ...] = ()
    has_rule: bool = True


Judge = Callable[[OrgGraph], Iterator[Observation]]
JudgeRows = Callable[[OrgGraph, Iterable[RowFacts]], Iterator[Observation]]
JudgeServices = Callable[[OrgGraph, Iterable[Service]], Iterator[Observation]]
JudgeTeams = Callable[[OrgGraph, Iterable[Team]], Iterator[Observation]]
JudgeFound = Callable[[OrgGraph, Mapping[str, tuple[Found, ...]]], Iterator[Observation]]
JudgeWaivers = Callable[[OrgGraph, Iterable[WaiverUse]], Iterator[Observation]]


About = Literal["organization", "rows", "services", "teams", "findings", "waivers"]
"""What a rule judges, and by that what its function is given."""


@value
class Rule:
    """One rule of the catalogue; `severity` is the worst it gives unless the file says otherwise.

    `judge` is its function, called by what it is `about`. Of a rule about rows, services or teams each is judged apart,
    so an edit has only those judged again that it touches; `also` judges what else that rule is about. `reads` are the
    facts of the graph, made from rows, that its judgement rests on besides: where an edit changes one, all is judged
    again; `also_reads` are those of `also`. `manual` is the docstring of the function as it stands there, `page` what
    a person reads.
    """

    code: str
    name: str
    severity: Severity
    source: Source
    manual: str
    about: About
    judge: Callable[..., Iterator[Observation]]
    reads: tuple[str, ...] = ()
    also: Judge | None = None
    also_reads: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The manual page, plain text."""
        head = f"{self.code} {self.name} ({self.severity} unless the file says otherwise)"
        first, _, rest = self.manual.partition("\n")
        text = f"{first}\n{textwrap.dedent(rest)}".strip()
        return f"{head}\n\n{text}\n\nSource\n    {self.source.key}: {self.source.title}\n"


def rule(
    code: str, name: str, severity: Severity, source: Source, *, reads: tuple[str, ...] = ()
) -> Callable[[Judge], Rule]:
    """Make a rule of a function that judges the whole organisation; its docstring is the manual page."""
    return _made("organization", code, name, severity, source, reads=reads)


def row_rule(
    code: str,
    name: str,
    severity: Severity,
    source: Source,
    *,
    reads: tuple[str, ...] = (),
    also: Judge | None = None,
    also_reads: tuple[str, ...] = (),
) -> Callable[[JudgeRows], Rule]:
    """Make a rule of a function that judges the rows it is given, each by itself.

    Every observation is first about the row: what a row is judged by is that row, the rows that depend on it, what the
    file says of things that are no rows, and the facts that the rule `reads`.
    """
    return _made("rows", code, name, severity, source, reads=reads, also=also, also_reads=also_reads)


def service_rule(
    code: str,
    name: str,
    severity: Severity,
    source: Source,
    *,
    reads: tuple[str, ...] = (),
    also: Judge | None = None,
    also_reads: tuple[str, ...] = (),
) -> Callable[[JudgeServices], Rule]:
    """Make a rule of a function that judges the services it is given, each by itself with the rows that it has."""
    return _made("services", code, name, severity, source, reads=reads, also=also, also_reads=also_reads)


def team_rule(
    code: str,
    name: str,
    severity: Severity,
    source: Source,
    *,
    reads: tuple[str, ...] = (),
    also: Judge | None = None,
) -> Callable[[JudgeTeams], Rule]:
    """Make a rule of a function that judges the teams it is given, each by itself with the rows it has letters on."""
    return _made("teams", code, name, severity, source, reads=reads, also=also)


def finding_rule(code: str, name: str, severity: Severity, source: Source) -> Callable[[JudgeFound], Rule]:
    """Make a rule of a function that judges what the other rules found, by code; a rule that is off found nothing."""
    return _made("findings", code, name, severity, source)


def waiver_rule(code: str, name: str, severity: Severity, source: Source) -> Callable[[JudgeWaivers], Rule]:
    """Make a rule of a function that judges the waivers by what became of each on the day."""
    return _made("waivers", code, name, severity, source)


def _made(
    about: About,
    code: str,
    name: str,
    severity: Severity,
    source: Source,
    *,
    reads: tuple[str, ...] = (),
    also: Judge | None = None,
    also_reads: tuple[str, ...] = (),
) -> Callable[[Callable[..., Iterator[Observation]]], Rule]:
    def made(judge: Callable[..., Iterator[Observation]]) -> Rule:
        return Rule(code, name, severity, source, judge.__doc__ or "", about, judge, reads, also, also_reads)

    return made


def found(
    *subjects: Subject,
    message: str,
    advice: str | Advise,
    severity: Severity | None = None,
    alike: str | None = None,
    evidence: Evidence | Show | None = None,
    numbers: tuple[tuple[str, float], ...] = (),
    fixes: tuple[Fix, ...] | Mend = (),
) -> Found:
    """A finding about these things, the most concerned first; without a severity it has the rule's.

    Advice, evidence and fixes that take time, or look at more than the rule says it reads, are given as functions of
    the graph: they are called when somebody asks, perhaps some edits later, so they may hold ids and rows, never a
    graph. Fixes are proposals, the best first: the analysis tries each and keeps a few that open no error.
    """
    shown = evidence or Evidence(things=subjects)
    return Found(subjects, message, severity, advice, shown, numbers, fixes, alike)


PAGED: Final = "paged (yes or no)"
"""The unknown input of a row of which nobody has said whether an alert can land on it."""


def not_assessed(subject: Subject, unknown: str, *lacking: Subject) -> Unjudged:
    """A thing that cannot be judged because an input is unknown, its own or that of the things given."""
    return Unjudged(subject, unknown, lacking or (subject,))


def figures(**numbers: Any) -> tuple[tuple[str, float], ...]:
    """Numbers by the names they are shown with, underscores read as spaces."""
    return tuple((name.replace("_", " "), number) for name, number in numbers.items())
