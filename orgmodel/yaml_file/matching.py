"""Which item of a list before is which item of the list after: by identity, else by likeness, else by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import Any

_NAMES = ("id", "row", "name", "rule", "text")
"""The keys that tell one record of a list from another, strongest first."""


def matched(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new item the index of the old one that it was, each at most once; None for one that was not there."""
    if len(old) == len(new) and all(_identity(a) == _identity(b) for a, b in zip(old, new, strict=True)):
        return list(range(len(new)))
    found: list[int | None] = [None] * len(new)
    _pair(found, [_whole(item) for item in old], [_whole(item) for item in new])
    _pair(found, [_identity(item) for item in old], [_identity(item) for item in new])
    _pair_by_place(found, old, new)
    return found


def staying(order: Sequence[int]) -> set[int]:
    """The most items that can stay where they are while the others are moved: a longest increasing run of indexes."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, index in enumerate(order):
        length = bisect_left(ends, index)
        before.append(places[length - 1] if length else -1)
        if length == len(ends):
            ends.append(index)
            places.append(place)
        else:
            ends[length] = index
            places[length] = place
    stay: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        stay.add(order[place])
        place = before[place]
    return stay


def order_of_keys(
    standing: list[str], old: Mapping[str, Any], new: Mapping[str, Any], equal: Callable[[Any, Any], bool]
) -> list[str]:
    """The keys of a mapping as they will stand: new ones behind the one that goes before them, the rest as they are."""
    order = list(standing)
    known = set(standing)
    if equal is equal_in_order and [key for key in old if key in new] != [key for key in new if key in old]:
        moving = iter([key for key in new if key in known])
        order = [next(moving) if key in new else key for key in order]
    previous: str | None = None
    keys = list(new)
    for place, key in enumerate(keys):
        if key not in known:
            if previous is not None:
                order.insert(order.index(previous) + 1, key)
            else:
                following = next((later for later in keys[place:] if later in known), None)
                order.insert(order.index(following) if following else len(order), key)
            known.add(key)
        previous = key
    return order


def equal_in_order(old: Any, new: Any) -> bool:
    """Equal down to the order of keys."""
    return repr(old) == repr(new)


def _identity(item: Any) -> object:
    """What names an item in its list; None where nothing does."""
    if not isinstance(item, dict):
        return repr(item)
    if "from" in item and "to" in item:
        return ("from", item["from"], item["to"])
    for key in _NAMES:
        if key in item:
            return (key, str(item[key]))
    return None


def _whole(item: Any) -> str | None:
    """All that an item without an id says: of two alike, the one that did not change is the same."""
    return None if isinstance(item, dict) and "id" in item else repr(item)


def _pair(found: list[int | None], old: list[Any], new: list[Any]) -> None:
    """Pair what is still alone and named alike, in order."""
    taken = {index for index in found if index is not None}
    waiting: dict[Any, list[int]] = {}
    for index in range(len(old) - 1, -1, -1):
        if old[index] is not None and index not in taken:
            waiting.setdefault(old[index], []).append(index)
    for place, name in enumerate(new):
        if found[place] is None and waiting.get(name):
            found[place] = waiting[name].pop()


def _pair_by_place(found: list[int | None], old: Sequence[Any], new: Sequence[Any]) -> None:
    """Pair what stands alone right after the same neighbour: a thing renamed, or a text changed, where it stood."""
    taken = {index for index in found if index is not None}
    for place in range(len(found)):
        if found[place] is not None:
            continue
        previous = found[place - 1] if place else -1
        if previous is None or previous + 1 >= len(old) or previous + 1 in taken:
            continue
        if _may_be_same(old[previous + 1], new[place]):
            found[place] = previous + 1
            taken.add(previous + 1)


def _may_be_same(old: Any, new: Any) -> bool:
    if isinstance(old, dict) and isinstance(new, dict):
        return "id" not in old and "id" not in new
    return type(old) is type(new) and not isinstance(old, (dict, list))
