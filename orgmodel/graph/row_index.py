"""Rows by something of theirs, kept up with edits: who owns which, what depends on which."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from orgmodel.graph.row_facts import RowFacts

K = TypeVar("K", bound=Hashable)


class RowEdit(NamedTuple):
    """A row that was replaced: its place in the file's list, and what it was and is."""

    place: int
    before: RowFacts
    after: RowFacts


class RowIndex(Mapping[K, tuple[int, ...]]):
    """The places of rows, in the order of the file, by keys that each row has some of.

    It stays the very same object through edits that change no row's keys; what is made from it alone stays true then.
    """

    __slots__ = ("_keys_of", "_places")

    def __init__(self, keys_of: Callable[[RowFacts], Iterable[K]], places: dict[K, tuple[int, ...]]) -> None:
        self._keys_of, self._places = keys_of, places

    @classmethod
    def of(cls, rows: Iterable[RowFacts], keys_of: Callable[[RowFacts], Iterable[K]]) -> RowIndex[K]:
        places: dict[K, list[int]] = {}
        for place, row in enumerate(rows):
            for key in dict.fromkeys(keys_of(row)):
                places.setdefault(key, []).append(place)
        return cls(keys_of, {key: tuple(held) for key, held in places.items()})

    def after(self, edits: Iterable[RowEdit]) -> RowIndex[K]:
        """The index once these rows are replaced; the very same object where none of them has other keys."""
        places: dict[K, tuple[int, ...]] | None = None
        for place, before, row in edits:
            old, new = dict.fromkeys(self._keys_of(before)), dict.fromkeys(self._keys_of(row))
            if old.keys() == new.keys():
                continue
            places = dict(self._places) if places is None else places
            for key in old:
                if key not in new:
                    places[key] = tuple(held for held in places[key] if held != place)
                    if not places[key]:
                        del places[key]
            for key in new:
                if key not in old:
                    held = list(places.get(key, ()))
                    insort(held, place)
                    places[key] = tuple(held)
        return self if places is None else RowIndex(self._keys_of, places)

    def __getitem__(self, key: K) -> tuple[int, ...]:
        return self._places[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        return key in self._places


def rows_by(keys_of: Callable[[RowFacts], Iterable[K]]) -> cached_property[RowIndex[K]]:
    """An index of a graph's rows, made when it is first asked for."""
    return cached_property(lambda graph: RowIndex.of(graph.rows, keys_of))
