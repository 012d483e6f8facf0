"""Texts cut to the lines that a cell of a table has for them, as one text that the cell breaks in the same places."""

from __future__ import annotations

from orgmodel.pdf.style import BODY
from orgmodel.pdf.type.scripts import printable
from orgmodel.pdf.type.typesetting import Names, fitted

MOST_LINES = 2


def cut_text(text: str, width: float) -> str:
    """The text, or as much of it as two lines of a width hold, and "…"; for what stands whole somewhere else."""
    found = fitted(text, BODY, width, MOST_LINES)
    if not found.is_cut:
        return text
    first = found.lines[0]
    follows = printable(text)[len(first) : len(first) + 1]
    return (" " if follows.isspace() else "").join(found.lines)


def cut_name(names: Names, name: str, kind: str, width: float) -> str:
    """The same for a name, which the index has whole where it is cut."""
    names.fit(name, kind, BODY, width, MOST_LINES)
    return cut_text(name, width)
