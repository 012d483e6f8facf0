"""Run the catalogue over a document: severities, root causes, waivers, order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from orgmodel.document import Document, Waiver
from orgmodel.findings import SEVERITIES, Failure, Finding, NotAssessed, Report, Severity
from orgmodel.graph import OrgGraph
from orgmodel.model import ORGANIZATION, Organization, Subject, kind_word, name_of, subject_parts
from orgmodel.model.value import changed
from orgmodel.rules import CATALOGUE, HIDDEN_BY, Found, Rule, Unjudged


def analyse(document: Document, today: date, catalogue: Sequence[Rule] = CATALOGUE) -> Report:
    """What the rules find in a document on a day; the same for the same document and day, whatever its order.

    A rule that stops with a fault of its own is named in `failures`, and the others report all the same.
    """
    organization = document.organization
    graph = OrgGraph(organization)
    findings: list[Finding] = []
    unjudged: list[NotAssessed] = []
    failures: list[Failure] = []
    clean: list[str] = []
    for rule in catalogue:
        if organization.settings.severity_of(rule.code) == "off":
            continue
        try:
            seen = list(rule.judge(graph))
        except Exception as fault:  # noqa: BLE001 (it is reported, and one broken rule must not silence the others)
            sentence = f"{type(fault).__name__}: {fault}"
            failures.append(Failure(rule.code, sentence))
            unjudged.append(NotAssessed(rule.code, (ORGANIZATION,), f"a working rule: it stopped with {sentence}"))
            continue
        findings += (_finding(rule, observed) for observed in seen if isinstance(observed, Found))
        unjudged += _grouped(organization, rule, [observed for observed in seen if isinstance(observed, Unjudged)])
        if not seen:
            clean.append(rule.code)
    shown = [_as_set(organization, finding) for finding in _without_consequences(findings)]
    waived = [changed(finding, waived=_waiver_of(document.waivers, finding, today)) for finding in shown]
    waived.sort(key=_order)
    return Report(
        findings=tuple(finding for finding in waived if finding.waived is None),
        waived=tuple(finding for finding in waived if finding.waived is not None),
        not_assessed=tuple(sorted(unjudged, key=lambda entry: (entry.code, entry.missing, entry.subjects))),
        clean=tuple(sorted(clean)),
        as_of=today,
        failures=tuple(failures),
    )


def _finding(rule: Rule, observed: Found) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=observed.severity or rule.severity,
        message=observed.message,
        subjects=observed.subjects,
        advice=observed.advice,
        source=rule.source,
        evidence=observed.evidence,
        numbers=observed.numbers,
        fixes=observed.fixes,
        alike=observed.alike,
    )


def _without_consequences(findings: list[Finding]) -> Iterator[Finding]:
    """Say it once, at the root (RULES 3); on the severities that the rules gave, before the file's own."""
    first: dict[str, set[Subject]] = {}
    for finding in findings:
        first.setdefault(finding.code, set()).add(finding.subjects[0])
    caught = {
        team
        for finding in findings
        if finding.code == "ESC002" and finding.severity == "error"
        for team in finding.subjects
    }
    for finding in findings:
        about = finding.subjects[0]
        hidden = any(finding.code in codes and about in first.get(root, ()) for root, codes in HIDDEN_BY)
        if not hidden and not (finding.code == "ESC003" and about in caught):
            yield finding


def _as_set(organization: Organization, finding: Finding) -> Finding:
    """With the severity that the file gives the rule, where it gives one."""
    wanted = organization.settings.severity_of(finding.code)
    return finding if wanted is None or wanted == "off" else changed(finding, severity=wanted)


def _waiver_of(waivers: Iterable[Waiver], finding: Finding, today: date) -> Waiver | None:
    """The waiver that accepts a finding on that day, its last day included."""
    return next(
        (
            waiver
            for waiver in waivers
            if waiver.rule == finding.code and finding.subjects[0] in waiver.on and today <= waiver.until
        ),
        None,
    )


def _grouped(organization: Organization, rule: Rule, unjudged: list[Unjudged]) -> Iterator[NotAssessed]:
    """One entry for each input that is unknown, with everything that could not be judged for want of it."""
    by_input: dict[str, tuple[dict[Subject, None], dict[Subject, None]]] = {}
    for observed in unjudged:
        subjects, lacking = by_input.setdefault(observed.unknown, ({}, {}))
        subjects[observed.subject] = None
        lacking.update(dict.fromkeys(observed.lacking))
    for unknown, (subjects, lacking) in by_input.items():
        yield NotAssessed(rule.code, tuple(sorted(subjects)), _missing(organization, unknown, sorted(lacking)))


def _missing(organization: Organization, unknown: str, lacking: list[Subject]) -> str:
    """`criticality of 43 rows`, `headcount of 3 of 9 teams`, `headcount of Web SRE`, `escalations`."""
    if lacking == [ORGANIZATION]:
        return unknown
    if len(lacking) == 1:
        return f"{unknown} of {name_of(organization, lacking[0])}"
    kind = subject_parts(lacking[0])[0]
    total = {"responsibility": len(organization.responsibilities), "team": len(organization.teams)}.get(kind)
    share = f"{len(lacking)} of {total}" if total is not None and total > len(lacking) else f"{len(lacking)}"
    return f"{unknown} of {share} {kind_word(lacking[0], len(lacking))}"


def _order(finding: Finding) -> tuple[int, str, tuple[Subject, ...]]:
    severity: Severity = finding.severity
    return SEVERITIES.index(severity), finding.code, finding.subjects
