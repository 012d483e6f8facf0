"""Brings the lanes of rotations, teams and people into view; a search or a service in their way goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.model import Organization, RotationId, Subject, TeamId, subject_parts
from ui.evidence import Concerns

if TYPE_CHECKING:
    from ui.oncall.lens import OnCallLens


def reveal(lens: OnCallLens, subjects: tuple[Subject, ...]) -> bool:
    """The lane of the first of these that has one; False where none has."""
    if any(_show(lens, each) for each in subjects):
        return True
    if not lens.state.words and lens.state.service is None:
        return False
    organization = lens.state.organization
    everybody = {*organization.team_by_id, *organization.rotations_of}
    if not any(team_of(organization, each) in everybody for each in subjects):
        return False
    lens.tools.field.clear()
    lens.tools.services.choose(None)
    return any(_show(lens, each) for each in subjects)


def team_of(organization: Organization, named: Subject) -> TeamId | None:
    """The team that a thing is about; the first where there are several."""
    return next(iter(Concerns(organization).teams(named)), None)


def _show(lens: OnCallLens, named: Subject) -> bool:
    kind, name = subject_parts(named)
    plan = lens.state.plan
    row = plan.lane_of_rotation.get(RotationId(name)) if kind == "rotation" else None
    if row is None and kind in ("team", "person"):
        team = team_of(lens.state.organization, named)
        row = plan.lane_of_team.get(team) if team else None
    if row is None:
        return False
    lens.strip.show_row(row)
    return True
