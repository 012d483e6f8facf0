"""What a paste would do, cell by cell, before anybody says yes to it."""

from __future__ import annotations

from typing import Literal

from orgmodel.commands import Command
from orgmodel.model import Letters, Responsibility, RowId, Team, TeamId
from orgmodel.model.value import value
from orgmodel.sentences import counted, listed

Shape = Literal["nothing", "letters", "table", "names"]


@value
class Taken:
    """One cell of the matrix and what it would hold; `before` is what it holds now, None for nothing."""

    row: RowId
    team: TeamId
    before: Letters | None
    letters: Letters | None

    @property
    def changes(self) -> bool:
        return self.before != self.letters


@value
class Left:
    """A cell of the pasted text that is not taken, and why; line and column count from 1."""

    line: int
    column: int
    text: str
    reason: str


@value
class Pasted:
    """The plan of a paste: what is taken, what is left out, what is new, and the one command, None for no change.

    The cells of new rows and teams are among those taken.
    """

    shape: Shape
    taken: tuple[Taken, ...] = ()
    left: tuple[Left, ...] = ()
    new_rows: tuple[Responsibility, ...] = ()
    new_teams: tuple[Team, ...] = ()
    was_cut: bool = False
    command: Command | None = None
    open_quotes: tuple[int, ...] = ()
    """The lines, from 1, in which a cell begins with a quote that is never closed."""

    @property
    def changes(self) -> tuple[Taken, ...]:
        """The cells that would hold something else than now."""
        return tuple(cell for cell in self.taken if cell.changes)

    @property
    def cleared(self) -> int:
        """How many cells would lose their letters."""
        return sum(cell.letters is None and cell.before is not None for cell in self.taken)

    @property
    def summary(self) -> str:
        """`12 cells change, 2 of them are cleared, 1 new row; 3 cells are left out.`"""
        if self.shape == "nothing":
            return "There is no text to paste."
        changes, cleared = len(self.changes), self.cleared
        emptied = f", {cleared:,} of them {'is' if cleared == 1 else 'are'} cleared" if cleared else ""
        parts = [f"{counted(changes, 'cell')} change{'s' * (changes == 1)}{emptied}"] if changes else []
        parts += [counted(len(self.new_rows), "new row")] if self.new_rows else []
        parts += [counted(len(self.new_teams), "new team")] if self.new_teams else []
        said = listed(parts) or "Nothing changes"
        left = len(self.left)
        said += f"; {counted(left, 'cell is', 'cells are')} left out" if left else ""
        said += ". The text was too long: only its beginning was read." if self.was_cut else "."
        return said + self._quotes_said

    @property
    def _quotes_said(self) -> str:
        lines = listed([str(line) for line in self.open_quotes], most=3)
        if len(self.open_quotes) > 1:
            return (
                f" The quotes that begin cells of lines {lines} are never closed: they were read as mere signs, "
                "what follows them as cells."
            )
        if not self.open_quotes:
            return ""
        return (
            f" The quote that begins a cell of line {lines} is never closed: it was read as a mere sign, "
            "what follows it as cells."
        )
