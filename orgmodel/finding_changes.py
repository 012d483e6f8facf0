"""What became of the findings between two reports: fixed, remaining, new."""

from __future__ import annotations

from collections import Counter

from orgmodel.findings import Finding, Report, Severity
from orgmodel.model import Subject
from orgmodel.model.value import value


@value
class FindingChanges:
    """Findings are the same where rule, severity and first subject are; one that got worse is fixed and new.

    `fixed` are as they were before, `remaining` and `new` as they are after; waived ones are in none of them.
    """

    fixed: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    new: tuple[Finding, ...]

    @property
    def new_errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.new if finding.severity == "error")


def changes_between(before: Report, after: Report) -> FindingChanges:
    """What one report says and the other does not, each in the order of its report."""
    remaining, new = _told_apart(after.findings, Counter(map(_key, before.findings)))
    _, fixed = _told_apart(before.findings, Counter(map(_key, after.findings)))
    return FindingChanges(fixed, remaining, new)


def _told_apart(
    findings: tuple[Finding, ...], others: Counter[tuple[str, Severity, Subject]]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Those that are among the others too, as often as they are there, and those that are not."""
    both: list[Finding] = []
    alone: list[Finding] = []
    for finding in findings:
        key = _key(finding)
        (both if others[key] else alone).append(finding)
        others[key] -= 1 if others[key] else 0
    return tuple(both), tuple(alone)


def _key(finding: Finding) -> tuple[str, Severity, Subject]:
    return finding.code, finding.severity, finding.subjects[0]
