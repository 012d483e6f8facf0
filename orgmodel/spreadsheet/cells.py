"""Tab-separated text, as spreadsheets write and read it: lines of cells, quoted where a cell holds a tab or a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from orgmodel.model.value import value

MOST_CELLS: Final = 100_000
"""So many cells of a paste are read, and no more."""
MOST_CHARACTERS: Final = 8_000_000
LONGEST_QUOTED: Final = 40_000
"""Longer than any cell of a spreadsheet (32,767); a quote that is not closed within so much is a mere character."""

_FORMULA_SIGNS: Final = "=+-@＝＋－＠"
_PLAIN_NUMBER: Final = re.compile(r"[+-]?[0-9]+([.,][0-9]+)*\s*%?")
_NEEDS_QUOTES: Final = re.compile(r'[\t\r\n]|^"')
_END_OF_CELL: Final = re.compile(r"[\t\r\n]")
_SPACES: Final = re.compile(r"\s+")
_IN_NO_NAME: Final = frozenset(("Cc", "Cs", "Co", "Cn"))
_NOTHING_TO_SEE: Final = dict.fromkeys(map(ord, "\ufeff\u200b\u2060"))


@value
class Cells:
    """What was read: `lines` of cells, cleaned, ragged as they came; `was_cut` where there was more than is read.

    `open_quotes` are the lines, from 1, in which a cell begins with a quote that is never closed.
    """

    lines: tuple[tuple[str, ...], ...]
    was_cut: bool = False
    open_quotes: tuple[int, ...] = ()


def tab_separated(lines: Iterable[Sequence[str]]) -> str:
    """Text that a spreadsheet takes for those cells, each as the text that it is and never as a formula."""
    return "".join("\t".join(_written(cell) for cell in line) + "\n" for line in lines)


def cells_in(text: str) -> Cells:
    """The cells of a text from a clipboard, whatever it is; never raises.

    Line ends of every system, cells in quotes with lines of their own, a byte order mark, hard spaces and control
    characters are understood or left out; the line end after the last line adds none.
    """
    was_cut = len(text) > MOST_CHARACTERS
    text = text[:MOST_CHARACTERS].removeprefix("\ufeff")
    lines: list[tuple[str, ...]] = []
    line: list[str] = []
    open_quotes: dict[int, None] = {}
    place, read, end = 0, 0, len(text)
    while place < end:
        if read == MOST_CELLS:
            was_cut = True
            break
        raw, place, is_open = _cell(text, place)
        if is_open:
            open_quotes[len(lines) + 1] = None
        line.append(as_read(raw))
        read += 1
        sign = text[place : place + 1]
        place += 1
        if sign == "\t" and place < end:
            continue
        if sign == "\t":
            line.append("")
        if sign == "\r" and text[place : place + 1] == "\n":
            place += 1
        lines.append(tuple(line))
        line = []
    if line:
        lines.append(tuple(line))
    return Cells(tuple(lines), was_cut, tuple(open_quotes))


def as_read(raw: str) -> str:
    """What a cell says: on one line, without what cannot be seen, and without the apostrophe that kept it a text."""
    if not raw.isprintable():
        raw = raw.translate(_NOTHING_TO_SEE)
        raw = "".join(
            " " if character.isspace() else character
            for character in raw
            if character.isspace() or unicodedata.category(character) not in _IN_NO_NAME
        )
    said = _SPACES.sub(" ", raw).strip()
    return said[1:] if said.startswith("'") and said.lstrip("'")[:1] in tuple(_FORMULA_SIGNS) else said


def could_be_a_formula(text: str) -> bool:
    """Whether a spreadsheet could reckon with the text instead of showing it; a sign alone or a number it shows."""
    said = text.lstrip()
    if said[:1] not in tuple(_FORMULA_SIGNS) or len(said.rstrip()) < 2:
        return False
    return _PLAIN_NUMBER.fullmatch(said.rstrip()) is None


def _written(cell: str) -> str:
    is_kept = cell.startswith("'") and cell.lstrip("'")[:1] in tuple(_FORMULA_SIGNS)
    said = f"'{cell}" if is_kept or could_be_a_formula(cell) else cell
    if not _NEEDS_QUOTES.search(said):
        return said
    return '"' + said.replace('"', '""') + '"'


def _cell(text: str, start: int) -> tuple[str, int, bool]:
    """The cell that begins at a place, without its quotes, where it ends, and whether its quote is never closed."""
    if text[start] == '"':
        closed = _closing_quote(text, start + 1)
        if closed is not None and text[closed + 1 : closed + 2] in ("", "\t", "\r", "\n"):
            return text[start + 1 : closed].replace('""', '"'), closed + 1, False
    found = _END_OF_CELL.search(text, start)
    end = found.start() if found else len(text)
    return text[start:end], end, text[start] == '"' and text.count('"', start, end) % 2 == 1


def _closing_quote(text: str, start: int) -> int | None:
    """Where the next quote stands that is not doubled; None where there is none near."""
    most = start + LONGEST_QUOTED
    place = text.find('"', start, most)
    while place != -1:
        if text[place + 1 : place + 2] != '"':
            return place
        place = text.find('"', place + 2, most)
    return None
