"""Which cells are RACI letters, and which of the three shapes of a paste a text has."""

from __future__ import annotations

from typing import Final

from orgmodel.model import Letters, letters_from
from orgmodel.spreadsheet.plan import Shape

NO_LETTER: Final = "is no RACI letter: use A, R, C or I."
EMPTY: Final = frozenset(("", "-", "–", "—"))
"""Cells without letters; people who draw tables by hand put a dash there."""
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
    """The text of a cell, in at most 40 characters, for a sentence."""
    return cell if len(cell) <= 40 else f"{cell[:39]}…"


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


def _has_names_around(lines: tuple[tuple[str, ...], ...]) -> bool:
    """Whether names stand in the first line beyond its corner, and below its first cell."""
    above = any(cell not in EMPTY and not is_letters(cell) for cell in lines[0][1:])
    return above and any(line and line[0] not in EMPTY and not is_letters(line[0]) for line in lines[1:])
