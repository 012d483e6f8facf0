"""What the findings put on the chain: marks, second borders, cut lines, and rows that nobody does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from orgmodel.findings import SEVERITIES, Finding, Severity, rows_named
from orgmodel.model import (
    ALERT,
    Organization,
    Responsibility,
    RowId,
    ServiceId,
    Subject,
    TeamId,
    subject,
    subject_parts,
)

_NOBODY = "GAP001"
_SHARED = "OVR001"
_UNREACHABLE = "ESC001"
_CIRCLE = "ESC002"
_LOST = "ESC011"

ENTRY = Subject("alert")
"""How the card of the alert is named where people place it, and at the end of a line."""


class Signs:
    """What findings put on the diagram of everything, or of one service: there those about rows of others say nothing.

    A missing way may be beside one that is there and leaves the row's service or layer out.
    """

    def __init__(
        self, organization: Organization, findings: Iterable[Finding], service: ServiceId | None = None
    ) -> None:
        self.nobody: list[RowId] = []
        self.shared: set[TeamId] = set()
        self.worst: dict[Subject, Severity] = {}
        self.lost: dict[tuple[Subject, Subject], Finding] = {}
        self.missing: dict[tuple[Subject, Subject], Finding] = {}
        self.unreached: dict[tuple[Subject, Subject], list[Responsibility]] = {}
        self.circles: dict[tuple[Subject, Subject], Severity] = {}
        existing = {(end_of(way.source), end_of(way.target)) for way in organization.escalations}
        for finding in findings:
            rows = rows_named(organization, finding)
            if service is None or not rows or any(row.service == service for row in rows):
                self._take(finding, rows, existing)

    def _take(self, finding: Finding, rows: Sequence[Responsibility], existing: set[tuple[Subject, Subject]]) -> None:
        for named in finding.subjects:
            self.worst[named] = min(self.worst.get(named, "info"), finding.severity, key=SEVERITIES.index)
        if finding.code == _NOBODY:
            self.nobody += [row.id for row in rows]
        elif finding.code == _SHARED:
            self.shared.update(team for row in rows for team in row.raci.accountable)
        elif finding.code == _UNREACHABLE:
            ways = [(_entry_or(source), target) for source, target in finding.evidence.ways]
            self.missing |= {way: finding for way in ways if way not in self.missing}
            for way in ways:
                self.unreached.setdefault(way, []).extend(rows)
        elif finding.code == _CIRCLE:
            self.circles |= dict.fromkeys(finding.evidence.ways, finding.severity)
        elif finding.code == _LOST:
            ways = [(_entry_or(source), target) for source, target in finding.evidence.ways]
            self.lost |= {way: finding for way in ways if way in existing}


def rows_with_signs(
    organization: Organization, findings: Iterable[Finding]
) -> Mapping[ServiceId | None, frozenset[RowId]]:
    """By service, the rows that a card or line of its chain has a sign for."""
    signed: dict[ServiceId | None, set[RowId]] = {}
    for finding in findings:
        if finding.code in {_NOBODY, _SHARED, _UNREACHABLE}:
            for row in rows_named(organization, finding):
                signed.setdefault(row.service, set()).add(row.id)
    return {service: frozenset(rows) for service, rows in signed.items()}


def end_of(team: TeamId) -> Subject:
    return ENTRY if team == ALERT else subject("team", team)


def team_at(end: Subject) -> TeamId:
    """The team, or `ALERT`, that stands at an end of a line."""
    return ALERT if end == ENTRY else TeamId(subject_parts(end)[1])


def _entry_or(end: Subject) -> Subject:
    """The alert by its own name, where a finding speaks of it as of a team."""
    return ENTRY if end == subject("team", ALERT) else end
