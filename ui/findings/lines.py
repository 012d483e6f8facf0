"""What the list of findings shows, line by line, from a report; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from orgmodel.findings import Finding, NotAssessed, Report
from orgmodel.model import Subject


@dataclass(frozen=True, slots=True)
class Heading:
    """Divides the open findings from the waived ones and from what could not be judged."""

    text: str


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding, open or waived."""

    finding: Finding

    @property
    def text(self) -> str:
        return self.finding.message


@dataclass(frozen=True, slots=True)
class MissingLine:
    """One rule that could not judge some things, and what is unknown."""

    missing: NotAssessed

    @property
    def text(self) -> str:
        return f"Not assessed: {self.missing.missing}."


Line = Heading | FindingLine | MissingLine

NO_LINES: Final[tuple[Line, ...]] = ()


def lines_of(report: Report) -> tuple[Line, ...]:
    """The open findings first, then the waived, then the not assessed, each under its heading but the first."""
    lines: list[Line] = [FindingLine(finding) for finding in report.findings]
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
    """What to select for a line, the most concerned first."""
    if isinstance(line, FindingLine):
        return line.finding.subjects
    return line.missing.subjects if isinstance(line, MissingLine) else ()
