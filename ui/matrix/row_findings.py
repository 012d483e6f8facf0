"""What the findings say of each row: the mark beside it, the sentences in its tip, the likeliest owner of a gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal

from orgmodel.findings import Finding, Report
from orgmodel.model import Organization, Responsibility, RowId, Subject, TeamId, TeamKind, subject_parts
from ui.accepted import accepted
from ui.matrix.filtering import is_gap, is_overlap
from ui.matrix.state import MatrixState
from ui.remedies import Remedies

if TYPE_CHECKING:
    from orgmodel.commands import Command

RowMark = Literal["error", "warning", "waived"]

_GAP: Final = "GAP001"
_OVERLAP: Final = "OVR001"
_SEEN_AT_ONCE: Final = frozenset({_GAP, _OVERLAP})
"""Rules that the letters alone decide: the row is looked at, so that the mark never lags behind the letters."""


class RowFindings:
    """The findings whose first subject is a row, by row; of no report at all before the first analysis is through."""

    def __init__(self, report: Report | None, remedies: Remedies) -> None:
        self._remedies = remedies
        self._worst: dict[Subject, RowMark] = {}
        self._messages: dict[Subject, list[tuple[str, str]]] = {}
        self._gaps: dict[Subject, Finding] = {}
        self._waived: dict[Subject, list[Finding]] = {}
        if report:
            self._read(report)

    def _read(self, report: Report) -> None:
        for finding in report.findings:
            first = finding.subjects[0]
            if not first.startswith("responsibility:"):
                continue
            self._messages.setdefault(first, []).append((finding.code, finding.message))
            if finding.severity != "info" and finding.code not in _SEEN_AT_ONCE:
                self._worst.setdefault(first, finding.severity)
            if finding.code == _GAP:
                self._gaps[first] = finding
        for finding in report.waived:
            self._waived.setdefault(finding.subjects[0], []).append(finding)

    def mark_of(self, organization: Organization, row: Responsibility) -> RowMark | None:
        """The worst that is open about a row; *waived* where all of it was accepted."""
        waived, code = self._accepted(organization, row), _code_of(organization, row)
        if code and all(finding.code != code for finding in waived):
            return "error"
        is_waived = any(finding.severity != "info" for finding in waived)
        return self._worst.get(row.subject) or ("waived" if is_waived else None)

    def marked(self) -> Iterator[RowId]:
        """The rows that have a mark for another reason than their letters."""
        return (RowId(subject_parts(named)[1]) for named in self._worst)

    def messages_of(self, organization: Organization, row: Responsibility) -> Iterator[str]:
        """The sentences about a row, without those that its letters have outrun; last those that were accepted."""
        code = _code_of(organization, row)
        for found, message in self._messages.get(row.subject, ()):
            if found not in _SEEN_AT_ONCE or found == code:
                yield message
        for finding in self._accepted(organization, row):
            yield f"{finding.message} {accepted(finding)}".rstrip()

    def _accepted(self, organization: Organization, row: Responsibility) -> list[Finding]:
        """The findings about a row that were accepted, without those that its letters have outrun."""
        code = _code_of(organization, row)
        waived = self._waived.get(row.subject, ())
        return [finding for finding in waived if finding.code not in _SEEN_AT_ONCE or finding.code == code]

    def likeliest_owner(self, organization: Organization, row: Responsibility) -> TeamId | None:
        """The team that the finding's first fix names; before that is known, a team of the layer's own kind."""
        finding = self._gaps.get(row.subject)
        fixes = self._remedies.latest(finding) if finding else ()
        team = _assigned_by(fixes[0].command) if fixes else None
        if team:
            return team
        layer = organization.layer_by_id.get(row.layer) if row.layer else None
        return _home_team(organization, row, layer.kind) if layer and layer.kind else None


def _assigned_by(command: Command) -> TeamId | None:
    from orgmodel.commands import AssignTeam

    return command.team if isinstance(command, AssignTeam) else None


def _code_of(organization: Organization, row: Responsibility) -> str | None:
    if is_gap(organization, row):
        return _GAP
    return _OVERLAP if is_overlap(organization, row) else None


def _home_team(organization: Organization, row: Responsibility, kind: TeamKind) -> TeamId | None:
    """A team of that kind: the service's own, else one that serves it, else the first there is."""
    service = organization.service_by_id.get(row.service) if row.service else None
    own = service.team if service else None
    teams = [team for team in organization.teams if team.kind == kind and team.status != "archived"]
    near = [team.id for team in teams if own and (team.id == own or own in team.supports)]
    return next(iter(near or [team.id for team in teams]), None)


def marks_by_line(state: MatrixState, findings: RowFindings) -> dict[int, RowMark]:
    """The worst mark on each line, errors before warnings; a folded group carries those of its rows."""
    places = state.troubled | {place for row in findings.marked() if (place := state.place_of.get(row)) is not None}
    marks: dict[int, RowMark] = {}
    for place in sorted(places):
        line = state.layout.line_for(place)
        mark = findings.mark_of(state.organization, state.row(place))
        if line is not None and mark in ("error", "warning") and marks.get(line) != "error":
            marks[line] = mark
    return marks
