"""Letters on the selected cells: set, cleared, filled; a second A in a cell is asked about before it is set."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from orgmodel.commands import AssignTeam, Command, MoveAccountability
from orgmodel.commands.assign_many import AssignTeams
from orgmodel.commands.many import SetLetters
from orgmodel.model import Letters, Responsibility, RowId, TeamId
from orgmodel.sentences import counted
from ui.matrix.columns import TeamColumn
from ui.matrix.layout import HEADER_HEIGHT
from ui.matrix.navigation import with_work
from ui.matrix.popover import SecondOwnerPopover
from ui.matrix.scene import Pending
from ui.matrix.view import MatrixView
from ui.session import Session
from ui.translation import tr

MANY_CELLS: Final = 40
"""A letter that changes more cells than these is typed twice."""
_MODIFIERS: Final = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta})
_OWN_MENU: Final = Qt.FocusReason.PopupFocusReason
MOST_CELLS: Final = 100_000
"""More cells than these are not set at once: nobody means that."""


class LetterEdits(QObject):
    """One gesture, one command, one step of Undo."""

    def __init__(self, session: Session, view: MatrixView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.popover: SecondOwnerPopover | None = None
        self._asked: Letters | None = None
        """The letter that was typed once on many cells, and is set when it comes again."""
        view.scrolled.connect(self._follow)
        view.installEventFilter(self)
        session.document_changed.connect(self._dismiss)
        session.selection_changed.connect(self.leave)
        session.selection_changed.connect(self.forget)
        session.document_changed.connect(self.forget)

    def type_letters(self, letters: Letters) -> None:
        """Set the selected cells by a key: where that changes many, only when the same key comes twice."""
        rows = self._session.organization.row_by_id
        cells = self._cells()
        changed = sum(rows[row].letters_of(team) != letters for row, team in cells)
        if changed <= MANY_CELLS or self._is_sure(letters, len(cells)):
            self.set_letters(letters)

    def type_work(self) -> None:
        """Shift+R by a key: on many cells, only when it comes twice."""
        cells = len(self._cells())
        if cells <= MANY_CELLS or self._is_sure("AR", cells):
            self.toggle_work()

    def _is_sure(self, letters: Letters, cells: int) -> bool:
        """Whether the same was typed just before; else say that it is to be typed again."""
        if self._asked == letters:
            return True
        self._asked = letters
        key = tr("Shift+R") if letters == "AR" else letters
        said = tr("{key} on {cells}: press {key} again to set them", key=key, cells=counted(cells, "cell"))
        self._session.refused.emit(said)
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's own)
        """Another key or leaving the matrix forgets the letter; the keys of letters are shortcuts, not seen here."""
        is_left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != _OWN_MENU
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() not in _MODIFIERS
        if is_left or is_key:
            self.forget()
        return False

    def forget(self) -> None:
        """Another key, another selection, another edit: the letter that was typed once is none."""
        self._asked = None

    def set_letters(self, letters: Letters) -> None:
        """Set the selected cells; where one cell is in hand and another team has the A already, ask what is meant."""
        cells, cell = self._cells(), self._view.cell()
        if len(cells) > 1:
            self._assign(tr("Assign {letters} to {cells}", letters=letters, cells=counted(len(cells), "cell")),
                         ((cell_of, letters) for cell_of in cells))  # fmt: skip
        elif cell is not None:
            row, column = cell
            others = [team for team in row.raci.accountable if team != column.team]
            if "A" in letters and others and not column.missing:
                self._ask(row, column, letters, others)
            else:
                self._session.execute(AssignTeam(row.id, column.team, letters))

    def toggle_work(self) -> None:
        """Shift+R: doing the work beside answering for it, on or off, in each of the selected cells."""
        cells = self._cells()
        rows = self._session.organization.row_by_id
        after = [((row, team), with_work(rows[row].letters_of(team))) for row, team in cells]
        if len(after) == 1:
            (row, team), letters = after[0]
            self._session.execute(AssignTeam(row, team, letters))
        elif after:
            self._assign(tr("Switch the work in {cells}", cells=counted(len(cells), "cell")), after)

    def clear(self) -> None:
        """Take the letters out of the selected cells."""
        rows = self._session.organization.row_by_id
        cells = [(row, team) for row, team in self._cells() if team in rows[row].raci]
        if cells:
            self._session.execute(SetLetters(tuple(cells), None))

    def fill_down(self) -> None:
        """Every selected cell gets what the first selected cell of its column holds; one cell, what is above it."""
        cells = self._cells()
        if len(cells) == 1:
            above = self._row_above(cells[0][0])
            cells = [(above, cells[0][1]), *cells] if above else []
        first: dict[TeamId, RowId] = {}
        for row, team in cells:
            first.setdefault(team, row)
        self._fill(cells, {(row, team): (first[team], team) for row, team in cells})

    def fill_right(self) -> None:
        """Every selected cell gets what the first selected cell of its row holds; one cell, what is left of it."""
        cells = self._cells()
        if len(cells) == 1:
            teams = self._view.state.columns.teams
            place = self._view.state.columns.place_of[cells[0][1]]
            cells = [(cells[0][0], teams[place - 1].team), *cells] if place else []
        first: dict[RowId, TeamId] = {}
        for row, team in cells:
            first.setdefault(row, team)
        self._fill(cells, {(row, team): (row, first[row]) for row, team in cells})

    def _fill(
        self, cells: list[tuple[RowId, TeamId]], source: dict[tuple[RowId, TeamId], tuple[RowId, TeamId]]
    ) -> None:
        rows = self._session.organization.row_by_id
        known = self._session.organization.team_by_id
        after = []
        for cell in cells:
            row, team = source[cell]
            letters = rows[row].letters_of(team)
            if cell[1] in known and rows[cell[0]].letters_of(cell[1]) != letters:
                after.append((cell, letters))
        if after:
            self._assign(tr("Fill {cells}", cells=counted(len(after), "cell")), after)

    def _row_above(self, row: RowId) -> RowId | None:
        state = self._view.state
        line = state.layout.line_of_row.get(state.place_of[row], 0)
        found = state.row_on(line - 1)
        return found.id if found else None

    def _cells(self) -> list[tuple[RowId, TeamId]]:
        """The selected cells; among several, ghosts of teams that do not exist get nothing. None of far too many."""
        chosen = self._view.chosen
        if chosen.blocks and len(chosen.rows) * len(self._view.team_ids()) > MOST_CELLS:
            sentence = tr(
                "These are too many cells to change at once: select fewer than {most}.", most=f"{MOST_CELLS:,}"
            )
            self._session.refused.emit(sentence)
            return []
        cells = self._view.letter_cells()
        known = self._session.organization.team_by_id
        return [cell for cell in cells if cell[1] in known] if len(cells) > 1 else cells

    def _assign(self, title: str, after: Iterable[tuple[tuple[RowId, TeamId], Letters | None]]) -> None:
        commands = tuple(AssignTeam(row, team, letters) for (row, team), letters in after)
        self._session.execute(AssignTeams(title, commands))

    # The second A.

    def _ask(self, row: Responsibility, column: TeamColumn, letters: Letters, others: list[TeamId]) -> None:
        by_team = self._view.state.columns.by_team
        names = " and ".join(by_team[team].short_name for team in others)
        said = (
            tr("{team} answers", team=column.name),
            tr("{names} answers, {team} does it", names=names, team=column.short_name)
            if len(others) == 1
            else tr("{names} answer, {team} does it", names=names, team=column.short_name),
            tr("both answer, the finding stays") if len(others) == 1 else tr("all answer, the finding stays"),
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
            head = round(HEADER_HEIGHT * self._view.zoom_factor)
            room: QRect = self._view.viewport().rect().adjusted(0, head, 0, 0)
            self.popover.point_at(self._view.rect_in_hand(), room)
