"""Edits of the rows as such: add, put elsewhere, remove. One field of a row is `ChangeField`, a letter `AssignTeam`."""

from __future__ import annotations

from orgmodel.commands import references as names
from orgmodel.commands.assign import row_of
from orgmodel.commands.relations import check_new
from orgmodel.document import Document
from orgmodel.model import Responsibility, RowId
from orgmodel.model.value import changed, value
from orgmodel.sentences import counted


@value
class AddRow:
    """One more row, before the place `at` (from 0) or at the end; a copy of a row under a new id duplicates it."""

    row: Responsibility
    at: int | None = None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Add row {self.row.name}"

    def apply(self, document: Document) -> Document:
        return with_rows(document, (self.row,), self.at)


@value
class AddRows:
    """Several more rows, together before the place `at` (from 0) or at the end; they may depend on each other."""

    rows: tuple[Responsibility, ...]
    at: int | None = None

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        return f"Add row {self.rows[0].name}" if len(self.rows) == 1 else f"Add {counted(len(self.rows), 'row')}"

    def apply(self, document: Document) -> Document:
        return with_rows(document, self.rows, self.at)


@value
class MoveRow:
    """Put a row at another place among the rows (from 0, over all services and layers)."""

    row: RowId
    at: int

    def label(self, document: Document) -> str:
        row = document.organization.row_by_id.get(self.row)
        return f"Move row {row.name if row else self.row}"

    def apply(self, document: Document) -> Document:
        organization, row = document.organization, row_of(document, self.row)
        return document.with_organization(
            organization.copy_with(responsibilities=names.moved(organization.responsibilities, row, self.at))
        )


@value
class RemoveRow:
    """Take a row away, with what depended on it, was said about it or was placed by it."""

    row: RowId

    def label(self, document: Document) -> str:
        row = document.organization.row_by_id.get(self.row)
        return f"Remove row {row.name if row else self.row}"

    def apply(self, document: Document) -> Document:
        row_of(document, self.row)
        return without_rows(document, frozenset({self.row}))


def with_rows(document: Document, rows: tuple[Responsibility, ...], at: int | None) -> Document:
    """With more rows, which may name each other; raises `CommandRefused`."""
    if not rows:
        return document
    organization = document.organization
    place = len(organization.responsibilities) if at is None else max(0, at)
    held = organization.responsibilities
    after = organization.copy_with(responsibilities=(*held[:place], *rows, *held[place:]))
    taken = set(organization.row_by_id)
    for row in rows:
        names.check_new_id(row.id, taken, "row")
        names.check_name(row.name, "row")
        check_new(after, row)
        taken.add(row.id)
    return document.with_organization(after)


def without_rows(document: Document, gone: frozenset[RowId]) -> Document:
    """Without some rows, and without whatever named them."""
    organization = document.organization

    def stays(row: RowId) -> bool:
        return row not in gone

    rows = names.mapped(
        names.kept(organization.responsibilities, lambda row: stays(row.id)),
        lambda row: changed(row, depends_on=names.kept(row.depends_on, stays)),
    )
    after = document.with_organization(organization.copy_with(responsibilities=rows))
    return names.without_subjects(after, frozenset(organization.row_by_id[row].subject for row in gone))
