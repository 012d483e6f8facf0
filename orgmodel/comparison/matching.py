"""Which things of two lists are the same thing: those of one name, and of several of one name the most alike."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from orgmodel.yaml_file.fields import Record

Name = tuple[str, ...]
Pair = tuple[int | None, int | None]
"""The places of a thing in the earlier list and in the later one; None where it is not."""

_MOST_TRIED: Final = 2_500
"""Of so many pairs of one name the most alike are looked for; of more, they are paired as they stand."""


def matched(record: Record, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Pair]:
    """Every thing once, in the order of the later list, then what is gone in the order of the earlier one."""
    earlier, later = _by_name(record, before), _by_name(record, after)
    partner: dict[int, int] = {}
    for name, news in later.items():
        olds = earlier.get(name)
        if olds is None:
            continue
        if len(olds) == len(news) == 1:
            partner[news[0]] = olds[0]
        else:
            partner |= _alike(record, before, olds, after, news)
    yield from ((partner.get(place), place) for place in range(len(after)))
    kept = set(partner.values())
    yield from ((place, None) for place in range(len(before)) if place not in kept)


def name_of_thing(record: Record, thing: Any) -> Name:
    """What makes it the same in both files: its id; a waiver's rule and what it is on; an escalation's ends."""
    if record.noun == "waiver":
        return (thing.rule, *sorted(thing.on))
    return tuple(getattr(thing, field.attribute) for field in record.fields if field.key in record.named_by)


def in_no_order(plain: Any) -> str:
    """Plain data as a text that is the same whatever the order of lists and keys."""
    return json.dumps(_sorted(plain), sort_keys=True)


def _by_name(record: Record, things: Sequence[Any]) -> dict[Name, list[int]]:
    places: dict[Name, list[int]] = {}
    for place, thing in enumerate(things):
        places.setdefault(name_of_thing(record, thing), []).append(place)
    return places


def _alike(
    record: Record, before: Sequence[Any], olds: Sequence[int], after: Sequence[Any], news: Sequence[int]
) -> dict[int, int]:
    """Pairs of later and earlier places of one name: the equal ones, then those that differ in the fewest fields."""
    earlier = {place: record.plain(before[place], full=True) for place in olds}
    later = {place: record.plain(after[place], full=True) for place in news}
    texts_before = {place: in_no_order(plain) for place, plain in earlier.items()}
    texts_after = {place: in_no_order(plain) for place, plain in later.items()}
    waiting: dict[str, list[int]] = {}
    for place, text in reversed(texts_before.items()):
        waiting.setdefault(text, []).append(place)
    pairs = {place: waiting[text].pop() for place, text in texts_after.items() if waiting.get(text)}
    taken = set(pairs.values())
    left = sorted((place for place in olds if place not in taken), key=texts_before.__getitem__)
    right = sorted((place for place in news if place not in pairs), key=texts_after.__getitem__)
    if len(left) * len(right) > _MOST_TRIED:
        return pairs | dict(zip(right, left, strict=False))
    tried = sorted(
        # the same whichever of the two files comes first
        (_unlike(earlier[old], later[new]), sorted((texts_before[old], texts_after[new])), new, old)
        for old in left
        for new in right
    )
    for _, _, new, old in tried:
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    return pairs


def _unlike(one: dict[str, Any], other: dict[str, Any]) -> int:
    """In how many fields they differ."""
    return sum(in_no_order(held) != in_no_order(other[key]) for key, held in one.items())


def _sorted(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: _sorted(held) for key, held in plain.items()}
    if isinstance(plain, list):
        return sorted((_sorted(held) for held in plain), key=lambda held: json.dumps(held, sort_keys=True))
    return plain
