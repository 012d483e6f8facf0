"""The same edit of many things as one step: one walk over them, however many they are."""

from __future__ import annotations

from typing import Any

from orgmodel.commands import references as names
from orgmodel.commands.assign import AssignTeam, row_of
from orgmodel.commands.assign_many import AssignTeams
from orgmodel.commands.fields import field_words, things_changed
from orgmodel.document import Document
from orgmodel.errors import CommandRefused
from orgmodel.model import (
    STATE_NAMES,
    Confirmation,
    DiscussionState,
    LayerId,
    Letters,
    Responsibility,
    RowId,
    ServiceId,
    Subject,
    TeamId,
    kind_word,
    letters_from,
    name_of,
)
from orgmodel.model.value import changed, value
from orgmodel.sentences import counted

RowPlace = tuple[ServiceId | None, LayerId | None]
"""The service and the layer under which rows stand in the matrix."""


@value
class SetLetters:
    """Give many cells of the matrix the same letters; None clears them."""

    cells: tuple[tuple[RowId, TeamId], ...]
    letters: Letters | None

    def label(self, document: Document) -> str:
        if len(self.cells) == 1:
            return AssignTeam(*self.cells[0], self.letters).label(document)
        cells = counted(len(self.cells), "cell")
        return f"Assign {self.letters} to {cells}" if self.letters else f"Clear {cells}"

    def apply(self, document: Document) -> Document:
        if self.letters is not None and letters_from(self.letters) != self.letters:
            raise CommandRefused(f"“{self.letters}” are no RACI letters: use A, AR, R, C or I.")
        return AssignTeams("", tuple(AssignTeam(row, team, self.letters) for row, team in self.cells)).apply(document)


@value
class ChangeFields:
    """Give the same field of many things of one kind the same value, as `ChangeField` does for one."""

    subjects: tuple[Subject, ...]
    field: str
    given: Any

    def label(self, document: Document) -> str:  # noqa: ARG002 (the protocol gives it to every command)
        number = len(self.subjects)
        of = f"{field_words(self.field)} of {number:,} {kind_word(self.subjects[0], number)}" if number else "nothing"
        return f"Clear {of}" if self.given is None or self.given == () else f"Change {of}"

    def apply(self, document: Document) -> Document:
        return things_changed(document, self.subjects, self.field, self.given)


@value
class SetState:
    """Say how far the talk about some rows has come."""

    rows: tuple[RowId, ...]
    state: DiscussionState

    def label(self, document: Document) -> str:
        state = STATE_NAMES.get(self.state, str(self.state)).partition(",")[0].lower()
        return f"Mark {_rows_said(document, self.rows)} as {state}"

    def apply(self, document: Document) -> Document:
        return things_changed(document, _subjects(document, self.rows), "state", self.state)


@value
class ConfirmRows:
    """Say of some rows that they are right, by whom and on which day; without both they are confirmed no more."""

    rows: tuple[RowId, ...]
    confirmation: Confirmation | None

    def label(self, document: Document) -> str:
        rows = _rows_said(document, self.rows)
        return f"Confirm {rows}" if self.confirmation else f"Take back that {rows} was confirmed"

    def apply(self, document: Document) -> Document:
        return things_changed(document, _subjects(document, self.rows), "confirmed", self.confirmation)


@value
class MoveRows:
    """Put rows together elsewhere, in their order: under another service and layer, before another row, or both.

    Without `before` they stand after the last row of where they go, and where there is none after all others.
    """

    rows: tuple[RowId, ...]
    to: RowPlace | None = None
    before: RowId | None = None

    def label(self, document: Document) -> str:
        where = ""
        if self.to is not None:
            service, layer = self.to
            service_of, layer_of = document.organization.service_by_id, document.organization.layer_by_id
            places = [service_of[service].name] if service and service in service_of else []
            places += [layer_of[layer].title] if layer and layer in layer_of else []
            where = f" to {', '.join(places)}" if places else " out of their services and layers"
        return f"Move {_rows_said(document, self.rows)}{where}"

    def apply(self, document: Document) -> Document:
        organization = document.organization
        going = frozenset(row_of(document, row).id for row in self.rows)
        if self.before is not None:
            row_of(document, self.before)
        if self.to is not None:
            names.check_services(organization, [self.to[0]] if self.to[0] else [])
            names.check_layers(organization, [self.to[1]] if self.to[1] else [])
        order = organization.responsibilities
        moved = tuple(self._placed(row) for row in order if row.id in going)
        left = tuple(row for row in order if row.id not in going)
        place = self._place(order, left, going)
        after = (*left[:place], *moved, *left[place:])
        if len(after) == len(order) and all(new is old for new, old in zip(after, order, strict=True)):
            return document
        return document.with_organization(organization.copy_with(responsibilities=after))

    def _placed(self, row: Responsibility) -> Responsibility:
        return row if self.to is None else changed(row, service=self.to[0], layer=self.to[1])

    def _place(
        self, order: tuple[Responsibility, ...], left: tuple[Responsibility, ...], going: frozenset[RowId]
    ) -> int:
        """Before which of the rows that are left, by its place among them."""
        if self.before is not None:
            ahead = next(place for place, row in enumerate(order) if row.id == self.before)
            return sum(row.id not in going for row in order[:ahead])
        there = [place for place, row in enumerate(left) if self.to is not None and (row.service, row.layer) == self.to]
        return there[-1] + 1 if there else len(left)


def _subjects(document: Document, rows: tuple[RowId, ...]) -> tuple[Subject, ...]:
    return tuple(row_of(document, row).subject for row in rows)


def _rows_said(document: Document, rows: tuple[RowId, ...]) -> str:
    if len(rows) != 1:
        return counted(len(rows), "row")
    return name_of(document.organization, Subject(f"responsibility:{rows[0]}"))
