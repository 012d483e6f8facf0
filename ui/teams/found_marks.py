"""What the findings say of each card and row: the worst of them as a mark, and their sentences for the tip."""

from __future__ import annotations

from typing import Final

from orgmodel.findings import Report, Severity
from orgmodel.model import Organization, Responsibility, Subject
from orgmodel.verdicts import verdict_of

_SEEN_AT_ONCE: Final = frozenset({"GAP001", "OVR001"})
"""Rules that the letters alone decide: these are looked at, so that no mark lags behind them."""


class FoundMarks:
    """By the first subject of each open finding; empty before the first analysis is through."""

    def __init__(self, report: Report | None) -> None:
        self._worst: dict[Subject, Severity] = {}
        self._messages: dict[Subject, list[str]] = {}
        for finding in report.findings if report else ():
            first = finding.subjects[0]
            if first.startswith(("team:", "responsibility:")):
                self._messages.setdefault(first, []).append(finding.message)
                if finding.severity != "info" and finding.code not in _SEEN_AT_ONCE:
                    self._worst.setdefault(first, finding.severity)

    def of(self, named: Subject) -> Severity | None:
        """The worst that is wrong; what is only to know has no mark."""
        return self._worst.get(named)

    def messages(self, named: Subject) -> tuple[str, ...]:
        return tuple(self._messages.get(named, ()))

    def of_row(self, organization: Organization, row: Responsibility) -> str | None:
        """The name of a row's mark; that two answer for it is seen in its letters, not only once it was analysed."""
        if len(row.raci.accountable) > 1 and verdict_of(organization, row) == "several answer":
            return "two-owners"
        return self._worst.get(row.subject)
