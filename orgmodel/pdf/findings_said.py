"""Findings as sentences: equal ones as one with a list, and things by their names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from orgmodel.findings import Finding, Severity
from orgmodel.model import Organization, Subject, subject_parts
from orgmodel.pdf.sentences import counted, plainly

_THINGS: Final = {
    "responsibility": ("responsibility", "responsibilities"),
    "person": ("person", "people"),
    "organization": ("organisation", "organisations"),
}


class Said(NamedTuple):
    """The findings of one rule at one severity.

    `sentence` is the finding's own, or for several what the rule is called and how many there are; `names` are the
    things found, where their sentences are otherwise equal; `apart` the sentences, where they are not.
    """

    code: str
    name: str
    severity: Severity
    sentence: str
    names: tuple[str, ...]
    apart: tuple[str, ...]
    advice: tuple[str, ...]
    source: str

    @property
    def key(self) -> str:
        return f"finding:{self.severity}:{self.code}"

    @property
    def short_source(self) -> str:
        """Who says it: `Trackplus` of `Trackplus, RACI Matrix Analysis`."""
        return self.source.partition(",")[0]


def said(findings: Iterable[Finding], organization: Organization) -> list[Said]:
    """The findings in their order, those of one rule and severity together."""
    grouped: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        grouped.setdefault((finding.severity, finding.code), []).append(finding)
    return [_together(group, organization) for group in grouped.values()]


def _together(group: list[Finding], organization: Organization) -> Said:
    first = group[0]
    advice = tuple(dict.fromkeys(finding.advice for finding in group))
    if len(group) == 1:
        return Said(first.code, first.name, first.severity, first.message, (), (), advice, first.source.title)
    subjects = [finding.subjects[0] if finding.subjects else None for finding in group]
    names = [name_of(subject, organization) if subject else "" for subject in subjects]
    kinds = {subject_parts(subject)[0] for subject in subjects if subject}
    singular, plural = _THINGS.get(min(kinds), (min(kinds), f"{min(kinds)}s")) if len(kinds) == 1 else ("time", "times")
    sentence = f"{plainly(first.name)}: {counted(len(group), singular, plural)}."
    masked = {_masked(finding.message, name) for finding, name in zip(group, names, strict=True)}
    equal = len(masked) == 1 and all(names)
    return Said(
        first.code,
        first.name,
        first.severity,
        sentence,
        tuple(names) if equal else (),
        () if equal else tuple(finding.message for finding in group),
        advice,
        first.source.title,
    )


def _masked(message: str, name: str) -> str:
    return message.replace(name, "\0") if name else message


def name_of(named: Subject, organization: Organization) -> str:
    """What a person calls a thing of the model; its id where it is not, or no longer, there."""
    kind, identifier = subject_parts(named)
    if kind == "organization":
        return organization.name
    if kind == "escalation":
        source, _, target = identifier.partition("->")
        return f"{_team_name(source, organization)} to {_team_name(target, organization)}"
    if kind == "person":
        team, _, person = identifier.partition("/")
        members = [m for t in organization.teams if t.id == team for m in t.members if m.id == person]
        return members[0].name if members else person
    tables = {
        "team": organization.team_by_id,
        "service": organization.service_by_id,
        "layer": organization.layer_by_id,
        "area": organization.area_by_id,
        "responsibility": organization.row_by_id,
    }
    found = tables.get(kind, {}).get(identifier)  # type: ignore[call-overload]
    return str(found.name) if found else identifier


def _team_name(identifier: str, organization: Organization) -> str:
    return "Alert" if identifier == "alert" else organization.team_name(identifier)  # type: ignore[arg-type]
