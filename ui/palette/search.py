"""The lines that what is typed finds, the likeliest first. Nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ui.palette.entries import Entry

MOST: Final = 60
"""So many lines are offered; whoever wants another types one letter more."""


def found(entries: Iterable[Entry], typed: str, most: int = MOST) -> tuple[Entry, ...]:
    """Those in which every typed word stands somewhere; the first `most`.

    First those that begin with what is typed, then those in which a word begins with it, then the rest; among equals
    the order that they came in.
    """
    wanted = " ".join(typed.casefold().split())
    words = wanted.split()
    if not words:
        return ()
    first, inside = words[0], f" {wanted}"
    begin: list[Entry] = []
    follow: list[Entry] = []
    rest: list[Entry] = []
    for entry in entries:
        key = entry.key
        if first not in key or not all(word in key for word in words[1:]):
            continue
        if key.startswith(wanted):
            begin.append(entry)
            if len(begin) == most:
                break
        elif inside in key:
            follow.append(entry)
        else:
            rest.append(entry)
    return tuple((*begin, *follow, *rest)[:most])
