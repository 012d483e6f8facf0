"""Which way each character of a line runs: the Unicode bidirectional algorithm, every name a world of its own.

After Unicode Standard Annex #9. What stands between quotation marks, or between FSI, LRI, RLI and PDI, is ordered by
itself and counts as one neutral thing in its sentence; an isolate that is never closed, or embeds, has no effect.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

LEFT_MARK: Final = "\u200e"
RIGHT_MARK: Final = "\u200f"
MARKS: Final = frozenset("\u061c" + LEFT_MARK + RIGHT_MARK)
ISOLATES: Final = frozenset("\u2066\u2067\u2068")
END_OF_ISOLATE: Final = "\u2069"
_CLOSED_BY: Final = {"“": "”", "„": "“", "\u2066": END_OF_ISOLATE, "\u2067": END_OF_ISOLATE, "\u2068": END_OF_ISOLATE}
_BRACKETS: Final = "()[]{}⟨⟩⟦⟧「」『』（）［］｛｝【】〈〉《》〔〕"
_CLOSING: Final = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_DEEPEST: Final = 125
_NEUTRAL: Final = frozenset(("B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"))
_INVISIBLE_AT_THE_END: Final = frozenset(("WS", "BN", "B", "S", "FSI", "LRI", "RLI", "PDI"))
_IGNORED: Final = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF"))


class _Isolate(NamedTuple):
    """What stands between `start` and `stop`, which are not part of it."""

    start: int
    stop: int
    opened_by: str


def is_rightward_first(text: str) -> bool:
    """Whether the first character outside isolates that has a direction runs from right to left."""
    place = 0
    isolates = {isolate.start: isolate.stop for isolate in _isolates(text)}
    while place < len(text):
        place = isolates.get(place, place)
        direction = unicodedata.bidirectional(text[place]) if place < len(text) else ""
        if direction in ("L", "R", "AL"):
            return direction != "L"
        place += 1
    return False


def runs_rightward(text: str) -> bool:
    """Whether a line runs from right to left: as a mark at its start says, else as its letters, else as its isolate."""
    if text[:1] in (LEFT_MARK, RIGHT_MARK):
        return text[:1] == RIGHT_MARK
    whole = next(_isolates(text), None)
    if (
        whole
        and whole.opened_by in ISOLATES
        and not text[: whole.start - 1].strip()
        and not text[whole.stop + 1 :].strip()
    ):
        return is_rightward_first(text[whole.start : whole.stop])
    return is_rightward_first(text)


def levels(text: str, base: int | None = None) -> list[int]:
    """The level of each character: even from left to right, odd from right to left; `base` is that of the line."""
    if base is None:
        base = int(runs_rightward(text))
    found = _levels(text, base)
    for place in range(len(text) - 1, -1, -1):
        if unicodedata.bidirectional(text[place]) not in _INVISIBLE_AT_THE_END:
            break
        found[place] = base
    return found


def _levels(text: str, base: int) -> list[int]:
    found = [base] * len(text)
    isolates = list(_isolates(text)) if base < _DEEPEST else []
    inside = {place for isolate in isolates for place in range(isolate.start, isolate.stop)}
    outside = [place for place in range(len(text)) if place not in inside]
    for place, level in zip(outside, _resolved([text[place] for place in outside], base), strict=True):
        found[place] = level
    for isolate in isolates:
        inner = text[isolate.start : isolate.stop]
        runs_right = {"\u2066": False, "\u2067": True}.get(isolate.opened_by, is_rightward_first(inner))
        found[isolate.start : isolate.stop] = _levels(inner, base + 1 + (base % 2 == runs_right))
    return found


def in_visual_order(found: Sequence[int]) -> list[int]:
    """The places of things with these levels, from left to right."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and found[order[stop]] >= level:
                stop += 1
            order[start:stop] = order[start:stop][::-1]
            start = stop + 1
    return order


def _isolates(text: str) -> Iterator[_Isolate]:
    """The outermost isolates; the rest of a line that begins or ends within quotation marks is one as well."""
    place = 0
    while place < len(text):
        character = text[place]
        closing = _CLOSED_BY.get(character)
        stop = _closed(text, place, closing) if closing else None
        if stop is not None:
            yield _Isolate(place + 1, stop, character)
            place = stop
        elif character == "“":
            yield _Isolate(place + 1, len(text), character)
            return
        place += 1


