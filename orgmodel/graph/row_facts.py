"""What the rules ask of one row, normalised once and remembered while the row and the teams stay what they are."""

from __future__ import annotations

from orgmodel.model import Organization, Responsibility, RowId, Subject, TeamId


class RowFacts:
    """One row, with the letters of teams that are there: not of missing or archived ones, nor of those without people.

    `accountable` have A, `responsible` have R. `doers` do the work: an accountable team does it where nobody has R.
    `owners` are the accountable, else the only one with R. `carriers` are the owners, else all who do the work.
    """

    __slots__ = ("accountable", "carriers", "doers", "owners", "responsible", "row", "subject")

    def __init__(self, row: Responsibility, there: frozenset[TeamId]) -> None:
        raci = row.raci
        accountable, responsible = raci.accountable, raci.doers
        if not there.issuperset(raci):
            accountable = tuple(team for team in accountable if team in there)
            responsible = tuple(team for team in responsible if team in there)
        self.row = row
        self.subject: Subject = row.subject
        self.accountable: tuple[TeamId, ...] = accountable
        self.responsible: tuple[TeamId, ...] = responsible
        self.doers: tuple[TeamId, ...] = responsible or accountable
        self.owners: tuple[TeamId, ...] = accountable or (responsible if len(responsible) == 1 else ())
        self.carriers: tuple[TeamId, ...] = accountable or responsible

    @property
    def id(self) -> RowId:
        return self.row.id

    @property
    def name(self) -> str:
        return self.row.name

    def __repr__(self) -> str:
        return f"RowFacts({self.row.id}: accountable={self.accountable}, responsible={self.responsible})"


class _Remembered:
    """The facts of an organisation's rows, by the identity of the rows; each holds its row, so identities stay."""

    def __init__(self, there: frozenset[TeamId], by_identity: dict[int, RowFacts]) -> None:
        self.there = there
        self.by_identity = by_identity


_last = _Remembered(frozenset(), {})


def facts_of(organization: Organization) -> tuple[RowFacts, ...]:
    """The facts of every row, in the order of the file; those of rows seen last time are the very same objects.

    Analysis and export may ask at once, each in its thread: the slot is read once, and what is put there never changes.
    """
    global _last  # noqa: PLW0603 (one slot, replaced whole: an edit makes one new row among thousands)
    last, there = _last, organization.teams_there
    known = last.by_identity if last.there == there else {}
    facts = tuple(known.get(id(row)) or RowFacts(row, there) for row in organization.responsibilities)
    _last = _Remembered(there, {id(held.row): held for held in facts})
    return facts
