"""Two documents side by side: the same thing is what has the same id, whatever its name or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from orgmodel.analysis import analyse
from orgmodel.comparison.difference import Comparison, Difference
from orgmodel.comparison.fields import changed_fields
from orgmodel.comparison.matching import matched, name_of_thing
from orgmodel.document import Document
from orgmodel.finding_changes import changes_between
from orgmodel.findings import Report
from orgmodel.model import ORGANIZATION as THE_ORGANIZATION
from orgmodel.model import Subject, subject
from orgmodel.yaml_file.fields import Field, Record
from orgmodel.yaml_file.nested_codecs import ListOf
from orgmodel.yaml_file.tables import DOCUMENT, ORGANIZATION

Things = tuple[Any, ...]
_FIRST: Final = ("responsibility", "team", "service", "rotation", "escalation")
"""What readers ask for first; the other kinds follow as the file has them, and last the organisation itself."""


def compared(
    before: Document,
    after: Document,
    today: date,
    *,
    report_before: Report | None = None,
    report_after: Report | None = None,
) -> Comparison:
    """What differs, and what became of the findings as of a day; reports that are there already are used."""
    differences = tuple(differences_between(before, after))
    old = report_before or analyse(before, today)
    new = report_after or analyse(after, today)
    return Comparison(before, after, differences, changes_between(old, new))


def differences_between(before: Document, after: Document) -> Iterator[Difference]:
    """Every thing that was added, removed or changed, by kind."""
    if before is after:
        return
    lists = [*_lists(ORGANIZATION, before.organization, after.organization), *_lists(DOCUMENT, before, after)]
    lists.sort(key=lambda each: _FIRST.index(each[0].noun) if each[0].noun in _FIRST else len(_FIRST))
    for record, old, new in lists:
        yield from _between(record, old, new)
    fields = (
        *changed_fields(_singles(ORGANIZATION), before.organization, after.organization),
        *changed_fields(_singles(DOCUMENT), before, after),
    )
    if fields:
        yield Difference(
            "organization", THE_ORGANIZATION, THE_ORGANIZATION, before.organization, after.organization, fields
        )


def _lists(
    fields: Sequence[Field], before: Any, after: Any
) -> Iterator[tuple[Record, tuple[Any, ...], tuple[Any, ...]]]:
    """The lists of things that two values hold, with what each is a list of."""
    for field in fields:
        record = _record_of(field)
        if record is not None:
            yield record, getattr(before, field.attribute), getattr(after, field.attribute)


def _singles(fields: Sequence[Field]) -> list[Field]:
    return [field for field in fields if _record_of(field) is None]


def _record_of(field: Field) -> Record | None:
    codec = field.codec
    return codec.codec if isinstance(codec, ListOf) and isinstance(codec.codec, Record) else None


def _between(record: Record, before: Things, after: Things) -> Iterator[Difference]:
    if before is after:
        return
    names_before, names_after = _subjects(record, before), _subjects(record, after)
    for was, now in matched(record, before, after):
        old = None if was is None else before[was]
        new = None if now is None else after[now]
        if old == new:
            continue
        fields = tuple(changed_fields(record.fields, old, new)) if old is not None and new is not None else ()
        if fields or old is None or new is None:
            yield Difference(
                record.noun,
                None if was is None else names_before[was],
                None if now is None else names_after[now],
                old,
                new,
                fields,
            )


def _subjects(record: Record, things: Things) -> list[Subject]:
    """How each is named; waivers by their rule and a number, as everywhere."""
    if record.noun != "waiver":
        return [subject(record.noun, "->".join(name_of_thing(record, thing))) for thing in things]
    counts: Counter[str] = Counter()
    names = []
    for waiver in things:
        counts[waiver.rule] += 1
        names.append(subject("waiver", f"{waiver.rule}/{counts[waiver.rule]}"))
    return names
