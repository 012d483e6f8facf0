"""What became of the findings between two reports: fixed, remaining, new, waived, and waived no more."""

from __future__ import annotations

from collections import Counter

from orgmodel.findings import Finding, Report, Severity
from orgmodel.model import Subject
from orgmodel.model.value import value
from orgmodel.sentences import capital


@value
class FindingChanges:
    """Findings are the same where rule, severity and first subject are; one that got worse is fixed and new.

    `fixed` are as they were before, the others as they are after. `waived` were open, and `reopened` were waived: they
    are neither fixed nor new.
    """

    fixed: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    new: tuple[Finding, ...]
    waived: tuple[Finding, ...] = ()
    reopened: tuple[Finding, ...] = ()

    @property
    def new_errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.new if finding.severity == "error")


def changes_between(before: Report, after: Report) -> FindingChanges:
    """What one report says and the other does not, each in the order of its report."""
    remaining, opened = _told_apart(after.findings, _counted(before.findings))
    _, closed = _told_apart(before.findings, _counted(after.findings))
    _, accepted = _told_apart(after.waived, _counted(before.waived))
    _, accepted_no_more = _told_apart(before.waived, _counted(after.waived))
    waived, _ = _told_apart(accepted, _counted(closed))
    _, fixed = _told_apart(closed, _counted(accepted))
    reopened, new = _told_apart(opened, _counted(accepted_no_more))
    return FindingChanges(fixed, remaining, new, waived, reopened)


def change_sentence(before: Report, after: Report) -> str | None:
    """What an edit did to the findings: `Fixed 3, opened 1`, `Waived 1`; None where it did nothing."""
    changes = changes_between(before, after)
    reopened = len(changes.reopened)
    said = (
        f"fixed {len(changes.fixed)}" if changes.fixed else "",
        f"opened {len(changes.new)}" if changes.new else "",
        f"waived {len(changes.waived)}" if changes.waived else "",
        "waiver removed" if reopened == 1 else f"waivers of {reopened} removed" if reopened else "",
    )
    return capital(", ".join(part for part in said if part)) or None


def _counted(findings: tuple[Finding, ...]) -> Counter[tuple[str, Severity, Subject]]:
    return Counter(map(_key, findings))


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
