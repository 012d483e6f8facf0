"""Which findings are listed, and under which headings; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal, get_args

from orgmodel.findings import Finding, NotAssessed, Report, family_of
from orgmodel.model import Organization, Subject, subject_parts
from orgmodel.model.value import value
from ui.evidence import Concerns
from ui.findings.filling import said_in_the_form

Kind = Literal["error", "warning", "info", "waived", "not-assessed"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
KIND_WORDS: Final[Mapping[Kind, str]] = {
    "error": "errors",
    "warning": "warnings",
    "info": "info",
    "waived": "waived",
    "not-assessed": "not assessed",
}

Grouping = Literal["severity", "family", "team", "service"]
GROUPINGS: Final[Mapping[Grouping, str]] = {
    "severity": "By severity",
    "family": "By family",
    "team": "By team",
    "service": "By service",
}
"""In what order the open findings stand: the worst first, or under headings."""

FAMILIES: Final[Mapping[str, str]] = {
    "GAP": "Gaps",
    "OVR": "Overlaps",
    "ESC": "Escalation",
    "ONC": "On call",
    "LOAD": "Load",
    "SPOF": "Single points of failure",
    "MAT": "Maturity",
    "WVR": "Waivers",
    "STA": "Out of date",
}
"""The families of the catalogue, in its order, by the letters that their codes begin with."""

NOBODY: Final = "Nobody"
WHOLE: Final = "The whole organisation"
NO_SERVICE: Final = "No service of its own"


@value
class FindingsFilter:
    """What an entry has to be to be listed; of several kinds any, of several words all; without any, all are."""

    text: str = ""
    kinds: tuple[Kind, ...] = ()
    family: str | None = None
    about: tuple[Subject, ...] | None = None
    """Only about these things, and what they concern."""

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return self == EVERYTHING

    def lists_kind(self, kind: Kind) -> bool:
        return not self.kinds or kind in self.kinds


EVERYTHING: Final = FindingsFilter()


@value
class Listed:
    """What of a report passes a filter; `hidden` is how many entries do not."""

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    not_assessed: tuple[NotAssessed, ...]
    hidden: int


def listed(report: Report, chosen: FindingsFilter, organization: Organization) -> Listed:
    """The entries that pass, in the order of the report."""
    if chosen.is_open:
        return Listed(report.findings, report.waived, report.not_assessed, 0)
    passes = _test(chosen, organization)
    by_kind = {kind: chosen.lists_kind(kind) for kind in KINDS}
    findings = tuple(each for each in report.findings if by_kind[each.severity] and passes(each))
    waived = tuple(each for each in report.waived if passes(each)) if by_kind["waived"] else ()
    missing = tuple(each for each in report.not_assessed if passes(each)) if by_kind["not-assessed"] else ()
    shown = len(findings) + len(waived) + len(rules_in(missing))
    return Listed(findings, waived, missing, sum(counts_of(report).values()) - shown)


def rules_in(not_assessed: Iterable[NotAssessed]) -> tuple[str, ...]:
    """The codes of the rules that could not judge something, each once."""
    return tuple(dict.fromkeys(missing.code for missing in not_assessed))


def counts_of(report: Report) -> dict[Kind, int]:
    """How many findings of each kind a report has, and how many rules that could not judge something."""
    counts = dict.fromkeys(KINDS, 0)
    for finding in report.findings:
        counts[finding.severity] += 1
    counts["waived"], counts["not-assessed"] = len(report.waived), len(rules_in(report.not_assessed))
    return counts


def headings_of(grouping: Grouping, organization: Organization) -> Callable[[Finding], tuple[str, ...]]:
    """Under which headings a finding stands; of several teams that have a row, under each."""
    if grouping == "family":
        return lambda finding: (FAMILIES.get(family_of(finding.code), finding.code),)
    concerns = Concerns(organization)
    if grouping == "team":
        return lambda finding: _teams(concerns, organization, finding.subjects[0])
    return lambda finding: _services(concerns, organization, finding.subjects)


def order_of(grouping: Grouping, organization: Organization) -> dict[str, int]:
    """In what order headings stand: as in the catalogue or in the file; nobody's first, everybody's last."""
    names: Iterable[str] = FAMILIES.values()
    if grouping == "team":
        names = (NOBODY, *(team.name for team in organization.teams))
    elif grouping == "service":
        names = (service.name for service in organization.services)
    return {name: place for place, name in enumerate(names)}


def _teams(concerns: Concerns, organization: Organization, named: Subject) -> tuple[str, ...]:
    teams = concerns.teams(named)
    if teams:
        return tuple(dict.fromkeys(organization.team_name(team) for team in teams))
    return (NOBODY,) if subject_parts(named)[0] in ("responsibility", "service") else (WHOLE,)


def _services(concerns: Concerns, organization: Organization, subjects: tuple[Subject, ...]) -> tuple[str, ...]:
    found = next((services for named in subjects if (services := concerns.services(named))), ())
    by_id = organization.service_by_id
    return tuple(by_id[each].name if each in by_id else each for each in found) or (NO_SERVICE,)


Entry = Finding | NotAssessed
_WIDE: Final = ("team", "service", "layer")
"""The kinds of things that stand for others as well."""


def _test(chosen: FindingsFilter, organization: Organization) -> Callable[[Entry], bool]:
    words = chosen.text.casefold().split()
    is_about = _about(chosen.about, organization) if chosen.about is not None else None

    def passes(entry: Entry) -> bool:
        if chosen.family is not None and family_of(entry.code) != chosen.family:
            return False
        if words:
            said = _words_of(entry)
            if not all(word in said for word in words):
                return False
        return is_about is None or any(is_about(named) for named in entry.subjects)

    return passes


def _about(chosen: tuple[Subject, ...], organization: Organization) -> Callable[[Subject], bool]:
    """Whether a thing is one of those, or concerns one of the teams or services; a layer stands for its rows."""
    concerns = Concerns(organization)
    teams, services, layers = ({name for kind, name in map(subject_parts, chosen) if kind == of} for of in _WIDE)
    things = {*chosen, *(row.subject for row in organization.responsibilities if layers and row.layer in layers)}

    def is_about(named: Subject) -> bool:
        return (
            named in things
            or (bool(teams) and not teams.isdisjoint(concerns.teams(named)))
            or (bool(services) and not services.isdisjoint(concerns.services(named)))
        )

    return is_about


def _words_of(entry: Entry) -> str:
    if isinstance(entry, NotAssessed):
        return f"{entry.code} {entry.missing} {said_in_the_form(entry.missing)}".casefold()
    said = f"{entry.code} {entry.name} {entry.message}"
    return f"{said} {entry.waived.reason} {entry.waived.by or ''}".casefold() if entry.waived else said.casefold()
