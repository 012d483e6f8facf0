"""The fields in which two values differ, found along the tables that the file is read and written by.

What the format gains is compared from then on. Another order of a list is no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orgmodel.comparison.difference import FieldChange, Plain
from orgmodel.comparison.matching import in_no_order, matched, name_of_thing
from orgmodel.yaml_file.fields import Field, Record
from orgmodel.yaml_file.nested_codecs import CardPlaces, ListOf, Pairs, RaciLetters, RatingOrScore
from orgmodel.yaml_file.single_codecs import Codec

Path = tuple[str, ...]


def changed_fields(fields: Sequence[Field], before: Any, after: Any, path: Path = ()) -> Iterator[FieldChange]:
    """What differs in these fields of two values, in the order of the fields."""
    for field in fields:
        old, new = getattr(before, field.attribute), getattr(after, field.attribute)
        if old is not new and old != new:
            yield from _changed(field.codec, (*path, field.key), old, new)


def _changed(codec: Codec, path: Path, old: Any, new: Any) -> Iterator[FieldChange]:
    if isinstance(codec, RatingOrScore) and old is not None and new is not None:
        codec = codec.record
    if isinstance(codec, Record) and old is not None and new is not None:
        yield from changed_fields(codec.fields, old, new, path)
    elif isinstance(codec, ListOf) and isinstance(codec.codec, Record):
        yield from _of_records(codec.codec, path, old, new)
    elif isinstance(codec, Pairs):
        yield from _of_pairs(codec.codec, path, dict(old), dict(new))
    elif isinstance(codec, RaciLetters | CardPlaces):
        yield from _of_cells(path, codec.plain(old, full=False), codec.plain(new, full=False))
    else:
        yield from _of_wholes(path, _plain(codec, old), _plain(codec, new))


def _of_records(record: Record, path: Path, before: Sequence[Any], after: Sequence[Any]) -> Iterator[FieldChange]:
    for was, now in matched(record, before, after):
        old = None if was is None else before[was]
        new = None if now is None else after[now]
        here = (*path, "->".join(name_of_thing(record, old if new is None else new)))
        if old is None or new is None:
            yield FieldChange(here, _plain(record, old), _plain(record, new))
        else:
            yield from changed_fields(record.fields, old, new, here)


def _of_pairs(codec: Codec, path: Path, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[FieldChange]:
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if old != new:
            yield from _changed(codec, (*path, key), old, new)


def _of_cells(path: Path, before: Mapping[str, Plain], after: Mapping[str, Plain]) -> Iterator[FieldChange]:
    for key in dict.fromkeys((*after, *before)):
        if before.get(key) != after.get(key):
            yield FieldChange((*path, key), before.get(key), after.get(key))


def _of_wholes(path: Path, before: Plain, after: Plain) -> Iterator[FieldChange]:
    if in_no_order(before) != in_no_order(after):
        yield FieldChange(path, before, after)


def _plain(codec: Codec, held: Any) -> Plain:
    return None if held is None else codec.plain(held, full=False)
