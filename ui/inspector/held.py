"""What a field of one thing, or of several at once, holds, by its path: `workload.toil`; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from orgmodel.model import Confirmation, Workload
from orgmodel.model.value import changed

_EMPTY: Final = {"workload": Workload(), "confirmed": Confirmation()}
"""Values inside of things, as they are where nothing in them is known; a thing holds None in their place."""


class _Several:
    """What several things hold in one field, where they do not hold the same."""

    def __repr__(self) -> str:
        return "several"


SEVERAL: Final = _Several()


def held(thing: Any, path: str) -> Any:
    """The value at a path; None where something on the way there is unknown."""
    for name in path.split("."):
        thing = None if thing is None else getattr(thing, name)
    return thing


def held_by_all(things: Iterable[Any], path: str) -> Any:
    """What every one of them holds; `SEVERAL` where they differ."""
    values = (held(thing, path) for thing in things)
    first = next(values, None)
    return first if all(value == first for value in values) else SEVERAL


def field_of(path: str) -> str:
    """The field of the thing itself that a path begins with."""
    return path.partition(".")[0]


def with_held(thing: Any, path: str, given: Any) -> Any:
    """The value of the field that a path begins with, once something is given at its end."""
    field, _, inner = path.partition(".")
    if not inner:
        return given
    empty = _EMPTY[field]
    after: Any = changed(getattr(thing, field) or empty, **{inner: given})
    return None if after == empty else after
