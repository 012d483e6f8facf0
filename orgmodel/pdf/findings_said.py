"""Findings as sentences: equal ones as one with a list, and things by their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from orgmodel.findings import Finding, Severity, in_groups
from orgmodel.model import Organization, RowId, Subject, name_of, subject_parts
from orgmodel.sentences import capital, spelled

_THINGS: Final = {"responsibility": "responsibilities", "person": "people", "escalation": "handovers"}


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

    @property
    def short_source(self) -> str:
        """Who says it: `Trackplus` of `Trackplus, RACI Matrix Analysis`."""
        return self.source.partition(",")[0]


def said(findings: Iterable[Finding], organization: Organization) -> list[Said]:
    """The findings in their order, those that are alike together."""
    return [_together(number, group, organization) for number, group in enumerate(in_groups(findings))]


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


def placed_name(organization: Organization, subject: Subject) -> str:
    """What a thing is called, with its service where several have rows of that name."""
    name = name_of(organization, subject)
    kind, identifier = subject_parts(subject)
    row = organization.row_by_id.get(RowId(identifier)) if kind == "responsibility" else None
    service = organization.service_by_id.get(row.service) if row and row.service else None
    return f"{name} ({service.name})" if service and len(organization.services) > 1 else name
