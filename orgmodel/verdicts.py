"""Who has a row: the one answer that the matrix, the start screen, paper, exports and the rules give."""

from __future__ import annotations

from typing import Literal

from orgmodel.model import Organization, Responsibility, TeamId

Verdict = Literal["owned", "several answer", "nobody answers", "nobody", "missing owner"]
"""One row at a glance (the truth table of RULES).

`nobody answers` where several teams do the work and none is accountable; `missing owner` where nobody who is there has
the row, and it names a team that is missing, archived or without people: that is GAP003, and hides GAP001.
"""


def verdict_of(organization: Organization, row: Responsibility) -> Verdict:
    """Letters of teams that are not there count for nothing, save that they make a `missing owner` of a `nobody`."""
    raci, there = row.raci, organization.teams_there
    accountable = len(there.intersection(raci.accountable)) if raci.accountable else 0
    if accountable:
        return "owned" if accountable == 1 else "several answer"
    doers = len(there.intersection(raci.doers)) if raci.doers else 0
    if doers:
        return "owned" if doers == 1 else "nobody answers"
    return "nobody" if there.issuperset(raci) else "missing owner"


def owners_of(organization: Organization, row: Responsibility) -> tuple[TeamId, ...]:
    """The teams that are there and have A, else the only one that has R."""
    there = organization.teams_there
    accountable = tuple(team for team in row.raci.accountable if team in there)
    if accountable:
        return accountable
    doers = tuple(team for team in row.raci.doers if team in there)
    return doers if len(doers) == 1 else ()
