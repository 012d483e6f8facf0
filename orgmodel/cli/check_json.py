"""`check --format json`: one object for one file, an array for several."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from orgmodel.cli.checked import Checked
from orgmodel.document import Waiver
from orgmodel.findings import SEVERITIES, Finding, Fix
from orgmodel.model import Organization
from orgmodel.yaml_file import ModelFile

_MOST_ROWS_TRIED: Final = 2_500
"""Up to so many rows each fix is tried before it is listed; in a larger file that would take minutes."""


def as_json(checked: Sequence[Checked]) -> str:
    """Escaped to ASCII, so that it is whole on any terminal and in any log."""
    objects = [_object(each) for each in checked]
    return json.dumps(objects[0] if len(objects) == 1 else objects, indent=2) + "\n"


def _object(checked: Checked) -> dict[str, Any]:
    report = checked.report
    return {
        "file": checked.name,
        "model": _counts(checked.file.document.organization),
        "summary": {severity: report.count(severity) for severity in SEVERITIES}
        | {"waived": len(report.waived), "not_assessed": len(report.not_assessed)},
        "findings": [_finding(checked, finding) for finding in (*report.findings, *report.waived)],
        "not_assessed": [
            {"code": entry.code, "subjects": list(entry.subjects), "missing": entry.missing}
            for entry in report.not_assessed
        ],
        "as_of": report.as_of.isoformat(),
    }


def _counts(organization: Organization) -> dict[str, int]:
    lists = ("layers", "areas", "teams", "services", "responsibilities", "rotations", "escalations", "assessments")
    return {name: len(getattr(organization, name)) for name in lists}


def finding_object(file: ModelFile, finding: Finding) -> dict[str, Any]:
    """A finding of a file as JSON says it, without its fixes."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "subjects": list(finding.subjects),
        "line": file.line_of(finding.subjects[0]),
        "advice": finding.advice,
        "source": f"{finding.source.key}: {finding.source.title}",
        "waived": finding.waived and _waiver(finding.waived),
    }


def _finding(checked: Checked, finding: Finding) -> dict[str, Any]:
    said = finding_object(checked.file, finding)
    waived = said.pop("waived")
    return {**said, "fixes": [{"label": fix.label} for fix in fixes_of(checked, finding)], "waived": waived}


def fixes_of(checked: Checked, finding: Finding) -> tuple[Fix, ...]:
    """The fixes that hold; in a large file those that the rule proposes."""
    is_large = len(checked.file.document.organization.responsibilities) > _MOST_ROWS_TRIED
    return finding.details.proposed if is_large else finding.fixes


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "rule": waiver.rule,
        "on": list(waiver.on),
        "reason": waiver.reason,
        "until": waiver.until.isoformat(),
        "by": waiver.by,
    }
