"""`check` for a person: what is wrong and where, what to do, what could not be judged, and the sum of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from orgmodel.cli.checked import Checked, waived_until
from orgmodel.cli.symbols import on_one_line
from orgmodel.findings import SEVERITIES, Finding, NotAssessed, in_groups
from orgmodel.model import Organization, kind_word, subject_parts
from orgmodel.sentences import counted

_HELD_IN: Final = {
    "responsibility": "responsibilities",
    "team": "teams",
    "service": "services",
    "rotation": "rotations",
    "escalation": "escalations",
}
_PLURALS: Final = {"error": "errors", "warning": "warnings", "info": "info"}


def as_text(checked: Sequence[Checked]) -> str:
    """One block for each file, an empty line between blocks."""
    return "\n".join("".join(on_one_line(line) + "\n" for line in _block(each)) for each in checked)


def _block(checked: Checked) -> list[str]:
    report, organization = checked.report, checked.file.document.organization
    lines = [f"{checked.name}: {organization.name}, {_size(organization)}, as of {report.as_of.isoformat()}"]
    for group in in_groups(report.findings):
        lines += ["", *_group(checked, group)]
    if report.waived:
        lines += ["", "Waived:"]
        lines += [
            f"  {_place(checked, finding)}: {finding.code} {finding.message} ({waived_until(finding)})"
            for finding in report.waived
        ]
    if report.not_assessed:
        lines += ["", "Not assessed, for want of:"]
        lines += [f"  {entry}" for entry in _grouped_by_input(report.not_assessed)]
    return [*lines, "", _sum(checked)]


def _group(checked: Checked, group: Sequence[Finding]) -> list[str]:
    first = group[0]
    said = f"{first.severity} {first.code}"
    source = first.source.said
    if len(group) == 1:
        return [f"{_place(checked, first)}: {said} {first.message}", f"  {first.advice} ({source})"]
    organization = checked.file.document.organization
    kinds = {subject_parts(finding.subjects[0])[0] for finding in group}
    things = kind_word(first.subjects[0], len(group)) if len(kinds) == 1 else "things"
    held = _HELD_IN.get(kinds.pop()) if len(kinds) == 1 else None
    of = f" of {len(getattr(organization, held))} {things}" if held else f" {things}"
    lines = [f"{_place(checked, first)}: {said} {len(group)}{of} {first.alike}:"]
    if len({finding.advice for finding in group}) == 1:
        lines += [f"  {_place(checked, finding)}: {finding.message}" for finding in group]
        return [*lines, f"  {first.advice} ({source})"]
    lines += [f"  {_place(checked, finding)}: {finding.message} {finding.advice}" for finding in group]
    return [*lines, f"  ({source})"]


def _place(checked: Checked, finding: Finding) -> str:
    line = checked.file.line_of(finding.subjects[0])
    return f"{checked.name}:{line}" if line else checked.name


def _grouped_by_input(entries: Sequence[NotAssessed]) -> list[str]:
    """`criticality of 43 rows: ESC003`, an input a line with every rule that waits for it."""
    waiting: dict[str, list[str]] = {}
    for entry in entries:
        waiting.setdefault(entry.missing, []).append(entry.code)
    return [f"{missing}: {', '.join(codes)}" for missing, codes in sorted(waiting.items())]


def _size(organization: Organization) -> str:
    return ", ".join(
        (
            counted(len(organization.teams), "team"),
            counted(len(organization.responsibilities), "row"),
            counted(len(organization.escalations), "escalation"),
            counted(len(organization.rotations), "rotation"),
        )
    )


def _sum(checked: Checked) -> str:
    report = checked.report
    counts = [
        counted(report.count(severity), severity, _PLURALS[severity])
        for severity in SEVERITIES
        if report.count(severity)
    ]
    found = ", ".join(counts) if counts else "No findings"
    waived = f", {len(report.waived)} waived" if report.waived else ""
    rules = len({entry.code for entry in report.not_assessed})
    clean = counted(len(report.clean), "rule is", "rules are") + " clean"
    return f"{found}{waived}. {clean}, {rules} {'was' if rules == 1 else 'were'} not assessed."
