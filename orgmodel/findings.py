"""What the analysis says, as data: panel, badge, PDF and command line each show the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from orgmodel.document import Waiver
from orgmodel.model import Subject
from orgmodel.model.value import value

if TYPE_CHECKING:
    from orgmodel.commands import Command  # all of them are loaded with it, and the app starts without any

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""From the worst to the mildest."""


@value
class Source:
    """Where a rule comes from: `key` as in S12, `title` for a person: `Trackplus, RACI Matrix Analysis`."""

    key: str
    title: str


@value
class Evidence:
    """What to highlight: things, and the ways between teams as pairs of source and target (a missing one included)."""

    things: tuple[Subject, ...] = ()
    ways: tuple[tuple[Subject, Subject], ...] = ()


@value
class Fix:
    """A way to mend a finding: one command, one undo. `label` says what it does: `Assign A to Web Application SRE`."""

    label: str
    command: Command


@value
class Finding:
    """One thing that a rule found.

    `subjects` are what to select, the most concerned first. `message` is a plain sentence for somebody who does not
    know RACI. `numbers` are the figures used, by name. `fixes` come in the order a good lead would try them. `alike`
    says what several of one rule and severity have in common, to show them as one: `have nobody above them`.
    """

    code: str
    name: str
    severity: Severity
    message: str
    subjects: tuple[Subject, ...]
    advice: str
    source: Source
    evidence: Evidence = Evidence()
    numbers: tuple[tuple[str, float], ...] = ()
    fixes: tuple[Fix, ...] = ()
    waived: Waiver | None = None
    alike: str | None = None


@value
class NotAssessed:
    """What a rule could not judge: the things it looked at, and the input that is unknown: `rotations of web-sre`."""

    code: str
    subjects: tuple[Subject, ...]
    missing: str


@value
class Failure:
    """A rule that stopped with a fault of its own: it judged nothing, the others did."""

    code: str
    fault: str


@value
class Report:
    """The findings of one document on one day, in their order: severity, code, subjects.

    `findings` are open; `waived` are shown apart and count in no total. `clean` are the codes of rules that found
    nothing and left nothing unassessed. A rule that failed is among the not assessed as well.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    not_assessed: tuple[NotAssessed, ...]
    clean: tuple[str, ...]
    as_of: date
    failures: tuple[Failure, ...] = ()

    def count(self, severity: Severity) -> int:
        return sum(finding.severity == severity for finding in self.findings)


def in_groups(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Findings that are alike together, each group where its first one stood: in text a group is one entry."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for place, finding in enumerate(findings):
        key = (finding.code, finding.severity, finding.alike) if finding.alike else (place,)
        groups.setdefault(key, []).append(finding)
    return tuple(tuple(group) for group in groups.values())
