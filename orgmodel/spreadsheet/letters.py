"""Which cells are RACI letters, and which of the three shapes of a paste a text has."""

from __future__ import annotations

from typing import Final

from orgmodel.model import Letters, letters_from
from orgmodel.spreadsheet.plan import Shape

NO_LETTER: Final = "is no RACI letter: use A, R, C or I."
EMPTY: Final = frozenset(("", "-", "–", "—"))
"""Cells without letters; people who draw tables by hand put a dash there."""
_NAME_HEADS: Final = ("responsibility", "responsibilities", "row", "task", "activity", "name")
_LONGEST: Final = 12
_LONGEST_OF_LETTERS: Final = 3


def letters_of(cell: str) -> Letters | None:
    """The letters of a cell; None for none, and for what is more than each letter once."""
    signs = [sign for sign in cell.upper() if sign.isalnum()]
    if len(cell) > _LONGEST or len(set(signs)) < len(signs):
        return None
    return letters_from(cell)


def is_letters(cell: str) -> bool:
    return letters_of(cell) is not None


def short(cell: str) -> str:
    """The text of a cell, in at most 20 characters, for a sentence that says more than that."""
    return cell if len(cell) <= 20 else f"{cell[:19]}…"


def shape_of(lines: tuple[tuple[str, ...], ...]) -> Shape:
    """A block of letters, a table with names around it, or a list of names."""
    if not lines:
        return "nothing"
    said = [cell for line in lines for cell in line if cell not in EMPTY]
    if all(is_letters(cell) for cell in said):
        return "letters"
    if _has_names_around(lines):
        return "table"
    is_list = all(cell in EMPTY for line in lines for cell in line[1:])
    with_letters = sum(is_letters(cell) for cell in said)
    if is_list and 2 * with_letters <= len(said) and any(len(cell) > _LONGEST_OF_LETTERS for cell in said):
        return "names"
    return "letters"


def name_column(head: tuple[str, ...]) -> int:
    """The place of the column that holds the names of rows: the one whose head says so, else the first."""
    words = [cell.casefold() for cell in head]
    return next((words.index(word) for word in _NAME_HEADS if word in words), 0)


def _has_names_around(lines: tuple[tuple[str, ...], ...]) -> bool:
    """Whether names stand in the first line beside that of the rows, and below that one."""
    column = name_column(lines[0])
    beside = (cell for place, cell in enumerate(lines[0]) if place != column)
    below = (line[column] for line in lines[1:] if len(line) > column)
    return any(map(_is_name, beside)) and any(map(_is_name, below))


def _is_name(cell: str) -> bool:
    return cell not in EMPTY and not is_letters(cell)
