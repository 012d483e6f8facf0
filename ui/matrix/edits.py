"""What the keys, the menus and the buttons of the matrix do to the document; made when the first of them comes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from ui.matrix.clipboard import Clipboard
from ui.matrix.fact_edits import FactEdits
from ui.matrix.group_edits import GroupEdits
from ui.matrix.letter_edits import LetterEdits
from ui.matrix.popover import SecondOwnerPopover
from ui.matrix.row_edits import RowEdits
from ui.matrix.team_edits import TeamEdits
from ui.matrix.view import MatrixView
from ui.session import Session


class MatrixEdits(QObject):
    """Edits by what they are of: one gesture, one command, one step of Undo."""

    def __init__(self, session: Session, view: MatrixView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.letters = LetterEdits(session, view)
        self.rows = RowEdits(session, view)
        self.teams = TeamEdits(session, view)
        self.groups = GroupEdits(session, view)
        self.facts = FactEdits(session, view)
        self.clipboard = Clipboard(session, view, self.letters)

    @property
    def popover(self) -> SecondOwnerPopover | None:
        """The question about a second A, while it is open."""
        return self.letters.popover

    def clear(self) -> None:
        """Del: the letters of the selected cells, or the facts where there are only those."""
        if self._view.team_ids() and not self._view.fact_in_hand():
            self.letters.clear()
        elif self._view.fact_in_hand():
            self.facts.clear()

    def add_service(self) -> None:
        """Ask for a service whose rows come from a reference matrix; the keyboard is on the first of them then."""
        from ui.matrix.service_form import ServiceForm

        form = ServiceForm(self._session, self._view.theme, self._view.window())
        form.accepted.connect(lambda: self._view.setFocus(Qt.FocusReason.OtherFocusReason))
        form.open()
