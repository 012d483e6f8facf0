"""What stands beside the letters, edited where it stands: area, paged, runbook, state, and who confirmed the row."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QMenu

from orgmodel.commands import ChangeField, Together
from orgmodel.commands.many import ChangeFields, ConfirmRows, SetState
from orgmodel.model import AreaId, Confirmation, DiscussionState, RowId, subject
from orgmodel.sentences import counted
from orgmodel.verdicts import owners_of
from ui.field_in_place import FieldInPlace
from ui.matrix.columns import Fact, fact_key
from ui.matrix.selection import selected_facts
from ui.matrix.view import MatrixView
from ui.plain_text import as_menu_text
from ui.session import Session
from ui.translation import tr

_NEXT_STATE: Final[dict[DiscussionState, DiscussionState]] = {"open": "agreed", "agreed": "parked", "parked": "open"}
_LEAST_WIDTH: Final = 280


class FactEdits:
    """Of the selected rows, else of the one in hand."""

    def __init__(self, session: Session, view: MatrixView) -> None:
        self._session, self._view = session, view

    def change(self) -> None:
        """Change the fact in hand: switch it, or ask for it where it stands."""
        fact = self._view.fact_in_hand()
        if fact == "state":
            self.next_state()
        elif fact == "paged":
            self.switch_paged()
        elif fact == "area":
            self._ask_area()
        elif fact == "runbook":
            self._ask_runbook()

    def next_state(self) -> None:
        """Open, agreed, parked and round; several rows become what the one in hand becomes."""
        rows, row = self._view.row_ids(), self._view.row_in_hand()
        if row:
            self.set_state(_NEXT_STATE[row.state], rows)

    def set_state(self, state: DiscussionState, rows: tuple[RowId, ...] | None = None) -> None:
        rows = self._view.row_ids() if rows is None else rows
        if rows:
            self._session.execute(SetState(rows, state))

    def confirm(self) -> None:
        """Say for today that the rows are right, each by the team that answers for it."""
        organization, today = self._session.organization, self._session.today
        by_owner: dict[str | None, list[RowId]] = {}
        for row in self._view.row_ids():
            owners = owners_of(organization, organization.row_by_id[row])
            by_owner.setdefault(organization.team_name(owners[0]) if owners else None, []).append(row)
        said = [ConfirmRows(tuple(rows), Confirmation(by, today)) for by, rows in by_owner.items()]
        if len(said) == 1:
            self._session.execute(said[0])
        elif said:
            count = counted(sum(len(each.rows) for each in said), "row")
            self._session.execute(Together(tr("Confirm {rows}", rows=count), tuple(said)))

    def switch_paged(self) -> None:
        row = self._view.row_in_hand()
        if row:
            self._set("paged", not row.paged)

    def clear(self) -> None:
        """Make the selected facts unknown; the state of a row is open then."""
        facts = selected_facts(self._view.state, self._view.chosen) or ((self._view.fact_in_hand(),))
        for fact in facts:
            if fact == "state":
                self.set_state("open")
            elif fact:
                self._set(fact, None)

    def _set(self, fact: Fact, given: Any) -> None:
        rows = self._view.row_ids()
        if len(rows) == 1:
            self._session.execute(ChangeField(subject("responsibility", rows[0]), fact, given))
        elif rows:
            self._session.execute(ChangeFields(tuple(subject("responsibility", row) for row in rows), fact, given))

    def _ask_runbook(self) -> None:
        row = self._view.row_in_hand()
        if row:
            title = tr("Where the runbook of {name} is", name=row.name)
            FieldInPlace(
                title,
                row.runbook or "",
                lambda text: self._set("runbook", text or None),
                self._view.viewport(),
                may_clear=True,
            ).open_at(self._place("runbook"))

    def _ask_area(self) -> None:
        menu = self.area_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.viewport().mapToGlobal(self._place("area").bottomLeft()))

    def area_menu(self) -> QMenu:
        """Every area, and none; a letter goes to the next one that begins with it."""
        menu, row = QMenu(self._view), self._view.row_in_hand()
        areas = self._session.organization.areas
        for area, name in ((None, tr("No area")), *((area.id, area.name) for area in areas)):
            action = menu.addAction(as_menu_text(name))
            action.setCheckable(True)
            action.setChecked(row is not None and row.area == area)
            action.triggered.connect(partial(self._take_area, area))
            if action.isChecked():
                menu.setActiveAction(action)
        return menu

    def _take_area(self, area: AreaId | None, *_: object) -> None:
        self._set("area", area)

    def _place(self, fact: Fact) -> QRect:
        """Over the cell in hand, wide enough to type in and within the screen."""
        view = self._view
        key = view.state.columns.place_of_key[fact_key(fact)]
        line = view.shown_hand()[0] or 0
        box = view.on_screen(QRect(*view.state.layout.cell_box(view.port, line, key)))
        width = max(box.width(), _LEAST_WIDTH if fact == "runbook" else box.width())
        left = max(0, min(box.left(), view.viewport().width() - width - 2))
        return QRect(left, box.top(), width, box.height())
