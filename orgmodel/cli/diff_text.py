"""`diff` for a person in a pull request: counts first, then each kind of thing, before → after, then the findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.cli.diff import Compared
from orgmodel.cli.symbols import on_one_line
from orgmodel.comparison.groups import Entry, groups_of
from orgmodel.comparison.headline_said import headline_said
from orgmodel.comparison.words import Words, counts
from orgmodel.findings import Finding
from orgmodel.model import subject_parts
from orgmodel.sentences import counted
from orgmodel.yaml_file import ModelFile

_ADDED: Final = "+"
_REMOVED: Final = "-"
_CHANGED: Final = "~"


def as_text(compared: Compared) -> str:
    return "".join(f"{on_one_line(line)}\n" for line in _lines(compared))


def _lines(compared: Compared) -> Iterator[str]:
    comparison = compared.comparison
    files = f"{compared.before.name} → {compared.after.name}"
    if comparison.is_same:
        yield f"{files}: nothing changes."
    else:
        changes = counted(len(comparison.differences), "change")
        yield f"{files}: {changes}: {counts(comparison.differences)}"
        yield headline_said(comparison)
        words = Words(comparison.before.organization, comparison.after.organization)
        for group in groups_of(comparison):
            yield ""
            yield group.title
            for entry in group.entries:
                yield from _entry(words, entry)
    yield from _findings(compared)


def _entry(words: Words, entry: Entry) -> Iterator[str]:
    """One line for what is added or removed; what is changed has one more for each field."""
    difference, fields, owners = entry
    sign = _ADDED if difference.before is None else _REMOVED if difference.after is None else _CHANGED
    name, identifier = words.thing(difference), subject_parts(difference.subject)[1]
    has_id = difference.kind not in ("organization", "decision", "view", "escalation", "rotation", "assessment")
    named = f"{name} ({identifier})" if has_id else f"“{name}”" if difference.kind == "decision" else name
    told = words.told(difference) if sign != _CHANGED else ""
    yield f"  {sign} {named}" + (f": {told}" if told else "")
    if owners:
        yield f"      who answers: {owners.before} → {owners.after}"
    for change in fields:
        yield f"      {words.changed(difference, change)}"


def _findings(compared: Compared) -> Iterator[str]:
    changes = compared.comparison.findings
    told: Sequence[tuple[str, tuple[Finding, ...], ModelFile]] = (
        ("Fixed", changes.fixed, compared.before),
        ("No longer assessed", changes.unassessed, compared.before),
        ("New", changes.new, compared.after),
        ("Accepted", changes.waived, compared.after),
        ("Accepted no more", changes.reopened, compared.after),
        ("Remaining", changes.remaining, compared.after),
    )
    for word, findings, file in told:
        if findings:
            yield ""
            yield f"{word}: {counted(len(findings), 'finding')}"
            for finding in findings:
                yield f"  {_place(file, finding)}: {finding.severity} {finding.code} {finding.message}"


def _place(file: ModelFile, finding: Finding) -> str:
    line = file.line_of(finding.subjects[0])
    return f"{file.name}:{line}" if line else file.name
