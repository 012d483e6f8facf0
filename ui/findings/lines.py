"""What the list of findings shows, line by line, from a report; no Qt."""

from __future__ import annotations

from typing import Final

from orgmodel.findings import Finding, NotAssessed, Report, in_groups
from orgmodel.model import Subject, kind_word, subject_parts
from orgmodel.model.value import value
from orgmodel.sentences import capital, few

GroupKey = tuple[str, str, str | None]
"""Rule code, severity and what the findings of a group have in common."""


@value
class Heading:
    """Divides the open findings from the waived ones and from what could not be judged."""

    text: str


@value
class GroupLine:
    """Several findings that say the same of different things; their own lines follow while it is open."""

    findings: tuple[Finding, ...]
    is_open: bool

    @property
    def key(self) -> GroupKey:
        return key_of(self.findings[0])

    @property
    def text(self) -> str:
        first, number = self.findings[0].subjects[0], len(self.findings)
        is_one_kind = len({subject_parts(finding.subjects[0])[0] for finding in self.findings}) == 1
        thing, things = (kind_word(first), kind_word(first, number)) if is_one_kind else ("thing", "things")
        return capital(f"{few(number, thing, things)} {self.findings[0].alike}.")


@value
class FindingLine:
    """One finding, open or waived; `is_within` a group that is open."""

    finding: Finding
    is_within: bool = False

    @property
    def text(self) -> str:
        return self.finding.message


@value
class MissingLine:
    """One rule that could not judge some things, and what is unknown."""

    missing: NotAssessed

    @property
    def text(self) -> str:
        return f"Not assessed: {self.missing.missing}."


Line = Heading | GroupLine | FindingLine | MissingLine

NO_LINES: Final[tuple[Line, ...]] = ()


def key_of(finding: Finding) -> GroupKey:
    return finding.code, finding.severity, finding.alike


def lines_of(report: Report, opened: frozenset[GroupKey] = frozenset()) -> tuple[Line, ...]:
    """The open findings first, alike ones together, then the waived, then the not assessed, each under its heading."""
    lines: list[Line] = []
    for group in in_groups(report.findings):
        is_open = key_of(group[0]) in opened
        if len(group) > 1:
            lines.append(GroupLine(group, is_open))
        if len(group) == 1 or is_open:
            lines.extend(FindingLine(finding, is_within=len(group) > 1) for finding in group)
    if report.waived:
        lines.append(Heading(f"Waived {len(report.waived)}"))
        lines.extend(FindingLine(finding) for finding in report.waived)
    if report.not_assessed:
        lines.append(Heading(f"Not assessed {len(report.not_assessed)}"))
        lines.extend(MissingLine(missing) for missing in report.not_assessed)
    return tuple(lines)


def caption(report: Report | None) -> str:
    """What stands beside the dock's title: `9 open, 1 waived`."""
    if report is None:
        return "looking …"
    waived = f", {len(report.waived)} waived" if report.waived else ""
    return f"{len(report.findings)} open{waived}"


def empty_sentences(report: Report | None) -> tuple[str, str] | None:
    """What to say where nothing is found, in bold and below; None where there is something to list."""
    if report is None:
        return "Looking for findings …", "They appear here, and where they are."
    if report.findings:
        return None
    count = len({missing.code for missing in report.not_assessed})
    return "No findings.", f"{len(report.clean)} rules are clean, {count} were not assessed."


def subjects_of(line: Line | None) -> tuple[Subject, ...]:
    """What a line is about, the most concerned first; of a group the first thing of each of its findings."""
    if isinstance(line, FindingLine):
        return line.finding.subjects
    if isinstance(line, GroupLine):
        return tuple(finding.subjects[0] for finding in line.findings)
    return line.missing.subjects if isinstance(line, MissingLine) else ()
