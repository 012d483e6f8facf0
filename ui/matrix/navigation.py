"""Where a key takes the cell in hand, and which letters a key sets there."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from orgmodel.model import Letters
from ui.matrix.layout import NAME_COLUMN, MatrixLayout

Step = Literal["up", "down", "left", "right", "home", "end", "page up", "page down", "first", "last"]


HEAD_LINE: Final = -1
"""The line of the heads, above the first: a team's column is in hand there."""

_WITH_WORK: Final[dict[Letters | None, Letters]] = {"A": "AR", "AR": "A"}


class Place(NamedTuple):
    """A cell by its line and column; the column is kept on group lines, to come back to it below them."""

    line: int
    column: int


def moved(layout: MatrixLayout, place: Place, step: Step, page: int) -> Place:
    """The cell after one step; it stops at the edges. `page` is how many lines are on screen.

    Up from the first line is the head of a team's column; the end of a line is its last team, then its last fact.
    """
    last_line, last_team, last_column = len(layout.lines) - 1, len(layout.columns.teams) - 1, layout.columns.last
    line, column = place
    if line == HEAD_LINE and step in ("left", "right", "home", "end"):
        to = {"left": column - 1, "right": column + 1, "home": 0, "end": last_team}[step]
        return Place(HEAD_LINE, max(0, min(to, last_team)))
    if not layout.lines or (step == "up" and line <= 0 <= column <= last_team):
        return Place(HEAD_LINE, column)
    targets: dict[Step, Place] = {
        "up": Place(line - 1, column),
        "down": Place(line + 1, column),
        "page up": Place(line - max(1, page - 1), column),
        "page down": Place(line + max(1, page - 1), column),
        "first": Place(0, column),
        "last": Place(last_line, column),
        "left": Place(line, column - 1),
        "right": Place(line, column + 1),
        "home": Place(line, NAME_COLUMN),
        "end": Place(line, last_team if column < last_team else last_column),
    }
    line, column = targets[step]
    return Place(max(0, min(line, last_line)), max(NAME_COLUMN, min(column, last_column)))


def first_cell(layout: MatrixLayout) -> Place | None:
    """The first row's first team: where the keys begin; None on an empty matrix."""
    for line in range(len(layout.lines)):
        if layout.row_at(line) is not None:
            return Place(line, 0 if layout.columns.teams else NAME_COLUMN)
    return Place(0, NAME_COLUMN) if layout.lines else None


def with_work(now: Letters | None) -> Letters:
    """What Shift+R makes of a cell: it puts doing the work beside answering for it, or takes it away again."""
    return _WITH_WORK.get(now, "R")
