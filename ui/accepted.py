"""What is said of a finding that was accepted: until when, by whom and why."""

from __future__ import annotations

from orgmodel.document import Waiver
from orgmodel.findings import Finding
from orgmodel.sentences import day


def accepted(finding: Finding) -> str:
    """`Accepted until 31 March 2027 by Marek: two people join in March.`; empty of one that is open."""
    waiver = finding.waived
    return f"Accepted until {day(waiver.until)}{by_whom(waiver)}" if waiver else ""


def by_whom(waiver: Waiver) -> str:
    """` by Marek: two people join in March.`"""
    return f" by {waiver.by}: {waiver.reason}" if waiver.by else f": {waiver.reason}"
