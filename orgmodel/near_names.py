"""What somebody could have meant who names a thing that is not there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def nearest(wanted: str, there: Mapping[Any, Any]) -> str | None:
    """Of things by id the id that is most like a word, or else the id of the one whose name is; None where none is."""
    from difflib import get_close_matches  # which most words never need

    if near := get_close_matches(wanted, there, 1):
        return str(near[0])
    names = {str(getattr(thing, "name", "")).casefold(): identifier for identifier, thing in there.items()}
    near = get_close_matches(wanted.casefold(), names, 1)
    return str(names[near[0]]) if near else None
