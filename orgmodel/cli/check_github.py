"""`check --format github`: marks that GitHub shows at the line, the worst first since it shows only a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from orgmodel.cli.checked import Checked
from orgmodel.cli.symbols import on_one_line
from orgmodel.findings import SEVERITIES

_COMMANDS: Final = {"error": "error", "warning": "warning", "info": "notice"}


def as_annotations(checked: Sequence[Checked]) -> str:
    """One line for each open finding of all files."""
    found = [(finding, each) for each in checked for finding in each.report.findings]
    found.sort(key=lambda pair: SEVERITIES.index(pair[0].severity))
    lines: list[str] = []
    for finding, each in found:
        line = each.file.line_of(finding.subjects[0])
        place = f"file={_property(each.name)}" + (f",line={line}" if line else "")
        title = _property(f"{finding.code} {finding.name}")
        text = _data(f"{finding.message} {finding.advice}")
        lines.append(f"::{_COMMANDS[finding.severity]} {place},title={title}::{text}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return on_one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
