"""What the keys, the menu and the buttons of the matrix do to the document: one gesture, one command, one undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from orgmodel.commands import (
    AddRow,
    AddTeam,
    AssignTeam,
    ChangeField,
    Command,
    MoveAccountability,
    RemoveRow,
    RemoveTeam,
)
from orgmodel.model import PHRASES, Letters, Responsibility, RowId, Team, TeamId, id_from_name
from ui.matrix.columns import FROZEN_WIDTH, MARK_WIDTH, TeamColumn
from ui.matrix.layout import HEADER_HEIGHT, LINE_HEIGHT, NAME_COLUMN
from ui.matrix.name_field import NameField
from ui.matrix.navigation import Place, with_work
from ui.matrix.popover import SecondOwnerPopover
from ui.matrix.scene import Pending
from ui.matrix.view import MatrixView
from ui.session import Session

_NEW_TEAM_WIDTH: Final = 200
_LETTER_KEYS: Final[tuple[tuple[Letters, str], ...]] = (
    ("A", "A"),
    ("AR", "Shift+R"),
    ("R", "R"),
    ("C", "C"),
    ("I", "I"),
)


class MatrixEdits(QObject):
    """Edits of the cell in hand; a second A is asked about before anything is changed."""

    def __init__(self, session: Session, view: MatrixView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self.popover: SecondOwnerPopover | None = None
        view.scrolled.connect(self._follow)
        session.document_changed.connect(self._dismiss)
        session.selection_changed.connect(self.leave)

    def set_letters(self, letters: Letters) -> None:
        """Set the cell in hand; where another team has the A already, ask what is meant."""
        cell = self._view.cell()
        if cell is None:
            return
        row, column = cell
        others = [team for team in row.raci.accountable if team != column.team]
        if "A" in letters and others and not column.missing:
            self._ask(row, column, letters, others)
        else:
            self._session.execute(AssignTeam(row.id, column.team, letters))

    def toggle_work(self) -> None:
        """Shift+R: doing the work beside answering for it, on or off."""
        cell = self._view.cell()
        if cell:
            row, column = cell
            self._session.execute(AssignTeam(row.id, column.team, with_work(row.letters_of(column.team))))

    def clear(self) -> None:
        cell = self._view.cell()
        if cell:
            self._session.execute(AssignTeam(cell[0].id, cell[1].team, None))

    def show_menu(self, point: QPoint) -> None:
        """Offer the letters with their phrases and keys at a point of the viewport."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.viewport().mapToGlobal(point))

    def menu(self) -> QMenu:
        """The letters that the cell in hand can get."""
        menu = QMenu(self._view)
        cell = self._view.cell()
        now = cell[0].letters_of(cell[1].team) if cell else None
        for letters, key in _LETTER_KEYS:
            act = self.toggle_work if letters == "AR" else partial(self.set_letters, letters)
            action = _entry(menu, f"{letters}: {PHRASES[letters]}", key, act)
            action.setCheckable(True)
            action.setChecked(letters == now)
            action.setEnabled(letters != "AR" or now in ("A", "AR"))
        menu.addSeparator()
        _entry(menu, "Clear", "Del", self.clear).setEnabled(now is not None)
        menu.addSeparator()
        ask = self._session.inquiry_wanted.emit
        _entry(menu, "Walk a page…", "Ctrl+Shift+P", partial(ask, "walk-page")).setEnabled(cell is not None)
        _entry(menu, "What if…", "Ctrl+Shift+I", partial(ask, "what-if")).setEnabled(cell is not None)
        menu.addSeparator()
        _entry(menu, "Remove row", "Ctrl+Del", self.remove_row).setEnabled(cell is not None)
        _entry(menu, "Remove team", "Ctrl+Shift+Del", self.remove_team).setEnabled(cell is not None)
        return menu

    def remove_row(self) -> None:
        """Take the row in hand away; Undo brings it back."""
        row = self._view.row_in_hand()
        if row is not None:
            self._session.execute(RemoveRow(row.id))

    def remove_team(self) -> None:
        """Take the team whose column is in hand away, with its letters; Undo brings it back."""
        cell = self._view.cell()
        if cell and not cell[1].missing:
            self._session.execute(RemoveTeam(cell[1].team))

    # The second A.

    def _ask(self, row: Responsibility, column: TeamColumn, letters: Letters, others: list[TeamId]) -> None:
        columns = self._view.state.columns
        names = " and ".join(columns.teams[columns.place_of[team]].short_name for team in others)
        said = (
            f"{column.name} answers",
            f"{names} {'answers' if len(others) == 1 else 'answer'}, {column.short_name} does it",
            "both answer, the finding stays" if len(others) == 1 else "all answer, the finding stays",
        )
        popover = SecondOwnerPopover(self._view.theme, said, self._view.viewport())
        popover.chosen.connect(lambda choice: self._settle(choice, Pending(row.id, column.team, letters)))
        popover.cancelled.connect(self._take_back)
        self.popover = popover
        self._view.show_pending(Pending(row.id, column.team, letters))
        self._follow()
        popover.show()
        popover.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, choice: str, pending: Pending) -> None:
        had_focus = self.popover is not None and self.popover.hasFocus()
        self._dismiss()
        command: Command = AssignTeam(pending.row, pending.team, "R" if choice == "share" else pending.letters)
        if choice == "move":
            command = MoveAccountability(pending.row, pending.team)
        self._session.execute(command)
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        self._dismiss()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Something else was selected while the question was open: both keep the A."""
        if self.popover:
            self.popover.choose("leave")

    def _dismiss(self) -> None:
        popover, self.popover = self.popover, None
        if popover:
            self._view.show_pending(None)
            popover.dismiss()

    def _follow(self) -> None:
        """Keep the question at its cell."""
        if self.popover:
            viewport = self._view.viewport()
            room = viewport.rect().adjusted(0, HEADER_HEIGHT, 0, 0)
            self.popover.point_at(self._view.rect_in_hand(), room)

    # Rows and teams.

    def add_row(self) -> None:
        """Ask for the name of a row that will stand below the one in hand, in its service and layer."""
        NameField("Name of the new row", "", self._add_row, self._view.viewport()).open_at(self._place_below())

    def _add_row(self, name: str) -> None:
        organization, like, at = self._session.organization, *self._neighbour()
        row = Responsibility(
            RowId(id_from_name(name, set(organization.row_by_id))),
            name,
            service=like.service if like else next((service.id for service in organization.services), None),
            layer=like.layer if like else next((layer.id for layer in organization.layers), None),
        )
        if self._session.execute(AddRow(row, at)):
            self._session.select(row.subject)

    def _neighbour(self) -> tuple[Responsibility | None, int | None]:
        """The row that the new one goes below, or the first of the group it goes on top of, and its place."""
        state, row, group = self._view.state, self._view.row_in_hand(), self._view.group_in_hand()
        if row:
            return row, state.place_of[row.id] + 1
        if group:
            return state.row(group.rows[0]), group.rows[0]
        return None, None

    def _place_below(self) -> QRect:
        line, _ = self._view.shown_hand()
        if line is not None:
            self._view.reveal(Place(min(line + 1, len(self._view.state.layout.lines) - 1), NAME_COLUMN))
        top = HEADER_HEIGHT if line is None else self._view.state.layout.line_y(self._view.port, line) + LINE_HEIGHT
        top = min(top, self._view.viewport().height() - LINE_HEIGHT)
        return QRect(MARK_WIDTH - 4, top, FROZEN_WIDTH - MARK_WIDTH + 3, LINE_HEIGHT)

    def rename_row(self) -> None:
        """Ask for another name of the row in hand, where it stands."""
        row, (line, _) = self._view.row_in_hand(), self._view.shown_hand()
        if row is None or line is None:
            return

        def rename(name: str) -> None:
            self._session.execute(ChangeField(row.subject, "name", name))

        self._view.reveal(Place(line, NAME_COLUMN))
        top = self._view.state.layout.line_y(self._view.port, line)
        place = QRect(MARK_WIDTH - 4, top, FROZEN_WIDTH - MARK_WIDTH + 3, LINE_HEIGHT)
        NameField(f"Another name for {row.name}", row.name, rename, self._view.viewport()).open_at(place)

    def add_team(self) -> None:
        """Ask for the name of a team whose column will be the last."""
        self._view.horizontalScrollBar().setValue(self._view.horizontalScrollBar().maximum())
        right = self._view.viewport().width() - _NEW_TEAM_WIDTH - 4
        left = min(self._view.state.columns.area_x - self._view.port.x + 4, right)
        place = QRect(left, 34, _NEW_TEAM_WIDTH, LINE_HEIGHT)
        NameField("Name of the new team", "", self._add_team, self._view.viewport()).open_at(place)

    def _add_team(self, name: str) -> None:
        team = Team(TeamId(id_from_name(name, set(self._session.organization.team_by_id))), name)
        if self._session.execute(AddTeam(team)):
            self._session.select(team.subject)


def _entry(menu: QMenu, text: str, key: str, act: Callable[[], None]) -> QAction:
    """A line of a menu that shows a key without taking it: the matrix itself takes it."""
    action = menu.addAction(f"{text}\t{key}")
    action.triggered.connect(lambda _checked: act())
    return action
