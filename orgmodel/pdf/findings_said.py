"""Findings as sentences: equal ones as one with a list, and things by their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from orgmodel.findings import Finding, NotAssessed, Severity, in_groups
from orgmodel.model import ORGANIZATION, Organization, RowId, Subject, kind_word, name_of, subject_parts
from orgmodel.sentences import capital, counted, spelled

_THINGS: Final = {"responsibility": "responsibilities", "person": "people", "escalation": "handovers"}
_UNKNOWN: Final = {
    "paged (yes or no)": "whether an alert can come",
    "user-facing (yes or no)": "whether users see a failure",
    "rotations": "who is on call when",
    "dependencies": "what depends on what",
    "escalations": "who hands a page on to whom",
    "operations in percent": "share of the week for operations",
    "toil in percent": "share of the week for repeated work by hand",
    "coverage": "hours covered",
    "lead": "name of the lead",
    "8 teams with a headcount": "headcount of enough teams to compare them, which are eight",
}
"""What an unknown input is called by those who only read the paper, where its name in the model does not say it."""


class Said(NamedTuple):
    """One finding, or several that are alike: then `sentence` says what they have in common, and `names` of what.

    `advice` is one for all, or one for each name; `about` is the first team that it names.
    """

    key: str
    code: str
    severity: Severity
    sentence: str
    names: tuple[str, ...]
    advice: tuple[str, ...]
    source: str
    about: Subject | None = None


def said(findings: Iterable[Finding], organization: Organization) -> list[Said]:
    """The findings in their order, those that are alike together."""
    return [_together(number, group, organization) for number, group in enumerate(in_groups(findings))]


def counted_kinds(findings: Sequence[Finding], word: str) -> str:
    """`8 errors of 5 kinds`: the kinds where they are fewer, which are what is printed."""
    kinds = len(list(in_groups(findings)))
    return counted(len(findings), word) + (f" of {counted(kinds, 'kind')}" if kinds < len(findings) else "")


def _together(number: int, group: Sequence[Finding], organization: Organization) -> Said:
    first = group[0]
    advice = tuple(finding.advice for finding in group)
    if len(set(advice)) == 1:
        advice = advice[:1]
    names: tuple[str, ...] = ()
    sentence = first.message
    if len(group) > 1:
        names = tuple(placed_name(organization, finding.subjects[0]) for finding in group)
        sentence = f"{_counted(group)} {first.alike}."
    return Said(
        f"finding:{number}", first.code, first.severity, sentence, names, advice, first.source.title, _about(first)
    )


def _about(finding: Finding) -> Subject | None:
    """The team that has a page with this finding on it, where there is one that it is about before all others."""
    return next((named for named in finding.subjects if named.startswith("team:")), None)


def _counted(group: Sequence[Finding]) -> str:
    kinds = {subject_parts(finding.subjects[0])[0] for finding in group}
    kind = kinds.pop() if len(kinds) == 1 else "thing"
    return capital(f"{spelled(len(group))} {_THINGS.get(kind, f'{kind}s')}")


class Missing(NamedTuple):
    """An input that is unknown, in words, with the rules that want it and the things, where several lack it."""

    words: str
    codes: tuple[str, ...]
    lacking: tuple[Subject, ...]


def missing(entries: Iterable[NotAssessed], organization: Organization) -> list[Missing]:
    """What is unknown, once each, whichever rule wants it: `headcount of 3 teams`."""
    codes: dict[str, dict[str, None]] = {}
    lacking: dict[str, dict[Subject, None]] = {}
    for entry in entries:
        codes.setdefault(entry.unknown or entry.missing, {})[entry.code] = None
        lacking.setdefault(entry.unknown or entry.missing, {}).update(dict.fromkeys(entry.lacking))
    return [_missing(organization, unknown, tuple(codes[unknown]), tuple(lacking[unknown])) for unknown in codes]


def _missing(organization: Organization, unknown: str, codes: tuple[str, ...], lacking: tuple[Subject, ...]) -> Missing:
    plain = _UNKNOWN.get(unknown, unknown)
    if not lacking or lacking == (ORGANIZATION,):
        return Missing(plain, codes, ())
    of = "for" if plain.startswith("whether ") else "of"
    if len(lacking) == 1:
        return Missing(f"{plain} {of} {placed_name(organization, lacking[0])}", codes, ())
    kinds = {subject_parts(each)[0] for each in lacking}
    things = _thing(lacking[0], len(lacking)) if len(kinds) == 1 else "things"
    return Missing(f"{plain} {of} {len(lacking):,} {things}", codes, lacking)


def _thing(subject: Subject, number: int) -> str:
    return _THINGS.get(subject_parts(subject)[0], kind_word(subject, number))


def placed_name(organization: Organization, subject: Subject) -> str:
    """What a thing is called, with its service where several have rows of that name."""
    name = name_of(organization, subject)
    kind, identifier = subject_parts(subject)
    row = organization.row_by_id.get(RowId(identifier)) if kind == "responsibility" else None
    service = organization.service_by_id.get(row.service) if row and row.service else None
    return f"{name} ({service.name})" if service and len(organization.services) > 1 else name
