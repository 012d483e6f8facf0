"""What `check` found in one file, before it is said as text, as JSON or as marks for GitHub."""

from __future__ import annotations

from typing import NamedTuple

from orgmodel.findings import Finding, Report
from orgmodel.yaml_file import ModelFile


class Checked(NamedTuple):
    """One file and what was found in it; `name` is the file as it was named on the command line."""

    name: str
    file: ModelFile
    report: Report


def waived_until(finding: Finding) -> str:
    """`until 2027-03-31 by Kim Lee: After the move.`; empty for a finding that nobody accepted."""
    waiver = finding.waived
    if waiver is None:
        return ""
    by = f" by {waiver.by}" if waiver.by else ""
    return f"until {waiver.until.isoformat()}{by}: {waiver.reason}"
