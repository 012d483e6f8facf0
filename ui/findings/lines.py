"""The lines of the list of findings, each as what it says and what it is about; no Qt."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from orgmodel.document import Waiver
from orgmodel.findings import Finding, NotAssessed, said_of_all
from orgmodel.model import Subject
from orgmodel.model.value import value
from orgmodel.sentences import day
from ui.accepted import accepted, by_whom
from ui.findings.filling import Remedy, field_for, said_in_the_form
from ui.findings.filtering import rules_in

FEW: Final = 200
"""So many lines of one section are shown at first, and so many more at a time."""

GroupKey = tuple[str, str, str, str | None]
"""Heading, rule code, severity and what the findings of a group have in common."""


@value
class SectionLine:
    """The heading of a section, which folds; `counts` are marks, each with how many there are."""

    title: str
    counts: tuple[tuple[str, int], ...]
    is_open: bool

    remark = ""
    subjects = ()
    codes = ()

    @property
    def text(self) -> str:
        said = ", ".join(f"{count:,} {mark.replace('-', ' ')}" for mark, count in self.counts)
        return f"{self.title}: {said}"

    @property
    def identity(self) -> object:
        return self.title


@value(indexed=True)
class GroupLine:
    """Several findings that say the same of different things; their own lines follow while it is open."""

    heading: str
    findings: tuple[Finding, ...]
    is_open: bool

    remark = ""

    @cached_property
    def text(self) -> str:
        return said_of_all(self.findings)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The first thing of each of its findings."""
        return tuple(finding.subjects[0] for finding in self.findings)

    @property
    def codes(self) -> tuple[str, ...]:
        return (self.findings[0].code,)

    @property
    def identity(self) -> GroupKey:
        return key_of(self.heading, self.findings[0])


@value
class FindingLine:
    """One finding, open or waived; `is_within` a group that is open."""

    heading: str
    finding: Finding
    is_within: bool = False

    @property
    def text(self) -> str:
        return self.finding.message

    @property
    def remark(self) -> str:
        """Until when it was accepted, by whom and why."""
        return accepted(self.finding)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        return self.finding.subjects

    @property
    def codes(self) -> tuple[str, ...]:
        return (self.finding.code,)

    @property
    def remedy(self) -> Remedy:
        """The field that puts it right; nothing where fixes do, and where it is accepted."""
        return Remedy() if self.finding.waived else field_for(self.finding)

    @property
    def identity(self) -> object:
        return self.heading, self.finding.code, self.finding.subjects


@value
class ExpiredLine:
    """A waiver whose last day is past, so that it accepts nothing any more; `things` names what it is about."""

    waiver: Waiver
    things: str

    @property
    def text(self) -> str:
        return f"{self.waiver.rule} of {self.things}: the waiver ended on {day(self.waiver.until)}."

    @property
    def remark(self) -> str:
        return f"It was given{by_whom(self.waiver)}"

    @property
    def subjects(self) -> tuple[Subject, ...]:
        return self.waiver.on

    @property
    def codes(self) -> tuple[str, ...]:
        return (self.waiver.rule,)

    @property
    def identity(self) -> object:
        return self.waiver


@value
class MissingLine:
    """An input that is unknown, the rules that want it, and how it is filled in."""

    missing: tuple[NotAssessed, ...]
    remedy: Remedy

    @property
    def text(self) -> str:
        said, unknown = said_in_the_form(self.missing[0].missing), self.missing[0].unknown
        return f"{'Needed' if unknown[0].isdigit() else 'Unknown'}: {said}." if unknown else f"Not assessed: {said}."

    @property
    def remark(self) -> str:
        return self.remedy.sentence

    @property
    def subjects(self) -> tuple[Subject, ...]:
        return self.missing[0].lacking or self.missing[0].subjects

    @property
    def codes(self) -> tuple[str, ...]:
        return rules_in(self.missing)

    @property
    def identity(self) -> object:
        return self.missing[0].unknown or self.missing[0].missing


@value
class MoreLine:
    """Stands for the lines of a section that are not shown yet."""

    heading: str
    hidden: int

    remark = ""
    subjects = ()
    codes = ()

    @property
    def text(self) -> str:
        return f"Show {min(FEW, self.hidden):,} of {self.hidden:,} more"

    @property
    def identity(self) -> object:
        return self.heading


Line = SectionLine | GroupLine | FindingLine | ExpiredLine | MissingLine | MoreLine

NO_LINES: Final[tuple[Line, ...]] = ()


def key_of(heading: str, finding: Finding) -> GroupKey:
    return heading, finding.code, finding.severity, finding.alike


def is_same_line(one: Line | None, other: Line) -> bool:
    """Whether a line is what another one has become in a later report."""
    return one is not None and type(one) is type(other) and one.identity == other.identity