def _closed(text: str, start: int, closing: str) -> int | None:
    """Where what is opened at a place is closed, others of its kind inside it passed over."""
    is_isolate = closing == END_OF_ISOLATE
    depth = 0
    for place in range(start, len(text)):
        character = text[place]
        if character == closing and depth:
            depth -= 1
            if not depth:
                return place
        elif character in ISOLATES if is_isolate else character == text[start]:
            depth += 1
    return None


def _resolved(characters: Sequence[str], base: int) -> list[int]:
    """The levels of characters among which nothing is isolated."""
    own = [unicodedata.bidirectional(character) or "L" for character in characters]
    kept = [place for place, kind in enumerate(own) if kind not in _IGNORED]
    kinds = [own[place] for place in kept]
    edge = "R" if base % 2 else "L"
    strong = _weak(kinds, edge)
    _brackets([characters[place] for place in kept], kinds, strong, edge)
    _neutrals(strong, edge)
    found = [base] * len(characters)
    level = base
    settled = dict(zip(kept, strong, strict=True))
    for place in range(len(characters)):
        kind = settled.get(place)
        if kind is not None:
            level = base + _raised(kind, base)
        found[place] = level
    return found


def _raised(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base % 2:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: Sequence[str], edge: str) -> list[str]:
    """Rules W1 to W7: marks, numbers, and what stands in and beside numbers."""
    found = list(kinds)
    for place, kind in enumerate(found):
        if kind == "NSM":
            before = found[place - 1] if place else edge
            found[place] = "ON" if before in ("LRI", "RLI", "FSI", "PDI") else before
    _after_letters(found, edge, "AL", "AN")
    found = ["R" if kind == "AL" else kind for kind in found]
    for place in range(1, len(found) - 1):
        between = (found[place - 1], found[place], found[place + 1])
        if between in (("EN", "ES", "EN"), ("EN", "CS", "EN"), ("AN", "CS", "AN")):
            found[place] = between[0]
    _terminated(found)
    found = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in found]
    _after_letters(found, edge, "L", "L")
    return found


def _after_letters(kinds: list[str], edge: str, letter: str, number: str) -> None:
    """Rules W2 and W7: a number is of another kind after letters of one kind."""
    strong = edge
    for place, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == letter:
            kinds[place] = number


def _terminated(kinds: list[str]) -> None:
    """Rule W5: signs of currency and percent beside a number belong to it."""
    place = 0
    while place < len(kinds):
        stop = place
        while stop < len(kinds) and kinds[stop] == "ET":
            stop += 1
        if stop == place:
            place += 1
            continue
        if (place and kinds[place - 1] == "EN") or (stop < len(kinds) and kinds[stop] == "EN"):
            kinds[place:stop] = ["EN"] * (stop - place)
        place = stop


def _strong(kind: str) -> str | None:
    """The direction that a kind gives to neutrals beside it: numbers count as right to left."""
    return "L" if kind == "L" else "R" if kind in ("R", "EN", "AN") else None


def _brackets(characters: Sequence[str], own: Sequence[str], kinds: list[str], edge: str) -> None:
    """Rule N0: both brackets of a pair run as what is between them, or as what is before them, marks on them too."""
    opposite = "L" if edge == "R" else "R"
    for start, stop in _pairs(characters, kinds):
        inside = {_strong(kind) for kind in kinds[start + 1 : stop]}
        if edge in inside:
            direction = edge
        elif opposite in inside:
            before = next((found for kind in reversed(kinds[:start]) if (found := _strong(kind))), edge)
            direction = opposite if before == opposite else edge
        else:
            continue
        for place in (start, stop):
            kinds[place] = direction
            marks = place + 1
            while marks < len(own) and own[marks] == "NSM":
                kinds[marks] = direction
                marks += 1


def _pairs(characters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    pairs = []
    for place, character in enumerate(characters):
        if kinds[place] != "ON":
            continue
        if character in _CLOSING:
            opened.append((_CLOSING[character], place))
        elif any(character == closing for closing, _ in opened):
            while opened:
                closing, start = opened.pop()
                if closing == character:
                    pairs.append((start, place))
                    break
    return sorted(pairs)


def _neutrals(kinds: list[str], edge: str) -> None:
    """Rules N1 and N2: neutrals run as what is on both sides of them, else as the line."""
    place = 0
    while place < len(kinds):
        stop = place
        while stop < len(kinds) and kinds[stop] in _NEUTRAL:
            stop += 1
        if stop == place:
            place += 1
            continue
        before = _strong(kinds[place - 1]) if place else edge
        after = _strong(kinds[stop]) if stop < len(kinds) else edge
        kinds[place:stop] = [before if before == after and before else edge] * (stop - place)
        place = stop
