"""Names of the sheets of a workbook: short, unlike each other, and without the signs that the format forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from orgmodel.names_in_sentences import with_symbols

LONGEST: Final = 31
"""Units of UTF-16 that a spreadsheet takes for the name of a sheet."""

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_TAKEN: Final = "history"
"""A name that spreadsheets keep for themselves."""


def sheet_names(names: Iterable[str]) -> tuple[str, ...]:
    """A name of a sheet for each, in their order."""
    made: list[str] = []
    taken = {_TAKEN}
    for name in names:
        plain = _FORBIDDEN.sub("-", with_symbols(" ".join(name.split()))).strip("' ") or "Sheet"
        tried, number = _cut(plain, LONGEST), 2
        while tried.casefold() in taken:
            end = f" ({number})"
            tried, number = _cut(plain, LONGEST - len(end)) + end, number + 1
        taken.add(tried.casefold())
        made.append(tried)
    return tuple(made)


def _cut(text: str, units: int) -> str:
    while len(text.encode("utf-16-le")) > 2 * units:
        text = text[:-1]
    return text.rstrip("' ")
