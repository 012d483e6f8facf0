"""How wide the columns of a sheet are and how high its rows, in characters and lines of the text that they hold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil
from typing import Final
from unicodedata import east_asian_width

LINE: Final = 15.0
"""Points from one line to the next, in the type that a workbook has of itself."""
_MOST_LINES: Final = 12
_SPARE: Final = 2
"""Characters that a column has more than its text: what filters put there, and letters wider than a figure."""


def width_for(texts: Iterable[str], least: int, most: int) -> int:
    """As wide as the longest of the texts, as far as that is wise."""
    return min(max([least, *(characters(text) + _SPARE for text in texts)]), most)


def height_for(cells: Iterable[tuple[str, int]]) -> float:
    """Of a row, in points: as high as the longest of its texts is, each in a column of a width."""
    return LINE * min(max(lines(text, width - 1) for text, width in cells), _MOST_LINES)


@lru_cache(maxsize=65536)
def characters(text: str) -> int:
    """How wide a text is; ideographs count twice."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(each) in "WF" else 1 for each in text)


@lru_cache(maxsize=65536)
def lines(text: str, width: int) -> int:
    """How many lines a text takes at a width, broken between words and within those that are longer."""
    if characters(text) <= width:
        return 1
    count, room = 1, width
    for word in text.split():
        wide = characters(word)
        if wide <= room:
            room -= wide + 1
        else:
            count += ceil(wide / width) if room < width else ceil(wide / width) - 1
            room = width - (wide % width or width) - 1
    return count
