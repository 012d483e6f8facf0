"""What the rules ask of one row, normalised once and kept while the row and all that it names stay what they are."""

from __future__ import annotations

from typing import Final

from orgmodel.model import Organization, Responsibility, RowId, Subject, TeamId

_CRITICAL: Final = 2
"""The criticality up to which a row is critical (RULES)."""


class RowFacts:
    """One row, with the letters of teams that are there: not of missing or archived ones, nor of those without people.

    `accountable` have A, `responsible` have R. `doers` do the work: an accountable team does it where nobody has R.
    `owners` are the accountable, else the only one with R. `carriers` are the owners, else all who do the work.
    `criticality` is the row's, else its service's; where that is unknown it is None, and `critical` as well.
    """

    __slots__ = (
        *("accountable", "carriers", "critical", "criticality", "doers", "owners", "responsible", "row", "subject"),
    )

    def __init__(self, row: Responsibility, organization: Organization) -> None:
        raci, there = row.raci, organization.teams_there
        accountable, responsible = raci.accountable, raci.doers
        if not there.issuperset(raci):
            accountable = tuple(team for team in accountable if team in there)
            responsible = tuple(team for team in responsible if team in there)
        criticality = organization.criticality_of(row)
        self.row = row
        self.subject: Subject = row.subject
        self.accountable: tuple[TeamId, ...] = accountable
        self.responsible: tuple[TeamId, ...] = responsible
        self.doers: tuple[TeamId, ...] = responsible or accountable
        self.owners: tuple[TeamId, ...] = accountable or (responsible if len(responsible) == 1 else ())
        self.carriers: tuple[TeamId, ...] = accountable or responsible
        self.criticality: int | None = criticality
        self.critical: bool | None = None if criticality is None else criticality <= _CRITICAL

    @property
    def id(self) -> RowId:
        return self.row.id

    @property
    def name(self) -> str:
        return self.row.name

    def __repr__(self) -> str:
        return f"RowFacts({self.row.id}: accountable={self.accountable}, responsible={self.responsible})"
