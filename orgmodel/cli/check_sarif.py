"""`check --format sarif`: SARIF 2.1.0, as code scanning on GitHub and the viewer of VS Code read it.

All files are one run. A waived finding is a suppressed result; the standard then asks every other result for an empty
list of suppressions. What was not assessed is a notification and no result: both readers take a result of any kind for
something that was found.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from orgmodel import __version__
from orgmodel.cli.check_sarif_rules import LEVELS, descriptor
from orgmodel.cli.checked import Checked
from orgmodel.cli.symbols import on_one_line
from orgmodel.document import Waiver
from orgmodel.findings import Finding
from orgmodel.model import Organization, Subject, name_of, subject_parts
from orgmodel.rules import CATALOGUE

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
_INDEX: Final = {rule.code: place for place, rule in enumerate(CATALOGUE)}


def as_sarif(checked: Sequence[Checked]) -> str:
    """Escaped to ASCII, so that it is whole on any terminal and in any log."""
    rules = [descriptor(rule) for rule in CATALOGUE]
    run = {
        "tool": {"driver": {"name": "orgmodel", "version": __version__, "rules": rules}},
        "invocations": [_invocation(checked)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which the command ran."}}},
        "artifacts": [
            {"location": _artifact(name), "roles": ["analysisTarget"]}
            for name in dict.fromkeys(each.name for each in checked)
        ],
        "results": [
            _result(each, finding) for each in checked for finding in (*each.report.findings, *each.report.waived)
        ],
        "properties": {"as_of": checked[0].report.as_of.isoformat()},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _result(checked: Checked, finding: Finding) -> dict[str, Any]:
    organization = checked.file.document.organization
    first, others = finding.subjects[0], tuple(dict.fromkeys(finding.subjects[1:]))
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": _text(f"{finding.message} {finding.advice}")},
        "locations": [
            {
                "physicalLocation": _place(checked, first),
                "logicalLocations": [_logical(organization, subject) for subject in (first, *others)],
            }
        ],
        "partialFingerprints": {"orgmodelSubject/v1": f"{finding.code} {first}"},
        "suppressions": [_suppression(finding.waived)] if finding.waived else [],
    }
    related = [
        {
            "physicalLocation": _place(checked, subject),
            "logicalLocations": [_logical(organization, subject)],
            "message": {"text": _text(name_of(organization, subject))},
        }
        for subject in others
        if checked.file.line_of(subject)
    ]
    return result | ({"relatedLocations": related} if related else {})


def _suppression(waiver: Waiver) -> dict[str, Any]:
    by = {"by": _text(waiver.by)} if waiver.by else {}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": _text(waiver.reason),
        "properties": {"until": waiver.until.isoformat()} | by,
    }


def _place(checked: Checked, subject: Subject) -> dict[str, Any]:
    """Where a thing stands; the first line for what has none, since GitHub drops a result without a line."""
    line = checked.file.line_of(subject) or 1
    return {"artifactLocation": _artifact(checked.name), "region": {"startLine": line}}


def _logical(organization: Organization, subject: Subject) -> dict[str, str]:
    return {
        "name": _text(name_of(organization, subject)),
        "fullyQualifiedName": subject,
        "kind": subject_parts(subject)[0],
    }


def _artifact(name: str) -> dict[str, str]:
    """A file from the folder of the command; one that is elsewhere by its whole address."""
    path = Path(name)
    if path.is_absolute():
        with suppress(ValueError, OSError):
            path = path.relative_to(Path.cwd())
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(path.as_posix())), "uriBaseId": _ROOT}


def _invocation(checked: Sequence[Checked]) -> dict[str, Any]:
    """How the rules fared: those that failed, and what the others could not judge."""
    return {
        "executionSuccessful": not any(each.report.failures for each in checked),
        "toolExecutionNotifications": [notification for each in checked for notification in _notifications(each)],
    }


def _notifications(checked: Checked) -> Iterator[dict[str, Any]]:
    failed = {failure.code for failure in checked.report.failures}
    for failure in checked.report.failures:
        yield _notification(
            checked, failure.code, "error", f"The rule stopped with a fault of its own: {failure.fault}."
        )
    for entry in checked.report.not_assessed:
        if entry.code not in failed:
            yield _notification(checked, entry.code, "note", f"Not assessed, for want of: {entry.missing}.")


def _notification(checked: Checked, code: str, level: str, sentence: str) -> dict[str, Any]:
    return {
        "level": level,
        "message": {"text": _text(sentence)},
        "associatedRule": {"id": code, "index": _INDEX[code]},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(checked.name)}}],
    }


def _text(text: str) -> str:
    """Plain text for a viewer: on one line, and never a link, which `[words](address)` would be."""
    return on_one_line(text).replace("](", "] (")
