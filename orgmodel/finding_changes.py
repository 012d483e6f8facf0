"""What became of the findings between two reports: fixed, unassessed, remaining, new, waived, and waived no more."""

from __future__ import annotations

from collections import Counter
from typing import Final

from orgmodel.findings import Finding, Report, Severity
from orgmodel.model import ORGANIZATION, Subject
from orgmodel.model.value import value
from orgmodel.sentences import capital, counted

MOST_SAID: Final = 3
"""How many sentences follow the counts."""


@value
class FindingChanges:
    """Findings are the same where rule, severity and first subject are; one that got worse is fixed and new.

    `fixed` and `unassessed` are as they were before, the others as they are after. `unassessed` are gone because what
    the rule asks is unknown now, which mends nothing. `waived` were open, and `reopened` were waived: they are neither
    fixed nor new.
    """

    fixed: tuple[Finding, ...]
    remaining: tuple[Finding, ...]
    new: tuple[Finding, ...]
    waived: tuple[Finding, ...] = ()
    reopened: tuple[Finding, ...] = ()
    unassessed: tuple[Finding, ...] = ()

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
    _, gone = _told_apart(closed, _counted(accepted))
    reopened, new = _told_apart(opened, _counted(accepted_no_more))
    fixed, unassessed = _parted_by_sight(gone, after)
    return FindingChanges(fixed, remaining, new, waived, reopened, unassessed)


def change_sentence(before: Report, after: Report) -> str | None:
    """What an edit did to the findings, the counts first; None where it did nothing.

    `Fixed 1 finding: Nobody does “Database”.`, `Fixed 3 findings, opened 1: Two teams answer for “Database”.` Where
    nothing more is to be told, the sentences of those that were counted last follow.
    """
    changes = changes_between(before, after)
    reopened = len(changes.reopened)
    told = (("fixed", changes.fixed), ("opened", changes.new), ("waived", changes.waived))
    parts = [f"{does} {len(findings)}" for does, findings in told if findings]
    if parts:
        first = next(findings for _, findings in told if findings)
        parts[0] += " finding" if len(first) == 1 else " findings"
    if changes.unassessed:
        number = counted(len(changes.unassessed), "more finding" if parts else "finding")
        parts.append(f"{number} can no longer be assessed")
    if reopened:
        parts.append("waiver removed" if reopened == 1 else f"waivers of {reopened} removed")
    if not parts:
        return None
    last = () if changes.waived or reopened or changes.unassessed else changes.new or changes.fixed
    sentences = " ".join(dict.fromkeys(finding.message for finding in last[:MOST_SAID]))
    return capital(", ".join(parts)) + (f": {sentences}" if sentences else "")


def _parted_by_sight(gone: tuple[Finding, ...], after: Report) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Those that are mended, and those whose rule could not judge what they are about any more, or anything."""
    codes = {finding.code for finding in gone}
    unknown = {(missed.code, each) for missed in after.not_assessed if missed.code in codes for each in missed.subjects}
    fixed: list[Finding] = []
    unassessed: list[Finding] = []
    for finding in gone:
        unseen = (finding.code, finding.subjects[0]) in unknown or (finding.code, ORGANIZATION) in unknown
        (unassessed if unseen else fixed).append(finding)
    return tuple(fixed), tuple(unassessed)


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
