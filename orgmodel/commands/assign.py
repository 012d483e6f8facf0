"""Edits of the letters: who answers for a row, does it, is asked, is told."""

from __future__ import annotations

from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import Letters, Responsibility, RowId, TeamId
from orgmodel.model.value import changed, value


@value
class AssignTeam:
    """Set one cell of the matrix; no letters clears it. A second A is allowed: it is a finding, not a mistake."""

    row: RowId
    team: TeamId
    letters: Letters | None

    def label(self, document: Document) -> str:
        row, team = _names(document, self.row, self.team)
        return f"Assign {self.letters}: {row} to {team}" if self.letters else f"Clear {row} of {team}"

    def apply(self, document: Document) -> Document:
        row = row_of(document, self.row)
        if self.team not in document.organization.team_by_id and self.letters:
            raise CommandRefused(f"There is no team “{self.team}” to assign “{row.name}” to.")
        return _with_row(document, changed(row, raci=row.raci.with_letters(self.team, self.letters)))


@value
class MoveAccountability:
    """One team answers for a row from now on, whoever did before is cleared of A and keeps doing the work if it did."""

    row: RowId
    team: TeamId

    def label(self, document: Document) -> str:
        row, team = _names(document, self.row, self.team)
        return f"Move A: {row} to {team}"

    def apply(self, document: Document) -> Document:
        row = row_of(document, self.row)
        if self.team not in document.organization.team_by_id:
            raise CommandRefused(f"There is no team “{self.team}” to move “{row.name}” to.")
        raci = row.raci
        for other in raci.accountable:
            if other != self.team:
                raci = raci.with_letters(other, "R" if raci[other] == "AR" else None)
        new: Letters = "AR" if "R" in raci.get(self.team, "") else "A"
        return _with_row(document, changed(row, raci=raci.with_letters(self.team, new)))


@value
class KeepOneAccountable:
    """One team keeps A; the others that had it do the work instead (*share*), so that nobody loses sight of the row."""

    row: RowId
    team: TeamId

    def label(self, document: Document) -> str:
        row, team = _names(document, self.row, self.team)
        return f"Keep A: {row} with {team}"

    def apply(self, document: Document) -> Document:
        row = row_of(document, self.row)
        if self.team not in row.raci.accountable:
            raise CommandRefused(f"“{row.name}” is not answered for by that team: assign it an A first.")
        raci = row.raci
        for other in raci.accountable:
            if other != self.team:
                raci = raci.with_letters(other, "R")
        return _with_row(document, changed(row, raci=raci))


def row_of(document: Document, row: RowId) -> Responsibility:
    """The row of that id; raises `CommandRefused` where there is none."""
    found = document.organization.row_by_id.get(row)
    if found is None:
        raise CommandRefused(f"There is no row “{row}” any more.")
    return found


def _names(document: Document, row: RowId, team: TeamId) -> tuple[str, str]:
    found = document.organization.row_by_id.get(row)
    return (found.name if found else str(row)), document.organization.team_name(team)


def _with_row(document: Document, row: Responsibility) -> Document:
    return document.with_organization(document.organization.with_responsibility(row))
