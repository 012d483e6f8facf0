"""What the findings put on the chain: marks, second borders, cut lines, and rows that nobody does."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodel.findings import SEVERITIES, Finding, Severity
from orgmodel.model import ALERT, Organization, RowId, Subject, TeamId, subject, subject_parts

_NOBODY = "GAP001"
_SHARED = "OVR001"
_UNREACHABLE = "ESC001"
_CIRCLE = "ESC002"
_LOST = "ESC011"

ENTRY = Subject("alert")
"""How the card of the alert is named where people place it, and at the end of a line."""


class Signs:
    """What findings put on the diagram."""

    def __init__(self, organization: Organization, findings: Iterable[Finding]) -> None:
        self.nobody: list[RowId] = []
        self.shared: set[TeamId] = set()
        self.worst: dict[Subject, Severity] = {}
        self.lost: dict[tuple[Subject, Subject], Finding] = {}
        self.missing: dict[tuple[Subject, Subject], Finding] = {}
        self.circles: dict[tuple[Subject, Subject], Severity] = {}
        existing = {(end_of(way.source), end_of(way.target)) for way in organization.escalations}
        for finding in findings:
            self._take(organization, finding, existing)

    def _take(self, organization: Organization, finding: Finding, existing: set[tuple[Subject, Subject]]) -> None:
        rows = [RowId(name) for kind, name in map(subject_parts, finding.subjects) if kind == "responsibility"]
        for named in finding.subjects:
            self.worst[named] = min(self.worst.get(named, "info"), finding.severity, key=SEVERITIES.index)
        if finding.code == _NOBODY:
            self.nobody += rows
        elif finding.code == _SHARED:
            held = [organization.row_by_id[row] for row in rows if row in organization.row_by_id]
            self.shared.update(team for row in held for team in row.raci.accountable)
        elif finding.code == _UNREACHABLE:
            ways = [(_entry_or(source), target) for source, target in finding.evidence.ways]
            self.missing |= {way: finding for way in ways if way not in existing | self.missing.keys()}
        elif finding.code == _CIRCLE:
            self.circles |= dict.fromkeys(finding.evidence.ways, finding.severity)
        elif finding.code == _LOST:
            ways = [(_entry_or(source), target) for source, target in finding.evidence.ways]
            self.lost |= {way: finding for way in ways if way in existing}


def end_of(team: TeamId) -> Subject:
    return ENTRY if team == ALERT else subject("team", team)


def team_at(end: Subject) -> TeamId:
    """The team, or `ALERT`, that stands at an end of a line."""
    return ALERT if end == ENTRY else TeamId(subject_parts(end)[1])


def _entry_or(end: Subject) -> Subject:
    """The alert by its own name, where a finding speaks of it as of a team."""
    return ENTRY if end == subject("team", ALERT) else end
