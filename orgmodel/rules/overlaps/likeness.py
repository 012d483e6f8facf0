"""How alike the names of two rows are: their words without case, punctuation, plural and filling words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from math import ceil
from typing import Final

Kinds = dict[str, dict[tuple[int, int], list[int]]]
"""For each word the places of names that have it, by how many words they have and at which place it stands there."""

_ROUNDING: Final = 1e-9
_WORD: Final = re.compile(r"[^\W_]+[+#]*")
_FILLING: Final = frozenset({"a", "an", "and", "of", "the"})
_WAYS: Final = frozenset({"after", "before", "from", "into", "on", "over", "to", "under"})
"""Words that give the order of the others a meaning: from one team to another is not the way back."""

_TELLING: Final = frozenset(
    {
        *("add", "approve", "archive", "audit", "automate", "build", "buy", "change", "check", "clean", "configure"),
        *("confirm", "coordinate", "create", "debug", "define", "delete", "deliver", "deploy", "design", "develop"),
        *("diagnose", "document", "draft", "escalate", "execute", "fix", "follow", "generate", "handle", "implement"),
        *("improve", "install", "investigate", "keep", "maintain", "manage", "measure", "migrate", "monitor"),
        *("negotiate", "open", "operate", "order", "own", "patch", "pay", "plan", "prepare", "provision", "publish"),
        *("receive", "record", "release", "remove", "renew", "report", "request", "respond", "restore", "review"),
        *("rotate", "run", "schedule", "sell", "sign", "staff", "start", "stop", "store", "support", "test", "track"),
        *("train", "triage", "update", "upgrade", "validate", "verify", "watch", "write"),
        *("backup", "client", "customer", "dev", "development", "external", "inbound", "incoming", "internal"),
        *("major", "minor", "mobile", "new", "non", "not", "old", "outbound", "outgoing", "primary", "private"),
        *("prod", "production", "public", "read", "secondary", "server", "stage", "staging", "without"),
        *("day", "night", "weekday", "weekend", "daily", "weekly", "monthly", "quarterly", "yearly"),
    }
)
"""Verbs of the field, and words for one of two sides: rows that differ by one of these are different rows."""

_MOST_COMPARED: Final = 200_000
"""Comparisons in one place of the matrix, shared out among its names: six hundred need no more, whatever they are.

Of 20,000 names that are all somewhat alike each is compared with its ten nearest, by its rarest words and the alphabet.
"""


def same_name(name: str) -> str:
    """What names have in common that are the same but for case, punctuation, spaces, plural and filling words.

    Words run together, so that on-call is oncall; numbers stand apart, so that version 3.11 is not 31.1.
    """
    return _read(name)[1]


def likeness(one: str, other: str) -> float:
    """From 0, different rows, to 1, the same name: the share of all their words that both have (Jaccard)."""
    (held, same), (there, same_too) = _read(one), _read(other)
    if same == same_too:
        return 1.0
    common = len(held & there)
    if not common:
        return 0.0
    apart = held ^ there
    if not apart.isdisjoint(_TELLING) or any(len(word) == 1 or _has_digit(word) for word in apart):
        return 0.0
    if not apart and not held.isdisjoint(_WAYS):
        return 0.0
    return common / (common + len(apart))


def alike(names: Sequence[str], least: float) -> tuple[tuple[int, ...], ...]:
    """The places of names that are at least so alike: each set that hangs together, in the order of the places.

    Which they are does not depend on the order of the names.
    """
    return tuple(held for held in joined(_pairs(names, least), len(names)) if len(held) > 1)


def joined(sets: Iterable[Sequence[int]], number: int) -> Iterator[tuple[int, ...]]:
    """The places 0 to `number` in sets that hang together, where those of each set given do."""
    leader = list(range(number))
    for places in sets:
        for other in places[1:]:
            first, second = sorted((_lead(leader, places[0]), _lead(leader, other)))
            leader[second] = first
    found: dict[int, list[int]] = {}
    for place in range(number):
        found.setdefault(_lead(leader, place), []).append(place)
    return (tuple(held) for held in found.values())


def _lead(leader: list[int], place: int) -> int:
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place


def _pairs(names: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Pairs that are alike, enough of them to hold each set together.

    Compared are only names that can be so alike: of the words of each in the order of rarity, one of the first is also
    one of the other's first, and after it both have enough words left.
    """
    first: dict[str, int] = {}
    for place in sorted(range(len(names)), key=names.__getitem__):
        same = first.setdefault(same_name(names[place]), place)
        if same != place:
            yield same, place
    share = min(max(least, 0.0), 1.0)
    kinds: Kinds = {}
    most_compared = max(1, _MOST_COMPARED // (len(first) or 1))
    for place, words in _by_rarity(names, first.values()):
        size = len(words)
        leading = words[: size - ceil(share * size - _ROUNDING) + 1]
        for other in islice(_likely(kinds, leading, size, share), most_compared):
            if 0 < likeness(names[place], names[other]) >= least:
                yield other, place
        for at, word in enumerate(leading):
            kinds.setdefault(word, {}).setdefault((size, at), []).append(place)


def _likely(kinds: Kinds, leading: Sequence[str], size: int, share: float) -> Iterator[int]:
    """The places, latest first, that have one of the leading words and words enough after it."""
    for at, word in enumerate(leading):
        for (length, position), held in kinds.get(word, {}).items():
            most = min(size - at, length - position)
            if most >= share * (size + length - most) - _ROUNDING:
                yield from reversed(held)


def _by_rarity(names: Sequence[str], places: Iterable[int]) -> list[tuple[int, list[str]]]:
    """The places, in the order given, with the different words of each, the rarest of all of them first."""
    words_at = {place: _read(names[place])[0] for place in places}
    often = Counter(word for words in words_at.values() for word in words)
    return [(place, sorted(words, key=lambda word: (often[word], word))) for place, words in words_at.items()]


@lru_cache(maxsize=20_000)
def _read(name: str) -> tuple[frozenset[str], str]:
    """The words of a name that count, and the same run together in their order."""
    plain = _WORD.findall(unicodedata.normalize("NFKC", name))
    words = tuple(_singular(word) for at, word in enumerate(plain) if not _fills(word, at))
    same = "".join(f" {word} " if _has_digit(word) else word for word in words)
    return frozenset(words), same or name.casefold().strip()


def _fills(word: str, at: int) -> bool:
    """Whether a word says nothing here: `a` does not, but plan A has its A."""
    return word.casefold() in _FILLING and (at == 0 or word != "A")


def _singular(word: str) -> str:
    """A word without case and, roughly, its plural; abbreviations keep their letters: HTTPS is not HTTP."""
    plain = word.casefold()
    if len(plain) <= 3:
        return plain
    is_short_for = len(plain) <= 5 and word.isupper()
    if plain.endswith("ies"):
        return plain[:-3] + "y"
    if plain.endswith("s") and not is_short_for and not plain.endswith(("ss", "us", "is")):
        plain = plain[:-1]
    return plain[:-1] if plain.endswith(("che", "se", "she", "xe", "ze")) else plain


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
