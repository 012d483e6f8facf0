"""Rows as such: added one after the other, renamed, duplicated, moved across groups, taken away."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QRect

from orgmodel.commands import AddRow, ChangeField, Command, Together
from orgmodel.commands.duplicates import DuplicateRow
from orgmodel.commands.many import ChangeFields, MoveRows, RowPlace
from orgmodel.commands.remove_rows import RemoveRows
from orgmodel.model import Responsibility, RowId, id_from_name
from orgmodel.sentences import counted
from ui.field_in_place import FieldInPlace
from ui.matrix.columns import FROZEN_WIDTH, MARK_WIDTH, NAME_COLUMN
from ui.matrix.grouping import Group
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT
from ui.matrix.navigation import Place
from ui.matrix.scene import Drop
from ui.matrix.view import MatrixView
from ui.session import Session
from ui.translation import tr

_MOST_COPIES: Final = 200


class RowEdits:
    """Of the selected rows, else of the one in hand."""

    def __init__(self, session: Session, view: MatrixView) -> None:
        self._session, self._view = session, view

    def add(self) -> None:
        """Ask for the name of a row below what is in hand, in its group; Enter asks for the next one."""
        field = FieldInPlace(tr("Name of the new row"), "", self._add, self._view.viewport())
        field.entered.connect(self.add)
        field.open_at(self._place_below())

    def _add(self, name: str) -> None:
        near, at = self._neighbour()
        group = self._view.group_in_hand()
        service, layer = (
            (near.service, near.layer) if near else (group.key.service, group.key.layer) if group else (None, None)
        )
        area = group.key.area if group else None
        identifier = RowId(id_from_name(name, set(self._session.organization.row_by_id)))
        row = Responsibility(identifier, name, service, layer, area=area)
        if self._session.execute(AddRow(row, at)):
            self._session.select(row.subject)

    def _neighbour(self) -> tuple[Responsibility | None, int | None]:
        """The row that the new one goes below, or the first of the group it goes on top of, and its place."""
        state, row, group = self._view.state, self._view.row_in_hand(), self._view.group_in_hand()
        if row:
            return row, state.place_of[row.id] + 1
        if group and group.rows and group.key.by == "layer":
            return state.row(group.rows[0]), group.rows[0]
        return None, None

    def _place_below(self) -> QRect:
        view = self._view
        line, _ = view.shown_hand()
        if line is not None:
            view.reveal(Place(min(line + 1, len(view.state.layout.lines) - 1), NAME_COLUMN))
        top = HEADER_HEIGHT if line is None else view.state.layout.line_y(view.port, line) + LINE_HEIGHT
        return self._name_place(min(top, view.port.height - LINE_HEIGHT))

    def _name_place(self, top: int) -> QRect:
        return self._view.on_screen(QRect(MARK_WIDTH - 4, top, FROZEN_WIDTH - MARK_WIDTH + 3, LINE_HEIGHT))

    def rename(self) -> None:
        """Ask for another name of the row in hand, where it stands."""
        row, (line, _) = self._view.row_in_hand(), self._view.shown_hand()
        if row is None or line is None:
            return
        named = row.subject
        self._view.reveal(Place(line, NAME_COLUMN))
        top = self._view.state.layout.line_y(self._view.port, line)
        FieldInPlace(
            tr("Another name for {name}", name=row.name),
            row.name,
            lambda name: self._session.execute(ChangeField(named, "name", name)),
            self._view.viewport(),
        ).open_at(self._name_place(top))

    def duplicate(self) -> None:
        """A copy of each row below it; the first copy is in hand then."""
        rows = self._view.row_ids()
        if len(rows) > _MOST_COPIES:
            self._session.refused.emit(tr("Duplicate up to {most} rows at once.", most=_MOST_COPIES))
        elif rows:
            before = self._session.organization.row_by_id
            title = tr("Duplicate {rows}", rows=counted(len(rows), "row"))
            copies = tuple(DuplicateRow(row) for row in rows)
            if self._session.execute(copies[0] if len(copies) == 1 else Together(title, copies)):
                new = [row.subject for row in self._session.organization.responsibilities if row.id not in before]
                self._session.select(*new)

    def remove(self) -> None:
        """Take the rows away, and take what comes to stand in their place in hand; Undo brings them back."""
        rows, (line, _) = self._view.row_ids(), self._view.shown_hand()
        if rows and self._session.execute(RemoveRows(rows)) and line is not None:
            layout = self._view.state.layout
            near = (*range(line, len(layout.lines)), *range(min(line, len(layout.lines)) - 1, -1, -1))
            left = next((each for each in near if layout.row_at(each) is not None), None)
            if left is not None:
                self._view.go(Place(left, self._view.hand.column(self._view.state)))

    # Elsewhere.

    def step(self, by: int) -> None:
        """One line up or down, at the edge of a group into the next one."""
        state, rows = self._view.state, self._view.row_ids()
        lines = sorted(line for row in rows if (line := state.layout.line_of_row.get(state.place_of[row])) is not None)
        if not lines:
            return
        target = lines[0] - 1 if by < 0 else lines[-1] + 1
        if not 0 <= target < len(state.layout.lines) or (by < 0 and target == 0 and state.layout.groups):
            return
        group = state.layout.group_at(target)
        if by < 0 and group:  # over the top of its group: to the end of the one above
            above = state.layout.groups[state.layout.groups.index(group) - 1]
            self._move(rows, None, above)
        elif group:
            first = None if group.is_collapsed or not group.rows else state.row(group.rows[0]).id
            self._move(rows, first, group)
        else:
            next_to = state.row_on(target)
            self._move(rows, self._after(next_to) if by > 0 else next_to, self._group_on(target))

    def drop(self, drop: Drop) -> None:
        """Put the rows where they were dropped: between two rows, perhaps of another group."""
        state, rows = self._view.state, self._view.row_ids()
        if drop.line is None or not rows:
            return
        group = state.layout.group_at(drop.group) if drop.group is not None else None
        at = drop.line
        before = state.row_on(at) if at < len(state.layout.lines) else None
        if before is None and group is None and state.layout.lines:
            self._move(rows, None, None)
        elif before is None and group and at - 1 == drop.group and group.rows:
            self._move(rows, None if group.is_collapsed else state.row(group.rows[0]).id, group)
        else:
            self._move(rows, before, group)

    def _after(self, row: Responsibility | None) -> RowId | None:
        """The row that stands behind another in the file."""
        if row is None:
            return None
        rows, place = self._session.organization.responsibilities, self._view.state.place_of[row.id] + 1
        return rows[place].id if place < len(rows) else None

    def _group_on(self, line: int) -> Group | None:
        layout = self._view.state.layout
        place = layout.group_of_row.get(layout.lines[line])
        return layout.groups[place] if place is not None else None

    def _move(self, rows: tuple[RowId, ...], before: Responsibility | RowId | None, group: Group | None) -> None:
        shape, organization = self._view.state.shape, self._session.organization
        ahead = before.id if isinstance(before, Responsibility) else before
        is_sorted = shape.sort != "file"
        is_same = group is None or all(organization.row_by_id[row].id in self._ids_of(group) for row in rows)
        if is_sorted and is_same:
            self._refuse(tr("The rows are sorted: show them in the file's order to move them."))
        elif group and group.key.by == "kind" and not is_same:
            self._refuse(tr("The rows are grouped by who answers: give them an A to move them."))
        else:
            self._execute_move(rows, None if is_sorted else ahead, group)

    def _ids_of(self, group: Group) -> set[RowId]:
        return {self._view.state.row(place).id for place in group.rows}

    def _execute_move(self, rows: tuple[RowId, ...], before: RowId | None, group: Group | None) -> None:
        to: RowPlace | None = None
        more: list[Command] = []
        if group and group.key.by == "layer":
            to = (group.key.service, group.key.layer)
        elif group and group.key.by == "area":
            subjects = tuple(self._session.organization.row_by_id[row].subject for row in rows)
            more.append(ChangeFields(subjects, "area", group.key.area))
        if before is None and to is None and group and group.rows:
            before = self._after(self._view.state.row(group.rows[-1]))
        move = MoveRows(rows, to, before)
        title = move.label(self._session.document)
        self._session.execute(Together(title, (*more, move)) if more else move)
        self._reveal_hand()

    def _reveal_hand(self) -> None:
        place: Any = self._view.hand.place(self._view.state)
        if place:
            self._view.reveal(place)

    def _refuse(self, sentence: str) -> None:
        self._session.refused.emit(sentence)
